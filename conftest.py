"""Of tests and examples alike: which are known to fail, which are slow, which need an extra."""

from __future__ import annotations

import os
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest

import quotekit.component  # a checkout on the path has no entry points  # noqa: F401

FAULTS = Path(__file__).parent / "tests" / "known_faults.toml"
NEEDS = {
    "docs/engines.md": ("dask", "pyspark", "ray"),
    "docs/frames.md": ("pandas", "polars"),
    "quotekit/engines.py": ("pandas",),
}
"""Examples that run only where these are installed."""
SLOW = ("docs/engines.md",)
os.environ.setdefault("PYSPARK_PYTHON", sys.executable)


@pytest.hookimpl(tryfirst=True)  # before what is slow is taken out
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what ``known_faults.toml`` names, and examples that need what may be missing."""
    faults = tomllib.loads(FAULTS.read_text("utf-8"))
    for item in items:
        if item.nodeid in faults:
            item.add_marker(pytest.mark.xfail(strict=True, reason=faults[item.nodeid]))
        page = item.nodeid.partition("::")[0]
        missing = [package for package in NEEDS.get(page, ()) if find_spec(package) is None]
        if missing:
            item.add_marker(pytest.mark.skip(reason=f"needs {', '.join(missing)}"))
        if page in SLOW:
            item.add_marker(pytest.mark.slow)

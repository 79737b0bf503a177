"""Tables of cases in TOML, read as parameters of a test."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest


def cases(test: str) -> list[Any]:
    """Of the ``cases.toml`` beside a test file: the marked text, and the list of what is expected.

    A last entry that begins with ``fails:`` says why the case is known to fail.
    """
    found = []
    tables = tomllib.loads(Path(test).with_name("cases.toml").read_text("utf-8"))
    for group, table in tables.items():
        for name, (marked, *expected) in table.items():
            reason = expected.pop() if expected and expected[-1].startswith("fails:") else None
            marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
            found.append(pytest.param(marked, expected, id=f"{group}-{name}", marks=marks))
    return found

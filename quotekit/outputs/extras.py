"""Packages that only some outputs need."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from quotekit.errors import MissingExtra


def needed(package: str, *, extra: str) -> Any:
    """The package, imported; raises `MissingExtra` where it is not installed."""
    try:
        return import_module(package)
    except ImportError as error:
        raise MissingExtra(
            f"this needs {package}; install it with: pip install 'quotekit-nlp[{extra}]'"
        ) from error

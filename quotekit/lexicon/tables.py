"""The word lists that the package ships, read from this folder."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import rtoml


def shipped(path: str) -> dict[str, Any]:
    """The tables of a TOML file: ``shipped("speakers/titles.toml")``."""
    return rtoml.loads(files(__package__).joinpath(path).read_text("utf-8"))

"""The word lists of this stage, read from the lexicon folder on first use."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """Return the list of that name in ``lexicon/marks.toml``."""
    return frozenset(_tables()[name])


@cache
def _tables() -> dict[str, list[str]]:
    text = (files("quotekit") / "lexicon" / "marks.toml").read_text(encoding="utf8")
    return tomllib.loads(text)

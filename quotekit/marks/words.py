"""The word lists of this stage, read from the lexicon folder on first use."""

from __future__ import annotations

from functools import cache

from quotekit.lexicon import shipped


@cache
def words(name: str) -> frozenset[str]:
    """Return the list of that name in ``lexicon/marks.toml``."""
    return frozenset(_tables()[name])


@cache
def _tables() -> dict[str, list[str]]:
    return shipped("marks.toml")

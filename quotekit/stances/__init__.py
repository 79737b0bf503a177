"""Stances (placeholder until the stage is in place)."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from quotekit.records import Basis, StanceLabel
from quotekit.speakers import Who
from quotekit.syntax.records import Range


@frozen
class FoundStance:
    """One stance as read from the text."""

    label: StanceLabel
    basis: Basis | None
    holder: Who | None
    target: Who
    evidence: Range | None
    reported_by: int | None
    rule: str


def find_stances(*args: Any) -> list[FoundStance]:
    return []


def classify(*args: Any) -> FoundStance:
    raise NotImplementedError

"""The table of aliases and pronouns: text with inline marks against whom they stand for."""

from __future__ import annotations

import pytest
from inline import Mark, unmarked
from tables import cases

from quotekit import Analysis, QuoteKit


@pytest.mark.parametrize(("marked", "names"), cases(__file__))
def test_who_is_meant(kit: QuoteKit, marked: str, names: list[str]) -> None:
    text, marks = unmarked(marked)
    analysis = kit.analyze(text)
    expected = [names[int(mark.label) - 1] if mark.label else None for mark in marks]
    assert [who(analysis, mark) for mark in marks] == expected


def who(analysis: Analysis, mark: Mark) -> str | None:
    """The name of the entity whose mention is the marked stretch, or begins or ends with it."""
    meant = [
        (span.end - span.start, entity.name)
        for entity in analysis.entities
        for span in entity.mentions
        if span.start <= mark.start
        and mark.end <= span.end
        and (span.start == mark.start or span.end == mark.end)
    ]
    return min(meant)[1] if meant else None

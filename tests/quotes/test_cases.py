"""The table of quotations: text with inline marks against what comes out, records whole."""

from __future__ import annotations

import pytest
from inline import Mark, remarked, unmarked
from tables import cases

from quotekit import Quote, QuoteKit, Span


@pytest.mark.parametrize(("marked", "expected"), cases(__file__))
def test_quotations(kit: QuoteKit, marked: str, expected: list[str]) -> None:
    text, marks = unmarked(marked)
    gold = [
        (description(words), remarked(text, of_quotation(marks, number)))
        for number, words in enumerate(expected, 1)
    ]
    assert [shown(text, quote) for quote in kit.analyze(text).quotes] == gold


def description(words: str) -> set[str]:
    """Kind, act and *negated*; most are speech."""
    given = set(words.split())
    return given if given & {"thought", "attitude"} else given | {"speech"}


def of_quotation(marks: list[Mark], number: int) -> list[Mark]:
    """A mark without a label belongs to the only quotation."""
    return [mark for mark in marks if str(number) in (mark.label or "1")]


def shown(text: str, quote: Quote) -> tuple[set[str], str]:
    spans: list[tuple[str, Span | None]] = [("{", piece) for piece in quote.content]
    spans += [("<", quote.cue), ("[", quote.speaker and quote.speaker.span)]
    spans += [("/", quote.addressee and quote.addressee.span)]
    marks = [Mark(span.start, span.end, bracket) for bracket, span in spans if span is not None]
    what = {quote.kind.value, quote.act.value, *(["negated"] if quote.negated else [])}
    return what, remarked(text, marks)

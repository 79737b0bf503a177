"""Texts as they come: what is in them all the same, and nothing where nothing is."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from records import check

from quotekit import QuoteKind, QuoteKit
from quotekit.marks import find_paragraphs

MESS = Path(__file__).parent / "mess"
CASES = tomllib.loads((MESS / "cases.toml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_mess(case: dict[str, Any]) -> None:
    analysis = QuoteKit().analyze(case["text"])
    check(case["text"], analysis)
    assert [
        [quote.kind.value, quote.speaker.name if quote.speaker else "", quote.text]
        for quote in analysis.quotes
    ] == case["quotes"]


def test_nothing_is_said() -> None:
    """More than 60 paragraphs full of marks: titles, terms, nicknames, inches, code."""
    text = (MESS / "nothing_said.txt").read_text("utf-8")
    assert len(find_paragraphs(text)) > 60
    direct = [q.text for q in QuoteKit().analyze(text).quotes if q.kind is QuoteKind.DIRECT]
    assert len(direct) <= 1, direct

"""Every entry of the reporting lexicon reads its own example."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import pytest
from inline import as_parsed, unmarked

from quotekit import Analysis, Lexicon, Quote, QuoteKit
from quotekit.lexicon import ReportingEntry

if TYPE_CHECKING:
    from spacy.language import Language

Range = tuple[int, int]

ENTRIES = Lexicon.default().reporting
BRACKETS = {"speaker": "[", "cue": "<", "content": "{", "addressee": "/"}
WORD = re.compile(r"\w+")
NEARLY_ALL = 0.8


@pytest.fixture(scope="module")
def analyses(kit: QuoteKit) -> Mapping[str, Analysis]:
    """All examples in one run, by the key of their entry."""
    texts = ((unmarked(entry.example)[0], key) for key, entry in ENTRIES.items())
    return {key: analysis for analysis, key in kit.pipe(texts, as_tuples=True)}


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=ENTRIES)
def test_example(entry: ReportingEntry, analyses: Mapping[str, Analysis], nlp: Language) -> None:
    gold = marked_words(entry.example)
    analysis = analyses[entry.key]
    assert analysis.quotes, f"no quotation in: {as_parsed(nlp, analysis.text)}"
    quote = max(analysis.quotes, key=lambda q: likeness(content_words(q), gold["content"]))
    assert likeness(content_words(quote), gold["content"]) >= NEARLY_ALL, quote
    assert quote.cue is not None
    assert words(quote.cue.text, quote.cue.start) & gold["cue"], quote
    assert mention_words(quote, "speaker") == gold["speaker"], quote
    if gold["addressee"]:
        assert mention_words(quote, "addressee") == gold["addressee"], quote


def test_examples_are_all_different() -> None:
    examples = [entry.example for entry in ENTRIES.values()]
    assert len(set(examples)) == len(examples)


def words(text: str, offset: int = 0) -> set[int]:
    """The words of a stretch of text, as the places where they start."""
    return {offset + match.start() for match in WORD.finditer(text)}


def marked_words(example: str) -> dict[str, set[int]]:
    """The words of each mark of an example."""
    text, marks = unmarked(example)
    return {
        role: in_ranges(text, ((m.start, m.end) for m in marks if m.bracket == bracket))
        for role, bracket in BRACKETS.items()
    }


def in_ranges(text: str, ranges: Iterable[Range]) -> set[int]:
    return {place for start, end in ranges for place in words(text[start:end], start)}


def content_words(quote: Quote) -> set[int]:
    return {place for piece in quote.content for place in words(piece.text, piece.start)}


def mention_words(quote: Quote, role: str) -> set[int]:
    mention = getattr(quote, role)
    return words(mention.span.text, mention.span.start) if mention is not None else set()


def likeness(some: set[int], others: set[int]) -> float:
    """Shared words of all words."""
    return len(some & others) / len(some | others) if some | others else 0.0

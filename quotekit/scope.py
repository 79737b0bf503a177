"""How much of a text is read for what is asked about it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Sequence

from attrs import frozen

from quotekit.lexicon import Lexicon, Predicates
from quotekit.marks import (
    VERBATIM,
    Passage,
    Turn,
    Use,
    find_paragraphs,
    find_passages,
    find_pieces,
    find_turns,
    plain,
)
from quotekit.quotes import is_conversation
from quotekit.speakers import leaves_open, with_writers
from quotekit.stances import with_turns


@frozen(eq=False)
class Marked:
    """One text as its characters alone tell it."""

    given: str
    plain: str
    paragraphs: list[tuple[int, int]]
    pieces: list[tuple[int, int]]
    """The paragraphs, overlong ones in pieces."""
    passages: list[Passage]
    turns: list[Turn]

    @classmethod
    def of(cls, given: str) -> Marked:
        """What the marks stage finds in a text."""
        text = plain(given)
        paragraphs = find_paragraphs(text)
        passages = find_passages(text, paragraphs)
        pieces = find_pieces(text, paragraphs, passages)
        return cls(given, text, paragraphs, pieces, passages, find_turns(text, paragraphs))


@frozen
class Part:
    """What of a text goes through the pipeline; the rest is skimmed."""

    pieces: Collection[int]
    """By number, in order."""
    asked: Callable[[Sequence[str]], bool] = leaves_open
    """Which names a recogniser is asked about."""


def whole(marked: Marked) -> Part:
    """All of it."""
    return Part(range(len(marked.pieces)))


def spoken(marked: Marked) -> Part:
    """Where direct quotations and their attributions can stand: paragraphs with words in marks, or
    with a colon at the end (*Lee said:*); those with nothing but part of a phrase in marks (*a
    "cool" mayor*) only before a paragraph that opens with a quotation, whose speaker they may name.
    In a conversation the narration before and after a turn tells who speaks."""
    starts = [start for start, _ in marked.pieces]
    verbatim = [p for p in marked.passages if p.use in VERBATIM]
    with_words = _holders(starts, verbatim)
    if is_conversation(marked.plain, starts, marked.passages, marked.turns):
        beside = {n + step for n in with_words for step in (-1, 1)}.intersection(range(len(starts)))
        return Part(sorted(with_words | beside))
    sayable = _holders(starts, (p for p in verbatim if p.use is not Use.PART))
    opening = {p.outer_start for p in verbatim if p.use is Use.QUOTATION}
    before = {n - 1 for n in with_words if starts[n] in opening}
    leading = {n - 1 for n in with_words if n and marked.plain[marked.pieces[n - 1][1] - 1] == ":"}
    return Part(sorted(sayable | (with_words & before) | leading), asked=_none)


def _holders(starts: Sequence[int], passages: Iterable[Passage]) -> set[int]:
    """The pieces that hold the passages."""
    return {bisect_right(starts, passage.outer_start) - 1 for passage in passages}


def _none(_: Sequence[str]) -> bool:
    return False


@frozen
class Scope:
    """What is read of texts, by what is asked about them."""

    part: Callable[[Marked], Part]
    wanted: Callable[[Lexicon], Predicates]
    """The predicates that matter."""


def _reports(lexicon: Lexicon) -> Predicates:
    return with_writers(lexicon.wants_report)


def _sure(lexicon: Lexicon) -> Predicates:
    return with_turns(with_writers(lexicon.wants_sure))


def _all(lexicon: Lexicon) -> Predicates:
    return with_turns(with_writers(lexicon.wants))


ANSWER = Scope(whole, _all)
"""For a question about one stance."""
ANALYSIS = Scope(whole, _sure)
QUOTATIONS = Scope(whole, _reports)
DIRECT = Scope(spoken, _reports)

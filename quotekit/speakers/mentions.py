"""Every noun phrase of the text as a mention, in order, with the quotation that it stands in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from attrs import define, field

from quotekit.marks import Passage, Use
from quotekit.quotes.records import FoundQuote
from quotekit.records import QuoteKind
from quotekit.speakers.names import Name, read_name
from quotekit.speakers.words import words
from quotekit.syntax.records import Nominal, Paragraph, Range

WORD = re.compile(r"[^\W\d_][\w'’-]*")
LONGEST_HEADLINE = 200
LONG_WORD = 3
FEWEST_WORDS = 3
PACE = 0.2
"""How fast somebody fades while others are quoted."""


@define(eq=False)
class Mention:
    """A noun phrase on its way to an entity."""

    paragraph: int
    nominal: Nominal
    name: Name | None
    quote: int | None
    """The quotation in whose verbatim words it stands."""
    reported: bool
    """It stands in what somebody said or thinks, verbatim or not."""
    clock: int
    """Its place, the verbatim words before it counted for less."""
    headline: bool = False
    """It stands in a line whose words are all capitalised."""
    entity: int | None = None
    rule: str | None = None

    @property
    def range(self) -> Range:
        """The whole noun phrase."""
        return self.nominal.start, self.nominal.end


def find_mentions(
    text: str,
    paragraphs: Sequence[Paragraph],
    quotes: Sequence[FoundQuote],
    passages: Sequence[Passage],
) -> list[Mention]:
    """All nominals in the order of the text."""
    spoken = Sweep(_verbatim(quotes, passages))
    letters = _letters(text, quotes)
    told = Sweep(sorted(piece for quote in quotes for piece in _said(quote)))
    found = []
    for number, paragraph in enumerate(paragraphs):
        headline = _is_headline(text[paragraph.start : paragraph.end])
        for nominal in paragraph.nominals.values():
            inside = spoken.at(nominal.start)
            found.append(
                Mention(
                    paragraph=number,
                    nominal=nominal,
                    name=read_name(text, _core(nominal), (nominal.start, nominal.end))
                    if nominal.name and nominal.start not in letters
                    else None,
                    quote=inside,
                    reported=told.at(nominal.start) is not None,
                    clock=nominal.start - int(spoken.passed * (1 - PACE)),
                    headline=headline,
                )
            )
    return found


def _letters(text: str, quotes: Sequence[FoundQuote]) -> set[int]:
    """Where labels stand that are no names: *Q*, *Answer*."""
    labels = (quote.speaker_range for quote in quotes if quote.speaker_range is not None)
    lists = words()
    return {
        start
        for start, end in labels
        if lists.is_question(text[start:end]) or lists.is_answer(text[start:end])
    }


def _is_headline(line: str) -> bool:
    """*Okafor Opens Pier Despite Doubts*."""
    if len(line) > LONGEST_HEADLINE:
        return False
    small = words().inside_name | words().article
    long = [w for w in WORD.findall(line) if len(w) >= LONG_WORD and w not in small]
    return len(long) >= FEWEST_WORDS and all(word[0].isupper() for word in long)


@define(eq=False)
class Sweep:
    """Pieces of text walked through in order: which is the innermost one at a place."""

    pieces: Sequence[tuple[int, int, int]]
    """(start, end, number), sorted."""
    passed: int = 0
    """Characters of outermost pieces behind the place."""
    _next: int = 0
    _open: list[tuple[int, int, int]] = field(factory=list)

    def at(self, place: int) -> int | None:
        """The number of the innermost piece there; places must not go far back."""
        while self._next < len(self.pieces) and self.pieces[self._next][0] <= place:
            self._close(self.pieces[self._next][0])
            self._open.append(self.pieces[self._next])
            self._next += 1
        self._close(place)
        return self._open[-1][2] if self._open and self._open[-1][0] <= place else None

    def _close(self, place: int) -> None:
        while self._open and self._open[-1][1] <= place:
            start, end, _ = self._open.pop()
            if not self._open:
                self.passed += end - start


def _core(nominal: Nominal) -> Range:
    """The proper name as far as it lies in the phrase."""
    start, end = nominal.name or (0, 0)
    return max(start, nominal.start), min(end, nominal.end)


def _verbatim(
    quotes: Sequence[FoundQuote], passages: Sequence[Passage]
) -> list[tuple[int, int, int]]:
    """All words that somebody said as they stand, with the number of the quotation.

    Of a mixed quotation only what is in marks: *Lee said he was "my best friend"*.
    """
    pieces = [
        (start, end, number)
        for number, quote in enumerate(quotes)
        if quote.kind is QuoteKind.DIRECT
        for start, end in quote.content
    ]
    marked = [p for p in passages if p.depth == 0 and p.use in (Use.QUOTATION, Use.PHRASE)]
    starts = [passage.start for passage in marked]
    for number, quote in enumerate(quotes):
        if quote.kind is QuoteKind.MIXED and quote.content:
            first = bisect_left(starts, quote.content[0][0])
            last = bisect_left(starts, quote.content[-1][1])
            pieces += [(p.start, p.end, number) for p in marked[first:last]]
    return sorted(pieces, key=lambda piece: (piece[0], -piece[1]))


def _said(quote: FoundQuote) -> Iterator[tuple[int, int, int]]:
    if quote.speaker is None and quote.kind is QuoteKind.INDIRECT:  # it seems that …: nobody's
        return
    for start, end in quote.content:
        yield start, end, 0

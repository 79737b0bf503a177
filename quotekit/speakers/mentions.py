"""Every noun phrase of the text as a mention, in order, with the quotation that it stands in."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from attrs import define

from quotekit.marks import VERBATIM, Passage
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

Piece = tuple[int, int, int]
"""Start, end and number."""
END: Piece = (sys.maxsize, sys.maxsize, -1)
"""Behind all text."""


@define(eq=False)
class Mention:
    """A noun phrase on its way to an entity."""

    paragraph: int
    nominal: Nominal
    name: Name | None
    named: Range | None
    """Where the name stands, with its honorific."""
    quote: int | None
    """The quotation in whose verbatim words it stands."""
    reported: bool
    """It stands in what somebody said or thinks, verbatim or not."""
    speaks: bool
    """A quotation is attributed with these words."""
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
    changes = list(_layers(_verbatim(quotes, passages)))
    places = [place for place, _, _ in changes]
    layers = [(inside, int(passed * (1 - PACE))) for _, inside, passed in changes]
    told = _edges(sorted(piece for quote in quotes for piece in _said(quote)))
    letters = _letters(text, quotes)
    speakers = {quote.speaker for quote in quotes}
    found = []
    for number, paragraph in enumerate(paragraphs):
        headline = _is_headline(text, paragraph.start, paragraph.end)
        for nominal in paragraph.nominals.values():
            start = nominal.start
            inside, discounted = layers[bisect_right(places, start) - 1]
            name, named = None, None
            if nominal.name is not None and start not in letters:
                core = max(nominal.name[0], start), min(nominal.name[1], nominal.end)
                name, named = read_name(text, core, (start, nominal.end)) or (None, None)
            reported = bisect_right(told, start) % 2 == 1
            speaks, clock = nominal in speakers, start - discounted
            found.append(
                Mention(number, nominal, name, named, inside, reported, speaks, clock, headline)
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


def _is_headline(text: str, start: int, end: int) -> bool:
    """*Okafor Opens Pier Despite Doubts*."""
    if end - start > LONGEST_HEADLINE:
        return False
    small, capitalised = words().small, 0
    for found in WORD.finditer(text, start, end):
        word = found.group()
        if len(word) >= LONG_WORD and word not in small:
            if not word[0].isupper():
                return False
            capitalised += 1
    return capitalised >= FEWEST_WORDS


def _layers(pieces: Sequence[Piece]) -> Iterator[tuple[int, int | None, int]]:
    """Pieces of text, some inside others: the places where they begin and end, each with the number
    of the innermost one from there on and how many characters of outermost ones are passed."""
    around: list[Piece] = []
    place = passed = 0
    yield place, None, passed
    for piece in (*pieces, END):
        while around and around[-1][1] <= piece[0]:
            start, end, _ = around.pop()
            place = max(place, end)
            passed += 0 if around else end - start
            yield place, around[-1][2] if around else None, passed
        around.append(piece)
        place = piece[0]
        yield place, piece[2], passed


def _edges(ranges: Iterable[Range]) -> list[int]:
    """Where all that lies in any of the ranges, given in order, begins and ends by turns."""
    edges: list[int] = []
    for start, end in ranges:
        if edges and start <= edges[-1]:
            edges[-1] = max(edges[-1], end)
        else:
            edges += start, end
    return edges


def _verbatim(quotes: Sequence[FoundQuote], passages: Sequence[Passage]) -> list[Piece]:
    """All words that somebody said as they stand, with the number of the quotation.

    Of a mixed quotation only what is in marks: *Lee said he was "my best friend"*.
    """
    pieces = [
        (start, end, number)
        for number, quote in enumerate(quotes)
        if quote.kind is QuoteKind.DIRECT
        for start, end in quote.content
    ]
    marked = [p for p in passages if p.depth == 0 and p.use in VERBATIM]
    starts = [passage.start for passage in marked]
    for number, quote in enumerate(quotes):
        if quote.kind is QuoteKind.MIXED and quote.content:
            first = bisect_left(starts, quote.content[0][0])
            last = bisect_left(starts, quote.content[-1][1])
            pieces += [(p.start, p.end, number) for p in marked[first:last]]
    return sorted(pieces, key=lambda piece: (piece[0], -piece[1]))


def _said(quote: FoundQuote) -> Sequence[Range]:
    if quote.speaker is None and quote.kind is QuoteKind.INDIRECT:  # it seems that …: nobody's
        return ()
    return quote.content

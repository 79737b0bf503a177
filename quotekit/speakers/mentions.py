"""Every noun phrase of the text as a mention, in order, with the quotation that it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define

from quotekit.marks import Passage, Use
from quotekit.quotes.records import FoundQuote
from quotekit.records import QuoteKind
from quotekit.speakers.names import Name, read_name
from quotekit.syntax.records import Nominal, Paragraph, Range


@define(eq=False)
class Mention:
    """A noun phrase on its way to an entity."""

    paragraph: int
    nominal: Nominal
    name: Name | None
    quote: int | None
    """The quotation in whose verbatim words it stands."""
    entity: int | None = None
    rule: str | None = None

    @property
    def range(self) -> Range:
        """The whole noun phrase."""
        return self.nominal.start, self.nominal.end


def find_mentions(
    text: str, paragraphs: Sequence[Paragraph], verbatim: Sequence[tuple[int, int, int]]
) -> list[Mention]:
    """All nominals in the order of the text; ``verbatim`` as `verbatim_pieces` gives it."""
    found = []
    open_pieces: list[tuple[int, int, int]] = []
    at = 0
    for number, paragraph in enumerate(paragraphs):
        for nominal in paragraph.nominals.values():
            place = nominal.start
            while at < len(verbatim) and verbatim[at][0] <= place:
                open_pieces.append(verbatim[at])
                at += 1
            while open_pieces and open_pieces[-1][1] <= place:
                open_pieces.pop()
            holds = bool(open_pieces) and open_pieces[-1][0] <= place
            inside = open_pieces[-1][2] if holds else None
            name = read_name(text, _core(nominal), nominal.start) if nominal.name else None
            found.append(Mention(number, nominal, name, inside))
    return found


def _core(nominal: Nominal) -> Range:
    """The proper name as far as it lies in the phrase."""
    start, end = nominal.name or (0, 0)
    return max(start, nominal.start), min(end, nominal.end)


def verbatim_pieces(
    quotes: Sequence[FoundQuote], passages: Sequence[Passage]
) -> list[tuple[int, int, int]]:
    """(start, end, number of the quotation) of all words that somebody said as they stand.

    Of a mixed quotation only what is in marks: *Lee said he was "my best friend"*.
    """
    pieces = sorted(_direct(quotes))
    marked = [p for p in passages if p.depth == 0 and p.use in (Use.QUOTATION, Use.PHRASE)]
    at = 0
    for number, quote in enumerate(quotes):
        if quote.kind is not QuoteKind.MIXED:
            continue
        while at < len(marked) and marked[at].end <= quote.content[0][0]:
            at += 1
        for passage in marked[at:]:
            if passage.start >= quote.content[-1][1]:
                break
            pieces.append((passage.start, passage.end, number))
    return sorted(pieces, key=lambda piece: (piece[0], -piece[1]))


def _direct(quotes: Sequence[FoundQuote]) -> Iterator[tuple[int, int, int]]:
    for number, quote in enumerate(quotes):
        if quote.kind is QuoteKind.DIRECT:
            for start, end in quote.content:
                yield start, end, number

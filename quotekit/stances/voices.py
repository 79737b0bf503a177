"""In whose quotation a place of the text stands."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.quotes import FoundQuote
from quotekit.speakers import Cast, Who
from quotekit.syntax.records import Range


class Voices:
    """The quotations of a text by place, the innermost found first."""

    def __init__(self, quotes: Sequence[FoundQuote], cast: Cast) -> None:
        self.cast = cast
        self._pieces = sorted(
            (start, -end, number)
            for number, quote in enumerate(quotes)
            for start, end in quote.content
        )

    def quote_at(self, place: Range) -> int | None:
        """The number of the innermost quotation that holds the place."""
        found = None
        for start, minus_end, number in self._pieces:
            if start > place[0]:
                break
            if place[1] <= -minus_end:
                found = number
        return found

    def holder(self, quote: int | None, who: Who | None) -> Who | None:
        """Who holds a stance that stands in a quotation: its speaker where nobody is named."""
        if quote is None:
            return who
        speaker = self.cast.speaker(quote)
        if who is None:
            return speaker
        same = speaker is not None and who.entity is not None and who.entity == speaker.entity
        return speaker if same else who

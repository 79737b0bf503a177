"""In whose quotation a place of the text stands, and who a noun phrase there is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from quotekit.quotes import FoundQuote
from quotekit.speakers import Cast, Who
from quotekit.stances.view import View
from quotekit.syntax.records import Nominal, Range


class Voices:
    """The quotations of a text by place, the innermost found first."""

    def __init__(self, quotes: Sequence[FoundQuote], cast: Cast) -> None:
        self.cast = cast
        self._pieces = sorted(
            (start, -end, number)
            for number, quote in enumerate(quotes)
            for start, end in quote.content
        )
        self._around: list[int | None] = []
        """By piece: the piece that it stands in."""
        open_: list[int] = []
        for at, (_, minus_end, _) in enumerate(self._pieces):
            while open_ and self._pieces[open_[-1]][1] > minus_end:
                open_.pop()
            self._around.append(open_[-1] if open_ else None)
            open_.append(at)

    def quote_at(self, place: Range) -> int | None:
        """The number of the innermost quotation that holds the place."""
        after = bisect_right(self._pieces, place[0], key=lambda piece: piece[0])
        at = after - 1 if after else None
        while at is not None and -self._pieces[at][1] < place[1]:
            at = self._around[at]
        return None if at is None else self._pieces[at][2]

    def who(self, paragraph: int, view: View, nominal: Nominal, quote: int | None) -> Who:
        """Who a noun phrase stands for, those beside him left out; *we* is the speaker, *you* the
        addressee."""
        who = self.cast.who(paragraph, nominal.head)
        if quote is not None and who.entity is None and nominal.person < 3:
            first = nominal.person == 1
            part = self.cast.speaker(quote) if first else self.cast.addressee(quote)
            return who if part is None else part
        if who.range != (nominal.start, nominal.end):
            return who
        return Who(_alone(view, nominal), who.entity, who.rule)

    def holder(self, quote: int | None, who: Who | None) -> Who | None:
        """Who holds a stance that stands in a quotation: its speaker where nobody is named."""
        if quote is None:
            return who
        speaker = self.cast.speaker(quote)
        if who is None:
            return speaker
        same = speaker is not None and who.entity is not None and who.entity == speaker.entity
        return speaker if same else who


def _alone(view: View, nominal: Nominal) -> Range:
    """*Lee* in *Lee and Ann*, *Norland* in *not Norland*."""
    start = nominal.start + 4 * view.text.startswith("not ", nominal.start)
    others = (view.paragraph.nominal(row) for row in nominal.members)
    rest = [other.start for other in others if other is not None and other.start > start]
    joint = view.words.joint.search(view.text, start, min(rest)) if rest else None
    return (start, joint.start() if joint and joint.start() > start else nominal.end)

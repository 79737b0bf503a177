"""What all steps of this stage look at: the text, its quotations and its mentions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import field, frozen

from quotekit.quotes.records import FoundQuote
from quotekit.speakers.mentions import Mention
from quotekit.syntax.records import Nominal, Paragraph


@frozen(eq=False)
class Scene:
    """One text on its way through this stage; the mentions take their entities as they go."""

    text: str
    paragraphs: Sequence[Paragraph]
    quotes: Sequence[FoundQuote]
    mentions: Sequence[Mention]
    """In the order of the text."""
    speaking: frozenset[int] = field(init=False)
    """The nominals that attribute a quotation, by id."""
    _places: Mapping[tuple[int, int], Mention] = field(init=False)
    _nominals: Mapping[int, Mention] = field(init=False)

    @speaking.default
    def _speaking(self) -> frozenset[int]:
        return frozenset(id(q.speaker) for q in self.quotes if q.speaker is not None)

    @_places.default
    def _by_place(self) -> dict[tuple[int, int], Mention]:
        return {(m.paragraph, m.nominal.head): m for m in self.mentions}

    @_nominals.default
    def _by_nominal(self) -> dict[int, Mention]:
        return {id(m.nominal): m for m in self.mentions}

    def at(self, paragraph: int, row: int | None) -> Mention | None:
        """The mention with its head at that row of that paragraph."""
        return self._places.get((paragraph, row)) if row is not None else None

    def of(self, nominal: Nominal | None) -> Mention | None:
        """The mention of a nominal."""
        return self._nominals.get(id(nominal)) if nominal is not None else None

    def speaks(self, mention: Mention) -> bool:
        """Whether a quotation is attributed with these words."""
        return id(mention.nominal) in self.speaking

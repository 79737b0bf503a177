"""What the speakers stage hands on: who is behind each noun phrase, and who speaks to whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import field, frozen

from quotekit.syntax.records import Range


@frozen
class Who:
    """The words that stand for somebody, and who that is."""

    range: Range
    """The whole noun phrase, or the earlier mention that an inferred speaker is shown by."""
    entity: int | None
    """Its number in `Cast.entities`; None where nobody fits or it stays unnamed."""
    rule: str | None
    """The rule that resolved it."""


@frozen
class KnownEntity:
    """One person, organisation, place or group of the text."""

    name: str
    """The fullest of its names."""
    label: str | None
    """PERSON, ORG, GPE, … where known."""
    mentions: tuple[Range, ...] = field(repr=False)
    """In the order of the text."""


@frozen(eq=False)
class Cast:
    """Everybody in the text."""

    entities: tuple[KnownEntity, ...]
    """By first mention."""
    _nominal: Callable[[int, int], Who] = field(repr=False)
    _speakers: Mapping[int, Who] = field(repr=False)
    _addressees: Mapping[int, Who] = field(repr=False)

    def who(self, paragraph: int, row: int) -> Who:
        """Who the noun phrase with its head at that row of that paragraph stands for."""
        return self._nominal(paragraph, row)

    def speaker(self, quote: int) -> Who | None:
        """Who speaks the quotation of that number, named beside it or inferred."""
        return self._speakers.get(quote)

    def addressee(self, quote: int) -> Who | None:
        """To whom it is spoken."""
        return self._addressees.get(quote)

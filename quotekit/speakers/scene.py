"""What all steps of this stage look at: the text, its quotations and its mentions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from attrs import field, frozen

from quotekit.quotes.records import FoundQuote
from quotekit.speakers.mentions import Mention
from quotekit.speakers.words import words
from quotekit.syntax.records import Nominal, Paragraph


@frozen(eq=False)
class Scene:
    """One text on its way through this stage; the mentions take their entities as they go."""

    text: str
    paragraphs: Sequence[Paragraph]
    quotes: Sequence[FoundQuote]
    mentions: Sequence[Mention]
    """In the order of the text."""
    _nominals: Mapping[Nominal, Mention] = field(init=False)
    _persons: frozenset[Nominal | None] = field(init=False)
    """Nominals that a description of a person or a *who* goes with."""

    @_nominals.default
    def _by_nominal(self) -> dict[Nominal, Mention]:
        return {m.nominal: m for m in self.mentions}

    @_persons.default
    def _with_description(self) -> frozenset[Nominal | None]:
        found, lists = set[Nominal | None](), words()
        for mention in self.mentions:
            nominal = mention.nominal
            if nominal.lemma in lists.who:
                found.add(self.paragraphs[mention.paragraph].nominal(nominal.antecedent))
            for row in nominal.appositions:
                other = self.paragraphs[mention.paragraph].nominal(row)
                if other is not None and lists.is_person(other.lemma) and not other.plural:
                    found.add(nominal)
                elif lists.is_person(nominal.lemma) and not nominal.plural:
                    found.add(other)
        return frozenset(found)

    def at(self, paragraph: int, row: int | None) -> Mention | None:
        """The mention with its head at that row of that paragraph."""
        return self.of(self.paragraphs[paragraph].nominal(row))

    def ending_at(self, place: int) -> Mention | None:
        """The mention whose words end there."""
        return self._by_end.get(place)

    @cached_property
    def _by_end(self) -> Mapping[int, Mention]:
        return {m.nominal.end: m for m in self.mentions}

    def of(self, nominal: Nominal | None) -> Mention | None:
        """The mention of a nominal."""
        return self._nominals.get(nominal) if nominal is not None else None

    def is_described_as_person(self, mention: Mention) -> bool:
        """*Lee, the chair*; *the chair, Lee*; *Lee, who …*."""
        return mention.nominal in self._persons

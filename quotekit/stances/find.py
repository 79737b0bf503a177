"""All stances of a text."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from quotekit.lexicon import Lexicon
from quotekit.quotes import FoundQuote
from quotekit.records import Basis
from quotekit.speakers import Cast, Who
from quotekit.stances.records import FoundStance, Relation
from quotekit.stances.relations import relations
from quotekit.stances.view import View
from quotekit.stances.voices import Voices
from quotekit.syntax.records import Paragraph

SURE = 2
"""The last tier that speaks for itself; entries below it only answer a question."""


def find_stances(
    text: str,
    paragraphs: Sequence[Paragraph],
    quotes: Sequence[FoundQuote],
    cast: Cast,
    lexicon: Lexicon,
    bases: Collection[Basis],
) -> list[FoundStance]:
    """Who supports or opposes whom, by the start of the evidence."""
    voices = Voices(quotes, cast)
    found = (
        _found(relation, number, voices)
        for number, paragraph in enumerate(paragraphs)
        for relation in relations(View(text, paragraph, lexicon))
        if relation.tier <= SURE and relation.basis in bases
    )
    return sorted(_distinct(found), key=lambda s: s.evidence or s.target.range)


def _found(relation: Relation, paragraph: int, voices: Voices) -> FoundStance:
    quote = voices.quote_at(relation.evidence)
    who = voices.cast.who(paragraph, relation.holder) if relation.holder is not None else None
    return FoundStance(
        label=relation.bearing.label,
        basis=relation.basis,
        holder=voices.holder(quote, who),
        target=voices.cast.who(paragraph, relation.target),
        evidence=relation.evidence,
        reported_by=quote,
        rule=relation.rule,
    )


def _distinct(stances: Iterator[FoundStance]) -> Iterator[FoundStance]:
    """One of those that say the same on the same evidence; nobody stands against himself."""
    seen = set()
    for stance in stances:
        key = (stance.label, _identity(stance.holder), _identity(stance.target), stance.evidence)
        if key not in seen and _identity(stance.holder) != _identity(stance.target):
            seen.add(key)
            yield stance


def _identity(who: Who | None) -> object:
    return None if who is None else who.range if who.entity is None else who.entity

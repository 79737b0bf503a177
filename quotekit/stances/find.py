"""All stances of a text."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from quotekit.lexicon import Lexicon
from quotekit.quotes import FoundQuote
from quotekit.records import Basis
from quotekit.speakers import Cast, Who, names_somebody
from quotekit.stances.records import FoundStance, Relation
from quotekit.stances.relations import relations
from quotekit.stances.view import View
from quotekit.stances.voices import Voices
from quotekit.syntax.records import Paragraph

SURE = 1
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
    views = (View(text, paragraph, lexicon) for paragraph in paragraphs)
    found = (
        stance_of(relation, number, view, voices)
        for number, view in enumerate(views)
        for relation in relations(view)
        if relation.tier <= SURE and relation.basis in bases and not relation.stands_for_another
        if relation.holder is None or _is_somebody(relation, number, view, cast)
        if not _is_unknown_thing(relation.target, number, view, cast)
    )
    return sorted(_distinct(found), key=lambda s: s.evidence or s.target.range)


def _is_somebody(relation: Relation, paragraph: int, view: View, cast: Cast) -> bool:
    """Whether the holder can hold anything: a name, a person, a body, not *the need to …*."""
    assert relation.holder is not None
    nominal = view.nominal(relation.holder)
    if cast.who(paragraph, relation.holder).entity is not None or nominal.kind == "name":
        return True
    if nominal.kind == "pronoun":
        return not _is_unknown_thing(relation.holder, paragraph, view, cast)
    return names_somebody(nominal.lemma) or relation.holder == relation.predication.row


def _is_unknown_thing(row: int, paragraph: int, view: View, cast: Cast) -> bool:
    """*This is a disgrace*: the pronoun says nothing by itself."""
    nominal = view.nominal(row)
    pronoun = nominal.kind == "pronoun" and nominal.lemma in view.words.things
    return pronoun and cast.who(paragraph, row).entity is None


def stance_of(relation: Relation, paragraph: int, view: View, voices: Voices) -> FoundStance:
    """The relation with its parties known."""
    quote = voices.quote_at(relation.evidence)
    holder, target = view.paragraph.nominal(relation.holder), view.nominal(relation.target)
    who = None if holder is None else voices.who(paragraph, view, holder, quote)
    return FoundStance(
        label=relation.bearing.label,
        basis=relation.basis,
        holder=voices.holder(quote, who),
        target=voices.who(paragraph, view, target, quote),
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

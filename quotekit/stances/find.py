"""All stances of a text."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from quotekit.lexicon import SURE, Lexicon
from quotekit.quotes import FoundQuote
from quotekit.records import Basis
from quotekit.speakers import Cast, Who
from quotekit.stances.records import FoundStance, Relation
from quotekit.stances.relations import relations
from quotekit.stances.view import View
from quotekit.stances.voices import Voices
from quotekit.syntax.records import Paragraph


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
        for relation in relations(view, SURE)
        if relation.basis in bases and not relation.stands_for_another
        if relation.holder is None or _can_hold(relation, number, view, voices)
        if not _is_unknown(relation.target, number, view, voices)
    )
    return sorted(_distinct(found), key=lambda s: s.evidence or s.target.range)


def _can_hold(relation: Relation, paragraph: int, view: View, voices: Voices) -> bool:
    """Whether the holder can hold anything: a name, a person, a body, not *the need to …*."""
    row = relation.holder
    assert row is not None
    if voices.cast.who(paragraph, row).entity is not None:
        return True
    if row == relation.predication.row:  # "supporters of the bill"
        return True
    return view.is_somebody(row) and not _is_unknown(row, paragraph, view, voices)


def _is_unknown(row: int, paragraph: int, view: View, voices: Voices) -> bool:
    """***This** is a disgrace*, *you like **them***, *guard **their** business*: nobody in
    particular."""
    nominal = view.nominal(row)
    if nominal.kind != "pronoun" or voices.cast.who(paragraph, row).entity is not None:
        return False
    if nominal.person == 2:
        quote = voices.quote_at((nominal.start, nominal.end))
        return quote is None or voices.cast.addressee(quote) is None
    return nominal.lemma in view.words.things or (
        nominal.person == 3 and nominal.function == "other"
    )


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
        holder, target = _identity(stance.holder), _identity(stance.target)
        key = (stance.label, holder, target, stance.evidence)
        if key not in seen and holder != target:
            seen.add(key)
            yield stance


def _identity(who: Who | None) -> object:
    return None if who is None else who.range if who.entity is None else who.entity

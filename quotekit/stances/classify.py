"""Where one holder stands toward one target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotekit.errors import InvalidInput
from quotekit.lexicon import Lexicon
from quotekit.quotes import FoundQuote
from quotekit.records import Basis, StanceLabel
from quotekit.speakers import Cast
from quotekit.stances.find import stance_of
from quotekit.stances.party import Party, Place, are_same, is_apposed, party, speaks_for
from quotekit.stances.records import FoundStance, Relation
from quotekit.stances.relations import relations
from quotekit.stances.tone import toned
from quotekit.stances.view import View
from quotekit.stances.voices import Voices
from quotekit.syntax.records import Paragraph

WEIGHT = {1: 1.0, 2: 0.7, 3: 0.4}


def classify(
    text: str,
    paragraphs: Sequence[Paragraph],
    quotes: Sequence[FoundQuote],
    cast: Cast,
    lexicon: Lexicon,
    target: Place,
    holder: Place | None,
) -> FoundStance:
    """The stance of the holder (None: of anybody) toward the target; neutral without evidence."""
    views = [View(text, paragraph, lexicon) for paragraph in paragraphs]
    toward = party(text, views, cast, target, "target")
    by = None if holder is None else party(text, views, cast, holder, "holder")
    if by is not None:
        if are_same(text, by, toward):
            raise InvalidInput(f"holder {holder!r} and target {target!r} are the same")
        by, toward = by.apart_from(toward), toward.apart_from(by)
    voices = Voices(quotes, cast)
    found = [
        (WEIGHT[relation.tier], stance)
        for number, view in enumerate(views)
        for relation in relations(view)
        for stance in _held(relation, number, view, voices, toward, by)
    ]
    related = [each for each in found if each[1].basis is not Basis.TONE]
    if related:
        return _weightiest(related)
    found += ((1.0, stance) for stance in toned(text, views, quotes, voices, toward, by))
    if found:
        return _weightiest(found)
    held = None if by is None else by.first()
    rule = "neutral.no-evidence"
    return FoundStance(StanceLabel.NEUTRAL, None, held, toward.first(), None, None, rule)


def _held(
    relation: Relation, number: int, view: View, voices: Voices, toward: Party, by: Party | None
) -> Iterator[FoundStance]:
    """The relation as a stance, if it is one of the holder's toward the target."""
    cast = voices.cast
    aimed = view.nominal(relation.target)
    named = toward.is_at(cast, number, relation.target) or is_apposed(view, aimed, toward)
    if not named and aimed.person != 2:
        return
    stance = stance_of(relation, number, view, voices)
    if not named and not toward.is_who(stance.target):
        return
    if by is None or by.is_who(stance.holder) or _acts(relation, number, view, cast, by):
        yield stance


def _acts(relation: Relation, number: int, view: View, cast: Cast, by: Party) -> bool:
    """Whether the one who holds it is the party, or speaks for it."""
    if relation.holder is None:
        return False
    nominal = view.nominal(relation.holder)
    return (
        by.is_at(cast, number, relation.holder)
        or is_apposed(view, nominal, by)
        or speaks_for(view, nominal, by)
    )


def _weightiest(found: Sequence[tuple[float, FoundStance]]) -> FoundStance:
    """Of both labels the one with more evidence, then the later."""
    weight = dict.fromkeys(StanceLabel, 0.0)
    for much, stance in found:
        weight[stance.label] += much
    return max((s for _, s in found), key=lambda s: (weight[s.label], s.evidence or (0, 0)))

"""Where one holder stands toward one target."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from quotekit.errors import InvalidInput
from quotekit.lexicon import Lexicon
from quotekit.quotes import FoundQuote
from quotekit.records import StanceLabel
from quotekit.speakers import Cast, Who
from quotekit.stances.records import FoundStance, Relation
from quotekit.stances.relations import relations
from quotekit.stances.view import View
from quotekit.stances.voices import Voices
from quotekit.syntax.records import Paragraph, Range

Place = str | tuple[int, int]
WEIGHT = {1: 1.0, 2: 0.7, 3: 0.4}


@frozen(eq=False)
class Party:
    """Whom a question is about: the places that name them and the noun phrases that stand there."""

    ranges: tuple[Range, ...]
    rows: frozenset[tuple[int, int]]
    entities: frozenset[int]

    def is_at(self, cast: Cast, paragraph: int, row: int) -> bool:
        """Whether a noun phrase stands for them."""
        if (paragraph, row) in self.rows:
            return True
        return cast.who(paragraph, row).entity in self.entities

    def is_who(self, who: Who | None) -> bool:
        """Whether a speaker is them."""
        if who is None:
            return False
        if who.entity in self.entities:
            return True
        start, end = who.range
        return any(start <= a and b <= end for a, b in self.ranges)


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
    if by is not None and _same(by, toward):
        raise InvalidInput(f"holder {holder!r} and target {target!r} are the same")
    voices = Voices(quotes, cast)
    found = [
        (relation, number, stance)
        for number, view in enumerate(views)
        for relation in relations(view)
        for stance in _held(relation, number, voices, toward, by)
    ]
    if found:
        return _weightiest(found)
    who = Who(toward.ranges[0], next(iter(toward.entities), None), None)
    held = None if by is None else Who(by.ranges[0], next(iter(by.entities), None), None)
    return FoundStance(StanceLabel.NEUTRAL, None, held, who, None, None, "neutral.no-evidence")


def _same(a: Party, b: Party) -> bool:
    return bool(a.entities & b.entities) or set(a.ranges) == set(b.ranges)


def party(text: str, views: Sequence[View], cast: Cast, place: Place, role: str) -> Party:
    """The places, noun phrases and entities that a name or a pair of offsets means."""
    ranges = tuple(_ranges(text, place, role))
    rows = {
        (number, row)
        for number, view in enumerate(views)
        for span in ranges
        if view.paragraph.start <= span[0] < view.paragraph.end
        for row in _smallest(view, span)
    }
    entities = {cast.who(*row).entity for row in rows} - {None}
    return Party(ranges, frozenset(rows), frozenset(e for e in entities if e is not None))


def _ranges(text: str, place: Place, role: str) -> Iterator[Range]:
    if isinstance(place, str):
        if not place.strip():
            raise InvalidInput(f"{role} {place!r} is empty")
        words = re.compile(rf"(?<!\w){re.escape(place.strip())}(?!\w)")
        found = [match.span() for match in words.finditer(text)]
        if not found:
            raise InvalidInput(f"{role} {place!r} is not in the text")
        yield from found
        return
    try:
        start, end = place
    except (TypeError, ValueError):
        raise InvalidInput(f"{role} {place!r}: expected a name or offsets (start, end)") from None
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
        raise InvalidInput(f"{role} {place!r}: not a range of a text of {len(text)} characters")
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    yield start, end


def _smallest(view: View, span: Range) -> Iterator[int]:
    """The heads of the smallest noun phrases that cover a place."""
    around = [n for n in view.paragraph.nominals.values() if n.start <= span[0] < n.end]
    covering = [n for n in around if span[1] <= n.end] or around
    if covering:
        shortest = min(n.end - n.start for n in covering)
        for nominal in covering:
            if nominal.end - nominal.start == shortest:
                yield nominal.head


def _held(
    relation: Relation, number: int, voices: Voices, toward: Party, by: Party | None
) -> Iterator[FoundStance]:
    """The relation as a stance, if it is one of the holder's toward the target."""
    cast = voices.cast
    if not toward.is_at(cast, number, relation.target):
        return
    quote = voices.quote_at(relation.evidence)
    who = cast.who(number, relation.holder) if relation.holder is not None else None
    holder = voices.holder(quote, who)
    if by is not None:
        named = relation.holder is not None and by.is_at(cast, number, relation.holder)
        if not named and not by.is_who(holder):
            return
    yield FoundStance(
        relation.bearing.label,
        relation.basis,
        holder,
        cast.who(number, relation.target),
        relation.evidence,
        quote,
        relation.rule,
    )


def _weightiest(found: Sequence[tuple[Relation, int, FoundStance]]) -> FoundStance:
    """Of both labels the one with more evidence, then the later."""
    weight = {StanceLabel.SUPPORT: 0.0, StanceLabel.OPPOSE: 0.0, StanceLabel.NEUTRAL: 0.0}
    for relation, _, stance in found:
        weight[stance.label] += WEIGHT[relation.tier]
    return max(
        (stance for *_, stance in found),
        key=lambda s: (weight[s.label], s.evidence or (0, 0)),
    )

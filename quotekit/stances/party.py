"""Whom a question about a stance means, and which noun phrases stand for them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from quotekit.errors import InvalidInput
from quotekit.speakers import Cast, Who
from quotekit.stances.view import LONGEST, View
from quotekit.syntax.records import Nominal, Range

Place = str | tuple[int, int]
WORD = re.compile(r"\w+")


@frozen(eq=False)
class Party:
    """The places that name somebody, the noun phrases that stand there, the entities behind."""

    ranges: tuple[Range, ...]
    rows: frozenset[tuple[int, int]]
    entities: frozenset[int]

    def is_at(self, cast: Cast, paragraph: int, row: int) -> bool:
        """Whether a noun phrase stands for them."""
        return (paragraph, row) in self.rows or cast.who(paragraph, row).entity in self.entities

    def is_who(self, who: Who | None) -> bool:
        """Whether a speaker is them."""
        if who is None:
            return False
        start, end = who.range
        return who.entity in self.entities or any(start <= a and b <= end for a, b in self.ranges)

    def apart_from(self, other: Party) -> Party:
        """Without the entities of the other: whoever asks about two has two in mind."""
        return evolve(self, entities=self.entities - other.entities)

    def first(self) -> Who:
        """Their first mention."""
        return Who(self.ranges[0], min(self.entities, default=None), None)


def party(text: str, views: Sequence[View], cast: Cast, place: Place, role: str) -> Party:
    """The party that a name or a pair of offsets means; `InvalidInput` if it means none."""
    ranges = _ranges(text, cast, place, role)
    starts = [view.paragraph.start for view in views]
    places = ((max(0, bisect_right(starts, span[0]) - 1), span) for span in ranges)
    rows = frozenset(
        (number, row)
        for number, span in places
        if number < len(views) and span[0] < views[number].paragraph.end
        for row in _smallest(views[number], span)
    )
    entities = {
        cast.who(number, row).entity
        for number, row in rows
        if _is_named(views[number].nominal(row), ranges)
    }
    return Party(ranges, rows, frozenset(e for e in entities if e is not None))


def _is_named(nominal: Nominal, ranges: Sequence[Range]) -> bool:
    """Whether a place is the name itself, as against ***Norland** minister Ann Okafor*."""
    if nominal.name is None:
        return True
    start, end = nominal.name
    return any(a < end and start < b for a, b in ranges)


def are_same(text: str, one: Party, other: Party) -> bool:
    """Whether two parties are one: the same place, or one entity by a longer and a shorter name."""
    if set(one.ranges) & set(other.ranges):
        return True
    mine, theirs = (set(text[slice(*party.ranges[0])].casefold().split()) for party in (one, other))
    return bool(one.entities & other.entities) and (mine <= theirs or theirs <= mine)


def _ranges(text: str, cast: Cast, place: Place, role: str) -> tuple[Range, ...]:
    if not isinstance(place, str):
        return (_widened(text, place, role),)
    words = place.split()
    name = r"\s+".join(map(re.escape, words))
    found = [m.span() for m in re.finditer(rf"(?<!\w){name}(?!\w)", text)] if words else []
    named = (known.mentions for known in cast.entities if known.name == " ".join(words))
    ranges = tuple(found) or next(named, ())
    if not ranges:
        raise InvalidInput(f"{role} {place!r} is not in the text")
    return ranges


def _widened(text: str, place: tuple[int, int], role: str) -> Range:
    """Offsets; inside a word they mean the word."""
    try:
        start, end = place
    except (TypeError, ValueError):
        raise InvalidInput(f"{role} {place!r}: expected a name or offsets (start, end)") from None
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
        raise InvalidInput(f"{role} {place!r}: not a range of a text of {len(text)} characters")
    return _whole_words(text, start, end)


def _whole_words(text: str, start: int, end: int) -> Range:
    """A place widened to the words that it cuts, without the marks around it."""
    words = [
        match.span()
        for match in WORD.finditer(text, max(0, start - LONGEST), min(len(text), end + LONGEST))
        if match.start() < end and start < match.end()
    ]
    return (words[0][0], words[-1][1]) if words else (start, end)


def _smallest(view: View, span: Range) -> Iterator[int]:
    """The heads of the smallest noun phrases that cover a place; else of the largest within it."""
    around = [n for n in view.starting(span[0] - LONGEST, span[0]) if span[0] < n.end]
    covering = [n for n in around if span[1] <= n.end] or around
    if covering:
        shortest = min(n.end - n.start for n in covering)
        return (n.head for n in covering if n.end - n.start == shortest)
    within = list(view.between(*span))
    longest = max((n.end - n.start for n in within), default=0)
    return (n.head for n in within if n.end - n.start == longest)


def speaks_for(view: View, nominal: Nominal, party: Party) -> bool:
    """*Okafor's campaign*, *the Norland army*, *a spokesman for the bank*: they act for the
    party."""
    for start, end in party.ranges:
        if not (nominal.start <= start and end <= nominal.end):
            continue
        if nominal.lemma in view.words.proxy:
            return True
        before = view.text[nominal.start : start].lower().removesuffix("the ").split()
        leads = not before or before[-1] not in view.words.belonging | view.words.against
        owner = view.paragraph.nominal(nominal.possessor)
        owned = owner is not None and owner.start <= start < owner.end
        if nominal.kind == "description" and leads and not owned:
            return True
    return False


def is_apposed(view: View, nominal: Nominal, party: Party) -> bool:
    """*the chair, **Ann Okafor***: another name of the same one; *the **Islamic** State*."""
    apposed = (view.paragraph.nominal(row) for row in nominal.appositions)
    if any(n is not None and n.start <= a and b <= n.end for n in apposed for a, b in party.ranges):
        return True
    leading = nominal.kind == "name" and nominal.possessor is None and nominal.name is not None
    first = nominal.name[1] if leading and nominal.name is not None else nominal.start
    return leading and any(nominal.start <= a and b <= first for a, b in party.ranges)

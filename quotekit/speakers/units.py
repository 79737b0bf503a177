"""The turns of a conversation: quotations of one speaker in one paragraph, and what tells who it
is."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from attrs import define, field

from quotekit.quotes.records import FoundQuote
from quotekit.records import QuoteKind
from quotekit.speakers.mentions import Mention
from quotekit.speakers.references import GENDER
from quotekit.speakers.registry import Entity
from quotekit.syntax.records import Paragraph

CALLED = re.compile(
    r"(?:^|[,.!?;:—–(-]\s*|\b(?:my|dear|dearest|poor|old|oh|o|ah|well|no|yes|good|come|why|and|but|now)\s+)$",
    re.I,
)
CALLED_END = re.compile(r"\s*(?:$|[,.!?;:—–)-])")
ADDRESS = re.compile(
    r"(?:^|[,.!?;:]\s)(?:(?:my|dear|good|yes|no|oh|well|thank you)\s+)*"
    r"(?P<male>sir|my lord|old man|old fellow|old chap|my boy|my lad|mister)?"
    r"(?P<female>ma['’ ]am|madam|miss|my lady|my girl|milady)?(?=[,.!?;]|$)",
    re.I,
)


@define(eq=False)
class Unit:
    """One turn: quotations of one speaker in one paragraph."""

    paragraph: int
    start: int
    end: int
    quotes: list[int] = field(factory=list)
    speaker: int | None = None
    """As the attribution names it."""
    described: int | None = None
    """Whom a description names: *said the old man*."""
    guess: int | None = None
    """Whom the reading of the pronouns took the attribution's pronoun for."""
    gender: str | None = None
    attributed: bool = False
    """By a pronoun or a description."""
    unknown: bool = False
    """It is attributed to somebody whom no entity stands for."""
    first_person: bool = False
    beat: int | None = None
    """The subject of the narration in the paragraph."""
    beside: set[int] = field(factory=set)
    """Others in that narration."""
    lead: int | None = None
    """The last subject of the narration right before it."""
    called: set[int] = field(factory=set)
    """Whom it calls by name."""
    about: set[int] = field(factory=set)
    """Whom it speaks of."""
    gap: int = 0
    """Paragraphs of narration between it and the turn before."""


def find_units(
    text: str,
    paragraphs: Sequence[Paragraph],
    quotes: Sequence[FoundQuote],
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    by_nominal: Mapping[int, Mention],
) -> list[Unit]:
    """The turns of all direct quotations, in order."""
    units = _grouped(quotes, entities, by_nominal)
    by_quote = {number: unit for unit in units for number in unit.quotes}
    by_paragraph: dict[int, list[Unit]] = defaultdict(list)
    for unit in units:
        by_paragraph[unit.paragraph].append(unit)
    narration: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.quote is None:
            narration[mention.paragraph].append(mention)
        elif mention.name is not None and mention.entity is not None:
            unit_of = by_quote.get(mention.quote)
            if unit_of is not None and entities[mention.entity].is_person:
                called = _is_called(text, mention, quotes[mention.quote])
                (unit_of.called if called else unit_of.about).add(mention.entity)
    own = {id(q.speaker) for q in quotes if q.speaker is not None}
    previous: Unit | None = None
    for unit in units:
        _read_beats(unit, narration[unit.paragraph], by_paragraph[unit.paragraph], entities, own)
        if previous is not None and previous.paragraph != unit.paragraph:
            unit.gap = unit.paragraph - previous.paragraph - 1
        if unit.paragraph > 0 and unit is by_paragraph[unit.paragraph][0]:
            if unit.paragraph - 1 not in by_paragraph:
                unit.lead = _last_subject(narration[unit.paragraph - 1], entities)
        previous = unit
    return units


def _grouped(
    quotes: Sequence[FoundQuote], entities: Sequence[Entity], by_nominal: Mapping[int, Mention]
) -> list[Unit]:
    units: list[Unit] = []
    of_quote: dict[int, Unit] = {}
    reach = -1
    for number, quote in enumerate(quotes):
        if quote.kind is not QuoteKind.DIRECT or not quote.content:
            continue
        start, end = quote.content[0][0], quote.content[-1][1]
        if end <= reach:
            continue  # a quotation within a quotation is no turn
        reach = end
        new = Unit(quote.paragraph, start, end, [number])
        _attribute(new, quote, entities, by_nominal)
        carried = of_quote.get(quote.carries_on) if quote.carries_on is not None else None
        last = units[-1] if units else None
        if carried is not None:
            unit = carried
        elif last is not None and last.paragraph == quote.paragraph and _same(last, new):
            unit = last
        else:
            units.append(new)
            of_quote[number] = new
            continue
        unit.quotes.append(number)
        unit.end = end
        unit.speaker = unit.speaker if unit.speaker is not None else new.speaker
        unit.guess = unit.guess if unit.guess is not None else new.guess
        unit.described = unit.described if unit.described is not None else new.described
        unit.gender = unit.gender or new.gender
        unit.attributed |= new.attributed
        unit.first_person |= new.first_person
        of_quote[number] = unit
    return units


def _same(last: Unit, new: Unit) -> bool:
    """Within a paragraph one goes on speaking unless somebody else is named."""
    if last.speaker is not None and new.speaker is not None:
        return last.speaker == new.speaker
    return not (last.gender and new.gender and last.gender != new.gender) and (
        last.first_person == new.first_person or not (last.attributed and new.attributed)
    )


def _attribute(
    unit: Unit, quote: FoundQuote, entities: Sequence[Entity], by_nominal: Mapping[int, Mention]
) -> None:
    if quote.speaker is None:
        return
    mention = by_nominal.get(id(quote.speaker))
    nominal = quote.speaker
    unit.attributed = True
    if nominal.kind == "pronoun":
        unit.gender = GENDER.get(nominal.lemma)
        unit.first_person = nominal.person == 1
        unit.guess = mention.entity if mention is not None else None
    elif mention is not None and mention.entity is not None:
        unit.gender = entities[mention.entity].gender
        if entities[mention.entity].described:
            unit.described = mention.entity
        else:
            unit.speaker = mention.entity
    else:
        unit.unknown = True


def _is_called(text: str, mention: Mention, quote: FoundQuote) -> bool:
    """*"Come here, Oliver!"*: set off by marks or commas, and no subject."""
    name = mention.name
    if name is None:
        return False
    piece = next((p for p in quote.content if p[0] <= name.start < p[1]), None)
    if piece is None:
        return False
    before = text[max(piece[0], name.start - 20) : name.start].replace("\n", " ")
    after = text[name.end : min(piece[1], name.end + 3)]
    if not CALLED.search(before) or not CALLED_END.match(after):
        return False
    listed = re.search(r"\b(?:and|or)\s*$", before)
    return not listed


def _read_beats(
    unit: Unit,
    narration: Sequence[Mention],
    units: Sequence[Unit],
    entities: Sequence[Entity],
    speaking: set[int],
) -> None:
    """The narration of the unit's own stretch of the paragraph."""
    place = next(n for n, u in enumerate(units) if u is unit)
    first = units[place - 1].end if place else -1
    last = units[place + 1].start if place + 1 < len(units) else 10**12
    found: list[int] = []
    for mention in narration:
        if not first <= mention.nominal.start < last or mention.entity is None:
            continue
        if not entities[mention.entity].is_person or id(mention.nominal) in speaking:
            continue
        if mention.nominal.function == "subject":
            found.append(mention.entity)
        else:
            unit.beside.add(mention.entity)
    if found:
        unit.beat = Counter(found).most_common(1)[0][0]
        unit.beside |= set(found) - {unit.beat}


def _last_subject(narration: Sequence[Mention], entities: Sequence[Entity]) -> int | None:
    for mention in reversed(narration):
        if mention.nominal.function == "subject" and mention.entity is not None:
            if entities[mention.entity].is_person:
                return mention.entity
    return None

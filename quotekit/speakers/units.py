"""The turns of a conversation: quotations of one speaker in one paragraph, and what tells who it
is."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from attrs import define, field

from quotekit.quotes.records import FoundQuote
from quotekit.records import QuoteKind
from quotekit.speakers.mentions import Mention
from quotekit.speakers.registry import Entity
from quotekit.speakers.scene import Scene
from quotekit.speakers.voices import Voices
from quotekit.speakers.words import words

CALLED = re.compile(
    r"(?:^|[,.!?;:—–(-]\s*"
    r"|\b(?:my|dear|dearest|poor|old|oh|o|ah|well|no|yes|good|come|why|and|but|now)\s+)$",
    re.I,
)
CALLED_END = re.compile(r"\s*(?:$|[,.!?;:—–)-])")
LISTED = re.compile(r"\b(?:and|or)\s*$")


@define(eq=False)
class Unit:
    """One turn: quotations of one speaker in one paragraph."""

    paragraph: int
    start: int
    end: int
    quotes: list[int] = field(factory=list)
    speaker: int | None = None
    """As the attribution or the label names it."""
    described: int | None = None
    """Whom a description names: *said the old man*."""
    guess: int | None = None
    """Whom the reading of the pronouns took the attribution's pronoun for."""
    gender: str | None = None
    attributed: bool = False
    """There is an attribution."""
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

    def take_in(self, other: Unit) -> None:
        """The same speaker goes on."""
        self.quotes += other.quotes
        self.end = other.end
        self.speaker = self.speaker if self.speaker is not None else other.speaker
        self.guess = self.guess if self.guess is not None else other.guess
        self.described = self.described if self.described is not None else other.described
        self.gender = self.gender or other.gender
        self.attributed |= other.attributed
        self.first_person |= other.first_person


def find_units(scene: Scene, entities: Sequence[Entity], voices: Voices) -> list[Unit]:
    """The turns of all direct quotations, in order, with their attributions."""
    units: list[Unit] = []
    of_quote: dict[int, Unit] = {}
    reach = -1
    for number, quote in enumerate(scene.quotes):
        if quote.kind is not QuoteKind.DIRECT or not quote.content or quote.content[-1][1] <= reach:
            continue  # a quotation within a quotation is no turn
        reach = quote.content[-1][1]
        new = _attributed(number, quote, scene, entities)
        new.speaker = voices.speakers.get(number, new.speaker)
        unit = of_quote.get(quote.carries_on) if quote.carries_on is not None else None
        if unit is not None and unit.paragraph != new.paragraph:
            unit = None  # to and fro, the next paragraph is the next one's
        if unit is None and units and _goes_on(units[-1], new):
            unit = units[-1]
        if unit is not None:
            unit.take_in(new)
        else:
            unit = new
            units.append(new)
        of_quote[number] = unit
    for last, unit in pairwise(units):
        unit.gap = max(0, unit.paragraph - last.paragraph - 1)
    return units


def _goes_on(last: Unit, new: Unit) -> bool:
    """Within a paragraph one goes on speaking unless somebody else is named."""
    if last.paragraph != new.paragraph:
        return False
    if last.speaker is not None and new.speaker is not None:
        return last.speaker == new.speaker
    return not (last.gender and new.gender and last.gender != new.gender) and (
        last.first_person == new.first_person or not (last.attributed and new.attributed)
    )


def _attributed(number: int, quote: FoundQuote, scene: Scene, entities: Sequence[Entity]) -> Unit:
    """A unit of one quotation."""
    unit = Unit(quote.paragraph, quote.content[0][0], quote.content[-1][1], [number])
    nominal, mention = quote.speaker, scene.of(quote.speaker)
    if nominal is None:
        return unit
    unit.attributed = True
    entity = mention.entity if mention is not None else None
    if nominal.kind == "pronoun":
        unit.gender = words().pronoun_gender.get(nominal.lemma)
        unit.first_person = nominal.person == 1
        unit.guess = entity
    elif entity is None:
        unit.unknown = True
    else:
        unit.gender = entities[entity].gender
        if entities[entity].described:
            unit.described = entity
        else:
            unit.speaker = entity
    return unit


def gather(scene: Scene, entities: Sequence[Entity], units: Sequence[Unit]) -> None:
    """What the narration around the turns and their words tell."""
    of_quote = {number: unit for unit in units for number in unit.quotes}
    narration: dict[int, list[Mention]] = defaultdict(list)
    for mention in scene.mentions:
        if mention.entity is None or not entities[mention.entity].is_person:
            continue
        if mention.quote is None:
            narration[mention.paragraph].append(mention)
        elif mention.name is not None and mention.quote in of_quote:
            unit = of_quote[mention.quote]
            called = _is_called(scene.text, mention, scene.quotes[mention.quote])
            (unit.called if called else unit.about).add(mention.entity)
    with_talk = {unit.paragraph for unit in units}
    for place, unit in enumerate(units):
        last = units[place - 1] if place else None
        after = units[place + 1] if place + 1 < len(units) else None
        start = last.end if last is not None else 0
        end = after.start if after is not None else len(scene.text)
        around = [m for m in narration[unit.paragraph] if start <= m.nominal.start < end]
        _read_beats(unit, [mention for mention in around if not mention.speaks])
        opens = last is None or last.paragraph != unit.paragraph
        if opens and unit.paragraph - 1 not in with_talk:
            before = [m for m in narration[unit.paragraph - 1] if m.nominal.function == "subject"]
            unit.lead = before[-1].entity if before else None


def _read_beats(unit: Unit, stretch: Sequence[Mention]) -> None:
    """The narration of the unit's own stretch of the paragraph."""
    found = [m.entity for m in stretch if m.nominal.function == "subject" and m.entity is not None]
    if found:
        unit.beat = Counter(found).most_common(1)[0][0]
    unit.beside = {m.entity for m in stretch if m.entity is not None} - {unit.beat}


def _is_called(text: str, mention: Mention, quote: FoundQuote) -> bool:
    """*"Come here, Oliver!"*: set off by marks or commas, and not listed."""
    if mention.named is None:
        return False
    start, end = mention.named
    piece = next((p for p in quote.content if p[0] <= start < p[1]), None)
    if piece is None:
        return False
    before = text[max(piece[0], start - 20) : start].replace("\n", " ")
    after = text[end : min(piece[1], end + 3)]
    return bool(CALLED.search(before) and CALLED_END.match(after) and not LISTED.search(before))

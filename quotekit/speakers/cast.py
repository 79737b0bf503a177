"""The result of the stage, from mentions and voices."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from functools import partial

from quotekit.quotes.records import FoundQuote
from quotekit.speakers.counting import most_frequent
from quotekit.speakers.mentions import Mention
from quotekit.speakers.records import Cast, KnownEntity, Who
from quotekit.speakers.registry import Entity
from quotekit.speakers.scene import Scene
from quotekit.speakers.voices import Voices, label_ranges
from quotekit.syntax.records import Range

Places = Mapping[int, list[Range]]


def build_cast(scene: Scene, entities: Sequence[Entity], voices: Voices) -> Cast:
    """Number the entities by first mention, less those whom nothing refers back to."""
    places = _places(scene, voices)
    kept = [n for n, found in places.items() if len(found) > entities[n].described]
    kept.sort(key=lambda n: (places[n][0], n))
    new = {old: number for number, old in enumerate(kept)}
    phrases = _phrases(scene, entities, new)
    who = partial(_who, new)
    speakers: dict[int, Who] = {}
    addressees: dict[int, Who] = {}
    for number, quote in enumerate(scene.quotes):
        entity, addressee = voices.speakers.get(number), voices.addressees.get(number)
        mention, called = scene.of(quote.speaker), scene.of(quote.addressee)
        if mention is not None:
            joint = _is_joint(scene, entities, mention)
            speakers[number] = who(mention.range, None if joint else entity, mention.rule)
        elif quote.speaker is not None:
            speakers[number] = Who((quote.speaker.start, quote.speaker.end), None, None)
        elif quote.speaker_range is not None:
            speakers[number] = who(quote.speaker_range, entity, "conversation.label")
        elif entity is not None and entity in new:
            rule = voices.rules.get(number, "conversation.continued")
            speakers[number] = who(_nearest(places[entity], quote), entity, rule)
        elif quote.carries_on is not None and quote.carries_on in speakers:
            speakers[number] = speakers[quote.carries_on]
        if called is not None:
            addressees[number] = who(called.range, addressee, called.rule)
        elif addressee is not None and addressee in new:
            place = _nearest(places[addressee], quote)
            addressees[number] = who(place, addressee, "conversation.addressee")
    return Cast(
        entities=tuple(
            KnownEntity(_usual(entities[n].name, phrases[n]), entities[n].label, tuple(places[n]))
            for n in kept
        ),
        nominal=partial(_behind, scene, new),
        speakers=speakers,
        addressees=addressees,
    )


def _who(numbers: Mapping[int, int], place: Range, entity: int | None, rule: str | None) -> Who:
    number = numbers.get(entity) if entity is not None else None
    return Who(place, number, rule if number is not None else None)


def _behind(scene: Scene, numbers: Mapping[int, int], paragraph: int, row: int) -> Who:
    """The few of all noun phrases that are asked for."""
    mention = scene.at(paragraph, row)
    assert mention is not None
    return _who(numbers, mention.range, mention.entity, mention.rule)


def _places(scene: Scene, voices: Voices) -> dict[int, list[Range]]:
    """All mentions of each entity in order."""
    places: dict[int, list[Range]] = defaultdict(list)
    for mention in scene.mentions:
        if mention.entity is not None:
            places[mention.entity].append(_place(mention))
    for number, place in label_ranges(scene):
        if number in voices.speakers:
            places[voices.speakers[number]].append(place)
    return {n: sorted(set(found)) if len(found) > 1 else found for n, found in places.items()}


def _place(mention: Mention) -> Range:
    """Of *Ann Lee and Bob Hart* only *Ann Lee*."""
    if mention.named is not None and mention.nominal.members:
        return mention.named
    return mention.range


def _is_joint(scene: Scene, entities: Sequence[Entity], mention: Mention) -> bool:
    """*Ann Lee and Bob Hart said*: neither of them alone; *Lee and her staff* is Lee."""
    if mention.entity is None or entities[mention.entity].plural:
        return False
    members = [scene.at(mention.paragraph, row) for row in mention.nominal.members]
    others = {m.entity for m in members if m is not None and m.entity is not None}
    return any(not entities[other].described for other in others - {mention.entity})


def _nearest(places: Sequence[Range], quote: FoundQuote) -> Range:
    """The last mention before the quotation, else the first one."""
    return places[max(0, bisect_right(places, quote.content[0]) - 1)]


def _phrases(
    scene: Scene, entities: Sequence[Entity], kept: Container[int]
) -> dict[int, list[str]]:
    """What those are called who are known by descriptions, pronouns aside."""
    phrases: dict[int, list[str]] = defaultdict(list)
    for mention in scene.mentions:
        number = mention.entity
        if number is None or not entities[number].described or number not in kept:
            continue
        if mention.nominal.kind != "pronoun":
            phrases[number].append(" ".join(scene.text[slice(*mention.range)].split()))
    return phrases


def _usual(name: str, phrases: Sequence[str]) -> str:
    """The name; of somebody known by descriptions the most usual one."""
    if not phrases:
        return name
    best = most_frequent(phrase.lower() for phrase in phrases)
    return next(phrase for phrase in phrases if phrase.lower() == best)

"""Who speaks each quotation and to whom, as far as it is known."""

from __future__ import annotations

from collections import defaultdict

from attrs import field, frozen

from quotekit.speakers.kinds import PERSON
from quotekit.speakers.names import plain
from quotekit.speakers.registry import Entity
from quotekit.speakers.scene import Scene
from quotekit.speakers.words import words
from quotekit.syntax.records import Range


@frozen(eq=False)
class Voices:
    """Entities by the number of the quotation."""

    speakers: dict[int, int] = field(factory=dict)
    addressees: dict[int, int] = field(factory=dict)
    rules: dict[int, str] = field(factory=dict)
    """How the speaker of a quotation without an attribution was inferred."""


def labelled(scene: Scene, entities: list[Entity]) -> Voices:
    """The speakers of a transcript by its labels: *LEE: I came.*."""
    voices, labels = Voices(), label_ranges(scene)
    if not labels:
        return voices
    by_key: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, entity in enumerate(entities):
        for key in entity.keys:
            by_key[key].add(number)
            by_key[key[-1:]].add(number)
    for number, place in labels:
        label = scene.text[slice(*place)]
        if words().is_question(label) or words().is_answer(label):
            continue
        key = tuple(plain(word) for word in label.split())
        fitting = by_key.get(key) or by_key.get(key[-1:]) or set()
        if not fitting:
            entities.append(Entity(label, PERSON, keys=frozenset({key}), described=True))
            fitting = by_key[key] = {len(entities) - 1}
        if len(fitting) == 1:
            voices.speakers[number] = next(iter(fitting))
    return voices


def attributed(scene: Scene, voices: Voices) -> Voices:
    """Those voices with what the attributions say now that more mentions are resolved."""
    speakers, addressees = dict(voices.speakers), dict(voices.addressees)
    for number, quote in enumerate(scene.quotes):
        speaker, addressee = scene.of(quote.speaker), scene.of(quote.addressee)
        if speaker is not None and speaker.entity is not None:
            speakers[number] = speaker.entity
        elif quote.carries_on in speakers:
            speakers.setdefault(number, speakers[quote.carries_on])
        if addressee is not None and addressee.entity is not None:
            addressees[number] = addressee.entity
    return Voices(speakers, addressees, voices.rules)


def label_ranges(scene: Scene) -> list[tuple[int, Range]]:
    """(number of the quotation, range) of all labels."""
    return [
        (number, quote.speaker_range)
        for number, quote in enumerate(scene.quotes)
        if quote.speaker_range is not None
    ]

"""The gender of people whose names do not tell it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from quotekit.marks import sentence_ends
from quotekit.records import QuoteKind
from quotekit.speakers.mentions import Mention
from quotekit.speakers.registry import Entity
from quotekit.speakers.scene import Scene
from quotekit.speakers.words import words

Votes = Mapping[int, Counter[str]]
"""By entity, how often each gender was seen."""


def overheard(scene: Scene, entities: Sequence[Entity]) -> Votes:
    """*Lee said that **she** would come*: the first pronoun in reported words is mostly the
    speaker, if it is not known whether that is a man or a woman."""
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for quote in scene.quotes:
        speaker = scene.of(quote.speaker)
        if speaker is None or speaker.entity is None or quote.kind is QuoteKind.DIRECT:
            continue
        if entities[speaker.entity].gender is not None:
            continue
        for place in quote.content:
            first, last = (bisect_left(scene.mentions, at, key=_start) for at in place)
            told = scene.mentions[first:last]
            genders = (words().pronoun_gender.get(m.nominal.lemma) for m in told if m.quote is None)
            gender = next(filter(None, genders), None)
            if gender is not None:
                votes[speaker.entity][gender] += 1
                break
    return votes


def _start(mention: Mention) -> int:
    return mention.nominal.start


def owned(scene: Scene, entities: Sequence[Entity]) -> Votes:
    """*Captain Lee came out in **his** slippers*: a possessive is the subject's, whose gender is
    unknown, where the sentence has had nobody else."""
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    lists = words()
    subject: int | None = None
    last: Mention | None = None
    for mention in scene.mentions:
        if mention.quote is not None:
            continue
        nominal = mention.nominal
        entity = entities[mention.entity] if mention.entity is not None else None
        person = entity if entity is not None and entity.is_person else None
        opens = person is not None and person.gender is None and nominal.function == "subject"
        if subject is not None or opens:
            goes_on = last is not None and _same_sentence(scene, last, mention)
            gender = lists.pronoun_gender.get(nominal.lemma)
            if goes_on and subject is not None and gender and nominal.function == "other":
                votes[subject][gender] += 1
            if opens and not goes_on:
                subject = mention.entity
            elif not goes_on or person is not None or gender or lists.is_person(nominal.lemma):
                subject = None
        last = mention
    return votes


def _same_sentence(scene: Scene, one: Mention, other: Mention) -> bool:
    if one.paragraph != other.paragraph:
        return False
    return not sentence_ends(scene.text[one.nominal.end : other.nominal.start])


def settle_genders(entities: Sequence[Entity], votes: Votes) -> None:
    """Take the gender that two thirds speak for, where none is known."""
    for number, found in votes.items():
        ((gender, most),) = found.most_common(1)
        if 3 * most >= 2 * found.total() and entities[number].gender is None:
            entities[number].gender = gender

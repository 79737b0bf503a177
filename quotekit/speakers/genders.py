"""The gender of people whose names do not tell it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from quotekit.records import QuoteKind
from quotekit.speakers.registry import Entity
from quotekit.speakers.scene import Scene
from quotekit.speakers.words import words

Votes = Mapping[int, Counter[str]]
"""By entity, how often each gender was seen."""


def overheard(scene: Scene, entities: Sequence[Entity]) -> Votes:
    """*Lee said that **she** would come*: the first pronoun in reported words is mostly the
    speaker."""
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    starts = [mention.nominal.start for mention in scene.mentions]
    for quote in scene.quotes:
        speaker = scene.of(quote.speaker)
        if speaker is None or speaker.entity is None or quote.kind is QuoteKind.DIRECT:
            continue
        for start, end in quote.content:
            told = scene.mentions[bisect_left(starts, start) : bisect_left(starts, end)]
            genders = (words().pronoun_gender.get(m.nominal.lemma) for m in told if m.quote is None)
            first = next(filter(None, genders), None)
            if first is not None:
                votes[speaker.entity][first] += 1
                break
    return votes


def settle_genders(entities: Sequence[Entity], votes: Votes) -> None:
    """Take the gender that two thirds speak for, where none is known."""
    for number, found in votes.items():
        ((gender, most),) = found.most_common(1)
        if 3 * most >= 2 * found.total() and entities[number].gender is None:
            entities[number].gender = gender

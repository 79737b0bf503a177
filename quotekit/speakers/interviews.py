"""Who asks and who answers where the labels are letters: *Q: Who taught you? A: My aunt.*"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field

from quotekit.speakers.author import is_byline
from quotekit.speakers.mentions import Mention
from quotekit.speakers.registry import Entity
from quotekit.speakers.salience import WEIGHT, Salience
from quotekit.speakers.scene import Scene
from quotekit.speakers.voices import Voices, label_ranges
from quotekit.speakers.words import words

VERB_AND_BY = 20
"""Characters that a verb and *by* take."""


@define(eq=False)
class Interview:
    """Turns labelled *Q* and *A* with nothing between them."""

    start: int
    end: int
    answers: dict[int, bool] = field(factory=dict)
    """By the number of the quotation, whether it answers."""


def interviewed(scene: Scene, entities: Sequence[Entity], voices: Voices) -> Voices:
    """The voices with those of interviews: the answers are his whom the text right before has most
    in mind, *Ann Lee had time for a few questions*, the questions an interviewer's named there."""
    interviews = _interviews(scene)
    if not interviews:
        return voices
    speakers, addressees = dict(voices.speakers), dict(voices.addressees)
    people = _people(scene, entities)
    for interview in interviews:
        lead = [mention for mention in people if mention.range[1] <= interview.start]
        asking = {m.entity for m in lead if _asks(scene, entities, m)}
        asks = next(iter(asking)) if len(asking) == 1 else None
        answers = _most_salient([m for m in lead if m.entity not in asking])
        for number, is_answer in interview.answers.items():
            speaker, addressee = (answers, asks) if is_answer else (asks, answers)
            if speaker is not None:
                speakers[number] = speaker
            if addressee is not None:
                addressees[number] = addressee
    return Voices(speakers, addressees, voices.rules)


def _interviews(scene: Scene) -> list[Interview]:
    found: list[Interview] = []
    for number, (start, end) in label_ranges(scene):
        label = scene.text[start:end]
        is_answer = words().is_answer(label)
        if not is_answer and not words().is_question(label):
            continue
        if not found or any(char.isalnum() for char in scene.text[found[-1].end : start]):
            found.append(Interview(start, end))
        found[-1].answers[number] = is_answer
        found[-1].end = max([end, *(stop for _, stop in scene.quotes[number].content)])
    return found


def _people(scene: Scene, entities: Sequence[Entity]) -> list[Mention]:
    """Mentions of persons in the narration."""
    labels = {start for _, (start, _) in label_ranges(scene)}
    return [
        mention
        for mention in scene.mentions
        if mention.entity is not None
        and mention.quote is None
        and mention.range[0] not in labels
        and entities[mention.entity].is_person
    ]


def _asks(scene: Scene, entities: Sequence[Entity], mention: Mention) -> bool:
    """***Ann Lee** interviewed …*, *interviewed by **Ann Lee***, *our reporter **Ann Lee***, *By
    **Ann Lee***."""
    assert mention.entity is not None
    start, end = mention.range
    before = scene.text[max(0, start - VERB_AND_BY) : start].lower().split()[-2:]
    behind = scene.text[end : end + VERB_AND_BY].lower().split()[:1]
    return (
        not words().asks.isdisjoint(before[:-1] if before[-1:] == ["by"] else behind)
        or not words().interviewer.isdisjoint(entities[mention.entity].roles)
        or is_byline(scene, mention)
    )


def _most_salient(lead: Sequence[Mention]) -> int | None:
    """Who is most in mind where the text before the interview ends."""
    focus = Salience()
    for mention in lead:
        if mention.entity is not None:
            focus.touch(mention.entity, mention.clock, WEIGHT[mention.nominal.function])
    if not lead:
        return None
    in_mind = focus.recent(lead[-1].clock)
    return max(in_mind, key=in_mind.__getitem__)

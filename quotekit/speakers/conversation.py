"""Who speaks in a conversation: the most plausible sequence of speakers over all its turns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from quotekit.speakers.registry import Entity
from quotekit.speakers.units import Unit

AROUND = 5
"""Turns before and after in which somebody must appear to be a candidate."""
MOST = 7
"""Candidates a turn."""

# What speaks for a candidate and against it, in units of one named attribution nearby.
NEAR = 1.0
BEAT = 3.0
BESIDE = -0.3
LEAD = 1.2
GUESS = 1.5
CALLS = -6.0
SPEAKS_OF = -2.5
REPLIES = 1.5
WAS_HEARD = 1.0
UNKNOWN_GENDER = -0.7
UNNAMED = -1.5
DESCRIBED = 4.0

# And for a sequence: two turns without narration between them seldom have one speaker.
AGAIN = (-4.0, -1.0, -0.3)
BACK = (2.0, 1.0, 0.3)


def decide(
    units: Sequence[Unit], entities: Sequence[Entity], narrator: int | None
) -> list[int | None]:
    """The speaker of every turn, None where there is no candidate."""
    options = [_options(units, place, entities, narrator) for place in range(len(units))]
    return _best_path(units, options)


def _options(
    units: Sequence[Unit], place: int, entities: Sequence[Entity], narrator: int | None
) -> list[tuple[int, float]]:
    unit = units[place]
    if unit.speaker is not None:
        return [(unit.speaker, 0.0)]
    if unit.unknown:
        return []
    if unit.first_person and narrator is not None:
        return [(narrator, 0.0)]
    score: defaultdict[int, float] = defaultdict(float)
    for other in range(max(0, place - AROUND), min(len(units), place + AROUND + 1)):
        near = NEAR / (1 + abs(other - place))
        around = units[other]
        for entity in (around.speaker, around.described, around.guess, around.beat, around.lead):
            if entity is not None:
                score[entity] += near
        for entity in around.called:
            score[entity] += near if other != place else 0
        if around.first_person and narrator is not None:
            score[narrator] += near
    if unit.described is not None:
        score[unit.described] += 0
    if unit.beat is not None:
        score[unit.beat] += BEAT
    for entity in unit.beside:
        score[entity] += BESIDE
    if unit.lead is not None:
        score[unit.lead] += LEAD
    if unit.guess is not None:
        score[unit.guess] += GUESS
    for other, weight in ((place - 1, REPLIES), (place + 1, WAS_HEARD)):
        if 0 <= other < len(units):
            for entity in units[other].called:
                score[entity] += weight
    for entity in unit.called:
        score[entity] += CALLS
    for entity in unit.about:
        score[entity] += SPEAKS_OF
    found = []
    for number, weight in score.items():
        entity_ = entities[number]
        if not entity_.is_person or entity_.plural:
            continue
        if unit.gender is not None and entity_.gender not in (None, unit.gender):
            continue
        if unit.attributed and not unit.first_person and number == narrator:
            continue
        if unit.gender is not None and entity_.gender is None:
            weight += UNKNOWN_GENDER
        if entity_.described:
            weight += DESCRIBED if number == unit.described else UNNAMED
        found.append((number, weight))
    found.sort(key=lambda option: (-option[1], option[0]))
    return found[:MOST]


def _best_path(
    units: Sequence[Unit], options: Sequence[list[tuple[int, float]]]
) -> list[int | None]:
    """Viterbi over pairs of speakers, since a turn is tied to the last but one."""
    State = tuple[int | None, int | None]
    best: dict[State, float] = {(None, None): 0.0}
    back: list[dict[State, State]] = []
    for place, unit in enumerate(units):
        again = AGAIN[min(unit.gap, 2)]
        gap = unit.gap + (units[place - 1].gap if place else 0)
        to_and_fro = BACK[min(gap, 2)]
        if place and units[place - 1].paragraph == unit.paragraph:
            again, to_and_fro = -1.0, 0.5
        following: dict[State, float] = {}
        came: dict[State, State] = {}
        for state, value in best.items():
            choices: Sequence[tuple[int | None, float]] = options[place] or [(None, 0.0)]
            for entity, weight in choices:
                total = value + weight
                if entity is not None:
                    if entity == state[1]:
                        total += again
                    elif entity == state[0]:
                        total += to_and_fro
                new = (state[1], entity)
                if new not in following or total > following[new]:
                    following[new], came[new] = total, state
        best = following
        back.append(came)
    path: list[int | None] = []
    state = max(best, key=lambda s: best[s])
    for came in reversed(back):
        path.append(state[1])
        state = came[state]
    return path[::-1]

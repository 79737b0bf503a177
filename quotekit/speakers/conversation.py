"""Who speaks in a conversation: the most plausible sequence of speakers over all its turns."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from quotekit.speakers.kinds import PERSON
from quotekit.speakers.registry import Entity
from quotekit.speakers.scene import Scene
from quotekit.speakers.units import Unit, gather
from quotekit.speakers.voices import Voices

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
AGAIN_HERE, BACK_HERE = -1.0, 0.5
"""In one paragraph."""


def is_to_and_fro(units: Sequence[Unit]) -> bool:
    """Whether turns that follow each other have different speakers, as far as they are named; a
    report quotes one speaker after the other at length."""
    named = [
        (one.speaker, other.speaker)
        for one, other in pairwise(units)
        if other.gap == 0 and one.speaker is not None and other.speaker is not None
    ]
    return not named or 2 * sum(one != other for one, other in named) > len(named)


def converse(scene: Scene, entities: list[Entity], units: Sequence[Unit], voices: Voices) -> Voices:
    """The voices with the speakers of all turns and those they speak to."""
    gather(scene, entities, units)
    narrator = _narrator(units, entities)
    decided = _best_path(
        units, [_options(units, place, entities, narrator) for place in range(len(units))]
    )
    speakers, addressees, rules = dict(voices.speakers), dict(voices.addressees), {}
    for place, (unit, speaker) in enumerate(zip(units, decided, strict=True)):
        addressee = _addressee(units, decided, place)
        for number in unit.quotes:
            if speaker is not None:
                speakers[number] = speaker
                rules[number] = f"conversation.{'beat' if speaker == unit.beat else 'turn'}"
            if addressee is not None:
                addressees[number] = addressee
    return Voices(speakers, addressees, rules)


def _narrator(units: Sequence[Unit], entities: list[Entity]) -> int | None:
    """The *I* of the narration, with the name that the others call it by."""
    own = [place for place, unit in enumerate(units) if unit.first_person]
    if not own:
        return None
    called: Counter[int] = Counter()
    for place in own:
        for other in (place - 1, place + 1):
            if 0 <= other < len(units) and not units[other].first_person:
                called.update(units[other].called)
    if called:
        return called.most_common(1)[0][0]
    entities.append(Entity("I", PERSON))
    return len(entities) - 1


def _addressee(units: Sequence[Unit], decided: Sequence[int | None], place: int) -> int | None:
    """Whom the turn calls by name, else who spoke before it, else who answers."""
    unit = units[place]
    if len(unit.called) == 1:
        return next(iter(unit.called))
    if place and unit.gap == 0 and decided[place - 1] != decided[place]:
        return decided[place - 1]
    if place + 1 < len(units) and units[place + 1].gap == 0:
        return decided[place + 1] if decided[place + 1] != decided[place] else None
    return None


def _options(
    units: Sequence[Unit], place: int, entities: Sequence[Entity], narrator: int | None
) -> list[tuple[int, float]]:
    """Who may speak a turn, with what speaks for each."""
    unit = units[place]
    if unit.speaker is not None:
        return [(unit.speaker, 0.0)]
    if unit.unknown:
        return []
    if unit.first_person and narrator is not None:
        return [(narrator, 0.0)]
    found = []
    for number, weight in _evidence(units, place, narrator).items():
        entity = entities[number]
        not_i = unit.attributed and not unit.first_person and number == narrator
        if not entity.is_person or entity.plural or not_i:
            continue
        if unit.gender is not None and entity.gender not in (None, unit.gender):
            continue
        if unit.gender is not None and entity.gender is None:
            weight += UNKNOWN_GENDER
        if entity.described:
            weight += DESCRIBED if number == unit.described else UNNAMED
        found.append((number, weight))
    found.sort(key=lambda option: (-option[1], option[0]))
    return found[:MOST]


def _evidence(units: Sequence[Unit], place: int, narrator: int | None) -> Mapping[int, float]:
    """What speaks for everybody who appears around a turn."""
    unit = units[place]
    score: defaultdict[int, float] = defaultdict(float)

    def add(weight: float, *found: int | None) -> None:
        for entity in found:
            if entity is not None:
                score[entity] += weight

    for other in range(max(0, place - AROUND), min(len(units), place + AROUND + 1)):
        near, around = NEAR / (1 + abs(other - place)), units[other]
        add(near, around.speaker, around.described, around.guess, around.beat, around.lead)
        add(near if other != place else 0, *around.called)
        add(near, narrator if around.first_person else None)
    add(BEAT, unit.beat)
    add(BESIDE, *unit.beside)
    add(LEAD, unit.lead)
    add(GUESS, unit.guess)
    add(REPLIES, *(units[place - 1].called if place else ()))
    add(WAS_HEARD, *(units[place + 1].called if place + 1 < len(units) else ()))
    add(CALLS, *unit.called)
    add(SPEAKS_OF, *unit.about)
    return score


State = tuple[int | None, int | None]
"""The speakers of the last turn but one and of the last."""


def _best_path(
    units: Sequence[Unit], options: Sequence[list[tuple[int, float]]]
) -> list[int | None]:
    """Viterbi over pairs of speakers, since a turn is tied to the last but one."""
    best: dict[State, float] = {(None, None): 0.0}
    back: list[dict[State, State]] = []
    for place, choices in enumerate(options):
        again, to_and_fro = _ties(units, place)
        following: dict[State, float] = {}
        came: dict[State, State] = {}
        found: Sequence[tuple[int | None, float]] = choices or [(None, 0.0)]
        for state, value in best.items():
            for entity, weight in found:
                tie = again if entity == state[1] else to_and_fro if entity == state[0] else 0.0
                total = value + weight + (tie if entity is not None else 0.0)
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


def _ties(units: Sequence[Unit], place: int) -> tuple[float, float]:
    """What speaks for the last turn's speaker again, and for that of the last but one."""
    unit = units[place]
    if place and units[place - 1].paragraph == unit.paragraph:
        return AGAIN_HERE, BACK_HERE
    gap = unit.gap + (units[place - 1].gap if place else 0)
    return AGAIN[min(unit.gap, 2)], BACK[min(gap, 2)]

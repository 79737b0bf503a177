"""Who is in the reader's mind at a place of the text, after Lappin and Leass (1994)."""

from __future__ import annotations

from math import log2

from attrs import define, field

from quotekit.speakers.mentions import Mention

HALF = 150
"""Characters after which a mention weighs half."""
REACH = 2500
"""Characters after which somebody is out of mind."""
KEPT = 0.3
"""How much of its old weight an entity keeps when it is mentioned again."""
WEIGHT = {"subject": 3.0, "object": 1.5, "oblique": 1.0, "other": 1.0}
SPEAKER = 3.0
"""Weight of a mention that attributes a quotation."""
HEAVIEST = SPEAKER / (1 - KEPT)
"""What somebody who is mentioned over and over comes to weigh."""
NEVER = (0, 0.0)
"""Place and weight of what has not been mentioned."""
REPORTED, OVERHEARD = 0.6, 0.5
"""What a mention in reported words weighs, and what one in the narration for those who are quoted;
their words bring nobody up for the narration."""


def _faded(distance: int) -> float:
    return 0.5 ** (distance / HALF) if distance > 0 else 1.0


FADED = tuple(map(_faded, range(REACH + 1)))
"""What is left of a weight at a distance in reach."""


@define(eq=False)
class Salience:
    """Entities by how freshly and how prominently they were mentioned."""

    _last: dict[int, tuple[int, float]] = field(factory=dict)
    """Place and weight of each one's last mention, the latest last."""

    def touch(self, entity: int, place: int, weight: float) -> None:
        """A mention of the entity."""
        last = self._last.pop(entity, None)
        if last is not None:
            before, had = last
            weight += KEPT * (had * _faded(place - before))
        self._last[entity] = place, weight

    def at(self, entity: int, place: int) -> float:
        """The weight of an entity at a place."""
        before, weight = self._last.get(entity, NEVER)
        return weight * _faded(place - before)

    def recent(self, place: int, least: float = 0.0) -> dict[int, float]:
        """Entities in mind that weigh more than that, with their weights, the latest mentioned
        first."""
        reach = min(REACH, HALF * log2(HEAVIEST / least)) if least else REACH
        found = {}
        for entity, (before, weight) in reversed(self._last.items()):
            distance = place - before
            if distance > reach:
                break
            if distance > 0:
                weight *= FADED[distance]
            if weight > least:
                found[entity] = weight
        return found


@define(eq=False)
class Focus:
    """Whom the narration has in mind, and whom those who are quoted have."""

    _told: Salience = field(factory=Salience)
    _talk: Salience = field(factory=Salience)

    def touch(self, mention: Mention, entity: int, speaks: bool) -> None:
        """The entity is mentioned, perhaps as the speaker of a quotation."""
        place = mention.nominal.start
        weight = SPEAKER if speaks else WEIGHT[mention.nominal.function]
        if mention.quote is None:
            told = weight * REPORTED if mention.reported else weight
            self._told.touch(entity, mention.clock, told)
            self._talk.touch(entity, place, weight * OVERHEARD)
        else:
            self._talk.touch(entity, place, weight)

    def recent(self, mention: Mention, least: float = 0.0) -> dict[int, float]:
        """Whom a mention may refer to, with their weights if they are more than that, the latest
        mentioned first."""
        if mention.quote is None:
            return self._told.recent(mention.clock, least)
        return self._talk.recent(mention.nominal.start, least)

    def at(self, entity: int, mention: Mention) -> float:
        """The weight of an entity at a mention."""
        if mention.quote is None:
            return self._told.at(entity, mention.clock)
        return self._talk.at(entity, mention.nominal.start)

"""Who is in the reader's mind at a place of the text, after Lappin and Leass (1994)."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, field

HALF = 150
"""Characters after which a mention weighs half."""
REACH = 2500
"""Characters after which somebody is out of mind."""
KEPT = 0.3
"""How much of its old weight an entity keeps when it is mentioned again."""
WEIGHT = {"subject": 3.0, "object": 1.5, "oblique": 1.0, "other": 1.0}


@define(eq=False)
class Salience:
    """Entities by how freshly and how prominently they were mentioned."""

    _weight: dict[int, float] = field(factory=dict)
    _place: dict[int, int] = field(factory=dict)
    """By last mention, the latest last."""

    def touch(self, entity: int, place: int, weight: float) -> None:
        """A mention of the entity."""
        value = weight + KEPT * self.at(entity, place)
        self._place.pop(entity, None)
        self._place[entity] = place
        self._weight[entity] = value

    def at(self, entity: int, place: int) -> float:
        """The weight of an entity at a place."""
        before = self._place.get(entity)
        if before is None:
            return 0.0
        faded: float = 0.5 ** (max(0, place - before) / HALF)
        return self._weight[entity] * faded

    def recent(self, place: int) -> Iterator[tuple[int, float]]:
        """Entities in mind with their weights, the latest mentioned first."""
        for entity in reversed(self._place):
            if place - self._place[entity] > REACH:
                return
            yield entity, self.at(entity, place)

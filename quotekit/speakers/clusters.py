"""Another resolver's coreference, taken over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quotekit.speakers.kinds import PERSON
from quotekit.speakers.mentions import Mention
from quotekit.speakers.registry import Entity
from quotekit.speakers.scene import Scene
from quotekit.speakers.words import words
from quotekit.syntax.records import Range


def join_clusters(
    scene: Scene, entities: list[Entity], clusters: Sequence[Sequence[Range]]
) -> None:
    """Pronouns and descriptions of a cluster are whom most of its names name; where it has no
    name, somebody known by its first description."""
    if not clusters:
        return
    by_edge: dict[int, Mention] = {}
    for mention in scene.mentions:
        by_edge.setdefault(-mention.nominal.start, mention)
        by_edge[mention.nominal.end] = mention
    exact = {mention.range: mention for mention in scene.mentions}
    for cluster in clusters:
        members = [
            found
            for start, end in cluster
            if (found := exact.get((start, end)) or by_edge.get(end) or by_edge.get(-start))
        ]
        named = Counter(m.entity for m in members if m.entity is not None)
        described = next((m for m in members if m.nominal.kind != "pronoun"), None)
        if named:
            entity = named.most_common(1)[0][0]
        elif described is not None and len(members) > 1:
            entity = len(entities)
            entities.append(_somebody(scene.text, described))
        else:
            continue
        for mention in members:
            if mention.entity is None:
                mention.entity, mention.rule = entity, "coref"


def _somebody(text: str, mention: Mention) -> Entity:
    nominal = mention.nominal
    return Entity(
        text[nominal.start : nominal.end],
        PERSON,
        gender=words().person_gender(nominal.lemma),
        plural=nominal.plural,
        described=True,
    )

"""Who is *I* outside quotations: the author, where a line names one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotekit.speakers.registry import Entity
from quotekit.speakers.scene import Scene
from quotekit.speakers.words import words

BYLINE = re.compile(r"\s*by\s+", re.IGNORECASE)
TOP = 4
"""Paragraphs at the top of a text that may hold the byline."""
LONGEST_BYLINE = 80


def author_speaks(scene: Scene, entities: Sequence[Entity]) -> None:
    """Resolve the *I* of an article to its author."""
    own = [
        mention
        for mention in scene.mentions
        if mention.nominal.person == 1
        and mention.quote is None
        and mention.entity is None
        and mention.nominal.lemma not in words().we
    ]
    author = _author(scene, entities) if own else None
    for mention in own:
        if author is not None:
            mention.entity, mention.rule = author, "pronoun.author"


def _author(scene: Scene, entities: Sequence[Entity]) -> int | None:
    """***By Ann Lee*** at the top; ***Ann Lee** is a writer in Selby* in the last paragraph and
    nowhere before."""
    last = len(scene.paragraphs) - 1
    first_named: set[int] = set()
    for mention in scene.mentions:
        entity = mention.entity
        if entity is None or mention.name is None or not entities[entity].is_person:
            continue
        paragraph = scene.paragraphs[mention.paragraph]
        before = scene.text[paragraph.start : mention.range[0]]
        if mention.paragraph < TOP and BYLINE.fullmatch(before):
            if paragraph.end - paragraph.start <= LONGEST_BYLINE:
                return entity
        elif mention.paragraph == last and entity not in first_named and not before.strip():
            return entity if mention.nominal.function == "subject" else None
        first_named.add(entity)
    return None

"""Who is *I* outside quotations: the author, where a line names one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotekit.speakers.mentions import Mention
from quotekit.speakers.registry import Entity
from quotekit.speakers.scene import Scene
from quotekit.speakers.words import words

SENTENCE_END = re.compile(r"[.!?]\s")
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
    named_before: set[int] = set()
    for mention in scene.mentions:
        entity = mention.entity
        if entity is None or mention.name is None or not entities[entity].is_person:
            continue
        if is_byline(scene, mention):
            return entity
        if mention.paragraph == len(scene.paragraphs) - 1 and entity not in named_before:
            return entity if _is_signature(scene, mention) else None
        named_before.add(entity)
    return None


def is_byline(scene: Scene, mention: Mention) -> bool:
    """***By Ann Lee***, a short paragraph at the top."""
    paragraph = scene.paragraphs[mention.paragraph]
    before = scene.text[paragraph.start : mention.range[0]].strip().lower()
    short = paragraph.end - paragraph.start <= LONGEST_BYLINE
    return mention.paragraph < TOP and short and before in words().byline


def _is_signature(scene: Scene, mention: Mention) -> bool:
    """***Ann Lee**, the mayor of Selby, is a poet*."""
    paragraph = scene.paragraphs[mention.paragraph]
    if scene.text[paragraph.start : mention.range[0]].strip():
        return False
    sentence = SENTENCE_END.split(scene.text[mention.range[1] : paragraph.end])[0]
    return any(word in words().signature for word in sentence.split())

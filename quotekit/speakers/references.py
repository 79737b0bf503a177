"""Reading on from mention to mention: descriptions and pronouns joined to whom they refer to."""

from __future__ import annotations

from collections import Counter

from quotekit.speakers.descriptions import Descriptions
from quotekit.speakers.mentions import Mention
from quotekit.speakers.names import Name
from quotekit.speakers.pronouns import Pronouns
from quotekit.speakers.registry import Entity
from quotekit.speakers.salience import Focus
from quotekit.speakers.scene import Scene
from quotekit.speakers.voices import Voices
from quotekit.speakers.words import words


def read_references(
    scene: Scene, entities: list[Entity], voices: Voices
) -> dict[int, Counter[str]]:
    """Resolve what no name and no earlier stage has resolved, in the order of the text; entities
    known by descriptions are added. Return the genders of pronouns that nobody else fits."""
    focus = Focus()
    pronouns = Pronouns(scene, entities, voices, focus)
    descriptions = Descriptions(scene, entities, focus)
    for mention in scene.mentions:
        nominal = mention.nominal
        if mention.entity is None:
            if nominal.antecedent is not None:
                _relative(scene, mention, nominal.antecedent)
            elif nominal.kind == "pronoun":
                pronouns.resolve(mention)
            elif nominal.kind == "description" or not _is_unknown(mention.name, nominal.lemma):
                descriptions.resolve(mention)
        if mention.entity is not None:
            focus.touch(mention, mention.entity, mention.speaks)
        if nominal.kind != "pronoun":
            descriptions.passed(mention)
        pronouns.passed(mention)
    return pronouns.votes


def _relative(scene: Scene, mention: Mention, antecedent: int) -> None:
    """*Lee, **who** spoke first*."""
    noun = scene.at(mention.paragraph, antecedent)
    if noun is not None and noun.entity is not None:
        mention.entity, mention.rule = noun.entity, "pronoun.relative"


def _is_unknown(name: Name | None, lemma: str) -> bool:
    """A name that nobody is known by; *the Senator* is a description."""
    return (
        name is not None
        and name.words[0][0].isupper()
        and lemma not in words().bodies
        and not words().is_person(lemma)
    )

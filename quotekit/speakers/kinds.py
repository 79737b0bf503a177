"""What a name names: a person, a body, a place, a group of people or a thing.

The model's entity label is one hint among several; the words of the name, titles, what the text
says of it and being a speaker outvote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from quotekit.speakers.counting import counted, most_frequent
from quotekit.speakers.mentions import Mention
from quotekit.speakers.names import Name, plain
from quotekit.speakers.scene import Scene
from quotekit.speakers.words import words

PERSON, BODY, PLACE, GROUP, THING = "person", "body", "place", "group", "thing"
KIND_OF_LABEL = {
    "PERSON": PERSON, "ORG": BODY, "GPE": PLACE, "LOC": PLACE, "FAC": PLACE, "NORP": GROUP,
    "EVENT": THING, "LAW": THING, "PRODUCT": THING, "WORK_OF_ART": THING, "LANGUAGE": THING,
}  # fmt: skip
LABEL_OF_KIND = {PERSON: "PERSON", BODY: "ORG", PLACE: "GPE", GROUP: "NORP"}
LONGEST_INITIALISM = 6
INNER_CAPITAL = re.compile(r"(?<!Fitz)(?<=[A-Z][a-z]{3}|[a-z]{4})[A-Z]")
OFTEN = 3
"""How often a single word that does nothing must be a name to be a person's."""


def kind_of(
    key: tuple[str, ...], title: str | None, name: Name, mentions: list[Mention], scene: Scene
) -> tuple[str, bool]:
    """The kind that most speaks for, and whether anything does."""
    lists = words()
    if title is not None:
        return PERSON, True
    if key[0] in lists.plural_titles:
        return GROUP, True
    if key in lists.places and not any(m.name and m.name.roles for m in mentions):
        votes = _spoken_for(key, name, mentions, scene)
        return (PERSON if votes[PERSON] > votes[PLACE] else PLACE), True
    if not lists.bodies.isdisjoint(key[1:] or key) or key in lists.known_bodies:
        return BODY, True
    labelled = _labelled(mentions)
    if not lists.inside_name.isdisjoint(key[1:-1]):
        return (PLACE if most_frequent(labelled) == PLACE else BODY), True
    if any(m.name and m.name.roles for m in mentions):
        return PERSON, True
    if not lists.never_person.isdisjoint(key[1:]):
        return most_frequent(kind for kind in labelled if kind != PERSON) or THING, True
    votes = counted(labelled)
    for kind, weight in _spoken_for(key, name, mentions, scene).items():
        votes[kind] = votes.get(kind, 0) + weight
    if any(votes.values()):
        return max(votes, key=votes.__getitem__), True
    acts = any(mention.nominal.function == "subject" for mention in mentions)
    full = len(key) > 1 or len(mentions) >= OFTEN
    return (PERSON if (acts or full) and _looks_like_person(name) else THING), False


def leaves_open(name: Sequence[str]) -> bool:
    """Whether the words of a name do not tell for sure what it names, as *Mr. Lee* and *May* do."""
    lists, key = words(), [plain(word) for word in name]
    titled = len(key) > 1 and key[0] in lists.honorifics
    return not titled and not lists.never_name.issuperset(key)


def _labelled(mentions: Iterable[Mention]) -> list[str]:
    """The kinds that the model takes the mentions for."""
    kinds = [KIND_OF_LABEL.get(mention.nominal.label or "") for mention in mentions]
    return list(filter(None, kinds))


def _spoken_for(
    key: tuple[str, ...], name: Name, mentions: list[Mention], scene: Scene
) -> dict[str, int]:
    """What the words of the name and the text around it say."""
    lists, number = words(), len(mentions)
    votes = {_named_kind(key, name, mentions): number}
    person = 2 * sum(map(scene.is_described_as_person, mentions))
    if PERSON in votes:
        person += sum(mention.speaks for mention in mentions)
    if key[0] in lists.given and PLACE not in votes and GROUP not in votes:
        person += number * (2 if len(key) > 1 else 1)
    return votes | {PERSON: person}


def _named_kind(key: tuple[str, ...], name: Name, mentions: list[Mention]) -> str:
    """What a name looks like by itself, a person's where it looks like nothing else."""
    lists = words()
    if key in lists.places:
        return PLACE
    if is_initialism(name) or _is_joined(name.words[-1]):
        return BODY
    if key[-1] in lists.nationality or all(map(_is_plural, mentions)):
        return GROUP
    return PERSON


def _is_plural(mention: Mention) -> bool:
    return mention.nominal.plural and not mention.nominal.members


def is_initialism(name: Name) -> bool:
    """*NATO*, *U.N.*"""
    if len(name.words) > 1:
        return False
    written = name.words[0].replace(".", "")
    return 1 < len(written) <= LONGEST_INITIALISM and written.isupper()


def _is_joined(word: str) -> bool:
    """*PolitiFact*, but *McCain*."""
    return not word.istitle() and INNER_CAPITAL.search(word) is not None


def may_be_person(key: tuple[str, ...]) -> bool:
    """Whether nothing but the model says what kind of name it is: a single word on no list."""
    lists = words()
    known = lists.bodies | lists.nationality | lists.never_person | lists.never_name
    listed = key in lists.places or key in lists.known_bodies or key[0] in known
    return len(key) == 1 and not listed


def _looks_like_person(name: Name) -> bool:
    return len(name.words) <= 3 and all(
        word[0].isupper() and not word.isupper() for word in name.words
    )

"""The words that syntax itself turns on, from their lexicon file."""

from __future__ import annotations

from functools import cache

from attrs import frozen

from quotekit.lexicon import shipped


@frozen
class Structure:
    """Lemma lists by the construction that they build; see ``lexicon/structure.toml``."""

    subject_control: frozenset[str]
    charging: frozenset[str]
    raising: frozenset[str]
    resulting: frozenset[str]
    needing: frozenset[str]
    light: frozenset[str]
    conveying: frozenset[str]
    inverse_light: frozenset[str]
    embroiled: frozenset[str]
    document: frozenset[str]
    occasion: frozenset[str]
    time: frozenset[str]
    predicating: frozenset[str]
    said_of_object: frozenset[str]
    telling_more: frozenset[str]
    measure: frozenset[str]
    share: frozenset[str]
    bout: frozenset[str]
    amount: frozenset[str]
    pointing: frozenset[str]
    venture: frozenset[str]
    listing: frozenset[str]
    issuing: frozenset[str]
    writing: frozenset[str]
    adding: frozenset[str]
    focus: frozenset[str]
    nobody: frozenset[str]
    denying: frozenset[str]
    exclusive: frozenset[str]
    scant: frozenset[str]
    more: frozenset[str]
    full: frozenset[str]
    sufferer: frozenset[str]
    copula: frozenset[str]
    naming: frozenset[str]
    aspectual: frozenset[str]
    refusing: frozenset[str]
    person: dict[str, int]
    """First and second person pronouns and those for things; all others are third."""
    case: dict[str, str]
    """The function of a pronoun that its form tells."""
    lemma: dict[str, str]
    """The lemmas of words that the model gets wrong."""
    answering: frozenset[str]
    question: frozenset[str]
    fused: frozenset[str]
    relative: frozenset[str]
    definite: frozenset[str]
    conditional: frozenset[str]
    connective: frozenset[str]


@cache
def structure() -> Structure:
    """The shipped lists, read once."""
    tables = shipped("structure.toml")
    lemma = tables.pop("lemma")
    person = {word: int(number) for number, words in tables.pop("person").items() for word in words}
    case = {word: function for function, words in tables.pop("case").items() for word in words}
    lists = {key: frozenset(words) for key, words in tables.items()}
    return Structure(**lists, person=person, case=case, lemma=lemma)

"""The word lists of this stage, from ``lexicon/speakers``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from attrs import field, frozen

MALE, FEMALE = "m", "f"
GENDERS = {"male": MALE, "female": FEMALE, "either": None}
Gendered = Mapping[str, str | None]
"""Words with the gender that they give, None where they give none."""


@frozen
class Words:
    """The word lists, lower case."""

    honorifics: Gendered = field(repr=len)
    """*mrs*, *captain*: part of how somebody is called."""
    offices: Gendered = field(repr=len)
    """*senator*, *spokeswoman*: what somebody is, before a name."""
    office_modifiers: frozenset[str] = field(repr=len)
    """*former*, *vice*, *majority*: before an office."""
    suffixes: frozenset[str] = field(repr=len)
    particles: frozenset[str] = field(repr=len)
    kin: Gendered = field(repr=len)
    persons: Gendered = field(repr=len)
    bodies: frozenset[str] = field(repr=len)
    people: frozenset[str] = field(repr=len)
    named_bodies: frozenset[str] = field(repr=len)
    """*campaign*: with a name before it the name of a body."""
    never_person: frozenset[str] = field(repr=len)
    never_name: frozenset[str] = field(repr=len)
    given: Gendered = field(repr=len)
    nicknames: Mapping[str, frozenset[str]] = field(repr=len)
    """Full given name by short form: *bill* → *william*."""

    def is_title(self, word: str) -> bool:
        """Whether the word can stand right before a name."""
        return word in self.honorifics or word in self.offices

    def person_gender(self, noun: str) -> str | None:
        """The gender that a noun for a person gives."""
        return self.persons.get(noun) or self.kin.get(noun)

    def is_person(self, noun: str) -> bool:
        """Whether the noun is for one person."""
        return noun in self.persons or noun in self.kin


@cache
def words() -> Words:
    """The shipped lists, read once."""
    titles, people, groups, names = map(_table, ("titles", "people", "groups", "given_names"))
    short: dict[str, set[str]] = {}
    for full, forms in names["nicknames"].items():
        for form in forms.split():
            short.setdefault(form, set()).add(full)
    return Words(
        honorifics=_gendered(titles["honorific"]),
        offices=_gendered(titles["office"]),
        office_modifiers=frozenset(titles["before_office"]["words"]),
        suffixes=frozenset(titles["suffix"]["words"]),
        particles=frozenset(titles["particle"]["words"]),
        kin=_gendered(people["kin"]),
        persons=_gendered(people["person"]),
        bodies=frozenset(groups["body"]),
        people=frozenset(groups["people"]),
        named_bodies=frozenset(groups["of_a_name"]),
        never_person=frozenset(groups["never_person"]),
        never_name=frozenset(groups["never_name"]),
        given=_with_short_forms(_gendered({key: names[key].split() for key in GENDERS}), short),
        nicknames={form: frozenset(full) for form, full in short.items()},
    )


def _with_short_forms(given: Gendered, short: Mapping[str, set[str]]) -> Gendered:
    """A short form that is no given name itself has the gender of its full names, if they agree."""
    inherited = {}
    for form, full in short.items():
        genders = {given.get(name) for name in full}
        inherited[form] = genders.pop() if len(genders) == 1 else None
    return {**inherited, **given}


def _table(name: str) -> dict[str, Any]:
    path = files("quotekit") / "lexicon" / "speakers" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _gendered(table: Mapping[str, list[str]]) -> dict[str, str | None]:
    return {word: gender for key, gender in GENDERS.items() for word in table[key]}

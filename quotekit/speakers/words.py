"""The word lists of this stage, from ``lexicon/speakers``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from string import digits
from typing import Any

from attrs import field, frozen

from quotekit.lexicon import shipped

MALE, FEMALE = "m", "f"
TITLE_LISTS = (
    "with_given_name", "married", "unmarried", "noble", "common", "kept", "plural_titles",
    "one_holder", "suffix", "particle", "article",
)  # fmt: skip
PRONOUN_LISTS = ("several", "thing", "reflexive", "we", "who", "byline", "signature")
INTERVIEW_LISTS = ("question", "answer", "asks", "interviewer")
GENDERS = {"male": MALE, "female": FEMALE, "either": None}
Gendered = Mapping[str, str | None]
"""Words with the gender that they give, None where they give none."""


@frozen
class Words:
    """The word lists, lower case."""

    honorifics: Gendered = field(repr=False)
    """*mrs*, *captain*: part of how somebody is called."""
    offices: Gendered = field(repr=False)
    """*senator*, *spokeswoman*: what somebody is, before a name."""
    one_holder: frozenset[str] = field(repr=False)
    """Offices with one holder at a time and place: *the mayor* need not have been spoken of."""
    office_modifiers: frozenset[str] = field(repr=False)
    """*former*, *vice*, *majority*: before an office."""
    with_given_name: frozenset[str] = field(repr=False)
    """Honorifics that stand before a given name as well: *Aunt Ann*; the next five too."""
    married: frozenset[str] = field(repr=False)
    unmarried: frozenset[str] = field(repr=False)
    noble: frozenset[str] = field(repr=False)
    common: frozenset[str] = field(repr=False)
    kept: frozenset[str] = field(repr=False)
    """They stay with a full name: *Dame Ann Okafor*."""
    plural_titles: frozenset[str] = field(repr=False)
    suffix: frozenset[str] = field(repr=False)
    particle: frozenset[str] = field(repr=False)
    article: frozenset[str] = field(repr=False)
    inside_name: frozenset[str] = field(repr=False)
    """Lower-case words inside the names of bodies: *Bank of Veldania*."""
    small: frozenset[str] = field(repr=False)
    """Those and articles: before a name no part of it, in a headline seldom written large."""
    kin: Gendered = field(repr=False)
    persons: Gendered = field(repr=False)
    anybody: frozenset[str] = field(repr=False)
    """*man*, *friend*: nobody is the one and only."""
    bodies: frozenset[str] = field(repr=False)
    people: frozenset[str] = field(repr=False)
    named_bodies: frozenset[str] = field(repr=False)
    """*campaign*: with a name before it the name of a body."""
    known_bodies: frozenset[tuple[str, ...]] = field(repr=False)
    of_body: frozenset[str] = field(repr=False)
    """Prepositions behind the noun in the name of a body: *Ministry of …*."""
    places: frozenset[tuple[str, ...]] = field(repr=False)
    """*russia*, *new york*."""
    wider: Mapping[str, frozenset[str]] = field(repr=False)
    """What a wider noun stands for: *lawmaker* → *sen*, *company* → *airlines*."""
    any_body: frozenset[str] = field(repr=False)
    """Nouns for a body whose name does not tell what it is: *the company*."""
    places_called: Mapping[str, frozenset[tuple[str, ...]]] = field(repr=False)
    """*state* → *ohio*."""
    nationality: frozenset[str] = field(repr=False)
    party: Mapping[str, str] = field(repr=False)
    """Words for the members of a party by one of them: *democratic* → *democrat*."""
    never_person: frozenset[str] = field(repr=False)
    never_name: frozenset[str] = field(repr=False)
    weekday: frozenset[str] = field(repr=False)
    given: Gendered = field(repr=False)
    pronoun_gender: Mapping[str, str] = field(repr=False)
    """*he*, *her*."""
    several: frozenset[str] = field(repr=False)
    """*they*."""
    thing: frozenset[str] = field(repr=False)
    """*it*."""
    reflexive: frozenset[str] = field(repr=False)
    who: frozenset[str] = field(repr=False)
    byline: frozenset[str] = field(repr=False)
    """Before the author's name above a text."""
    signature: frozenset[str] = field(repr=False)
    """Verbs that tell who the author is below it."""
    we: frozenset[str] = field(repr=False)
    question: frozenset[str] = field(repr=False)
    """Labels of whoever asks in an interview: *q*."""
    answer: frozenset[str] = field(repr=False)
    """Labels of whoever answers: *a*."""
    asks: frozenset[str] = field(repr=False)
    """Verbs of the one who asks: *interviewed*."""
    interviewer: frozenset[str] = field(repr=False)
    """What those who ask are by trade."""
    nicknames: Mapping[str, frozenset[str]] = field(repr=False)
    """Full given names by short form: *bill* → *william*."""
    short_forms: Mapping[str, frozenset[str]] = field(repr=False)
    """Short forms by full given name: *william* → *bill*, *will*."""

    def is_title(self, word: str) -> bool:
        """Whether the word can stand right before a name."""
        return word in self.honorifics or word in self.offices

    def parties(self, said: Iterable[str]) -> set[str]:
        """The parties that words name."""
        return {self.party[word] for word in said if word in self.party}

    def is_role(self, noun: str) -> bool:
        """Whether the noun says what somebody in particular is: an office, a trade."""
        return (noun in self.persons and noun not in self.anybody) or self.is_title(noun)

    def person_gender(self, noun: str) -> str | None:
        """The gender that a noun for a person gives."""
        return self.persons.get(noun) or self.kin.get(noun)

    def is_person(self, noun: str) -> bool:
        """Whether the noun is for one person."""
        return noun in self.persons or noun in self.kin

    def is_question(self, label: str) -> bool:
        """Whether a turn with that label asks: *Q2*."""
        return label.lower().rstrip(digits) in self.question

    def is_answer(self, label: str) -> bool:
        """Whether a turn with that label answers: *A*."""
        return label.lower().rstrip(digits) in self.answer


@cache
def words() -> Words:
    """The shipped lists, read once."""
    titles, people, groups, places = map(_table, ("titles", "people", "groups", "places"))
    pronouns, names = _table("pronouns"), _table("given_names")
    interviews, wider = _table("interviews"), _table("wider")
    full = _full_names(names["nicknames"])
    given = {**_given(_table("american_names")), **_given(names)}
    return Words(
        honorifics=_gendered(titles["honorific"]),
        offices=_gendered(titles["office"]),
        office_modifiers=frozenset(titles["before_office"]["words"]),
        **{key: frozenset(titles[key]["words"]) for key in TITLE_LISTS},
        kin=_gendered(people["kin"]),
        persons=_gendered(people["person"]),
        anybody=frozenset(people["anybody"]["words"]),
        bodies=frozenset(groups["body"]),
        people=frozenset(groups["people"]),
        named_bodies=frozenset(groups["of_a_name"]),
        known_bodies=frozenset(tuple(name.split()) for name in groups["known"]),
        of_body=frozenset(groups["of_body"]),
        places=frozenset(
            name for kind in ("country", "state", "city", "region") for name in _names(places, kind)
        ),
        wider={
            noun: frozenset(narrower)
            for kind in ("person", "body", "document")
            for noun, narrower in wider[kind].items()
        },
        any_body=frozenset(wider["any"]["body"]),
        places_called={noun: _names(places, kind) for noun, kind in wider["place"].items()},
        nationality=frozenset(places["nationality"]["names"]),
        party={word: name for name, forms in groups["party"].items() for word in forms},
        never_person=frozenset(groups["never_person"]),
        inside_name=frozenset(groups["inside_name"]),
        small=frozenset(groups["inside_name"] + titles["article"]["words"]),
        never_name=frozenset(groups["never_name"]),
        weekday=frozenset(groups["weekday"]),
        pronoun_gender={word: g for word, g in _gendered(pronouns).items() if g},
        **{key: frozenset(pronouns[key]) for key in PRONOUN_LISTS},
        **{key: frozenset(interviews[key]) for key in INTERVIEW_LISTS},
        given={**_inherited(full, given), **given},
        short_forms={name: frozenset(forms.split()) for name, forms in names["nicknames"].items()},
        nicknames=full,
    )


def _names(places: Mapping[str, Any], kind: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(name.split()) for name in places[kind]["names"])


def _given(table: Mapping[str, Any]) -> Gendered:
    return _gendered({key: table[key].split() for key in GENDERS if key in table})


def _full_names(nicknames: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    """*bill* → *william*."""
    full: dict[str, set[str]] = {}
    for name, forms in nicknames.items():
        for form in forms.split():
            full.setdefault(form, set()).add(name)
    return {form: frozenset(names) for form, names in full.items()}


def _inherited(full: Mapping[str, Iterable[str]], given: Gendered) -> Gendered:
    """Short forms with the gender of their full names, if they agree."""
    genders = {form: {given.get(name) for name in names} for form, names in full.items()}
    return {form: found.pop() if len(found) == 1 else None for form, found in genders.items()}


def _table(name: str) -> dict[str, Any]:
    return shipped(f"speakers/{name}.toml")


def _gendered(table: Mapping[str, list[str]]) -> dict[str, str | None]:
    return {word: gender for key, gender in GENDERS.items() for word in table.get(key, ())}


def names_somebody(noun: str) -> bool:
    """Whether a noun is for people or for a body that acts: *senator*, *voters*, *ministry*."""
    lists = words()
    return (
        lists.is_person(noun)
        or lists.is_title(noun)
        or noun in lists.bodies
        or noun in lists.people
    )


def names_body(noun: str) -> bool:
    """Whether a noun is for a body and for nobody in it: *ministry*, *company*."""
    lists = words()
    return noun in lists.bodies and not lists.is_person(noun) and not lists.is_title(noun)

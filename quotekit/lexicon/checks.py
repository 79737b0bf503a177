"""What the values of an entry may be; a wrong one is named by its key. What is no more than the
default is right: most values are."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from quotekit.lexicon.tables import shipped

if TYPE_CHECKING:
    from attrs import Attribute

    Field = Attribute[Any]

FORMS = ("quotation", "clause", "question", "infinitive", "gerund", "object", "small", "subject")
ROLES = ("agent", "patient", "recipient")
SEVERAL = (tuple, frozenset)


class WrongValueError(ValueError):
    """(key, what is wrong with its value)."""


def word(_: object, field: Field, value: object) -> None:
    """A lemma."""
    if not _is_word(value):
        raise WrongValueError(field.name, f"expected a word, not {value!r}")


def _is_word(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def sentence(_: object, field: Field, value: object) -> None:
    """An example, marked inline."""
    if not isinstance(value, str) or "<" not in value or _left_open(value):
        expected = "a sentence such as '[Lee] <said> {that it works}.'"
        raise WrongValueError(field.name, f"expected {expected}, not {value!r}")


def _left_open(example: str) -> bool:
    count = example.count
    return count("[") != count("]") or count("<") != count(">") or count("{") != count("}")


def yes_or_no(_: object, field: Field, value: object) -> None:
    """A switch."""
    if not isinstance(value, bool):
        raise WrongValueError(field.name, f"expected true or false, not {value!r}")


class OneOf:
    """One of a few values."""

    def __init__(self, *known: object) -> None:
        self.known = known

    def __call__(self, _: object, field: Field, value: object) -> None:
        if value is not field.default and (isinstance(value, bool) or value not in self.known):
            known = ", ".join(map(str, self.known))
            raise WrongValueError(field.name, f"{value!r} is none of {known}")


class Argument:
    """The name of an argument: one of these, or a preposition."""

    def __init__(self, *known: str) -> None:
        self.known = known

    def __call__(self, _: object, field: Field, value: object) -> None:
        if value is not field.default:
            _name(field, value, self.known)


class Arguments:
    """Names of arguments: some of these, or prepositions; of how many at least."""

    def __init__(self, *known: str, least: int = 0) -> None:
        self.known = known
        self.least = least

    def __call__(self, instance: object, field: Field, value: Sequence[str]) -> None:
        if value is field.default:
            return
        words(instance, field, value)
        if len(value) < self.least:
            raise WrongValueError(field.name, "expected at least one word")
        for name in value:
            _name(field, name, self.known)


def _name(field: Field, name: object, known: Sequence[str]) -> None:
    if name not in known and not (isinstance(name, str) and _is_prepositional(name)):
        expected = ", ".join(known)
        raise WrongValueError(field.name, f"{name!r} is none of {expected}, nor a preposition")


def _is_prepositional(name: str) -> bool:
    """*of*, *in favour of*, *object for*."""
    names, known = name.split(), _prepositions()
    return bool(names) and names[-1] in known and (names[0] in known or names[0] in FORMS)


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(shipped("arguments.toml")["preposition"])


def words(_: object, field: Field, value: object) -> None:
    """Any number of words."""
    if value is field.default:
        return
    if not isinstance(value, SEVERAL) or not all(map(_is_word, value)):
        raise WrongValueError(field.name, f"expected a word or a list of words, not {value!r}")


class MemberOf:
    """A member of an enumeration."""

    def __init__(self, kind: type[StrEnum]) -> None:
        self.kind = kind

    def __call__(self, _: object, field: Field, value: object) -> None:
        if not isinstance(value, self.kind):
            raise WrongValueError(field.name, f"{value!r} is none of {', '.join(self.kind)}")

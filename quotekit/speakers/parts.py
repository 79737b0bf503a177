"""The parts of a name, and whether two names can be one."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.speakers.words import words


def same_given(one: str, other: str) -> bool:
    """*Ann* and *Ann*, *A.* and *Ann*, *Bill* and *William*."""
    if one == other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    short = words().nicknames
    return (
        other in short.get(one, ())
        or one in short.get(other, ())
        or bool(short.get(one, frozenset()) & short.get(other, frozenset()))
    )


def family(key: Sequence[str]) -> tuple[str, ...]:
    """The family name, particles included: *van der meer* of *louisa van der meer*."""
    at = len(key) - 1
    while at > 0 and key[at - 1] in words().particle:
        at -= 1
    return tuple(key[at:])


def head_noun(key: Sequence[str]) -> str:
    """The noun in the name of a body: *ministry* of *foreign ministry* and of *ministry of
    justice*."""
    inner = next((at for at, word in enumerate(key) if at and word in words().of_body), len(key))
    return key[inner - 1]


def is_full(key: Sequence[str]) -> bool:
    """Whether there is more than a family name or a given name."""
    return len(family(key)) < len(key)


def one_person(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """Whether two full names can be the same person's: *A. Lee* and *Ann Marie Lee*."""
    if family(shorter) != family(longer):
        return False
    if not same_given(shorter[0], longer[0]):
        return False
    middle, middles = shorter[1:-1], longer[1:-1]
    return not middle or not middles or any(same_given(a, b) for a in middle for b in middles)

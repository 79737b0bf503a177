"""Which words are predicates of some entry, and what must be there for it to be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from attrs import frozen

Predicate = tuple[str, str]
"""Part of speech and lemma."""
NONE: frozenset[str] = frozenset()


@frozen
class Needs:
    """What must be there for a predicate to be read."""

    arguments: frozenset[str] = NONE
    """One of these beside it, if there are any."""
    words: frozenset[str] = NONE
    """One of these in its paragraph, if there are any: *pay **tribute***, *critical **of***."""


@frozen(eq=False)
class Predicates:
    """Parts of speech with lemmas: whether one is among them, whether one begins with a word, and
    what must stand beside it.

    >>> some = Predicates({("verb", "point out"): Needs(frozenset({"clause"}))})
    >>> some("verb", "point"), some.include("verb", "point")
    (True, False)
    >>> some.needs("verb", "point out").arguments
    frozenset({'clause'})
    """

    _needs: Mapping[Predicate, Needs]

    @cached_property
    def first_words(self) -> frozenset[str]:
        """What each of them begins with, whatever its part of speech."""
        return frozenset(lemma.split()[0] for _, lemma in self._needs)

    @cached_property
    def _beginnings(self) -> frozenset[Predicate]:
        first = ((pos, lemma.split()[0]) for pos, lemma in self._needs)
        return frozenset(first).union(self._needs)

    def __call__(self, pos: str, words: str) -> bool:
        """Whether there is one of these words, or of which they are the first."""
        return (pos, words) in self._beginnings

    def include(self, pos: str, lemma: str) -> bool:
        """Whether there is one of just that lemma."""
        return (pos, lemma) in self._needs

    def needs(self, pos: str, lemma: str) -> Needs | None:
        """What must be there; None where there is no such predicate.

        *whispered back* is one as *whisper* is, which needs none.
        """
        needs = self._needs.get((pos, lemma))
        if needs is None and " " in lemma:
            alone = self._needs.get((pos, lemma.split()[0]))
            return alone if alone is not None and not alone.arguments else None
        return needs

    def also(self, more: Mapping[Predicate, Needs]) -> Predicates:
        """These and more."""
        both = self._needs.keys() & more.keys()
        joined = {predicate: either(self._needs[predicate], more[predicate]) for predicate in both}
        return Predicates({**self._needs, **more, **joined})


def either(*senses: Needs) -> Needs:
    """What is needed for one of several senses to be read."""
    if len(senses) == 1:
        return senses[0]
    return Needs(_one_of([s.arguments for s in senses]), _one_of([s.words for s in senses]))


def _one_of(needed: Sequence[frozenset[str]]) -> frozenset[str]:
    return NONE.union(*needed) if all(needed) else NONE

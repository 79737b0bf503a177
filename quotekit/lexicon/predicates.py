"""Which words are predicates of some entry."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

Predicate = tuple[str, str]
"""Part of speech and lemma."""


@frozen(eq=False)
class Predicates:
    """Parts of speech with lemmas: whether one is among them, whether one begins with a word.

    >>> some = Predicates(frozenset({("verb", "point out")}))
    >>> some("verb", "point"), some.include("verb", "point")
    (True, False)
    """

    lemmas: frozenset[Predicate]
    first_words: frozenset[str] = field(init=False, repr=False)
    """What each of them begins with, whatever its part of speech."""
    _beginnings: frozenset[Predicate] = field(init=False, repr=False)

    @first_words.default
    def _first_words(self) -> frozenset[str]:
        return frozenset(lemma.split()[0] for _, lemma in self.lemmas)

    @_beginnings.default
    def _begun(self) -> frozenset[Predicate]:
        first = ((pos, lemma.split()[0]) for pos, lemma in self.lemmas)
        return self.lemmas.union(first)

    def __call__(self, pos: str, words: str) -> bool:
        """Whether there is one of these words, or of which they are the first."""
        return (pos, words) in self._beginnings

    def include(self, pos: str, lemma: str) -> bool:
        """Whether there is one of just that lemma."""
        return (pos, lemma) in self.lemmas

    def also(self, predicates: Iterable[Predicate]) -> Predicates:
        """These and more."""
        return Predicates(self.lemmas.union(predicates))

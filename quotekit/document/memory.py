"""One user of a pipeline at a time, and memory that does not grow with what has been read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, RLock
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary, WeakSet

if TYPE_CHECKING:
    from spacy.language import Language

WORDS_KEPT = 12_000
"""The vocabulary keeps this many words for good. In a zone every word it does not know is made
anew, which would cost a seventh of the parse if it knew none."""
LEMMAS_KEPT = 12_000

_ours: WeakSet[Language] = WeakSet()
_locks: WeakKeyDictionary[Language, RLock] = WeakKeyDictionary()
_finding = Lock()


def keep(nlp: Language) -> Language:
    """The pipeline, which from now on is one of `ours`."""
    _ours.add(nlp)
    return nlp


def ours() -> list[Language]:
    """The pipelines that nobody but quotekit holds."""
    return list(_ours)


@contextmanager
def holding(nlp: Language) -> Iterator[None]:
    """Nobody else in quotekit uses the pipeline meanwhile."""
    with _finding:
        lock = _locks.setdefault(nlp, RLock())
    with lock:
        yield


@contextmanager
def forgetting(nlp: Language) -> Iterator[None]:
    """Hold the pipeline; Docs that it makes inside must not be touched afterwards.

    What one of `ours` learns inside is forgotten, once it knows the usual words. The user of any
    other may be making Docs of it in another thread, so that one forgets nothing.
    """
    with holding(nlp):
        if nlp not in _ours or len(nlp.vocab) < WORDS_KEPT:
            yield
            return
        with nlp.memory_zone():
            yield
        for _, component in nlp.pipeline:
            lemmas = getattr(component, "cache", None)
            if isinstance(lemmas, dict) and len(lemmas) > LEMMAS_KEPT:
                lemmas.clear()

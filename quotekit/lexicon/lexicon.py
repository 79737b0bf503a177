"""The lexicon: entries by key, and found by predicate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from importlib.resources import files
from os import PathLike
from pathlib import Path
from typing import Any

from attrs import field, frozen

from quotekit.errors import InvalidInput
from quotekit.lexicon.entries import ReportingEntry, StanceEntry
from quotekit.lexicon.files import Entry, LexiconFile
from quotekit.lexicon.predicates import Needs, Predicates, either

KINDS = ("reporting", "stance")
SURE = 1
"""The tier of the stances that speak for themselves; those below it only answer a question."""


@frozen
class Lexicon:
    """Entries by key, for reporting and for stance.

    >>> Lexicon.default().reporting["verb.say"].act
    <Act.SPEECH: 'speech'>
    """

    reporting: Mapping[str, ReportingEntry] = field(repr=False)
    stance: Mapping[str, StanceEntry] = field(repr=False)
    _index: Mapping[str, Mapping[tuple[str, str], tuple[Any, ...]]] = field(
        init=False, repr=False, eq=False
    )

    @_index.default
    def _by_kind(self) -> dict[str, dict[tuple[str, str], tuple[Any, ...]]]:
        return {
            "reporting": _by_predicate(self.reporting.values()),
            "stance": _by_predicate(self.stance.values()),
        }

    @cached_property
    def wants_report(self) -> Predicates:
        """The predicates that have a reporting entry."""
        return Predicates(_needs(self._index["reporting"]))

    @cached_property
    def wants_sure(self) -> Predicates:
        """Those and the ones with a stance that speaks for itself."""
        sure = (entry for entry in self.stance.values() if entry.tier == SURE)
        return self.wants_report.also(_needs(_by_predicate(sure)))

    @cached_property
    def wants(self) -> Predicates:
        """Those that have an entry of either kind."""
        return self.wants_report.also(_needs(self._index["stance"]))

    @classmethod
    def default(cls) -> Lexicon:
        """The lexicon that the package ships."""
        return _default()

    def extended(self, path: str | PathLike[str]) -> Lexicon:
        """A new lexicon with the entries of a TOML file added; a key that is known is replaced.

        The file's tables are ``[reporting.verb.KEY]`` and ``[stance.noun.KEY]``, written like the
        entries that ``quotekit rules --format toml`` prints. Raises `LexiconError` where the file
        cannot be used.
        """
        if not isinstance(path, str | PathLike):
            raise InvalidInput(f"{path!r:.60}: expected a path")
        file = LexiconFile.read(Path(path))
        if unknown := set(file.tables) - set(KINDS):
            name = min(unknown)
            raise file.error(name, f"unknown table; known: {', '.join(KINDS)}", name)
        return Lexicon(
            {**self.reporting, **file.entries(ReportingEntry, "reporting")},
            {**self.stance, **file.entries(StanceEntry, "stance")},
        )

    def reporting_entries(self, pos: str, lemma: str) -> tuple[ReportingEntry, ...]:
        """The reporting senses of a predicate."""
        return self._index["reporting"].get((pos, lemma), ())

    def stance_entries(self, pos: str, lemma: str) -> tuple[StanceEntry, ...]:
        """The stance senses of a predicate."""
        return self._index["stance"].get((pos, lemma), ())

    def __reduce__(self) -> tuple[Any, ...]:
        return Lexicon, (dict(self.reporting), dict(self.stance))


@cache
def _default() -> Lexicon:
    return Lexicon(_shipped(ReportingEntry, "reporting"), _shipped(StanceEntry, "stance"))


def _shipped(kind: type[Entry], folder: str) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for path in sorted((files(__package__) / folder).iterdir(), key=lambda p: p.name):
        if path.name.endswith(".toml"):
            file = LexiconFile.read(path)
            new = file.entries(kind)
            if twice := new.keys() & found.keys():
                name = min(twice)
                raise file.error(name, "is defined in another file too", *name.split(".", 1))
            found |= new
    return found


def _by_predicate(entries: Iterable[Entry]) -> dict[tuple[str, str], tuple[Entry, ...]]:
    found: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.pos, entry.lemma].append(entry)
    return {predicate: tuple(senses) for predicate, senses in found.items()}


def _needs(senses: Mapping[tuple[str, str], tuple[Entry, ...]]) -> dict[tuple[str, str], Needs]:
    return {predicate: either(*(e.needs for e in entries)) for predicate, entries in senses.items()}

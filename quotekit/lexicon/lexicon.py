"""The lexicon: reads entry files, checks them, finds entries by predicate."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from os import PathLike
from pathlib import Path
from typing import Any, TypeVar

from attrs import field, fields_dict, frozen

from quotekit.errors import LexiconError
from quotekit.lexicon.entries import ReportingEntry, StanceEntry

Entry = TypeVar("Entry", ReportingEntry, StanceEntry)
KINDS: dict[str, type] = {"reporting": ReportingEntry, "stance": StanceEntry}


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

    _first_words: frozenset[tuple[str, str]] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        index: dict[str, dict[tuple[str, str], tuple[Any, ...]]] = {
            "reporting": _by_predicate(self.reporting.values()),
            "stance": _by_predicate(self.stance.values()),
        }
        predicates = [*index["reporting"], *index["stance"]]
        object.__setattr__(self, "_index", index)
        object.__setattr__(
            self,
            "_first_words",
            frozenset(
                (pos, word) for pos, lemma in predicates for word in (lemma, lemma.split()[0])
            ),
        )

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
        tables = _tables(Path(path))
        unknown = set(tables) - set(KINDS)
        if unknown:
            raise LexiconError(f"{path}: unknown table {min(unknown)!r}; known: reporting, stance")
        name = str(path)
        return Lexicon(
            {**self.reporting, **_entries(ReportingEntry, tables.get("reporting", {}), name)},
            {**self.stance, **_entries(StanceEntry, tables.get("stance", {}), name)},
        )

    def reporting_entries(self, pos: str, lemma: str) -> tuple[ReportingEntry, ...]:
        """The reporting senses of a predicate."""
        return self._index["reporting"].get((pos, lemma), ())

    def stance_entries(self, pos: str, lemma: str) -> tuple[StanceEntry, ...]:
        """The stance senses of a predicate."""
        return self._index["stance"].get((pos, lemma), ())

    def wants(self, pos: str, lemma: str) -> bool:
        """Whether any entry of that part of speech has the lemma, or a lemma that it begins."""
        return (pos, lemma) in self._first_words

    def __reduce__(self) -> tuple[Any, ...]:
        return Lexicon, (dict(self.reporting), dict(self.stance))


@cache
def _default() -> Lexicon:
    return Lexicon(_shipped(ReportingEntry, "reporting"), _shipped(StanceEntry, "stance"))


def _shipped(entry_class: type[Entry], folder: str) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for path in sorted((files(__package__) / folder).iterdir(), key=lambda p: p.name):
        if path.name.endswith(".toml"):
            new = _entries(entry_class, _tables(path), path.name)
            twice = new.keys() & entries.keys()
            if twice:
                raise LexiconError(f"{path.name}: {min(twice)} is defined in another file too")
            entries |= new
    return entries


def _tables(path: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"{path}: cannot be read as TOML: {error}") from error


def _entries(entry_class: type[Entry], tables: Mapping[str, Any], name: str) -> dict[str, Entry]:
    made = (_entry(entry_class, *item, name) for item in _senses(tables, name))
    return {entry.key: entry for entry in made}


def _senses(tables: Mapping[str, Any], name: str) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Part of speech, the sense's own name, and its keys."""
    if not isinstance(tables, Mapping):
        raise LexiconError(f"{name}: {tables!r} stands where tables such as [verb.say] should")
    for pos, senses in tables.items():
        if not isinstance(senses, Mapping):
            raise LexiconError(f"{name}: {pos!r} stands outside an entry such as [verb.say]")
        for sense, keys in senses.items():
            if not isinstance(keys, Mapping):
                raise LexiconError(f"{name}: {pos}.{sense} is not a table of keys")
            yield pos, sense, keys


def _entry(
    entry_class: type[Entry], pos: str, sense: str, keys: Mapping[str, Any], name: str
) -> Entry:
    """*back.away*: a sense's name is its lemma unless the key ``lemma`` says another."""
    unknown = set(keys) - (set(fields_dict(entry_class)) - {"key", "pos"})
    if unknown:
        raise LexiconError(f"{name}: {pos}.{sense}: unknown key {min(unknown)!r}")
    try:
        return entry_class(**{"lemma": sense, **keys}, key=f"{pos}.{sense}", pos=pos)
    except (AttributeError, TypeError, ValueError) as error:
        raise LexiconError(f"{name}: {pos}.{sense}: {error.args[0]}") from error


def _by_predicate(entries: Iterable[Entry]) -> dict[tuple[str, str], tuple[Entry, ...]]:
    found: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.pos, entry.lemma].append(entry)
    return {predicate: tuple(senses) for predicate, senses in found.items()}

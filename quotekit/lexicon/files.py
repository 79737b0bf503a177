"""Lexicon files: TOML in, entries out; what is wrong with one is said with file, line and key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

import rtoml
from attrs import NOTHING, fields, frozen

from quotekit.errors import LexiconError
from quotekit.lexicon.checks import WrongValueError
from quotekit.lexicon.entries import ReportingEntry, StanceEntry

PARTS_OF_SPEECH = ("verb", "noun", "adjective", "preposition", "adverb")

Entry = TypeVar("Entry", ReportingEntry, StanceEntry)


@frozen
class LexiconFile:
    """A file and what stands in it."""

    name: str
    text: str
    tables: Mapping[str, Any]

    @classmethod
    def read(cls, path: Path | Traversable) -> LexiconFile:
        """Raises `LexiconError` where it cannot be read as TOML."""
        try:
            text = path.read_text(encoding="utf-8")
            return cls(str(path), text, rtoml.loads(text))
        except (OSError, ValueError) as error:
            raise LexiconError(f"{path}: cannot be read as TOML: {error}") from error

    def entries(self, kind: type[Entry], *within: str) -> dict[str, Entry]:
        """The entries by key, from the table whose name is given, else from all the file."""
        table: Any = self.tables
        for name in within:
            table = table.get(name, {})
        made = (self._entry(kind, within, *sense) for sense in self._senses(table, within))
        return {entry.key: entry for entry in made}

    def _senses(
        self, table: Any, within: tuple[str, ...]
    ) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
        """Part of speech, the sense's own name, and its keys."""
        example = ".".join([*within, "verb.say"])
        if not isinstance(table, Mapping):
            raise self.error(".".join(within), f"expected tables such as [{example}]", *within)
        for pos, senses in table.items():
            if pos not in PARTS_OF_SPEECH:
                known = ", ".join(PARTS_OF_SPEECH)
                reason = f"is none of {known}; expected tables such as [{example}]"
                raise self.error(pos, reason, *within, pos)
            if not isinstance(senses, Mapping):
                raise self.error(pos, f"stands outside an entry such as [{example}]", *within, pos)
            for sense, keys in senses.items():
                if not isinstance(keys, Mapping):
                    place = (*within, pos, sense)
                    raise self.error(f"{pos}.{sense}", "is not a table of keys", *place)
                yield pos, sense, keys

    def _entry(
        self,
        kind: type[Entry],
        within: tuple[str, ...],
        pos: str,
        sense: str,
        keys: Mapping[str, Any],
    ) -> Entry:
        """*back.away*: a sense's name is its lemma unless the key ``lemma`` says another."""
        name, place = f"{pos}.{sense}", (*within, pos, sense)
        try:
            return kind(**{"lemma": sense, **keys}, key=name, pos=pos)
        except WrongValueError as error:
            key, reason = error.args
            raise self.error(name, f"{key}: {reason}", *place, key) from error
        except TypeError as error:
            key, reason = _wrong_key(kind, keys)
            raise self.error(name, reason, *place, key) from error

    def error(self, what: str, reason: str, *place: str) -> LexiconError:
        """With the line of the key, else of its table, where the file writes them out."""
        line = _line(self.text, place)
        where = f"{self.name}:{line}" if line else self.name
        return LexiconError(f"{where}: {what}: {reason}")


def _wrong_key(kind: type[Entry], keys: Mapping[str, Any]) -> tuple[str, str]:
    """The key that such an entry does not know, or that is missing, and what to say of it."""
    known = {f.name: f.default is NOTHING for f in fields(kind) if f.name not in ("key", "pos")}
    if unknown := keys.keys() - known:
        key = min(unknown)
        return key, f"unknown key {key!r}; known: {', '.join(known)}"
    given = {"lemma", *keys}
    key = next(key for key, needed in known.items() if needed and key not in given)
    return key, f"the key {key!r} is missing"


def _line(text: str, place: tuple[str, ...]) -> int | None:
    """The number of the line where the last of these names stands, or the nearest above it."""
    best: int | None = None
    depth = 0
    table: tuple[str, ...] = ()
    for number, line in enumerate(map(str.strip, text.splitlines()), start=1):
        if line.startswith("["):
            path = table = _names(line.strip("[]"))
        elif "=" in line:
            path = (*table, *_names(line.partition("=")[0]))
        else:
            continue
        common = min(len(path), len(place))
        if path[:common] != place[:common]:
            continue
        if common > depth:
            best, depth = number, common
    return best


def _names(dotted: str) -> tuple[str, ...]:
    """*verb."back away"* → *verb*, *back away*."""
    found = re.findall(r"\"([^\"]*)\"|'([^']*)'|([^.\s\"']+)", dotted)
    return tuple("".join(name) for name in found)

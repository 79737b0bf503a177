"""How well found attributions match a corpus's, counted in words.

Contents and sources are compared as sets of words (runs of word characters, each by its offset), so
marks, punctuation and spaces are free.

- *detected*: a found and a gold attribution are a pair where the words that their contents share
  are at least half of the words that either has; each is in one pair only, the closest pairs first.
- *exact*: a pair whose contents have the very same words.
- *attributed*: a pair whose sources share a word, or that both have none.
- *words*: each word by itself, whether it is in any content.
- *single spans*: each piece of each content, source or cue by itself, all its words the same.

The kind of an attribution, found or gold, is how much of its content stands in double quotation
marks: direct from 95 % up, indirect down to 5 %, else mixed. A kind's precision is over what was
found of that kind, whatever the kind of its partner; its recall over the gold of that kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain
from typing import Any

from attrs import define, field, frozen

Words = frozenset[int]
Quotes = Sequence[Mapping[str, Any]]
"""Dicts of ``content``, ``source``, ``cue``: lists of ranges [start, end], in characters."""

KINDS = ("direct", "mixed", "indirect")
ROWS = {"all": KINDS, **{kind: (kind,) for kind in KINDS}, "direct+mixed": ("direct", "mixed")}
ROLES = ("content", "source", "cue")
MEASURES = ("detected", "exact", "attributed")

WORD = re.compile(r"\w+")
LINE = re.compile(r"[^\n]+")
MARK = re.compile(r"\"|“|”|«|»|''|``")
OPENING = ("“", "«", "``")
LEAST_OVERLAP = 0.5
WHOLLY, HARDLY = 0.95, 0.05


@define
class Rate:
    """Hits of what was found and of what was to be found."""

    found: int = 0
    found_right: int = 0
    wanted: int = 0
    wanted_right: int = 0

    @property
    def precision(self) -> float:
        return self.found_right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.wanted_right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def count(self, found: Set[Any], wanted: Set[Any]) -> None:
        """Add two sets of things that are right where they are in both."""
        shared = len(found & wanted)
        self.found += len(found)
        self.found_right += shared
        self.wanted += len(wanted)
        self.wanted_right += shared


@frozen
class Attribution:
    """One attribution as sets of words."""

    content: Words
    source: Words
    kind: str
    quote: Mapping[str, Any] = field(eq=False)
    """As it was given."""


@frozen
class Compared:
    """The attributions of one document, found and gold, side by side."""

    pairs: list[tuple[Attribution, Attribution]]
    """A gold one and the found one that is its partner."""
    missed: list[Attribution]
    false: list[Attribution]


@define
class Score:
    """The counts of a run, added up document by document."""

    words: Rate = field(factory=Rate)
    spans: dict[str, Rate] = field(factory=lambda: {role: Rate() for role in ROLES})
    rows: dict[str, dict[str, Rate]] = field(
        factory=lambda: {row: {measure: Rate() for measure in MEASURES} for row in ROWS}
    )

    def add(self, text: str, gold: Quotes, found: Quotes) -> None:
        """Count one document."""
        for role, rate in self.spans.items():
            rate.count(_pieces(text, found, role), _pieces(text, gold, role))
        compared = compare(text, gold, found)
        wanted = [*(one for one, _ in compared.pairs), *compared.missed]
        given = [*(other for _, other in compared.pairs), *compared.false]
        self.words.count(_all_words(given), _all_words(wanted))
        for row, kinds in ROWS.items():
            for rate in self.rows[row].values():
                rate.wanted += sum(a.kind in kinds for a in wanted)
                rate.found += sum(a.kind in kinds for a in given)
        for one, other in compared.pairs:
            for row, kinds in ROWS.items():
                for measure in _right(one, other):
                    self.rows[row][measure].wanted_right += one.kind in kinds
                    self.rows[row][measure].found_right += other.kind in kinds


def _right(gold: Attribution, found: Attribution) -> Iterator[str]:
    yield "detected"
    if gold.content == found.content:
        yield "exact"
    if gold.source & found.source or not (gold.source or found.source):
        yield "attributed"


def compare(text: str, gold: Quotes, found: Quotes) -> Compared:
    """Pair the attributions of one document; the closest first, among equals the earlier."""
    wanted, given = _attributions(text, gold), _attributions(text, found)
    partner = _partners(wanted, given)
    taken = set(partner.values())
    return Compared(
        pairs=[(wanted[i], given[j]) for i, j in partner.items()],
        missed=[one for i, one in enumerate(wanted) if i not in partner],
        false=[other for j, other in enumerate(given) if j not in taken],
    )


def _partners(gold: Sequence[Attribution], found: Sequence[Attribution]) -> dict[int, int]:
    close = sorted(
        (-overlap, i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if (overlap := _overlap(one.content, other.content)) >= LEAST_OVERLAP
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in close:
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return partner


def _overlap(one: Words, other: Words) -> float:
    shared = len(one & other)
    return shared / len(one | other) if shared else 0.0


def _attributions(text: str, quotes: Quotes) -> list[Attribution]:
    quoted = _quoted_words(text)
    made = []
    for quote in quotes:
        content = _words(text, quote["content"])
        if content:
            source = _words(text, quote["source"])
            made.append(Attribution(content, source, _kind(content, quoted), quote))
    return made


def _kind(content: Words, quoted: Words) -> str:
    share = len(content & quoted) / len(content)
    return "direct" if share >= WHOLLY else "indirect" if share <= HARDLY else "mixed"


def _quoted_words(text: str) -> Words:
    return _words(text, chain.from_iterable(map(_between_marks, LINE.finditer(text))))


def _between_marks(line: re.Match[str]) -> Iterator[tuple[int, int]]:
    """What stands in double marks; the last one left open runs to the end of the line."""
    opened = None
    for mark in MARK.finditer(line.string, line.start(), line.end()):
        if opened is None or mark.group() in OPENING:
            opened = mark.end()
        else:
            yield opened, mark.start()
            opened = None
    if opened is not None:
        yield opened, line.end()


def _all_words(attributions: Iterable[Attribution]) -> Words:
    return frozenset(chain.from_iterable(a.content for a in attributions))


def _pieces(text: str, quotes: Quotes, role: str) -> set[Words]:
    pieces = {_words(text, [piece]) for quote in quotes for piece in quote[role]}
    return pieces - {frozenset()}


def _words(text: str, ranges: Iterable[Sequence[int]]) -> Words:
    return frozenset(
        match.start() for start, end in ranges for match in WORD.finditer(text, start, end)
    )

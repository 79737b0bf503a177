"""From marks to stretches: a paragraph's marks paired family by family."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from quotekit.marks.pairing import NEVER, Pair, pair
from quotekit.marks.scan import Family, Mark

_SENTENCE_ENDS = re.compile(r"[.?!…]\s")
_LEADS_IN = ",:"
_UNCLOSED = 2
_CARRIED = 1
# A mark may follow the name of who said it: "It is shut. / Ann Okafor, Harbour Trust."
_LONGEST_BYLINE = 60


@frozen
class Row:
    """A paragraph with its marks."""

    start: int
    end: int
    marks: Sequence[Mark]

    @property
    def opening(self) -> Family | None:
        """The family of the opening mark that it begins with, if it does."""
        if not self.marks:
            return None
        mark = self.marks[0]
        return mark.family if mark.start == self.start and mark.opening == 0 else None


@frozen
class Stretch:
    """What lies between two marks, or between one and an edge of the paragraph."""

    family: Family
    outer_start: int
    start: int
    end: int
    outer_end: int

    @property
    def closed(self) -> bool:
        return self.end < self.outer_end

    @property
    def inside(self) -> tuple[int, int]:
        return self.start, self.end


def outer_family(rows: Iterable[Row]) -> Family:
    """The marks that speech stands in: by how often they begin a paragraph or end a clause."""
    seen = {Family.DOUBLE: 0.5, Family.SINGLE: 0.0, Family.ANGLE: 0.0}
    for row in rows:
        opening = row.opening
        if opening is not None:
            seen[opening] += 1
        for mark in row.marks:
            if mark.ends_clause or mark.family is Family.ANGLE:
                seen[mark.family] += 1
    return max(seen, key=seen.__getitem__)


def find_stretches(
    text: str, row: Row, following: Row | None, outer: Family, left_open: bool
) -> list[Stretch]:
    """Return the stretches of a paragraph by (start, -end).

    First the outer family's, of which one may stay open to the end of the paragraph; ``left_open``
    says that the paragraph before ended inside one. Then the others', in what these hold and leave.
    """
    marks = [mark for mark in row.marks if mark.family is outer]
    goes_on = left_open and bool(marks) and marks[0].start - row.start > _LONGEST_BYLINE
    pairs = pair(marks, unclosed=_UNCLOSED, carried=_CARRIED if goes_on else NEVER)
    reopened = following is not None and following.opening is outer
    found = [
        _stretch(outer, row, p)
        for p in pairs
        if p.closing or (p.opening and _may_stay_open(text, row, p.opening, reopened))
    ]
    others = [mark for mark in row.marks if mark.family is not outer]
    if others:
        found += [_stretch(family, row, p) for family, p in _pair_others(others, found)]
    found.sort(key=lambda s: (s.start, -s.end))
    return _undoubled(found)


def _undoubled(stretches: Iterable[Stretch]) -> list[Stretch]:
    """*““Come in,””*: marks set twice are one pair."""
    found: list[Stretch] = []
    for s in stretches:
        if found and found[-1].inside == (s.outer_start, s.outer_end):
            outer = found.pop()
            s = evolve(s, outer_start=outer.outer_start, outer_end=outer.outer_end)
        found.append(s)
    return found


def _stretch(family: Family, row: Row, p: Pair) -> Stretch:
    outer_start, start = (p.opening.start, p.opening.end) if p.opening else (row.start, row.start)
    end, outer_end = (p.closing.start, p.closing.end) if p.closing else (row.end, row.end)
    return Stretch(family, outer_start, start, end, outer_end)


def _may_stay_open(text: str, row: Row, opening: Mark, reopened: bool) -> bool:
    """Whether what is never closed is likely to be speech to the end of the paragraph."""
    before = text[row.start : opening.start].rstrip()[-1:]
    if before == "" or before in _LEADS_IN:
        return True
    rest = text[opening.end : row.end]
    return rest[:1].isupper() and (reopened or not _SENTENCE_ENDS.search(rest))


def _pair_others(marks: Iterable[Mark], found: Iterable[Stretch]) -> Iterator[tuple[Family, Pair]]:
    """Pair the marks inside each outermost stretch, and together those between them."""
    edges = list(_edges(found))
    groups: dict[tuple[int, Family], list[Mark]] = {}
    at = 0
    for mark in marks:
        while at < len(edges) and edges[at] <= mark.start:
            at += 1
        inside = at if at % 2 else -1
        groups.setdefault((inside, mark.family), []).append(mark)
    for (_, family), group in groups.items():
        for p in pair(group, unclosed=NEVER):
            yield family, p


def _edges(stretches: Iterable[Stretch]) -> Iterator[int]:
    """Where the outermost stretches begin and end."""
    end = -1
    for stretch in sorted(stretches, key=lambda s: s.outer_start):
        if stretch.outer_start >= end:
            end = stretch.outer_end
            yield from (stretch.outer_start, end)

"""Every character that may be a quotation mark, with what speaks for opening, closing or neither.

A mark's costs are in steps of doubt: 0 fits, 1 is odd, 3 or more needs a strong reason. They come
from the characters around it (*said,"There* has a comma before and a letter after) and, for single
marks, from the word it stands at (*workers'*, *'em*, *6'2"*).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import islice

from attrs import define

from quotekit.marks.apostrophes import apostrophe


class Family(Enum):
    """Marks that can close one another."""

    DOUBLE = "double"
    SINGLE = "single"
    ANGLE = "angle"


@define
class Mark:
    """One candidate with its costs."""

    start: int
    end: int
    family: Family
    opening: float
    closing: float
    ignoring: float
    ends_clause: bool
    """Stands between punctuation and blank space, as the end of speech does."""


# Which way a character points: doubt that it opens, doubt that it closes. \x91 to \x94 come from
# Windows-1252 read as Latin-1.
_POINTS: dict[str, tuple[Family, float, float]] = {
    **dict.fromkeys('"＂', (Family.DOUBLE, 0, 0)),
    **dict.fromkeys(("“", "„", "‟", "\x93", "``"), (Family.DOUBLE, 0, 3)),
    **dict.fromkeys("”\x94", (Family.DOUBLE, 3, 0)),
    "''": (Family.DOUBLE, 0.5, 0),
    "'": (Family.SINGLE, 0, 0),
    **dict.fromkeys("‘‚‛`\x91", (Family.SINGLE, 0, 3)),
    **dict.fromkeys("’´\x92", (Family.SINGLE, 3, 0)),
    **dict.fromkeys("«‹「『", (Family.ANGLE, 0, 3)),
    **dict.fromkeys("»›」』", (Family.ANGLE, 3, 0)),
}
_CHARACTERS = "".join(key for key in _POINTS if len(key) == 1)
_APOSTROPHES = "'’\x92"
_RUN = re.compile(rf"[{_CHARACTERS}](?!(?<=[^\W_][{_APOSTROPHES}])[^\W_])[{_CHARACTERS}]*")
"""Marks without a gap; not the apostrophe of *don't*."""
_MARK = re.compile(f"''|``|[{_CHARACTERS}]")
_DATA = re.compile(r'"[,;]"|"[\w -]*":\s*["\[{]')
"""Between values of a table, after a key of JSON."""
_LONGEST_RUN = 5

# Doubt that a mark opens, that it closes, by what stands before and after: S space or edge,
# B opening bracket, D dash, P punctuation or closing bracket, W a word or any other character.
_BY_CONTEXT: dict[str, tuple[float, float]] = {
    "SS": (1, 1),
    "SB": (0, 4),
    "SD": (0.5, 2),
    "SP": (1, 2),
    "SW": (0, 4),
    "BS": (1, 1),
    "BB": (0, 4),
    "BD": (0, 4),
    "BP": (0, 1),
    "BW": (0, 4),
    "DS": (3, 0),
    "DB": (0, 3),
    "DD": (1, 1),
    "DP": (2, 0),
    "DW": (0.5, 1),
    "PS": (4, 0),
    "PB": (2, 0.5),
    "PD": (3, 0),
    "PP": (4, 0),
    "PW": (1, 1),
    "WS": (4, 0),
    "WB": (3, 0),
    "WD": (3, 0),
    "WP": (4, 0),
    "WW": (1, 1),
}


class _Classes(dict[str, str]):
    """The class of a character, remembered."""

    def __missing__(self, char: str) -> str:
        found = "S" if char.isspace() else "W"
        self[char] = found
        return found


_AROUND = {
    **dict.fromkeys("\u200b\u200e\u200f\u2060\ufeff", "S"),
    **dict.fromkeys("([{", "B"),
    **dict.fromkeys("-‐‑‒–—―−/", "D"),
    **dict.fromkeys(".,;:!?…)]}%", "P"),
}
_BEFORE = _Classes({**_AROUND, ">": "B", "<": "B"})
_AFTER = _Classes({**_AROUND, ">": "P", "<": "P"})
_EMPHASIS = "_*"
_NEARBY = 16


def scan(text: str, paragraphs: Iterable[tuple[int, int]]) -> Iterator[list[Mark]]:
    """Yield each paragraph's candidates, none where it is data or too full of them to be prose."""
    for start, end in paragraphs:
        limit = 200 + (end - start) // 16
        marks = list(islice(_marks(text, start, end), limit))
        prose = len(marks) < limit and not (marks and _DATA.search(text, start, end))
        yield marks if prose else []


def _marks(text: str, start: int, end: int) -> Iterator[Mark]:
    for run in _RUN.finditer(text, start, end):
        first, last = run.span()
        if last - first > _LONGEST_RUN:
            continue
        # Emphasis stands between a mark and its word: "_Never!_"
        head = text[max(start, first - _NEARBY) : first].rstrip(_EMPHASIS)
        tail = text[last : min(end, last + _NEARBY)].lstrip(_EMPHASIS)
        context = _BEFORE[head[-1:] or " "] + _AFTER[tail[:1] or " "]
        if last - first == 1:
            yield _mark(text, first, last, head, tail, context)
        else:
            for match in _MARK.finditer(text, first, last):
                yield _mark(text, *match.span(), head, tail, context)


def _mark(text: str, start: int, end: int, head: str, tail: str, context: str) -> Mark:
    family, open_bias, close_bias = _POINTS[text[start:end]]
    opening, closing = _BY_CONTEXT[context]
    ignoring = 4.0 if family is Family.ANGLE else 3.0
    if family is Family.SINGLE:
        more_opening, more_closing, ignoring = apostrophe(head, tail, context)
        opening += more_opening
        closing += more_closing
    elif context in ("WS", "WP") and head[-1].isdigit():  # a 5" pipe, or: "since 1995"
        closing += 0.5
        ignoring = 0.5
    elif context == "PW" and head[-1] == ":":  # He said:"Come
        closing += 2
    ends_clause = context in ("PS", "PD")
    return Mark(
        start, end, family, opening + open_bias, closing + close_bias, ignoring, ends_clause
    )

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

from quotekit.marks.words import words


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
    **dict.fromkeys(("”", "\x94"), (Family.DOUBLE, 3, 0)),
    "''": (Family.DOUBLE, 0.5, 0),
    "'": (Family.SINGLE, 0, 0),
    **dict.fromkeys("‘‚‛`\x91", (Family.SINGLE, 0, 3)),
    **dict.fromkeys("’´\x92", (Family.SINGLE, 3, 0)),
    **dict.fromkeys("«‹", (Family.ANGLE, 0, 3)),
    **dict.fromkeys("»›", (Family.ANGLE, 3, 0)),
}
_CHARACTERS = "".join(key for key in _POINTS if len(key) == 1)
_RUN = re.compile(f"[{_CHARACTERS}]+")
_TAG_OR_RUN = re.compile(f"<[A-Za-z/!][^<>]*>|[{_CHARACTERS}]+")
_MARK = re.compile(f"''|``|[{_CHARACTERS}]")
_LONGEST_RUN = 5
_APOSTROPHES = "'’\x92"

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

_WORD_BEFORE = re.compile(r"[^\W_]*\Z")
_WORD_AFTER = re.compile(r"[^\W_]*")
_LONGEST_WORD = 12
_YEAR = re.compile(r"\d\ds?\b")


def scan(text: str, paragraphs: Iterable[tuple[int, int]]) -> Iterator[list[Mark]]:
    """Yield each paragraph's candidates, none where it is too full of them to be prose."""
    runs = _TAG_OR_RUN if "<" in text else _RUN
    for start, end in paragraphs:
        limit = 200 + (end - start) // 16
        marks = list(islice(_marks(text, start, end, runs.finditer(text, start, end)), limit))
        yield marks if len(marks) < limit else []


def _marks(text: str, start: int, end: int, runs: Iterator[re.Match[str]]) -> Iterator[Mark]:
    for run in runs:
        first, last = run.span()
        if last - first > _LONGEST_RUN or text[first] == "<":
            continue
        before = text[first - 1] if first > start else " "
        after = text[last] if last < end else " "
        alone = last - first == 1
        if alone and text[first] in _APOSTROPHES and before.isalnum() and after.isalnum():
            continue
        if before in _EMPHASIS:
            before = _beyond(text, first - 1, -1, start, end)
        if after in _EMPHASIS:
            after = _beyond(text, last, 1, start, end)
        context = _BEFORE[before] + _AFTER[after]
        if alone:
            yield _mark(text, first, last, before, after, context)
        else:
            for match in _MARK.finditer(text, first, last):
                yield _mark(text, *match.span(), before, after, context)


def _beyond(text: str, at: int, step: int, start: int, end: int) -> str:
    """The character beyond the underscores or asterisks of emphasis: *"_Sapristi!_"*."""
    for i in range(at, at + 4 * step, step):
        if not start <= i < end:
            return " "
        if text[i] not in _EMPHASIS:
            return text[i]
    return " "


def _mark(text: str, start: int, end: int, before: str, after: str, context: str) -> Mark:
    family, open_bias, close_bias = _POINTS[text[start:end]]
    opening, closing = _BY_CONTEXT[context]
    opening += open_bias
    closing += close_bias
    ignoring = 4.0 if family is Family.ANGLE else 3.0
    if family is Family.SINGLE:
        opening, closing, ignoring = _single(
            text, start, end, after, context, (opening, closing, ignoring)
        )
    elif before.isdigit() and context in ("WS", "WP"):  # a 5" pipe, or: "since 1995"
        closing += 0.5
        ignoring = 0.5
    elif before == ":" and context == "PW":  # He said:"Come
        closing += 2
    ends_clause = context in ("PS", "PD")
    return Mark(start, end, family, opening, closing, ignoring, ends_clause)


Costs = tuple[float, float, float]


def _single(text: str, start: int, end: int, after: str, context: str, costs: Costs) -> Costs:
    """Weigh a single mark against the apostrophe that it may be."""
    opening, closing, _ = costs
    before_class, after_class = context[0], context[1]
    if before_class == "W":
        doubt, ignoring = _word_end(text, start, after_class)
        return opening, closing + doubt, ignoring
    if context == "PW":  # end.'He, but the U.S.'s
        genitive = after in "sS" and not text[end + 1 : end + 2].isalnum()
        return (4, 4, 0) if genitive else (opening, closing, 2)
    if before_class == "P":
        return opening, closing, 3
    if after_class == "W":
        if _is_elided_start(text, end):
            return opening + 1.5, closing, 0
        in_phrase = after.islower() and text[max(0, start - 2) : start - 1].isalnum()
        return opening, closing, 2 if in_phrase else 2.5  # a good 'un
    return opening, closing, 2 if context == "SS" else 1


def _word_end(text: str, at: int, after_class: str) -> tuple[float, float]:
    """(Doubt that a single mark after a word closes, doubt that it is an apostrophe)."""
    if after_class == "W":
        return 2, 0
    word = _WORD_BEFORE.search(text[max(0, at - _LONGEST_WORD) : at])
    ending = word[0].lower() if word else ""
    if ending[-1:].isdigit():  # 6' tall
        return 1, 0.3
    if ending[-1:] in ("s", "x", "z"):  # the workers' rights
        return (1.5, 0) if after_class == "S" else (0.5, 0.5)
    if ending in words("elided_end") or (ending.endswith("in") and len(ending) > 3):  # goin' home
        return 1.5, 0
    return 0, 2


def _is_elided_start(text: str, at: int) -> bool:
    """Whether a word or number has lost its beginning: *'em*, *'98*, *the '90s*."""
    if _YEAR.match(text, at):
        return True
    match = _WORD_AFTER.match(text, at, at + _LONGEST_WORD)
    word = match[0] if match else ""
    return word.lower() in words("elided_start") or word in words("elided_start_small")

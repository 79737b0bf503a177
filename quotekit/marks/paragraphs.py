"""Where the paragraphs are: a line each, or lines up to a blank one, decided per document."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from attrs import frozen

_BLANK = "".join(
    chr(code)
    for code in (
        *range(0x21),
        0x85,
        0xA0,
        0x1680,
        *range(0x2000, 0x2010),  # spaces, zero-width ones and direction marks among them
        0x2028,
        0x2029,
        0x202F,
        0x205F,
        0x2060,
        0x3000,
        0xFEFF,
    )
)


@frozen
class _Line:
    start: int
    end: int
    indented: bool
    after_blank: bool
    runs_on: bool


def find_paragraphs(text: str) -> list[tuple[int, int]]:
    r"""Return (start, end) of every paragraph, without surrounding blank space.

    In a wrapped text lines run on into the next, and a blank line ends the paragraph (or, where
    blank lines are rare, an indented line begins one). Otherwise every line is a paragraph.

    >>> find_paragraphs("The quay is shut.\nIt opens in May.")
    [(0, 17), (18, 34)]
    >>> find_paragraphs("The quay is\nshut.\n\nIt opens\nin May.")
    [(0, 17), (19, 35)]
    """
    lines = list(_lines(text))
    junctions = [line for line in lines if not line.after_blank]
    wrapped = 2 * sum(line.runs_on for line in junctions) >= len(junctions) > 0
    if not wrapped:
        return [(line.start, line.end) for line in lines]
    indented = sum(line.indented for line in junctions)
    by_indent = indented > 0 and indented >= len(lines) - len(junctions)
    starts = [
        index
        for index, line in enumerate(lines)
        if line.after_blank or (by_indent and line.indented)
    ]
    return [(lines[i].start, lines[j - 1].end) for i, j in pairwise((*starts, len(lines)))]


def _lines(text: str) -> Iterator[_Line]:
    """The lines that are not blank."""
    offset = 0
    after_blank = True
    for line in text.splitlines(keepends=True):
        words = line.lstrip(_BLANK)
        if words:
            start = offset + len(line) - len(words)
            words = words.rstrip(_BLANK)
            runs_on = words[0].islower()
            yield _Line(start, start + len(words), start > offset, after_blank, runs_on)
        after_blank = not words
        offset += len(line)

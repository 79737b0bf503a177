"""Paragraphs that are too long for a parser, cut into pieces."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from quotekit.marks.records import Passage

LONGEST = 10_000
"""Parsers take memory by the paragraph, and spaCy refuses a million characters."""
_SENTENCE_END = re.compile(r"(?<=[a-z\d]{3})[.?!…]+[)\]’'”\"]*(?=\s+[(\[“‘'\"]*[^\Wa-z])")
"""Not *Mr. Lee*, not *"Why?" he asked*."""
_SPACE = re.compile(r"\s+")


def find_pieces(
    text: str, paragraphs: Sequence[tuple[int, int]], passages: Sequence[Passage]
) -> list[tuple[int, int]]:
    """The paragraphs as (start, end), those longer than `LONGEST` in pieces.

    They are cut where a sentence ends outside quotation marks; else where one ends; else between
    words; else anywhere.

    >>> find_pieces("The quay is shut.", [(0, 17)], [])
    [(0, 17)]
    """
    outermost = [(p.outer_start, p.outer_end) for p in passages if p.depth == 0]
    return [
        piece
        for start, end in paragraphs
        for piece in (
            _pieces(text, start, end, outermost) if end - start > LONGEST else [(start, end)]
        )
    ]


def _pieces(
    text: str, start: int, end: int, outermost: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = _cut(text, start + LONGEST // 2, start + LONGEST, outermost)
        yield start, start + len(text[start:cut].rstrip())
        space = _SPACE.match(text, cut)
        start = space.end() if space is not None else cut
    yield start, end


def _cut(text: str, first: int, last: int, outermost: Sequence[tuple[int, int]]) -> int:
    ends = [match.end() for match in _SENTENCE_END.finditer(text, first, last)]
    outside = [end for end in ends if not _holds(outermost, end - 1)]
    spaces = (match.start() for match in _SPACE.finditer(text, first, last))
    return (outside or ends or list(spaces) or [last])[-1]


def _holds(ranges: Sequence[tuple[int, int]], place: int) -> bool:
    at = bisect_right(ranges, (place, place)) - 1
    return at >= 0 and ranges[at][0] <= place < ranges[at][1]

"""Which mark closes which, the cheapest reading of a row of marks."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from quotekit.marks.scan import Mark

# The doubt that a pair stands within a pair of the same family.
_NESTING = 2.0
NEVER = float("inf")


@frozen
class Pair:
    """An opening and a closing mark; None for the one that the paragraph lacks."""

    opening: Mark | None
    closing: Mark | None


def pair(marks: Sequence[Mark], unclosed: float, carried: float = NEVER) -> list[Pair]:
    """Return the pairs of a paragraph's marks of one family.

    ``unclosed`` is the doubt that a pair stays open at the end, ``carried`` the doubt that the
    paragraph begins inside one. Every mark opens, closes or is ignored; the reading with the least
    doubt is found by dynamic programming over the number of open pairs (0, 1 or 2).
    """
    if _alternate(marks):
        return [Pair(marks[i], marks[i + 1]) for i in range(0, len(marks), 2)]
    none, one, two = 0.0, carried, NEVER
    steps: list[tuple[int, int, int]] = []
    for mark in marks:
        opening, closing, ignoring = mark.opening, mark.closing, mark.ignoring
        to_none = (none + ignoring, 0)
        if one + closing < to_none[0]:
            to_none = (one + closing, 1)
        to_one = (one + ignoring, 1)
        if none + opening <= to_one[0]:  # of two that open, the later one goes with what closes
            to_one = (none + opening, 0)
        if two + closing < to_one[0]:
            to_one = (two + closing, 2)
        to_two = (two + ignoring, 2)
        if one + opening + _NESTING < to_two[0]:
            to_two = (one + opening + _NESTING, 1)
        none, one, two = to_none[0], to_one[0], to_two[0]
        steps.append((to_none[1], to_one[1], to_two[1]))
    ends = (none, one + unclosed, two + unclosed + 2)
    return _trace(marks, steps, ends.index(min(ends)))


def _alternate(marks: Sequence[Mark]) -> bool:
    """Whether the marks open and close in turn without any doubt."""
    return len(marks) % 2 == 0 and not (
        any(mark.opening for mark in marks[::2]) or any(mark.closing for mark in marks[1::2])
    )


def _trace(marks: Sequence[Mark], steps: Sequence[tuple[int, int, int]], depth: int) -> list[Pair]:
    """Read the pairs off the steps, from the last mark back."""
    pairs: list[Pair] = []
    waiting: list[Mark | None] = [None] * depth
    for mark, step in zip(reversed(marks), reversed(steps), strict=True):
        before = step[depth]
        if before < depth:
            pairs.append(Pair(mark, waiting.pop()))
        elif before > depth:
            waiting.append(mark)
        depth = before
    pairs.extend(Pair(None, mark) for mark in waiting)
    pairs.reverse()
    return pairs

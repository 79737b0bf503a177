"""Marks laid over a text, as HTML wants them: properly nested."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from attrs import frozen

Range = tuple[int, int]


@frozen(eq=False)
class Mark:
    """A stretch of the text that is shown as something."""

    start: int
    end: int
    layer: str
    """What it is shown as."""
    item: Any = None
    """What the page says of it."""


@frozen
class Step:
    """A mark begins or ends here."""

    mark: Mark
    opens: bool
    whole: bool
    """Whether it is the mark's own border, not a place where it was cut."""


def nested(
    text: str, block: Range, marks: Iterable[Mark], layers: Sequence[str]
) -> Iterator[str | Step]:
    """The text of one block, and the steps between; marks that cross are cut in two.

    ``marks`` are those that touch the block; of two on the same words the one whose layer comes
    first in ``layers`` is the outer one.

    >>> marks = [Mark(0, 5, "said"), Mark(3, 8, "cue")]
    >>> "".join(
    ...     step if isinstance(step, str) else "<>"[not step.opens]
    ...     for step in nested("abcdefgh", (0, 8), marks, ["said", "cue"])
    ... )
    '<abc<de>><fgh>'
    """
    start, end = block
    begins: dict[int, list[Mark]] = defaultdict(list)
    cuts = {start, end}
    for mark in marks:
        begins[max(mark.start, start)].append(mark)
        cuts |= {max(mark.start, start), min(mark.end, end)}
    open_: list[Mark] = []
    for here, there in pairwise(sorted(cuts)):
        closing = _taken_off(open_, here)
        yield from _closed(closing, here)
        cut = [mark for mark in closing if mark.end > here]
        for mark in sorted([*cut, *begins[here]], key=lambda m: (-m.end, layers.index(m.layer))):
            open_.append(mark)
            yield Step(mark, opens=True, whole=mark.start == here)
        yield text[here:there]
    yield from _closed(open_, end)


def _taken_off(open_: list[Mark], here: int) -> list[Mark]:
    """Take off the outermost mark that ends here and all that stand inside it."""
    ending = (number for number, mark in enumerate(open_) if mark.end <= here)
    outermost = next(ending, len(open_))
    taken = open_[outermost:]
    del open_[outermost:]
    return taken


def _closed(marks: Sequence[Mark], here: int) -> Iterator[Step]:
    return (Step(mark, opens=False, whole=mark.end <= here) for mark in reversed(marks))

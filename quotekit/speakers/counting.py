"""What comes most often."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar

Each = TypeVar("Each", bound=Hashable)


def counted(found: Iterable[Each]) -> dict[Each, int]:
    """How often each comes; a handful is counted faster than by a Counter."""
    times: dict[Each, int] = {}
    for each in found:
        times[each] = times.get(each, 0) + 1
    return times


def most_frequent(found: Iterable[Each]) -> Each | None:
    """The first of those that come most often.

    >>> most_frequent(["Ann", "Lee", "Lee", "Ann"])
    'Ann'
    """
    times = counted(found)
    return max(times, key=times.__getitem__, default=None)

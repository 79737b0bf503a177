"""Regular expressions take linear time: no text, however hostile, makes one run away."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from pathlib import Path
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

import pytest

import quotekit

SHORT_STRETCHES = {
    "quotekit.marks.apostrophes._WORD_BEFORE": "16 characters before a mark",
    "quotekit.marks.use._LAST_WORD": "6 characters before a full stop",
    "quotekit.marks.use._WORD_BEFORE": "40 characters before a passage",
    "quotekit.marks.use._WORD_AFTER": "40 characters behind a passage",
    "quotekit.speakers.acronyms.SHORT": "the last word of 90 characters, or 60 in brackets",
    "quotekit.speakers.forms.STARTS": "6 characters before a name",
    "quotekit.speakers.names.BEFORE": "40 characters before a name",
    "quotekit.speakers.units.CALLED_END": "3 characters behind a name",
}
"""Not linear in a search, and only ever run on a few characters."""
AT_ONE_PLACE = {"quotekit.quotes.attribution.DASH"}
"""Never searched for: tried at one place, and linear there."""
NESTED = {
    "quotekit.speakers.bodies.WORD",
    "quotekit.speakers.forms.WORD",
    "quotekit.speakers.names.WORD",
    "quotekit.stances.tone.WORD",
}
"""A repetition within a repetition; here a sign (*O'Hara-Lee*) must stand between two runs of
letters, so that a word can be read in one way only."""
LITTLE = 0.01
"""Seconds in which nothing can be told."""


def patterns() -> dict[str, re.Pattern[str]]:
    """All of the package by the name of their place: constants, and literals in calls."""
    found: dict[str, re.Pattern[str]] = {}
    for module in pkgutil.walk_packages(quotekit.__path__, "quotekit."):
        if module.name.endswith("__main__"):
            continue
        loaded = importlib.import_module(module.name)
        for name, value in vars(loaded).items():
            for pattern in within(value):
                found.setdefault(f"{module.name}.{name}", pattern)
        tree = ast.parse(Path(str(loaded.__file__)).read_text("utf-8"))
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            if ast.unparse(call.func).startswith("re.") and isinstance(call.args[0], ast.Constant):
                pattern = re.compile(str(call.args[0].value))
                if pattern.pattern not in {known.pattern for known in found.values()}:
                    found[f"{module.name}:{call.lineno}"] = pattern
    return found


def within(value: object, depth: int = 3) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, list | tuple | set | frozenset | dict) and depth:
        for each in value.values() if isinstance(value, dict) else value:
            yield from within(each, depth - 1)


PATTERNS = patterns()


def nodes(tree: object) -> Iterator[tuple[object, object]]:
    """(operation, its argument), from the outside in."""
    for operation, argument in tree:  # type: ignore[attr-defined]
        yield operation, argument
        for inside in argument if isinstance(argument, tuple | list) else ():
            if isinstance(inside, parser.SubPattern):
                yield from nodes(inside)
            elif isinstance(inside, list):
                for branch in inside:
                    if isinstance(branch, parser.SubPattern):
                        yield from nodes(branch)


REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT)


def is_endless(operation: object, argument: object) -> bool:
    return operation in REPEATS and argument[1] is ops.MAXREPEAT  # type: ignore[index]


def has_nested_repeat(pattern: re.Pattern[str]) -> bool:
    tree = parser.parse(pattern.pattern, pattern.flags)
    return any(
        any(is_endless(*inner) for inner in nodes(argument[2]))  # type: ignore[index]
        for operation, argument in nodes(tree)
        if is_endless(operation, argument)
    )


def characters(pattern: re.Pattern[str]) -> list[str]:
    """Some that it speaks of."""
    found = set()
    for operation, argument in nodes(parser.parse(pattern.pattern, pattern.flags)):
        if operation is ops.LITERAL:
            found.add(chr(argument))  # type: ignore[arg-type]
        elif operation is ops.IN:
            for inner, value in argument:  # type: ignore[attr-defined]
                if inner is ops.LITERAL:
                    found.add(chr(value))
                elif inner is ops.RANGE:
                    found.add(chr(value[0]))
    return sorted(found)[:12]


def hostile(pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """(what to repeat, what to end with)."""
    singles = {*characters(pattern), "a", "A", "1", " ", "\n", ".", '"'}
    pairs = {one + other for one in sorted(singles)[:9] for other in sorted(singles)[:9]}
    for piece in sorted(singles | pairs):
        for tail in ("", "\x00"):
            yield piece, tail


def seconds(pattern: re.Pattern[str], piece: str, length: int, tail: str, *, tried: bool) -> float:
    text = piece * (length // len(piece)) + tail
    started = time.process_time()
    if tried:
        pattern.match(text)
    else:
        for _ in pattern.finditer(text):
            pass
    return time.process_time() - started


@pytest.mark.parametrize("name", PATTERNS)
def test_time_is_linear(name: str) -> None:
    pattern, tried = PATTERNS[name], name in AT_ONE_PLACE
    longest = 100 if name in SHORT_STRETCHES else 16_000

    def worst(length: int) -> tuple[float, str, str]:
        return max(
            (seconds(pattern, *text[:1], length, *text[1:], tried=tried), *text)
            for text in hostile(pattern)
        )

    _, piece, tail = worst(400)
    long = min(seconds(pattern, piece, longest, tail, tried=tried) for _ in range(3))
    short = min(seconds(pattern, piece, longest // 8, tail, tried=tried) for _ in range(3))
    assert long < LITTLE or long < 24 * short, f"{piece!r} × {longest}: {short:.4f} s, {long:.4f} s"


def test_repetitions_are_not_nested() -> None:
    assert {name for name, pattern in PATTERNS.items() if has_nested_repeat(pattern)} == NESTED


def test_the_exceptions_are_there() -> None:
    assert {*SHORT_STRETCHES, *AT_ONE_PLACE, *NESTED} <= set(PATTERNS)


def test_what_these_would_catch() -> None:
    for bad in (r"(a+)+$", r"(?:\w*,)*$", r"(?:x|(?:a*b)+)+"):
        assert has_nested_repeat(re.compile(bad))
    for bad, piece in ((r"\s*!?x", " "), (r"\w+$", "a")):
        short, long = (seconds(re.compile(bad), piece, n, "!", tried=False) for n in (1000, 8000))
        assert long > 24 * short

"""Texts with inline marks, for tables of cases.

``[Lee] <told> /Kim/ {that it works}``: source, cue, addressee, content. A mark may carry a label,
``{2 …}`` for the second of several quotations (``[12 Lee]`` is the source of the first and the
second), ``{clause: …}`` for the form of an argument.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from spacy.language import Language

CLOSED_BY = {"[": "]", "<": ">", "{": "}", "/": "/"}
LABEL = re.compile(r"(\d+) |([a-z ]+): ")


@frozen(order=True)
class Mark:
    """One marked stretch of the plain text."""

    start: int
    end: int
    bracket: str
    label: str = ""


def unmarked(marked: str) -> tuple[str, list[Mark]]:
    """The plain text and its marks, by place."""
    plain: list[str] = []
    marks: list[Mark] = []
    opened: list[tuple[int, str, str]] = []
    at = 0
    while at < len(marked):
        char = marked[at]
        at += 1
        if opened and char == CLOSED_BY[opened[-1][1]]:
            start, bracket, label = opened.pop()
            marks.append(Mark(start, len(plain), bracket, label))
        elif char in CLOSED_BY:
            label_match = LABEL.match(marked, at)
            if label_match:
                at = label_match.end()
            label = (label_match[1] or label_match[2]) if label_match else ""
            opened.append((len(plain), char, label))
        else:
            plain.append(char)
    assert not opened, f"a mark is not closed: {marked}"
    return "".join(plain), sorted(marks)


def remarked(text: str, marks: Iterable[Mark]) -> str:
    """The text with marks put in, labels left out: readable in a failing test."""
    edges = []
    for mark in marks:
        length = mark.end - mark.start
        edges.append((mark.start, 1, -length, mark.bracket))
        edges.append((mark.end, 0, -mark.start, CLOSED_BY[mark.bracket]))
    at, pieces = 0, []
    for place, _, _, char in sorted(edges):
        pieces += [text[at:place], char]
        at = place
    return "".join([*pieces, text[at:]])


def as_parsed(nlp: Language, text: str) -> str:
    """``Lee/Lee/PROPN barked/bark/VERB``: whether the model took a word for what it is."""
    return " ".join(f"{word.text}/{word.lemma_}/{word.pos_}" for word in nlp(text))

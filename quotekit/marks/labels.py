"""Who speaks in a transcript or a headline: the label at a paragraph's start, *LEE, chair:* or
*Q.*"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from enum import Enum

from attrs import frozen

from quotekit.marks.words import words

_LONGEST_LABEL = 80
_MOST_WORDS = 4
_MOST_ROLE_WORDS = 6
_BEFORE_LABEL = " \t\xa0\"“”‘'*_"
_AROUND_NAME = " \t\xa0*_"
_QUESTION_OR_ANSWER = re.compile(r"(?:Q|A|QUESTION|ANSWER|Question|Answer)\d{0,3}(?=[.:])")
_HEADLINE_LABEL = re.compile(r"[^\W_][^\n:.,?!]{0,40}+(?=:[ \xa0])")
_CAPITALISED = re.compile(r" (?<=[a-z,] )([A-Z][\w’'-]*)")
_ROLE = re.compile(r"[,(\[]")


class Shape(Enum):
    """What a label looks like, which says how much it needs to be believed."""

    INTERVIEW = "Q"
    CAPITALS = "LEE"
    NAME = "Ann Lee"


@frozen
class Label:
    """A paragraph's beginning that may say who speaks."""

    start: int
    end: int
    speech: int
    """Where the speech begins, the paragraph's end if the label stands alone."""
    shape: Shape
    key: str
    """The same for *ANN LEE*, *LEE* and *Mr. Lee*."""


def find_label(text: str, start: int, end: int) -> Label | None:
    """Return the label that a paragraph begins with, if it begins with what looks like one."""
    limit = min(end, start + _LONGEST_LABEL)
    while start < limit and text[start] in _BEFORE_LABEL:
        start += 1
    letter = _QUESTION_OR_ANSWER.match(text, start, limit)
    stop = letter.end() if letter else text.find(":", start, limit)
    if stop < 0 or not _is_blank(text, stop + 1, end):
        return None
    speech = stop + 1
    while speech < end and (text[speech].isspace() or text[speech] in "*_"):
        speech += 1
    if letter:
        return Label(start, stop, speech, Shape.INTERVIEW, letter[0][0])
    label = text[start:stop].rstrip(_AROUND_NAME)
    name, role = _name_and_role(label)
    names = name.split()
    shape = _shape(names)
    if shape is None or not _is_role(role):
        return None
    return Label(start, start + len(label), speech, shape, names[-1].lower())


def find_headline_labels(text: str, paragraphs: Sequence[tuple[int, int]]) -> dict[int, int]:
    """***Okafor**: Pier will open in May*, ***Poll**: Few trust mayor*: who or what a paragraph
    begins with before a colon, if it ends in a name or is known to report; by its start its end."""
    labels = [m for start, end in paragraphs if (m := _HEADLINE_LABEL.match(text, start, end))]
    # a headline without its article: there even the first word may be a name
    around = text if len(paragraphs) > 1 else f"a {text}"
    names = capitalised(around) if any(_shape(m[0].split()) for m in labels) else frozenset()
    return dict(label.span() for label in labels if _can_tell(label[0].split(), names))


def _can_tell(label: list[str], names: Collection[str]) -> bool:
    named = label[-1] in names and _shape(label) is not None
    return named or label[-1].lower() in words("headline_source")


def capitalised(text: str) -> frozenset[str]:
    """The words that have a capital within a sentence."""
    return frozenset(_CAPITALISED.findall(text))


def _name_and_role(label: str) -> tuple[str, str]:
    """*Lee (Harbour Trust)*, *LEE, chair*: what comes first, and the rest with its mark."""
    match = _ROLE.search(label)
    return (label[: match.start()], label[match.start() :]) if match else (label, "")


def _is_role(role: str) -> bool:
    if role[:1] in ("(", "["):
        return role[-1] in ")]" and "—" not in role
    said = role[1:].lower().split()
    return len(said) <= _MOST_ROLE_WORDS and words("speaking").isdisjoint(said)


def _is_blank(text: str, at: int, end: int) -> bool:
    return at >= end or text[at].isspace() or text[at] in "*_"


def _shape(names: list[str]) -> Shape | None:
    """*LEE*, *ANN LEE*: capitals; *Mr. Lee*, *Ann van der Lee*: a name; anything else is none."""
    if not 0 < len(names) <= _MOST_WORDS or not names[0][0].isupper():
        return None
    lower = [name.lower() for name in names]
    if lower[-1] in words("not_speaker") or not words("lead_in").isdisjoint((lower[0], lower[-1])):
        return None
    if not words("speaking").isdisjoint(lower):
        return None
    if not all(char.isalpha() or char in ".’'-" for name in names for char in name):
        return None
    if all(name.isupper() for name in names):
        return Shape.CAPITALS
    if all(name[0].isupper() or name in words("name_particle") for name in names):
        return Shape.NAME
    return None

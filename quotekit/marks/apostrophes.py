"""A single mark weighed against the apostrophe that it may be, by the word it stands at."""

from __future__ import annotations

import re

from quotekit.marks.words import words

_WORD_BEFORE = re.compile(r"[^\W_]*+\Z")
_WORD_AFTER = re.compile(r"[^\W_]*")
_YEAR = re.compile(r"\d\ds?\b")

Doubts = tuple[float, float, float]


def apostrophe(head: str, tail: str, context: str) -> Doubts:
    """Return (more doubt that it opens, more doubt that it closes, doubt that it is none).

    ``head`` and ``tail`` are the characters before and after, ``context`` their classes (see scan).
    """
    before, after = context[0], context[1]
    if before == "W":
        return _at_word_end(head, after)
    if context == "PW":  # end.'He, but the U.S.'s
        genitive = tail[0] in "sS" and not tail[1:2].isalnum()
        return (4, 4, 0) if genitive else (0, 0, 2)
    if before == "P":
        return 0, 0, 3
    if after == "W":
        return _at_word_start(head, tail)
    return 0, 0, 2 if context == "SS" else 1


def _at_word_end(head: str, after: str) -> Doubts:
    match = _WORD_BEFORE.search(head)
    word = match[0].lower() if match else ""
    if after == "W":  # O‘Brien
        return 0, 2, 0
    if word[-1:].isdigit():  # 6' tall
        return 0, 1, 0.3
    if word[-1:] in ("s", "x", "z"):  # the workers' rights
        return (0, 1.5, 0) if after == "S" else (0, 0.5, 0.5)
    if word in words("elided_end") or (word.endswith("in") and len(word) > 3):  # goin' home
        return 0, 1.5, 0
    return 0, 0, 2


def _at_word_start(head: str, tail: str) -> Doubts:
    match = _WORD_AFTER.match(tail)
    word = match[0] if match else ""
    elided = word.lower() in words("elided_start") or word in words("elided_start_small")
    if elided or _YEAR.match(tail):  # 'em, 'tis, '98, the '90s
        return 1.5, 0, 0
    in_phrase = tail[0].islower() and head[-2:-1].isalnum()  # a good 'un
    return 0, 0, 2 if in_phrase else 2.5

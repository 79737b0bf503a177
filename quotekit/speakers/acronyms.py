"""Short forms given in brackets: *Veldanian Harbour Trust (VHT)*, *VHT (Veldanian Harbour
Trust)*."""

from __future__ import annotations

import re
from collections.abc import Iterator

BRACKET = re.compile(r"\(\s*[\"“'‘]?([^()\n]{2,60}?)[\"”'’]?\s*[);,]")
SHORT = re.compile(r"(?=[^\W_]*[A-Z][^\W_]*)[^\W_](?:[\w.&’'-]{0,8}[^\W_]|\.)\.?$")
WORD = re.compile(r"[^\s()\[\]\"“”,;:]+")
LONGEST = 90
"""Characters before a bracket that its long form may take."""


def find_acronyms(text: str) -> Iterator[tuple[str, str]]:
    """(long form, short form) pairs by the method of Schwartz and Hearst (2003).

    >>> list(find_acronyms("The Veldanian Harbour Trust (VHT) met."))
    [('Veldanian Harbour Trust', 'VHT')]
    """
    for bracket in BRACKET.finditer(text):
        inside = bracket.group(1).strip()
        before = text[max(0, bracket.start() - LONGEST) : bracket.start()].rstrip()
        if SHORT.match(inside) and len(inside.split()) == 1:
            long = long_form(inside, _clause(before))
            if long is not None:
                yield long, inside
        elif len(inside.split()) > 1:
            short = next(iter(WORD.findall(before)[-1:]), "")
            if SHORT.match(short) and long_form(short, inside) == inside:
                yield inside, short


def _clause(before: str) -> str:
    return re.split(r"[.;:!?]\s|\n", before)[-1]


def long_form(short: str, before: str) -> str | None:
    """The shortest end of the words before in which all characters of the short form stand in
    order, the first of them at a word's start."""
    letters = [c for c in short.lower() if c.isalnum()]
    at = len(before) - 1
    for place in range(len(letters) - 1, -1, -1):
        while at >= 0 and (
            before[at].lower() != letters[place]
            or (place == 0 and at > 0 and before[at - 1].isalnum())
        ):
            at -= 1
        if at < 0:
            return None
        at -= 1
    long = before[at + 1 :].strip()
    size = len(long.split())
    most = min(len(letters) + 5, 2 * len(letters))
    if size < 2 or size > most or len(long) <= len(short) or short in long.split():
        return None
    return long if long[0].isupper() else None

"""The line on top of an article: a capital that every word has there tells no name."""

from __future__ import annotations

import re

from quotekit.marks import is_headline

LONGEST = 200
WORD = re.compile(r"[^\W\d_]+")
SMALL = re.compile(r"\b[a-z]+\b")
CAPITAL = re.compile(r"\b[A-Z][a-z]+")
NAME = re.compile(r"(?<=[\w,] )[A-Z][a-z]+")


def as_sentence(text: str, start: int, end: int) -> str:
    """The paragraph; a headline on top of an article in small letters, but for the names of the
    text below: *Okafor sells pier despite doubts*."""
    line = text[start:end]
    if max(start, len(line)) > LONGEST or text[:start].strip() or not is_headline(line):
        return line
    below = text[end:]
    small = set(SMALL.findall(below))
    names = {word for word in CAPITAL.findall(below) if word.lower() not in small}
    names.update(NAME.findall(below))
    found = [word for word in WORD.finditer(line) if word.start() and word[0][1:].islower()]
    common = [word for word in found if word[0] not in names]
    if not any(word[0].lower() in small for word in common):
        return line
    letters = list(line)
    for word in common:
        letters[word.start()] = word[0][0].lower()
    return "".join(letters)

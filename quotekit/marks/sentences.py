"""Where sentences end."""

from __future__ import annotations

import re

from quotekit.marks.words import words

SENTENCE_END = re.compile(r"[.?!…][\"'”’»)]*\s+(?=[\"'“‘«(]?[A-Z]|$)")


def sentence_ends(text: str) -> int:
    """How many sentences end in a stretch, abbreviations aside.

    >>> sentence_ends("Gov. J. Lee left. He said no. ")
    2
    """
    ends = SENTENCE_END.finditer(text)
    return sum([not _is_abbreviated(text, end.start()) for end in ends])


def _is_abbreviated(text: str, stop: int) -> bool:
    """*Gov.*, *J.*, *U.S.*"""
    start = stop
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    word = text[start:stop]
    initial = len(word) == 1 and word.isupper()
    return text[stop] == "." and (initial or word.lower() in words("abbreviation"))

"""Turns of speech set off without quotation marks: transcripts, interviews and dash dialogue."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from quotekit.marks.labels import Label, Shape, find_label
from quotekit.marks.records import Turn
from quotekit.marks.use import is_headline
from quotekit.marks.words import words

_LONGEST_GAP = 2
_FEWEST_WORDS = 3
_DASH = re.compile(r"[—–―-][ \t\xa0]*(?=[^\W\d_a-z]|[¿¡…])")
_INNER_DASH = re.compile(r"\s[—–―]\s")
_MARKS = re.compile(r"[\"“”«»]")
_WORD = re.compile(r"[^\W\d_][\w’']*")
_ENDS_SENTENCE = ".?!…"
_OPENING, _CLOSING = "\"“'‘", "\"”'’"
_BRACKETS = "([", ")]"

Span = tuple[int, int]


def find_turns(text: str, paragraphs: Sequence[Span]) -> list[Turn]:
    r"""Return the turns of transcripts and of dash dialogue, in order.

    >>> script = "LEE: Is the quay open?\nOKAFOR: We shut it in May."
    >>> [script[t.label_start : t.label_end] for t in find_turns(script, [(0, 22), (23, 50)])]
    ['LEE', 'OKAFOR']
    """
    labels = _speakers(text, paragraphs)
    return list(_transcript(text, paragraphs, labels) if labels else _dialogue(text, paragraphs))


def _speakers(text: str, paragraphs: Sequence[Span]) -> dict[int, Label]:
    """The labels, by paragraph, that can be believed to say who speaks."""
    found: dict[int, Label] = {}
    for index, (start, end) in enumerate(paragraphs):
        label = find_label(text, start, end)
        if label and _is_speech(text, paragraphs, index, label):
            found[index] = label
    keys = Counter(label.key for label in found.values())
    by_shape = {shape: _of_shape(found, shape) for shape in Shape}
    believed = {
        **_interview(by_shape[Shape.INTERVIEW], keys),
        **_capitals(text, by_shape[Shape.CAPITALS]),
    }
    return believed or _names(text, paragraphs, by_shape[Shape.NAME], keys)

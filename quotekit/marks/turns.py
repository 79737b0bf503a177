"""Turns of speech set off without quotation marks: transcripts, interviews and dash dialogue."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import frozen

from quotekit.marks.labels import Label, find_label
from quotekit.marks.records import Turn
from quotekit.marks.words import words

_LONGEST_GAP = 2
_ENDS_SENTENCE = '.?!…"”’»'
_DASH = re.compile(r"[—–―-][ \t\xa0]*(?=[^\W\d_a-z]|[¿¡…“\"])")
_INNER_DASH = re.compile(r"\s[—–―]\s?")
_WORD = re.compile(r"[^\W\d_][^\W_]*(?:['’][^\W_]+)?")
_STAGE_DIRECTION = re.compile(r"[\"“]?[(\[].*[)\]][.\"”]*\Z", re.DOTALL)

Piece = tuple[int, int]


def find_turns(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Turn]:
    r"""Return the turns of transcripts and of dash dialogue, in order.

    >>> script = "LEE: Is the quay open?\nOKAFOR: We shut it in May."
    >>> [script[t.label_start : t.label_end] for t in find_turns(script, [(0, 22), (23, 50)])]
    ['LEE', 'OKAFOR']
    """
    return [*_transcript(text, paragraphs), *_dash_dialogue(text, paragraphs)]


def _transcript(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[Turn]:
    labels = [(find_label(text, *p), p) for p in paragraphs]
    counts = Counter(label.key for label, _ in labels if label is not None)
    for label, (_, end) in labels:
        if label is None or label.speech >= end:
            continue
        if counts[label.key] > 1 or (label.shape.name != "NAME" and len(counts) > 1):
            yield Turn(label.start, label.end, ((label.speech, end),))


def _dash_dialogue(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[Turn]:
    opened = [(m, end) for start, end in paragraphs if (m := _DASH.match(text, start, end))]
    if len(opened) > 1:
        for match, end in opened:
            yield Turn(match.end(), match.end(), ((match.end(), end),))

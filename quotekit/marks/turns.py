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

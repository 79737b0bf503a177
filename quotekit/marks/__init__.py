"""Quotation marks, paragraphs and transcript turns, found on characters alone.

Pure functions on ``str``: they know no token, raise on no text and take linear time.
"""

from quotekit.marks.labels import capitalised, find_headline_labels
from quotekit.marks.paragraphs import find_paragraphs
from quotekit.marks.passages import find_passages
from quotekit.marks.pieces import find_pieces
from quotekit.marks.plain import plain
from quotekit.marks.records import VERBATIM, Passage, Turn, Use
from quotekit.marks.sentences import SENTENCE_END, sentence_ends
from quotekit.marks.turns import find_turns
from quotekit.marks.use import is_headline

__all__ = [
    "SENTENCE_END",
    "VERBATIM",
    "Passage",
    "Turn",
    "Use",
    "capitalised",
    "find_headline_labels",
    "find_paragraphs",
    "find_passages",
    "find_pieces",
    "find_turns",
    "is_headline",
    "plain",
    "sentence_ends",
]

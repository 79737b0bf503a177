"""What the marks stage hands on: passages in quotation marks, and turns of marked-off speech."""

from __future__ import annotations

from enum import Enum

from attrs import frozen


class Use(Enum):
    """What the marks around a passage are there for."""

    QUOTATION = "quotation"
    """A sentence or more of somebody's words; may be attributed by context alone."""
    PHRASE = "phrase"
    """A fragment, a term, scare quotes (*"cap in hand"*): a quotation only with a cue."""
    PART = "part"
    """The same within a longer phrase (*a "cool" mayor*): never all that somebody says."""
    TITLE = "title"
    """The name of a work: *"The Long Harbour"*."""
    NICKNAME = "nickname"
    """Between the words of a name: *Ann "Buddy" Lee*."""
    DIRECTION = "direction"
    """What happens between turns: *"(Crosstalk.)*."""


VERBATIM = frozenset({Use.QUOTATION, Use.PHRASE, Use.PART})
"""They hold somebody's words."""


@frozen
class Passage:
    """A stretch of text set in quotation marks; offsets into the text, end exclusive."""

    start: int
    """The first character inside the marks."""
    end: int
    """The end of the inside."""
    outer_start: int
    """With the marks."""
    outer_end: int
    """With the marks; equal to ``end`` where it is never closed."""
    depth: int
    """0 outermost, 1 a quotation within a quotation, …"""
    closed: bool
    continues: bool
    """Carries on the previous depth-0 passage, which its paragraph left open."""
    use: Use


@frozen
class Turn:
    """Speech set off without marks: *LEE: I came.*, *Q. Why?* or dash dialogue."""

    label_start: int
    label_end: int
    """The speaker's label without its punctuation; an empty range for dash dialogue."""
    pieces: tuple[tuple[int, int], ...]
    """The speech, a piece a paragraph (in dash dialogue also between inner dashes)."""

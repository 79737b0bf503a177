"""Whether a text is mostly talk, as fiction is: there a paragraph in marks is the next one's
turn."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.marks import Passage, Use
from quotekit.syntax.records import Paragraph

FEWEST_TURNS = 5
OPENING_SHARE = 0.6
TALK_SHARE = 0.4


def is_conversation(paragraphs: Sequence[Paragraph], passages: Sequence[Passage]) -> bool:
    """News quotes in some paragraphs and inside them; fiction in most, and from their first
    word."""
    with_talk = opening = at = 0
    for paragraph in paragraphs:
        first: Passage | None = None
        while at < len(passages) and passages[at].outer_start < paragraph.end:
            if first is None and passages[at].use is Use.QUOTATION:
                first = passages[at]
            at += 1
        if first is not None:
            with_talk += 1
            opening += first.outer_start == paragraph.start
    return (
        opening >= FEWEST_TURNS
        and opening >= OPENING_SHARE * with_talk
        and with_talk >= TALK_SHARE * len(paragraphs)
    )

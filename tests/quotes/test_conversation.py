"""Mostly talk or not: decides whether a paragraph in marks is the next speaker's turn."""

from __future__ import annotations

import pytest

from quotekit.marks import find_paragraphs, find_passages
from quotekit.quotes.conversation import is_conversation
from quotekit.syntax.records import Paragraph

TURN, REPORT, FACT = '"Is the pier open, Lee?"', 'Lee said: "It is shut."', "The pier is shut."


@pytest.mark.parametrize(
    ("paragraphs", "talk"),
    [
        ([TURN] * 5, True),
        ([TURN] * 4, False),
        ([TURN] * 6 + [FACT] * 8, True),
        ([TURN] * 5 + [FACT] * 8, False),
        ([TURN] * 6 + [REPORT] * 4, True),
        ([TURN] * 6 + [REPORT] * 5, False),
        ([REPORT] * 20, False),
        ([FACT] * 20, False),
        ([], False),
    ],
)
def test_is_conversation(paragraphs: list[str], talk: bool) -> None:
    text = "\n\n".join(paragraphs)
    places = find_paragraphs(text)
    read = [Paragraph(start, end, [], {}) for start, end in places]
    assert is_conversation(read, find_passages(text, places)) is talk

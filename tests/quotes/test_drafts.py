"""What a finished quotation comes to: its kind, its content without marks."""

from __future__ import annotations

import pytest

from quotekit import QuoteKind
from quotekit.marks import Turn, find_passages
from quotekit.quotes.drafts import Draft, bare, kind_of


def draft(text: str, *pieces: str) -> Draft:
    """Its pieces, and all passages of the text that touch them."""
    ranges = [(text.index(piece), text.index(piece) + len(piece)) for piece in pieces]
    passages = [
        passage
        for passage in find_passages(text, [(0, len(text))])
        if any(a < passage.end and passage.start < b for a, b in ranges)
    ]
    return Draft(0, ranges, passages)


@pytest.mark.parametrize(
    ("text", "pieces", "kind"),
    [
        ('Lee said: "The pier is shut."', ['"The pier is shut."'], "direct"),
        ('"The pier," Lee said, "is shut."', ['"The pier,"', '"is shut."'], "direct"),
        ('Lee said it was "a ruin"', ['it was "a ruin"'], "mixed"),
        ('Lee said it was "a ruin" and left', ['"a ruin" and left'], "mixed"),
        ('Lee said: "Shut." "Why?"', ['"Shut." "Why?"'], "direct"),
        ("Lee said it was shut", ["it was shut"], "indirect"),
        ('"It," Lee said, was "shut for good."', ['"It,"', 'was "shut for good."'], "mixed"),
    ],
)
def test_kind_of(text: str, pieces: list[str], kind: str) -> None:
    assert kind_of(text, draft(text, *pieces)) is QuoteKind(kind)


def test_a_turn_is_direct() -> None:
    turn = Turn(0, 3, ((5, 20),))
    assert kind_of("LEE: The pier is shut", Draft(0, [(5, 20)], turn=turn)) is QuoteKind.DIRECT


@pytest.mark.parametrize(
    ("text", "piece", "content"),
    [
        ('"No," Lee said', '"No,"', "No"),
        ('"No." Lee left', '"No."', "No."),
        ('"Why?" Lee said', '"Why?"', "Why?"),
        ("“No,” Lee said", "“No,”", "No"),
        ("``No,'' Lee said", "``No,''", "No"),
        ('" No , " Lee said', '" No , "', "No"),
        ('"‘No,’ he said," Lee said', '"‘No,’ he said,"', "‘No,’ he said"),
        ('"No, no, no', '"No, no, no', "No, no, no"),
    ],
)
def test_bare(text: str, piece: str, content: str) -> None:
    outermost = [p for p in find_passages(text, [(0, len(text))]) if p.depth == 0]
    start, end = bare(text, (0, len(piece)), outermost)
    assert text[start:end] == content

"""What a paragraph is, decided per document."""

from __future__ import annotations

import pytest

from quotekit.marks import find_paragraphs

CASES = {
    "one line each": (
        "The quay is shut.\nIt opens in May.",
        ["The quay is shut.", "It opens in May."],
    ),
    "blank lines between": ("The quay\n\n\nIt opens", ["The quay", "It opens"]),
    "wrapped, blank lines between": (
        "The old quay\nis shut.\n\nIt opens again\nin May.",
        ["The old quay\nis shut.", "It opens again\nin May."],
    ),
    "wrapped, a blank line with spaces": (
        "The\nquay.\n \t\n\xa0\nIt\nopens.",
        ["The\nquay.", "It\nopens."],
    ),
    "wrapped, indented": (
        "   The old quay\nis shut and will\nstay so.\n   It opens again\nin May, they\nsay.",
        ["The old quay\nis shut and will\nstay so.", "It opens again\nin May, they\nsay."],
    ),
    "a heading, then one line each": (
        "Quay shut\n\nThe quay is shut.\nIt opens in May.\nSo they say.",
        ["Quay shut", "The quay is shut.", "It opens in May.", "So they say."],
    ),
    "Windows": (
        "The quay is shut.\r\nIt opens.\r\n\r\nSo they say.\r\n",
        ["The quay is shut.", "It opens.", "So they say."],
    ),
    "other line ends": (
        "One.\rTwo.\u2029Three.\x85Four.\x0cFive.",
        ["One.", "Two.", "Three.", "Four.", "Five."],
    ),
    "invisible edges": ("\ufeff\u200b One.\u200b \n\u200b\n\u2003Two.\u2003", ["One.", "Two."]),
    "nothing": ("", []),
    "blank": (" \n\t\u3000\n\u200b", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in find_paragraphs(text)] == expected

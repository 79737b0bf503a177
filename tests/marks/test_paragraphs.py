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


SENTENCE = "The quay is shut. "


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE * 3000,
        SENTENCE.replace(".", ",") * 3000,
        "quay" * 15000,
        "quay" + " " * 50000 + "shut",
        "quay" + "\u200b" * 50000 + "shut",
    ],
    ids=["sentences", "no full stop", "no blank", "only blanks", "invisible"],
)
def test_very_long_ones_are_cut(text: str) -> None:
    found = [text[start:end] for start, end in find_paragraphs(text)]
    assert len(found) > 1
    assert all(len(piece) <= 10_000 and piece == piece.strip(" \u200b") for piece in found)
    assert "".join("".join(found).split()) == "".join(text.replace("\u200b", "").split())


def test_cut_at_a_sentence_else_at_a_word() -> None:
    (_, end), *_ = find_paragraphs(SENTENCE * 2000)
    assert (SENTENCE * 2000)[end - 1] == "."
    words = "the quay is shut and " * 2000
    (_, end), *_ = find_paragraphs(words)
    assert words[end - 1].isalpha()
    assert words[end].isspace()

"""Where paragraphs too long to be parsed are cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.marks import find_paragraphs, find_passages, find_pieces
from quotekit.marks.pieces import LONGEST

SAID = "The harbour was quiet and nobody came to the quay. "
QUOTED = "“The harbour was quiet. Nobody came to the quay again. It was cold,” Mr. Lee said. "


def pieces(text: str) -> list[str]:
    paragraphs = find_paragraphs(text)
    found = find_pieces(text, paragraphs, find_passages(text, paragraphs))
    return [text[start:end] for start, end in found]


def test_a_usual_paragraph_stays_whole() -> None:
    assert pieces(SAID * 3 + "\n\n" + QUOTED) == [(SAID * 3).strip(), QUOTED.strip()]


def test_it_is_cut_between_sentences() -> None:
    found = pieces(SAID * 1000)
    assert len(found) > 1
    assert all(piece.startswith("The harbour") and piece.endswith("quay.") for piece in found)
    assert " ".join(found) == (SAID * 1000).strip()


def test_a_quotation_and_its_attribution_are_not_torn() -> None:
    found = pieces(QUOTED * 1000)
    assert len(found) > 1
    assert all(piece.startswith("“The") and piece.endswith("said.") for piece in found)


def test_a_quotation_longer_than_a_piece_is_cut_between_sentences() -> None:
    found = pieces("“" + SAID * 1000 + "It was cold,” Lee said.")
    assert len(found) > 1
    assert all(piece.endswith("quay.") for piece in found[:-1])


@pytest.mark.parametrize("words", ["quay ", "quay", "quay\u3000", " " * 3 * LONGEST + "quay "])
def test_without_sentences(words: str) -> None:
    text = words * (3 * LONGEST // len(words) + 3)
    found = pieces(text)
    assert all(found)
    assert "".join("".join(found).split()) == "".join(text.split())


bits = st.sampled_from(["quay", "Lee", ". ", "! ", "“", "”", '"', " ", "x" * 4000, " " * 4000])


@given(st.lists(bits, max_size=40).map("".join))
def test_pieces_are_short_and_leave_nothing_out(text: str) -> None:
    paragraphs = find_paragraphs(text)
    found = find_pieces(text, paragraphs, find_passages(text, paragraphs))
    assert all(0 < end - start <= LONGEST for start, end in found)
    assert found == sorted(found)
    kept = "".join(text[start:end] for start, end in found)
    assert "".join(kept.split()) == "".join(text.split())

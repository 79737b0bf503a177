"""Evaluative words in a stretch of text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.stances.tone import tone, verdict


@pytest.mark.parametrize(
    ("text", "label", "word"),
    [
        ("was a terrible choice", "oppose", "terrible"),
        ("was a brilliant choice", "support", "brilliant"),
        ("was not a brilliant choice", "oppose", "brilliant"),
        ("wasn’t terrible", "support", "terrible"),
        ("was terrible and horrible, if brilliant", "oppose", "terrible"),
        ("was brilliant and terrible", None, None),
        ("came in May", None, None),
        ("", None, None),
        ("one two three four five six seven eight nine ten terrible", None, None),
    ],
)
def test_verdict(text: str, label: str | None, word: str | None) -> None:
    found = verdict(text, (0, len(text)))
    assert (found and found[0].value) == label
    assert (found and text[slice(*found[1])]) == word


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_a_verdict_stands_in_its_stretch(text: str, first: int, length: int) -> None:
    found = verdict(text, (first, first + length))
    if found is not None:
        assert first <= found[1][0] < found[1][1] <= first + length


def test_no_word_is_on_both_sides() -> None:
    assert not tone().support & tone().oppose

"""Where sentences end, and where a full stop ends none."""

from __future__ import annotations

import pytest

from quotekit.marks import sentence_ends


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("", 0),
        ("the pier is shut", 0),
        ("The pier is shut. It opens in May", 1),
        ("The pier is shut.", 0),
        ("The pier is shut. ", 1),
        ("The pier is shut! Why? Nobody knows", 2),
        ("The pier … is shut", 0),
        ("He waited… Then he left", 1),
        ('It is over." Then he left', 1),
        ("It is over.) (Nobody came", 1),
        ("Mr. Lee and Dr. Okafor met", 0),
        ("Sen. Brandt, Gov. Lee and Lt. Col. Kovac met", 0),
        ("J. R. Brandt left", 0),
        ("the U.S. Senate met", 0),
        ("the U.K. Parliament met", 0),
        ("No. 10 said", 0),
        ("at 3.15 p.m. on Monday", 0),
        ("version 2.0 Beta", 0),
        ("lower case. follows it", 0),
    ],
)
def test_sentence_ends(text: str, ends: int) -> None:
    assert sentence_ends(text) == ends

"""Transcripts, interviews and dash dialogue, and what only looks like them."""

from __future__ import annotations

import pytest

from quotekit.marks import find_paragraphs, find_turns

Expected = list[tuple[str, list[str]]]

# A text (/ for a new paragraph), and (label, pieces) of each turn.
TURNS: list[tuple[str, Expected]] = [
    (
        "LEE: Is the quay open? / OKAFOR: We shut it in May.",
        [("LEE", ["Is the quay open?"]), ("OKAFOR", ["We shut it in May."])],
    ),
    (
        "Ann Lee spoke at noon. / LEE: The quay is shut.",
        [("LEE", ["The quay is shut."])],
    ),
    (
        "ANN LEE: Is it open? / LEE, chair: It is. / MR. OKAFOR (Harbour Trust): No.",
        [
            ("ANN LEE", ["Is it open?"]),
            ("LEE, chair", ["It is."]),
            ("MR. OKAFOR (Harbour Trust)", ["No."]),
        ],
    ),
    (
        "LEE: We shut it. / And it stays shut. / (Laughter) / OKAFOR: Why? / LEE: Money.",
        [("LEE", ["We shut it.", "And it stays shut."]), ("OKAFOR", ["Why?"]), ("LEE", ["Money."])],
    ),
    (
        "LEE: We shut it. / Lee then turned away. / OKAFOR: Why? / The hall was silent.",
        [("LEE", ["We shut it."]), ("OKAFOR", ["Why?"])],
    ),
    (
        "LEE: / We shut it. / OKAFOR: / Why is that?",
        [("LEE", ["We shut it."]), ("OKAFOR", ["Why is that?"])],
    ),
    (
        '"LEE: We shut it. / "OKAFOR: Why?"',
        [("LEE", ["We shut it."]), ("OKAFOR", ["Why?"])],
    ),
    (
        "Q: Is it open? / A: It is shut. / Q: Why?",
        [("Q", ["Is it open?"]), ("A", ["It is shut."]), ("Q", ["Why?"])],
    ),
    (
        "Q. Is it open? / A. It is shut. / And it stays shut. / Q. Why?",
        [("Q", ["Is it open?"]), ("A", ["It is shut.", "And it stays shut."]), ("Q", ["Why?"])],
    ),
    (
        "Ann Lee: Is it open? / Mr. Okafor: We shut it. / Lee: Oh. / Okafor: In May.",
        [
            ("Ann Lee", ["Is it open?"]),
            ("Mr. Okafor", ["We shut it."]),
            ("Lee", ["Oh."]),
            ("Okafor", ["In May."]),
        ],
    ),
    (
        "**Ann van der Lee:** Is it open? / **Okafor:** We shut it.",
        [("Ann van der Lee", ["Is it open?"]), ("Okafor", ["We shut it."])],
    ),
    (
        "— Come in, said Ann. — Sit down. / — Thank you, said Lee. / She poured the tea.",
        [("", ["Come in, said Ann.", "Sit down."]), ("", ["Thank you, said Lee."])],
    ),
    (
        "— Come in — said Ann —. Sit down. / —Thank you —said Lee—. I will.",
        [("", ["Come in", "said Ann", "Sit down."]), ("", ["Thank you", "said Lee", "I will."])],
    ),
    (
        "--Is it open? / --_You_ shut it. / --It is--or was--mine.",
        [("", ["Is it open?"]), ("", ["_You_ shut it."]), ("", ["It is--or was--mine."])],
    ),
    (
        "– Is it open? / – I shut it.",
        [("", ["Is it open?"]), ("", ["I shut it."])],
    ),
]

NO_TURNS = [
    "LONDON — The quay is shut. / DOVER — The port is open.",
    "VELDANIA: The quay is shut.",
    "Lee: Quay Must Close / Ann Lee said on Monday that it is shut.",
    "Note: We shut it. / Note: You may ask. / Note: I do not know.",
    "Editor’s note: I am away. / Live updates: You ask, we answer. / Photo: Ann Lee",
    "Ann Lee: 46 / Ben Okafor: 42 / Ann Lee: 12 / Ben Okafor: 9",
    "Lee: Wins in a walk. / Okafor: Comes second. / Kim: Stays away.",
    "He said: You and I know. / He said: You and I know. / He said: You and I know.",
    "Continued Lee: I know. / Continued Lee: You know. / Continued Lee: We know.",
    '"Yes, well: I know," she said. / "Yes, well: you know." / "Yes, well: we know."',
    "A. Lee is the clerk. / A. Okafor is the chair.",
    "At 10:30 we met. / At 10:45 you left. / At 11:00 I did.",
    "- Eggs / - Milk / - Your keys",
    "— Lee visits the quay. / — Okafor opens the bridge. / — The Trust meets.",
    "— Come in, said Ann. / She shut the door.",
    "— “Quay shut,” by Ann Lee. / — “Is it open?” by you.",
    "LEE:",
    "Q:",
]


def paragraphs_of(marked: str) -> str:
    return marked.replace(" / ", "\n")


@pytest.mark.parametrize(("marked", "expected"), TURNS, ids=[text for text, _ in TURNS])
def test_turns(marked: str, expected: Expected) -> None:
    text = paragraphs_of(marked)
    turns = find_turns(text, find_paragraphs(text))
    assert [
        (text[t.label_start : t.label_end], [text[start:end] for start, end in t.pieces])
        for t in turns
    ] == expected


@pytest.mark.parametrize("marked", NO_TURNS)
def test_no_turns(marked: str) -> None:
    text = paragraphs_of(marked)
    assert find_turns(text, find_paragraphs(text)) == []

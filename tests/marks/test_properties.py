"""What holds for every text: nothing raises, spans keep order, time is linear."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotekit.marks import Passage, Turn, find_paragraphs, find_passages, find_turns, plain

PIECES = [
    *"\"'“”„‟‘’‚‛`´«»‹›＂\x91\x92\x93\x94",
    *("''", "``", "'s", "s'", "n't", "6'2\"", "'90s", "'em", "<b>", '<a href="', "</a>", ">"),
    *(" ", "\n", "\n\n", "\r\n", "\t", "\xa0", "\u2003", "\u200b", "\u2028", "\x85", "\x0c"),
    *(".", ",", "?", "!", "…", ":", ";", "—", "–", "-", "--", "(", ")", "[", "]", "_", "*", "/"),
    *("LEE:", "Lee:", "Q:", "A.", "— ", "said Ann", "she said", "The Tide", "60", "film", "you"),
    *("\x00", "\ud800", "\U0001f600", "e\u0301", "\u202e", "שלום", "ß", "İ", "ǅ", "²", "１"),
]
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=40).map("".join),
)


def read(text: str) -> tuple[list[tuple[int, int]], list[Passage], list[Turn]]:
    text = plain(text)
    paragraphs = find_paragraphs(text)
    return paragraphs, find_passages(text, paragraphs), find_turns(text, paragraphs)


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_plain_text_is_as_long_and_stays_as_it_is(text: str) -> None:
    words = plain(text)
    assert len(words) == len(text)
    assert all(a == b or b in "\n \"&'<>“”‘’–—…«»" for a, b in zip(text, words, strict=True))


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_paragraphs_are_in_order_and_hold_all_that_is_not_blank(text: str) -> None:
    paragraphs = find_paragraphs(text)
    edges = [edge for paragraph in paragraphs for edge in paragraph]
    assert edges == sorted(edges)
    assert all(start < end for start, end in paragraphs)
    assert all(not text[at].isspace() for start, end in paragraphs for at in (start, end - 1))
    outside = zip([0, *edges[1::2]], [*edges[::2], len(text)], strict=True)
    assert not any(char.isalnum() for start, end in outside for char in text[start:end])


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_passages_are_nested_in_order(text: str) -> None:
    paragraphs, passages, _ = read(text)
    keys = [(p.start, -p.end) for p in passages]
    assert keys == sorted(keys)
    holders: list[Passage] = []
    for p in passages:
        assert p.outer_start <= p.start < p.end <= p.outer_end
        assert text[p.start : p.end].strip() == text[p.start : p.end]
        assert any(start <= p.outer_start and p.outer_end <= end for start, end in paragraphs)
        assert p.closed or p.outer_end in {end for _, end in paragraphs}
        while holders and holders[-1].outer_end <= p.outer_start:
            holders.pop()
        assert p.depth == len(holders)
        assert not holders or p.outer_end <= holders[-1].outer_end
        holders.append(p)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_what_continues_follows_what_is_left_open(text: str) -> None:
    _, passages, _ = read(text)
    outermost = [p for p in passages if p.depth == 0]
    for before, p in zip([None, *outermost], outermost, strict=False):
        assert not p.continues or (before is not None and not before.closed)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_turns_are_in_order_within_paragraphs(text: str) -> None:
    paragraphs, _, turns = read(text)
    pieces = [piece for turn in turns for piece in turn.pieces]
    edges = [edge for piece in pieces for edge in piece]
    assert edges == sorted(edges)
    for start, end in pieces:
        assert start < end
        assert any(first <= start and end <= last for first, last in paragraphs)
    for turn in turns:
        assert turn.pieces
        assert turn.label_start <= turn.label_end <= turn.pieces[0][0]


@given(TEXTS, st.integers(min_value=2, max_value=4))
@settings(max_examples=150, deadline=None)
def test_paragraphs_are_paired_apart(text: str, times: int) -> None:
    line = text.replace("\n", " ").replace("\r", " ")
    copies = [(i * (len(line) + 1), i * (len(line) + 1) + len(line)) for i in range(times)]
    # A closed paragraph between them, so that nothing carries over.
    between = [span for start, end in copies for span in ((start, end), (end, end))]
    passages = find_passages("\n".join([line] * times), between)
    assert len(passages) == times * len(find_passages(line, [(0, len(line))]))


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_same_text_same_answer(text: str) -> None:
    assert read(text) == read(text)


LONG: dict[str, Callable[[int], str]] = {
    "marks only": lambda n: '"' * n,
    "marks and spaces": lambda n: '" ' * n,
    "nested": lambda n: "“a ‘b " * n,
    "closing only": lambda n: "a” b’ " * n,
    "a mark a paragraph": lambda n: '"a\n' * n,
    "dialogue": lambda n: "“Come in,” said Ann. ‘No,’ said Lee.\n" * n,
    "one paragraph": lambda n: '"Come in," said Ann, and shut the workers\' door behind her. ' * n,
    "one quotation": lambda n: '"' + "Come in. " * n + '"',
    "turns": lambda n: "LEE: I know.\nANN OKAFOR: You do.\n" * n,
    "speakers": lambda n: "".join(
        f"LEE{chr(65 + i % 26)}{'A' * (i % 40)}: I do.\n" for i in range(n)
    ),
    "dashes": lambda n: "— Come in?\n" * n,
    "inner dashes": lambda n: "— Come in? " * n + "\n— No?",
    "open tags": lambda n: '<a "' * n,
    "brackets": lambda n: "LEE: Do you?\n" + "[" * n + "\nLEE: I do.",
    "blank": lambda n: " \u200b\n" * n,
}


def calls(text: str) -> int:
    """How many Python and C functions are called while a text is read."""
    count = 0

    def profile(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(profile)
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("make", LONG.values(), ids=LONG.keys())
def test_work_grows_with_the_text(make: Callable[[int], str]) -> None:
    read(make(10))  # word lists are read once
    assert calls(make(8000)) <= 2.2 * calls(make(4000)) + 100


@pytest.mark.parametrize("make", LONG.values(), ids=LONG.keys())
def test_long_texts_end(make: Callable[[int], str]) -> None:
    text = make(50_000_000 // len(make(100)))
    paragraphs, passages, turns = read(text)
    assert len(passages) <= len(text)
    assert len(turns) <= len(paragraphs)

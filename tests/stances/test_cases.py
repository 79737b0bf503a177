"""The table of stances: text with the parties marked against what comes out between them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from inline import Mark, unmarked
from tables import cases

from quotekit import Mention, QuoteKit, Stance

AUTHOR = "the author"
OUTSIDER = "another"


@pytest.mark.parametrize(("marked", "expected"), cases(__file__))
def test_stances(kit: QuoteKit, marked: str, expected: list[str]) -> None:
    text, marks = unmarked(marked)
    stances = kit.analyze(text).stances
    found = {row for stance in stances if (row := shown(text, stance, marks)) is not None}
    assert found == set(gold(text, marks, expected))


def gold(text: str, marks: list[Mark], expected: list[str]) -> Iterator[tuple[str, str, str]]:
    """Holder, label and target of each stance that the marks of the case describe."""
    for number, label in enumerate(expected, 1):
        if label != "none":
            holder, target = (of(text, marks, number, bracket) for bracket in "[{")
            yield holder, label, target


def of(text: str, marks: list[Mark], number: int, bracket: str) -> str:
    own = [m for m in marks if m.bracket == bracket and str(number) in (m.label or "1")]
    return text[own[0].start : own[0].end] if own else AUTHOR


def shown(text: str, stance: Stance, marks: list[Mark]) -> tuple[str, str, str] | None:
    """The stance in the words of the marks; None if it is not about a marked target or holder."""
    holder = AUTHOR if stance.holder is None else name(text, stance.holder, marks, "[")
    target = name(text, stance.target, marks, "{")
    asked = any(m.bracket == "[" for m in marks)
    if OUTSIDER in (holder, target) or (holder == AUTHOR and asked):
        return None
    return holder, stance.label.value, target


def name(text: str, mention: Mention, marks: list[Mark], bracket: str) -> str:
    """The marked words that the mention, or the entity behind it, is called by."""
    names = {mention.name, mention.span.text.removesuffix("'s").removesuffix("'")}
    if mention.entity is not None:
        names |= {span.text for span in mention.entity.mentions}
    marked = (text[mark.start : mark.end] for mark in marks if mark.bracket == bracket)
    return next((words for words in marked if words in names), OUTSIDER)


@pytest.mark.parametrize(
    ("text", "reporter"),
    [
        ("Kim said that Okafor opposes Brandt.", "Kim"),
        ('"Okafor opposes Brandt," Kim said.', "Kim"),
        ("Okafor opposes Brandt.", None),
    ],
)
def test_in_whose_quotation(kit: QuoteKit, text: str, reporter: str | None) -> None:
    [stance] = kit.analyze(text).stances
    assert stance.holder is not None
    assert stance.holder.name == "Okafor"
    assert (stance.reported_by and stance.reported_by.name) == reporter


def test_own_stances_hang_on_the_quotation(kit: QuoteKit) -> None:
    [own] = kit.analyze('"I support Brandt," said Okafor.').quotes
    [another] = kit.analyze('"Kim supports Brandt," said Okafor.').quotes
    assert [stance.label.value for stance in own.stances] == ["support"]
    assert another.stances == ()

"""`classify_stance`: whom a question means, and what answers it."""

from __future__ import annotations

import pytest

from quotekit import Basis, InvalidInput, QuoteKit

TEXT = "Ann Okafor criticized Tomas Brandt. Lee met them in Norland."


def place(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("text", "target", "holder", "label"),
    [
        (TEXT, "Tomas Brandt", "Ann Okafor", "oppose"),
        (TEXT, "Tomas Brandt", None, "oppose"),
        (TEXT, "Brandt", "Okafor", "oppose"),
        (TEXT, "Ann Okafor", "Tomas Brandt", "neutral"),
        (TEXT, "Norland", "Lee", "neutral"),
        ("Okafor spoke. She praised Brandt.", "Brandt", "Okafor", "support"),
        ("Okafor left. Kim praised her.", "Okafor", "Kim", "support"),
        ("Okafor's campaign attacked Brandt.", "Brandt", "Okafor", "oppose"),
        ("A spokesman for Okafor attacked Brandt.", "Brandt", "Okafor", "oppose"),
        ("The Norland army attacked Veldania.", "Veldania", "Norland", "oppose"),
        ("Okafor sued the state of Veldania.", "Veldania", "Okafor", "oppose"),
        ("Okafor sued Brandt's company.", "Brandt", "Okafor", "oppose"),
        ("Okafor thanked Brandt's wife.", "Brandt", "Okafor", "neutral"),
        ("The union backed Okafor over Brandt.", "Brandt", "The union", "oppose"),
        ("Okafor was chosen over Brandt by Kim.", "Brandt", "Kim", "oppose"),
        ("Kim prefers Okafor to Lee and Brandt.", "Brandt", "Kim", "oppose"),
        ("Kim trusts Okafor more than Brandt.", "Brandt", "Kim", "oppose"),
        ("Kim hates Okafor more than Brandt.", "Brandt", "Kim", "neutral"),
        ("Kim did not back Okafor over Brandt.", "Brandt", "Kim", "neutral"),
        ("Kim praised Okafor over the strike.", "the strike", "Kim", "neutral"),
        ('"Okafor has done nothing for the dockers," said Kim.', "Okafor", "Kim", "oppose"),
        ("Kim said that Okafor opposes Brandt.", "Brandt", "Okafor", "oppose"),
        ("Kim said that Okafor opposes Brandt.", "Brandt", "Kim", "neutral"),
        ("Okafor said Brandt had lied.", "Brandt", "Okafor", "oppose"),
        ("Okafor said that Brandt was a horrible man.", "Brandt", "Okafor", "oppose"),
        ("According to Okafor, Brandt was in a horrible accident.", "Brandt", "Okafor", "neutral"),
        ("Okafor attacked and mocked Brandt. She thanked Brandt.", "Brandt", "Okafor", "oppose"),
        ("Okafor praised Brandt. Later she attacked Brandt.", "Brandt", "Okafor", "oppose"),
        ("Okafor attacked Brandt. Later she praised Brandt.", "Brandt", "Okafor", "support"),
    ],
)  # fmt: skip
def test_answers(kit: QuoteKit, text: str, target: str, holder: str | None, label: str) -> None:
    stance = kit.classify_stance(text, target, holder)
    assert stance.label.value == label
    by_place = kit.classify_stance(text, place(text, target), holder and place(text, holder))
    assert by_place.label.value == label


def test_the_answer_says_why(kit: QuoteKit) -> None:
    stance = kit.classify_stance(TEXT, "Brandt")
    assert stance.holder is not None
    assert stance.evidence is not None
    assert stance.holder.name == "Ann Okafor"
    assert (stance.evidence.text, stance.rule, stance.basis) == (
        "criticized",
        "oppose.verb.criticize",
        Basis.EXPRESSED,
    )


def test_nothing_said(kit: QuoteKit) -> None:
    stance = kit.classify_stance(TEXT, "Norland", "Lee")
    assert (stance.evidence, stance.basis, stance.rule) == (None, None, "neutral.no-evidence")
    assert stance.target.span.text == "Norland"
    assert stance.holder is not None
    assert stance.holder.span.text == "Lee"


def test_offsets_inside_a_word_are_widened(kit: QuoteKit) -> None:
    start, end = place(TEXT, "Brandt")
    assert kit.classify_stance(TEXT, (start + 2, end - 1), "Okafor").label.value == "oppose"


def test_tone_answers_only_where_no_relation_does(kit: QuoteKit) -> None:
    toned = kit.classify_stance("Okafor said Brandt had a horrible temper.", "Brandt")
    assert (toned.label.value, toned.basis) == ("oppose", Basis.TONE)
    related = kit.classify_stance("Okafor said she admires horrible old Brandt.", "Brandt")
    assert (related.label.value, related.basis) == ("support", Basis.EXPRESSED)


def test_tone_is_left_out_of_an_analysis(kit: QuoteKit) -> None:
    assert kit.analyze("Okafor said Brandt had a horrible temper.").stances == ()


@pytest.mark.parametrize(
    ("target", "holder", "message"),
    [
        ("Moss", None, "target 'Moss' is not in the text"),
        ("Brand", None, "target 'Brand' is not in the text"),
        ("", None, "target '' is not in the text"),
        ("Brandt", "Moss", "holder 'Moss' is not in the text"),
        ((5, 5), None, r"target \(5, 5\): not a range"),
        ((9, 4), None, r"target \(9, 4\): not a range"),
        ((-3, 4), None, r"target \(-3, 4\): not a range"),
        ((4, 4000), None, r"target \(4, 4000\): not a range of a text of 60 characters"),
        ((1, 2, 3), None, r"target \(1, 2, 3\): expected a name or offsets"),
        (7, None, "target 7: expected a name or offsets"),
        ("Brandt", "Brandt", "are the same"),
        ("Brandt", "Tomas Brandt", "are the same"),
    ],
)
def test_questions_that_mean_nothing(
    kit: QuoteKit, target: object, holder: object, message: str
) -> None:
    with pytest.raises(InvalidInput, match=message):
        kit.classify_stance(TEXT, target, holder)  # type: ignore[arg-type]


def test_two_of_one_surname_are_not_the_same(kit: QuoteKit) -> None:
    text = "Ann Lee praised her brother Tomas Lee."
    assert kit.classify_stance(text, "Tomas Lee", "Ann Lee").label.value == "support"

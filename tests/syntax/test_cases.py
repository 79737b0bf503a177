"""The table of predications: what the model's parse of a text comes to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from inline import Mark, remarked, unmarked
from tables import cases

from quotekit import Lexicon
from quotekit.document import Job, parse_texts
from quotekit.marks import find_paragraphs, find_passages
from quotekit.syntax import Paragraph, Predication, read_paragraph

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(("marked", "expected"), cases(__file__))
def test_predication(nlp: Language, marked: str, expected: list[str]) -> None:
    [what] = expected
    text, marks = unmarked(marked)
    paragraph = read(nlp, text)
    found = [
        predication
        for predication in paragraph.predications
        if f"{predication.pos}.{predication.lemma}" == predicate(what)
    ]
    assert len(found) == 1, [(p.pos, p.lemma) for p in paragraph.predications]
    assert flags(found[0]) == set(what.removeprefix(predicate(what)).split())
    shown = remarked(text, roles(paragraph, found[0], marks))
    assert shown == remarked(text, marks)


def read(nlp: Language, text: str) -> Paragraph:
    paragraphs = find_paragraphs(text)
    [[parse]] = parse_texts(nlp, [Job(text, paragraphs, find_passages(text, paragraphs))], 1)
    return read_paragraph(parse, Lexicon.default().wants)


def predicate(what: str) -> str:
    """*preposition.according to*, *verb.point out*: the second word belongs to the lemma."""
    first, *others = what.split()
    particle = [word for word in others[:1] if word in ("to", "out", "down", "clear")]
    return " ".join([first, *particle])


def flags(predication: Predication) -> set[str]:
    return {
        *(["negated"] if predication.negated else []),
        *(["passive"] if predication.passive else []),
        *(["hypothetical"] if predication.hypothetical else []),
        *([predication.modality] if predication.modality else []),
    }


def roles(paragraph: Paragraph, predication: Predication, asked: list[Mark]) -> Iterator[Mark]:
    """Cue and agent, and of the others what the case asks for."""
    yield Mark(*predication.cue, "<")
    nominals = {"[": predication.agent}
    if any(mark.label == "patient" for mark in asked):
        nominals["[patient"] = predication.patient
    if any(mark.bracket == "/" for mark in asked):
        nominals["/"] = predication.recipient
    for bracket, row in nominals.items():
        nominal = paragraph.nominal(row)
        if nominal is not None:
            yield Mark(nominal.start, nominal.end, bracket[0])
    for form in {mark.label for mark in asked if mark.bracket == "{"}:
        argument = predication.argument(form)
        for piece in argument.pieces if argument is not None else ():
            yield Mark(*piece, "{")

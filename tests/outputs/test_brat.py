"""brat standoff, read back by the rules of its format."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from analyses import ANALYSIS, EMPTY

from quotekit import Act, Analysis, Quote, QuoteKind, QuoteKit, Span


def lines(analysis: Analysis) -> list[list[str]]:
    found = analysis.to_brat()
    assert not found or found.endswith("\n")
    return [line.split("\t") for line in found.split("\n")[:-1]]


def test_a_quotation_is_an_event() -> None:
    found = [" | ".join(line) for line in lines(ANALYSIS)]
    assert found[:8] == [
        "T1 | Cue 31 35 | told",
        "T2 | Party 20 30 | Ann Okafor",
        "#1 | AnnotatorNotes T2 | Ann Okafor",
        "T3 | Party 36 39 | Lee",
        "#2 | AnnotatorNotes T3 | Lee",
        "T4 | Direct 1 18;42 60 | The pier is safe, and it stays open.",
        "E1 | Direct:T4 Cue:T1 Speaker:T2 Addressee:T3",
        "A1 | Act E1 speech",
    ]


def test_a_stance_is_an_event() -> None:
    by_mark = {line[0]: line for line in lines(ANALYSIS)}
    [backs, _] = [line for line in by_mark.values() if line[1].startswith("Support:")]
    roles = dict(role.split(":") for role in backs[1].split())
    assert {role: by_mark[mark][2] for role, mark in roles.items()} == {
        "Support": "backs",
        "Holder": "Okafor",
        "Target": "the Harbour Trust",
    }
    assert ["Basis", backs[0], "expressed"] in [line[1].split() for line in by_mark.values()]


def test_the_author_and_strangers() -> None:
    events = [line[1] for line in lines(ANALYSIS) if line[0].startswith("E")]
    assert not any("None" in event for event in events)
    notes = {line[1].split()[1] for line in lines(ANALYSIS) if line[0].startswith("#")}
    [stranger] = [line[0] for line in lines(ANALYSIS) if line[-1] == "He" and "Party" in line[1]]
    assert stranger not in notes


def test_nothing_found() -> None:
    assert EMPTY.to_brat() == ""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n", "\x85", "\u2028"])
def test_fragments_stay_on_their_lines(end: str) -> None:
    text = f"“The pier{end} is shut,” Lee said."
    content = Span(1, text.index(","), text[1 : text.index(",")])
    quote = Quote(QuoteKind.DIRECT, Act.SPEECH, (content,), None, None, None, False, (), "marks")
    [mark, *_] = lines(Analysis(text, (quote,), (), (), "m 1"))
    places = [tuple(map(int, place.split())) for place in mark[1].split(" ", 1)[1].split(";")]
    assert [text[start:stop] for start, stop in places] == ["The pier", "is shut"]
    assert mark[2] == "The pier is shut"


def test_ids_and_offsets_hold(kit: QuoteKit) -> None:
    text = (
        "“It is\nover,” Ann Okafor told Paul Brandt. She said that he opposes the Harbour Trust.\n\n"
        "Brandt denied that he had criticised the Trust. “No,” he said."
    )
    defined: set[str] = set()
    for mark, body, *words in lines(kit.analyze(text)):
        assert mark not in defined
        if mark.startswith("T"):
            places = body.split(" ", 1)[1].split(";")
            pieces = (text[slice(*map(int, place.split()))] for place in places)
            assert words == [" ".join(pieces)]
        used = {word.rpartition(":")[2] for word in body.split() if re.search(r"\b[TE]\d+$", word)}
        assert used <= defined
        defined.add(mark)
    assert {mark[0] for mark in defined} == set("TEA#")


def test_the_configuration_declares_all_of_it(kit: QuoteKit) -> None:
    declared = files("quotekit.outputs").joinpath("annotation.conf").read_text("utf-8")
    names = set(re.findall(r"^\w+", declared, re.MULTILINE)) | set(
        re.findall(r"(\w+)\??:", declared)
    )
    used = {word for line in lines(ANALYSIS) for word in re.findall(r"\b[A-Z]\w+", line[1])}
    assert {word for word in used if not re.fullmatch(r"[TEA]\d+|AnnotatorNotes", word)} <= names

"""What is read of a paragraph that nobody parses."""

from __future__ import annotations

import pytest

from quotekit.syntax import skim_paragraphs


def skimmed(text: str) -> list[str]:
    """The noun phrases, each with its function where that is known."""
    [paragraph] = skim_paragraphs(text, [(0, len(text))])
    return [
        f"{n.function} {text[n.start : n.end]}" if n.function != "other" else text[n.start : n.end]
        for n in paragraph.nominals.values()
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ann Okafor opened the pier.", ["subject Ann Okafor"]),
        ("The pier was opened by Ann Okafor.", ["Ann Okafor"]),
        ("The Harbour Trust met.", ["subject Harbour Trust"]),
        ("In Port Selby, Gov. Tom B. Lee spoke.", ["subject Port Selby", "Gov. Tom B. Lee"]),
        ("Voters met Mr. Lee. Okafor left.", ["Mr. Lee"]),
        ("Voters met Okafor. Okafor left.", ["Okafor", "subject Okafor"]),
        ("Lee's aides saw the U.S. Senate and O’Brien.", ["U.S. Senate", "O’Brien"]),
        ("He thanked her and gave them his plan.", ["subject He", "her", "object them", "his"]),
        ("They came from the US, not from us.", ["subject They", "US", "object us"]),
        ("It rained, and the pier was shut.", []),
        ("", []),
    ],
)
def test_names_and_pronouns(text: str, found: list[str]) -> None:
    assert skimmed(text) == found


def test_a_capital_elsewhere_tells_a_name() -> None:
    text = "Okafor left. Rain fell.\n\nLee thanked Okafor."
    paragraphs = skim_paragraphs(text, [(0, 23), (25, 45)])
    names = [text[n.start : n.end] for p in paragraphs for n in p.nominals.values()]
    assert names == ["Okafor", "Okafor"]


def test_places_are_those_of_the_paragraph() -> None:
    [paragraph] = skim_paragraphs("Rain.\n\nShe saw Lee.", [(7, 19)])
    assert (paragraph.start, paragraph.end) == (7, 19)
    assert [(n.start, n.end) for n in paragraph.nominals.values()] == [(7, 10), (15, 18)]

"""Passages: a table of texts against what stands in marks there, and for what."""

from __future__ import annotations

import pytest

from quotekit.marks import Passage, Use, find_paragraphs, find_passages, plain

SIGNS = {
    Use.QUOTATION: "",
    Use.PHRASE: "~",
    Use.PART: "=",
    Use.TITLE: "#",
    Use.NICKNAME: "@",
    Use.DIRECTION: "%",
}


def described(text: str, passage: Passage) -> str:
    """*Come in,* a quotation, *~phrase*, *=part of one*, *#Title*, *@Nick*, *%(Laughs)*; > nested,
    + continues, … never closed."""
    return "".join(
        (
            ">" * passage.depth,
            "+" * passage.continues,
            SIGNS[passage.use],
            text[passage.start : passage.end],
            "" if passage.closed else "…",
        )
    )


# A text (/ for a new paragraph) and its passages.
CASES: dict[str, list[tuple[str, list[str]]]] = {
    "kinds of marks": [
        ('"Come in," she said.', ["Come in,"]),
        ("“Come in,” she said.", ["Come in,"]),
        ("''Come in,'' she said. ``Sit down.''", ["Come in,", "Sit down."]),
        ("« Entrez, » dit-elle. «Non !»", ["Entrez,", "Non !"]),
        ("»Herein«, sagte sie. »Nein!«", ["Herein", "Nein!"]),
        ("„Kommen Sie“, sagte sie. „Nein!”", ["Kommen Sie", "Nein!"]),
        ("\x93Come in,\x94 she said.", ["Come in,"]),
        ("‹Come in!› she said.", ["Come in!"]),
    ],
    "mismatched": [
        ('“Come in," she said, "and sit.”', ["Come in,", "and sit."]),
        ("”Come in,” she said. “Sit.“", ["Come in,", "Sit."]),
        ('"Come in,” she said. "Sit down here.”', ["Come in,", "Sit down here."]),
    ],
    "glued": [
        ('He said,"There is time."She left.', ["There is time."]),
        ('"Come in,"she said."Sit down."', ["Come in,", "Sit down."]),
        ('"Come in, "she said. "Sit down."', ["Come in,", "Sit down."]),
        ('"Come in"--she said--"and sit."', ["Come in", "and sit."]),
        ('("Come in," she said) ["Out!"]', ["Come in,", "Out!"]),
        ('"_Come_ in," she said. "*Out!*"', ["_Come_ in,", "*Out!*"]),
    ],
    "nested": [
        ("\"He said 'Out!' to us,\" said Lee.", ["He said 'Out!' to us,", ">Out!"]),
        ("“He said ‘Out!’” Lee nodded.", ["He said ‘Out!’", ">Out!"]),
        ("“He said “Out!” to us,” said Lee.", ["He said “Out!” to us,", ">Out!"]),
        (
            "‘He said “Out!” to us,’ said Lee. ‘Twice.’",
            ["He said “Out!” to us,", ">Out!", "Twice."],
        ),
        (
            "“He said ‘the clerk cried “Out!” to us’ again.”",
            [
                "He said ‘the clerk cried “Out!” to us’ again.",
                ">~the clerk cried “Out!” to us",
                ">>Out!",
            ],
        ),
        ("« Il a dit “Non !” hier », dit Lee.", ["Il a dit “Non !” hier", ">Non !"]),
    ],
    "left open": [
        ('"We came. / "We saw. / "We won," he said.', ["We came.…", "+We saw.…", "+We won,"]),
        ("“We came. / “We saw.” / “Did you?”", ["We came.…", "+We saw.", "Did you?"]),
        ("‘We came. / ‘We saw,’ he said. / ‘Yes,’ she said.", ["We came.…", "+We saw,", "Yes,"]),
        ("Lee said: “We fight. We win.", ["We fight. We win.…"]),
        ("\"I told him, 'Go home.'", ["I told him, 'Go home.'…", ">Go home."]),
        ("She went “cap in hand to the bank. It said no. She left.", []),
        ("“We came. / He left. / “We saw.”", ["We came.…", "We saw."]),
        (
            "“We came to the harbour. / The boats were gone by then, and so were the men who had"
            " once sailed them,” he said.",
            [
                "We came to the harbour.…",
                "+The boats were gone by then, and so were the men who had once sailed them,",
            ],
        ),
        ("He said: “ / “We saw.”", ["We saw."]),
        ('"The quay is shut. / Ann Okafor, Harbour Trust."', ["The quay is shut.…"]),
    ],
    "a mark is lost": [
        ('"We came, he said. "We saw." / "We won."', ["We saw.", "We won."]),
        ('We came," he said. "We saw." / "We won."', ["We saw.", "We won."]),
        ('"We came," he said. We saw." / "We won."', ["We came,", "We won."]),
        ('"We came," he said. "We saw, he said. "We won."', ["We came,", "We won."]),
        ('The " is a mark. / "Yes," she said.', ["Yes,"]),
    ],
    "feet and inches": [
        ('He is 6\'2" and she is 5\'9" tall. "Tall," Ann said.', ["Tall,"]),
        ('A 5" pipe burst. "Nobody came," Lee said.', ["Nobody came,"]),
        ('"It opened in 1995" is what she wrote.', ["It opened in 1995"]),
    ],
    "apostrophes": [
        ("'Twas in the '90s that rock 'n' roll was king.", []),
        ("Go get 'em, said the boys' club in '98. It was James' idea.", []),
        ("It’s the dogs’ dinner, ’tis true, since the ’60s.", []),
        ('"\'Tis true," he said. "\'Em too?"', ["'Tis true,", "'Em too?"]),
        (
            "\"The workers' rights are the Jones' concern,\" she said.",
            ["The workers' rights are the Jones' concern,"],
        ),
        (
            "“He took ‘the workers’ bread’ away,” she said.",
            ["He took ‘the workers’ bread’ away,", ">~the workers’ bread"],
        ),
        (
            "\"Goin' to the fair, an' no mistakin' it,\" he said.",
            ["Goin' to the fair, an' no mistakin' it,"],
        ),
    ],
    "single marks outermost": [
        ("'Come in,' said Ann. 'It's the boss's day.'", ["Come in,", "It's the boss's day."]),
        (
            "‘The dogs’ dinner,’ she said, ‘isn’t ’ere yet.’ / ‘It is.’",
            ["The dogs’ dinner,", "isn’t ’ere yet.", "It is."],
        ),
        (
            "'Come in,' said Ann. / 'The workers' party said \"no\" to it.' / 'Why?'",
            ["Come in,", 'The workers\' party said "no" to it.', ">~no", "Why?"],
        ),
        ("'He's a good 'un,' said Ann. 'So he is.'", ["He's a good 'un,", "So he is."]),
        ("The council calls it the 'new normal', said Lee.", ["=new normal"]),
        ("'Never', she said, and ‘never’ again.", ["Never", "~never"]),
    ],
    "headlines in single marks": [
        ("Lee ‘doomed’ without deal, says Okafor / “No,” said Lee.", ["~doomed", "No,"]),
        ("Okafor to Lee: ‘You Are Wrong.’ / “No,” said Lee.", ["~You Are Wrong.", "No,"]),
    ],
    "utterances": [
        ('"Yes," he said. "No!" she said. "Never."', ["Yes,", "No!", "Never."]),
        (
            '"Mr. Lee," said Ann. "Poor Sir Ambrose Lee," she said.',
            ["Mr. Lee,", "Poor Sir Ambrose Lee,"],
        ),
        ('"I came," she said, "and saw."', ["I came,", "and saw."]),
        ('"...and so on," he said.', ["...and so on,"]),
        ("“Never”, she said.", ["Never"]),
        ('He said "We will win in May".', ["We will win in May"]),
    ],
    "fragments": [
        ('He went with "cap in hand" to the bank.', ["~cap in hand"]),
        ('She called it a "disaster," and left.', ["=disaster,"]),
        ('Say "hello" or "goodbye."', ["~hello", "~goodbye."]),
        (
            'He left. "We go," he said. It was what he called "harbour noir."',
            ["We go,", "~harbour noir."],
        ),
        ('The "Occupied Harbour," he said, is shut.', ["=Occupied Harbour,"]),
        ("She was “very proud of what we have done.”", ["=very proud of what we have done."]),
        ("Lee’s “aides” want to “get on with it,” as they say.", ["=aides", "=get on with it,"]),
        ("She calls him “a liar” and it “a scandal.”", ["~a liar", "~a scandal."]),
        (
            "What she is, “a friend,” is plain. / “one of us” she is not",
            ["~a friend,", "~one of us"],
        ),
    ],
    "titles": [
        ('Her book "The Art of the Tide" sold.', ["#The Art of the Tide"]),
        (
            'He spoke on "60 Minutes" and on HBC\'s "Harbour Tonight."',
            ["#60 Minutes", "#Harbour Tonight."],
        ),
        ('"Low Tide" star Ann Lee sang in "Fog," a thriller.', ["#Low Tide", "#Fog,"]),
        ('Films like "Fog," "Ebb" and "The Quay" ran.', ["~Fog,", "~Ebb", "#The Quay"]),
        ('The film "Fog," "Ebb" and "Low Tide" ran.', ["#Fog,", "#Ebb", "#Low Tide"]),
        ("They called her “The Lady of the Ferry.”", ["~The Lady of the Ferry."]),
        ("Why Lee Says The Trust's ‘Quiet Plan’ Will Fail", ["=Quiet Plan"]),
        ('It\'s "Mr. Lee" to you.', ["=Mr. Lee"]),
    ],
    "nicknames": [
        ('William "Bill" Hart and Ann “the Gull” Okafor met.', ["@Bill", "@the Gull"]),
        ('Lee\'s "Bill" Hart is a play.', ["=Bill"]),
        ('The "Today" Monday show.', ["=Today"]),
    ],
    "stage directions": [
        ("“Is it open? / “(Crosstalk.) / “It is.”", ["Is it open?…", "+%(Crosstalk.)…", "+It is."]),
        ("“(Laughs.)” / “[Inaudible]”", ["%(Laughs.)", "%[Inaudible]"]),
    ],
    "no quotation marks": [
        ('<a href="x" title="Come in.">Enter</a>', []),
        ('<b>"Come in,"</b> she said.', ["Come in,"]),
        ('She drew a line: """""""""" and left.', []),
        ('"', []),
        ('""', []),
        ('" "', []),
    ],
}


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(*case, id=f"{group}: {case[0]}")
        for group, cases in CASES.items()
        for case in cases
    ],
)
def test_passages(marked: str, expected: list[str]) -> None:
    text = plain(marked.replace(" / ", "\n\n"))
    passages = find_passages(text, find_paragraphs(text))
    assert [described(text, passage) for passage in passages] == expected


def test_the_marks_belong_to_the_outer_range() -> None:
    text = "He said: « Come in. »"
    [passage] = find_passages(text, [(0, len(text))])
    assert text[passage.outer_start : passage.outer_end] == "« Come in. »"
    assert text[passage.start : passage.end] == "Come in."


def test_what_is_never_closed_ends_with_its_paragraph() -> None:
    text = "“We came.\n\nHe left."
    [passage] = find_passages(text, find_paragraphs(text))
    assert (passage.end, passage.outer_end, passage.closed) == (9, 9, False)


def test_marks_between_paragraphs_are_not_read() -> None:
    assert find_passages('"Come in," she said.', [(11, 20)]) == []

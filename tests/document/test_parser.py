"""Tokens, sentences and offsets of the paragraphs that spaCy parses for us."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from spacy.tokens import Doc

from quotekit.document import Given, Job, Parse, parse_texts
from quotekit.marks import find_paragraphs, find_passages

if TYPE_CHECKING:
    from spacy.language import Language


def parsed(nlp: Language, *texts: str, batch_size: int = 8) -> list[list[Parse]]:
    jobs = []
    for text in texts:
        paragraphs = find_paragraphs(text)
        jobs.append(Job(text, paragraphs, find_passages(text, paragraphs)))
    return list(parse_texts(nlp, jobs, batch_size))


def sentences(parse: Parse) -> list[list[str]]:
    found: list[list[str]] = [[] for _ in range(parse.sentence[-1] + 1)]
    for word, number in zip(parse.text, parse.sentence, strict=True):
        found[number].append(word)
    return found


def test_tokens_are_cut_at_marks(nlp: Language) -> None:
    [[parse]] = parsed(nlp, 'Okafor said,"There is no money left."')
    assert parse.text[:4] == ["Okafor", "said", ",", '"']
    assert parse.text[4] == "There"


def test_tokens_elsewhere_are_spacys(nlp: Language) -> None:
    text = "Okafor said, \"It's 6 o'clock in St. Ives,\" and left."
    [[parse]] = parsed(nlp, text)
    assert parse.text == [token.text for token in nlp.make_doc(text)]


@pytest.mark.parametrize(
    "text",
    [
        '"So what?" said Lee.',
        '"Shut the gates!" shouted the harbour master.',
        '"It is over." said Lee.',
        "“So what?” said Lee.",
        '"So what?", said Lee.',
    ],
)
def test_a_quotation_and_its_attribution_are_one_sentence(nlp: Language, text: str) -> None:
    [[parse]] = parsed(nlp, text)
    closing, said = (
        parse.text.index(word) for word in (text[text.rindex(text[0] if text[0] == '"' else "”")],
        "said" if "said" in text else "shouted")
    )  # fmt: skip
    assert parse.sentence[closing] == parse.sentence[said]


def test_a_sentence_behind_a_quotation_is_its_own(nlp: Language) -> None:
    [[parse]] = parsed(nlp, '"The pier is shut," Okafor said. Then she left.')
    assert sentences(parse)[-1] == ["Then", "she", "left", "."]


@pytest.mark.parametrize("run", ["=" * 300, '" ' * 300, "a.b/" * 300, "(" * 5000])
def test_what_is_no_word_is_a_blank_to_the_parser(nlp: Language, run: str) -> None:
    [[parse]] = parsed(nlp, f"Ann Okafor said {run} that the pier was shut.")
    assert parse.text[:3] == ["Ann", "Okafor", "said"]
    assert parse.text[-6:] == ["that", "the", "pier", "was", "shut", "."]
    assert len(parse) == 9


INVISIBLE = "\u200b\u202b\u202c\u2060\ufeff"
ODD = {
    "no-break spaces": "Ann\u00a0Okafor\u00a0said that the\u202fpier was shut.",
    "Windows lines": "Ann Okafor said that it was shut.\r\n\r\nLee left the pier.\r\n",
    "old Mac lines": "Ann Okafor said that it was shut.\rLee left the pier.",
    "line separators": "Ann Okafor said\u2028that it was shut.\u2029Lee left.",
    "beyond the first plane": "🛳️ Ann Okafor 👩‍✈️ said that 𝔱𝔥𝔢 pier was shut.",
    "a lone surrogate": "Ann Okafor said \ud83d that the pier was shut.",
    "combining marks": "Ann Oka\u0301for said that the pier was shut.",
    "soft hyphens and zero widths": "Ann Oka\u00adfor said\u200b that the pier was shut.",
    "right to left": "\u202bAnn Okafor said\u202c that \u05d4\u05e0\u05de\u05dc was shut.",
    "NUL": "Ann Okafor\x00 said that the pier was shut.",
    "byte order mark": "\ufeffAnn Okafor said that the pier was shut.",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_offsets_are_into_the_given_text(nlp: Language, text: str) -> None:
    [parses] = parsed(nlp, text)
    at = 0
    for parse in parses:
        for start, end, word in zip(parse.start, parse.end, parse.text, strict=True):
            assert at <= start < end
            assert text[start:end] == word
            at = end
    words = [word for parse in parses for word in parse.text]
    assert "said" in [word.strip(INVISIBLE) for word in words]
    assert visible("".join(words)) == visible(text)


def visible(text: str) -> str:
    return "".join(text.translate(dict.fromkeys(map(ord, INVISIBLE))).split())


@pytest.mark.parametrize("blank", ["  ", " \u200b ", "\u3000\t", "\xa0 \xa0", f" {'=' * 300} "])
def test_blanks_are_no_tokens(nlp: Language, blank: str) -> None:
    text = "Ann Okafor said that the pier was shut"
    [[usual]], [[spaced]] = parsed(nlp, text), parsed(nlp, text.replace(" ", blank))
    assert spaced.text == usual.text
    assert (spaced.dep, spaced.names) == (usual.dep, usual.names)


@pytest.mark.parametrize("text", ["=" * 500, "\u200b=\u200b", "…" * 150, "=" * 500 + "\nLee left."])
def test_a_paragraph_of_nothing_keeps_its_place(nlp: Language, text: str) -> None:
    [[parse, *_]] = parsed(nlp, text)
    assert (parse.start[0], parse.end[-1]) == find_paragraphs(text)[0]


@pytest.mark.parametrize("invisible", INVISIBLE)
def test_invisible_characters_do_not_change_the_parse(nlp: Language, invisible: str) -> None:
    plain = "Ann Okafor said that the pier was shut."
    [[usual], [odd]] = parsed(nlp, plain, plain.replace("said", f"said{invisible}"))
    assert (usual.dep, usual.lemma) == (odd.dep, odd.lemma)


def test_odd_spaces_do_not_change_the_parse(nlp: Language) -> None:
    plain = "Ann Okafor said that the pier was shut."
    [[usual], [odd]] = parsed(nlp, plain, plain.replace(" ", "\u00a0"))
    assert (usual.text, usual.dep, usual.head) == (odd.text, odd.dep, odd.head)


def test_curly_apostrophes_do_not_change_the_parse(nlp: Language) -> None:
    plain = "Lee's aide said that it won't open."
    [[usual], [curly]] = parsed(nlp, plain, plain.replace("'", "’"))
    assert usual.dep == curly.dep
    assert "’s" in curly.text


def test_paragraphs_are_parsed_apart_and_in_order(nlp: Language) -> None:
    [first, second] = parsed(
        nlp, "Lee left.\n\nKim came.\n\nBrandt stayed.", "Okafor slept.", batch_size=2
    )
    assert [parse.text[0] for parse in first] == ["Lee", "Kim", "Brandt"]
    assert [parse.text[0] for parse in second] == ["Okafor"]
    assert first[1].start[0] == 11


def test_texts_without_words(nlp: Language) -> None:
    assert parsed(nlp, "", " \n\n ", "Lee left.")[:2] == [[], []]


def test_names_are_rows_of_their_paragraph(nlp: Language) -> None:
    [parses] = parsed(nlp, "The pier is shut.\n\nAnn Okafor went to London.")
    named = [
        (" ".join(parse.text[first:last]), label)
        for parse in parses
        for first, last, label in parse.names
    ]
    assert ("Ann Okafor", "PERSON") in named
    assert ("London", "GPE") in named


def test_a_doc_keeps_its_own_parse(nlp: Language) -> None:
    text = "Lee left.\n\nKim praised Brandt."
    doc = nlp(text)
    given = Given.of(doc)
    first, second = given.parses(find_paragraphs(text))
    assert given.text == text
    assert [*first.text] == ["Lee", "left", "."]
    assert [*second.text] == ["Kim", "praised", "Brandt", "."]
    assert [text[a:b] for a, b in zip(second.start, second.end, strict=True)] == [*second.text]
    assert second.head[0] == second.text.index("praised")


def test_a_doc_by_hand() -> None:
    from spacy.vocab import Vocab

    doc = Doc(
        Vocab(), words=["Lee", "left", ".", "\n\n", "Kim", "came", "."], heads=[1, 1, 1, 1, 5, 5, 5],
        spaces=[True, False, False, False, True, False, False],
        deps=["nsubj", "ROOT", "punct", "", "nsubj", "ROOT", "punct"],
        tags=["NNP", "VBD", ".", "_SP", "NNP", "VBD", "."],
        pos=["PROPN", "VERB", "PUNCT", "SPACE", "PROPN", "VERB", "PUNCT"],
        lemmas=["Lee", "leave", ".", "\n\n", "Kim", "come", "."],
        ents=["B-PERSON", "O", "O", "O", "B-PERSON", "O", "O"],
    )  # fmt: skip
    first, second = Given.of(doc).parses(find_paragraphs(doc.text))
    assert [*second.text] == ["Kim", "came", "."]
    assert ([*second.word], [*second.lemma]) == (["kim", "came", "."], ["kim", "come", "."])
    assert (second.head, second.dep) == ([1, 1, 1], ["nsubj", "ROOT", "punct"])
    assert (first.names, second.names) == ([(0, 1, "PERSON")], [(0, 1, "PERSON")])


def test_a_head_in_another_paragraph_is_cut_off() -> None:
    from spacy.vocab import Vocab

    doc = Doc(
        Vocab(), words=["Lee", "left", "\n\n", "Kim", "came"], spaces=[True, False, False, True, False],
        heads=[1, 1, 1, 4, 1], deps=["nsubj", "ROOT", "", "nsubj", "conj"],
    )  # fmt: skip
    _, second = Given.of(doc).parses(find_paragraphs(doc.text))
    assert (second.head, second.dep) == ([1, 1], ["nsubj", "ROOT"])


def test_a_headline_is_read_as_a_sentence(nlp: Language) -> None:
    headline = "Harbour Workers Rip Paul Brandt Over His Plan To Sell The Old Pier"
    body = "Paul Brandt wants to sell the pier. Workers in the old harbour said his plan was bad."
    [[top, _]] = parsed(nlp, f"{headline}\n\n{body}")
    tags = dict(zip(top.text, top.tag, strict=True))
    assert top.text == headline.split()
    assert (tags["Rip"], tags["Brandt"], tags["Plan"]) == ("VBP", "NNP", "NN")


def test_a_line_of_names_keeps_its_capitals(nlp: Language) -> None:
    [[top, _]] = parsed(
        nlp, "Ann Okafor, Paul Brandt, Jill Marsh, Kate Winter\n\nThey met on Monday."
    )
    assert set(top.tag) == {"NNP", ","}

"""What of a pipeline is run, and on what: counted, not timed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.language import Language

from quotekit.document import Job, Parse, parse_texts
from quotekit.document import components as module
from quotekit.document.components import Components
from quotekit.document.words import Words
from quotekit.marks import find_paragraphs

if TYPE_CHECKING:
    from spacy.tokens import Doc

Seen = dict[str, list[str]]


@pytest.fixture
def seen(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> Seen:
    """The texts of the Docs that each component is given, by its name."""
    found: Seen = {name: [] for name in nlp.pipe_names}
    run = module.run

    def noted(components: list[object], docs: list[Doc]) -> None:
        for name, component in nlp.pipeline:
            if component in components:
                found[name] += [doc.text for doc in docs]
        run(components, docs)

    for user in ("parser", "names", "words"):
        monkeypatch.setattr(f"quotekit.document.{user}.run", noted)
    return found


def parsed(nlp: Language, *texts: str) -> list[list[Parse]]:
    return parse_texts(nlp, [Job(text, find_paragraphs(text), ()) for text in texts], 8)


def words_of(docs: list[str]) -> Counter[str]:
    return Counter(word for doc in docs for word in doc.split())


LONG = "who had run the harbour for so long that nobody could remember anybody before"


def test_a_name_is_looked_up_twice_a_text(nlp: Language, seen: Seen) -> None:
    text = f"Okafor , {LONG} , left.\n\n" * 5
    parsed(nlp, text, text)
    assert words_of(seen["parser"])["Okafor"] == 10
    assert words_of(seen["ner"])["Okafor"] == 4


def test_a_name_is_looked_up_with_the_words_around_it(nlp: Language, seen: Seen) -> None:
    parsed(nlp, f"Ann Okafor, {LONG}, left the town of Port Selby in May.")
    assert seen["ner"] == ["Ann Okafor, who had run ", "left the town of Port Selby in May."]


def test_names_that_need_no_recogniser_are_not_looked_up(nlp: Language, seen: Seen) -> None:
    text = f"Ann Okafor , {LONG} , met Kim ."
    parse_texts(nlp, [Job(text, find_paragraphs(text), (), lambda name: name != ["Kim"])], 8)
    assert words_of(seen["ner"])["Okafor"] == 1
    assert not words_of(seen["ner"])["Kim"]


def test_where_nobody_is_named_nothing_is_looked_up(nlp: Language, seen: Seen) -> None:
    parsed(nlp, "It rained all day, and the pier was shut.")
    assert not seen["ner"]
    assert seen["parser"]


def test_names_far_apart_are_at_their_places(nlp: Language) -> None:
    [[parse]] = parsed(nlp, f"Yesterday Ann Okafor, {LONG}, went to London.")
    assert [(" ".join(parse.text[first:last]), label) for first, last, label in parse.names] == [
        ("Ann Okafor", "PERSON"),
        ("London", "GPE"),
    ]


def test_a_word_in_its_place_is_worked_out_once(nlp: Language, seen: Seen) -> None:
    parsed(nlp, "The pier creaked.", "The pier creaked.\n\nThe pier creaked.")
    once = words_of(seen["lemmatizer"])
    parsed(nlp, "The pier creaked.")
    assert words_of(seen["lemmatizer"]) == once
    assert once["creaked"] <= 1


def test_words_are_what_the_pipeline_says(nlp: Language) -> None:
    text = "Kim's ships weren't built in the docks that she'd left; two of them had sunk."
    [[parse]] = parsed(nlp, text)
    doc = nlp(text)
    assert [*parse.lemma] == [token.lemma_.lower() for token in doc]
    assert [*parse.pos] == [token.pos_ for token in doc]
    assert [*parse.tag] == [token.tag_ for token in doc]
    assert [*parse.dep] == [token.dep_ for token in doc]


def test_known_words_do_not_grow_without_bound(
    nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quotekit.document.words.WORDS_KEPT", 3)
    words = Words(nlp.vocab)
    for text in ("The pier creaked all night.", "It was shut."):
        doc = nlp(text)
        [found] = words.of([doc])
        assert [word.lemma for word in found] == [token.lemma_ for token in doc]
    assert len(words._known) == 4


@Language.component("nameless")
def nameless(doc: Doc) -> Doc:
    return doc


def pipeline(*factories: str) -> Language:
    nlp = spacy.blank("en")
    for factory in factories:
        nlp.add_pipe(factory)
    return nlp


@pytest.mark.parametrize(
    ("factories", "parsing", "by_word", "naming"),
    [
        ("tagger parser", "tagger parser", "", ""),
        ("tagger parser ner", "tagger parser", "", "ner"),
        ("tagger parser textcat", "tagger parser", "", ""),
        ("tagger parser attribute_ruler lemmatizer ner", "tagger parser", "attribute_ruler lemmatizer", "ner"),
        ("tagger attribute_ruler parser lemmatizer", "tagger attribute_ruler parser", "lemmatizer", ""),
        ("tagger parser morphologizer lemmatizer", "tagger parser morphologizer", "lemmatizer", ""),
        ("tagger parser lemmatizer nameless", "tagger parser lemmatizer nameless", "", ""),
        ("sentencizer tagger parser", "sentencizer tagger parser", "", ""),
        ("tagger parser ner entity_ruler", "tagger parser ner entity_ruler", "", ""),
    ],
)  # fmt: skip
def test_what_runs(factories: str, parsing: str, by_word: str, naming: str) -> None:
    nlp = pipeline(*factories.split())
    components = Components.of(nlp)
    chosen = (components.parsing, components.by_word, components.naming)
    names = {id(component): name for name, component in nlp.pipeline}
    assert [" ".join(names[id(c)] for c in each) for each in chosen] == [parsing, by_word, naming]


def test_a_recogniser_that_shares_a_layer_sees_all() -> None:
    nlp = pipeline("tok2vec", "tagger", "parser")
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}
    nlp.add_pipe("ner", config={"model": {"tok2vec": listener}})
    assert nlp.get_pipe("ner") in Components.of(nlp).parsing

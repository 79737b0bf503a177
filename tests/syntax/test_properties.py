"""What holds for every parse: a parser may call anything anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import event, given
from hypothesis import strategies as st
from records import check
from spacy.tokens import Doc

from quotekit import QuoteKit

if TYPE_CHECKING:
    from spacy.language import Language

TAGGED = [
    "said VBD VERB", "say VB VERB", "told VBD VERB", "declined VBD VERB", "opposes VBZ VERB",
    "praised VBD VERB", "praised VBN VERB", "made VBD VERB", "called VBD VERB", "accused VBD VERB",
    "according VBG VERB", "seems VBZ VERB", "is VBZ AUX", "was VBD AUX", "would MD AUX",
    "criticism NN NOUN", "statement NN NOUN", "support NN NOUN", "number NN NOUN",
    "countries NNS NOUN", "critical JJ ADJ", "such JJ ADJ", "old JJ ADJ", "to IN ADP", "to TO PART",
    "of IN ADP", "by IN ADP", "as IN ADP", "in IN ADP", "against IN ADP", "including VBG VERB",
    "that IN SCONJ", "that WDT PRON", "whether IN SCONJ", "who WP PRON", "Lee NNP PROPN",
    "Ann NNP PROPN", "Okafor NNP PROPN", "Trust NNP PROPN", "he PRP PRON", "they PRP PRON",
    "it PRP PRON", "I PRP PRON", "his PRP$ PRON", "reportedly RB ADV", "not RB PART", "no DT DET",
    "the DT DET", "a DT DET", "and CC CCONJ", ", , PUNCT", ". . PUNCT", "? . PUNCT", ": : PUNCT",
    "“ `` PUNCT", "” '' PUNCT", '" `` PUNCT', "— : PUNCT", "( -LRB- PUNCT", "'s POS PART",
]  # fmt: skip
TAGS = ["NN", "NNS", "NNP", "VB", "VBD", "VBG", "VBN", "VBZ", "JJ", "IN", "TO", "MD", ""]
POS = ["NOUN", "PROPN", "PRON", "VERB", "AUX", "ADJ", "ADP", "SCONJ", "DET", "SPACE", "X", ""]
DEPS = [
    "nsubj", "nsubjpass", "dobj", "dative", "pobj", "prep", "pcomp", "ccomp", "xcomp", "advcl",
    "acl", "relcl", "conj", "cc", "appos", "poss", "compound", "amod", "aux", "auxpass", "neg",
    "mark", "attr", "acomp", "oprd", "agent", "prt", "advmod", "det", "punct", "parataxis", "dep",
    "csubj", "csubjpass", "expl", "npadvmod", "nmod", "case", "intj", "ROOT", "",
]  # fmt: skip
LABELS = ["PERSON", "ORG", "GPE", "NORP", "DATE", "WORK_OF_ART"]
LEMMAS = {"said": "say", "told": "tell", "declined": "decline", "opposes": "oppose", "made": "make",
          "praised": "praise", "called": "call", "accused": "accuse", "countries": "country"}  # fmt: skip

right = st.sampled_from(TAGGED).map(lambda entry: tuple(entry.split(" ")))
wrong = st.tuples(right, st.sampled_from(TAGS), st.sampled_from(POS)).map(
    lambda drawn: (drawn[0][0], drawn[1], drawn[2])
)


@st.composite
def docs(draw: st.DrawFn, nlp: Language) -> Doc:
    """Words with a tree, names and, now and then, tags that no parser would give them."""
    tokens = draw(st.lists(st.one_of(right, right, right, wrong), min_size=8, max_size=25))
    words, tags, pos = map(list, zip(*tokens, strict=True))
    rows = range(len(words))
    order = draw(st.permutations(rows))
    heads = {order[0]: order[0]}
    for number, row in enumerate(order[1:], start=1):
        nearest = sorted(order[:number], key=lambda above: abs(above - row))
        heads[row] = draw(st.sampled_from(nearest[:4]))
    return Doc(
        nlp.vocab,
        words=words,
        spaces=[draw(st.booleans()) or word.isalpha() for word in words],
        tags=tags,
        pos=pos,
        deps=[draw(st.sampled_from(DEPS)) for _ in rows],
        heads=[heads[row] for row in rows],
        lemmas=[LEMMAS.get(word, word.lower()) for word in words],
        ents=[f"B-{draw(st.sampled_from(LABELS))}" if tag == "NNP" else "O" for tag in tags],
    )


@given(data=st.data())
def test_any_parse(kit: QuoteKit, nlp: Language, data: st.DataObject) -> None:
    doc = data.draw(docs(nlp))
    analysis = kit.analyze(doc)
    event(f"quotations: {min(len(analysis.quotes), 2)}")
    event(f"stances: {min(len(analysis.stances), 2)}")
    check(doc.text, analysis)


def chain(nlp: Language, words: list[str], tags: str, pos: str, dep: str) -> Doc:
    """Each word hangs on the one before it."""
    size = len(words)
    return Doc(
        nlp.vocab, words=words, tags=[tags] * size, pos=[pos] * size, deps=["ROOT", *[dep] * (size - 1)],
        heads=[max(0, row - 1) for row in range(size)], lemmas=words,
    )  # fmt: skip


@pytest.mark.parametrize("dep", ["conj", "prep", "xcomp", "ccomp", "relcl", "appos", "compound"])
@pytest.mark.parametrize(
    ("word", "tag", "pos"),
    [
        ("praised", "VBN", "VERB"),
        ("Lee", "NNP", "PROPN"),
        ("critical", "JJ", "ADJ"),
        ("criticism", "NN", "NOUN"),
        ("of", "IN", "ADP"),
    ],
)
def test_a_deep_tree(kit: QuoteKit, nlp: Language, word: str, tag: str, pos: str, dep: str) -> None:
    doc = chain(nlp, [word] * 1050, tag, pos, dep)
    check(doc.text, kit.analyze(doc))

"""Equal words are embedded once, and nothing else changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import spacy
from spacy.ml.models import CharacterEmbed, MaxoutWindowEncoder, MultiHashEmbed, build_Tok2Vec_model
from thinc.api import Model

from quotekit.document import installed_model
from quotekit.document.embedding import embedding_once

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

TEXTS = ["The pier, the ferry and the pier are shut.", "Shut the pier!", "", "the"]
Layer = Model[Any, Any]
EMBEDS: dict[str, Callable[[], Layer]] = {
    "words": partial(MultiHashEmbed, 24, ["NORM", "SHAPE", "SPACY"], [100, 50, 10], False),
    "one attribute": partial(MultiHashEmbed, 24, ["ORTH"], [100], False),
    "characters": partial(CharacterEmbed, 24, 100, 4, 4, False),
}


def with_vectors(embed: Callable[[], Layer]) -> Language:
    """A pipeline that gives the words random vectors."""
    nlp = spacy.blank("en")
    encode = MaxoutWindowEncoder(24, 1, 2, 2)
    nlp.add_pipe("tok2vec").model = build_Tok2Vec_model(embed(), encode)
    nlp.initialize()
    return nlp


def vectors(nlp: Language, docs: list[Doc]) -> list[Any]:
    return [doc.tensor for doc in nlp.pipe(docs)]


@pytest.mark.parametrize("embed", EMBEDS.values(), ids=EMBEDS)
def test_vectors_are_the_same_to_the_bit(embed: Callable[[], Layer]) -> None:
    nlp = with_vectors(embed)
    before = vectors(nlp, [nlp.make_doc(text) for text in TEXTS])
    after = vectors(embedding_once(nlp), [nlp.make_doc(text) for text in TEXTS])
    assert all(map(np.array_equal, before, after))


@pytest.mark.parametrize("name", ["tok2vec", "ner"])
def test_those_of_the_installed_model_too(nlp: Language, name: str) -> None:
    own = spacy.load(installed_model())
    docs = [own.make_doc(text) for text in TEXTS]
    plain, ours = (
        (model.get_ref("tok2vec") if name == "ner" else model).predict(docs)
        for model in (own.get_pipe(name).model, nlp.get_pipe(name).model)
    )
    assert all(map(np.array_equal, plain, ours))


def test_a_word_is_embedded_once_a_batch() -> None:
    nlp = embedding_once(with_vectors(EMBEDS["words"]))
    [once] = [node for node in nlp.get_pipe("tok2vec").model.walk() if node.name == "once"]
    [layer], seen = once.layers, []

    def noted(_: Layer, rows: Any, is_train: bool) -> Any:
        seen.append(len(rows))
        return layer(rows, is_train)

    once.layers[:] = [Model("noted", noted)]
    docs = [nlp.make_doc(text) for text in TEXTS]
    list(nlp.pipe(docs))
    assert seen == [
        len({(word.norm_, word.shape_, word.whitespace_) for doc in docs for word in doc})
    ]

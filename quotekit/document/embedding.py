"""Equal words are embedded once in a batch.

The lowest layers of a spaCy model see each token by itself, so that equal tokens have equal
vectors, and of ten thousand tokens of news only one in four is new. What comes out is the same to
the bit.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from thinc.api import Model, chain, with_array

if TYPE_CHECKING:
    from spacy.language import Language

    Layer = Model[Any, Any]
    Backward = Callable[[Any], Any]

EMBEDDING = frozenset({"hashembed", "maxout"})
BY_WORD = frozenset({"ints-getitem", "layernorm", "dropout"}) | EMBEDDING
"""The layers that see a token by itself."""
FACTOR = 0x9E3779B97F4A7C15
"""Odd, so that its powers tell the attributes of a token apart."""


def embedding_once(nlp: Language) -> Language:
    """The pipeline, changed so that its models embed equal words once; models of another make than
    spaCy's own stay as they are."""
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if isinstance(model, Model):
            for node in [*model.walk()]:
                _embed_once(node.layers)
    return nlp


def _embed_once(layers: list[Layer]) -> None:
    """Put one layer in place of those between the attributes of the tokens and their vectors."""
    names = [layer.name for layer in layers]
    if "list2ragged" not in names:
        return
    first = names.index("list2ragged") + 1
    embedding = [*takewhile(lambda layer: _kinds(layer) <= BY_WORD, layers[first:])]
    if EMBEDDING.issubset(kind for layer in embedding for kind in _kinds(layer)):
        inner = reduce(chain, (layer.layers[0] for layer in embedding))
        layers[first : first + len(embedding)] = [with_array(_once(inner))]


def _kinds(layer: Layer) -> set[str]:
    return {node.name for node in layer.walk() if not node.layers}


def _once(layer: Layer) -> Layer:
    """The layer, shown each row of its input once."""
    return Model("once", _forward, layers=[layer])


def _forward(model: Layer, rows: Any, is_train: bool) -> tuple[Any, Backward]:
    [layer] = model.layers
    if is_train:
        return layer(rows, is_train)
    xp = model.ops.xp
    factors = [pow(FACTOR, power, 2**64) for power in range(rows.shape[1])]
    numbers = (rows * xp.array(factors, dtype="uint64")).sum(axis=1)
    _, first, again = xp.unique(numbers, return_index=True, return_inverse=True)
    return layer.predict(rows[first])[again], lambda gradient: gradient

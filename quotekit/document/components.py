"""Which components of a pipeline are run, and what is given to each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from attrs import frozen

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    Component = Any

READ = frozenset(
    {
        "doc.tensor",
        "doc._.trf_data",
        "doc.sents",
        "token.is_sent_start",
        "token.tag",
        "token.pos",
        "token.morph",
        "token.lemma",
        "token.dep",
        "token.head",
        "doc.ents",
    }
)
"""What quotekit or a component that it needs reads, in the terms of spaCy's metadata."""
BY_WORD = frozenset({"attribute_ruler", "lemmatizer"})
"""Factories of components that look at one word at a time, its tag and its label."""


@frozen
class Components:
    """The components of a pipeline that quotekit needs, each kind in the pipeline's order."""

    parsing: Sequence[Component]
    """They see every paragraph."""
    by_word: Sequence[Component]
    """They see each word form once."""
    naming: Sequence[Component]
    """They see the surroundings of new names."""

    @classmethod
    def of(cls, nlp: Language) -> Components:
        """Left out is what declares that it assigns something else, as a text classifier does.

        A component by the word has to see every paragraph all the same where one that is not comes
        after it and may read what it wrote.
        """
        parsing: list[Component] = []
        by_word: list[Component] = []
        namer = _independent_namer(nlp)
        for name, component in nlp.pipeline:
            meta = nlp.get_pipe_meta(name)
            if meta.factory in BY_WORD:
                by_word.append(component)
            elif name != namer and (not meta.assigns or not READ.isdisjoint(meta.assigns)):
                parsing += [*by_word, component]
                by_word = []
        return cls(parsing, by_word, [nlp.get_pipe(namer)] if namer is not None else [])


def _independent_namer(nlp: Language) -> str | None:
    """The entity recogniser, where it is the only one and has layers of its own beneath it: it
    costs as much as all other components together."""
    namers = [name for name in nlp.pipe_names if "doc.ents" in nlp.get_pipe_meta(name).assigns]
    if len(namers) != 1 or nlp.get_pipe_meta(namers[0]).factory != "ner":
        return None
    shared = (getattr(component, "listening_components", ()) for _, component in nlp.pipeline)
    return None if any(namers[0] in listening for listening in shared) else namers[0]


def run(components: Iterable[Component], docs: Sequence[Doc]) -> None:
    """Let the components annotate the Docs, all of them in one go."""
    for component in components:
        if hasattr(component, "pipe"):
            docs = list(component.pipe(docs, batch_size=len(docs)))
        else:
            docs = list(map(component, docs))

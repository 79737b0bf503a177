"""One text on its way through the stages, before the public records are built."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from attrs import frozen

from quotekit.document import Parse, parse_doc, parse_texts
from quotekit.lexicon import Lexicon
from quotekit.marks import Passage, Turn, find_paragraphs, find_passages, find_turns
from quotekit.quotes import FoundQuote, find_quotes
from quotekit.speakers import Cast, identify
from quotekit.stances import wanted_by
from quotekit.syntax import Paragraph, read_paragraph

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    Clusters = Sequence[Sequence[tuple[int, int]]]
    Coref = Callable[[Any], Clusters]


@frozen(eq=False)
class Reading:
    """What all stages up to the speakers have read from one text."""

    text: str
    paragraphs: list[Paragraph]
    quotes: list[FoundQuote]
    cast: Cast


def read_texts(
    nlp: Language, texts: Iterable[str], lexicon: Lexicon, coref: Coref | None, batch_size: int
) -> Iterator[Reading]:
    """The readings of many texts, in order; their paragraphs share spaCy's batches."""
    marked: list[tuple[str, list[Passage], list[Turn]]] = []

    def jobs() -> Iterator[tuple[str, list[tuple[int, int]], list[Passage]]]:
        for text in texts:
            paragraphs = find_paragraphs(text)
            passages = find_passages(text, paragraphs)
            marked.append((text, passages, find_turns(text, paragraphs)))
            yield text, paragraphs, passages

    for parses in parse_texts(nlp, jobs(), batch_size):
        text, passages, turns = marked.pop(0)
        clusters = coref(nlp(text)) if coref is not None else ()
        yield _read(text, parses, passages, turns, lexicon, clusters)


def read_doc(doc: Doc, lexicon: Lexicon, coref: Coref | None) -> Reading:
    """The reading of a text that somebody else has parsed."""
    text = doc.text
    paragraphs = find_paragraphs(text)
    passages, turns = find_passages(text, paragraphs), find_turns(text, paragraphs)
    clusters = coref(doc) if coref is not None else ()
    return _read(text, parse_doc(doc, paragraphs), passages, turns, lexicon, clusters)


def _read(
    text: str,
    parses: Sequence[Parse],
    passages: Sequence[Passage],
    turns: Sequence[Turn],
    lexicon: Lexicon,
    clusters: Clusters,
) -> Reading:
    wanted = wanted_by(lexicon)
    paragraphs = [read_paragraph(parse, wanted) for parse in parses]
    quotes = find_quotes(text, paragraphs, passages, turns, lexicon)
    cast = identify(text, paragraphs, quotes, passages, turns, clusters)
    return Reading(text, paragraphs, quotes, cast)

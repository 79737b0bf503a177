"""One text on its way through the stages, before the public records are built."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from attrs import frozen

from quotekit.document import Parse, holding, parse_doc, parse_texts
from quotekit.errors import InvalidInput
from quotekit.lexicon import Lexicon
from quotekit.marks import (
    Passage,
    Turn,
    find_paragraphs,
    find_passages,
    find_pieces,
    find_turns,
    plain,
)
from quotekit.quotes import FoundQuote, find_quotes
from quotekit.speakers import Cast, identify
from quotekit.stances import wanted_by
from quotekit.syntax import Paragraph, read_paragraph

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    Clusters = Sequence[Sequence[tuple[int, int]]]
    Coref = Callable[[Any], Clusters]

PARAGRAPHS_AT_ONCE = 64
"""As many as the parser takes in one go."""


@frozen(eq=False)
class Reading:
    """What all stages up to the speakers have read from one text."""

    text: str
    """As it was given."""
    plain: str
    """In its own words, one character for one: what the stages read."""
    paragraphs: list[Paragraph]
    quotes: list[FoundQuote]
    cast: Cast


def read_texts(
    nlp: Language, texts: Sequence[str], lexicon: Lexicon, coref: Coref | None
) -> Iterator[Reading]:
    """The readings of a batch of texts, in order, all of it parsed before the first comes out."""
    words = [plain(text) for text in texts]
    paragraphs = [find_paragraphs(text) for text in words]
    passages = [find_passages(text, found) for text, found in zip(words, paragraphs, strict=True)]
    pieces = map(find_pieces, words, paragraphs, passages)
    jobs = zip(words, pieces, passages, strict=True)
    parsed = parse_texts(nlp, jobs, PARAGRAPHS_AT_ONCE)
    for text, own, found, marked, parses in zip(
        texts, words, paragraphs, passages, parsed, strict=True
    ):
        clusters = _clusters(nlp, text, coref)
        turns = find_turns(own, found)
        yield _read(text, own, parses, marked, turns, lexicon, clusters)


def _clusters(nlp: Language, text: str, coref: Coref | None) -> Clusters:
    if coref is None:
        return ()
    with holding(nlp):
        doc = nlp(text)
    return coref(doc)


def read_doc(doc: Doc, lexicon: Lexicon, coref: Coref | None) -> Reading:
    """The reading of a text that somebody else has parsed."""
    missing = [layer for layer in ("TAG", "DEP") if not doc.has_annotation(layer)]
    if missing and doc.text.strip():
        raise InvalidInput(
            f"the Doc has no {' and no '.join(missing)}: run an English pipeline with a tagger and "
            "a parser on it first, or give its text instead"
        )
    own = plain(doc.text)
    paragraphs = find_paragraphs(own)
    passages, turns = find_passages(own, paragraphs), find_turns(own, paragraphs)
    clusters = coref(doc) if coref is not None else ()
    parses = parse_doc(doc, paragraphs)
    return _read(doc.text, own, parses, passages, turns, lexicon, clusters)


def _read(
    given: str,
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
    return Reading(given, text, paragraphs, quotes, cast)

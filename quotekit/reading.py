"""One text on its way through the stages, before the public records are built."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from attrs import frozen

from quotekit.document import Given, Job, holding, parse_texts
from quotekit.errors import InvalidInput
from quotekit.lexicon import Lexicon
from quotekit.quotes import FoundQuote, find_quotes
from quotekit.scope import Marked, Scope
from quotekit.speakers import Cast, identify
from quotekit.syntax import Paragraph, read_paragraph, skim_paragraphs

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    Clusters = Sequence[Sequence[tuple[int, int]]]
    Coref = Callable[[Any], Clusters]

PARAGRAPHS_AT_ONCE = 256
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
    texts: Sequence[str], lexicon: Lexicon, coref: Coref | None, scope: Scope, nlp: Language
) -> Iterator[Reading]:
    """The readings of a batch of texts, in order, all of it parsed before the first comes out."""
    marked = [Marked.of(text) for text in texts]
    parts = [scope.part(each) for each in marked]
    jobs = [
        Job(each.plain, [each.pieces[n] for n in part.pieces], each.passages, part.asked)
        for each, part in zip(marked, parts, strict=True)
    ]
    wanted = scope.wanted(lexicon)
    parsed = parse_texts(nlp, jobs, PARAGRAPHS_AT_ONCE)
    for each, part, parses in zip(marked, parts, parsed, strict=True):
        read = {n: read_paragraph(p, wanted) for n, p in zip(part.pieces, parses, strict=True)}
        rest = [n for n in range(len(each.pieces)) if n not in read]
        read |= zip(rest, skim_paragraphs(each.plain, [each.pieces[n] for n in rest]), strict=True)
        paragraphs = [read[number] for number in range(len(read))]
        yield _read(each, paragraphs, lexicon, _clusters(nlp, each.given, coref))


def read_doc(doc: Doc, lexicon: Lexicon, coref: Coref | None, scope: Scope) -> Reading:
    """The reading of a text that somebody else has parsed."""
    missing = [layer for layer in ("TAG", "DEP") if not doc.has_annotation(layer)]
    if missing and doc.text.strip():
        raise InvalidInput(
            f"the Doc has no {' and no '.join(missing)}: run an English pipeline with a tagger and "
            "a parser on it first, or give its text instead"
        )
    given, wanted = Given.of(doc), scope.wanted(lexicon)
    marked = Marked.of(given.text)
    paragraphs = [read_paragraph(parse, wanted) for parse in given.parses(marked.paragraphs)]
    return _read(marked, paragraphs, lexicon, coref(doc) if coref is not None else ())


def _read(
    marked: Marked, paragraphs: list[Paragraph], lexicon: Lexicon, clusters: Clusters
) -> Reading:
    text, passages, turns = marked.plain, marked.passages, marked.turns
    quotes = find_quotes(text, paragraphs, passages, turns, lexicon)
    cast = identify(text, paragraphs, quotes, passages, turns, clusters)
    return Reading(marked.given, text, paragraphs, quotes, cast)


def _clusters(nlp: Language, text: str, coref: Coref | None) -> Clusters:
    if coref is None:
        return ()
    with holding(nlp):
        doc = nlp(text)
    return coref(doc)

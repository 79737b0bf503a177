"""The systems that are compared: each takes texts and finds attributions in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from quotekit import Quote, QuoteKit, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

Found = dict[str, Any]
"""One attribution: ``content``, ``cue`` and ``source``, each as ranges [start, end];
quotekit's have their ``rule`` and the name of the ``speaker`` too."""

PARAGRAPH = re.compile(r"[^\n]+")


def quotekit(texts: Iterable[str], kit: QuoteKit) -> Iterator[list[Found]]:
    """quotekit's quotations but those within another: the corpora annotate the outermost only."""
    for analysis in kit.pipe(texts):
        yield [_found(quote) for quote in _outermost(analysis.quotes)]


def textacy_whole(texts: Iterable[str], nlp: Language) -> Iterator[list[Found]]:
    """textacy's direct quotations, each text as a whole."""
    return map(_direct_quotations, nlp.pipe(texts))


def textacy_by_paragraph(texts: Iterable[str], nlp: Language) -> Iterator[list[Found]]:
    """textacy's direct quotations, each paragraph by itself."""
    for text in texts:
        paragraphs = list(PARAGRAPH.finditer(text))
        docs = nlp.pipe(paragraph.group() for paragraph in paragraphs)
        yield [
            quotation
            for paragraph, doc in zip(paragraphs, docs, strict=True)
            for quotation in _direct_quotations(doc, paragraph.start())
        ]


def _direct_quotations(doc: Doc, offset: int = 0) -> list[Found]:
    """None where textacy refuses the text: it does so for an odd number of marks."""
    from textacy.extract.triples import direct_quotations

    try:
        triples = list(direct_quotations(doc))
    except ValueError:
        return []
    return [
        {
            "content": [[offset + content.start_char, offset + content.end_char]],
            "cue": _ranges(cue, offset),
            "source": _ranges(speaker, offset),
        }
        for speaker, cue, content in triples
    ]


def _ranges(tokens: Iterable[Token], offset: int) -> list[list[int]]:
    return [[offset + token.idx, offset + token.idx + len(token)] for token in tokens]


def _outermost(quotes: Sequence[Quote]) -> Iterator[Quote]:
    """Of a quotation and those within it only the outer one, which comes first."""
    around: list[Quote] = []
    for quote in quotes:
        around = [outer for outer in around if outer.end >= quote.end]
        if not any(_holds(outer, quote) for outer in around):
            around.append(quote)
            yield quote


def _holds(outer: Quote, inner: Quote) -> bool:
    return _size(inner) < _size(outer) and all(
        any(o.start <= i.start and i.end <= o.end for o in outer.content) for i in inner.content
    )


def _size(quote: Quote) -> int:
    return sum(piece.end - piece.start for piece in quote.content)


def _found(quote: Quote) -> Found:
    return {
        "content": [_range(piece) for piece in quote.content],
        "cue": [_range(quote.cue)] if quote.cue is not None else [],
        "source": [_range(quote.speaker.span)] if quote.speaker is not None else [],
        "rule": quote.rule,
        "speaker": quote.speaker.name if quote.speaker is not None else None,
    }


def _range(span: Span) -> list[int]:
    return [span.start, span.end]

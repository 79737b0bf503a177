"""The systems that are compared: each takes texts and gives ranges of characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from quotekit import Act, Analysis, Mention, Quote, QuoteKind, QuoteKit, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

Found = dict[str, list[list[int]]]
"""One attribution: ``content``, ``cue`` and ``source``, each as ranges [start, end]."""

PARAGRAPH = re.compile(r"[^\n]+")


def quotekit(
    texts: Iterable[str],
    kinds: Collection[QuoteKind],
    acts: Collection[Act],
    model: str | None = None,
) -> Iterator[list[Found]]:
    """quotekit's quotations, without those that lie within another: corpora annotate the outer one."""
    kit = QuoteKit(model=model, kinds=kinds, acts=acts)
    for analysis in kit.pipe(texts):
        yield [_found(quote) for quote in _outermost(analysis)]


def textacy_whole(texts: Iterable[str], nlp: Language) -> Iterator[list[Found]]:
    """textacy's direct quotations of each text as a whole."""
    return map(_textacy, nlp.pipe(texts))


def textacy_by_paragraph(texts: Iterable[str], nlp: Language) -> Iterator[list[Found]]:
    """textacy's direct quotations of each paragraph by itself.

    An odd mark then costs it one paragraph, not the whole article.
    """
    for text in texts:
        found = []
        for paragraph in PARAGRAPH.finditer(text):
            found += _textacy(nlp(paragraph.group()), paragraph.start())
        yield found


def _textacy(doc: Doc, offset: int = 0) -> list[Found]:
    from textacy.extract import direct_quotations

    try:
        triples = list(direct_quotations(doc))
    except ValueError:  # it refuses a text with an odd number of marks
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


def _outermost(analysis: Analysis) -> list[Quote]:
    """An embedded quotation comes after the one that holds it."""
    outer: list[Quote] = []
    for quote in analysis.quotes:
        ...
    return outer

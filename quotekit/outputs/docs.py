"""Analyses in spaCy Docs: spans to look at, and plain values to rebuild the records from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotekit.errors import InvalidInput
from quotekit.outputs.data import from_data, to_data
from quotekit.records import Analysis, Quote, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as DocSpan

KEY = "quotekit"
"""In ``doc.user_data``, and in ``doc.spans`` where the user wants no other."""


def to_doc(analysis: Analysis, nlp: Language) -> Doc:
    """A Doc of the text, tokenized only, with what was found in it."""
    doc = nlp.tokenizer(analysis.text)
    write(analysis, doc, KEY)
    return doc


def write(analysis: Analysis, doc: Doc, spans_key: str) -> None:
    """Records would not survive `Doc.to_bytes`, so their data is kept."""
    data = to_data(analysis)
    del data["text"]
    doc.user_data[KEY] = data
    doc.spans[spans_key] = list(_spans(analysis, doc))


def kept(doc: Doc) -> Analysis:
    """The analysis that was written into a Doc."""
    if KEY not in doc.user_data:
        raise InvalidInput(
            'this Doc holds no quotations: run a pipeline with the component "quotekit" on it, and '
            "store Docs with their user data: DocBin(store_user_data=True)"
        )
    return from_data({**doc.user_data[KEY], "text": doc.text})


def _spans(analysis: Analysis, doc: Doc) -> Iterator[DocSpan]:
    """Grown to whole tokens; those of one quotation share an id."""
    for number, quote in enumerate(analysis.quotes):
        for place, label in _labelled(quote):
            span = doc.char_span(
                place.start, place.end, label, span_id=f"quote-{number}", alignment_mode="expand"
            )
            if span is not None:
                yield span


def _labelled(quote: Quote) -> Iterator[tuple[Span, str]]:
    for piece in quote.content:
        yield piece, quote.kind.value
    if quote.cue is not None:
        yield quote.cue, "cue"
    for mention, label in ((quote.speaker, "speaker"), (quote.addressee, "addressee")):
        if mention is not None:
            yield mention.span, label

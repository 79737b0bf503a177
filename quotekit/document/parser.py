"""Parse paragraphs with spaCy, marks and odd spaces kept out of the parser's way."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from quotekit.document.memory import forgetting
from quotekit.document.parse import Parse, parses

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from quotekit.marks import Passage

    Range = tuple[int, int]
    Job = tuple[str, Sequence[Range], Sequence[Passage]]

DIRECTION_MARKS = (
    "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
SURROGATES = range(0xD800, 0xE000)
SEEN_AS = str.maketrans(
    dict.fromkeys(SURROGATES, "?")
    | dict.fromkeys(DIRECTION_MARKS, " ")
    | {"’": "'"}
    | dict.fromkeys("\n\r\t\x0b\x0c\x85\xa0\u2028\u2029\u202f\u2009\u200a\u3000", " ")
)
"""What the parser sees in place of odd characters, one for one so that offsets stay true."""
NO_WORD = re.compile(r"\S{200,}|[\W_]{100,}")
"""Encoded data, rules of dots: no words, and tokenisers take quadratic time over them. The parser
sees blanks."""

TOKENS_AT_ONCE = 10_000
"""A batch that has reached this many takes no further paragraph."""


def parse_texts(nlp: Language, jobs: Iterable[Job], batch_size: int) -> list[list[Parse]]:
    """The parses of each text's paragraphs; paragraphs of many texts share spaCy's batches."""
    jobs = list(jobs)
    with forgetting(nlp):
        tokenized = (
            _tokenized(nlp, text, paragraph, own)
            for text, paragraphs, passages in jobs
            for paragraph, own in _with_passages(paragraphs, passages)
        )
        docs = (
            doc
            for batch in _batches(tokenized, batch_size)
            for doc in nlp.pipe(batch, batch_size=batch_size)
        )
        return [
            [_columns(next(docs), text, start) for start, _ in paragraphs]
            for text, paragraphs, _ in jobs
        ]


def _batches(docs: Iterable[Doc], most: int) -> Iterator[list[Doc]]:
    """What the parser takes in one go, so that its memory is bounded."""
    batch: list[Doc] = []
    tokens = 0
    for doc in docs:
        batch.append(doc)
        tokens += len(doc)
        if len(batch) == most or tokens >= TOKENS_AT_ONCE:
            yield batch
            batch, tokens = [], 0
    if batch:
        yield batch


def _columns(doc: Doc, text: str, offset: int) -> Parse:
    [columns] = parses(doc, text, offset, [(0, len(doc))])
    return columns


def parse_doc(doc: Doc, paragraphs: Sequence[Range]) -> list[Parse]:
    """The columns of a Doc that somebody else has parsed, a paragraph each."""
    starts = [token.idx for token in doc]
    ranges = [(bisect_left(starts, start), bisect_left(starts, end)) for start, end in paragraphs]
    return parses(doc, doc.text, 0, ranges)


def _with_passages(
    paragraphs: Sequence[Range], passages: Sequence[Passage]
) -> Iterator[tuple[Range, Sequence[Passage]]]:
    """Each paragraph with the passages that stand in it."""
    at = 0
    for start, end in paragraphs:
        first = at
        while at < len(passages) and passages[at].outer_start < end:
            at += 1
        yield (start, end), passages[first:at]


def _tokenized(nlp: Language, text: str, paragraph: Range, passages: Sequence[Passage]) -> Doc:
    """Tokens cut at quotation marks, and no sentence border between a quotation and its
    attribution."""
    from spacy.tokens import Doc

    start, end = paragraph
    seen = text[start:end].translate(SEEN_AS)
    doc = nlp.make_doc(NO_WORD.sub(lambda run: " " * len(run[0]), seen))
    borders = _borders(text, passages, start)
    if not borders:
        return doc
    cut = _cut_at([(t.idx, t.idx + len(t), bool(t.whitespace_)) for t in doc], borders)
    if len(cut) > len(doc):
        words = [doc.text[a:b] for a, b, _ in cut]
        doc = Doc(nlp.vocab, words=words, spaces=[space for *_, space in cut])
    rows = {first: row for row, (first, *_) in enumerate(cut)}
    for passage in passages:
        closing = rows.get(passage.end - start)
        if passage.closed and closing is not None:
            _join_attribution(doc, closing)
    return doc


def _borders(text: str, passages: Sequence[Passage], start: int) -> list[int]:
    """Where tokens must be cut: on both sides of every mark of the paragraph."""
    places = {
        place - start
        for p in passages
        for place in (*_lead(text, p.outer_start), p.outer_start, p.start, p.end, p.outer_end)
    }
    return sorted(places)


def _lead(text: str, mark: int) -> tuple[int, ...]:
    """*said**,**"There*: the comma before a mark is a token too."""
    return (mark - 1,) if text[mark - 1 : mark] in (",", ":") else ()


def _cut_at(tokens: list[tuple[int, int, bool]], borders: list[int]) -> list[tuple[int, int, bool]]:
    cut = []
    for start, end, space in tokens:
        inside = borders[bisect_left(borders, start + 1) : bisect_left(borders, end)]
        edges = [start, *inside, end]
        pairs = list(pairwise(edges))
        cut += [(a, b, space and b == end) for a, b in pairs]
    return cut


def _join_attribution(doc: Doc, closing: int) -> None:
    """*"So what?" said Lee.*: neither the closing mark nor *said* starts a sentence."""
    doc[closing].is_sent_start = closing == 0
    following = closing + 1
    if following < len(doc) and (doc[following].is_lower or doc[following].text == ","):
        doc[following].is_sent_start = False

"""Parse paragraphs with spaCy, a batch at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve, frozen

from quotekit.document.components import Components, run
from quotekit.document.memory import forgetting
from quotekit.document.names import find_names
from quotekit.document.parse import Parse, parses
from quotekit.document.tokens import tokenized
from quotekit.document.words import Words, words_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from quotekit.document.names import Asked
    from quotekit.marks import Passage

    Range = tuple[int, int]

TOKENS_AT_ONCE = 10_000
"""A batch that has reached this many takes no further paragraph."""


class Job(NamedTuple):
    """What of a text is to be parsed."""

    text: str
    paragraphs: Sequence[Range]
    passages: Sequence[Passage]
    asked: Asked = bool
    """Which names are looked up: all, unless told."""


@frozen(eq=False)
class Source:
    """One paragraph on its way through the pipeline."""

    doc: Doc
    starts: Sequence[int]
    ends: Sequence[int]
    """Where its tokens stand in the text."""
    text: str
    had: Counter[str]
    """The names that the text has had."""
    asked: Asked


def parse_texts(nlp: Language, jobs: Iterable[Job], batch_size: int) -> list[list[Parse]]:
    """The parses of each text's paragraphs; paragraphs of many texts share the batches."""
    jobs = list(jobs)
    with forgetting(nlp):
        components = Components.of(nlp)
        words = words_of(nlp, components.by_word)
        sources = (
            Source(*tokenized(nlp, job.text, paragraph, own), job.text, had, job.asked)
            for job in jobs
            for had in [Counter[str]()]
            for paragraph, own in _with_passages(job.paragraphs, job.passages)
        )
        found = chain.from_iterable(
            _parsed(batch, components, words) for batch in _batches(sources, batch_size)
        )
        return [list(islice(found, len(job.paragraphs))) for job in jobs]


def _parsed(batch: Sequence[Source], components: Components, words: Words) -> Iterator[Parse]:
    docs = [source.doc for source in batch]
    run(components.parsing, docs)
    read = words.of(docs)
    had, asked = [source.had for source in batch], [source.asked for source in batch]
    names = find_names(components.naming, docs, read, had, asked)
    for each, own, named in zip(batch, read, names, strict=True):
        whole = [(0, len(own))]
        [parse] = parses(each.doc, own, named, each.starts, each.ends, whole)
        given = [each.text[a:b] for a, b in zip(each.starts, each.ends, strict=True)]
        yield evolve(parse, text=given, word=[*map(str.lower, given)])


def _batches(sources: Iterable[Source], most: int) -> Iterator[list[Source]]:
    """What the parser takes in one go, so that its memory is bounded."""
    batch: list[Source] = []
    tokens = 0
    for source in sources:
        batch.append(source)
        tokens += len(source.starts)
        if len(batch) == most or tokens >= TOKENS_AT_ONCE:
            yield batch
            batch, tokens = [], 0
    if batch:
        yield batch


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

"""Docs that somebody else has parsed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from quotekit.document.names import entities
from quotekit.document.parse import Parse, parses
from quotekit.document.words import Word, words_in

if TYPE_CHECKING:
    from spacy.tokens import Doc


@frozen(eq=False)
class Given:
    """A Doc, its words looked up once."""

    doc: Doc
    words: Sequence[Word]

    @classmethod
    def of(cls, doc: Doc) -> Given:
        """With the words as they are known of earlier Docs."""
        [words] = words_in(doc.vocab).of([doc])
        return cls(doc, words)

    @property
    def text(self) -> str:
        """That of the Doc, without making a token for each word."""
        spaced = zip(self.words, self.doc.to_array("SPACY").tolist(), strict=True)
        return "".join([f"{word.form} " if space else word.form for word, space in spaced])

    def parses(self, paragraphs: Sequence[tuple[int, int]]) -> Iterator[Parse]:
        """The columns of the Doc, for each paragraph of its text."""
        first, size = self.doc.to_array(["IDX", "LENGTH"]).T
        starts, ends = first.tolist(), (first + size).tolist()
        ranges = [
            (bisect_right(ends, start), bisect_left(starts, end)) for start, end in paragraphs
        ]
        return parses(self.doc, self.words, entities(self.doc), starts, ends, ranges)

"""A parsed paragraph as a tree: children, edges, ranges of characters."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import chain, pairwise

from quotekit.document import Parse
from quotekit.syntax.records import Range
from quotekit.syntax.structure import Structure

OUTER_PUNCTUATION = frozenset(",.;:!?-–—―()[]\"“”'‘’«»`…") | {"``", "''", "--", "..."}
"""Tokens that belong to no phrase's edge."""
OPENING = frozenset('([“«"')
CLOSING = frozenset(')]”»"')
CLOSING_MARKS = frozenset({'"', "”", "'", "’", "''", ")"})
"""What may stand behind the end of a sentence, or end what somebody says."""
ASIDE = frozenset({",", "-", "–", "—", "--"})
NO_CHILDREN: list[int] = []
NO_LABELS: dict[str, list[int]] = {}


class Tree:
    """One paragraph's parse with its children lists and subtree edges.

    What hangs on a row that stands ``apart`` from its phrase does not widen the phrase.
    """

    def __init__(
        self, parse: Parse, structure: Structure, apart: Collection[int] = frozenset()
    ) -> None:
        self.parse = parse
        self._times = structure.time
        self.pos, self.tag, self.dep, self.head = parse.pos, parse.tag, parse.dep, parse.head
        self.word = parse.word
        corrected = not structure.lemma.keys().isdisjoint(parse.word)
        self.lemma = (
            [*map(structure.lemma.get, parse.word, parse.lemma)] if corrected else parse.lemma
        )
        self._index()
        numbers = range(parse.sentence[-1] + 1 if parse.sentence else 0)
        starts = [bisect_left(parse.sentence, number) for number in numbers]
        self._sentences = [*pairwise([*starts, len(self)])]
        self._sentence_ranges = [self.range(first, stop - 1) for first, stop in self._sentences]
        self._asking = [self._is_question(first, stop) for first, stop in self._sentences]
        self.inside_name = {
            row: (first, last, label)
            for first, last, label in parse.names
            for row in range(first, last)
        }
        self.left, self.right = self._edges(apart)
        self.is_edge = [*map(OUTER_PUNCTUATION.__contains__, parse.text)]
        """Whether a row is punctuation or a blank that belongs to no phrase."""
        for row, pos in enumerate(self.pos) if "SPACE" in self.pos else ():
            self.is_edge[row] |= pos == "SPACE"

    def __len__(self) -> int:
        return len(self.head)

    def _index(self) -> None:
        """The rows by label; the children of every row in order, all of them and by label."""
        rows: dict[str, list[int]] = defaultdict(list)
        children: list[list[int]] = [NO_CHILDREN] * len(self)
        labels: list[dict[str, list[int]]] = [NO_LABELS] * len(self)
        for row, head, dep in zip(range(len(self)), self.head, self.dep, strict=True):
            rows[dep].append(row)
            if head == row:
                continue
            alike = labels[head]
            if alike is NO_LABELS:  # most words have no children: nothing is made for them
                children[head], labels[head] = [row], {dep: [row]}
            else:
                children[head].append(row)
                if dep in alike:
                    alike[dep].append(row)
                else:
                    alike[dep] = [row]
        self._rows, self.children, self.labels = rows, children, labels

    def _edges(self, apart: Collection[int]) -> tuple[list[int], list[int]]:
        """First and last row of every subtree; what stands apart is none of the phrase above."""
        heads, left, right = [*self.head], [*range(len(self))], [*range(len(self))]
        for row in apart:
            heads[row] = row
        for row, above in enumerate(heads):
            while left[above] > row:
                left[above] = row
                above = heads[above]
        for row in reversed(range(len(self))):
            above = heads[row]
            while right[above] < row:
                right[above] = row
                above = heads[above]
        return left, right

    def has_word(self, words: frozenset[str]) -> bool:
        """Whether one of the words or lemmas stands in the paragraph."""
        return not (words.isdisjoint(self.word) and words.isdisjoint(self.lemma))

    def rows_as(self, dep: str) -> Sequence[int]:
        """The rows of the paragraph that have this label, in order."""
        return self._rows.get(dep, ())

    def rows_among(self, *deps: str) -> list[int]:
        """The rows of the paragraph that have one of these labels, in order."""
        return sorted(chain.from_iterable(self._rows[dep] for dep in deps if dep in self._rows))

    def children_as(self, row: int, dep: str) -> Sequence[int]:
        """The children that hang on by this label, in order."""
        return self.labels[row].get(dep, ())

    def children_among(self, row: int, *deps: str) -> Sequence[int]:
        """The children that hang on by one of these labels, in order."""
        labels = self.labels[row]
        found: Sequence[int] = ()
        for dep in deps:
            if dep in labels:
                found = sorted([*found, *labels[dep]]) if found else labels[dep]
        return found

    def child_as(self, row: int, dep: str) -> int | None:
        """The first child that hangs on by this label."""
        found = self.labels[row].get(dep)
        return found[0] if found else None

    def child_among(self, row: int, *deps: str) -> int | None:
        """The first child that hangs on by one of these labels."""
        for child in self.children[row]:
            if self.dep[child] in deps:
                return child
        return None

    def has(self, row: int, *deps: str) -> bool:
        """Whether there is such a child."""
        return not self.labels[row].keys().isdisjoint(deps)

    def subtree(self, row: int, without: Collection[int | None] = ()) -> list[int]:
        """The rows of a subtree in the order of the text, less the subtrees ``without``."""
        rows = [row]
        for at in rows:
            below = self.children[at]
            rows += [child for child in below if child not in without] if without else below
        rows.sort()
        return rows

    def range(self, first: int, last: int) -> Range:
        """Characters from one row to another, inclusive."""
        return self.parse.start[first], self.parse.end[last]

    def pieces(self, rows: Sequence[int]) -> tuple[Range, ...]:
        """The character ranges of rows in order, a gap in the rows being a gap in the ranges."""
        if not rows:
            return ()
        first, stop = rows[0], rows[-1] + 1
        if len(rows) == stop - first:
            whole = self.trimmed(first, stop)
            return () if whole is None else (whole,)
        gaps = [(before + 1, row) for before, row in pairwise(rows) if row > before + 1]
        edges = [first, *chain(*gaps), stop]
        found = map(self.trimmed, edges[::2], edges[1::2])
        return tuple(piece for piece in found if piece is not None)

    def phrase(self, rows: Iterable[int]) -> tuple[Range, ...]:
        """The pieces of what is no full clause, without the relative clause that ends it: *opposed
        the sale, **which failed***."""
        kept = sorted(rows)
        clauses = [row for row in self.rows_as("relcl") if row in kept]
        if not clauses:
            return self.pieces(kept)
        end = next((row for row in reversed(kept) if not self.is_edge[row]), -1)
        asides = (row for row in clauses if self.right[row] >= end)
        commas = (self.left[r] - 1 for r in asides if self.left[r] - 1 in kept)
        stop = next((comma for comma in commas if self.parse.text[comma] in ASIDE), end + 1)
        return self.pieces(kept if stop > end else [row for row in kept if row < stop])

    def trimmed(self, first: int, last: int) -> Range | None:
        """The characters from one row up to another, exclusive, without the punctuation and blanks
        around them; a bracket or mark opened inside is closed. None where nothing is left."""
        stop, is_edge = last, self.is_edge
        while first < last and is_edge[first]:
            first += 1
        while first < last and (is_edge[last - 1] or self.dep[last - 1] == "cc"):
            last -= 1
        if first == last:
            return None
        return self.range(first, self._closed(first, last, stop) - 1 if last < stop else last - 1)

    def _closed(self, first: int, last: int, stop: int) -> int:
        """Where rows end that take along what closes a bracket or mark opened in them."""
        text = self.parse.text
        closing = next((row for row in range(last, stop) if text[row] in CLOSING), None)
        if closing is None:
            return last
        opened = sum(word in OPENING for word in text[first:last])
        closed = sum(word in CLOSING - OPENING for word in text[first:last])
        return closing + 1 if opened > closed and (opened - closed) % 2 else last

    def is_time(self, row: int) -> bool:
        """Whether a noun names a time: *on **Monday***, *in **May***, *in **1921***."""
        word = self.parse.text[row]
        year = len(word) == len("1921") and word.isdigit()
        return year or self.lemma[row] in self._times

    def sentence_rows(self, row: int) -> tuple[int, int]:
        """First row and last row + 1 of the sentence around a row."""
        return self._sentences[self.parse.sentence[row]]

    def sentence_range(self, row: int) -> Range:
        """The characters of the sentence around a row."""
        return self._sentence_ranges[self.parse.sentence[row]]

    def asks(self, row: int) -> bool:
        """Whether the sentence around a row ends in a question mark."""
        return self._asking[self.parse.sentence[row]]

    def _is_question(self, first: int, stop: int) -> bool:
        """*Will it? "Will it?"*: the mark may stand before others."""
        text, last = self.parse.text, stop - 1
        while last > first and (text[last] in CLOSING_MARKS or self.pos[last] == "SPACE"):
            last -= 1
        return text[last] == "?"

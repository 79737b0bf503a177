"""One parsed paragraph as columns: plain lists, a token a row, offsets into the whole text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from spacy.tokens import Doc

COLUMNS = (
    "LEMMA",
    "POS",
    "TAG",
    "DEP",
    "HEAD",
    "SENT_START",
    "ENT_TYPE",
    "ENT_IOB",
)
ENTITY_BEGINS, ENTITY_INSIDE = 3, 1
DEEPEST = 100
"""More levels are no sentence but a list of names or numbers."""


@frozen(eq=False)
class Parse:
    """The tokens of one paragraph; ``head`` is a row, a root is its own head."""

    start: list[int]
    end: list[int]
    text: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    sentence: list[int]
    """The number of the token's sentence."""
    names: list[tuple[int, int, str]]
    """Named entities as the model found them: first row, last row + 1, label."""

    def __len__(self) -> int:
        return len(self.start)


def parses(
    doc: Doc, text: str, places: Sequence[tuple[int, int]], ranges: Sequence[tuple[int, int]]
) -> list[Parse]:
    """The columns of a Doc, cut at token ranges; ``places`` are where its tokens stand in the
    text."""
    table = doc.to_array(list(COLUMNS))
    strings = doc.vocab.strings
    starts, ends = [start for start, _ in places], [end for _, end in places]
    words = [text[start:end] for start, end in places]
    lemma, pos, tag, dep = ([strings[i] for i in table[:, c].tolist()] for c in range(4))
    heads = table[:, 4].astype("int64").tolist()
    begins, labels, iob = (table[:, c].tolist() for c in (5, 6, 7))
    found = []
    for first, last in ranges:
        sentence, number = [], -1
        for row in range(first, last):
            number += begins[row] == 1 or row == first
            sentence.append(number)
        names = []
        for row in range(first, last):
            if iob[row] == ENTITY_BEGINS or (iob[row] == ENTITY_INSIDE and row == first):
                stop = row + 1
                while stop < last and iob[stop] == ENTITY_INSIDE:
                    stop += 1
                names.append((row - first, stop - first, strings[labels[row]]))
        head = _tree([row - first + heads[row] for row in range(first, last)])
        relation = ["ROOT" if above == row else dep[first + row] for row, above in enumerate(head)]
        cut = slice(first, last)
        found.append(
            Parse(
                starts[cut], ends[cut], words[cut], lemma[cut], pos[cut], tag[cut], relation,
                head, sentence, names,
            )
        )  # fmt: skip
    return found


def _tree(heads: list[int]) -> list[int]:
    """The heads; a root where one stands in another paragraph, and where the tree is too deep."""
    found = [above if 0 <= above < len(heads) else row for row, above in enumerate(heads)]
    depth: dict[int, int] = {}
    for row in range(len(found)):
        path = []
        while row not in depth and found[row] != row:
            path.append(row)
            row = found[row]
        level = depth.setdefault(row, 0)
        for below in reversed(path):
            level = (level + 1) % DEEPEST
            depth[below] = level
            if not level:
                found[below] = below
    return found

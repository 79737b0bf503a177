"""One parsed paragraph as columns: plain sequences, a token a row, offsets into the whole text."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import define

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from quotekit.document.names import Name
    from quotekit.document.words import Word

DEEPEST = 100
"""More levels are no sentence but a list of names or numbers."""


@define(eq=False)
class Parse:
    """The tokens of one paragraph; ``head`` is a row, a root is its own head."""

    start: Sequence[int]
    end: Sequence[int]
    text: Sequence[str]
    word: Sequence[str]
    """The text of the tokens in small letters."""
    lemma: Sequence[str]
    """In small letters too."""
    pos: Sequence[str]
    tag: Sequence[str]
    dep: Sequence[str]
    head: Sequence[int]
    sentence: Sequence[int]
    """The number of the token's sentence."""
    names: Sequence[tuple[int, int, str]]
    """Named entities that the model found: first row, last row + 1, label."""

    def __len__(self) -> int:
        return len(self.start)


def parses(
    doc: Doc,
    words: Sequence[Word],
    names: Iterable[Name],
    starts: Sequence[int],
    ends: Sequence[int],
    ranges: Iterable[tuple[int, int]],
) -> Iterator[Parse]:
    """The columns of a Doc, cut at token ranges; its tokens stand in the text from ``starts`` to
    ``ends``."""
    table = doc.to_array(["HEAD", "SENT_START"]).astype("int64")
    heads = table[:, 0].tolist()
    sentences = (table[:, 1] == 1).cumsum().tolist()
    names = deque(names)
    for first, last in ranges:
        cut = slice(first, last)
        start, end = starts[cut], ends[cut]
        own = words[cut]
        text, word, tag, pos, dep, lemma = zip(*own, strict=True) if own else ((),) * 6
        head = _tree([row + above for row, above in enumerate(heads[cut])])
        yield Parse(
            start=start,
            end=end,
            text=text,
            word=word,
            lemma=lemma,
            pos=pos,
            tag=tag,
            dep=["ROOT" if head[row] == row else label for row, label in enumerate(dep)],
            head=head,
            sentence=[number - sentences[first] for number in sentences[cut]],
            names=[*_within(names, first, last)],
        )


def _within(names: deque[Name], start: int, end: int) -> Iterator[Name]:
    """The names in a range, or the parts of them that are, taken off the queue."""
    while names and names[0][0] < end:
        first, last, label = names.popleft()
        if last > end:
            names.appendleft((end, last, label))
        if last > start:
            yield max(first, start) - start, min(last, end) - start, label


def _tree(heads: list[int]) -> list[int]:
    """The heads; a root where one stands in another paragraph, and where the tree is too deep."""
    found = heads
    if heads and not 0 <= min(heads) <= max(heads) < len(heads):
        found = [above if 0 <= above < len(heads) else row for row, above in enumerate(heads)]
    if len(found) <= DEEPEST:
        return found
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

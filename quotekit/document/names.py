"""Named entities, looked for only where a name is new to the text.

An entity recogniser takes longer than the parser. That Okafor is a person it need not say at every
*Okafor* of a text, which is a proper noun anyway. And as it looks no further than a few words, it
is shown the name and the words around.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from quotekit.document.components import run

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from quotekit.document.words import Word

    Asked = Callable[[Sequence[str]], bool]
    """Whether the recogniser is asked what a name of these words is for."""
    Rows = tuple[int, int]
    Name = tuple[int, int, str]
    """First row, last row + 1, label."""

MISTAKEN = frozenset({"NOUN", "VERB", "ADJ", "X"})
"""What a tagger takes a name for."""
NEW = 2
"""How many times a name is new: the recogniser does not say the same each time."""
AROUND = 4
"""Words on either side of a new name: as far as four layers see that see one word each."""


def entities(doc: Doc, offset: int = 0) -> list[Name]:
    """The named entities that a component has set; rows move by ``offset``."""
    return [(offset + ent.start, offset + ent.end, ent.label_) for ent in doc.ents]


def find_names(
    components: Sequence[Any],
    docs: Sequence[Doc],
    words: Sequence[Sequence[Word]],
    had: Sequence[Counter[str]],
    asked: Sequence[Asked],
) -> list[list[Name]]:
    """The entities of each Doc at names that are new to its text, of those that are asked about;
    ``had``, the names that the text has had, grows.

    Without a component to look for them: those that the Docs have.
    """
    if not components:
        return [entities(doc) for doc in docs]
    new = [
        list(_new_names(own, names, wanted))
        for own, names, wanted in zip(words, had, asked, strict=True)
    ]
    places = [(number, rows) for number, names in enumerate(new) for rows in _around(names)]
    shown = [_apart(docs[number], words[number], rows) for number, rows in places]
    run(components, shown)
    found: list[list[Name]] = [[] for _ in docs]
    for (number, (offset, _)), doc in zip(places, shown, strict=True):
        found[number] += [
            (start, end, label)
            for start, end, label in entities(doc, offset)
            if any(start < last and first < end for first, last in new[number])
        ]
    return found


def _new_names(words: Sequence[Word], had: Counter[str], asked: Asked) -> Iterator[Rows]:
    """The runs of proper nouns that are new, and known ones that are taken for something else."""
    rows = (row for row, word in enumerate(words) if _may_be_name(word, had))
    for first, last in _runs(rows):
        name = [word.form for word in words[first:last]]
        spelled = " ".join(name)
        had[spelled] += 1
        new = had[spelled] <= NEW or any(word.pos != "PROPN" for word in words[first:last])
        if new and asked(name):
            had.update(dict.fromkeys(name, 0))
            yield first, last


def _may_be_name(word: Word, had: Counter[str]) -> bool:
    return word.pos == "PROPN" or (word.form in had and word.pos in MISTAKEN)


def _runs(rows: Iterable[int]) -> Iterator[Rows]:
    """Rows in order as stretches of rows that follow each other."""
    for _, stretch in groupby(enumerate(rows), key=lambda place: place[1] - place[0]):
        (_, first), *rest = stretch
        yield first, first + len(rest) + 1


def _around(names: Iterable[Rows]) -> Iterator[Rows]:
    """The names with the words around them, as one stretch where these meet."""
    rows = {row for first, last in names for row in range(max(0, first - AROUND), last + AROUND)}
    return _runs(sorted(rows))


def _apart(doc: Doc, words: Sequence[Word], rows: Rows) -> Doc:
    """A stretch of words as a Doc of its own."""
    from spacy.tokens import Doc

    cut = slice(*rows)
    return Doc(
        doc.vocab,
        words=[word.form for word in words[cut]],
        spaces=[bool(token.whitespace_) for token in doc[cut]],
    )

"""Tags, parts of speech, labels and lemmas as strings, worked out once a word form."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import chain
from sys import intern
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakKeyDictionary

from attrs import define, field

from quotekit.document.components import run

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    Table = Any
    """A NumPy array with the columns of `KEY`."""

KEY = ("ORTH", "TAG", "POS", "MORPH", "DEP", "LEMMA")
ROW = f"V{8 * len(KEY)}"
"""A row of a table with these columns, as bytes."""
WORDS_KEPT = 24_000


class Word(NamedTuple):
    """What is known of a word in its place."""

    form: str
    small: str
    """The form in small letters, like the lemma."""
    tag: str
    pos: str
    dep: str
    lemma: str


@define(eq=False)
class Words:
    """What the components by the word add to a form, its tag and its label.

    Each such word is given to them once, and so without its neighbours.
    """

    vocab: Vocab
    components: Sequence[Any] = ()
    _known: dict[bytes, Word] = field(factory=dict)

    def of(self, docs: Sequence[Doc]) -> list[list[Word]]:
        """The words of each Doc."""
        keys: list[list[bytes]] = [doc.to_array([*KEY]).view(ROW).ravel().tolist() for doc in docs]
        known = self._known
        try:
            return [[*map(known.__getitem__, own)] for own in keys]
        except KeyError:  # some are new
            if len(known) > WORDS_KEPT:
                known = self._known = {}  # another thread may be reading from the old one
            known |= self._learnt([key for key in dict.fromkeys(chain(*keys)) if key not in known])
            return [[*map(known.__getitem__, own)] for own in keys]

    def _learnt(self, keys: Collection[bytes]) -> dict[bytes, Word]:
        from numpy import frombuffer

        strings = self.vocab.strings
        rows = frombuffer(b"".join(keys), dtype="uint64").reshape(-1, len(KEY))
        if self.components and keys:
            rows = self._completed(rows)
        of_few = {name: intern(strings[name]) for name in {*rows[:, (1, 2, 4)].ravel().tolist()}}
        return {
            key: Word(
                form := strings[orth],
                form.lower(),
                of_few[tag],
                of_few[pos],
                of_few[dep],
                strings[lemma].lower(),
            )
            for key, (orth, tag, pos, _, dep, lemma) in zip(keys, rows.tolist(), strict=True)
        }

    def _completed(self, rows: Table) -> Table:
        """The rows with what the components add to them."""
        from numpy import array, repeat
        from spacy.tokens import Doc

        strings = self.vocab.strings
        comma = (strings.add(","), strings.add(","), 0, 0, strings.add("punct"), 0)
        # set apart by commas, lest two words that happen to be neighbours are taken for a phrase
        apart: Table = repeat(rows, 2, axis=0)
        apart[1::2] = array(comma, dtype="uint64")
        doc = Doc(self.vocab, words=[strings[orth] for orth in apart[:, 0].tolist()])
        doc.from_array([*KEY[1:]], apart[:, 1:])
        run(self.components, [doc])
        return doc.to_array([*KEY])[::2]


@lru_cache(maxsize=1)
def words_in(vocab: Vocab) -> Words:
    """What is known of the words of Docs that somebody else has parsed, from Doc to Doc."""
    return Words(vocab)


_of_pipelines: WeakKeyDictionary[Language, Words] = WeakKeyDictionary()


def words_of(nlp: Language, components: Sequence[Any]) -> Words:
    """What is known of the pipeline's words, from text to text."""
    words = _of_pipelines.get(nlp)
    if words is None or words.components != components:
        words = _of_pipelines[nlp] = Words(nlp.vocab, components)
    return words

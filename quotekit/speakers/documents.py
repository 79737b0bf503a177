"""What is written speaks for whoever wrote it: *her letter said*, *the report found*."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from attrs import define, field

from quotekit.lexicon import Needs, Predicates
from quotekit.speakers.mentions import Mention
from quotekit.speakers.registry import Entity
from quotekit.speakers.scene import Scene
from quotekit.speakers.words import words
from quotekit.syntax.structure import structure

WRITTEN = Needs(frozenset({"patient"}))


@lru_cache(maxsize=4)
def with_writers(predicates: Predicates) -> Predicates:
    """And the verbs by which somebody writes something."""
    return predicates.also({("verb", verb): WRITTEN for verb in structure().writing})


@define(eq=False)
class Documents:
    """Remembers while the text is read who wrote what."""

    scene: Scene
    entities: Sequence[Entity]
    _makers: dict[str, int] = field(factory=dict)
    """Who made the last one called by a noun, where somebody with a name did."""
    _writers: Mapping[tuple[int, int], int] = field(init=False)
    """*The board **issued** a statement*: by paragraph and head row of the document that of the one
    who does."""

    @_writers.default
    def _by_document(self) -> dict[tuple[int, int], int]:
        writing = structure().writing
        return {
            (number, predication.patient): predication.agent
            for number, paragraph in enumerate(self.scene.paragraphs)
            for predication in paragraph.predications
            if predication.lemma in writing
            and predication.patient is not None
            and predication.agent is not None
        }

    def maker(self, mention: Mention) -> int | None:
        """The entity behind a document that reports: *Lee's letter*, *the letter*."""
        nominal = mention.nominal
        if nominal.lemma not in structure().document:
            return None
        if nominal.possessor is not None:
            owner = self.scene.at(mention.paragraph, nominal.possessor)
            return owner.entity if owner is not None else None
        if not nominal.definite or nominal.plural or nominal.name is not None:
            return None
        nouns = (nominal.lemma, *sorted(words().wider.get(nominal.lemma, ())))
        return next((self._makers[noun] for noun in nouns if noun in self._makers), None)

    def passed(self, mention: Mention) -> None:
        """Reading goes on behind the mention of a document."""
        nominal = mention.nominal
        writer = self._writers.get((mention.paragraph, nominal.head))
        owner = self.scene.at(
            mention.paragraph, nominal.possessor if nominal.possessor is not None else writer
        )
        maker = owner.entity if owner is not None else None
        if maker is not None and not self.entities[maker].described:
            self._makers[nominal.lemma] = maker
        elif not nominal.definite:
            self._makers.pop(nominal.lemma, None)

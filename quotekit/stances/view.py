"""One paragraph with the ways through it that stances take."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator
from functools import cached_property
from operator import attrgetter
from typing import TypeVar

from quotekit.lexicon import Lexicon, StanceEntry
from quotekit.speakers import names_somebody
from quotekit.stances.composition import Composition, composition
from quotekit.syntax.records import Argument, Nominal, Paragraph, Predication

Item = TypeVar("Item")
START: Callable[[Nominal], int] = attrgetter("start")
LONGEST = 400
"""A noun phrase of more characters is none."""


class View:
    """A paragraph's predications by row, what each stands in, and what each noun phrase holds."""

    def __init__(self, text: str, paragraph: Paragraph, lexicon: Lexicon) -> None:
        self.text, self.paragraph, self.lexicon = text, paragraph, lexicon
        self.words: Composition = composition()

    @cached_property
    def at(self) -> dict[int, Predication]:
        """The predications by row."""
        return {p.row: p for p in self.paragraph.predications}

    @cached_property
    def above(self) -> dict[int, tuple[Predication, Argument]]:
        """By the row of an embedded predicate: the nearest predication that it completes, and as
        what."""
        return dict(reversed([*_embedded(self.paragraph)]))

    @cached_property
    def enders(self) -> dict[int, Predication]:
        """By the row of a noun: the verb that puts an end to it, *lifted its **sanctions***."""
        return dict(self._of_objects(self.words.ending))

    @cached_property
    def namers(self) -> dict[int, list[Predication]]:
        """By the row of a noun phrase: the verbs by which somebody gives it a name."""
        return _lists(self._of_objects(self.words.naming))

    @cached_property
    def deeds(self) -> dict[int, list[Predication]]:
        """By the row of a noun phrase: the verbs behind it that say what it does or is about."""
        return _lists(self._deeds())

    @cached_property
    def _anchors(self) -> dict[int, list[int]]:
        """By the row of an apposition: the noun phrases that it stands beside."""
        nominals = self.paragraph.nominals.items()
        return _lists((apposed, row) for row, n in nominals for apposed in n.appositions)

    @cached_property
    def _nominals(self) -> list[Nominal]:
        """The noun phrases in the order of the text."""
        return sorted(self.paragraph.nominals.values(), key=START)

    def _of_objects(self, lemmas: Container[str]) -> Iterator[tuple[int, Predication]]:
        """The verbs with these lemmas, by the row of their object."""
        for p in self.paragraph.predications:
            if p.patient is not None and p.pos == "verb" and p.lemma in lemmas:
                yield p.patient, p

    def _deeds(self) -> Iterator[tuple[int, Predication]]:
        """*a bill **banning** X*, *the idea of **banning** X*."""
        for p in self.paragraph.predications:
            doer = self.resolved(p.agent)
            if doer is not None and p.pos == "verb" and p.row > doer:
                yield doer, p
            for argument in p.arguments:
                idea = {"of": p.row, "object of": p.patient}.get(argument.form)
                if idea is not None and argument.predicate in self.at:
                    yield idea, self.at[argument.predicate]

    def nominal(self, row: int) -> Nominal:
        """The noun phrase at a row."""
        return self.paragraph.nominals[row]

    def resolved(self, row: int | None) -> int | None:
        """*Lee, **who** …*: the noun that a relative pronoun stands for."""
        nominal = self.paragraph.nominal(row)
        if nominal is None:
            return None
        return nominal.antecedent if nominal.antecedent in self.paragraph.nominals else row

    def is_somebody(self, row: int) -> bool:
        """Whether a noun phrase is for people or for what acts, as against *the need to …*."""
        nominal = self.nominal(row)
        return nominal.kind != "description" or names_somebody(nominal.lemma)

    def entries(self, predication: Predication) -> tuple[StanceEntry, ...]:
        """The stance senses of a predicate."""
        return self.lexicon.stance_entries(predication.pos, predication.lemma)

    def group(self, row: int) -> list[int]:
        """The noun phrase and all that is coordinated with it; of *a number of countries* and
        *countries including Norland* those within."""
        nominal = self.nominal(row)
        members = [r for r in nominal.members if r in self.paragraph.nominals]
        if members:
            first = max(self.nominal(members[0]).start, nominal.start)
            if self.words.introducing.search(self.text, nominal.start, first):
                return members
        return [row, *members]

    def apposed(self, row: int) -> list[int]:
        """*Lee, a **critic** of X*: the other names of the same one."""
        return [*self.nominal(row).appositions, *self._anchors.get(row, ())]

    def whole(self, part: Nominal) -> Nominal:
        """***Lee**'s plan*, *the **Lee** campaign*: the noun phrase that it is a part of."""
        if part.function != "other":
            return part
        around = [
            n
            for n in self.starting(part.start - LONGEST, part.start)
            if n.end >= part.end and n.head != part.head
        ]
        return min(around, key=lambda n: n.end - n.start, default=part)

    def inside(self, row: int) -> Iterator[Nominal]:
        """The noun phrases within a noun phrase, in the order of the text."""
        whole = self.nominal(row)
        return (n for n in self.between(whole.start, whole.end) if n.head != row)

    def between(self, start: int, end: int) -> Iterator[Nominal]:
        """The noun phrases within a stretch, in the order of the text."""
        return (n for n in self.starting(start, end - 1) if n.end <= end)

    def starting(self, first: int, last: int) -> list[Nominal]:
        """The noun phrases that start in a stretch, its ends among it, in the order of the text."""
        nominals = self._nominals
        start = bisect_left(nominals, first, key=START)
        return nominals[start : bisect_right(nominals, last, start, key=START)]


def _embedded(paragraph: Paragraph) -> Iterator[tuple[int, tuple[Predication, Argument]]]:
    for p in paragraph.predications:
        for argument in p.arguments:
            if argument.predicate is not None and p.pos != "preposition":
                yield argument.predicate, (p, argument)


def _lists(pairs: Iterable[tuple[int, Item]]) -> dict[int, list[Item]]:
    """By row all that belongs to it, in order and once."""
    lists: dict[int, list[Item]] = defaultdict(list)
    for row, item in pairs:
        if item not in lists[row]:
            lists[row].append(item)
    return lists

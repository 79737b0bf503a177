"""One paragraph with the ways through it that stances take."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from quotekit.lexicon import Lexicon, StanceEntry
from quotekit.speakers import names_somebody
from quotekit.stances.composition import Composition, composition
from quotekit.syntax.records import Argument, Nominal, Paragraph, Predication

LONGEST = 400
"""A noun phrase of more characters is none."""


class View:
    """A paragraph's predications by row, what each stands in, and what each noun phrase holds."""

    def __init__(self, text: str, paragraph: Paragraph, lexicon: Lexicon) -> None:
        self.text, self.paragraph, self.lexicon = text, paragraph, lexicon
        self.words: Composition = composition()
        self.at: dict[int, Predication] = {p.row: p for p in paragraph.predications}
        self.above: dict[int, tuple[Predication, Argument]] = {}
        """By the row of an embedded predicate: the nearest predication that it completes."""
        for p in paragraph.predications:
            for argument in p.arguments:
                if argument.predicate is not None and p.pos != "preposition":
                    self.above.setdefault(argument.predicate, (p, argument))
        self.enders: dict[int, Predication] = {
            p.patient: p
            for p in paragraph.predications
            if p.patient is not None and p.pos == "verb" and p.lemma in self.words.ending
        }
        """By the row of a noun: the verb that puts an end to it, *lifted its **sanctions***."""
        self.namers: dict[int, list[Predication]] = defaultdict(list)
        """By the row of a noun phrase: the verbs by which somebody gives it a name."""
        for p in paragraph.predications:
            if p.patient is not None and p.pos == "verb" and p.lemma in self.words.naming:
                self.namers[p.patient].append(p)
        self.deeds: dict[int, list[Predication]] = defaultdict(list)
        """By the row of a noun phrase: the verbs behind it that say what it does or is about."""
        for p in paragraph.predications:
            doer = self.resolved(p.agent)
            if doer is not None and p.pos == "verb" and p.row > doer:
                self.deeds[doer].append(p)
            for argument in p.arguments:  # "the idea of banning X"
                deed = self.at.get(argument.predicate) if argument.predicate is not None else None
                idea = {"of": p.row, "object of": p.patient}.get(argument.form)
                if deed is not None and idea is not None:
                    self.deeds[idea].append(deed)
        self._anchors: dict[int, list[int]] = defaultdict(list)
        for row, nominal in paragraph.nominals.items():
            for apposed in nominal.appositions:
                self._anchors[apposed].append(row)
        self._nominals = sorted(paragraph.nominals.values(), key=lambda n: n.start)
        self._starts = [n.start for n in self._nominals]

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

    def starting(self, first: int, last: int) -> Iterator[Nominal]:
        """The noun phrases that start in a stretch, its ends among it, in the order of the text."""
        at = bisect_left(self._starts, first)
        while at < len(self._nominals) and self._starts[at] <= last:
            yield self._nominals[at]
            at += 1

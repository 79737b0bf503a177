"""What the syntax stage hands on: nominals and predications, in standard places whatever the
syntax.

Rows are token rows of the paragraph's `Parse`; character offsets are into the whole text, end
exclusive.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define, field

Range = tuple[int, int]


@define(eq=False)
class Nominal:
    """One noun phrase."""

    head: int
    """Row of the head; of a name the last word of it (*Ann **Lee***)."""
    start: int
    end: int
    """The whole phrase with title, apposition and modifiers, without a relative clause."""
    name: Range | None
    """The proper-name core: *Ann Lee* in *Senator Ann Lee, the chair*; None where the head is no
    name."""
    kind: str
    """``name``, ``pronoun`` or ``description``."""
    label: str | None
    """The model's entity label of the core, a hint."""
    lemma: str
    """Of the head, lower case (*senator*; of a pronoun the pronoun: *he*)."""
    person: int
    """1 (*I, we, my*), 2 (*you, one*), 0 for things (*it, this*), else 3."""
    plural: bool
    definite: bool
    """With *the*, *this*, a possessor, or a name."""
    function: str
    """``subject``, ``object``, ``oblique`` or ``other``."""
    sentence: int = 0
    """Where its sentence starts."""
    antecedent: int | None = None
    """Head row of the noun that a relative pronoun stands for: *Lee, **who** said*."""
    possessor: int | None = None
    """Head row of the possessor: *Lee's spokesman*, *his party*, *a report by Lee*."""
    appositions: tuple[int, ...] = ()
    """Head rows of appositions: *Lee, the chair*; *the chair, Ann Lee*."""
    members: tuple[int, ...] = ()
    """Head rows of what is coordinated with or listed under it: *Lee and Kim*, *countries including
    A and B*."""


@define(eq=False)
class Argument:
    """One complement of a predicate; ``form`` as the lexicon names it."""

    form: str
    """clause, question, infinitive, gerund, object, small, subject, or a preposition."""
    pieces: tuple[Range, ...]
    """Character ranges, gaps allowed (*The plan, she said, would …*); no final punctuation."""
    nominal: int | None = None
    """Head row of the noun phrase, where the argument is or starts with one."""
    predicate: int | None = None
    """Row of the embedded predicate, where the argument is clausal."""


@define(eq=False)
class Predication:
    """One predicate with its arguments."""

    row: int
    lemma: str
    """With its particle: *point out*."""
    pos: str
    """verb, noun, adjective or preposition (*according to*); the lexicon's parts of speech."""
    cue: Range
    """The predicate with auxiliaries, negation, particle and light verb, without its
    preposition."""
    agent: int | None
    """Head row of who does it, says it or feels it, also of a passive with *by* and of *his
    opposition*."""
    patient: int | None
    """Head row of the object, also where it is a passive's subject."""
    recipient: int | None
    """Head row of the indirect object: *told **Ann** that …*."""
    arguments: tuple[Argument, ...]
    negated: bool
    passive: bool
    modality: str | None
    """*would*, *should*, *if*, *question* …; None for a plain statement."""
    hypothetical: bool = False
    """In a condition, a question or after *let*: nobody is said to have done it."""
    under: tuple[int, ...] = ()
    """Rows of the predicates above that share its agent, nearest first: *back* in *refused to back*
    has *refuse*."""
    namer: int | None = None
    """Row of the verb by which somebody says it of its theme: *called X a **liar***."""
    within: int | None = None
    """Row of the predicate in whose complement it stands: *said that Lee **opposes** X* has
    *say*."""
    sentence: Range = (0, 0)

    def argument(self, form: str) -> Argument | None:
        """The first argument of that form."""
        return next((a for a in self.arguments if a.form == form), None)


def places(
    arguments: Iterable[Argument],
    agent: int | None = None,
    patient: int | None = None,
    recipient: int | None = None,
) -> set[str]:
    """The forms and roles in which something stands; of *waged war **on X*** *on*."""
    found = {argument.form.removeprefix("object ") for argument in arguments}
    if agent is not None:
        found.add("agent")
    if patient is not None:
        found.add("patient")
    if recipient is not None:
        found.add("recipient")
    return found


@define(eq=False)
class Paragraph:
    """One paragraph as the later stages read it."""

    start: int
    end: int
    predications: list[Predication] = field(repr=False)
    """In the order of the text."""
    nominals: dict[int, Nominal] = field(repr=False)
    """By head row, in the order of the text."""

    def nominal(self, row: int | None) -> Nominal | None:
        """The noun phrase at a head row."""
        return self.nominals.get(row) if row is not None else None

    def predication(self, row: int | None) -> Predication | None:
        """The predication whose predicate stands at a row."""
        return next((p for p in self.predications if p.row == row), None)

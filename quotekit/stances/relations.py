"""Predications read as stances between the noun phrases of a paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from quotekit.lexicon import StanceEntry
from quotekit.records import Basis
from quotekit.stances.bearing import Stand, stand
from quotekit.stances.parties import Aim, aims, role
from quotekit.stances.records import Bearing, Relation
from quotekit.stances.view import View
from quotekit.syntax.records import Argument, Predication, Range

ROLES = ("agent", "patient", "recipient")
CLAUSAL = ("gerund", "infinitive", "small", "clause")


def relations(view: View) -> Iterator[Relation]:
    """All stances that a paragraph's predications carry, in the order of the text."""
    for predication in view.paragraph.predications:
        for speaking in (False, True):
            senses = (e for e in _senses(view, predication) if (e.holder == "author") is speaking)
            readings = (list(_related(view, predication, entry)) for entry in senses)
            yield from next((found for found in readings if found), ())


def _senses(view: View, predication: Predication) -> Iterator[StanceEntry]:
    """The senses whose object is there: those that ask for one come first."""
    patient = view.paragraph.nominal(predication.patient)
    lemma = patient.lemma if patient is not None else None
    fixed = [e for e in view.entries(predication) if e.with_object]
    yield from (e for e in fixed if lemma in e.with_object)
    open_ = (e for e in view.entries(predication) if not e.with_object)
    yield from (e for e in open_ if lemma not in e.without_object)


def _related(view: View, predication: Predication, entry: StanceEntry) -> Iterator[Relation]:
    standing = stand(view, predication, entry)
    if standing is None:
        return
    if entry.reciprocal:
        yield from _mutual(view, predication, entry, standing)
    for name in entry.target:
        reached = list(_reached(view, predication, name, standing.bearing))
        if reached:
            evidence = _evidence(view, predication, name)
            for holder in _holders(view, predication, entry, standing):
                for aim in reached:
                    if aim.row != holder:
                        yield _relation(predication, entry, holder, aim, evidence)
            return


def _reached(view: View, predication: Predication, name: str, bearing: Bearing) -> Iterator[Aim]:
    if name in CLAUSAL:
        argument = predication.argument(name)
        if argument is not None and name == "clause":
            yield from _subject_of(view, argument, bearing)
        elif argument is not None and argument.predicate is not None:
            yield from _done(view, argument.predicate, bearing)
        return
    row = role(view, predication, name)
    ender = view.enders.get(predication.row)
    if row is None and ender is not None and name not in ROLES:
        row = role(view, ender, name)  # "dropped its objections to X"
    source = predication.agent if predication.pos == "noun" and name != "agent" else None
    if row is not None and row != source:
        yield from aims(view, row, bearing)


def _subject_of(view: View, clause: Argument, bearing: Bearing) -> Iterator[Aim]:
    """*alleged that **Lee** lied*."""
    start, end = clause.pieces[0]
    for nominal in view.between(start, end):
        if nominal.function == "subject" and nominal.kind != "pronoun":
            yield from aims(view, nominal.head, bearing)
            return


def _done(view: View, row: int, bearing: Bearing) -> Iterator[Aim]:
    """*supports banning X*: whom the deed that is wanted or unwanted would reach."""
    deed = view.at.get(row)
    if deed is None:
        return
    for entry in _senses(view, deed):
        if entry.holder == "author":
            continue
        toward = bearing.kept(entry.key)
        if entry.label != "support":
            toward = bearing.turned(entry.key)
        for name in entry.target:
            target = role(view, deed, name)
            if target is not None:
                yield from aims(view, target, toward)
                return
    if deed.patient is not None and view.resolved(deed.patient) is not None:
        patient = view.resolved(deed.patient)
        assert patient is not None
        yield from aims(view, patient, bearing.kept(deed.lemma))


def _holders(
    view: View, predication: Predication, entry: StanceEntry, standing: Stand
) -> Iterator[int | None]:
    if standing.urger is not None:
        yield from view.group(standing.urger)
    elif standing.spoken:
        yield None
    elif entry.holder == "author":
        yield _namer(view, predication)
    elif entry.holder == "self":
        yield from _selves(view, predication)
    else:
        row = role(view, predication, entry.holder)
        ender = view.enders.get(predication.row)
        if ender is not None and (row is None or view.nominal(row).kind == "pronoun"):
            row = view.resolved(ender.agent)  # "Norland lifted its sanctions"
        if row is not None:
            yield from view.group(row)


def _namer(view: View, predication: Predication) -> int | None:
    """*called X a **liar***: who says so; None: whoever speaks."""
    theme = predication.patient if predication.pos == "noun" else predication.agent
    before = [
        p
        for p in view.namers.get(theme if theme is not None else -1, ())
        if p.row < predication.row
    ]
    return view.resolved(before[-1].agent) if before else None


def _selves(view: View, predication: Predication) -> Iterator[int]:
    """*Lee, a **critic** of X*; *Lee is a **critic** of X*; *the **critics** of X*."""
    if predication.row in view.paragraph.nominals:
        yield from view.group(predication.row)
        yield from view.apposed(predication.row)
    theme = view.resolved(predication.patient)
    if theme is not None:
        yield from view.group(theme)


def _mutual(
    view: View, predication: Predication, entry: StanceEntry, standing: Stand
) -> Iterator[Relation]:
    """*Lee and Ann clashed*; *the war between A and B*; *Lee clashed with Ann*."""
    between = role(view, predication, "between")
    sides = view.group(between) if between is not None else []
    agent = role(view, predication, "agent")
    if between is None and agent is not None:
        others = [r for r in (role(view, predication, name) for name in entry.target) if r]
        mine = view.group(agent)
        if others:
            for holder in view.group(others[0]):
                for target in mine:
                    yield _relation(
                        predication, entry, holder,
                        Aim(target, standing.bearing.kept("reciprocal")), predication.cue,
                    )  # fmt: skip
            return
        sides = mine
    for holder, target in permutations(sides, 2):
        yield _relation(
            predication, entry, holder,
            Aim(target, standing.bearing.kept("reciprocal")), predication.cue,
        )  # fmt: skip


def _evidence(view: View, predication: Predication, name: str) -> Range:
    """The predicate, with the preposition that brings the target in: *took **aim at***."""
    start, end = predication.cue
    argument = predication.argument(name) if name not in ROLES else None
    if argument is not None and argument.pieces and name not in CLAUSAL:
        between = view.text[end : argument.pieces[0][0]]
        if between.strip() == name:
            end += len(between.rstrip())
    return start, end


def _relation(
    predication: Predication, entry: StanceEntry, holder: int | None, aim: Aim, evidence: Range
) -> Relation:
    attributive = entry.pos == "adjective" and entry.holder == "author"
    tone = attributive and aim.row > predication.row  # "a corrupt minister"
    return Relation(
        predication=predication,
        bearing=aim.bearing,
        basis=Basis.TONE if tone else entry.basis,
        holder=holder,
        target=aim.row,
        stands_for_another=aim.stands_for_another,
        evidence=evidence,
        key=entry.key,
        tier=entry.tier,
    )

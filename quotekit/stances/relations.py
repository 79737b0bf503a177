"""Predications read as stances between the noun phrases of a paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations, product

from quotekit.lexicon import ROLES, StanceEntry
from quotekit.records import Basis, StanceLabel
from quotekit.stances.bearing import Stand, stand
from quotekit.stances.parties import Aim, aims, done, role, senses, together
from quotekit.stances.records import Bearing, Relation
from quotekit.stances.view import View
from quotekit.syntax.records import Argument, Predication, Range, places

CLAUSAL = ("gerund", "infinitive", "small", "clause")
LAST = 3
"""The tier of what is least sure."""


def relations(view: View, tier: int = LAST) -> Iterator[Relation]:
    """The stances that a paragraph's predications carry, of this tier or surer, in the order of the
    text."""
    for predication in view.paragraph.predications:
        entries = [e for e in view.entries(predication) if e.tier <= tier]
        if entries and _may_relate(view, predication, entries):
            yield from (found for found in _of(view, predication) if found.tier <= tier)


def _may_relate(view: View, predication: Predication, entries: Sequence[StanceEntry]) -> bool:
    """Whether there is anything where the target of an entry stands."""
    arguments = predication.arguments
    ender = view.enders.get(predication.row)
    if ender is not None:
        arguments += ender.arguments
    there = places(arguments, predication.agent, predication.patient, predication.recipient)
    return any(entry.reciprocal or not there.isdisjoint(entry.target) for entry in entries)


def _of(view: View, predication: Predication) -> Iterator[Relation]:
    """The first sense that finds its parties; what a speaker says stands beside it, once of each
    role."""
    read: set[object] = set()
    for entry in senses(view, predication):
        sense = entry.target if entry.holder == "author" else "held"
        found = [] if sense in read else list(_related(view, predication, entry))
        if found:
            read.add(sense)
            yield from found


def _related(view: View, predication: Predication, entry: StanceEntry) -> Iterator[Relation]:
    standing = stand(view, predication, entry)
    if standing is None:
        return
    mutual = list(_mutual(view, predication, entry))
    for one, other in mutual:
        aim = Aim(other, standing.bearing.kept("reciprocal"))
        yield _relation(predication, entry, standing, one, aim, predication.cue)
    for name in entry.target:
        reached = list(_reached(view, predication, entry, name, standing.bearing))
        if reached:
            reached += _passed_over(view, predication, entry, standing.bearing)
            evidence = _evidence(view, predication, name)
            for holder in _holders(view, predication, entry, standing):
                for aim in reached:
                    if aim.row != holder:
                        yield _relation(predication, entry, standing, holder, aim, evidence)
            return


def _reached(
    view: View, predication: Predication, entry: StanceEntry, name: str, bearing: Bearing
) -> Iterator[Aim]:
    if name in CLAUSAL:
        argument = predication.argument(name)
        if argument is not None and name == "clause":
            yield from _subject_of(view, argument, bearing)
        elif argument is not None and argument.predicate in view.at:
            yield from done(view, view.at[argument.predicate], bearing)
        return
    row = role(view, predication, name)
    ender = view.enders.get(predication.row)
    if row is None and ender is not None and name not in ROLES:
        row = role(view, ender, name)  # "dropped its objections to X"
    source = predication.agent if predication.pos == "noun" and name != "agent" else None
    if row is not None and row != source and _is_meant(view, entry, row):
        yield from aims(view, row, bearing)


def _passed_over(
    view: View, predication: Predication, entry: StanceEntry, bearing: Bearing
) -> Iterator[Aim]:
    """*backed Ann over **Lee***, *trusts Ann more than **Lee***: whom the choice is against."""
    if bearing.label is not StanceLabel.SUPPORT:
        return
    for name in entry.passed_over:
        row = role(view, predication, name)
        if row is not None and view.is_somebody(row):
            yield from aims(view, row, bearing.turned("comparison", tier=2))
            return


def _is_meant(view: View, entry: StanceEntry, row: int) -> bool:
    """Not *struck **a deal***, *fired **a question***, *attacked **each other***."""
    another = view.nominal(row).lemma in entry.without_object or _is_each_other(view, row)
    return not another and (view.is_somebody(row) or not entry.somebody)


def _subject_of(view: View, clause: Argument, bearing: Bearing) -> Iterator[Aim]:
    """*alleged that **Lee** lied*."""
    start, end = clause.pieces[0]
    for nominal in view.between(start, end):
        if nominal.function == "subject" and nominal.kind != "pronoun":
            yield from aims(view, nominal.head, bearing)
            return


def _holders(
    view: View, predication: Predication, entry: StanceEntry, standing: Stand
) -> Iterator[int | None]:
    if standing.urger is not None:
        yield from together(view, standing.urger)
    elif standing.spoken:
        yield None
    elif entry.holder == "author":
        yield from _judges(view, predication)
    elif entry.holder == "self":
        yield from _selves(view, predication)
    else:
        row = role(view, predication, entry.holder)
        ender = view.enders.get(predication.row)
        if ender is not None and (row is None or view.nominal(row).kind == "pronoun"):
            row = view.resolved(ender.agent)  # "Norland lifted its sanctions"
        if row is not None:
            yield from together(view, row)
        elif predication.passive and predication.modality in ("can", "ca"):
            yield None  # "cannot be trusted"


def _judges(view: View, predication: Predication) -> Iterator[int | None]:
    """*called X a **liar***: who says so, nobody known in *was called a liar*; None: whoever
    speaks."""
    namer = view.at.get(predication.namer) if predication.namer is not None else None
    if namer is None or namer.lemma not in view.words.naming:
        yield None
        return
    judge = view.resolved(namer.agent)
    if judge is not None:
        yield from together(view, judge)


def _selves(view: View, predication: Predication) -> Iterator[int]:
    """***Lee**, a critic of X*; ***Lee** is a critic of X*; ***the critics** of X*."""
    theme = view.resolved(predication.patient)
    apposed = view.apposed(predication.row) if predication.row in view.paragraph.nominals else []
    if theme is not None:
        yield from together(view, theme)
    elif apposed:
        yield from apposed
    elif predication.row in view.paragraph.nominals and not predication.negated:
        yield from together(view, predication.row)


def _mutual(view: View, predication: Predication, entry: StanceEntry) -> Iterator[tuple[int, int]]:
    """*attacked **each other***, and of a predicate that goes both ways: *the war between A and B*,
    *Lee clashed **with** Ann*, the way back, *Lee and Ann clashed*."""
    agent = role(view, predication, "agent")
    if agent is not None and any(_each_other(view, predication, entry)):
        yield from permutations(view.group(agent), 2)
    if not entry.reciprocal:
        return
    between, other = role(view, predication, "between"), role(view, predication, "with")
    if between is not None:
        yield from permutations(view.group(between), 2)
    elif agent is not None and other is not None:
        yield from product(view.group(other), view.group(agent))
    elif agent is not None and not any(_goals(view, predication, entry)):
        yield from permutations(view.group(agent), 2)


def _each_other(view: View, predication: Predication, entry: StanceEntry) -> Iterator[bool]:
    for name in entry.target:
        row = role(view, predication, name)
        if row is not None:
            yield _is_each_other(view, row)


def _is_each_other(view: View, row: int) -> bool:
    nominal = view.nominal(row)
    return view.text[nominal.start : nominal.end].lower() in view.words.mutual


def _goals(view: View, predication: Predication, entry: StanceEntry) -> Iterator[bool]:
    """What a target or a purpose stands in: *fought **to save the pier*** is no fight of two."""
    yield from (role(view, predication, name) is not None for name in entry.target)
    yield predication.argument("infinitive") is not None


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
    predication: Predication,
    entry: StanceEntry,
    standing: Stand,
    holder: int | None,
    aim: Aim,
    evidence: Range,
) -> Relation:
    return Relation(
        predication=predication,
        bearing=aim.bearing,
        basis=_basis(predication, entry, standing, aim),
        holder=holder,
        target=aim.row,
        stands_for_another=aim.stands_for_another,
        evidence=evidence,
        sense=f"{entry.label}.{entry.key}",
        tier=max(entry.tier, aim.bearing.tier),
    )


def _basis(predication: Predication, entry: StanceEntry, standing: Stand, aim: Aim) -> Basis:
    """What the entry says; to urge a deed is to speak, *a corrupt minister* only a tone."""
    if standing.spoken or standing.urger is not None:
        return Basis.EXPRESSED
    verdict = entry.pos == "adjective" and entry.holder == "author"
    return Basis.TONE if verdict and aim.row > predication.row else entry.basis

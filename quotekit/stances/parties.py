"""From an argument to those whom a stance is about."""

from __future__ import annotations

from collections.abc import Iterator

from quotekit.lexicon import StanceEntry
from quotekit.records import StanceLabel
from quotekit.stances.records import Bearing
from quotekit.stances.view import View
from quotekit.syntax.records import Nominal, Predication

DEPTH = 4
"""How many nouns a stance passes through: *criticism of the delay of the vote on …*."""


def role(view: View, predication: Predication, name: str) -> int | None:
    """The head row of the noun phrase in a role or behind a preposition."""
    if name in ("agent", "patient", "recipient"):
        return view.resolved(getattr(predication, name))
    forms = (name, f"object {name}")
    rows = (view.resolved(a.nominal) for a in predication.arguments if a.form in forms)
    return next((r for r in rows if r is not None and not _is_time(view, r)), None)


def _is_time(view: View, row: int) -> bool:
    """*blamed Lee on **Monday***."""
    return view.nominal(row).lemma in view.words.times


def targets(
    view: View, row: int, bearing: Bearing, depth: int = DEPTH
) -> Iterator[tuple[int, Bearing]]:
    """The noun phrase with all that it stands for, each with the label that reaches it."""
    for member in view.group(row):
        yield member, bearing
        if depth:
            yield from _passed_on(view, member, bearing, depth - 1)


def _passed_on(view: View, row: int, bearing: Bearing, depth: int) -> Iterator[tuple[int, Bearing]]:
    """*opposition to sanctions on X* is for X; *attacked X's record* is against X."""
    noun = view.at.get(row)
    relational = [e for e in view.entries(noun) if _relates(e)] if noun is not None else []
    passed = False
    for entry in relational:
        assert noun is not None
        for name in entry.target:
            inner = role(view, noun, name)
            if inner is None or inner == row:
                continue
            step = f"of {entry.key}"
            onward = bearing.kept(step)
            if entry.label is StanceLabel.OPPOSE:
                onward = bearing.turned(step)
            yield from targets(view, inner, onward, depth)
            passed = True
            break
    nominal = view.nominal(row)
    if nominal.lemma in view.words.apart or any(e.holder == "self" for e in relational):
        return
    if nominal.possessor is not None and nominal.possessor in view.paragraph.nominals:
        owner = view.resolved(nominal.possessor)
        if owner is not None:
            yield from targets(view, owner, bearing.kept("possessor"), depth)
    elif nominal.kind == "description":
        for modifier in _modifiers(view, nominal):
            yield modifier.head, bearing.kept("modifier")
    if not passed:
        for part in _parts_of(view, nominal):
            yield from targets(view, part.head, bearing.kept("of"), depth)


def _relates(entry: StanceEntry) -> bool:
    """Whether a noun relates two parties, as against a verdict on one."""
    return entry.holder != "author" and entry.label is not StanceLabel.NEUTRAL


def _modifiers(view: View, nominal: Nominal) -> Iterator[Nominal]:
    """*the **Okafor** campaign*: names that stand before the head."""
    return (
        part
        for part in view.inside(nominal.head)
        if part.head < nominal.head
        and part.kind == "name"
        and part.function == "other"
        and part.head != nominal.possessor
    )


def _parts_of(view: View, nominal: Nominal) -> Iterator[Nominal]:
    """*the policies of **Okafor***, *a speech by **Okafor***: the first noun phrase behind the
    preposition."""
    for part in view.inside(nominal.head):
        if part.head > nominal.head and part.function == "oblique":
            between = view.text[nominal.start : part.start].rstrip()
            if between.endswith((" of", " by")) and part.kind != "pronoun":
                yield part
            return

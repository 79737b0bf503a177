"""From an argument to those whom a stance is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from quotekit.lexicon import ROLES, StanceEntry
from quotekit.records import StanceLabel
from quotekit.speakers import names_body, names_somebody
from quotekit.stances.records import Bearing
from quotekit.stances.view import View
from quotekit.syntax.records import Nominal, Predication

DEPTH = 4
"""How many nouns a stance passes through: *criticism of the delay of the vote on …*."""
STEM = 3
"""How many letters a noun and its plural share at least."""
STANDING_FOR = frozenset({"possessor", "modifier", "of"})
"""The steps by which a thing stands for somebody: *attacked Lee's **record***."""


@frozen
class Aim:
    """A noun phrase that a stance reaches, and the label with which it does."""

    row: int
    bearing: Bearing
    stands_for_another: bool = False
    """*attacked Lee's **record***: Lee is meant."""


def role(view: View, predication: Predication, name: str) -> int | None:
    """The head row of the noun phrase in a role or behind a preposition."""
    if name in ROLES:
        return view.resolved(getattr(predication, name))
    forms = (name, f"object {name}")
    rows = (view.resolved(a.nominal) for a in predication.arguments if a.form in forms)
    return next((r for r in rows if r is not None and not _is_time(view, r)), None)


def _is_time(view: View, row: int) -> bool:
    """*blamed Lee on **Monday***."""
    return view.nominal(row).lemma in view.words.times


def aims(view: View, row: int, bearing: Bearing, depth: int = DEPTH) -> Iterator[Aim]:
    """The noun phrase with all that it stands for, each with the label that reaches it."""
    for member in view.group(row):
        reached = _contrasted(view, row, member, bearing)
        if reached is None or (member != row and _is_held(view, member)):
            continue
        onward = [*_passed_on(view, member, reached, depth - 1)] if depth else []
        description = view.nominal(member).kind == "description"
        yield Aim(member, reached, description and _reaches_another(reached, onward))
        yield from onward


def _reaches_another(bearing: Bearing, onward: Sequence[Aim]) -> bool:
    """Whether a thing stands for somebody whom a stance reaches as surely."""
    step = len(bearing.steps)
    sure = (aim.bearing.steps[step] for aim in onward if aim.bearing.tier == bearing.tier)
    return not STANDING_FOR.isdisjoint(sure)


def _is_held(view: View, row: int) -> bool:
    """*opposition to X or **his opposition** to Y*: the second is a stance of its own."""
    noun = view.at.get(row)
    return noun is not None and noun.pos == "noun" and noun.agent is not None


def _contrasted(view: View, row: int, member: int, bearing: Bearing) -> Bearing | None:
    """*Lee likes Ann but **not Robert***; *backs Ann **rather than Robert*** leaves Robert out."""
    if _is_left_out(view, row, member):
        return None
    denied = _is_denied(view, row, member)
    if denied and bearing.label is StanceLabel.OPPOSE:
        return None  # whoever blames Lee, not Ann, need not be for Ann
    return bearing.turned("contrast") if denied else bearing


def _is_left_out(view: View, row: int, member: int) -> bool:
    """*Ann rather than **Robert***."""
    return member != row and _between(view, row, member).endswith(tuple(view.words.leaving_out))


def _is_denied(view: View, row: int, member: int) -> bool:
    """*Ann but not **Robert***."""
    return member != row and (
        _between(view, row, member).endswith("not")
        or view.text.startswith("not ", view.nominal(member).start)
    )


def _between(view: View, row: int, member: int) -> str:
    """*Ann **but not** Robert*: up to a member of a group, from where the group begins."""
    return view.text[view.nominal(row).start : view.nominal(member).start].rstrip()


def together(view: View, row: int) -> list[int]:
    """Those who hold a stance as one: *Ann and **Robert***, not *Ann, not **Robert***."""
    return [
        member
        for member in view.group(row)
        if not _is_left_out(view, row, member) and not _is_denied(view, row, member)
    ]


def _passed_on(view: View, row: int, bearing: Bearing, depth: int) -> Iterator[Aim]:
    """*opposition to sanctions on X* is for X; *attacked X's record* is against X."""
    nominal, noun = view.nominal(row), view.at.get(row)
    read = senses(view, noun) if noun is not None else ()
    relational = [e for e in read if e.holder != "author"]
    if any(e.holder == "self" and e.label is StanceLabel.OPPOSE for e in relational):
        return  # "attacked Lee's critic" says nothing of Lee
    related = list(_related(view, noun, relational, bearing, depth)) if noun is not None else []
    yield from related
    if any(e.holder == "self" for e in relational):
        return
    yield from _named_before(view, nominal, bearing)
    if _is_another(view, nominal):
        return
    owned_body = names_body(nominal.lemma) and nominal.lemma not in view.words.proxy
    tier = 2 if owned_body else 1  # "sued Lee's company"
    unwanted = nominal.lemma in view.words.wanting and not related  # "the lack of X"
    owner = view.resolved(nominal.possessor)
    if owner is not None and view.nominal(owner).lemma not in view.words.common:
        owned = bearing.turned(nominal.lemma) if unwanted else bearing.kept("possessor", tier)
        yield from aims(view, owner, owned, depth)
    if nominal.lemma in view.words.instrument:
        for deed in view.deeds.get(row, ()):
            yield from done(view, deed, bearing, depth)
    if not related and owner is None and nominal.kind == "description":
        for preposition, part in _parts_of(view, nominal):
            turned = unwanted and preposition != "by"
            onward = bearing.turned(nominal.lemma) if turned else bearing.kept("of", tier)
            if turned or preposition != "to":
                yield from aims(view, part.head, onward, depth)


def _is_another(view: View, nominal: Nominal) -> bool:
    """*attacked Lee's **wife***: somebody else; *Lee's **campaign*** acts for Lee."""
    somebody = names_somebody(nominal.lemma) and not names_body(nominal.lemma)
    own = somebody and nominal.lemma not in view.words.proxy
    return own or nominal.lemma in view.words.apart


def _named_before(view: View, nominal: Nominal, bearing: Bearing) -> Iterator[Aim]:
    """*the **Okafor** campaign* is Okafor; less surely *the **Marsh** plan*, *his **Norlandish**
    colleagues*."""
    if nominal.kind != "description":
        return
    acting = nominal.lemma in view.words.proxy and not _is_another(view, nominal)
    for modifier in _modifiers(view, nominal):
        yield Aim(modifier.head, bearing.kept("modifier", 1 if acting else 2))


def _related(
    view: View, noun: Predication, senses: list[StanceEntry], bearing: Bearing, depth: int
) -> Iterator[Aim]:
    """*sanctions on X*: whom a noun with a stance of its own is about."""
    for entry in senses:
        for name in entry.target:
            inner = role(view, noun, name)
            if inner is not None and inner != noun.row:
                yield from aims(view, inner, bearing.through(entry, f"of {entry.key}"), depth)
                break


def done(view: View, deed: Predication, bearing: Bearing, depth: int = DEPTH) -> Iterator[Aim]:
    """*supports **banning** X*, *a bill that **bans** X*: whom the deed would reach."""
    if deed.negated:
        return
    for entry in senses(view, deed):
        if entry.holder != "agent":
            continue
        rows = (role(view, deed, name) for name in entry.target)
        target = next((row for row in rows if row is not None), None)
        if target is not None:
            yield from aims(view, target, bearing.through(entry, entry.key), depth)
            return


def senses(view: View, predication: Predication) -> Iterator[StanceEntry]:
    """The senses whose object and complements are there: those that ask for them come first."""
    patient = view.paragraph.nominal(predication.patient)
    entries = view.entries(predication)
    fixed = [e for e in entries if e.with_object or e.beside or e.with_word]
    yield from (e for e in fixed if _is_complete(view, predication, e))
    lemma = patient.lemma if patient is not None else None
    yield from (e for e in entries if e not in fixed and lemma not in e.without_object)


def _is_complete(view: View, predication: Predication, entry: StanceEntry) -> bool:
    """*poke **fun** at*, *take X **to court***, *speak **highly** of*: what makes the sense."""
    forms = set()
    for argument in predication.arguments:
        form, noun = argument.form.removeprefix("object "), view.paragraph.nominal(argument.nominal)
        forms |= {form, f"{form} {noun.lemma}" if noun is not None else form}
    rows = (role(view, predication, name) for name in entry.target)
    target = view.paragraph.nominal(next((row for row in rows if row is not None), None))
    of = view.paragraph.nominal(predication.patient) or target
    noun = view.paragraph.nominal(predication.row)
    start = noun.start if noun is not None else predication.cue[0]
    way = view.text[start : target.start if target is not None else predication.cue[1]]
    return (
        (not entry.with_object or (of is not None and of.lemma in entry.with_object))
        and entry.beside <= forms
        and (not entry.with_word or not entry.with_word.isdisjoint(way.lower().split()))
    )


def _modifiers(view: View, nominal: Nominal) -> Iterator[Nominal]:
    """*the **Okafor** campaign*: names that stand before the head."""
    return (
        part
        for part in view.inside(nominal.head)
        if part.head < nominal.head
        and part.kind == "name"
        and part.function == "other"
        and part.head != nominal.possessor
        and not view.text[nominal.start : part.start].lower().endswith(tuple(view.words.against))
    )


def _parts_of(view: View, nominal: Nominal) -> Iterator[tuple[str, Nominal]]:
    """*the policies of **Okafor***, *a speech by **Okafor***, *an end to **the siege***: the first
    noun phrase behind a preposition, with that."""
    for part in view.inside(nominal.head):
        if part.head > nominal.head and part.function == "oblique":
            *_, head, preposition = ["", "", *view.text[nominal.start : part.start].split()]
            own = head.lower()[:STEM] == nominal.lemma[:STEM]  # not "the plan denounced by Lee"
            if own and preposition in ("of", "by", "to") and part.kind != "pronoun":
                yield preposition, part
            return

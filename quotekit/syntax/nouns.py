"""Nouns as predicates: *his **opposition** to X*, ***criticism** of X by Y*, *made the **claim**
that …*."""

from __future__ import annotations

from collections.abc import Iterable

from quotekit.lexicon import ROLES, Predicates
from quotekit.syntax.arguments import arguments, borrowed
from quotekit.syntax.clauses import is_content_clause
from quotekit.syntax.groups import (
    cue_range,
    first_of_group,
    if_head,
    is_denied,
    is_negated,
    modality,
    reported_in,
)
from quotekit.syntax.nominals import is_head
from quotekit.syntax.records import Argument, Predication, places
from quotekit.syntax.roles import by_agent, surface_subject
from quotekit.syntax.structure import Structure
from quotekit.syntax.themes import (
    framed_agent,
    full_of,
    is_the,
    naming_verb,
    relative_light,
    sender,
    source_of,
    sufferer,
    theme,
    under_fire,
    whole_bout,
)
from quotekit.syntax.tree import Tree


def noun(tree: Tree, structure: Structure, row: int, wanted: Predicates) -> Iterable[Predication]:
    """The noun with its own complements and those of its light verb."""
    needs = wanted.needs("noun", tree.lemma[row])
    if needs is None:
        return
    light = _light_verb(tree, structure, row)
    suffering = _suffering_verb(tree, structure, row, light)
    found = _complements(tree, structure, row, light, suffering)
    there = {*ROLES, *places(found), *_behind_verb(tree, row)}
    if needs.arguments and needs.arguments.isdisjoint(there):
        return
    agent = _agent(tree, structure, row, light, suffering)
    full = full_of(tree, structure, row)
    linked = row if tree.dep[row] == "attr" else full
    verb = tree.head[linked] if light is None and linked is not None else light
    owned = light is None or tree.has(row, "poss")
    first = row if owned else first_of_group(tree, light or row)
    yield Predication(
        row=row,
        lemma=tree.lemma[row],
        pos="noun",
        cue=cue_range(tree, first, row)
        if owned or (light is not None and light < row)
        else tree.range(row, row),
        agent=if_head(tree, agent),
        patient=if_head(tree, theme(tree, structure, row)),
        recipient=None,
        arguments=found,
        negated=is_denied(tree, structure, row)
        or any(at is not None and is_negated(tree, structure, at) for at in (verb, full)),
        passive=False,
        modality=modality(tree, structure, verb if verb is not None else row),
        under=(light,) if light is not None else (),
        namer=naming_verb(tree, row),
        within=reported_in(tree, row),
        sentence=tree.sentence_range(row),
    )


def _agent(
    tree: Tree, structure: Structure, row: int, light: int | None, suffering: int | None
) -> int | None:
    """***Lee**'s support*, *support by **Lee***, ***Lee** voiced support*, *drew criticism from
    **Lee***, ***Norland** support*."""
    possessor = tree.child_as(row, "poss")
    agent = possessor if possessor is not None else by_agent(tree, row)
    if agent is None:
        agent = sender(tree, row)
    if light is not None and suffering is None and agent is not None and tree.pos[agent] == "PRON":
        agent = surface_subject(tree, structure, light)  # "Lee voiced his support"
    named = (c for c in tree.children_among(row, "compound", "nmod", "amod") if is_head(tree, c))
    before = next(named, None)
    if agent is None and before is not None and tree.has(row, "prep"):
        agent = before  # "expressed Norland's support", "expressed Norland support for X"
    if agent is None and suffering is not None:
        agent = source_of(tree, suffering, row)
    elif agent is None and light is not None:
        subject = surface_subject(tree, structure, light)
        agent = subject if subject != row else None
    if agent is None:
        agent = before
    return framed_agent(tree, structure, row) if agent is None else agent


def _complements(
    tree: Tree, structure: Structure, row: int, light: int | None, suffering: int | None
) -> tuple[Argument, ...]:
    """Its own, those of the phrase that stands for it (*a wave of **criticism** of X*) and of the
    verb."""
    bout = whole_bout(tree, structure, row)
    found = [*arguments(tree, structure, row)]
    if bout != row:
        found += (a for a in borrowed(tree, structure, bout) if a.nominal != row)
    if light is not None:
        found += _light_complements(tree, structure, light)
    if suffering is not None:
        found += sufferer(tree, structure, suffering)
    return tuple(found)


def _light_complements(tree: Tree, structure: Structure, light: int) -> Iterable[Argument]:
    """*gave its backing **to the plan***, *gave **the plan** its backing*: the parser may hang the
    complement on the verb."""
    yield from borrowed(tree, structure, light)
    for noun in tree.children_as(light, "dative"):
        if tree.pos[noun] != "ADP":
            yield Argument("to", tree.pieces(tree.subtree(noun)), nominal=noun)


def _behind_verb(tree: Tree, row: int) -> Iterable[str]:
    """*dropped its objections **to the plan***: the parser may hang them on any verb."""
    if tree.dep[row] == "dobj":
        for preposition in tree.children_as(tree.head[row], "prep"):
            yield tree.lemma[preposition]


def _light_verb(tree: Tree, structure: Structure, row: int) -> int | None:
    """*made the **claim***, *drew a wave of **criticism***, *the support that he **gave***; *in a
    statement* is none."""
    behind = relative_light(tree, structure, row)
    if behind is not None:
        return behind
    light = structure.light | structure.conveying if _has_clause(tree, row) else structure.light
    row = whole_bout(tree, structure, row)
    head = tree.head[row]
    if tree.dep[row] in ("dobj", "attr") and tree.pos[head] == "VERB" and tree.lemma[head] in light:
        return head
    if (
        tree.dep[row] == "nsubjpass"
        and tree.lemma[head] in structure.light
        and (by_agent(tree, head) is not None or tree.lemma[head] in structure.pointing)
    ):
        return head
    return None


def _has_clause(tree: Tree, row: int) -> bool:
    """*no doubt **that he left***, *orders **to leave***."""
    return any(is_content_clause(tree, row, clause) for clause in tree.children_as(row, "acl"))


def _suffering_verb(tree: Tree, structure: Structure, row: int, light: int | None) -> int | None:
    """*drew **criticism***, *came under **attack***: a verb whose subject the noun is about."""
    if light is not None and (
        tree.lemma[light] in structure.inverse_light
        or (tree.lemma[light] in ("have", "enjoy") and is_the(tree, row))
    ):
        return light
    return under_fire(tree, structure, row)

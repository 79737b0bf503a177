"""Predicates that stand beside a clause or under a copula: prepositions and adverbs."""

from __future__ import annotations

from collections.abc import Iterator

from quotekit.lexicon import Predicates
from quotekit.syntax.arguments import complements
from quotekit.syntax.groups import (
    cue_range,
    first_of_group,
    if_head,
    is_negated,
    modality,
    reported_in,
)
from quotekit.syntax.hosts import rest_of_clause
from quotekit.syntax.records import Argument, Predication, Range
from quotekit.syntax.roles import surface_subject
from quotekit.syntax.structure import Structure
from quotekit.syntax.tree import Tree


def preposition(
    tree: Tree, structure: Structure, row: int, wanted: Predicates
) -> Iterator[Predication]:
    """*according to Lee*; *in the view of Lee*: the rest of the clause is what Lee holds."""
    inner = tree.child_as(row, "prep")
    last = row if inner is None else inner
    noun = tree.child_as(last, "pobj")
    if noun is None:
        return
    word = tree.word[row]
    lemma = word if inner is None else f"{word} {tree.lemma[inner]}"
    if wanted("preposition", f"{word} {tree.lemma[noun]}"):
        lemma, holder = f"{word} {tree.lemma[noun]}", tree.child_as(noun, "poss")
        of = tree.child_as(noun, "prep")
        if holder is None and of is not None and tree.lemma[of] == "of":
            holder, noun = tree.child_as(of, "pobj"), of
        if holder is None:  # "in other words"
            return
        last, noun = noun, holder
    needs = wanted.needs("preposition", lemma)
    if needs is None or (needs.arguments and "clause" not in needs.arguments):
        return
    pieces = rest_of_clause(tree, structure, row)
    if pieces:
        yield _beside(tree, row, "preposition", lemma, cue_range(tree, row, last), noun, pieces)


def adverb(tree: Tree, structure: Structure, row: int) -> Iterator[Predication]:
    """*The pier has **reportedly** been sold*: the clause is what somebody says."""
    pieces = rest_of_clause(tree, structure, row)
    if pieces and tree.pos[tree.head[row]] in ("VERB", "AUX"):
        cue = cue_range(tree, row, row)
        yield _beside(tree, row, "adverb", tree.lemma[row], cue, None, pieces)


def _beside(
    tree: Tree,
    row: int,
    pos: str,
    lemma: str,
    cue: Range,
    agent: int | None,
    pieces: tuple[Range, ...],
) -> Predication:
    return Predication(
        row=row,
        lemma=lemma,
        pos=pos,
        cue=cue,
        agent=if_head(tree, agent),
        patient=None,
        recipient=None,
        arguments=(Argument("clause", pieces, predicate=tree.head[row]),),
        negated=False,
        passive=False,
        modality=None,
        within=reported_in(tree, row),
        sentence=tree.sentence_range(row),
    )


def stand(tree: Tree, structure: Structure, row: int, wanted: Predicates) -> Iterator[Predication]:
    """*Lee is **against** the plan*, *is **at odds** with Ann*: the preposition is what is said of
    Lee."""
    copula, noun = tree.head[row], tree.child_as(row, "pobj")
    if tree.pos[copula] != "AUX" or tree.dep[row] != "prep" or noun is None:
        return
    if tree.has(copula, "attr", "acomp"):
        return
    lemma, last = f"{tree.lemma[row]} {tree.lemma[noun]}", noun
    if not wanted.include("preposition", lemma):
        lemma, last = tree.lemma[row], row
    if not wanted.include("preposition", lemma):
        return
    yield Predication(
        row=row,
        lemma=lemma,
        pos="preposition",
        cue=cue_range(tree, first_of_group(tree, copula), last),
        agent=if_head(tree, surface_subject(tree, structure, copula)),
        patient=if_head(tree, noun),
        recipient=None,
        arguments=(
            Argument("object", tree.pieces(tree.subtree(noun)), nominal=noun),
            *complements(tree, structure, noun),
            *(a for a in complements(tree, structure, copula) if a.nominal != noun),
        ),
        negated=is_negated(tree, structure, copula),
        passive=False,
        modality=modality(tree, structure, copula),
        within=reported_in(tree, row),
        sentence=tree.sentence_range(row),
    )

"""Predicates within a word: *the **Norland-backed** rebels*, *an **anti-war** march*."""

from __future__ import annotations

from collections.abc import Iterator

from quotekit.syntax.groups import if_head, reported_in
from quotekit.syntax.nominals import is_head
from quotekit.syntax.records import Argument, Predication
from quotekit.syntax.tree import Tree

HYPHEN = "-"


def is_compounded(tree: Tree, row: int) -> bool:
    """*the so-**called** pier*: part of a word."""
    text, start, end = tree.parse.text, tree.parse.start, tree.parse.end
    return row > 0 and text[row - 1] == HYPHEN and end[row - 1] == start[row]


def is_prefix(tree: Tree, row: int) -> bool:
    """***anti**-war*, ***pro**-Norland*."""
    return row + 2 < len(tree) and is_compounded(tree, row + 2) and tree.head[row] > row + 2


def participle(tree: Tree, row: int) -> Iterator[Predication]:
    """*the Norland-**backed** rebels*: the name before the hyphen does it to the noun behind."""
    doer = tree.child_as(row, "npadvmod")
    if doer == row - 2 and tree.tag[row] == "VBN" and tree.dep[row] == "amod":
        yield _within(tree, row, "verb", doer, tree.head[row])


def prefix(tree: Tree, row: int) -> Iterator[Predication]:
    """*the **anti**-war party*: the noun behind is against the name or noun in the word."""
    named = (r for r in range(row + 2, tree.head[row]) if is_head(tree, r))
    yield _within(tree, row, "adjective", tree.head[row], next(named, None))


def _within(tree: Tree, row: int, pos: str, agent: int, patient: int | None) -> Predication:
    nominal = if_head(tree, patient)
    return Predication(
        row=row,
        lemma=tree.lemma[row] if pos == "verb" else tree.word[row],
        pos=pos,
        cue=tree.range(row, row),
        agent=if_head(tree, agent),
        patient=nominal,
        recipient=None,
        arguments=()
        if nominal is None
        else (Argument("object", (tree.range(nominal, nominal),), nominal=nominal),),
        negated=False,
        passive=pos == "verb",
        modality=None,
        within=reported_in(tree, row),
        sentence=tree.sentence_range(row),
    )

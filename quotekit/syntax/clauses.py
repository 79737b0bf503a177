"""Complement clauses: their form and their extent."""

from __future__ import annotations

from quotekit.syntax.records import Range
from quotekit.syntax.tree import Tree

QUESTION_WORDS = frozenset(
    {"whether", "if", "how", "why", "what", "who", "whom", "which", "where", "when", "whose"}
)
DROPPED_FIRST = frozenset({"cc", "punct"})


def is_content_clause(tree: Tree, row: int, child: int) -> bool:
    """*the claim **that he left***, *his promise **to leave***: nothing in it stands for the
    noun."""
    if tree.pos[row] not in ("NOUN", "PROPN", "ADJ"):
        return False
    if tree.tag[child] == "VB" and _has_to(tree, child):
        return True
    mark = tree.child_as(child, "mark")
    if mark is not None:
        return tree.lemma[mark] in ("that", "whether", "if")
    return False


def states(tree: Tree, row: int) -> bool:
    """Whether a clause before its verb may be said: not *While he agreed, Lee **noted** …*."""
    mark = tree.child_as(row, "mark")
    subject = tree.child_as(row, "nsubj", "nsubjpass", "expl")
    return mark is None and not (tree.tag[row] == "VBG" and subject is None)


def clause_form(tree: Tree, child: int) -> str:
    """Which of the lexicon's clausal forms a clause has."""
    if _says_that(tree, child):
        return "clause"
    subject = tree.child_as(child, "nsubj", "nsubjpass", "expl")
    if _has_to(tree, child) and subject is None:
        return "question" if _first_word(tree, child) in QUESTION_WORDS else "infinitive"
    if _has_to(tree, child):
        return "small"
    if _first_word(tree, child) in QUESTION_WORDS:
        return "question"
    auxiliary = tree.child_as(child, "aux", "auxpass")
    if tree.tag[child] == "VBG" and auxiliary is None:
        return "gerund" if subject is None else "small"
    if tree.pos[child] not in ("VERB", "AUX"):  # "considers the plan useless"
        return "small" if tree.dep[child] in ("xcomp", "ccomp") else "clause"
    bare = tree.tag[child] in ("VB", "VBN") and auxiliary is None and subject is None
    return "small" if bare and tree.dep[child] in ("xcomp", "ccomp") else "clause"


def _has_to(tree: Tree, row: int) -> bool:
    return any(tree.lemma[c] == "to" and tree.tag[c] == "TO" for c in tree.children[row])


def _first_word(tree: Tree, row: int) -> str:
    first = tree.left[row]
    while first < row and tree.dep[first] in DROPPED_FIRST:
        first += 1
    word = tree.parse.text[first].lower()
    if tree.tag[first] == "IN" and first < row and word not in QUESTION_WORDS:  # "in which"
        word = tree.parse.text[first + 1].lower()
    return word


def clause_pieces(tree: Tree, row: int, child: int) -> tuple[Range, ...]:
    """The clause itself, with those joined at a distance (*said **that** A, and **that** B*)."""
    rows = set(tree.subtree(child, without=(row,)))
    for sibling in tree.children_as(row, "conj", "ccomp"):
        if sibling > child and _says_that(tree, sibling):
            rows.update(tree.subtree(sibling))
    return tree.pieces(sorted(rows))


def _says_that(tree: Tree, row: int) -> bool:
    mark = tree.child_as(row, "mark")
    return mark is not None and tree.lemma[mark] == "that"

"""Complement clauses: their form and their extent."""

from __future__ import annotations

from quotekit.syntax.records import Range
from quotekit.syntax.roles import own_subject
from quotekit.syntax.structure import Structure
from quotekit.syntax.tree import Tree

FINITE = frozenset({"VBD", "VBZ", "VBP"})
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
    subject = tree.child_among(row, "nsubj", "nsubjpass", "expl")
    return mark is None and not (tree.tag[row] == "VBG" and subject is None)


def clause_form(tree: Tree, structure: Structure, child: int) -> str:
    """Which of the lexicon's clausal forms a clause has."""
    if _says_that(tree, child) or tree.left[child] < tree.head[child] < child:
        return "clause"
    subject = tree.child_among(child, "nsubj", "nsubjpass", "expl")
    asks = _first_word(tree, structure, child) in structure.question
    if _has_to(tree, child):
        return "small" if subject is not None else "question" if asks else "infinitive"
    if asks:
        return "question"
    auxiliary = tree.child_among(child, "aux", "auxpass")
    if tree.tag[child] == "VBG" and auxiliary is None:
        return "gerund" if subject is None else "small"
    if tree.pos[child] not in ("VERB", "AUX"):  # "considers the plan useless"
        return "small" if tree.dep[child] in ("xcomp", "ccomp") else "clause"
    bare = tree.tag[child] in ("VB", "VBN") and auxiliary is None and subject is None
    suffered = auxiliary is None and tree.has(child, "nsubjpass")  # "wants Lee fired"
    return "small" if (bare or suffered) and tree.dep[child] in ("xcomp", "ccomp") else "clause"


def _has_to(tree: Tree, row: int) -> bool:
    return any(tree.lemma[c] == "to" and tree.tag[c] == "TO" for c in tree.children[row])


def _first_word(tree: Tree, structure: Structure, row: int) -> str:
    first = tree.left[row]
    while first < row and tree.dep[first] in DROPPED_FIRST:
        first += 1
    word = tree.word[first]
    if tree.tag[first] == "IN" and first < row and word not in structure.question:  # "in which"
        word = tree.word[first + 1]
    return word


def clause_pieces(tree: Tree, structure: Structure, row: int, child: int) -> tuple[Range, ...]:
    """The clause itself, with what the parser has torn off it.

    Clauses joined at a distance (*said **that** A, and **that** B*), the rest of a sentence that it
    has not understood, and a subject that it hangs on the verb.
    """
    rows = set(tree.subtree(child))
    end = tree.right[child]
    for sibling in tree.children_among(row, "conj", "ccomp"):
        touches = tree.left[sibling] == end + 1 and not tree.is_edge[end + 1]
        goes_on = touches and tree.dep[sibling] == "ccomp"
        if sibling > child and (goes_on or _says_that(tree, sibling)):
            rows.update(tree.subtree(sibling))
            end = tree.right[sibling]
    if child > row:
        rows.update(_lost_subject(tree, row, child))
        rows.difference_update(_when_it_was_said(tree, structure, row, child))
    return tree.pieces(sorted(rows))


def _lost_subject(tree: Tree, row: int, child: int) -> list[int]:
    """*said **Ann Lee**, had failed*; *the plan **which** Lee said would fail*."""
    finite = tree.tag[child] in FINITE or tree.child_among(child, "aux", "auxpass") is not None
    if not finite or tree.child_among(child, "mark", "nsubj", "nsubjpass", "expl") is not None:
        return []
    for noun in tree.children_among(row, "nsubj", "dobj"):
        if noun < row and tree.tag[noun] in ("WDT", "WP"):
            return tree.subtree(noun)
        if row < noun < child and noun != own_subject(tree, row):
            return list(range(tree.left[noun], tree.left[child]))
    return []


def _when_it_was_said(tree: Tree, structure: Structure, row: int, child: int) -> list[int]:
    """*said **on Friday** she would leave*: right behind the verb it belongs to the verb."""
    if tree.left[child] != row + 1:
        return []
    for phrase in tree.children_among(child, "prep", "npadvmod"):
        noun = tree.child_as(phrase, "pobj") if tree.dep[phrase] == "prep" else phrase
        if tree.left[phrase] == row + 1 and noun is not None:
            told = structure.occasion | structure.document
            if tree.is_time(noun) or tree.lemma[noun] in told:
                return tree.subtree(phrase)
    return []


def _says_that(tree: Tree, row: int) -> bool:
    mark = tree.child_as(row, "mark")
    return mark is not None and tree.lemma[mark] == "that"

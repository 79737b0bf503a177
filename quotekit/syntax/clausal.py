"""Clausal complements as arguments: clauses, what is said of an object, the text of a document."""

from __future__ import annotations

from collections.abc import Iterator

from quotekit.syntax.clauses import clause_form, clause_pieces, is_content_clause, states
from quotekit.syntax.hosts import fronted
from quotekit.syntax.nominals import is_head
from quotekit.syntax.records import Argument
from quotekit.syntax.roles import by_phrase, is_passive
from quotekit.syntax.structure import Structure
from quotekit.syntax.tree import Tree

LABELS = ("ccomp", "xcomp", "acl", "relcl", "csubj", "csubjpass")


def clausal(tree: Tree, structure: Structure, row: int) -> Iterator[Argument]:
    """The clauses and small clauses of a predicate, and the one in its document."""
    yield from _in_document(tree, structure, row)
    if is_medium(tree, structure, row):
        return
    for child in tree.children_as(row, *LABELS):
        yield from _clause(tree, structure, row, child)
    for child in tree.children_as(row, "oprd", "acomp"):
        yield from _predicative(tree, structure, row, child)
    for child in tree.children_as(row, "prep"):  # "seems like a bad dream"
        if tree.lemma[child] == "like" and tree.lemma[row] in structure.raising | structure.copula:
            yield from _predicative(tree, structure, row, child)
    for child in tree.children_as(row, "advcl"):
        yield from _adverbial(tree, row, child)


def _clause(tree: Tree, structure: Structure, row: int, child: int) -> Iterator[Argument]:
    dep = tree.dep[child]
    form = clause_form(tree, child)
    if dep in ("acl", "relcl"):
        if is_content_clause(tree, row, child):
            yield Argument(form, clause_pieces(tree, row, child), predicate=child)
    elif dep in ("csubj", "csubjpass"):
        if is_passive(tree, row):
            yield Argument(form, clause_pieces(tree, row, child), predicate=child)
    elif dep == "ccomp" and tree.left[child] < child < row:
        behind = any(other > row for other in tree.children_as(row, "ccomp"))
        if states(tree, child) and not behind:
            yield Argument(form, fronted(tree, structure, row, child), predicate=child)
    else:
        if form != "small" or dep == "ccomp":
            yield Argument(form, clause_pieces(tree, row, child), predicate=child)
        if dep == "xcomp":
            yield from _predicative(tree, structure, row, child)


def _adverbial(tree: Tree, row: int, child: int) -> Iterator[Argument]:
    """*made it clear **that …***, *called **for Lee to leave***: adverbial to the parser."""
    marks = {tree.lemma[mark] for mark in tree.children_as(child, "mark")}
    if "that" in marks and tree.pos[row] == "ADJ":
        yield Argument("clause", clause_pieces(tree, row, child), predicate=child)
    elif "for" in marks:
        rows = (r for r in tree.subtree(child) if r > tree.left[child])
        yield Argument("for", tree.pieces(rows), predicate=child)


def _in_document(tree: Tree, structure: Structure, row: int) -> Iterator[Argument]:
    """*said in a **statement** that …*: the clause that the parser hangs on the document."""
    for preposition in tree.children_as(row, "prep"):
        for noun in tree.children_as(preposition, "pobj"):
            if not is_medium(tree, structure, noun):
                continue
            for child in tree.children_as(noun, "acl"):
                if is_content_clause(tree, noun, child):
                    yield Argument("clause", clause_pieces(tree, noun, child), predicate=child)


def is_medium(tree: Tree, structure: Structure, row: int) -> bool:
    """*said **in a statement** that …*: it holds the words of the verb's subject."""
    above = tree.head[row]
    return (
        tree.dep[row] == "pobj"
        and tree.lemma[row] in structure.document
        and tree.lemma[above] == "in"
        and tree.pos[tree.head[above]] == "VERB"
    )


def _predicative(tree: Tree, structure: Structure, row: int, child: int) -> Iterator[Argument]:
    """*called him **a liar***, *expects Lee **to win***, *is expected **to win***, *seems
    **tired***."""
    theme = tree.child_as(row, "dobj", "dative")
    raising = tree.lemma[row] in structure.raising | structure.copula
    passive = is_passive(tree, row)
    if theme is None and (raising or passive):
        theme = tree.child_as(row, "nsubjpass", "nsubj")
    if theme is None or not is_head(tree, theme):
        return
    to = _experiencer(tree, child) if raising else None
    others = (to, by_phrase(tree, row) if passive else None)
    rows = {*tree.subtree(theme), *tree.subtree(child, without=others)}
    yield Argument("small", tree.pieces(sorted(rows)), nominal=theme, predicate=child)
    if to is not None:
        noun = tree.child_as(to, "pobj")
        yield Argument("to", tree.pieces(tree.subtree(to)), nominal=noun)


def _experiencer(tree: Tree, row: int) -> int | None:
    """*seems unwise **to me***."""
    for to in tree.children_as(row, "prep"):
        noun = tree.child_as(to, "pobj")
        if tree.lemma[to] == "to" and noun is not None and tree.pos[noun] == "PRON":
            return to
    return None

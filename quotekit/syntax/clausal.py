"""Clausal complements as arguments: clauses, what is said of an object, the text of a document."""

from __future__ import annotations

from collections.abc import Iterator

from quotekit.syntax.clauses import clause_form, clause_pieces, is_content_clause, states
from quotekit.syntax.groups import is_negated
from quotekit.syntax.hosts import fronted
from quotekit.syntax.nominals import is_head
from quotekit.syntax.records import Argument
from quotekit.syntax.roles import by_phrase, is_passive
from quotekit.syntax.structure import Structure
from quotekit.syntax.tree import Tree

LABELS = ("ccomp", "xcomp", "acl", "relcl", "csubj", "csubjpass")
WITH_CLAUSE = frozenset({"acomp", "advcl", "advmod", "dobj", "intj", "oprd", "prep", *LABELS})
"""How a clause hangs on a predicate, or the noun or preposition that holds one."""


def clausal(tree: Tree, structure: Structure, row: int) -> Iterator[Argument]:
    """The clauses and small clauses of a predicate, and the one in its document."""
    for preposition in tree.children_as(row, "prep"):
        yield from _in_document(tree, structure, preposition)
    if is_medium(tree, structure, row):
        return
    for child in tree.children_among(row, *LABELS):
        yield from _clause(tree, structure, row, child)
    yield from _small(tree, structure, row)
    for child in tree.children_among(row, "intj", "advmod"):  # "said yes", "said as much"
        if child > row and tree.lemma[child] in structure.answering:
            yield Argument("object", (tree.range(tree.left[child], child),))
    for child in tree.children_as(row, "advcl"):
        yield from _adverbial(tree, structure, row, child)


def _small(tree: Tree, structure: Structure, row: int) -> Iterator[Argument]:
    """*called him **a liar***, *found the plan **useless***, *seems **tired***."""
    if tree.lemma[row] in structure.naming:
        yield from _naming(tree, row)
    for noun in tree.children_as(row, "dobj"):
        yield from _behind_object(tree, noun)
    for child in tree.children_among(row, "oprd", "acomp"):
        yield from _predicative(tree, structure, row, child)
    for child in tree.children_as(row, "prep"):  # "seems like a bad dream"
        if tree.lemma[child] == "like" and tree.lemma[row] in structure.raising | structure.copula:
            yield from _predicative(tree, structure, row, child)


def _clause(tree: Tree, structure: Structure, row: int, child: int) -> Iterator[Argument]:
    dep = tree.dep[child]
    if dep == "ccomp" and tree.left[child] < child < row:
        behind = any(other > row for other in tree.children_as(row, "ccomp"))
        if states(tree, child) and not behind:
            form = clause_form(tree, structure, child)
            yield Argument(form, fronted(tree, structure, row, child), predicate=child)
    elif dep in ("ccomp", "xcomp"):
        yield from _complement(tree, structure, row, child)
    elif _brings(tree, row, child):
        form = clause_form(tree, structure, child)
        yield Argument(form, clause_pieces(tree, structure, row, child), predicate=child)


def _brings(tree: Tree, row: int, child: int) -> bool:
    """*it was said **that …***, *made clear **that …***, *the claim **that …***."""
    if tree.dep[child] in ("csubj", "csubjpass"):
        return is_passive(tree, row) or (tree.pos[row] == "ADJ" and child > row)
    return is_content_clause(tree, row, child)


def _complement(tree: Tree, structure: Structure, row: int, child: int) -> Iterator[Argument]:
    form = clause_form(tree, structure, child)
    if form == "question" and tree.lemma[tree.left[child]] in structure.fused:
        yield Argument("object", clause_pieces(tree, structure, row, child), predicate=child)
    if form in ("infinitive", "gerund"):
        rows = tree.subtree(child)
        yield Argument(form, tree.phrase(rows), predicate=child)
        if form == "gerund" and tree.child_as(child, "ccomp") is not None:
            yield Argument("clause", tree.pieces(rows), predicate=child)  # "said going was wrong"
    elif form != "small" or tree.dep[child] == "ccomp":
        yield Argument(form, clause_pieces(tree, structure, row, child), predicate=child)
    if tree.dep[child] == "xcomp":
        yield from _predicative(tree, structure, row, child)


def _naming(tree: Tree, row: int) -> Iterator[Argument]:
    """*called the vote in March **a farce***: whatever the parser makes of the two phrases."""
    if is_passive(tree, row):
        return
    named = [c for c in tree.children_among(row, "dobj", "oprd", "acomp", "appos") if c > row]
    if len(named) > 1 or any(tree.dep[c] == "oprd" for c in named):
        rows = range(tree.left[named[0]], tree.right[named[-1]] + 1)
        nominal = named[0] if is_head(tree, named[0]) else None
        yield Argument("small", tree.phrase(rows), nominal=nominal, predicate=named[-1])


def _behind_object(tree: Tree, noun: int) -> Iterator[Argument]:
    """*found that plan **useless***: an adjective behind its noun is said of it; not *something
    useful*."""
    last = tree.right[noun]
    if tree.pos[last] == "ADJ" and tree.pos[noun] != "PRON" and tree.head[last] == noun < last:
        yield Argument("small", tree.phrase(tree.subtree(noun)), nominal=noun, predicate=last)


def _adverbial(tree: Tree, structure: Structure, row: int, child: int) -> Iterator[Argument]:
    """*called **for Lee to leave***, *made it clear **that …***, *declined **to leave***: adverbial
    to the parser."""
    if child < row or tree.child_as(row, "ccomp") is not None:
        return
    first = tree.left[child]
    if first == row + 1 and tree.tag[first] == "TO" and tree.tag[child] == "VB":
        yield Argument("infinitive", tree.phrase(tree.subtree(child)), predicate=child)
        return
    marks = {tree.lemma[mark] for mark in tree.children_as(child, "mark")}
    subject = tree.child_among(child, "nsubj", "nsubjpass", "expl")
    if "for" in marks:
        rows = [r for r in tree.subtree(child) if r > first]
        yield Argument("for", tree.pieces(rows), predicate=child)
        return
    if "that" in marks and tree.pos[row] == "ADJ":
        form = "clause"
    elif "whether" in marks or (tree.tag[first] == "WRB" and is_negated(tree, structure, row)):
        form = "question"  # "has not said when it will open"
    elif subject is not None and not marks and tree.tag[first] != "WRB" and first == row + 1:
        form = "clause"  # "said after the vote he would leave"
    else:
        return
    yield Argument(form, clause_pieces(tree, structure, row, child), predicate=child)


def _in_document(tree: Tree, structure: Structure, preposition: int) -> Iterator[Argument]:
    """*said **in** a statement that …*: the clause that the parser hangs on the document."""
    for noun in tree.children_as(preposition, "pobj"):
        for child in tree.children_as(noun, "acl"):
            if is_medium(tree, structure, noun) and is_content_clause(tree, noun, child):
                pieces = clause_pieces(tree, structure, noun, child)
                yield Argument("clause", pieces, predicate=child)


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
    theme = tree.child_among(row, "dobj", "dative")
    raising = tree.lemma[row] in structure.raising or tree.lemma[row] in structure.copula
    passive = is_passive(tree, row)
    if theme is None and (raising or passive):
        theme = tree.child_among(row, "nsubjpass", "nsubj")
    if theme is None or not is_head(tree, theme):
        return
    to = _experiencer(tree, child) if raising else None
    others = (to, by_phrase(tree, row) if passive else None)
    rows = {*tree.subtree(theme), *tree.subtree(child, without=others)}
    yield Argument("small", tree.phrase(rows), nominal=theme, predicate=child)
    for noun in () if to is None else tree.children_as(to, "pobj"):
        yield Argument("to", tree.pieces(tree.subtree(noun)), nominal=noun)


def _experiencer(tree: Tree, row: int) -> int | None:
    """*seems unwise **to me***."""
    for to in tree.children_as(row, "prep"):
        noun = tree.child_as(to, "pobj")
        if tree.lemma[to] == "to" and noun is not None and tree.pos[noun] == "PRON":
            return to
    return None

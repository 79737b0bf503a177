"""The complements of a predicate, named by form, with the characters they cover."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from quotekit.syntax.clauses import (
    clause_form,
    clause_pieces,
    host_pieces,
    is_content_clause,
    parenthetical_pieces,
)
from quotekit.syntax.nominals import is_head
from quotekit.syntax.records import Argument
from quotekit.syntax.roles import is_passive
from quotekit.syntax.structure import Structure
from quotekit.syntax.tree import Tree

PREDICATING = frozenset({"as", "of"})
"""*described it **as** useful*, *accused Lee **of** lying*."""
SAID_OF_OBJECT = PREDICATING | {"about", "against", "for", "over", "to", "with"}
"""*criticised the firm **for** its delays*, *voiced concern **about** it*: parsers hang them on the
verb."""


def arguments(tree: Tree, structure: Structure, row: int) -> tuple[Argument, ...]:
    """All complements of a verb, adjective or noun, the clausal ones first."""
    around = parenthetical_pieces(tree, row) if tree.pos[row] == "VERB" else ()
    if around:
        found = [Argument("clause", around)]
    else:
        found = [*_in_document(tree, structure, row)]
        if not is_medium(tree, structure, row):
            found += _clausal(tree, structure, row)
        if not any(a.form == "clause" for a in found):
            found.append(Argument("clause", host_pieces(tree, row), predicate=tree.head[row]))
    found += _nominal(tree, structure, row)
    found += _prepositional(tree, row)
    return tuple(a for a in found if a.pieces)


def _clausal(tree: Tree, structure: Structure, row: int) -> Iterator[Argument]:
    for child in tree.children_as(row, "ccomp", "xcomp", "acl", "relcl", "csubj", "csubjpass"):
        dep = tree.dep[child]
        if dep in ("acl", "relcl") and not is_content_clause(tree, row, child):
            continue
        if dep in ("csubj", "csubjpass") and not is_passive(tree, row):
            continue
        form = clause_form(tree, child)
        if form == "small" and dep == "xcomp":
            yield from _predicative(tree, structure, row, child)
            continue
        yield Argument(form, clause_pieces(tree, row, child), predicate=child)
        if dep == "xcomp":
            yield from _predicative(tree, structure, row, child)
    for child in tree.children_as(row, "oprd", "acomp"):
        yield from _predicative(tree, structure, row, child)


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
    if theme is None and (
        is_passive(tree, row) or tree.lemma[row] in structure.raising | structure.copula
    ):
        theme = tree.child_as(row, "nsubjpass", "nsubj")
        if theme is None and tree.dep[row] == "relcl":
            theme = None
    if theme is None or not is_head(tree, theme):
        return
    yield Argument(
        "small",
        tree.pieces(sorted({*tree.subtree(theme), *tree.subtree(child)})),
        nominal=theme,
        predicate=child,
    )


def _nominal(tree: Tree, structure: Structure, row: int) -> Iterator[Argument]:
    """The object, and with what is said of it: *described the talks **as useful***."""
    passive = is_passive(tree, row)
    for child in (
        tree.children_as(row, "nsubjpass") if passive else tree.children_as(row, "dobj", "attr")
    ):
        said_of_it = [
            phrase
            for phrase in tree.children_as(row, "prep")
            if phrase > child and tree.lemma[phrase] in SAID_OF_OBJECT
        ]
        rows = set(tree.subtree(child)).union(*(tree.subtree(phrase) for phrase in said_of_it))
        yield Argument("object", tree.pieces(sorted(rows)), nominal=child)
        for argument in _prepositional(tree, child):  # "waged war on X"
            yield evolve(argument, form=f"object {argument.form}")
        if any(tree.lemma[phrase] in PREDICATING for phrase in said_of_it):
            yield Argument("small", tree.pieces(sorted(rows)), nominal=child)


def _prepositional(tree: Tree, row: int) -> Iterator[Argument]:
    for preposition in tree.children_as(row, "prep", "dative", "agent"):
        yield from _under_preposition(tree, preposition, tree.lemma[preposition])


def _under_preposition(tree: Tree, preposition: int, form: str) -> Iterator[Argument]:
    verb = tree.head[preposition]
    if not tree.children[preposition] and tree.dep[verb] == "relcl":  # "whom Lee voted for"
        noun = tree.head[verb]
        yield Argument(form, (tree.range(noun, noun),), nominal=noun)
    for child in tree.children[preposition]:
        dep = tree.dep[child]
        if dep in ("pobj", "dobj"):
            yield Argument(form, tree.pieces(tree.subtree(child)), nominal=child)
        elif dep in ("pcomp", "ccomp"):
            yield Argument(form, tree.pieces(tree.subtree(child)), predicate=child)
        elif dep == "prep":  # "out against", "because of"
            yield from _under_preposition(tree, child, f"{form} {tree.lemma[child]}")

"""The complements of a predicate, named by form, with the characters they cover."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from quotekit.syntax.clauses import clause_form, clause_pieces, is_content_clause, states
from quotekit.syntax.hosts import around, fronted, host, trailing
from quotekit.syntax.nominals import is_head
from quotekit.syntax.records import Argument
from quotekit.syntax.roles import is_passive
from quotekit.syntax.structure import Structure
from quotekit.syntax.tree import Tree


def arguments(tree: Tree, structure: Structure, row: int) -> tuple[Argument, ...]:
    """All complements of a verb, adjective or noun, the clausal ones first."""
    verbal = tree.pos[row] in ("VERB", "AUX")
    parenthesis = around(tree, structure, row) if verbal else ()
    if parenthesis:
        found = [Argument("clause", parenthesis)]
    else:
        found = [*_in_document(tree, structure, row)]
        if not is_medium(tree, structure, row):
            found += _clausal(tree, structure, row)
        if verbal and not any(a.form == "clause" for a in found):
            pieces = trailing(tree, structure, row) or host(tree, row)
            found.append(Argument("clause", pieces, predicate=tree.head[row]))
    found += _nominal(tree, structure, row)
    found += _prepositional(tree, structure, row)
    return tuple(a for a in found if a.pieces)


def _clausal(tree: Tree, structure: Structure, row: int) -> Iterator[Argument]:
    """Clauses behind the predicate, else the one before it."""
    clauses = [*tree.children_as(row, "ccomp", "xcomp", "acl", "relcl", "csubj", "csubjpass")]
    behind = any(tree.dep[c] == "ccomp" for c in clauses if c > row)
    for child in clauses:
        dep = tree.dep[child]
        if dep in ("acl", "relcl") and not is_content_clause(tree, row, child):
            continue
        if dep in ("csubj", "csubjpass") and not is_passive(tree, row):
            continue
        if dep == "ccomp" and tree.left[child] < child < row:
            if not behind and states(tree, child):
                pieces = fronted(tree, structure, row, child)
                yield Argument(clause_form(tree, child), pieces, predicate=child)
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
        said_of_it = [*_said_of(tree, structure, row, child)]
        rows = set(tree.subtree(child)).union(*(tree.subtree(phrase) for phrase in said_of_it))
        yield Argument("object", tree.pieces(sorted(rows)), nominal=child)
        for argument in _prepositional(tree, structure, child):  # "waged war on X"
            yield evolve(argument, form=f"object {argument.form}")
        if any(tree.lemma[phrase] in structure.predicating for phrase in said_of_it):
            yield Argument("small", tree.pieces(sorted(rows)), nominal=child)


def _said_of(tree: Tree, structure: Structure, row: int, noun: int) -> set[int]:
    """*criticised the firm in May **for its delays***: what the parser hangs on the verb."""
    return {
        *_adjoined(tree, structure, row, noun),
        *(
            phrase
            for phrase in tree.children_as(row, "prep", "dative")
            if phrase > noun and tree.lemma[phrase] in structure.said_of_object
        ),
    }


def _adjoined(tree: Tree, structure: Structure, row: int, noun: int) -> Iterator[int]:
    """*opposed the sale of ships **in Norland***, *called for plans **to sell ships***: right
    behind."""
    edge = tree.right[noun]
    for phrase in sorted(tree.children_as(row, "prep", "dative", "advcl")):
        if tree.left[phrase] == edge + 1 and _goes_on(tree, structure, phrase):
            edge = tree.right[phrase]
            yield phrase


def _goes_on(tree: Tree, structure: Structure, phrase: int) -> bool:
    """Whether a phrase right behind a noun tells more of it, and not when or where it was said."""
    if tree.dep[phrase] == "advcl":
        return tree.tag[phrase] == "VB" and tree.tag[tree.left[phrase]] == "TO"
    noun = tree.child_as(phrase, "pobj")
    return (
        tree.lemma[phrase] in structure.telling_more
        and noun is not None
        and tree.lemma[noun] not in structure.occasion | structure.document
        and not tree.is_time(noun)
    )


def _prepositional(tree: Tree, structure: Structure, row: int) -> Iterator[Argument]:
    for preposition in tree.children_as(row, "prep", "dative", "agent"):
        for argument in _under_preposition(tree, preposition, tree.lemma[preposition]):
            yield _completed(tree, structure, row, argument)


def _completed(tree: Tree, structure: Structure, row: int, argument: Argument) -> Argument:
    """*called for **plans to sell ships***: with what the parser hangs on the verb."""
    noun = argument.nominal
    if noun is None or tree.pos[row] != "VERB":
        return argument
    rows = {r for phrase in _adjoined(tree, structure, row, noun) for r in tree.subtree(phrase)}
    pieces = tree.pieces(sorted(rows.union(tree.subtree(noun))))
    return evolve(argument, pieces=pieces) if rows else argument


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

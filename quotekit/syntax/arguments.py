"""The complements of a predicate, named by form, with the characters they cover."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotekit.syntax.clausal import WITH_CLAUSE, clausal
from quotekit.syntax.hosts import around, host, trailing
from quotekit.syntax.records import Argument
from quotekit.syntax.roles import by_phrase, is_passive, objects
from quotekit.syntax.structure import Structure
from quotekit.syntax.tree import Tree

WITH_OBJECT = frozenset({"agent", "attr", "conj", "dobj", "nsubjpass", "oprd", "prep"})
"""How an object hangs on a predicate, also that of a verb joined to it or of a passive
participle."""
WITH_PREPOSITION = frozenset({"advmod", "agent", "dative", "prep"})


def arguments(tree: Tree, structure: Structure, row: int) -> tuple[Argument, ...]:
    """All complements of a verb, adjective or noun, the clausal ones first; for a verb without one
    the clause that it stands in."""
    if tree.pos[row] not in ("VERB", "AUX"):
        return complements(tree, structure, row)
    parenthesis = around(tree, structure, row)
    if parenthesis:
        own = (a for a in complements(tree, structure, row) if a.predicate is None)
        return (Argument("clause", parenthesis), *own)
    found = complements(tree, structure, row)
    if any(a.predicate is not None and a.nominal is None for a in found):
        return found
    pieces = trailing(tree, structure, row) or host(tree, structure, row)
    return (Argument("clause", pieces, predicate=tree.head[row]), *found) if pieces else found


def complements(tree: Tree, structure: Structure, row: int) -> tuple[Argument, ...]:
    """What hangs on the predicate."""
    labels = tree.labels[row].keys()
    found: list[Argument] = []
    if not labels.isdisjoint(WITH_CLAUSE):
        found += clausal(tree, structure, row)
    if not labels.isdisjoint(WITH_OBJECT):
        found += _nominal(tree, structure, row)
    if not labels.isdisjoint(WITH_PREPOSITION):
        found += _prepositional(tree, structure, row)
    return tuple([argument for argument in found if argument.pieces])


def borrowed(tree: Tree, structure: Structure, row: int) -> tuple[Argument, ...]:
    """What hangs on one word and belongs to another that stands for it: *gave its backing **to the
    plan***."""
    found = complements(tree, structure, row)
    return tuple(a for a in found if a.form.split()[0] not in ("object", "small"))


def _nominal(tree: Tree, structure: Structure, row: int) -> Iterator[Argument]:
    """The object, and with what is said of it: *described the talks **as useful***."""
    passive = is_passive(tree, row)
    by = by_phrase(tree, row) if passive else None
    for noun, own in _objects(tree, structure, row, passive, by):
        said_of_it = _said_of(tree, structure, row, own[-1])
        phrases = (tree.subtree(phrase, without=(by,)) for phrase in said_of_it)
        pieces = tree.phrase({*own}.union(*phrases) if said_of_it else own)
        yield Argument("object", pieces, nominal=noun)
        for a in _prepositional(tree, structure, noun):  # "waged war on X"
            yield Argument(f"object {a.form}", a.pieces, a.nominal, a.predicate)
        for form in sorted({_form_of_small(tree, structure, phrase) for phrase in said_of_it}):
            yield Argument(form, pieces, nominal=noun)


def _objects(
    tree: Tree, structure: Structure, row: int, passive: bool, by: int | None
) -> Iterator[tuple[int, Sequence[int]]]:
    """Objects with their rows; *a plan **rejected by Lee*** has its noun for one."""
    found = tree.children_as(row, "nsubjpass" if passive else "attr")
    for noun in found if passive else sorted([*found, *objects(tree, row)]):
        yield noun, tree.subtree(noun)
    noun = tree.head[row]
    if by is None or tree.dep[row] != "acl" or tree.lemma[noun] in structure.document:
        return
    if tree.left[noun] < row:
        yield noun, range(tree.left[noun], row)


def _form_of_small(tree: Tree, structure: Structure, phrase: int) -> str:
    """*described it **as** useful* is ``small``; *is known **for** her temper* ``small for``."""
    lemma = tree.lemma[phrase]
    return "small" if lemma in structure.predicating else f"small {lemma}"


def _said_of(tree: Tree, structure: Structure, row: int, edge: int) -> set[int]:
    """*criticised the firm in May **for its delays***: what the parser hangs on the verb."""
    return {
        *_adjoined(tree, structure, row, edge),
        *(
            phrase
            for phrase in tree.children_among(row, "prep", "dative")
            if phrase > edge and tree.lemma[phrase] in structure.said_of_object
        ),
    }


def _adjoined(tree: Tree, structure: Structure, row: int, edge: int) -> Iterator[int]:
    """*opposed the sale of ships **in Norland***, *called for plans **to sell ships***: right
    behind."""
    if tree.right[row] == edge:
        return
    for phrase in tree.children_among(row, "prep", "dative", "advcl"):
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
        and tree.lemma[noun] not in structure.occasion
        and tree.lemma[noun] not in structure.document
        and not tree.is_time(noun)
    )


def _prepositional(tree: Tree, structure: Structure, row: int) -> Iterator[Argument]:
    for preposition in tree.children_among(row, "prep", "dative", "agent"):
        for argument in _under_preposition(tree, preposition, tree.lemma[preposition]):
            yield _completed(tree, structure, row, argument)
    for degree in tree.children_as(row, "advmod"):  # "trusts Lee more than Ann"
        for than in tree.children_as(degree, "prep"):
            if tree.lemma[than] == "than" and tree.word[degree] in structure.more:
                yield from _under_preposition(tree, than, "than")


def _completed(tree: Tree, structure: Structure, row: int, argument: Argument) -> Argument:
    """*called for **plans to sell ships***: with what the parser hangs on the verb."""
    noun = argument.nominal
    if noun is None or tree.pos[row] != "VERB":
        return argument
    phrases = [*_adjoined(tree, structure, row, tree.right[noun])]
    if not phrases:
        return argument
    rows = set(tree.subtree(noun)).union(*map(tree.subtree, phrases))
    return Argument(argument.form, tree.phrase(rows), nominal=noun)


def _under_preposition(tree: Tree, preposition: int, form: str) -> Iterator[Argument]:
    verb = tree.head[preposition]
    if not tree.children[preposition] and tree.dep[verb] == "relcl":  # "whom Lee voted for"
        noun = tree.head[verb]
        yield Argument(form, (tree.range(noun, noun),), nominal=noun)
    for child in tree.children[preposition]:
        dep = tree.dep[child]
        if dep in ("pobj", "dobj"):
            yield Argument(form, tree.phrase(tree.subtree(child)), nominal=child)
        elif dep in ("pcomp", "ccomp"):
            yield Argument(form, tree.phrase(tree.subtree(child)), predicate=child)
        elif dep == "prep":  # "out against", "because of"
            yield from _under_preposition(tree, child, f"{form} {tree.lemma[child]}")

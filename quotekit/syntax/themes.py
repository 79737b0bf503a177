"""Nouns and adjectives as predicates: whom they are said of, and whom a noun in a phrase is by."""

from __future__ import annotations

from collections.abc import Iterator

from quotekit.syntax.groups import short_of
from quotekit.syntax.nominals import antecedent
from quotekit.syntax.records import Argument
from quotekit.syntax.roles import is_passive, own_subject, surface_subject
from quotekit.syntax.structure import Structure
from quotekit.syntax.tree import Tree

PERFORMANCES = frozenset({("do", "job"), ("do", "work")})
CLAUSAL = frozenset({"VERB", "AUX"})


def theme(tree: Tree, structure: Structure, row: int) -> int | None:
    """*Lee is a **critic***; *Lee, a **critic***; *called Lee a **liar***; *seen as a **hero***."""
    own = tree.child_among(row, "nsubj", "nsubjpass")
    if own is not None:
        return own
    dep, head = tree.dep[row], tree.head[row]
    if dep == "attr":
        return surface_subject(tree, structure, head)
    if dep == "appos":
        return head
    if _is_ahead(tree, row):
        return own_subject(tree, head)
    none = short_of(tree, row)
    if none is not None:
        return surface_subject(tree, structure, tree.head[none])
    if dep == "conj" and tree.pos[head] in ("NOUN", "ADJ", "NUM"):
        return theme(tree, structure, head)
    if dep == "pobj" and tree.lemma[head] in ("of", "among"):
        return _one_of(tree, structure, head)
    verb = naming_verb(tree, row)
    return _named(tree, structure, verb, row) if verb is not None else None


def _is_ahead(tree: Tree, row: int) -> bool:
    """***A critic of Lee**, Ann smiled*: it says who the subject behind the comma is."""
    verb, comma = tree.head[row], tree.right[row] + 1
    ahead = tree.dep[row] in ("advcl", "dep", "npadvmod", "nsubj") and tree.has(row, "prep")
    if not ahead or tree.pos[verb] not in CLAUSAL:
        return False
    subject = own_subject(tree, verb)
    return subject is not None and tree.left[subject] == comma + 1 and tree.parse.text[comma] == ","


def naming_verb(tree: Tree, row: int) -> int | None:
    """*called Lee a **liar***, *described Lee as **corrupt***, *found Lee **guilty***: the verb by
    which somebody says it."""
    dep, head = tree.dep[row], tree.head[row]
    if dep in ("pobj", "amod", "pcomp") and tree.lemma[head] == "as":
        verb = tree.head[head]
    elif dep in ("conj", "amod") and tree.pos[head] in ("NOUN", "ADJ"):
        return naming_verb(tree, head)
    elif dep == "advcl" and tree.pos[row] not in CLAUSAL:
        behind_object = any(noun < row for noun in tree.children_as(head, "dobj"))
        verb = head if behind_object or _has_as(tree, row) else row
    elif dep == "oprd" or (dep == "ccomp" and tree.pos[row] not in CLAUSAL):
        verb = head
    else:
        return None
    return verb if tree.pos[verb] in CLAUSAL else None


def _has_as(tree: Tree, row: int) -> bool:
    return any(tree.lemma[c] == "as" for c in tree.children_as(row, "advmod"))


def _one_of(tree: Tree, structure: Structure, preposition: int) -> int | None:
    """*Lee is one of its **critics***, *Lee was among its **critics***."""
    above = tree.head[preposition]
    if tree.lemma[preposition] == "of":
        return theme(tree, structure, above) if tree.lemma[above] == "one" else None
    if tree.lemma[above] != "be" or tree.has(above, "attr", "acomp"):
        return None
    return surface_subject(tree, structure, above)


def relative_light(tree: Tree, structure: Structure, row: int) -> int | None:
    """*the **support** that Lee gave to X*."""
    for verb in tree.children_as(row, "relcl"):
        given = tree.child_as(verb, "dobj")
        refers = given is not None and antecedent(tree, structure, given) == row
        if tree.lemma[verb] in structure.light and (refers or gap(tree, verb) == row):
            return verb
    return None


def whole_bout(tree: Tree, structure: Structure, row: int) -> int:
    """*a day of **criticism***, *nothing but **respect***, *a million in **aid***: the phrase that
    holds the noun's place."""
    preposition = tree.head[row]
    above = tree.head[preposition]
    if tree.dep[row] != "pobj":
        return row
    bout = tree.lemma[preposition] == "of" and tree.lemma[above] in structure.bout
    only = tree.lemma[preposition] == "but" and tree.lemma[above] == "nothing"
    if bout or only:
        return above
    amount = tree.child_as(above, "dobj") if tree.pos[above] == "VERB" else above
    if amount is None or tree.lemma[preposition] != "in":
        return row
    return amount if tree.lemma[amount] in structure.amount else row


def described(tree: Tree, structure: Structure, noun: int) -> int:
    """*Lee is a great **mayor***, *Lee did a great **job***: an adjective says it of Lee; else of
    the noun."""
    verb = tree.head[noun]
    if tree.dep[noun] == "dobj" and (tree.lemma[verb], tree.lemma[noun]) in PERFORMANCES:
        subject = surface_subject(tree, structure, verb)
    else:
        beside = tree.dep[noun] == "appos" or short_of(tree, noun) is not None
        subject = theme(tree, structure, noun) if not beside else None
    return noun if subject is None else subject


def _named(tree: Tree, structure: Structure, verb: int, row: int) -> int | None:
    """*called **Lee** a liar*, *refers to **Lee** as a liar*; *emerged as a critic* has its
    subject."""
    misread = tree.child_as(row, "poss")
    if misread is not None and tree.pos[row] == "ADJ":  # "called her selfish"
        return misread
    named = tree.child_as(verb, "dobj")
    if named is None:
        of = next(
            (p for p in tree.children_as(verb, "prep") if tree.lemma[p] in ("of", "to")), None
        )
        named = tree.child_as(of, "pobj") if of is not None and of < row else None
    if named is None or is_passive(tree, verb):
        return surface_subject(tree, structure, verb)
    return named


def framed_agent(tree: Tree, structure: Structure, row: int) -> int | None:
    """*Lee spoke in **favour** of X*, *is locked in a **feud** with X*, *replied with **praise**
    for X*; *was killed in an **attack**
    on X* is another's."""
    filled = full_of(tree, structure, row)
    if filled is not None and tree.has(row, "prep"):
        return surface_subject(tree, structure, tree.head[filled])
    preposition = tree.head[row]
    if tree.dep[row] != "pobj" or tree.lemma[preposition] not in ("in", "with"):
        return None
    verb = tree.head[preposition]
    if tree.pos[verb] not in CLAUSAL or not tree.has(row, "prep"):
        return None
    if is_passive(tree, verb) and tree.lemma[verb] not in structure.embroiled:
        return None
    return surface_subject(tree, structure, verb)


def full_of(tree: Tree, structure: Structure, row: int) -> int | None:
    """*is **full** of praise for Lee*: the word whose subject feels it."""
    preposition = tree.head[row]
    full = tree.head[preposition]
    if tree.dep[row] != "pobj" or tree.lemma[preposition] != "of" or tree.dep[full] != "acomp":
        return None
    return full if tree.lemma[full] in structure.full else None


def under_fire(tree: Tree, structure: Structure, row: int) -> int | None:
    """*came under **attack** from Lee*, *was the target of **attacks** by Lee*: the verb, whose
    subject suffers it."""
    preposition = tree.head[row]
    above = tree.head[preposition]
    if tree.dep[row] != "pobj":
        return None
    if tree.lemma[preposition] == "of" and tree.lemma[above] in structure.sufferer:
        return tree.head[above] if tree.dep[above] == "attr" else None
    return above if tree.lemma[preposition] == "under" and tree.pos[above] in CLAUSAL else None


def source_of(tree: Tree, verb: int, row: int) -> int | None:
    """*drew criticism **from Lee***, *won the backing **of Lee***."""
    above = [tree.head[tree.head[row]]] if tree.dep[row] == "pobj" else []
    for host in (verb, *above, row):
        for preposition in tree.children_among(host, "prep", "agent"):
            if tree.lemma[preposition] in ("from", "by"):
                return tree.child_as(preposition, "pobj")
    owner = next((p for p in tree.children_as(row, "prep") if tree.lemma[p] == "of"), None)
    return tree.child_as(owner, "pobj") if owner is not None and is_the(tree, row) else None


def sender(tree: Tree, row: int) -> int | None:
    """*a warning **from Lee***."""
    found = (p for p in tree.children_as(row, "prep") if tree.lemma[p] == "from")
    return next((tree.child_as(p, "pobj") for p in found), None)


def is_the(tree: Tree, row: int) -> bool:
    """*has **the** support of Lee*, as against *has respect for Lee*."""
    return any(tree.lemma[c] == "the" for c in tree.children_as(row, "det")) and any(
        tree.lemma[p] == "of" for p in tree.children_as(row, "prep")
    )


def sufferer(tree: Tree, structure: Structure, verb: int) -> Iterator[Argument]:
    """***The plan** drew criticism*: the verb's subject is what the noun is about."""
    subject = surface_subject(tree, structure, verb)
    if subject is not None:
        yield Argument("subject", tree.pieces(tree.subtree(subject)), nominal=subject)


def gap(tree: Tree, row: int) -> int | None:
    """*the bill **Lee opposes***: the noun before a relative clause that has no object of its
    own."""
    for particle in tree.children_as(row, "prt"):  # "turned on Lee"
        if tree.has(particle, "pobj"):
            return tree.child_as(particle, "pobj")
    if tree.dep[row] != "relcl" or tree.child_as(row, "nsubj") is None:
        return None
    if tree.has(row, "dobj", "ccomp", "xcomp", "attr", "acomp") or any(
        not tree.children[p] for p in tree.children_as(row, "prep")
    ):
        return None
    subject = tree.child_as(row, "nsubj")
    relative = subject is not None and tree.word[subject] in ("who", "which", "that")
    return None if relative else tree.head[row]

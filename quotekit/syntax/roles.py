"""Who does it: subjects across passive, control, coordination, relative and participial clauses."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.syntax.nominals import antecedent, is_head
from quotekit.syntax.structure import Structure
from quotekit.syntax.tree import Tree

FINITE = frozenset({"VBD", "VBZ", "VBP"})
CLOSED_BY = frozenset({'"', "”", "''", "'", "’", "»"})
LONGEST_TITLE = 8
CLAUSAL = frozenset({"VERB", "AUX"})


def is_passive(tree: Tree, row: int) -> bool:
    """*was praised*; *praised by Lee*; *getting praised*."""
    if tree.has(row, "auxpass", "nsubjpass", "csubjpass"):
        return True
    if tree.tag[row] != "VBN" or tree.has(row, "aux", "nsubj"):
        return False
    if tree.dep[row] in ("acl", "amod", "relcl", "advcl"):  # "asked about it, Lee said"
        return tree.child_as(row, "dobj") is None or tree.child_as(row, "agent") is not None
    if tree.dep[row] == "conj" and tree.pos[tree.head[row]] == "VERB":
        return is_passive(tree, tree.head[row])
    return tree.child_as(row, "agent") is not None


def surface_subject(tree: Tree, structure: Structure, row: int) -> int | None:
    """The noun phrase in the subject's place, wherever the syntax has put it."""
    at: int | None = row
    while at is not None:
        inverted = _inverted_subject(tree, at)
        if inverted is not None:
            return inverted
        own = own_subject(tree, at)
        if own is not None:
            return None if _is_dummy(tree, own, at, row) else _speaking(tree, structure, own)
        dep, head = tree.dep[at], tree.head[at]
        if dep == "compound" and tree.tag[at] in FINITE:  # "Said Ann Lee: …"
            return head if is_head(tree, head) else None
        if dep == "acl" and _has_purpose(tree, structure, at):
            return _of_purpose(tree, structure, head)
        if dep in ("acl", "relcl") and is_head(tree, head):
            return _speaking(tree, structure, head)
        controlling = _controlling_verb(tree, structure, at)
        if controlling is not None:
            controller = _object_controller(tree, structure, controlling)
            if controller is not None:
                return controller
        at = _clause_above(tree, structure, at)
    return None


def _is_dummy(tree: Tree, subject: int, verb: int, row: int) -> bool:
    """***It** is hard to say*: nobody in particular says it."""
    if row == verb or tree.lemma[subject] != "it":
        return False
    state = tree.child_among(verb, "acomp", "attr")
    return state is not None and tree.pos[state] == "ADJ"


def own_subject(tree: Tree, row: int) -> int | None:
    """Of two the nearer: *Like sailors adrift, **they** back Lee*; *Harbour row: no deal, says
    **Lee***."""
    own = tree.children_among(row, "nsubj", "nsubjpass")
    if len(own) > 1:
        return min(own, key=lambda noun: abs(noun - row))
    return own[0] if own else None


def is_infinitive(tree: Tree, row: int) -> bool:
    """*to leave*."""
    return tree.tag[row] == "VB" and any(tree.tag[c] == "TO" for c in tree.children[row])


def _of_purpose(tree: Tree, structure: Structure, noun: int) -> int | None:
    """*Lee took the floor **to condemn** X*, *spoke at a rally **condemning** X*, *his bid **to
    oust** X*; the noun where it names the doer, *a bill **to ban** X*."""
    possessor = tree.child_as(noun, "poss")
    if possessor is not None:
        return possessor
    above = tree.head[noun]
    borne = tree.lemma[above] in structure.light or tree.lemma[above] == "in"
    if tree.lemma[noun] in structure.venture and not borne:
        return noun if is_head(tree, noun) else None
    while tree.pos[above] not in CLAUSAL and tree.head[above] != above:
        above = tree.head[above]
    subject = surface_subject(tree, structure, above) if tree.pos[above] in CLAUSAL else None
    return noun if subject is None and is_head(tree, noun) else subject


def _has_purpose(tree: Tree, structure: Structure, row: int) -> bool:
    """Whether what hangs on a noun is rather the subject's doing, or the noun's own purpose."""
    noun = tree.head[row]
    held = tree.dep[noun] == "pobj" and tree.lemma[noun] in structure.occasion
    return held or is_infinitive(tree, row) or _is_aside(tree, row)


def _is_aside(tree: Tree, row: int) -> bool:
    """*had words for the press, **calling** it lazy*: behind a comma it is the subject's doing."""
    comma = tree.parse.text[tree.left[row] - 1] if tree.left[row] else ""
    noun = tree.head[row]
    behind = tree.dep[noun] not in ("nsubj", "nsubjpass", "appos", "ROOT")
    return tree.tag[row] == "VBG" and comma == "," and behind


def _inverted_subject(tree: Tree, row: int) -> int | None:
    """*"…," **said Lee***: the noun phrase right behind, whatever the parser took it for."""
    if tree.tag[row] not in FINITE or not row or tree.parse.text[row - 1] not in CLOSED_BY:
        return None
    for noun in range(row + 1, min(row + LONGEST_TITLE, len(tree))):
        whole = tree.left[noun] <= row + 1 and tree.dep[noun] not in ("compound", "poss")
        if whole and is_head(tree, noun):
            return noun
        if tree.pos[noun] in ("PUNCT", "VERB", "AUX", "ADP"):
            return None
    return None


def _controlling_verb(tree: Tree, structure: Structure, row: int) -> int | None:
    """***urged** Ann to leave*, ***accused** Ann of lying*, ***needs** Ann to come*: the verb whose
    object may be the subject."""
    dep, head = tree.dep[row], tree.head[row]
    if dep == "pcomp":
        return charge_above(tree, structure, row)
    needed = dep == "advcl" and tree.lemma[head] in structure.needing and is_infinitive(tree, row)
    return head if dep == "xcomp" or needed else None


def _object_controller(tree: Tree, structure: Structure, verb: int) -> int | None:
    """*urged **Ann** to leave*, but *promised Ann to leave*; of a passive its own subject."""
    if tree.lemma[verb] in structure.subject_control or is_passive(tree, verb):
        return None
    dative = tree.child_as(verb, "dative")  # "gave credit to Ann for coming"
    if dative is not None and tree.pos[dative] == "ADP":
        dative = tree.child_as(dative, "pobj")
    controller = tree.child_as(verb, "dobj") if dative is None else dative
    return controller if controller is not None and is_head(tree, controller) else None


def charge_above(tree: Tree, structure: Structure, row: int) -> int | None:
    """*accused Ann of **lying***, *praised Ann for **coming***: the verb; its object does it."""
    preposition = tree.head[row]
    verb = tree.head[preposition]
    charged = tree.lemma[preposition] in structure.charging and tree.pos[verb] in CLAUSAL
    return verb if charged else None


def _clause_above(tree: Tree, structure: Structure, row: int) -> int | None:
    """The predicate whose subject this one shares; None where it has its own world."""
    dep, head = tree.dep[row], tree.head[row]
    if head == row:
        return None
    if (
        dep in ("conj", "xcomp", "advcl", "dep", "acomp", "prep", "agent")
        and tree.pos[head] in CLAUSAL
    ):
        return head
    if (dep == "advcl" and tree.pos[head] == "ADJ") or dep == "xcomp":
        return tree.head[head] if tree.dep[head] == "acomp" else head
    if dep == "pcomp":  # "by saying", "after telling": the verb that the preposition hangs on
        above = tree.head[head]
        if tree.dep[above] == "dobj" and tree.lemma[tree.head[above]] in structure.light:
            above = tree.head[above]  # "took the step of banning X"
        return above if tree.pos[above] in CLAUSAL else None
    if dep == "conj" and tree.dep[head] == "acomp":
        return tree.head[head]
    return None


def _speaking(tree: Tree, structure: Structure, row: int) -> int:
    """*a **statement** that said*: whoever made the statement; anybody else speaks for himself."""
    noun = antecedent(tree, structure, row)
    document = _document(tree, structure, row if noun is None else noun)
    maker = None if document is None else _maker(tree, structure, document)
    return row if maker is None else maker


def _document(tree: Tree, structure: Structure, noun: int) -> int | None:
    """*the **speech** of the year attacking X*, *a **campaign** attacking X*: what speaks."""
    while tree.lemma[noun] not in structure.document and tree.lemma[noun] not in structure.venture:
        if tree.dep[noun] != "pobj" or tree.lemma[tree.head[noun]] != "of":
            return None
        noun = tree.head[tree.head[noun]]
    return noun


def _maker(tree: Tree, structure: Structure, document: int) -> int | None:
    """*The ministry issued a **statement***, *a series of **tweets***."""
    of = tree.head[document]
    if tree.dep[document] == "pobj" and tree.lemma[tree.head[of]] in structure.measure:
        document = tree.head[of]
    verb = tree.head[document]
    if tree.dep[document] != "dobj" or tree.lemma[verb] not in structure.issuing:
        return None
    return surface_subject(tree, structure, verb) if not is_passive(tree, verb) else None


def by_agent(tree: Tree, row: int) -> int | None:
    """*praised **by Lee***."""
    by = by_phrase(tree, row)
    return tree.child_as(by, "pobj") if by is not None else None


def by_phrase(tree: Tree, row: int) -> int | None:
    """*described as useful **by Lee***: the parser may hang it on the complement."""
    for by in tree.children_among(row, "agent", "prep"):
        if tree.lemma[by] == "by":
            return by
    for complement in tree.children_among(row, "prep", "oprd"):
        if tree.lemma[complement] == "as" or tree.dep[complement] == "oprd":
            for noun in (complement, *tree.children_among(complement, "pobj", "amod")):
                for by in tree.children_among(noun, "prep", "agent"):
                    if tree.lemma[by] == "by" and tree.child_as(by, "pobj") is not None:
                        return by
    return None


def objects(tree: Tree, row: int) -> Sequence[int]:
    """Its own, else that of the verb joined right behind: *praised and defended **Lee***."""
    own = tree.children_as(row, "dobj")
    if own or not tree.has(row, "conj"):
        return own
    behind = [child for child in tree.children[row] if child > row]
    if not behind or tree.dep[behind[0]] != "cc":
        return own
    other = next((child for child in behind if tree.dep[child] == "conj"), None)
    joined = other is not None and tree.pos[other] == "VERB" and other == behind[0] + 1
    return objects(tree, other) if other is not None and joined else own

"""The verb group: auxiliaries, negation, particle, the verbs that merge, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from quotekit.lexicon import Predicates
from quotekit.syntax.nominals import is_head
from quotekit.syntax.records import Range
from quotekit.syntax.roles import charge_above
from quotekit.syntax.structure import Structure
from quotekit.syntax.tree import CLOSING_MARKS, Tree

GROUP = ("aux", "auxpass", "neg")
SHORT = frozenset({("anything", "but"), ("far", "from")})


def partner(tree: Tree, row: int, wanted: Predicates) -> int | None:
    """The word that makes one predicate with the verb: *point **out***; *shoot **back***, *make it
    **clear*** where the lexicon has the pair."""
    particle = tree.child_as(row, "prt")
    if particle is not None:
        return particle
    states = tree.children_among(row, "ccomp", "oprd", "acomp")
    adverb = row + 1
    if adverb in tree.children[row] and not tree.children[adverb]:
        states = [adverb, *states]
    for word in states:
        if word > row and wanted("verb", pair(tree, row, word)):
            return word
    return None


def pair(tree: Tree, row: int, other: int) -> str:
    """A verb's lemma with its partner: *point out*, *make known*."""
    return f"{tree.lemma[row]} {tree.word[other]}"


def cue_range(tree: Tree, first: int, last: int) -> Range:
    return tree.range(min(first, last), max(first, last))


def first_of_group(tree: Tree, top: int) -> int:
    """***would** not say*, *had **declined** to say*: the first auxiliary of the highest verb."""
    before = [c for c in tree.children_among(top, *GROUP) if c < top]
    if not before:
        return top
    first = before[0]
    subject = tree.child_among(top, "nsubj", "nsubjpass", "expl")
    if subject is not None and first < subject < top:  # "will Lee say", an inverted question
        return tree.right[subject] + 1
    return first if tree.tag[first] != "TO" else min((c for c in before if c > first), default=top)


def last_of_group(tree: Tree, row: int, other: int | None) -> int:
    """With the partner, unless it stands apart: *pointed **out***, *made it **clear***."""
    if other is None or (tree.dep[other] == "prt" and other != row + 1):
        return row
    return other


def governors(tree: Tree, structure: Structure, row: int) -> Iterator[int]:
    """The predicates above that share the agent, nearest first: *wants to be able to **say***."""
    at = row
    while tree.dep[at] in ("xcomp", "conj", "pcomp", "advcl") and tree.head[at] != at:
        head = tree.head[at]
        if tree.dep[at] == "advcl" and tree.child_as(head, "prt") is None:
            return  # "went on to say", but not "went to ask for help"
        if tree.dep[at] == "conj":
            if tree.has(at, "nsubj", "nsubjpass") or tree.dep[head] != "xcomp":
                return
        elif tree.dep[at] == "pcomp":
            charge = charge_above(tree, structure, at)
            if charge is not None and tree.has(charge, "dobj", "nsubjpass"):
                return
            head = tree.head[head]
            yield head
        elif tree.has(head, "dobj") and tree.lemma[head] not in structure.subject_control:
            return
        else:
            yield head
        at = head


def merged(tree: Tree, structure: Structure, row: int, governors: tuple[int, ...]) -> list[int]:
    """Of the governors those that make one report with the verb: *declined to say*, *was quick to
    add*."""
    merged: list[int] = []
    if not governors:
        return merged
    for verb, governor in zip((row, *governors), governors, strict=False):
        aspectual = tree.lemma[governor] in structure.aspectual and tree.dep[verb] != "pcomp"
        if not aspectual or governor > row:
            break
        merged.append(governor)
        if tree.pos[governor] == "ADJ" and tree.dep[governor] == "acomp":
            merged.append(tree.head[governor])
    return merged


def is_negated(tree: Tree, structure: Structure, row: int) -> bool:
    """*did not say*, *no longer says*; *neither of them said*, *nobody said*; not *"Never," said
    Lee*."""
    for word in tree.children_among(row, "neg", "advmod", "preconj", "cc"):
        below = tree.children[word]
        no = below and any(tree.lemma[child] == "no" for child in below)  # "no longer"
        denies = no or _is_denying(tree, structure, word)
        if denies and CLOSING_MARKS.isdisjoint(tree.parse.text[word:row]):
            return True
    subject = tree.child_as(row, "nsubj")
    return subject is not None and _denies(tree, structure, subject)


def _is_denying(tree: Tree, structure: Structure, row: int) -> bool:
    """***not***, ***hardly***; but ***not only** praised Lee* and *is **not just** a fan* say the
    more."""
    if tree.lemma[row] not in structure.denying:
        return False
    return row + 1 == len(tree) or tree.lemma[row + 1] not in structure.exclusive


def is_denied(tree: Tree, structure: Structure, noun: int) -> bool:
    """*is **no** fan*, *is **not** a fan*, *Lee, **never** a fan*, *has **little** respect*, *is
    **far from** a fan*."""
    if tree.dep[noun] == "conj" and tree.pos[tree.head[noun]] == "NOUN":
        other = tree.head[noun]
        against = any(tree.lemma[c] == "but" for c in tree.children_as(other, "cc"))
        if not against and is_denied(tree, structure, other):
            return True
    above = short_of(tree, noun)
    copula = tree.head[noun if above is None else above]
    linked = above is not None or tree.dep[noun] == "attr"
    return (
        (above is not None) != (linked and is_negated(tree, structure, copula))
        or any(tree.lemma[c] == "no" for c in tree.children_as(noun, "det"))
        or _is_scant(tree, structure, noun)
        or any(_is_denying(tree, structure, at) for at in _before(tree, noun))
    )


def _before(tree: Tree, noun: int) -> Iterator[int]:
    """*Lee, **hardly** a fan*: what may deny a noun, wherever the parser hangs it."""
    denying = tree.children_among(noun, "neg", "advmod", "preconj")
    yield from (c for c in denying if c < noun)
    if tree.dep[noun] in ("appos", "conj") and tree.left[noun]:
        yield tree.left[noun] - 1


def _is_scant(tree: Tree, structure: Structure, noun: int) -> bool:
    """***little** respect*, ***few** kind words*; not *a few words*, *her little friend*."""
    scant = any(tree.lemma[c] in structure.scant for c in tree.children_as(noun, "amod"))
    return scant and not tree.has(noun, "det", "poss")


def short_of(tree: Tree, noun: int) -> int | None:
    """*is **anything** but a fan*, *is **far** from a fan*: the word by which it is none."""
    preposition = tree.head[noun]
    above = tree.head[preposition]
    pair = (tree.lemma[above], tree.lemma[preposition])
    return above if tree.dep[noun] == "pobj" and pair in SHORT else None


def _denies(tree: Tree, structure: Structure, noun: int) -> bool:
    """***Nobody**, **no** senator, **neither** of them*."""
    if tree.lemma[noun] in structure.nobody:
        return True
    before = tree.children_among(noun, "det", "preconj", "cc")
    return any(tree.lemma[word] in structure.nobody for word in before)


def modality(tree: Tree, structure: Structure, row: int) -> str | None:
    """*would*, *should*; *if* for a condition, *for* in *for Lee **to** leave*; *question* for a
    sentence that asks."""
    mark = tree.child_as(row, "mark")
    if mark is not None and tree.lemma[mark] in structure.conditional | {"for"}:
        return tree.lemma[mark]
    for auxiliary in tree.children_as(row, "aux"):
        if tree.tag[auxiliary] == "MD":
            return tree.word[auxiliary]
    return "question" if tree.asks(row) else None


def is_hypothetical(tree: Tree, structure: Structure, row: int) -> bool:
    """*If Lee **says** so*, *Will Lee **say** so?*, *Let's **say** so*: nobody has."""
    mark = tree.child_as(row, "mark")
    return (
        (mark is not None and tree.lemma[mark] in structure.conditional)
        or (tree.dep[row] in ("ccomp", "xcomp") and tree.lemma[tree.head[row]] == "let")
        or (tree.asks(row) and _is_inverted(tree, row))
    )


def _is_inverted(tree: Tree, row: int) -> bool:
    """***Will Lee** say so?*"""
    subject = tree.child_among(row, "nsubj", "nsubjpass")
    auxiliary = tree.child_among(row, "aux", "auxpass")
    return subject is not None and auxiliary is not None and auxiliary < subject


def reported_in(tree: Tree, row: int) -> int | None:
    """The predicate whose clausal complement this predicate stands in."""
    at = row
    while tree.head[at] != at:
        head = tree.head[at]
        if tree.dep[at] in ("ccomp", "pcomp", "acl") and tree.pos[head] in (
            "VERB",
            "AUX",
            "NOUN",
            "ADJ",
            "ADP",
        ):
            return head if tree.pos[head] != "ADP" else tree.head[head]
        at = head
    return None


def if_head(tree: Tree, row: int | None) -> int | None:
    return row if row is not None and is_head(tree, row) else None

"""What a parser gets wrong time and again, mended before anything reads the tree."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from attrs import evolve

from quotekit.document import Parse
from quotekit.syntax.structure import Structure
from quotekit.syntax.tree import Tree

CLAUSES = frozenset({"conj", "advcl", "dep"})
"""What the parser takes a clause for that a relative one is about."""
JOINED = CLAUSES | {"appos"}


def mended_tree(parse: Parse, structure: Structure) -> Tree:
    """The tree of a paragraph, put right where it is wrong for sure."""
    tree = Tree(parse, structure)
    tree = _verbs(tree, structure)
    tree = _relabelled(tree, structure, _suffering(tree, structure), "nsubjpass")
    tree = _relabelled(tree, structure, _uncompounded(tree), "nsubj")
    return _reattached(tree, structure)


def _verbs(tree: Tree, structure: Structure) -> Tree:
    """*Lee **claims** that …*: a plural noun with a subject is a verb."""
    verbs = {tree.head[row] for row in tree.rows_as("nsubj")}
    verbs = {row for row in verbs if tree.tag[row] == "NNS"}
    if not verbs:
        return tree
    pos = ["VERB" if row in verbs else pos for row, pos in enumerate(tree.pos)]
    tag = ["VBZ" if row in verbs else tag for row, tag in enumerate(tree.tag)]
    return Tree(evolve(tree.parse, pos=pos, tag=tag), structure)


def _relabelled(tree: Tree, structure: Structure, rows: Collection[int], label: str) -> Tree:
    if not rows:
        return tree
    dep = [label if row in rows else dep for row, dep in enumerate(tree.dep)]
    return Tree(evolve(tree.parse, dep=dep), structure)


def _suffering(tree: Tree, structure: Structure) -> list[int]:
    """*wants **Lee** fired*, *ordered **Lee** arrested*: Lee suffers it, though the parser may take
    it for a past."""
    return [
        row
        for row in tree.rows_as("nsubj")
        if tree.tag[verb := tree.head[row]] in ("VBN", "VBD")
        and tree.dep[verb] == "ccomp"
        and tree.lemma[tree.head[verb]] in structure.resulting
        and not tree.has(verb, "aux", "auxpass", "mark", "dobj")
    ]


def _uncompounded(tree: Tree) -> Collection[int]:
    """***Bakers** trust her words*: a finite verb has a subject and no compound."""
    return {
        verb: row
        for row in tree.rows_as("compound")
        if tree.tag[verb := tree.head[row]] in ("VBZ", "VBP", "VBD")
        and row < verb
        and not tree.has(verb, "nsubj", "nsubjpass")
    }.values()


def _reattached(tree: Tree, structure: Structure) -> Tree:
    """With what the parser hangs too low on what it belongs to; what moves out of a phrase stands
    apart from it."""
    moved: dict[int, int] = {}
    joined: dict[int, int] = {}
    for row in tree.rows_among(*JOINED, "prep"):
        dep = tree.dep[row]
        if dep == "conj" and _is_past_its_clause(tree, row):
            clause = tree.head[row]
            conjunctions = [cc for cc in tree.children_as(clause, "cc") if cc < row]
            moved |= dict.fromkeys([row, *conjunctions[-1:]], tree.head[clause])
        elif dep == "advcl" and tree.lemma[row] in structure.adding:
            speaker = _adds_to(tree, structure, row)
            if speaker is not None:
                moved[row] = speaker
        elif dep == "prep":
            lists = tree.lemma[row] in structure.listing
            listed = _what_is_listed(tree, row) if lists else None
            if listed is not None:
                moved[row] = listed
        elif dep == "appos" and _names(tree, structure, row):
            moved[row] = tree.head[tree.head[row]]
        elif (head := _belongs_to(tree, structure, row)) is not None:
            joined[row] = head
    return _hung(tree, structure, moved, joined) if moved or joined else tree


def _hung(
    tree: Tree, structure: Structure, moved: Mapping[int, int], joined: Mapping[int, int]
) -> Tree:
    labels = {row: "oprd" for row in moved if tree.dep[row] == "appos"}
    labels |= {
        row: "nsubj" if tree.pos[row] == "NOUN" else "ccomp"
        for row in joined
        if tree.dep[row] in CLAUSES
    }
    heads = [*tree.head]
    for row, above in {**moved, **joined}.items():
        if row not in _path(heads, above):  # nothing hangs on what hangs on it
            heads[row] = above
    dep = [labels.get(row, dep) for row, dep in enumerate(tree.dep)]
    return Tree(evolve(tree.parse, dep=dep, head=heads), structure, apart=moved)


def _path(heads: Sequence[int], row: int) -> list[int]:
    """A row and all that it hangs on."""
    path = [row]
    while heads[path[-1]] != path[-1]:
        path.append(heads[path[-1]])
    return path


def _belongs_to(tree: Tree, structure: Structure, row: int) -> int | None:
    """The better head of what the parser hangs on a neighbour: *like Lee and **5 percent** back
    Kim*."""
    dep, above = tree.dep[row], tree.head[row]
    if dep == "appos":
        return _is_called(tree, row)
    if dep == "conj" and tree.lemma[row] in structure.share:
        of_name = tree.tag[above] == "NNP" and tree.dep[above] == "nsubj"
        return tree.head[above] if of_name else None
    return _claimed(tree, row)


def _claimed(tree: Tree, row: int) -> int | None:
    """*the test, which he **claimed** now **works***: nothing joins two finite verbs."""
    if tree.tag[row] not in ("VBZ", "VBD", "VBP") or tree.has(row, "nsubj", "nsubjpass"):
        return None
    above = max(row - 1, 0)
    while above and tree.tag[above] == "RB":
        above -= 1
    objects = tree.children_as(above, "dobj")
    pushed = tree.dep[above] == "relcl" and any(tree.tag[o] in ("WDT", "WP") for o in objects)
    return above if pushed else None


def _names(tree: Tree, structure: Structure, row: int) -> bool:
    """*called the plan **"a plaster"***, not *called his brother, **a lawyer***."""
    noun = tree.head[row]
    if tree.dep[noun] != "dobj" or tree.lemma[tree.head[noun]] not in structure.naming:
        return False
    return tree.parse.text[tree.subtree(row)[0] - 1] != ","


def _is_called(tree: Tree, row: int) -> int | None:
    """*A **lawyer** for Lee, **Ann Hart**, said*: one name is no apposition to another."""
    name, preposition = tree.head[row], tree.head[tree.head[row]]
    noun = tree.head[preposition]
    person = any(tree.inside_name.get(at, ("",))[-1] == "PERSON" for at in (row, name))
    names = tree.tag[name] == tree.tag[row] == "NNP" and tree.dep[name] == "pobj"
    subject = tree.tag[noun] == "NN" and tree.dep[noun] in ("nsubj", "nsubjpass")
    return noun if person and names and subject else None


def _adds_to(tree: Tree, structure: Structure, row: int) -> int | None:
    """***said** that he had paid, **adding** that …*: the verb whose subject goes on."""
    comma = tree.parse.text[row - 1] if row else ""
    if tree.tag[row] != "VBG" or comma != "," or tree.child_as(row, "ccomp") is None:
        return None
    at = tree.head[row]
    while tree.dep[at] != "ccomp" and tree.head[at] != at:
        at = tree.head[at]
    above = tree.head[at]
    speaks = tree.lemma[above] in structure.adding and above < at < row
    return above if speaks else None


def _what_is_listed(tree: Tree, row: int) -> int | None:
    """***countries** support Lee including A and B*: one person is no list."""
    if tree.tag[tree.head[row]] != "NNP":
        return None
    start, _ = tree.sentence_rows(row)
    plurals = (at for at in range(start, row) if tree.tag[at] in ("NNS", "NNPS"))
    return next(plurals, None)


def _is_past_its_clause(tree: Tree, row: int) -> bool:
    """*would not say whether it **would** help but **described** the talks*: one verb higher.

    A finite verb without a subject does not continue a clause with a modal one, nor does a
    second report (*said he was late and **hoped** that …*).
    """
    clause = tree.head[row]
    matrix = tree.head[clause]
    if (
        tree.tag[row] not in ("VBD", "VBZ")
        or tree.dep[clause] != "ccomp"
        or matrix > clause
        or tree.has(row, "aux", "auxpass")
    ):
        return False
    if tree.has(row, "nsubj", "nsubjpass"):
        return _reports_too(tree, row, matrix)
    modal = any(tree.tag[aux] == "MD" for aux in tree.children_as(clause, "aux"))
    reports = tree.child_among(row, "ccomp", "xcomp") is not None
    return modal or (reports and tree.tag[row] == tree.tag[matrix])


def _reports_too(tree: Tree, row: int, matrix: int) -> bool:
    """*Lee said that it was late, and Kim **warned** that …*: a report of somebody else's."""
    comma = any(tree.parse.text[at] == "," for at in tree.children[tree.head[row]] if at < row)
    same = tree.tag[row] == tree.tag[matrix]
    return comma and same and tree.has(row, "ccomp") and not tree.has(row, "mark")

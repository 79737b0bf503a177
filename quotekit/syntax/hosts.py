"""Clauses that a predicate stands in, behind or beside: *The plan, **she said**, would work*."""

from __future__ import annotations

from quotekit.syntax.records import Range
from quotekit.syntax.roles import own_subject
from quotekit.syntax.structure import Structure
from quotekit.syntax.tree import Tree

JOINING = frozenset({"cc", "punct"})
"""What only joins a clause to the one before."""
COMMAS = frozenset({",", "—", "–", "--", "-"})
STOPS = frozenset({":", ";"})
OPENING = frozenset({'"', "“", "''", "``", "‘", "«"})
LONGEST_ATTRIBUTION = 25
LONGEST_CONNECTIVE = 4
ATTRIBUTION = ("prt", "dobj", "dative", "prep", "npadvmod", "advmod")
"""What may follow the verb of an attribution: *she **told reporters on Monday***."""
HOSTED = frozenset({"advcl", "parataxis", "ccomp", "intj", "dep"})
"""How the verb of an attribution hangs on the clause around it."""
CLAUSAL = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})


def around(tree: Tree, structure: Structure, row: int) -> tuple[Range, ...]:
    """*The plan, **she said**, would work*: the sentence around an attribution between commas."""
    subject = own_subject(tree, row)
    if subject is None:
        return ()
    text, first = tree.parse.text, min(tree.left[subject], row)
    if first == 0 or text[first - 1] not in COMMAS:
        return ()
    last = max(tree.right[subject], row)
    complement = tree.child_as(row, "ccomp")
    if complement is not None and complement < row:  # "The pier is old, she said on Monday, and …"
        last = _end_of_attribution(tree, row, last)
    sentence, stop = tree.sentence_rows(row)
    if first - 1 <= sentence or last + 2 >= stop or last - first > LONGEST_ATTRIBUTION:
        return ()
    if text[last + 1] not in COMMAS:
        return ()
    if not _carries_on(tree, structure, last + 2):
        return ()
    start = statement_start(tree, structure, row)
    return tree.pieces([*range(start, first - 1), *range(last + 2, stop)])


def _end_of_attribution(tree: Tree, row: int, last: int) -> int:
    for child in tree.children_among(row, *ATTRIBUTION):
        if tree.left[child] == last + 1:
            last = tree.right[child]
    return last


def _carries_on(tree: Tree, structure: Structure, row: int) -> bool:
    """Whether what stands behind an attribution goes on with the sentence before it.

    Not so *…, she said, **adding** that …* and *In May, she said, **"It is late."***
    """
    if tree.tag[row] == "VBG":
        return tree.lemma[row] in structure.listing
    if tree.parse.text[row] in OPENING and row + 1 < len(tree):
        return tree.parse.text[row + 1][:1].islower()
    return True


def fronted(tree: Tree, structure: Structure, row: int, clause: int) -> tuple[Range, ...]:
    """*The plan will fail, **Lee said***: from the sentence's start to the cue's own clause."""
    rows = set(tree.subtree(clause))
    subjects = tree.children_among(row, "nsubj", "nsubjpass", "aux")
    own = min((tree.left[c] for c in subjects if clause < c < row), default=row)
    stop = min(max(r for r in rows if r < row) + 1, own)
    if not STOPS.isdisjoint(tree.parse.text[max(stop - 1, 0) : stop + 1]):
        return ()
    start = statement_start(tree, structure, row)
    return tree.pieces(sorted({r for r in rows if r >= start}.union(range(start, stop))))


def trailing(tree: Tree, structure: Structure, row: int) -> tuple[Range, ...]:
    """*The pier is old, **officials told the Herald***; *Pier to open in May, **says mayor***."""
    spliced = tree.dep[row] in ("conj", "advcl") and tree.head[row] < row
    if not spliced and tree.dep[row] != "ROOT":
        return ()
    subject = own_subject(tree, row)
    if subject is None or tree.child_among(row, "mark", "advmod") is not None:
        return ()
    first, last = min(tree.left[subject], row), tree.right[row]
    _, stop = tree.sentence_rows(row)
    if not (spliced or subject > row) or not all(tree.is_edge[last + 1 : stop]):
        return ()
    if last - first > LONGEST_ATTRIBUTION or first < 1 or tree.parse.text[first - 1] != ",":
        return ()
    return tree.pieces(range(statement_start(tree, structure, row), first - 1))


def host(tree: Tree, structure: Structure, row: int) -> tuple[Range, ...]:
    """*…, **as Lee put it***; *the pier – **she says** – will open*: the clause that holds the
    cue."""
    above, dep = tree.head[row], tree.dep[row]
    if dep not in HOSTED or tree.child_among(row, "nsubj", "nsubjpass", "agent") is None:
        return ()
    if dep == "advcl":
        mark = tree.child_among(row, "mark", "advmod")
        if mark is None or tree.lemma[mark] != "as" or mark > row:
            return ()
        above = _clause_of(tree, above)
    elif tree.pos[above] not in CLAUSAL or (dep == "ccomp" and not _is_parenthesis(tree, row)):
        return ()
    return tree.pieces(_stated(tree, structure, tree.subtree(above, without=(row,))))


def rest_of_clause(tree: Tree, structure: Structure, row: int) -> tuple[Range, ...]:
    """*According to Lee, **the plan will work***: the clause without the phrase under it."""
    above = _clause_of(tree, tree.head[row])
    rows = tree.subtree(above, without=(row,)) if above != row else []
    if not rows:
        lowest, highest = tree.sentence_rows(row)
        rows = [r for r in range(lowest, highest) if not tree.left[row] <= r <= tree.right[row]]
    return tree.pieces(_stated(tree, structure, rows))


def _clause_of(tree: Tree, row: int) -> int:
    """*The **pier**, as Lee says, **is** a ruin*: the predicate of the clause around a noun."""
    while tree.pos[row] not in ("VERB", "AUX") and tree.head[row] != row:
        row = tree.head[row]
    return row


def _stated(tree: Tree, structure: Structure, rows: list[int]) -> list[int]:
    """Without what joins a clause to the one before."""
    if not rows:
        return rows
    start = _behind_connective(tree, structure, rows[0], rows[-1] + 1)
    return [row for row in rows if row >= start]


def _is_parenthesis(tree: Tree, row: int) -> bool:
    """Set off by commas or marks on both sides: *…, she said, …*."""
    first = next(at for at in range(tree.left[row], row + 1) if not tree.is_edge[at])
    before = tree.parse.text[first - 1] if first > 0 else ""
    right = tree.right[row]
    after = tree.parse.text[right + 1] if right + 1 < len(tree) else ""
    last = tree.parse.text[right]
    if tree.tag[tree.left[row]].startswith("W"):  # "whatever she thinks"
        return False
    return before in (",", "—", "–", '"', "”") and (
        after in (",", "—", "–", ".", '"', "“", "") or last == ","
    )


def statement_start(tree: Tree, structure: Structure, row: int) -> int:
    """Where the sentence around a predicate states something."""
    first, last = tree.sentence_rows(row)
    return _behind_connective(tree, structure, first, last)


def _behind_connective(tree: Tree, structure: Structure, first: int, last: int) -> int:
    """Behind *But* and *In addition,* and *Harbour row:*."""
    while first < last and (tree.dep[first] in JOINING or tree.pos[first] == "SPACE"):
        first += 1
    text = tree.parse.text
    for at in range(first, min(first + LONGEST_CONNECTIVE, last)):
        if text[at] == "," and " ".join(text[first:at]).lower() in structure.connective:
            return at + 1
        if text[at] == ":" and not any(pos in ("VERB", "AUX") for pos in tree.pos[first:at]):
            return at + 1
    return first

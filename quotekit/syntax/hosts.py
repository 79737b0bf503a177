"""Clauses that a predicate stands in, behind or beside: *The plan, **she said**, would work*."""

from __future__ import annotations

from quotekit.syntax.records import Range
from quotekit.syntax.structure import Structure
from quotekit.syntax.tree import Tree

JOINING = frozenset({"cc", "punct"})
"""What only joins a clause to the one before."""
COMMAS = frozenset({",", "—", "–", "--", "-"})
OPENING = frozenset({'"', "“", "''", "``", "‘", "«"})
LONGEST_ATTRIBUTION = 25
LONGEST_CONNECTIVE = 4
ATTRIBUTION = ("prt", "dobj", "dative", "prep", "npadvmod", "advmod")
"""What may follow the verb of an attribution: *she **told reporters on Monday***."""
CLAUSAL = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})


def around(tree: Tree, structure: Structure, row: int) -> tuple[Range, ...]:
    """*The plan, **she said**, would work*: the sentence around an attribution between commas."""
    subject = tree.child_as(row, "nsubj")
    if subject is None:
        return ()
    first, last = min(tree.left[subject], row), max(tree.right[subject], row)
    complement = tree.child_as(row, "ccomp")
    if complement is not None and complement < row:  # "The pier is old, she said on Monday, and …"
        last = _end_of_attribution(tree, row, last)
    sentence, stop = tree.sentence_rows(row)
    text = tree.parse.text
    if first - 1 <= sentence or last + 2 >= stop or last - first > LONGEST_ATTRIBUTION:
        return ()
    if text[first - 1] not in COMMAS or text[last + 1] not in COMMAS:
        return ()
    if not _carries_on(tree, structure, last + 2):
        return ()
    start = statement_start(tree, structure, row)
    return tree.pieces([*range(start, first - 1), *range(last + 2, stop)])


def _end_of_attribution(tree: Tree, row: int, last: int) -> int:
    for child in sorted(tree.children_as(row, *ATTRIBUTION)):
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
    rows = set(tree.subtree(clause, without=(row,)))
    subjects = tree.children_as(row, "nsubj", "nsubjpass", "aux")
    own = min((tree.left[c] for c in subjects if clause < c < row), default=row)
    stop = min(max(r for r in rows if r < row) + 1, own)
    return tree.pieces(sorted(rows | set(range(statement_start(tree, structure, row), stop))))


def trailing(tree: Tree, structure: Structure, row: int) -> tuple[Range, ...]:
    """*The pier is old, **officials told the Herald***: one more main clause to the parser."""
    subject = tree.child_as(row, "nsubj")
    if subject is None or tree.dep[row] not in ("conj", "advcl") or tree.head[row] > row:
        return ()
    if tree.child_as(row, "mark", "advmod") is not None:
        return ()
    first = min(tree.left[subject], row)
    _, stop = tree.sentence_rows(row)
    last = tree.right[row]
    ends = all(tree.is_edge(at) for at in range(last + 1, stop))
    if not ends or last - first > LONGEST_ATTRIBUTION or tree.parse.text[first - 1] != ",":
        return ()
    return tree.pieces(range(statement_start(tree, structure, row), first - 1))


def host(tree: Tree, row: int) -> tuple[Range, ...]:
    """*…, **as Lee put it***; *the pier – **she says** – will open*: the clause that holds the
    cue."""
    if tree.head[row] == row:
        return ()
    above, dep = tree.head[row], tree.dep[row]
    if dep == "advcl":
        mark = tree.child_as(row, "mark", "advmod")
        if mark is None or tree.lemma[mark] != "as" or mark > row:
            return ()
    elif (
        dep not in ("parataxis", "ccomp", "intj", "dep")
        or tree.pos[above] not in CLAUSAL
        or (dep == "ccomp" and not _is_parenthesis(tree, row))
        or tree.child_as(row, "nsubj", "nsubjpass") is None
    ):
        return ()
    return tree.pieces(_joined_off(tree, tree.subtree(above, without=(row,))))


def rest_of_clause(tree: Tree, row: int) -> tuple[Range, ...]:
    """*According to Lee, **the plan will work***: the clause without the phrase under it."""
    above = tree.head[row]
    rows = tree.subtree(above, without=(row,)) if above != row else []
    if not rows:
        lowest, highest = tree.sentence_rows(row)
        rows = [r for r in range(lowest, highest) if not tree.left[row] <= r <= tree.right[row]]
    return tree.pieces(_joined_off(tree, rows))


def _joined_off(tree: Tree, rows: list[int]) -> list[int]:
    """Without what joins a clause to the one before."""
    while rows and (tree.dep[rows[0]] in JOINING or tree.pos[rows[0]] == "SPACE"):
        rows = rows[1:]
    return rows


def _is_parenthesis(tree: Tree, row: int) -> bool:
    """Set off by commas or marks on both sides: *…, she said, …*."""
    before = tree.parse.text[tree.left[row] - 1] if tree.left[row] > 0 else ""
    right = tree.right[row]
    after = tree.parse.text[right + 1] if right + 1 < len(tree) else ""
    last = tree.parse.text[right]
    if tree.tag[tree.left[row]].startswith("W"):  # "whatever she thinks"
        return False
    return before in (",", "—", "–", '"', "”") and (
        after in (",", "—", "–", ".", '"', "“", "") or last == ","
    )


def statement_start(tree: Tree, structure: Structure, row: int) -> int:
    """Where the sentence around states something: behind *But* and *In addition,*."""
    first, last = tree.sentence_rows(row)
    while first < last and (tree.dep[first] in JOINING or tree.pos[first] == "SPACE"):
        first += 1
    text = tree.parse.text
    for comma in range(first, min(first + LONGEST_CONNECTIVE, last)):
        if text[comma] == "," and " ".join(text[first:comma]).lower() in structure.connective:
            return comma + 1
    return first

"""Complement clauses: their form, their extent, and the attribution set off inside them."""

from __future__ import annotations

from quotekit.syntax.records import Range
from quotekit.syntax.tree import Tree

QUESTION_WORDS = frozenset(
    {"whether", "if", "how", "why", "what", "who", "whom", "which", "where", "when", "whose"}
)
DROPPED_FIRST = frozenset({"cc", "punct"})
COMMAS = frozenset({",", "—", "–", "--", "-"})
LONGEST_ATTRIBUTION = 25
OPENING = frozenset({'"', "“", "''", "``", "‘", "«"})


def is_content_clause(tree: Tree, row: int, child: int) -> bool:
    """*the claim **that he left***, *his promise **to leave***: nothing in it stands for the
    noun."""
    if tree.pos[row] not in ("NOUN", "PROPN", "ADJ"):
        return False
    if tree.tag[child] == "VB" and _has_to(tree, child):
        return True
    mark = tree.child_as(child, "mark")
    if mark is not None:
        return tree.lemma[mark] in ("that", "whether", "if")
    return False


def clause_form(tree: Tree, child: int) -> str:
    """Which of the lexicon's clausal forms a clause has."""
    subject = tree.child_as(child, "nsubj", "nsubjpass", "expl")
    if _has_to(tree, child) and subject is None:
        return "question" if _first_word(tree, child) in QUESTION_WORDS else "infinitive"
    if _has_to(tree, child):
        return "small"
    if _first_word(tree, child) in QUESTION_WORDS:
        return "question"
    auxiliary = tree.child_as(child, "aux", "auxpass")
    if tree.tag[child] == "VBG" and auxiliary is None:
        return "gerund" if subject is None else "small"
    if tree.pos[child] not in ("VERB", "AUX") or (
        tree.tag[child] in ("VB", "VBN") and auxiliary is None
    ):
        return (
            "small"
            if tree.dep[child] in ("xcomp", "ccomp")
            and tree.child_as(child, "cop", "nsubj") is None
            else "clause"
        )
    return "clause"


def _has_to(tree: Tree, row: int) -> bool:
    return any(tree.lemma[c] == "to" and tree.tag[c] == "TO" for c in tree.children[row])


def _first_word(tree: Tree, row: int) -> str:
    first = tree.left[row]
    while first < row and tree.dep[first] in DROPPED_FIRST:
        first += 1
    word = tree.parse.text[first].lower()
    if tree.tag[first] == "IN" and first < row and word not in QUESTION_WORDS:  # "in which"
        word = tree.parse.text[first + 1].lower()
    return word


def clause_pieces(tree: Tree, row: int, child: int) -> tuple[Range, ...]:
    """The clause itself, with those coordinated at a distance (*said **that** A, and **that** B*).

    Before its verb (*The plan will fail, Lee said*) it is all from the sentence's start.
    """
    rows = set(tree.subtree(child, without=(row,)))
    if child < row and min(rows) < row and tree.dep[child] == "ccomp":
        before = [r for r in rows if r < row]
        stop = min(max(before, default=0) + 1, _own_start(tree, row, child))
        return tree.pieces(sorted(rows | set(range(_sentence_start(tree, row), stop))))
    for sibling in tree.children_as(row, "conj", "ccomp"):
        if sibling > child and _says_that(tree, sibling):
            rows.update(tree.subtree(sibling))
    return tree.pieces(sorted(rows))


def _says_that(tree: Tree, row: int) -> bool:
    mark = tree.child_as(row, "mark")
    return mark is not None and tree.lemma[mark] == "that"


def _own_start(tree: Tree, row: int, child: int) -> int:
    """The first word of the cue's own clause after a fronted complement."""
    own = [
        c
        for c in tree.children[row]
        if child < c < row and tree.dep[c] in ("nsubj", "nsubjpass", "aux")
    ]
    return min((tree.left[c] for c in own), default=row)


def _sentence_start(tree: Tree, row: int) -> int:
    first, last = tree.sentence_rows(row)
    while first < last and (tree.dep[first] in DROPPED_FIRST or tree.pos[first] == "SPACE"):
        first += 1
    return first


def parenthetical_pieces(tree: Tree, row: int) -> tuple[Range, ...]:
    """*The plan, **she said**, would work*: the sentence around an attribution between commas."""
    subject = tree.child_as(row, "nsubj")
    if subject is None:
        return ()
    first, last = min(tree.left[subject], row), max(tree.right[subject], row)
    start, stop = tree.sentence_rows(row)
    text = tree.parse.text
    if first - 1 <= start or last + 2 >= stop or last - first > LONGEST_ATTRIBUTION:
        return ()
    if text[first - 1] not in COMMAS or text[last + 1] not in COMMAS or text[last + 2] in OPENING:
        return ()
    rows = [*range(_sentence_start(tree, row), first - 1), *range(last + 2, stop)]
    return tree.pieces(rows)


def host_pieces(tree: Tree, row: int) -> tuple[Range, ...]:
    """*The plan, **she said**, would work*; *…, **as Lee put it***: the clause that holds the
    cue."""
    if tree.pos[row] not in ("VERB", "AUX") or tree.head[row] == row:
        return ()
    host, dep = tree.head[row], tree.dep[row]
    if dep == "advcl":
        mark = tree.child_as(row, "mark", "advmod")
        if mark is None or tree.lemma[mark] != "as" or mark > row:
            return ()
    elif (
        dep not in ("parataxis", "ccomp", "intj", "dep")
        or tree.pos[host]
        not in (
            "VERB",
            "AUX",
            "NOUN",
            "PROPN",
            "ADJ",
        )
        or (dep == "ccomp" and not _is_parenthesis(tree, row))
        or tree.child_as(row, "nsubj", "nsubjpass") is None
    ):
        return ()
    rows = tree.subtree(host, without=(row,))
    return tree.pieces(_without_conjunction(tree, rows))


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


def _without_conjunction(tree: Tree, rows: list[int]) -> list[int]:
    while rows and (tree.dep[rows[0]] in DROPPED_FIRST or tree.pos[rows[0]] == "SPACE"):
        rows = rows[1:]
    return rows

"""The complements of a predicate, named by form, with the characters they cover."""

from __future__ import annotations

from collections.abc import Iterator

from quotekit.syntax.nominals import is_head
from quotekit.syntax.records import Argument, Range
from quotekit.syntax.roles import is_passive
from quotekit.syntax.structure import Structure
from quotekit.syntax.tree import Tree

QUESTION_WORDS = frozenset(
    {"whether", "if", "how", "why", "what", "who", "whom", "which", "where", "when", "whose"}
)
PREDICATING = frozenset({"as", "of", "for"})
"""*described it **as** useful*, *accused Lee **of** lying*, *blamed Lee **for** the loss*."""
DROPPED_FIRST = frozenset({"cc", "punct"})


def arguments(tree: Tree, structure: Structure, row: int) -> tuple[Argument, ...]:
    """All complements of a verb, adjective or noun, the clausal ones first."""
    found = list(_clausal(tree, structure, row))
    if not any(a.form == "clause" for a in found):
        found += _around(tree, row)
    found += _nominal(tree, structure, row)
    found += _prepositional(tree, row)
    return tuple(a for a in found if a.pieces)


def _clausal(tree: Tree, structure: Structure, row: int) -> Iterator[Argument]:
    for child in tree.children_as(row, "ccomp", "xcomp", "acl", "relcl", "csubj", "csubjpass"):
        dep = tree.dep[child]
        if dep in ("acl", "relcl") and not _is_content_clause(tree, row, child):
            continue
        if dep in ("csubj", "csubjpass") and not is_passive(tree, row):
            continue
        form = clause_form(tree, child)
        if form == "small" and dep == "xcomp":
            yield from _predicative(tree, structure, row, child)
            continue
        yield Argument(form, _clause_pieces(tree, row, child), predicate=child)
        if dep == "xcomp":
            yield from _predicative(tree, structure, row, child)
    for child in tree.children_as(row, "oprd", "acomp"):
        yield from _predicative(tree, structure, row, child)


def _is_content_clause(tree: Tree, row: int, child: int) -> bool:
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


def _clause_pieces(tree: Tree, row: int, child: int) -> tuple[Range, ...]:
    """The clause itself; before its verb (*The plan will fail, Lee said*) all from the sentence's
    start."""
    rows = tree.subtree(child, without=(row,))
    if rows and rows[0] < row and child < row and tree.dep[child] in ("ccomp",):
        first = _sentence_start(tree, row)
        own = set(rows)
        cue_start = _own_start(tree, row, child)
        rows = sorted(
            own | set(range(first, min(max(own & set(range(row)), default=first) + 1, cue_start)))
        )
    return tree.pieces(rows)


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


def _around(tree: Tree, row: int) -> Iterator[Argument]:
    """*The plan, **she said**, would work*; *…, **as Lee put it***: the clause that holds the
    cue."""
    if tree.pos[row] not in ("VERB", "AUX") or tree.head[row] == row:
        return
    host, dep = tree.head[row], tree.dep[row]
    if dep == "advcl":
        mark = tree.child_as(row, "mark", "advmod")
        if mark is None or tree.lemma[mark] != "as" or mark > row:
            return
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
        return
    rows = tree.subtree(host, without=(row,))
    yield Argument("clause", tree.pieces(_without_conjunction(tree, rows)), predicate=host)


def _is_parenthesis(tree: Tree, row: int) -> bool:
    """Set off by commas or marks on both sides: *…, she said, …*."""
    before = tree.parse.text[tree.left[row] - 1] if tree.left[row] > 0 else ""
    right = tree.right[row]
    after = tree.parse.text[right + 1] if right + 1 < len(tree) else ""
    last = tree.parse.text[right]
    return before in (",", "—", "–", '"', "”") and (
        after in (",", "—", "–", ".", '"', "“", "") or last == ","
    )


def _without_conjunction(tree: Tree, rows: list[int]) -> list[int]:
    while rows and (tree.dep[rows[0]] in DROPPED_FIRST or tree.pos[rows[0]] == "SPACE"):
        rows = rows[1:]
    return rows


def _predicative(tree: Tree, structure: Structure, row: int, child: int) -> Iterator[Argument]:
    """*called him **a liar***, *expects Lee **to win***, *is expected **to win***, *seems
    **tired***."""
    theme = tree.child_as(row, "dobj", "dative")
    if theme is None and (is_passive(tree, row) or tree.lemma[row] in structure.raising):
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
        rows = tree.subtree(child)
        yield Argument("object", tree.pieces(rows), nominal=child)
        for preposition in tree.children_as(row, "prep"):
            if tree.lemma[preposition] in PREDICATING:
                joined = sorted({*rows, *tree.subtree(preposition)})
                yield Argument("small", tree.pieces(joined), nominal=child)


def _prepositional(tree: Tree, row: int) -> Iterator[Argument]:
    for preposition in tree.children_as(row, "prep", "dative", "agent"):
        yield from _under_preposition(tree, preposition, tree.lemma[preposition])


def _under_preposition(tree: Tree, preposition: int, form: str) -> Iterator[Argument]:
    for child in tree.children[preposition]:
        dep = tree.dep[child]
        if dep in ("pobj", "dobj"):
            yield Argument(form, tree.pieces(tree.subtree(child)), nominal=child)
        elif dep in ("pcomp", "ccomp"):
            yield Argument(form, tree.pieces(tree.subtree(child)), predicate=child)
        elif dep == "prep":  # "out against", "because of"
            yield from _under_preposition(tree, child, f"{form} {tree.lemma[child]}")

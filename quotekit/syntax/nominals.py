"""Noun phrases: head, extent, name, apposition, possessor, members, function."""

from __future__ import annotations

from quotekit.syntax.records import Nominal, Range
from quotekit.syntax.structure import Structure
from quotekit.syntax.tree import Tree

SUBJECT = frozenset({"nsubj", "nsubjpass"})
OBJECT = frozenset({"dobj", "dative", "oprd", "attr"})
OBLIQUE = frozenset({"pobj"})
HEADING = SUBJECT | OBJECT | OBLIQUE | {"poss", "appos", "conj", "ROOT", "npadvmod", "nmod", "dep"}
FUNCTION = {
    **dict.fromkeys(SUBJECT, "subject"),
    **dict.fromkeys(OBJECT, "object"),
    **dict.fromkeys(OBLIQUE, "oblique"),
}
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
MISREAD = frozenset({"advmod", "intj", "acomp", "meta"})
"""What the parser takes a noun for at times: *cried Ann*, *Ann, come here*."""
MODIFIERS = frozenset({"amod", "compound"})
"""What a name is that stands before another noun."""
POSSIBLE = HEADING | MISREAD | MODIFIERS
NOMINAL_ONLY = SUBJECT | {"dobj", "dative", "pobj", "poss", "appos"}
JOINING = ("prep", "conj", "appos")
"""How members of a group hang on its noun."""
BORDERS = frozenset({"relcl", "ccomp", "advcl", "parataxis", "cc", "preconj", "punct"})
"""What begins no noun phrase."""
COMMAS = frozenset({",", "-", "–", "—"})
NAMELIKE = frozenset(
    {"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"}
)
PLURAL = frozenset({"NNS", "NNPS"})
ONE = frozenset({"PERSON", "GPE"})
"""What *James'* and *Texas'* are: no plurals."""
APOSTROPHES = frozenset({"'", "’"})


def nominals(tree: Tree, structure: Structure) -> dict[int, Nominal]:
    """The noun phrases of a paragraph by head row, in the order of the text."""
    return {
        row: _nominal(tree, structure, row)
        for row, dep in enumerate(tree.dep)
        if dep in POSSIBLE and is_head(tree, row)
    }


def is_head(tree: Tree, row: int) -> bool:
    """Whether a noun phrase is headed here; *the poor* has an adjective for a head."""
    dep, pos = tree.dep[row], tree.pos[row]
    if pos in NOUNS and (dep in HEADING or (dep in MISREAD and pos != "PRON")):
        return pos != "PROPN" or not _is_hyphenated(tree, row)
    if dep == "compound":
        return _is_proper(tree, row) and _ends_name(tree, row)
    if dep == "amod" or (dep == "npadvmod" and pos == "ADJ"):  # "the Norlandish-backed rebels"
        return _is_nationality(tree, row) and _ends_name(tree, row)
    return dep in NOMINAL_ONLY and pos in ("ADJ", "DET", "NUM", "ADV", "X", "VERB")


def _ends_name(tree: Tree, row: int) -> bool:
    """*the **Lee** campaign*: a name that is not the head's own."""
    if row not in tree.inside_name:
        head = tree.head[row]
        common = tree.pos[head] == "NOUN" and not _is_proper(tree, head)
        return common and not _is_proper(tree, row + 1)
    first, last, _ = tree.inside_name[row]
    return row == last - 1 and not first <= tree.head[row] < last


def _is_nationality(tree: Tree, row: int) -> bool:
    """***Norlandish** threats*, *his **Republican** colleagues*."""
    if row in tree.inside_name:
        return tree.inside_name[row][2] == "NORP"
    return tree.pos[row] == "ADJ" and _is_capital(tree, row)


def _is_capital(tree: Tree, row: int) -> bool:
    """Whether a word has a capital of its own, not its sentence's."""
    return tree.parse.text[row][:1].isupper() and row != tree.sentence_rows(row)[0]


def _is_proper(tree: Tree, row: int) -> bool:
    """*Lee*, and *a **Trump** supporter*, a noun to the model."""
    return tree.pos[row] == "PROPN" or (tree.pos[row] == "NOUN" and _is_capital(tree, row))


def _nominal(tree: Tree, structure: Structure, row: int) -> Nominal:
    pos, alone = tree.pos[row], not tree.labels[row]
    if pos == "PRON" or (alone and pos == "DET"):
        return _pronoun(tree, structure, row, tree.word[row])
    if alone and tree.word[row] == "i.":  # "Right," said I.
        return _pronoun(tree, structure, row, "i")
    return _noun(tree, structure, row)


def _pronoun(tree: Tree, structure: Structure, row: int, word: str) -> Nominal:
    labels = tree.labels[row]
    start, end = extent(tree, structure, row)
    end -= len(tree.word[row]) - len(word)
    person = structure.person.get(word, 3)
    plural = tree.tag[row] in PLURAL or "conj" in labels
    definite = "poss" in labels or ("det" in labels and _has_article(tree, structure, row))
    function = _function(tree, row)
    sentence, _ = tree.sentence_range(row)
    relates_to = antecedent(tree, structure, row)
    possessor = tree.child_as(row, "poss")
    appositions = _appositions(tree, row) if "appos" in labels else ()
    members = () if labels.keys().isdisjoint(JOINING) else _members(tree, structure, row)
    return Nominal(
        row, start, end, None, "pronoun", None, word, person, plural, definite, function, sentence,
        relates_to, possessor, appositions, members,
    )  # fmt: skip


def _noun(tree: Tree, structure: Structure, row: int) -> Nominal:
    dep, lemma, labels = tree.dep[row], tree.lemma[row], tree.labels[row]
    may_be_named = tree.pos[row] == "PROPN" or row in tree.inside_name or dep in MODIFIERS
    name, label = _name(tree, row) if may_be_named else (None, None)
    kind = "name" if name else "description"
    start, end = name if name and dep == "compound" else extent(tree, structure, row)
    if name is not None and tree.tag[row - 1] == "HYPH":
        start = min(start, name[0])
    plural = tree.tag[row] in PLURAL or "conj" in labels
    possessor = tree.child_as(row, "poss")
    definite = (
        name is not None
        or possessor is not None
        or ("det" in labels and _has_article(tree, structure, row))
    )
    if possessor is None and lemma in structure.document:
        possessor = _maker(tree, row)
    function = _function(tree, row)
    sentence, _ = tree.sentence_range(row)
    appositions = _appositions(tree, row) if "appos" in labels else ()
    members = () if labels.keys().isdisjoint(JOINING) else _members(tree, structure, row)
    return Nominal(
        row, start, end, name, kind, label, lemma, 3, plural, definite, function, sentence,
        None, possessor, appositions, members,
    )  # fmt: skip


def _has_article(tree: Tree, structure: Structure, row: int) -> bool:
    """***the** mayor*, ***this** plan*."""
    return not structure.definite.isdisjoint([tree.lemma[c] for c in tree.children_as(row, "det")])


def _appositions(tree: Tree, row: int) -> tuple[int, ...]:
    """*Lee, **the chair***."""
    found = tree.children_as(row, "appos")
    return tuple(child for child in found if not _is_contrasted(tree, child))


def _maker(tree: Tree, row: int) -> int | None:
    """*a report by **Lee***."""
    by = (child for child in tree.children_as(row, "prep") if tree.lemma[child] == "by")
    return next((tree.child_as(child, "pobj") for child in by), None)


def antecedent(tree: Tree, structure: Structure, row: int) -> int | None:
    """*Lee, **who** said*: the noun before a relative pronoun."""
    if tree.lemma[row] not in structure.relative:
        return None
    clause = tree.head[row]
    return tree.head[clause] if tree.dep[clause] == "relcl" else None


def _name(tree: Tree, row: int) -> tuple[Range | None, str | None]:
    """*Ann Lee* in *Senator Ann Lee, the chair*: the model's entity, else the proper nouns at the
    head."""
    inside, dep = row in tree.inside_name, tree.dep[row]
    if _are_members(tree, row):
        return None, None
    if inside:
        first, last, label = tree.inside_name[row]
        if label in NAMELIKE and tree.pos[row] not in ("PRON", "VERB"):
            if tree.pos[first] == "DET" and first + 1 < last:
                first += 1
            if tree.tag[last - 1] == "POS" and first < last - 1:
                last -= 1
            return tree.range(_first_of_members(tree, first), last - 1), label
    if dep == "amod":
        return tree.range(row, row), "NORP"
    if tree.pos[row] != "PROPN" and not (dep == "compound" and _is_proper(tree, row)):
        return None, None
    first = _first_of_members(tree, _first_proper(tree, row))
    return tree.range(first, row), None


def _first_proper(tree: Tree, row: int) -> int:
    first = row
    while (before := _word_before(tree, first)) is not None:
        if tree.head[before] not in (row, first) and not _is_hyphenated(tree, before):
            break
        first = before
    return first


def _first_of_members(tree: Tree, first: int) -> int:
    """*the **Market Traders'** Association*: a plural before it that is a part of the name."""
    owner = first - 2
    return _first_proper(tree, owner) if owner >= 0 and _are_members(tree, owner) else first


def _are_members(tree: Tree, row: int) -> bool:
    """***Traders**' Association*, not *James' car*."""
    text = tree.parse.text
    if row + 2 >= len(text) or text[row + 1] not in APOSTROPHES or tree.pos[row + 2] != "PROPN":
        return False
    one = row in tree.inside_name and tree.inside_name[row][2] in ONE
    return text[row][0].isupper() and text[row].endswith("s") and not one


def _is_hyphenated(tree: Tree, row: int) -> bool:
    """***Lee**-Kim*: a proper noun that a hyphen joins to another."""
    if row + 2 >= len(tree.tag) or tree.tag[row + 1] != "HYPH" or tree.pos[row + 2] != "PROPN":
        return False
    return tree.parse.end[row] == tree.parse.start[row + 1]


def _word_before(tree: Tree, row: int) -> int | None:
    """The proper noun before another one, also across a hyphen: ***Jean**-Marc*."""
    before = row - 2 if row > 1 and tree.tag[row - 1] == "HYPH" else row - 1
    return before if before >= 0 and tree.pos[before] == "PROPN" else None


def extent(tree: Tree, structure: Structure, row: int) -> Range:
    """The whole phrase: to the left all of it, to the right up to what is a clause of its own."""
    if not tree.children[row]:
        return tree.range(row, row)
    found = tree.trimmed(_first(tree, structure, row), _stop(tree, row))
    return found if found is not None else tree.range(row, row)


def _first(tree: Tree, structure: Structure, row: int) -> int:
    """Behind what only leads to it: *and **Lee***, *even **some residents***."""
    first = tree.left[row]
    for child in tree.children[row]:
        if child > row:
            break
        verb = tree.dep[child] == "compound" and tree.pos[child] == "VERB"  # "Said Lee: …"
        border = tree.dep[child] in BORDERS and tree.tag[child] != "HYPH"
        if border or verb:
            first = max(first, tree.right[child] + 1)
    while first < row and tree.lemma[first] in structure.focus:
        first += 1
    return first


def _stop(tree: Tree, row: int) -> int:
    """Before *…, **who** …*, *…, **on Monday***, also behind an apposition."""
    stop = tree.right[row] + 1
    if stop == row + 1:
        return stop
    for child in tree.children[row]:
        if child > row and _is_own_clause(tree, row, child):
            stop = min(stop, tree.left[child])
    for at in range(row + 1, stop):
        if tree.right[at] >= stop - 1:
            aside = tree.dep[at] == "relcl" and tree.parse.text[tree.left[at] - 1] in COMMAS
            if aside or _tells_when(tree, at):
                return tree.left[at]
    return stop


def _tells_when(tree: Tree, row: int) -> bool:
    """*Ann Lee **on Monday***, *the mayor, Ann Lee, **on Monday***, but *the storm of May*."""
    noun = tree.child_as(row, "pobj")
    if noun is None or not tree.is_time(noun) or tree.lemma[row] == "of":
        return False
    named = (tree.head[row], *tree.children_as(tree.head[row], "appos"))
    return any(tree.pos[at] == "PROPN" for at in named)


def _is_own_clause(tree: Tree, row: int, child: int) -> bool:
    """*Lee, **who** …*; *the claim **that** …*; *Lee, **speaking** in town, …*."""
    dep = tree.dep[child]
    if dep in ("case", "relcl", "ccomp", "advcl", "parataxis", "advmod"):
        return True
    if dep == "acl":
        apart = tree.parse.text[tree.left[child] - 1] in COMMAS
        return apart or tree.child_as(child, "mark") is not None
    if dep == "conj":
        return tree.pos[child] in ("VERB", "AUX")
    return dep == "cc" and any(
        tree.dep[c] == "conj" and tree.pos[c] in ("VERB", "AUX") for c in tree.children[row]
    )


def _function(tree: Tree, row: int) -> str:
    while tree.dep[row] == "conj":
        row = tree.head[row]
    return FUNCTION.get(tree.dep[row], "other")


def _members(tree: Tree, structure: Structure, row: int) -> tuple[int, ...]:
    """*Lee and Kim*; *countries including A, B and C*; *a number of countries*."""
    found: list[int] = []
    for child in tree.children_among(row, *JOINING):
        dep = tree.dep[child]
        if dep == "prep":
            members = _objects(tree, child) if _lists(tree, structure, row, child) else []
        elif dep == "conj":
            members = [child] if tree.pos[child] not in ("VERB", "AUX") else []
        else:
            members = [child] if _is_contrasted(tree, child) else []
        for member in members:
            found += [member, *_members(tree, structure, member)]
    return tuple(found)


def _lists(tree: Tree, structure: Structure, row: int, preposition: int) -> bool:
    """*countries **including** A*, *countries **such as** A*; *a number **of** countries*."""
    lemma = tree.lemma[preposition]
    return (
        lemma in structure.listing
        or (lemma == "of" and tree.lemma[row] in structure.measure)
        or any(tree.lemma[c] in structure.listing for c in tree.children_as(preposition, "amod"))
    )


def _is_contrasted(tree: Tree, row: int) -> bool:
    """*Lee, not **Kim***: another than Lee, whatever the parser takes it for; *Lee, not a **fan***
    is Lee."""
    before = tree.left[row] - 1
    if tree.dep[row] != "appos" or before < 0 or tree.dep[before] != "neg":
        return False
    named = tree.tag[tree.head[row]] in ("NNP", "NNPS")
    return not (named and any(tree.lemma[c] in ("a", "an") for c in tree.children_as(row, "det")))


def _objects(tree: Tree, preposition: int) -> list[int]:
    """*including A*, *such as A*: the noun under one preposition or two."""
    found = list(tree.children_among(preposition, "pobj", "dobj"))
    for inner in tree.children_as(preposition, "prep"):
        found += tree.children_as(inner, "pobj")
    return found

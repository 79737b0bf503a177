"""Predications: verbs, nouns, adjectives and prepositions with their arguments in standard
places."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from quotekit.syntax.arguments import arguments
from quotekit.syntax.nominals import is_head
from quotekit.syntax.records import Argument, Predication, Range
from quotekit.syntax.roles import by_agent, charge_above, is_passive, surface_subject
from quotekit.syntax.structure import Structure
from quotekit.syntax.themes import framed_agent, gap, source_of, sufferer, theme, under_fire
from quotekit.syntax.tree import Tree

Wanted = Callable[[str, str], bool]
"""Whether any lexicon has this part of speech and first word of a lemma."""

VERBAL = frozenset({"VERB", "AUX"})
GROUP = frozenset({"aux", "auxpass", "neg"})


def predications(tree: Tree, structure: Structure, wanted: Wanted) -> list[Predication]:
    """The wanted predicates of a paragraph in the order of the text."""
    found: list[Predication] = []
    for row, pos in enumerate(tree.pos):
        lemma = tree.lemma[row]
        if pos in ("ADP", "SCONJ", "VERB") and wanted("preposition", tree.parse.text[row].lower()):
            found += _preposition(tree, row)
            found += _stand(tree, structure, row)
        elif _is_state(tree, row) and wanted("adjective", tree.parse.text[row].lower()):
            found.append(_adjective(tree, structure, row))
        elif pos == "ADV" and wanted("adverb", lemma):
            found += _adverb(tree, row)
        elif pos == "VERB" and wanted("verb", lemma):
            found.append(_verb(tree, structure, row, wanted))
        elif pos == "NOUN" and wanted("noun", lemma):
            found.append(_noun(tree, structure, row))
        elif pos in ("ADJ", "VERB") and wanted("adjective", lemma) and _is_predicative(tree, row):
            found.append(_adjective(tree, structure, row))
    return found


def _verb(tree: Tree, structure: Structure, row: int, wanted: Wanted) -> Predication:
    passive = is_passive(tree, row)
    subject = surface_subject(tree, structure, row)
    objects = list(tree.children_as(row, "dobj"))
    datives = list(tree.children_as(row, "dative"))
    agent = by_agent(tree, row) if passive else subject
    patient = subject if passive else next(iter(objects), None)
    if not passive and agent in objects:  # "said Lee" parsed as an object
        patient = None
    if patient is None and not passive:
        patient = gap(tree, row)
    complements = arguments(tree, structure, row)
    if not passive and tree.lemma[row] in structure.raising and complements:
        agent = None
    recipient = next((_noun_under(tree, d) for d in datives), None)
    governors = tuple(_governors(tree, structure, row))
    return Predication(
        row=row,
        lemma=_with_particle(tree, row, wanted),
        pos="verb",
        cue=_cue(tree, _first_of_group(tree, structure, row, governors), _last_of_group(tree, row)),
        agent=_if_head(tree, agent),
        patient=_if_head(tree, patient),
        recipient=_if_head(tree, recipient),
        arguments=tuple(a for a in complements if not (a.form == "object" and a.nominal == agent)),
        negated=_is_negated(tree, structure, row)
        or any(
            tree.lemma[g] in structure.refusing or _is_negated(tree, structure, g)
            for g in _merged(tree, structure, row, governors)
        ),
        passive=passive,
        modality=_modality(tree, structure, row),
        under=governors,
        within=_within(tree, row),
        sentence=_sentence(tree, row),
    )


def _noun(tree: Tree, structure: Structure, row: int) -> Predication:
    """*his opposition to X*; *criticism of X by Y*; *made the claim that …*."""
    light = _light_verb(tree, structure, row)
    possessor = tree.child_as(row, "poss")
    agent = possessor if possessor is not None else by_agent(tree, row)
    suffering = _suffering_verb(tree, structure, row, light)
    if light is not None and suffering is None and agent is not None and tree.pos[agent] == "PRON":
        agent = surface_subject(tree, structure, light)  # "Lee voiced his support"
    if agent is None and suffering is not None:
        agent = source_of(tree, suffering, row)
    elif agent is None and light is not None:
        agent = surface_subject(tree, structure, light)
    if agent is None:
        agent = framed_agent(tree, structure, row)
    if agent is None:
        agent = next(
            (c for c in tree.children_as(row, "compound", "nmod") if is_head(tree, c)), None
        )
    owned = possessor is not None or light is None
    first = row if owned else _first_of_group(tree, structure, light or row, ())
    return Predication(
        row=row,
        lemma=tree.lemma[row],
        pos="noun",
        cue=_cue(tree, first, row)
        if owned or (light is not None and light < row)
        else tree.range(row, row),
        agent=_if_head(tree, agent),
        patient=_if_head(tree, theme(tree, structure, row)),
        recipient=None,
        arguments=arguments(tree, structure, row)
        + _light_complements(tree, structure, light)
        + (() if suffering is None else tuple(sufferer(tree, structure, suffering))),
        negated=any(tree.lemma[c] == "no" for c in tree.children_as(row, "det"))
        or (light is not None and _is_negated(tree, structure, light)),
        passive=False,
        modality=_modality(tree, structure, light if light is not None else row),
        under=(light,) if light is not None else (),
        within=_within(tree, row),
        sentence=_sentence(tree, row),
    )


def _adjective(tree: Tree, structure: Structure, row: int) -> Predication:
    """*is confident that*; *supportive of X*."""
    copula = tree.head[row]
    linked = tree.dep[row] in ("acomp", "oprd", "conj", "xcomp") and tree.pos[copula] in VERBAL
    subject = theme(tree, structure, row)
    if subject is None and linked:
        subject = surface_subject(tree, structure, copula)
    if subject is None and tree.dep[row] in ("amod", "relcl", "acl") and is_head(tree, copula):
        subject = copula
    complements = arguments(tree, structure, row) + (
        _borrowed(tree, structure, copula) if linked else ()
    )
    if (
        subject is not None
        and tree.lemma[subject] == "it"
        and any(a.predicate for a in complements)
    ):
        subject = None  # "it is clear that …" is nobody's view
    first = _first_of_group(tree, structure, copula, ()) if linked and copula < row else row
    return Predication(
        row=row,
        lemma=tree.lemma[row] if tree.pos[row] == "ADJ" else tree.parse.text[row].lower(),
        pos="adjective",
        cue=_cue(tree, first, row),
        agent=_if_head(tree, subject),
        patient=None,
        recipient=None,
        arguments=complements,
        negated=_is_negated(tree, structure, row)
        or (linked and _is_negated(tree, structure, copula)),
        passive=False,
        modality=_modality(tree, structure, copula if linked else row),
        within=_within(tree, row),
        sentence=_sentence(tree, row),
    )


def _adverb(tree: Tree, row: int) -> Iterator[Predication]:
    """*The pier has **reportedly** been sold*: the clause is what somebody says."""
    host = tree.head[row]
    rows = tree.subtree(host, without=(row,))
    while rows and (tree.dep[rows[0]] in ("cc", "punct") or tree.pos[rows[0]] == "SPACE"):
        rows = rows[1:]
    pieces = tree.pieces(rows)
    if not pieces or host == row:
        return
    yield Predication(
        row=row,
        lemma=tree.lemma[row],
        pos="adverb",
        cue=_cue(tree, row, row),
        agent=None,
        patient=None,
        recipient=None,
        arguments=(Argument("clause", pieces, predicate=host),),
        negated=False,
        passive=False,
        modality=None,
        within=_within(tree, row),
        sentence=_sentence(tree, row),
    )


def _preposition(tree: Tree, row: int) -> Iterator[Predication]:
    """*according to Lee*; *in the view of Lee*; *for Lee*: the rest of the clause is what Lee
    holds."""
    inner = tree.child_as(row, "prep")
    last = row if inner is None else inner
    noun = tree.child_as(last, "pobj")
    if noun is None:
        return
    host = tree.head[row]
    rows = tree.subtree(host, without=(row,)) if host != row else []
    lowest, highest = tree.sentence_rows(row)
    if host == row or not rows:
        rows = [r for r in range(lowest, highest) if not tree.left[row] <= r <= tree.right[row]]
    while rows and (tree.dep[rows[0]] in ("cc", "punct") or tree.pos[rows[0]] == "SPACE"):
        rows = rows[1:]
    pieces = tree.pieces(rows)
    if not pieces:
        return
    lemma = tree.parse.text[row].lower() + ("" if inner is None else f" {tree.lemma[inner]}")
    yield Predication(
        row=row,
        lemma=lemma,
        pos="preposition",
        cue=_cue(tree, row, last),
        agent=_if_head(tree, noun),
        patient=None,
        recipient=None,
        arguments=(Argument("clause", pieces, predicate=host),),
        negated=False,
        passive=False,
        modality=None,
        within=_within(tree, row),
        sentence=_sentence(tree, row),
    )


def _stand(tree: Tree, structure: Structure, row: int) -> Iterator[Predication]:
    """*Lee is **against** the plan*: the preposition is what is said of Lee."""
    copula, noun = tree.head[row], tree.child_as(row, "pobj")
    if tree.pos[copula] != "AUX" or tree.dep[row] != "prep" or noun is None:
        return
    if any(tree.children_as(copula, "attr", "acomp")):
        return
    yield Predication(
        row=row,
        lemma=tree.lemma[row],
        pos="preposition",
        cue=_cue(tree, _first_of_group(tree, structure, copula, ()), row),
        agent=_if_head(tree, surface_subject(tree, structure, copula)),
        patient=_if_head(tree, noun),
        recipient=None,
        arguments=(),
        negated=_is_negated(tree, structure, copula),
        passive=False,
        modality=_modality(tree, structure, copula),
        within=_within(tree, row),
        sentence=_sentence(tree, row),
    )


def _is_state(tree: Tree, row: int) -> bool:
    """*is **disappointed** with X*, *is **allied** with X*: a participle that says how one stands."""
    if tree.tag[row] not in ("VBN", "VBG", "VBD") or tree.pos[row] != "VERB":
        return False
    if any(tree.children_as(row, "dobj", "agent", "ccomp")):
        return False
    return tree.dep[row] == "acomp" or any(tree.children_as(row, "auxpass"))


def _with_particle(tree: Tree, row: int, wanted: Wanted) -> str:
    """*point **out***; *shoot **back***, where the parser has an adverb and the lexicon the pair."""
    particle = tree.child_as(row, "prt")
    if particle is not None:
        return f"{tree.lemma[row]} {tree.lemma[particle]}"
    behind = row + 1
    if behind < len(tree) and tree.head[behind] == row and not tree.children[behind]:
        pair = f"{tree.lemma[row]} {tree.lemma[behind]}"
        if wanted("verb", pair):
            return pair
    return tree.lemma[row]


def _if_head(tree: Tree, row: int | None) -> int | None:
    return row if row is not None and is_head(tree, row) else None


def _noun_under(tree: Tree, row: int) -> int | None:
    """A dative is the noun itself or *to* with the noun under it."""
    return tree.child_as(row, "pobj") if tree.pos[row] == "ADP" else row


def _cue(tree: Tree, first: int, last: int) -> Range:
    return tree.range(min(first, last), max(first, last))


def _first_of_group(tree: Tree, structure: Structure, row: int, governors: tuple[int, ...]) -> int:
    """*would not **say***; *declined to **say***: the first auxiliary, with the verbs that
    merge."""
    top = (_merged(tree, structure, row, governors) or [row])[-1]
    before = [c for c in tree.children_as(top, *GROUP) if c < top]
    first = min(before, default=top)
    subject = tree.child_as(top, "nsubj", "nsubjpass", "expl")
    if subject is not None and first < subject < top:  # "will Lee say", an inverted question
        return tree.right[subject] + 1
    return first if tree.tag[first] != "TO" else min((c for c in before if c > first), default=top)


def _last_of_group(tree: Tree, row: int) -> int:
    """With a particle that stands right behind: *pointed **out***."""
    particle = tree.child_as(row, "prt")
    return row + 1 if particle == row + 1 else row


def _governors(tree: Tree, structure: Structure, row: int) -> Iterator[int]:
    """The predicates above that share the agent, nearest first: *wants to be able to **say***."""
    at = row
    while tree.dep[at] in ("xcomp", "conj", "pcomp", "advcl") and tree.head[at] != at:
        head = tree.head[at]
        if tree.dep[at] == "advcl" and (tree.tag[at] != "VB" or tree.lemma[head] != "go"):
            return  # "went on to say", but not "left to say goodbye"
        if tree.dep[at] == "conj":
            if any(tree.children_as(at, "nsubj", "nsubjpass")) or tree.dep[head] != "xcomp":
                return
        elif tree.dep[at] == "pcomp":
            charge = charge_above(tree, structure, at)
            if charge is not None and any(tree.children_as(charge, "dobj", "nsubjpass")):
                return
            head = tree.head[head]
            yield head
        elif (
            any(tree.children_as(head, "dobj"))
            and tree.lemma[head] not in structure.subject_control
        ):
            return
        else:
            yield head
        at = head


def _merged(tree: Tree, structure: Structure, row: int, governors: tuple[int, ...]) -> list[int]:
    """Of the governors those that make one report with the verb: *declined to say*, *was quick to
    add*."""
    merged = []
    for governor in governors:
        if tree.lemma[governor] not in structure.aspectual or governor > row:
            break
        merged.append(governor)
        if tree.pos[governor] == "ADJ" and tree.dep[governor] == "acomp":
            merged.append(tree.head[governor])
    return merged


def _is_negated(tree: Tree, structure: Structure, row: int) -> bool:
    return any(
        tree.lemma[c] in structure.denying
        for c in tree.children_as(row, "neg", "advmod", "preconj", "cc")
    )


def _modality(tree: Tree, structure: Structure, row: int) -> str | None:
    """*would*, *should*; *if* for a condition; *question* for a sentence that asks."""
    mark = tree.child_as(row, "mark")
    if mark is not None and tree.lemma[mark] in structure.conditional:
        return tree.lemma[mark]
    modal = next((c for c in tree.children_as(row, "aux") if tree.tag[c] == "MD"), None)
    if modal is not None:
        return tree.parse.text[modal].lower()
    last = tree.sentence_rows(row)[1] - 1
    while (last > row and tree.pos[last] in ("SPACE",)) or tree.parse.text[last] in (
        '"',
        "”",
        "'",
        "’",
    ):
        last -= 1
    return "question" if tree.parse.text[last] == "?" else None


def _within(tree: Tree, row: int) -> int | None:
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


def _sentence(tree: Tree, row: int) -> Range:
    first, last = tree.sentence_rows(row)
    return tree.range(first, last - 1)


def _is_predicative(tree: Tree, row: int) -> bool:
    return tree.dep[row] in (
        "acomp",
        "oprd",
        "conj",
        "amod",
        "xcomp",
        "acl",
        "relcl",
        "ROOT",
        "ccomp",
        "advcl",
    )


def _light_verb(tree: Tree, structure: Structure, row: int) -> int | None:
    """*made the **claim***; *in a statement* is none."""
    head = tree.head[row]
    if (
        tree.dep[row] in ("dobj", "attr")
        and tree.pos[head] == "VERB"
        and tree.lemma[head] in structure.light
    ):
        return head
    if (
        tree.dep[row] == "nsubjpass"
        and tree.lemma[head] in structure.light
        and by_agent(tree, head) is not None
    ):
        return head
    return None


def _light_complements(tree: Tree, structure: Structure, light: int | None) -> tuple[Argument, ...]:
    """*gave its backing **to the plan***: the parser may hang the complement on the verb."""
    return () if light is None else _borrowed(tree, structure, light)


def _borrowed(tree: Tree, structure: Structure, verb: int) -> tuple[Argument, ...]:
    return tuple(a for a in arguments(tree, structure, verb) if a.form not in ("object", "small"))


def _suffering_verb(tree: Tree, structure: Structure, row: int, light: int | None) -> int | None:
    """*drew **criticism***, *came under **attack***: a verb whose subject the noun is about."""
    if light is not None and tree.lemma[light] in structure.inverse_light:
        return light
    return under_fire(tree, row)

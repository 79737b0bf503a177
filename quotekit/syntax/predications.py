"""Predications: verbs, nouns, adjectives and prepositions with their arguments in standard
places."""

from __future__ import annotations

from collections.abc import Iterable

from quotekit.lexicon import Predicates
from quotekit.syntax.adjuncts import adverb, preposition, stand
from quotekit.syntax.arguments import arguments, complements
from quotekit.syntax.clauses import is_content_clause
from quotekit.syntax.compounds import is_compounded, is_prefix, participle, prefix
from quotekit.syntax.groups import (
    cue_range,
    first_of_group,
    governors,
    if_head,
    is_denied,
    is_hypothetical,
    is_negated,
    last_of_group,
    merged,
    modality,
    pair,
    partner,
    reported_in,
    sentence_range,
)
from quotekit.syntax.nominals import is_head
from quotekit.syntax.records import Argument, Predication
from quotekit.syntax.roles import by_agent, is_passive, objects, surface_subject
from quotekit.syntax.structure import Structure
from quotekit.syntax.themes import (
    described,
    framed_agent,
    full_of,
    gap,
    is_the,
    naming_verb,
    relative_light,
    sender,
    source_of,
    sufferer,
    theme,
    under_fire,
    whole_bout,
)
from quotekit.syntax.tree import Tree

PREDICATING = frozenset({"ADJ", "ADP", "ADV", "NOUN", "SCONJ", "VERB"})
STATES = frozenset({"ccomp", "oprd", "acomp"})
VERBAL = frozenset({"VERB", "AUX"})


def predications(tree: Tree, structure: Structure, wanted: Predicates) -> list[Predication]:
    """The wanted predicates of a paragraph in the order of the text."""
    words = wanted.first_words
    return [
        predication
        for row, (pos, lemma, word) in enumerate(zip(tree.pos, tree.lemma, tree.word, strict=True))
        if pos in PREDICATING and (lemma in words or word in words)
        for predication in _at(tree, structure, row, wanted)
    ]


def _at(tree: Tree, structure: Structure, row: int, wanted: Predicates) -> Iterable[Predication]:
    """What a word is as a predicate; only a preposition may be two."""
    pos, lemma, word = tree.pos[row], tree.lemma[row], tree.word[row]
    if is_compounded(tree, row):
        return participle(tree, row) if wanted("verb", lemma) else ()
    if wanted("adjective", word) and is_prefix(tree, row):
        return prefix(tree, row)
    if pos in ("ADP", "SCONJ", "VERB") and wanted("preposition", word):
        return (
            *preposition(tree, structure, row, wanted),
            *stand(tree, structure, row, wanted),
        )
    if pos == "VERB" and wanted("adjective", word) and _is_state(tree, row):
        return (_adjective(tree, structure, row),)
    if pos == "ADV" and wanted("adverb", lemma):
        return adverb(tree, structure, row)
    if pos == "VERB" and wanted("verb", lemma):
        return (_verb(tree, structure, row, wanted),)
    if pos == "NOUN" and wanted("noun", lemma):
        return (_noun(tree, structure, row),)
    if pos in ("ADJ", "VERB") and wanted("adjective", lemma) and _is_predicative(tree, row):
        return (_adjective(tree, structure, row),)
    return ()


def _verb(tree: Tree, structure: Structure, row: int, wanted: Predicates) -> Predication:
    passive = is_passive(tree, row)
    subject = surface_subject(tree, structure, row)
    shared = objects(tree, row)
    dative = tree.child_as(row, "dative")
    agent = by_agent(tree, row) if passive else subject
    patient = subject if passive else next(iter(shared), None)
    if not passive and agent in shared:  # "said Lee" parsed as an object
        patient = None
    if patient is None and not passive:
        patient = gap(tree, row)
    other = partner(tree, row, wanted)
    found = arguments(tree, structure, row)
    if other is not None and tree.dep[other] in STATES:  # "made it clear that …"
        found = complements(tree, structure, other)
    if not passive and _is_raised(tree, structure, row, found):
        agent = None
    recipient = None if dative is None else _noun_under(tree, dative)
    if patient is None and other is not None and not passive:
        patient = tree.child_among(other, "nsubj", "nsubjpass")  # "wants Lee gone"
    above = tuple(governors(tree, structure, row))
    group = [row, *merged(tree, structure, row, above)]
    return Predication(
        row=row,
        lemma=tree.lemma[row] if other is None else pair(tree, row, other),
        pos="verb",
        cue=cue_range(
            tree,
            first_of_group(tree, group[-1]),
            last_of_group(tree, row, other),
        ),
        agent=if_head(tree, agent),
        patient=if_head(tree, patient),
        recipient=if_head(tree, recipient),
        arguments=tuple(a for a in found if not (a.form == "object" and a.nominal == agent)),
        negated=any(is_negated(tree, structure, verb) for verb in group)
        or any(tree.lemma[verb] in structure.refusing for verb in group[1:]),
        passive=passive,
        modality=modality(tree, structure, row),
        hypothetical=is_hypothetical(tree, structure, row),
        under=above,
        within=reported_in(tree, row),
        sentence=sentence_range(tree, row),
    )


def _is_raised(tree: Tree, structure: Structure, row: int, found: tuple[Argument, ...]) -> bool:
    """*Lee **seems** tired*, *it **appears** that …*, but not *Lee **proved** that …*."""
    forms = {argument.form for argument in found}
    if tree.lemma[row] not in structure.raising:
        return tree.lemma[row] in structure.copula and "small" in forms
    subject = tree.child_among(row, "nsubj", "expl")
    expletive = subject is not None and tree.lemma[subject] == "it"
    return expletive or not forms.isdisjoint({"small", "infinitive", "like"})


def _noun(tree: Tree, structure: Structure, row: int) -> Predication:
    """*his opposition to X*; *criticism of X by Y*; *made the claim that …*."""
    light, bout = _light_verb(tree, structure, row), whole_bout(tree, structure, row)
    possessor = tree.child_as(row, "poss")
    agent = possessor if possessor is not None else by_agent(tree, row)
    if agent is None:
        agent = sender(tree, row)
    suffering = _suffering_verb(tree, structure, row, light)
    if light is not None and suffering is None and agent is not None and tree.pos[agent] == "PRON":
        agent = surface_subject(tree, structure, light)  # "Lee voiced his support"
    named = (c for c in tree.children_among(row, "compound", "nmod", "amod") if is_head(tree, c))
    before = next(named, None)
    if agent is None and before is not None and tree.has(row, "prep"):
        agent = before  # "expressed Norland's support", "expressed Norland support for X"
    if agent is None and suffering is not None:
        agent = source_of(tree, suffering, row)
    elif agent is None and light is not None:
        subject = surface_subject(tree, structure, light)
        agent = subject if subject != row else None
    if agent is None:
        agent = before
    if agent is None:
        agent = framed_agent(tree, structure, row)
    full = full_of(tree, structure, row)
    linked = row if tree.dep[row] == "attr" else full
    verb = tree.head[linked] if light is None and linked is not None else light
    owned = possessor is not None or light is None
    first = row if owned else first_of_group(tree, light or row)
    return Predication(
        row=row,
        lemma=tree.lemma[row],
        pos="noun",
        cue=cue_range(tree, first, row)
        if owned or (light is not None and light < row)
        else tree.range(row, row),
        agent=if_head(tree, agent),
        patient=if_head(tree, theme(tree, structure, row)),
        recipient=None,
        arguments=arguments(tree, structure, row)
        + (
            ()
            if bout == row
            else tuple(a for a in _borrowed(tree, structure, bout) if a.nominal != row)
        )
        + _light_complements(tree, structure, light)
        + (() if suffering is None else tuple(sufferer(tree, structure, suffering))),
        negated=is_denied(tree, structure, row)
        or any(at is not None and is_negated(tree, structure, at) for at in (verb, full)),
        passive=False,
        modality=modality(tree, structure, verb if verb is not None else row),
        under=(light,) if light is not None else (),
        namer=naming_verb(tree, row),
        within=reported_in(tree, row),
        sentence=sentence_range(tree, row),
    )


def _adjective(tree: Tree, structure: Structure, row: int) -> Predication:
    """*is confident that*; *supportive of X*."""
    first = row
    while tree.dep[first] == "conj" and tree.pos[tree.head[first]] == "ADJ":
        first = tree.head[first]  # "old and critical of X"
    copula = tree.head[first]
    linked = tree.dep[first] in ("acomp", "oprd", "conj", "xcomp") and tree.pos[copula] in VERBAL
    subject = theme(tree, structure, row)
    if subject is None and linked:
        subject = surface_subject(tree, structure, copula)
    if subject is None and tree.dep[first] in ("amod", "relcl", "acl") and is_head(tree, copula):
        subject = described(tree, structure, copula)
    complements = arguments(tree, structure, row) + (
        _borrowed(tree, structure, copula) if linked else ()
    )
    if (
        subject is not None
        and tree.lemma[subject] == "it"
        and any(a.predicate for a in complements)
    ):
        subject = None  # "it is clear that …" is nobody's view
    first = first_of_group(tree, copula) if linked and copula < row else row
    return Predication(
        row=row,
        lemma=tree.lemma[row] if tree.pos[row] == "ADJ" else tree.word[row],
        pos="adjective",
        cue=cue_range(tree, first, row),
        agent=if_head(tree, subject),
        patient=None,
        recipient=None,
        arguments=complements,
        negated=is_negated(tree, structure, row)
        or (linked and is_negated(tree, structure, copula)),
        passive=False,
        modality=modality(tree, structure, copula if linked else row),
        namer=naming_verb(tree, row),
        within=reported_in(tree, row),
        sentence=sentence_range(tree, row),
    )


def _is_state(tree: Tree, row: int) -> bool:
    """*is **disappointed** with X*, *is **allied** with X*: how one stands."""
    if tree.tag[row] not in ("VBN", "VBG", "VBD"):
        return False
    if tree.has(row, "dobj", "agent"):
        return False
    return tree.dep[row] == "acomp" or tree.has(row, "auxpass")


def _noun_under(tree: Tree, row: int) -> int | None:
    """A dative is the noun itself or *to* with the noun under it."""
    return tree.child_as(row, "pobj") if tree.pos[row] == "ADP" else row


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
    """*made the **claim***, *drew a wave of **criticism***, *the support that he **gave***; *in a
    statement* is none."""
    behind = relative_light(tree, structure, row)
    if behind is not None:
        return behind
    light = structure.light | structure.conveying if _has_clause(tree, row) else structure.light
    row = whole_bout(tree, structure, row)
    head = tree.head[row]
    if tree.dep[row] in ("dobj", "attr") and tree.pos[head] == "VERB" and tree.lemma[head] in light:
        return head
    if (
        tree.dep[row] == "nsubjpass"
        and tree.lemma[head] in structure.light
        and (by_agent(tree, head) is not None or tree.lemma[head] in structure.pointing)
    ):
        return head
    return None


def _has_clause(tree: Tree, noun: int) -> bool:
    """*no doubt **that he left***, *orders **to leave***."""
    return any(is_content_clause(tree, noun, clause) for clause in tree.children_as(noun, "acl"))


def _light_complements(tree: Tree, structure: Structure, light: int | None) -> tuple[Argument, ...]:
    """*gave its backing **to the plan***, *gave **the plan** its backing*: the parser may hang the
    complement on the verb."""
    if light is None:
        return ()
    given = (d for d in tree.children_as(light, "dative") if tree.pos[d] != "ADP")
    to = (Argument("to", tree.pieces(tree.subtree(d)), nominal=d) for d in given)
    return (*_borrowed(tree, structure, light), *to)


def _borrowed(tree: Tree, structure: Structure, verb: int) -> tuple[Argument, ...]:
    return tuple(
        a
        for a in complements(tree, structure, verb)
        if a.form.split()[0] not in ("object", "small")
    )


def _suffering_verb(tree: Tree, structure: Structure, row: int, light: int | None) -> int | None:
    """*drew **criticism***, *came under **attack***: a verb whose subject the noun is about."""
    if light is not None and (
        tree.lemma[light] in structure.inverse_light
        or (tree.lemma[light] in ("have", "enjoy") and is_the(tree, row))
    ):
        return light
    return under_fire(tree, structure, row)

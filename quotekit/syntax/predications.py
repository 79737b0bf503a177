"""Predications: verbs, nouns, adjectives and prepositions with their arguments in standard
places."""

from __future__ import annotations

from collections.abc import Iterable

from quotekit.lexicon import Needs, Predicates
from quotekit.syntax.adjuncts import adverb, preposition, stand
from quotekit.syntax.arguments import arguments, borrowed, complements
from quotekit.syntax.compounds import HYPHEN, is_compounded, is_prefix, participle, prefix
from quotekit.syntax.groups import (
    cue_range,
    first_of_group,
    governors,
    if_head,
    is_hypothetical,
    is_negated,
    last_of_group,
    merged,
    modality,
    pair,
    partner,
    reported_in,
)
from quotekit.syntax.nominals import is_head
from quotekit.syntax.nouns import noun
from quotekit.syntax.records import Argument, Predication, places
from quotekit.syntax.roles import by_agent, is_passive, objects, surface_subject
from quotekit.syntax.structure import Structure
from quotekit.syntax.themes import (
    described,
    gap,
    naming_verb,
    theme,
)
from quotekit.syntax.tree import Tree

PREDICATING = frozenset({"ADJ", "ADP", "ADV", "NOUN", "SCONJ", "VERB"})
STATES = frozenset({"ccomp", "oprd", "acomp"})
VERBAL = frozenset({"VERB", "AUX"})


def predications(tree: Tree, structure: Structure, wanted: Predicates) -> list[Predication]:
    """The wanted predicates of a paragraph in the order of the text."""
    words = wanted.first_words
    read = _in_compound if HYPHEN in tree.word else _at
    return [
        predication
        for row, (pos, lemma, word) in enumerate(zip(tree.pos, tree.lemma, tree.word, strict=True))
        if pos in PREDICATING and (lemma in words or word in words)
        for predication in read(tree, structure, row, wanted)
    ]


def _in_compound(
    tree: Tree, structure: Structure, row: int, wanted: Predicates
) -> Iterable[Predication]:
    """What a word is as a predicate where a hyphen may make it part of another."""
    if is_compounded(tree, row):
        return participle(tree, row) if wanted("verb", tree.lemma[row]) else ()
    if is_prefix(tree, row) and wanted("adjective", tree.word[row]):
        return prefix(tree, row)
    return _at(tree, structure, row, wanted)


def _at(tree: Tree, structure: Structure, row: int, wanted: Predicates) -> Iterable[Predication]:
    """What a word is as a predicate; only a preposition may be two."""
    pos, lemma, word = tree.pos[row], tree.lemma[row], tree.word[row]
    if pos == "NOUN":
        return noun(tree, structure, row, wanted) if wanted("noun", lemma) else ()
    if pos == "ADV":
        return adverb(tree, structure, row) if wanted("adverb", lemma) else ()
    if pos != "ADJ" and wanted("preposition", word):
        return (
            *preposition(tree, structure, row, wanted),
            *stand(tree, structure, row, wanted),
        )
    if pos == "VERB" and wanted("adjective", word) and _is_state(tree, row):
        return _adjective(tree, structure, row, wanted)
    if pos == "VERB" and wanted("verb", lemma):
        return _verb(tree, structure, row, wanted)
    if pos in ("ADJ", "VERB") and wanted("adjective", lemma) and _is_predicative(tree, row):
        return _adjective(tree, structure, row, wanted)
    return ()


def _verb(tree: Tree, structure: Structure, row: int, wanted: Predicates) -> Iterable[Predication]:
    other = partner(tree, row, wanted)
    lemma = tree.lemma[row] if other is None else pair(tree, row, other)
    needs = _needs(tree, "verb", lemma, wanted)
    if needs is None:
        return
    passive, found = is_passive(tree, row), arguments(tree, structure, row)
    if other is not None and tree.dep[other] in STATES:  # "made it clear that …"
        found = complements(tree, structure, other)
    agent, patient, recipient = _roles(tree, structure, row, passive, found)
    if patient is None and other is not None and not passive:
        patient = tree.child_among(other, "nsubj", "nsubjpass")  # "wants Lee gone"
    needed = needs.arguments
    if needed and needed.isdisjoint(places(found, agent, patient, recipient)):
        return
    above = tuple(governors(tree, structure, row))
    group = [row, *merged(tree, structure, row, above)]
    yield Predication(
        row=row,
        lemma=lemma,
        pos="verb",
        cue=cue_range(
            tree,
            first_of_group(tree, group[-1]),
            last_of_group(tree, row, other),
        ),
        agent=if_head(tree, agent),
        patient=if_head(tree, patient),
        recipient=if_head(tree, recipient),
        arguments=_without(found, agent),
        negated=is_negated(tree, structure, row)
        or (len(group) > 1 and _is_refused(tree, structure, group[1:])),
        passive=passive,
        modality=modality(tree, structure, row),
        hypothetical=is_hypothetical(tree, structure, row),
        under=above,
        within=reported_in(tree, row),
        sentence=tree.sentence_range(row),
    )


def _needs(tree: Tree, pos: str, lemma: str, wanted: Predicates) -> Needs | None:
    """What must be there for it to be read; None also where one of the words is missing."""
    needs = wanted.needs(pos, lemma)
    if needs is None or not needs.words or tree.has_word(needs.words):
        return needs
    return None


def _without(found: tuple[Argument, ...], agent: int | None) -> tuple[Argument, ...]:
    """*said **Lee***: the agent is no object."""
    for argument in found:
        if argument.form == "object" and argument.nominal == agent:
            return tuple(a for a in found if not (a.form == "object" and a.nominal == agent))
    return found


def _is_refused(tree: Tree, structure: Structure, governors: Iterable[int]) -> bool:
    """*would **not** agree to say*, ***declined** to say*."""
    return any(
        tree.lemma[verb] in structure.refusing or is_negated(tree, structure, verb)
        for verb in governors
    )


def _roles(
    tree: Tree, structure: Structure, row: int, passive: bool, found: tuple[Argument, ...]
) -> tuple[int | None, int | None, int | None]:
    """Agent, patient and recipient."""
    subject = surface_subject(tree, structure, row)
    shared = objects(tree, row)
    dative = tree.child_as(row, "dative")
    recipient = None if dative is None else _noun_under(tree, dative)
    if passive:
        return by_agent(tree, row), subject, recipient
    patient = next(iter(shared), None)
    if subject in shared:  # "said Lee" parsed as an object
        patient = None
    if patient is None:
        patient = gap(tree, row)
    agent = None if _is_raised(tree, structure, row, found) else subject
    return agent, patient, recipient


def _is_raised(tree: Tree, structure: Structure, row: int, found: tuple[Argument, ...]) -> bool:
    """*Lee **seems** tired*, *it **appears** that …*, but not *Lee **proved** that …*."""
    lemma = tree.lemma[row]
    if lemma not in structure.raising:
        return lemma in structure.copula and any(a.form == "small" for a in found)
    subject = tree.child_among(row, "nsubj", "expl")
    expletive = subject is not None and tree.lemma[subject] == "it"
    return expletive or any(a.form in ("small", "infinitive", "like") for a in found)


def _adjective(
    tree: Tree, structure: Structure, row: int, wanted: Predicates
) -> Iterable[Predication]:
    """*is confident that*; *supportive of X*."""
    lemma = tree.lemma[row] if tree.pos[row] == "ADJ" else tree.word[row]
    needs = _needs(tree, "adjective", lemma, wanted)
    if needs is None:
        return
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
        borrowed(tree, structure, copula) if linked else ()
    )
    if (
        subject is not None
        and tree.lemma[subject] == "it"
        and any(a.predicate for a in complements)
    ):
        subject = None  # "it is clear that …" is nobody's view
    if needs.arguments and needs.arguments.isdisjoint(places(complements, subject)):
        return
    first = first_of_group(tree, copula) if linked and copula < row else row
    yield Predication(
        row=row,
        lemma=lemma,
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
        sentence=tree.sentence_range(row),
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

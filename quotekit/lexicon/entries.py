"""One lexicon entry: a predicate sense and what its arguments mean.

Argument names are the syntax stage's: ``agent``, ``patient``, ``recipient`` for the roles, and for
the form of a complement ``clause`` (*that he left*, and the words around a parenthetical cue),
``question`` (*whether he left*), ``infinitive`` (*to leave*), ``gerund`` (*leaving*), ``object``
(*the plan*), ``small`` (*him a liar*, *Lee to win*), ``subject``, or a preposition (*of*, *for*,
*in favour of*).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from attrs import field, frozen

from quotekit.lexicon.checks import (
    FORMS,
    ROLES,
    Argument,
    Arguments,
    MemberOf,
    OneOf,
    sentence,
    word,
    words,
    yes_or_no,
)
from quotekit.lexicon.predicates import Needs
from quotekit.records import Act, Basis, StanceLabel

TIER = OneOf(1, 2, 3)
ACTS = {member.value: member for member in Act}
LABELS = {member.value: member for member in StanceLabel}
BASES = {member.value: member for member in Basis}
WORDLESS = frozenset({*ROLES, *FORMS})
"""Places that no preposition brings in."""

# Converters leave what they cannot use to the checks, which know the key.


def _in_order(value: Any) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(value)
    return (value,) if isinstance(value, str) else value


def _any_of(value: Any) -> frozenset[str]:
    given: Any = _in_order(value)
    able = isinstance(given, tuple) and all(isinstance(each, str) for each in given)
    return frozenset(given) if able else given


def _act(value: Any) -> Act:
    return ACTS[value] if isinstance(value, str) and value in ACTS else value


def _label(value: Any) -> StanceLabel:
    return LABELS[value] if isinstance(value, str) and value in LABELS else value


def _basis(value: Any) -> Basis:
    return BASES[value] if isinstance(value, str) and value in BASES else value


@lru_cache(maxsize=1000)
def _filled(places: tuple[str, ...]) -> Needs:
    """One of the places, and a word that brings in what stands there (*stood **behind** Lee*) where
    none of them does without."""
    named = places if WORDLESS.isdisjoint(places) else ()
    return Needs(frozenset(places), frozenset(place.split()[-1] for place in named))


@frozen
class ReportingEntry:
    """A predicate sense that attributes words or thought to a source."""

    key: str
    """Its place in the lexicon: ``verb.say``; rule names are made of it."""
    lemma: str = field(validator=word)
    """The predicate as a dictionary has it, where the entry has another name: the second of two
    senses, say."""
    pos: str
    act: Act = field(converter=_act, validator=MemberOf(Act))
    """What is reported: ``speech``, ``thought`` or ``attitude``."""
    content: tuple[str, ...] = field(converter=_in_order, validator=Arguments(*FORMS, least=1))
    """The forms that are the content, the preferred one first; ``quotation``: words in marks beside
    it."""
    example: str = field(validator=sentence)
    """Marked inline: ``[Lee] <said> {that it works}.``, an addressee as ``/Kim/``."""
    speaker: str = field(default="agent", validator=Argument(*ROLES))
    """The role or preposition of the source."""
    recipient: tuple[str, ...] = field(
        default=(), converter=_in_order, validator=Arguments("object", *ROLES)
    )
    """Where the addressee stands: ``object`` or a preposition."""
    tier: int = field(default=1, validator=TIER)
    """How sure it is: 1 nearly always a report, 2 mostly, 3 as often as not."""

    @property
    def needs(self) -> Needs:
        """Of its content one form; none where words in marks are content."""
        return Needs() if "quotation" in self.content else _filled(self.content)


@frozen
class StanceEntry:
    """A predicate sense that puts its holder for or against its target.

    Beside the roles, ``holder`` may be ``self`` (a noun that names the holder: *a critic of X*) or
    ``author`` (whoever speaks: *"X is a disgrace," Lee said*).
    """

    key: str
    """Its place in the lexicon: ``verb.back``; rule names are made of it."""
    lemma: str = field(validator=word)
    """As of a reporting entry."""
    pos: str
    label: StanceLabel = field(converter=_label, validator=MemberOf(StanceLabel))
    """What the holder does: ``support``, ``oppose``, or ``neutral``."""
    basis: Basis = field(converter=_basis, validator=MemberOf(Basis))
    """What it rests on: ``expressed`` (says, feels, votes), ``deed`` or ``tone``."""
    example: str = field(validator=sentence)
    """Marked inline: ``[Lee] <backs> {the Trust}.``"""
    target: tuple[str, ...] = field(
        default=("patient",), converter=_in_order, validator=Arguments(*ROLES, *FORMS, least=1)
    )
    """The argument that is the target, the preferred one first."""
    holder: str = field(default="agent", validator=Argument(*ROLES, "self", "author"))
    """The argument that is the holder, ``self`` or ``author``."""
    passed_over: tuple[str, ...] = field(
        default=("than",), converter=_in_order, validator=Arguments()
    )
    """Where the one stands who comes second to the target: *prefers X **to** Y*, *likes X more
    **than** Y*."""
    with_object: frozenset[str] = field(default=frozenset(), converter=_any_of, validator=words)
    """The object's lemmas that make this sense: *throw one's **weight** behind*; of a verb without
    object the target's: *come to the **aid** of*."""
    without_object: frozenset[str] = field(default=frozenset(), converter=_any_of, validator=words)
    """The object's or target's lemmas that make another: *strike a **deal***, *campaign for
    **president***."""
    with_word: frozenset[str] = field(default=frozenset(), converter=_any_of, validator=words)
    """The words that make this sense, on the way to the target: *speak **highly** of*, ***harsh**
    words for*."""
    somebody: bool = field(default=False, validator=yes_or_no)
    """Only somebody is a target in this sense: *fire **the clerk***, but not *fire a question*."""
    beside: frozenset[str] = field(default=frozenset(), converter=_any_of, validator=words)
    """The complements that make this sense: *blame X **for** Y* (on Z), *take X **to court***."""
    modality: frozenset[str] = field(default=frozenset(), converter=_any_of, validator=words)
    """The modalities under which alone it is a stance: *Lee **should** resign*."""
    negated: StanceLabel = field(converter=_label, validator=MemberOf(StanceLabel))
    """What denial makes of it, ``neutral`` being no stance: *does not support* opposes."""
    reciprocal: bool = field(default=False, validator=yes_or_no)
    """*Lee and Ann clashed*: each is against the other."""
    tier: int = field(default=1, validator=TIER)
    """How sure it is: 1 speaks for itself, 2 and 3 only answer `classify_stance`."""

    @negated.default
    def _negated(self) -> StanceLabel:
        expressed = self.basis is not Basis.DEED and self.label is StanceLabel.SUPPORT
        return StanceLabel.OPPOSE if expressed else StanceLabel.NEUTRAL

    @property
    def needs(self) -> Needs:
        """A target, but where the holders are each other's; and a lemma that makes the sense.

        ``with_word`` is none of that: words on the way may be several tokens, *full-throated*.
        """
        if self.reciprocal:
            return Needs(words=self.with_object)
        filled = _filled(self.target)
        return Needs(filled.arguments, self.with_object) if self.with_object else filled

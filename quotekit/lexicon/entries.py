"""One lexicon entry: a predicate sense and what its arguments mean.

Argument names are the syntax stage's: ``agent``, ``patient``, ``recipient`` for the roles, and for
the
form of a complement ``clause`` (*that he left*, and the words around a parenthetical cue),
``question``
(*whether he left*), ``infinitive`` (*to leave*), ``gerund`` (*leaving*), ``object`` (*the plan*),
``small`` (*him a liar*, *Lee to win*), ``subject``, or a preposition (*of*, *for*, *against*).
"""

from __future__ import annotations

from typing import Any

from attrs import field, frozen, validators

from quotekit.records import Act, Basis, StanceLabel

PARTS_OF_SPEECH = ("verb", "noun", "adjective", "preposition", "adverb")
FORMS = ("quotation", "clause", "question", "infinitive", "gerund", "object", "small", "subject")


ROLES = ("agent", "patient", "recipient")


def _words(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _is_lemma(_: Any, attribute: Any, value: Any) -> None:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"lemma must be a word, not {value!r}")


@frozen
class ReportingEntry:
    """A predicate sense that attributes words or thought to a source."""

    key: str
    """Its place in the lexicon: ``verb.say``; rule names are made of it."""
    lemma: str = field(validator=_is_lemma)
    pos: str = field(validator=validators.in_(PARTS_OF_SPEECH))
    act: Act = field(converter=Act)
    content: tuple[str, ...] = field(converter=_words)
    """The forms that are the content, the preferred one first; ``quotation``: words in marks beside
    it."""
    example: str
    """Marked inline: ``[Lee] <said> {that it works}.``"""
    speaker: str = "agent"
    """The role or preposition of the source."""
    recipient: tuple[str, ...] = field(default=(), converter=_words)
    """Where the addressee stands: ``object`` or a preposition."""
    tier: int = field(default=1, validator=validators.in_((1, 2, 3)))
    """How sure it is: 1 nearly always a report, 2 mostly, 3 as often as not."""


def _optional_words(value: str | list[str]) -> frozenset[str]:
    return frozenset(_words(value))


@frozen
class StanceEntry:
    """A predicate sense that puts its holder for or against its target.

    Beside the roles, ``holder`` may be ``self`` (a noun that names the holder: *a critic of X*) or
    ``author`` (whoever speaks: *"X is a disgrace," Lee said*).
    """

    key: str
    lemma: str = field(validator=_is_lemma)
    pos: str = field(validator=validators.in_(PARTS_OF_SPEECH))
    label: StanceLabel = field(converter=StanceLabel)
    basis: Basis = field(converter=Basis)
    example: str
    """Marked inline: ``[Lee] <backs> {the Trust}.``"""
    target: tuple[str, ...] = field(default=("patient",), converter=_words)
    """The argument that is the target, the preferred one first."""
    holder: str = "agent"
    with_object: frozenset[str] = field(default=frozenset(), converter=_optional_words)
    """The object's lemmas that make this sense: *throw one's **weight** behind*."""
    without_object: frozenset[str] = field(default=frozenset(), converter=_optional_words)
    """The object's or target's lemmas that make another: *strike a **deal***, *campaign for
    **president***."""
    somebody: bool = False
    """Only somebody is a target in this sense: *fire **the clerk***, but not *fire a question*."""
    beside: frozenset[str] = field(default=frozenset(), converter=_optional_words)
    """The complements that make this sense: *blame X **for** Y* (on Z)."""
    modality: frozenset[str] = field(default=frozenset(), converter=_optional_words)
    """The modalities under which alone it is a stance: *Lee **should** resign*."""
    negated: StanceLabel = field(converter=StanceLabel)
    """What denial makes of it, ``neutral`` being no stance: *does not support* opposes."""
    reciprocal: bool = False
    """*Lee and Ann clashed*: each is against the other."""
    tier: int = field(default=1, validator=validators.in_((1, 2, 3)))
    """How sure it is: 1 speaks for itself, 2 and 3 only answer `classify_stance`."""

    @negated.default
    def _negated(self) -> StanceLabel:
        expressed = self.basis is not Basis.DEED and self.label is StanceLabel.SUPPORT
        return StanceLabel.OPPOSE if expressed else StanceLabel.NEUTRAL

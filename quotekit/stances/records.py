"""What the stances stage hands on, and what it works with."""

from __future__ import annotations

from attrs import define, frozen

from quotekit.lexicon import StanceEntry
from quotekit.records import Basis, StanceLabel
from quotekit.speakers import Who
from quotekit.syntax.records import Predication, Range

FLIPPED = {
    StanceLabel.SUPPORT: StanceLabel.OPPOSE,
    StanceLabel.OPPOSE: StanceLabel.SUPPORT,
    StanceLabel.NEUTRAL: StanceLabel.NEUTRAL,
}


@define(eq=False)
class FoundStance:
    """One stance as read from the text."""

    label: StanceLabel
    basis: Basis | None
    holder: Who | None
    """None: the author."""
    target: Who
    evidence: Range | None
    reported_by: int | None
    """The number of the quotation in which it stands."""
    rule: str


@define(eq=False)
class Relation:
    """A predication read as a stance between two noun phrases of its paragraph."""

    predication: Predication
    bearing: Bearing
    basis: Basis
    holder: int | None
    """Head row; None: whoever speaks there."""
    target: int
    stands_for_another: bool
    """*attacked Lee's **record***: Lee is meant."""
    evidence: Range
    sense: str
    """The entry's label and name: *support.verb.back*."""
    tier: int

    @property
    def rule(self) -> str:
        """The sense and the steps of composition: *support.verb.back + negation*."""
        return " + ".join((self.sense, *self.bearing.steps))


@frozen
class Bearing:
    """A label on its way from predicate to target, with the steps that it took."""

    label: StanceLabel
    steps: tuple[str, ...] = ()
    tier: int = 1
    """Of the least sure step."""

    def kept(self, step: str, tier: int = 1) -> Bearing:
        """The same label, one step on."""
        return Bearing(self.label, (*self.steps, step), max(self.tier, tier))

    def turned(self, step: str, tier: int = 1) -> Bearing:
        """The other label, one step on."""
        return Bearing(FLIPPED[self.label], (*self.steps, step), max(self.tier, tier))

    def through(self, entry: StanceEntry, step: str) -> Bearing:
        """*supports **banning** X*, *supports a **ban** on X*: past a predicate with a label of its
        own."""
        onward = self.turned if entry.label is StanceLabel.OPPOSE else self.kept
        return onward(step, entry.tier)

"""What the quotes stage hands on: found quotations, before anybody is identified."""

from __future__ import annotations

from attrs import define

from quotekit.records import Act, QuoteKind
from quotekit.syntax.records import Nominal, Predication, Range


@define(eq=False)
class FoundQuote:
    """One quotation as read from the text; the speaker is still only words."""

    kind: QuoteKind
    act: Act
    content: tuple[Range, ...]
    cue: Range | None
    speaker: Nominal | None
    """The noun phrase that the text attributes it to; None where it names none beside the
    quotation."""
    speaker_range: Range | None
    """A speaker that is no noun phrase of the syntax: a transcript's label."""
    addressee: Nominal | None
    negated: bool
    rule: str
    paragraph: int
    """The number of the paragraph with its attribution, where there is none of its start."""
    carries_on: int | None = None
    """The number (in the list) of the quotation before it that it continues without an attribution
    of its own; from one paragraph to the next only where the speakers do not take turns."""
    attributed: bool = True
    """False: set in marks with no attribution beside it; the conversation tells the speaker
    (dialogue),
    as against a passive without agent, which has no speaker."""
    predication: Predication | None = None
    """The reporting predication, where there is one."""

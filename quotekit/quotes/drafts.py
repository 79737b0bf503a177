"""A quotation being put together, and what it comes to: kind, content, rule."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from operator import itemgetter

from attrs import define, field

from quotekit.marks import Passage, Turn
from quotekit.quotes.records import FoundQuote
from quotekit.quotes.reports import Report
from quotekit.records import Act, QuoteKind
from quotekit.syntax.records import Nominal, Range

WORD = re.compile(r"[^\W_]")


@define(eq=False)
class Draft:
    """A quotation being put together: pieces and passages are added as they are found."""

    paragraph: int
    pieces: list[Range]
    passages: list[Passage] = field(factory=list)
    report: Report | None = None
    speaker: Nominal | None = None
    sign: str = "unattributed"
    """Without a report: what in the marks told the speaker, *colon* or *byline*."""
    attributed: bool = True
    carries_on: Draft | None = None
    turn: Turn | None = None

    @property
    def cue(self) -> Range | None:
        """The words that attribute it."""
        return self.report.cue if self.report is not None else None

    @property
    def end(self) -> int:
        """Where its last piece ends."""
        return max(self.pieces, key=itemgetter(1))[1]

    def add(self, passage: Passage) -> None:
        """One more piece, a passage."""
        self.pieces.append((passage.outer_start, passage.outer_end))
        self.passages.append(passage)

    def stretch(self, passage: Passage) -> None:
        """Let the last piece run on to the end of a passage."""
        last = max(self.pieces, key=itemgetter(1))
        self.pieces.remove(last)
        self.pieces.append((last[0], passage.outer_end))
        self.passages.append(passage)


def found(text: str, draft: Draft, numbers: Mapping[Draft, int]) -> FoundQuote:
    """The finished record; ``numbers`` are the places of the drafts in the list."""
    report, turn = draft.report, draft.turn
    draft.pieces = apart(text, draft.pieces, draft.cue)
    kind = kind_of(text, draft)
    pieces = draft.pieces
    if kind is QuoteKind.DIRECT:
        pieces = [bare(text, piece, draft.passages) for piece in pieces]
    return FoundQuote(
        kind=kind,
        act=_act(report, kind),
        content=tuple([piece for piece in pieces if piece[0] < piece[1]]),
        cue=draft.cue,
        speaker=draft.speaker,
        speaker_range=_label(turn),
        addressee=report.addressee if report is not None else None,
        negated=report is not None and report.predication.negated,
        rule=rule(draft),
        paragraph=draft.paragraph,
        carries_on=numbers.get(draft.carries_on) if draft.carries_on is not None else None,
        attributed=draft.attributed,
        predication=report.predication if report is not None else None,
    )


def apart(text: str, pieces: Sequence[Range], cue: Range | None) -> list[Range]:
    """The pieces in order, none over another or over the cue: misread syntax has them so."""
    found: list[Range] = []
    before, behind = cue if cue is not None else (len(text), len(text))
    for start, end in sorted(pieces):
        start = max(start, found[-1][1]) if found else start
        cut = start < behind and before < end
        for a, b in ((start, before), (behind, end)) if cut else ((start, end),):
            words = text[a:b].strip()
            if words:
                a = text.index(words, a)
                found.append((a, a + len(words)))
    return found


def _act(report: Report | None, kind: QuoteKind) -> Act:
    """*opposes the "theft"*: what stands in marks was said, whatever position it tells."""
    if report is None or (report.act is Act.ATTITUDE and kind is not QuoteKind.INDIRECT):
        return Act.SPEECH
    return report.act


def _label(turn: Turn | None) -> Range | None:
    if turn is None or turn.label_start == turn.label_end:
        return None
    return turn.label_start, turn.label_end


def rule(draft: Draft) -> str:
    """*report.verb.say clause tier-1*: entry, construction and tier; or what in the marks told
    it."""
    if draft.report is not None:
        entry, argument = draft.report.entry, draft.report.argument
        form = argument.form if argument is not None else "quotation"
        return f"report.{entry.key} {form} tier-{entry.tier}"
    if draft.turn is not None:
        return "turn.transcript" if draft.attributed else "turn.dash"
    return f"marks.{draft.sign}"


def kind_of(text: str, draft: Draft) -> QuoteKind:
    """By how much of the content stands in marks; titles and nicknames do not count."""
    if draft.turn is not None:
        return QuoteKind.DIRECT
    if not draft.passages:
        return QuoteKind.INDIRECT
    passages = sorted(draft.passages, key=lambda passage: passage.start)
    outside = any(_outside(text, piece, passages) for piece in draft.pieces)
    return QuoteKind.MIXED if outside else QuoteKind.DIRECT


def is_in_marks(text: str, draft: Draft) -> bool:
    """Whether it is nothing but passages."""
    return bool(draft.passages) and kind_of(text, draft) is QuoteKind.DIRECT


def _outside(text: str, piece: Range, passages: Sequence[Passage]) -> bool:
    """Whether a piece has words outside the passages."""
    at, end = piece
    for passage in passages:
        if passage.outer_end <= at or passage.outer_start >= end:
            continue
        if WORD.search(text, at, passage.outer_start):
            return True
        at = passage.outer_end
    return WORD.search(text, at, end) is not None


def bare(text: str, piece: Range, passages: Sequence[Passage]) -> Range:
    """Without the outer marks and the comma before an attribution."""
    start, end = piece
    inside = [p for p in passages if p.start < end and start < p.end]
    if inside:
        start, end = max(start, inside[0].start), min(end, max(p.end for p in inside))
    while start < end and text[start].isspace():
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return start, end

"""Turns without marks: those of a transcript, and dash dialogue with the attributions within it."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from quotekit.marks import SENTENCE_END, Turn
from quotekit.quotes.drafts import Draft
from quotekit.quotes.reports import Report
from quotekit.syntax.records import Paragraph, Range

BEFORE_ATTRIBUTION = (",", "?", "!", "…", "-", "–", "—", "―")
"""What speech ends with before *said Ann*."""


def turn_draft(
    text: str, number: int, paragraph: Paragraph, turn: Turn, reports: Sequence[Report]
) -> Draft:
    """The quotation that a turn is, in a paragraph of that number with those reports."""
    if turn.label_end > turn.label_start:
        return Draft(number, list(turn.pieces), turn=turn)
    first: Report | None = None
    pieces: list[Range] = []
    for place, piece in enumerate(turn.pieces):
        start = piece[0]
        for report in reports:
            told = _who_tells(text, report, paragraph)
            cut = _attribution(text, piece, told, begins=place > 0)
            if cut is not None:
                first = first or told
                pieces.append((start, cut[0]))
                start = cut[1]
        pieces.append((start, piece[1]))
    return Draft(
        number,
        [(start, end) for start, end in pieces if text[start:end].strip()],
        report=first,
        speaker=first.speaker if first is not None else None,
        attributed=first is not None,
        turn=turn,
    )


def _who_tells(text: str, report: Report, paragraph: Paragraph) -> Report:
    """*— Green as glass, said **Ann***: who speaks is not what stands before the comma."""
    speaker, (start, end) = report.speaker, report.cue
    if speaker is not None and (speaker.start >= end or text[speaker.end : start].isspace()):
        return report
    behind = [n for n in paragraph.nominals.values() if n.start > end]
    touching = [n for n in behind if text[end : n.start].isspace()]
    teller = max(touching, key=lambda nominal: nominal.end, default=None)
    addressee = report.addressee if report.addressee is not teller else None
    return evolve(report, speaker=teller, addressee=addressee)


def _attribution(text: str, piece: Range, report: Report, begins: bool) -> Range | None:
    """*— Come in, **said Ann, smiling.** Sit down.*: what a report takes up of a piece, to the
    sentence's end; a piece behind an inner dash may begin with one."""
    start, end = report.cue
    speaker = report.speaker
    if speaker is not None and piece[0] <= speaker.start < start:
        start = speaker.start
    before = text[piece[0] : start].rstrip()
    follows = before.endswith(BEFORE_ATTRIBUTION) if before else begins
    if not (piece[0] <= start < piece[1] and follows and _is_inquit(report)):
        return None
    stop = SENTENCE_END.search(text, end, piece[1])
    return start, stop.end() if stop is not None else piece[1]


def _is_inquit(report: Report) -> bool:
    """*Well, I **said** that he left*: this is speech."""
    if report.argument is None:
        return report.takes_marks
    return report.argument.pieces[0][0] < report.cue[0]

"""What belongs to the content of a report: its clause grown to the marks, or the marks alone."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.marks import Passage
from quotekit.quotes.attribution import is_announced, is_set_off, neighbours
from quotekit.quotes.reports import Report
from quotekit.syntax.records import Range


def stands_alone(report: Report) -> bool:
    """Within somebody's words only *that*-clauses and their like are quotations of their own.

    *"I think he left," Lee said*: what a speaker says of himself is a part of his words.
    """
    others = report.speaker is not None and report.speaker.person == 3
    return report.is_clausal and others


def is_anothers(
    text: str, report: Report, reports: Sequence[Report], passages: Sequence[Passage]
) -> bool:
    """*"It is shut," he added, as if he **knew***: words in marks before the cue that another verb
    attributes; but *"It is shut," said Lee, **according to** Kim*."""
    assert report.argument is not None
    cue = report.cue[0]
    before = [
        p
        for p in passages
        if p.outer_end <= cue and any(a < p.end and p.start < b for a, b in report.argument.pieces)
    ]
    if not before or report.entry.pos == "preposition":
        return False
    free = [other for other in reports if other.takes_marks and other.cue[0] < cue]
    return any(is_set_off(text, p) and neighbours(text, p, (0, cue), free)[1] for p in before)


def widened(
    text: str, report: Report, reports: Sequence[Report], passages: Sequence[Passage]
) -> tuple[list[Range], list[Passage]]:
    """The content's pieces, each grown to the end of the passages that it enters."""
    assert report.argument is not None
    pieces = report.argument.pieces
    covered = [p for p in passages if any(a < p.end and p.start < b for a, b in pieces)]
    if not covered and len(pieces) == 1:
        return [*pieces], covered
    if covered and _is_inquit(text, report, reports, passages):
        return [(p.outer_start, p.outer_end) for p in covered], covered
    joined: list[Range] = []
    for start, end in sorted([*pieces, *((p.outer_start, p.outer_end) for p in covered)]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    cue = report.cue[0]
    return [(a, b) for a, b in joined if not a <= cue < b] or joined, covered


def _is_inquit(
    text: str, report: Report, reports: Sequence[Report], passages: Sequence[Passage]
) -> bool:
    """*Asked why, **"It failed,"** Lee said, turning away*: a sentence in marks stands beside the
    cue, with no word of the content between."""
    assert report.argument is not None
    start, end = report.cue
    near = [p for p in passages if p.outer_end <= start][-1:]
    behind = [p for p in passages if p.outer_start >= end][:1]
    if behind and not _continues(text, report, behind[0]):
        near += behind
    return any(
        is_set_off(text, p) and report in neighbours(text, p, (0, len(text)), reports) for p in near
    )


def _continues(text: str, report: Report, passage: Passage) -> bool:
    """*said **that in May**, "It is shut"*, but not *said, in May, "It is shut"*: whether the
    content begins before the passage."""
    assert report.argument is not None
    end = report.cue[1]
    aside = text[end : end + 1] == "," and is_announced(text, passage)
    return not aside and any(end <= a < passage.outer_start for a, _ in report.argument.pieces)

"""Reports: predications whose lexicon entry attributes words or thought, with what they report."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from operator import itemgetter

from attrs import define, evolve

from quotekit.lexicon import Lexicon, ReportingEntry
from quotekit.records import Act
from quotekit.syntax.records import Argument, Nominal, Paragraph, Predication, Range

WEAK = 3
CLAUSAL = frozenset({"clause", "question", "infinitive", "small"})


@define(eq=False)
class Report:
    """One reporting predication, read by one entry."""

    predication: Predication
    entry: ReportingEntry
    argument: Argument | None
    """The content as the syntax has it; None where only words in marks beside it can be the
    content."""
    speaker: Nominal | None
    addressee: Nominal | None
    cue: Range
    takes_marks: bool
    """Whether words in quotation marks beside it can be its content, by this sense or another."""

    @property
    def act(self) -> Act:
        """As the entry has it; a weak one with a mere noun phrase tells a position, no words."""
        if self.entry.tier == WEAK and self.argument is not None and not self.is_clausal:
            return Act.ATTITUDE
        return self.entry.act

    @property
    def is_clausal(self) -> bool:
        """Whether the content is a clause of its own."""
        return self.argument is not None and self.argument.form in CLAUSAL

    @property
    def is_plausible(self) -> bool:
        """A weak entry needs somebody who reports; *as you can see* reports nobody's words."""
        if self.speaker is None:
            return self.entry.tier == 1 or (self.entry.tier < WEAK and self.is_clausal)
        return self.speaker.person != 2


def find_reports(text: str, paragraph: Paragraph, lexicon: Lexicon) -> list[Report]:
    """The reports of a paragraph in the order of the text, one a cue."""
    return _kept(
        [
            report
            for predication in paragraph.predications
            if (report := _reading(text, paragraph, predication, lexicon)) is not None
        ]
    )


def _reading(
    text: str, paragraph: Paragraph, predication: Predication, lexicon: Lexicon
) -> Report | None:
    """The best sense of the predicate: the surest whose content is there, else one that takes
    marks; *if Lee says so* reports only what stands in marks."""
    entries = lexicon.reporting_entries(predication.pos, predication.lemma)
    if not entries and " " not in predication.lemma:
        return None
    inquit = _inquit(entries or lexicon.reporting_entries(*_plain(predication)))
    may_tell = predication.arguments and not predication.hypothetical
    told = _told(paragraph, predication, entries) if may_tell else None
    if told is not None:
        entry, argument = told
        takes_marks = "quotation" in entry.content or (inquit is not None and inquit.tier < WEAK)
        report = _report(text, paragraph, predication, entry, argument, takes_marks)
        if report.is_plausible:
            return report
    if inquit is None:
        return None
    return _report(text, paragraph, predication, inquit, None, takes_marks=True)


def _told(
    paragraph: Paragraph, predication: Predication, entries: Sequence[ReportingEntry]
) -> tuple[ReportingEntry, Argument] | None:
    """The surest sense whose content is there, with that; of one sense the preferred form."""
    there = {argument.form: argument for argument in reversed(predication.arguments)}
    matches = [
        (entry.tier, place, entry, argument)
        for entry in entries
        for place, form in enumerate(entry.content)
        if (argument := there.get(form)) is not None
        and _may_tell(paragraph, predication, entry, argument)
    ]
    return min(matches, key=itemgetter(0, 1))[2:] if matches else None


def _may_tell(
    paragraph: Paragraph, predication: Predication, entry: ReportingEntry, argument: Argument
) -> bool:
    """Whether an argument can be content where it stands, and is no more than who speaks."""
    if argument.pieces[0][0] <= predication.cue[0] and not _may_stand_behind(entry, argument):
        return False
    return not _is_speaker(paragraph.nominal(_role(predication, entry.speaker)), argument)


def _plain(predication: Predication) -> tuple[str, str]:
    """*whispered back*, *cried out*: a verb of speaking stays one whatever its particle."""
    return predication.pos, predication.lemma.partition(" ")[0]


def _inquit(entries: Sequence[ReportingEntry]) -> ReportingEntry | None:
    """The sense that takes words in quotation marks."""
    for entry in entries:
        if "quotation" in entry.content:
            return entry
    return None


def _may_stand_behind(entry: ReportingEntry, argument: Argument) -> bool:
    """*It will rain, Lee **said***: before the cue stands what could also stand there in marks."""
    return argument.form != "clause" or entry.pos != "verb" or "quotation" in entry.content


def _is_speaker(speaker: Nominal | None, argument: Argument) -> bool:
    """*said **Lee, rather tired***: who speaks and what he is like is no content."""
    return speaker is not None and any(start == speaker.start for start, _ in argument.pieces)


def _report(
    text: str,
    paragraph: Paragraph,
    predication: Predication,
    entry: ReportingEntry,
    argument: Argument | None,
    takes_marks: bool,
) -> Report:
    return Report(
        predication,
        entry,
        argument,
        _before_cue(text, paragraph.nominal(_role(predication, entry.speaker)), predication.cue),
        paragraph.nominal(_recipient(predication, entry, argument)),
        _cue(text, predication, argument),
        takes_marks,
    )


def _before_cue(text: str, speaker: Nominal | None, cue: Range) -> Nominal | None:
    """***two letters** saying that …*: whoever speaks ends where his verb begins."""
    if speaker is None or not speaker.start < cue[0] < speaker.end:
        return speaker
    return evolve(speaker, end=speaker.start + len(text[speaker.start : cue[0]].rstrip(" ,")))


def _role(predication: Predication, role: str) -> int | None:
    if role == "agent":
        return predication.agent
    if role == "patient":
        return predication.patient
    argument = predication.argument(role)
    return argument.nominal if argument is not None else None


def _recipient(
    predication: Predication, entry: ReportingEntry, content: Argument | None
) -> int | None:
    for role in entry.recipient:
        if role != "object":
            row = _role(predication, role)
        elif content is not None and content.form == "object":
            row = predication.recipient
        else:
            row = (
                predication.recipient if predication.recipient is not None else predication.patient
            )
        if row is not None:
            return row
    return None


def _cue(text: str, predication: Predication, argument: Argument | None) -> Range:
    """With the preposition that brings the content in: *called **for***, *said **of***."""
    if argument is None or not argument.pieces:
        return predication.cue
    start, end = predication.cue
    content = argument.pieces[0][0]
    between = text[end:content]
    if between.strip() == argument.form and content > end:
        return start, end + len(between.rstrip())
    return predication.cue


def _kept(reports: list[Report]) -> list[Report]:
    covered = _covered(reports)
    by_speaker = defaultdict(list)
    for report in reports:
        if report.argument is not None:
            by_speaker[report.speaker].append(report)
    return [
        report
        for report in reports
        if report.cue not in covered and not _is_restated(report, by_speaker[report.speaker])
    ]


def _covered(reports: list[Report]) -> set[Range]:
    """*declined to say whether …* is one report, of the verb that has the content: the cues within
    its cue."""
    found: set[Range] = set()
    if len(reports) < 2:
        return found
    reach = 0
    telling = {r.cue for r in reports if r.argument is not None and not _holds_speaker(r)}
    for cue in sorted({r.cue for r in reports}, key=lambda cue: (cue[0], -cue[1])):
        if cue[1] <= reach:
            found.add(cue)
        elif cue in telling:
            reach = cue[1]
    return found


def _holds_speaker(report: Report) -> bool:
    """*agreed Lee, **eager** to leave*: no group of verbs goes around its subject."""
    speaker = report.speaker
    return speaker is not None and report.cue[0] < speaker.start < report.cue[1]


def _is_restated(report: Report, others: Sequence[Report]) -> bool:
    """*issued a statement that **said** …*: the statement is no content beside what the same
    speaker says in it."""
    if report.speaker is None or report.argument is None or report.argument.form != "object":
        return False
    return any(_holds(report, other.cue) for other in others)


def embedded(reports: Sequence[Report]) -> set[Report]:
    """*said that Lee **opposes** the ban*: the reports without a clause of their own that stand in
    what another one reports."""
    phrases = [r for r in reports if r.argument is not None and not r.is_clausal]
    if not phrases or len(reports) == 1:
        return set()
    pieces = [piece for report in reports for piece in _pieces(report)]
    starts, ends = sorted([start for start, _ in pieces]), sorted([end for _, end in pieces])

    def holders(place: int) -> int:
        return bisect_right(starts, place) - bisect_right(ends, place)

    return {r for r in phrases if holders(r.cue[0]) > sum(a <= r.cue[0] < b for a, b in _pieces(r))}


def _pieces(report: Report) -> tuple[Range, ...]:
    return report.argument.pieces if report.argument is not None else ()


def _holds(report: Report, cue: Range) -> bool:
    return any(start <= cue[0] < end for start, end in _pieces(report))

"""Quotations: marks joined with reports, paragraph by paragraph."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypeVar

from attrs import define, field, frozen

from quotekit.lexicon import Lexicon
from quotekit.marks import VERBATIM, Passage, Turn, Use, find_headline_labels, sentence_ends
from quotekit.quotes.attribution import (
    announced_by,
    beside,
    byline,
    colon_speaker,
    headline_speaker,
    is_set_off,
    speaking_outside,
)
from quotekit.quotes.content import is_anothers, stands_alone, widened
from quotekit.quotes.conversation import follows, is_conversation, join_turns, with_turns
from quotekit.quotes.drafts import Draft, found, is_in_marks
from quotekit.quotes.records import FoundQuote
from quotekit.quotes.reports import Report, embedded, find_reports
from quotekit.quotes.turns import turn_draft
from quotekit.syntax.records import Paragraph, Range


def find_quotes(
    text: str,
    paragraphs: Sequence[Paragraph],
    passages: Sequence[Passage],
    turns: Sequence[Turn],
    lexicon: Lexicon,
) -> list[FoundQuote]:
    """The quotations of a text by (start, -end)."""
    outermost = [p for p in passages if p.depth == 0]
    conversation = is_conversation(text, [p.start for p in paragraphs], outermost, turns)
    labels = find_headline_labels(text, [(p.start, p.end) for p in paragraphs])
    finder = Finder(text, lexicon, conversation, Ranges.of(turns), labels)
    if conversation:
        outermost = with_turns(paragraphs, outermost)
    outermost = [p for p in outermost if p.use in VERBATIM and not finder.spoken.hold(p.start)]
    nested = [p for p in passages if p.depth == 1 and p.use in VERBATIM]
    by_paragraph = zip(
        paragraphs,
        _shared_out(outermost, [p.outer_start for p in outermost], paragraphs),
        _shared_out(nested, [p.outer_start for p in nested], paragraphs),
        _shared_out(turns, [turn.pieces[0][0] for turn in turns], paragraphs),
        strict=True,
    )
    for number, shares in enumerate(by_paragraph):
        finder.read(number, *shares)
    drafts = [draft for draft in finder.drafts if draft.pieces]
    drafts.sort(key=lambda draft: (min(draft.pieces)[0], -draft.end))
    numbers = {draft: number for number, draft in enumerate(drafts)}
    return [found(text, draft, numbers) for draft in drafts]


Item = TypeVar("Item", Passage, Turn)


def _shared_out(
    items: Sequence[Item], starts: Sequence[int], paragraphs: Sequence[Paragraph]
) -> Iterator[Sequence[Item]]:
    """What begins in each paragraph."""
    at = 0
    for paragraph in paragraphs:
        first, at = at, bisect_left(starts, paragraph.end, at)
        yield items[first:at]


@frozen
class Ranges:
    """Disjoint ranges, asked whether they hold a place."""

    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, turns: Sequence[Turn]) -> Ranges:
        """The pieces of turns, with their labels: *"LEE: Is it open?*"""
        labels = ((turn.label_start, turn.label_end) for turn in turns)
        pieces = (piece for turn in turns for piece in turn.pieces)
        ranges = sorted({*labels, *pieces})
        return cls([start for start, _ in ranges], [end for _, end in ranges])

    def hold(self, place: int) -> bool:
        """Whether one of them covers the place."""
        at = bisect_right(self.starts, place) - 1
        return at >= 0 and place < self.ends[at]


@define(eq=False)
class Finder:
    """Reads paragraph after paragraph and remembers what the next one may carry on."""

    text: str
    lexicon: Lexicon
    conversation: bool
    spoken: Ranges
    """Where transcripts and dash dialogue speak."""
    labels: Mapping[int, int]
    """The labels of headlines."""
    drafts: list[Draft] = field(factory=list)
    _lead: Report | None = None
    """The report that the paragraph before ends with: *Lee said:*."""
    _before: Draft | None = None
    """The last quotation of the paragraph before."""

    def read(
        self,
        number: int,
        paragraph: Paragraph,
        passages: Sequence[Passage],
        nested: Sequence[Passage],
        turns: Sequence[Turn],
    ) -> None:
        """Add the quotations of the next paragraph, with those told within its passages."""
        headline = self._headline(number, paragraph, passages)
        if headline is not None:
            self.drafts.append(headline)
            self._before = self._lead = None
            return
        reports = find_reports(self.text, paragraph, self.lexicon)
        if not (reports or passages or turns):
            self._before = self._lead = None
            return
        if passages:
            reports = [speaking_outside(self.text, r, paragraph, passages) for r in reports]
        spoken = [turn_draft(self.text, number, paragraph, turn, reports) for turn in turns]
        if spoken:
            reports = [r for r in reports if not self._attributes_turn(r, spoken)]
        inside = {r for p in passages for r in reports if p.start <= r.cue[0] < p.end}
        outside = [r for r in reports if r not in inside]
        drafts = self._reported(number, reports, inside, passages, nested)
        taken = {p.start: d for d in drafts for p in d.passages}
        previous: Draft | None = None
        for place, passage in enumerate(passages):
            draft = taken.get(passage.start)
            if draft is None:
                start = passages[place - 1].outer_end if place else paragraph.start
                more = place + 1 < len(passages)
                stop = passages[place + 1].outer_start if more else paragraph.end
                draft = (
                    self._attributed(number, passage, (start, stop), outside, drafts)
                    or self._signed(number, paragraph, passage)
                    or self._carried(number, paragraph, passage, start, previous, drafts)
                )
                if draft is None:
                    continue
                if draft is not self._before and draft not in drafts:
                    drafts.append(draft)
            previous = draft
        drafts += self._embedded(number, passages, outside, taken)
        if self.conversation:
            drafts = join_turns(self.text, drafts)
        self.drafts += [*spoken, *drafts]
        told = (d for d in drafts if d.pieces and d.report not in inside)
        self._before = max(told, key=lambda d: d.end, default=previous)
        self._lead = announced_by(self.text, paragraph, outside, self.conversation)

    def _reported(
        self,
        number: int,
        reports: Sequence[Report],
        within: Collection[Report],
        passages: Sequence[Passage],
        nested: Sequence[Passage],
    ) -> list[Draft]:
        """The quotations whose content the syntax gives, each grown to the marks that it enters;
        ``within`` are the reports that stand in marks themselves."""
        drafts = []
        held = embedded(reports)
        for report in reports:
            if report.argument is None:
                continue
            inside = report in within or self.spoken.hold(report.cue[0])
            if report in held or (inside and not stands_alone(report)):
                continue
            if is_anothers(self.text, report, reports, passages):
                continue
            pieces, covered = widened(self.text, report, reports, nested if inside else passages)
            drafts.append(Draft(number, pieces, covered, report, report.speaker))
        return drafts

    def _attributes_turn(self, report: Report, turns: Sequence[Draft]) -> bool:
        """*— Come in, **said Ann***: within a turn, and no part of what it says."""
        cue = report.cue[0]
        speech = (piece for turn in turns for piece in turn.pieces)
        return self.spoken.hold(cue) and not any(a <= cue < b for a, b in speech)

    def _embedded(
        self,
        number: int,
        passages: Sequence[Passage],
        reports: Sequence[Report],
        taken: Mapping[int, Draft],
    ) -> Iterator[Draft]:
        """*They heard him **say**, "It is shut"*: direct within what another reports."""
        free = [report for report in reports if report.takes_marks]
        for passage in passages:
            holder = taken.get(passage.start)
            if holder is None or is_in_marks(self.text, holder):
                continue
            report = beside(self.text, passage, (0, len(self.text)), free)
            if report is None or report is holder.report or not is_set_off(self.text, passage):
                continue
            if not any(a <= report.cue[0] < b for a, b in holder.pieces):
                continue
            place = (passage.outer_start, passage.outer_end)
            yield Draft(number, [place], [passage], report, report.speaker)

    def _headline(
        self, number: int, paragraph: Paragraph, passages: Sequence[Passage]
    ) -> Draft | None:
        """*Okafor: Pier will open in May*: a line without marks and a full stop; on top of the
        text one sentence, whatever stands in it."""
        speaker = headline_speaker(paragraph, self.labels)
        if speaker is None or self.spoken.hold(paragraph.end - 1):
            return None
        said = self.text[speaker.end + 1 : paragraph.end].strip()
        on_top = number == 0 and sentence_ends(said) < 2
        if not said or "\n" in said or said[-1] == ":":
            return None
        if not on_top and (passages or said[-1] == "."):
            return None
        start = self.text.index(said, speaker.end)
        content = [(start, start + len(said))]
        return Draft(number, content, [*passages], speaker=speaker, sign="headline")

    def _attributed(
        self,
        number: int,
        passage: Passage,
        bounds: Range,
        reports: Sequence[Report],
        drafts: Sequence[Draft],
    ) -> Draft | None:
        """A passage with an attribution beside it."""
        free = [r for r in reports if r.takes_marks and _can_claim(self.text, r, passage)]
        report = beside(self.text, passage, bounds, free)
        if report is None and bounds[0] == passage.outer_start:
            report, number = self._lead, number - 1
        if report is None:
            return None
        same = next((d for d in drafts if d.report is report and d.passages), None)
        if same is not None:
            same.add(passage)
            return same
        return Draft(
            number, [(passage.outer_start, passage.outer_end)], [passage], report, report.speaker
        )

    def _signed(self, number: int, paragraph: Paragraph, passage: Passage) -> Draft | None:
        """A passage with a byline."""
        signer = byline(self.text, passage, paragraph)
        if signer is None:
            return None
        return Draft(
            number,
            [(passage.outer_start, passage.outer_end)],
            [passage],
            speaker=signer,
            sign="byline",
        )

    def _carried(
        self,
        number: int,
        paragraph: Paragraph,
        passage: Passage,
        start: int,
        previous: Draft | None,
        drafts: Sequence[Draft],
    ) -> Draft | None:
        """A passage without an attribution of its own."""
        previous = previous or _told_before(self.text, passage, drafts)
        if previous is not None and previous.passages and self._runs_on(previous, passage):
            if passage.use is Use.QUOTATION and is_in_marks(self.text, previous):
                previous.add(passage)
            else:
                previous.stretch(passage)
            return previous
        if passage.use is not Use.QUOTATION:
            return None
        if previous is None and self._before is not None and passage.continues:
            self._before.add(passage)
            return self._before
        alone = [(passage.outer_start, passage.outer_end)]
        speaker = colon_speaker(self.text, passage, start, paragraph)
        if speaker is not None:
            return Draft(number, alone, [passage], speaker=speaker, sign="colon")
        if previous is not None and previous.passages and follows(self.text, previous, passage):
            previous.add(passage)
            return previous
        carries_on = previous is not None or not self.conversation
        if previous is None and passage.outer_start == paragraph.start:
            previous = self._before
        return Draft(
            number,
            alone,
            [passage],
            sign="carries-on" if previous is not None and carries_on else "unattributed",
            attributed=False,
            carries_on=previous,
        )

    def _runs_on(self, draft: Draft, passage: Passage) -> bool:
        """*said he was "late" and **"sorry"***: the same sentence, nothing but the content
        between."""
        if draft.report is None:
            return False
        gap = self.text[draft.end : passage.outer_start]
        cue_between = draft.end <= draft.report.cue[0] < passage.outer_start
        same_sentence = draft.report.predication.sentence[1] >= passage.end or len(gap) < 40
        return (
            not cue_between
            and draft.end < passage.outer_start
            and same_sentence
            and not sentence_ends(gap)
            and self.text[draft.end - 2 : draft.end] not in ('."', ".”")
        )


def _told_before(text: str, passage: Passage, drafts: Sequence[Draft]) -> Draft | None:
    """*Lee said that it was shut. **"It is not safe."***: the report that ends right before."""
    told = [d for d in drafts if d.report is not None and d.report.takes_marks and d.pieces]
    ends = {max(d.end, d.report.cue[1]): d for d in told if d.report is not None}
    last = max((end for end in ends if end <= passage.outer_start), default=None)
    if last is None or not is_set_off(text, passage):
        return None
    gap = text[last : passage.outer_start]
    return ends[last] if gap.rstrip().endswith(".") and sentence_ends(gap) == 1 else None


def _can_claim(text: str, report: Report, passage: Passage) -> bool:
    """A phrase is for a cue right before it that has no other content: *she shouted "traitor"*.

    Not so *a "disturbed person", **said** that …* and *the "talks" had **failed** us*.
    """
    if passage.use is Use.QUOTATION:
        return True
    end, start = report.cue[1], passage.outer_start
    return report.argument is None and end <= start and not text[end:start].strip(" \xa0,:")

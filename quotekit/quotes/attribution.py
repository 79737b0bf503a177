"""Who is named beside a passage in marks: the attribution before it, after it, or a colon."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from attrs import evolve

from quotekit.marks import Passage, Use, sentence_ends
from quotekit.quotes.reports import Report
from quotekit.syntax.records import Nominal, Paragraph, Range

DASH = re.compile(r"\s*(?:[—–―]|--?)\s*(?=\w)")
END = re.compile(r"\W*(?:$|\n|[\"“(])")
LEADS_IN = ",;-–—―"
LONGEST_ATTRIBUTION = 300
LONGEST_SPACE = 5


def beside(text: str, passage: Passage, bounds: Range, reports: Sequence[Report]) -> Report | None:
    """The report beside the passage that takes it: right behind it, else right before it.

    ``bounds`` is the stretch free of other passages around this one.
    """
    before, behind = neighbours(text, passage, bounds, reports)
    if behind is not None and before is not None:
        return before if is_announced(text, passage) else behind
    return behind or before


def neighbours(
    text: str, passage: Passage, bounds: Range, reports: Sequence[Report]
) -> tuple[Report | None, Report | None]:
    """The reports right before and right behind the passage."""
    before = _before(text, passage, bounds[0], reports)
    return before, _behind(text, passage, bounds[1], reports)


def speaking_outside(
    text: str, report: Report, paragraph: Paragraph, passages: Sequence[Passage]
) -> Report:
    """*"Captain Lee," **Ines** called*: who speaks stands outside the marks, beside the cue; of
    *"It will!" **said** Lee* the cue ends at them."""
    cue, speaker, predication = report.cue, report.speaker, report.predication
    outside = _outside(text, cue, passages)
    if outside != cue:
        predication = evolve(predication, passive=False, negated=False)
        report = evolve(report, cue=outside, predication=predication)
        cue = outside
    if not report.takes_marks or not passages or _stands_in(cue[0], passages):
        return report
    if speaker is None and predication.passive:
        return report
    if speaker is not None and not _stands_in(speaker.start, passages):
        return report
    nominals = [n for n in paragraph.nominals.values() if not _stands_in(n.start, passages)]
    sentence = predication.sentence[0]
    speaker = _at_cue(text, cue, nominals) or _subject_before(cue[0], sentence, nominals)
    return evolve(report, speaker=speaker)


def _outside(text: str, cue: Range, passages: Sequence[Passage]) -> Range:
    """What is left of a cue behind the marks that it begins in."""
    start, end = cue
    for passage in passages:
        if passage.outer_start <= start < passage.outer_end < end:
            rest = text[passage.outer_end : end]
            return end - len(rest.lstrip()), end
    return cue


def _at_cue(text: str, cue: Range, nominals: Sequence[Nominal]) -> Nominal | None:
    """The noun phrase that touches the cue, before it or behind it."""
    start, end = cue
    before = [n for n in nominals if n.end <= start and text[n.end : start].strip() in ("", ",")]
    behind = [n for n in nominals if n.start >= end and not text[end : n.start].strip()]
    return max(before or behind, key=lambda nominal: nominal.end - nominal.start, default=None)


def _subject_before(cue: int, sentence: int, nominals: Sequence[Nominal]) -> Nominal | None:
    """***Lee**, politely bowing, replied*: the last subject of the sentence before the cue."""
    subjects = [
        nominal
        for nominal in nominals
        if sentence <= nominal.start < cue and nominal.function == "subject" and nominal.person
    ]
    return subjects[-1] if subjects else None


def _stands_in(place: int, passages: Sequence[Passage]) -> bool:
    return any(passage.outer_start <= place < passage.outer_end for passage in passages)


def announced_by(
    text: str, paragraph: Paragraph, reports: Sequence[Report], conversation: bool
) -> Report | None:
    """*Lee continued:* at the end of a paragraph: the report whose words the next one holds. In
    fiction a comma, a dash or nothing may stand there: *She stopped, and said,*."""
    last = text[paragraph.start : paragraph.end].rstrip()[-1:]
    if last != ":" and not (conversation and (last.isalnum() or last in LEADS_IN)):
        return None
    free = [r for r in reports if r.takes_marks and _one_sentence(text, r.cue[1], paragraph.end)]
    return free[-1] if free else None


def _behind(text: str, passage: Passage, stop: int, reports: Sequence[Report]) -> Report | None:
    """*"…," **Lee said** on Monday.*"""
    if text[passage.end - 1 : passage.end] == "." and _starts_sentence(text, passage.outer_end):
        return None
    for report in reports:
        start = report.cue[0]
        if passage.outer_end <= start < stop:
            return report if _one_sentence(text, passage.outer_end, start) else None
    return None


def _before(text: str, passage: Passage, start: int, reports: Sequence[Report]) -> Report | None:
    """***Lee said:** "…"*, ***Lee told** reporters on Monday, "…"*."""
    for report in reversed(reports):
        end = report.cue[1]
        if start <= end <= passage.outer_start and report.cue[0] >= start:
            return report if _one_sentence(text, end, passage.outer_start) else None
    return None


def _starts_sentence(text: str, place: int) -> bool:
    """*"…." He left.*: what follows a full stop and a capital is no attribution, unless
    inverted."""
    following = text[place : place + 40].lstrip()
    return following[:1].isupper() or not following


def is_announced(text: str, passage: Passage) -> bool:
    """The words before end in a colon or comma: they lead into the passage."""
    lead = text[max(0, passage.outer_start - LONGEST_SPACE) : passage.outer_start].rstrip()
    return lead[-1:] in (":", ",")


def is_set_off(text: str, passage: Passage) -> bool:
    """*Asked why, **"It failed,"** Lee said, turning away*: a sentence with a break on both sides,
    to which no word around it belongs."""
    lead = text[max(0, passage.outer_start - LONGEST_SPACE) : passage.outer_start]
    before = lead.rpartition("\n\n")[2].rstrip()[-1:]
    first = next((c for c in text[passage.start : passage.end] if c.isalnum()), "")
    last, after = text[passage.end - 1], text[passage.outer_end : passage.outer_end + 1]
    return (
        passage.use is Use.QUOTATION
        and first.isupper()
        and not before.isalnum()
        and (not last.isalnum() or after == ",")
    )


def _one_sentence(text: str, start: int, end: int) -> bool:
    """Whether no sentence ends between, and the distance is one that a reader would bridge."""
    return end - start <= LONGEST_ATTRIBUTION and not sentence_ends(text[start:end])


def byline(text: str, passage: Passage, paragraph: Paragraph) -> Nominal | None:
    """*"…" — Ann Lee*: the name behind a dash behind a passage."""
    dash = DASH.match(text, passage.outer_end)
    if dash is None:
        return None
    behind = (n for n in paragraph.nominals.values() if n.start == dash.end() and n.name)
    return next((n for n in behind if END.match(text, n.end)), None)


def colon_speaker(text: str, passage: Passage, start: int, paragraph: Paragraph) -> Nominal | None:
    """*Lee was blunt: "…"*: the subject of the sentence that the colon ends."""
    lead = text[start : passage.outer_start].rstrip()
    if not lead.endswith(":"):
        return None
    colon = start + len(lead) - 1
    subjects = [
        nominal
        for nominal in paragraph.nominals.values()
        if start <= nominal.start
        and nominal.end <= colon
        and (nominal.function == "subject" or nominal.end == colon)
    ]
    sentence = [n for n in subjects if _one_sentence(text, n.end, colon)]
    return sentence[0] if sentence else None


def headline_speaker(paragraph: Paragraph, labels: Mapping[int, int]) -> Nominal | None:
    """***Okafor**: Pier will open in May*: the label that the paragraph begins with."""
    end = labels.get(paragraph.start)
    if end is None:
        return None
    first = next(iter(paragraph.nominals.values()), None)
    if first is None or first.start != paragraph.start:
        return None
    return evolve(first, end=end)

"""Whether a text is mostly talk, as fiction is, and what a turn is there: a paragraph in marks is
the next one's, one interrupted by its attribution is one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from attrs import evolve

from quotekit.marks import Passage, Turn, Use, sentence_ends
from quotekit.quotes.drafts import Draft, is_in_marks
from quotekit.syntax.records import Nominal, Paragraph

FEWEST_TURNS = 4
OPENING_SHARE = 0.5
LIVELY_SHARE = 0.3
SHORT = 5
"""Words of a short turn."""
BROKEN_OFF = ("-", "–", "—", "…", "..", ". .")


def is_conversation(
    text: str,
    starts: Sequence[int],
    passages: Sequence[Passage],
    turns: Sequence[Turn] = (),
) -> bool:
    """News quotes inside paragraphs and at length; in fiction speech opens paragraphs, and is now
    and then a question, a cry or a word. (The shares are those that tell windows of twelve novels
    from news articles best.) ``starts`` are the paragraphs'."""
    first: dict[int, Passage] = {}
    for passage in passages:
        if passage.depth == 0 and passage.use is Use.QUOTATION:
            first.setdefault(bisect_right(starts, passage.outer_start), passage)
    dashes = [text[slice(*turn.pieces[0])] for turn in turns if turn.label_start == turn.label_end]
    openings = dashes + [
        text[passage.start : passage.end]
        for number, passage in first.items()
        if passage.outer_start == starts[number - 1]
    ]
    lively = sum(_is_lively(words) for words in openings)
    return (
        len(openings) >= FEWEST_TURNS
        and len(openings) >= OPENING_SHARE * (len(first) + len(dashes))
        and lively >= LIVELY_SHARE * len(openings)
    )


def _is_lively(words: str) -> bool:
    return "?" in words or "!" in words or len(words.split()) <= SHORT


def with_turns(paragraphs: Sequence[Paragraph], passages: Sequence[Passage]) -> list[Passage]:
    """Passages of a conversation: what opens a paragraph is a turn, be it broken off (*"But she"*)
    or a name (*"Ann Lee!"*)."""
    openings = {paragraph.start for paragraph in paragraphs}
    return [
        evolve(passage, use=Use.QUOTATION)
        if passage.outer_start in openings and passage.use not in (Use.QUOTATION, Use.DIRECTION)
        else passage
        for passage in passages
    ]


def follows(text: str, draft: Draft, passage: Passage) -> bool:
    """*"A," she said. **"B."***: between the two stands what attributes them, or what interrupts
    them: *"A," he broke out, looking up, **"b"***; *"A--" He paused. **"B."***"""
    last = draft.passages[-1]
    gap = text[last.outer_end : passage.outer_start]
    if sentence_ends(gap) > 1:
        return False
    if draft.cue is not None and last.outer_end <= draft.cue[0] < passage.outer_start:
        return True
    first = next((char for char in gap if char.isalnum()), "")
    goes_on = first.islower() and text[last.end - 1] != "."
    broken_off = first.isupper() and text[last.start : last.end].endswith(BROKEN_OFF)
    return draft.end == last.outer_end and (goes_on or broken_off)


def join_turns(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """The quotations of a paragraph, those that follow each other out of one mouth made one."""
    joined: list[Draft] = []
    into: dict[Draft, Draft] = {}
    for draft in sorted(drafts, key=lambda draft: min(draft.pieces)):
        if joined and _is_one(text, joined[-1], draft):
            for passage in draft.passages:
                joined[-1].add(passage)
            into[draft] = joined[-1]
        else:
            joined.append(draft)
    for draft in joined:
        if draft.carries_on is not None:
            draft.carries_on = into.get(draft.carries_on, draft.carries_on)
    return joined


def _is_one(text: str, before: Draft, draft: Draft) -> bool:
    if not (is_in_marks(text, before) and is_in_marks(text, draft)):
        return False
    passage = draft.passages[0]
    gap = text[before.end : passage.outer_start]
    attributed_again = draft.cue is not None and draft.cue[0] >= passage.outer_end
    return (
        before.end <= passage.outer_start
        and follows(text, before, passage)
        and not (attributed_again and sentence_ends(gap))
        and _may_be_one(before.speaker, draft.speaker)
    )


def _may_be_one(speaker: Nominal | None, other: Nominal | None) -> bool:
    """*Ann* and *she*, but not *Ann* and *Lee*, *he* and *she*, *he* and *I*."""
    if speaker is None or other is None or speaker is other:
        return True
    one_is_pronoun = (speaker.kind == "pronoun") != (other.kind == "pronoun")
    return speaker.person == other.person and (one_is_pronoun or speaker.lemma == other.lemma)

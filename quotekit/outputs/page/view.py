"""All that the template shows of one article, in the order in which it shows it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve, frozen

from quotekit.marks import find_paragraphs
from quotekit.outputs.page.cast import Person, Who, cast_of, who
from quotekit.outputs.page.grid import WORDS, Grid, grid_of, name_of
from quotekit.outputs.page.nesting import Mark, Step, nested
from quotekit.records import Analysis, Quote, Span, Stance, StanceLabel

LAYERS = ("said", "speaker", "evidence", "cue")
LONGEST_HEADLINE = 120
SENTENCE_END = (".", ":", "!", "?", "”", "'", '"')
Steps = tuple[str | Step, ...]


@frozen
class Said:
    """A quotation and who says it."""

    number: int
    quote: Quote
    person: Person
    first: bool = True
    """Whether it is the first of the quotation's pieces."""


@frozen
class Chip:
    """What one piece of evidence says toward one target."""

    label: StanceLabel
    word: str
    target: str
    holders: tuple[str, ...]
    stance: Stance
    """The first of those that it stands for."""


@frozen
class View:
    """One article."""

    name: str
    number: int
    headline: Steps
    paragraphs: tuple[Steps, ...]
    people: tuple[Person, ...]
    grid: Grid
    analysis: Analysis


def view_of(name: str, number: int, analysis: Analysis) -> View:
    """The view of an article; ``number`` keeps its links apart from those of other articles."""
    cast = cast_of(analysis.quotes)
    marks = [*_quotations(analysis.quotes, cast), *_evidence(analysis.stances)]
    blocks = find_paragraphs(analysis.text)
    steps = [
        tuple(nested(analysis.text, block, inside, LAYERS))
        for block, inside in zip(blocks, _by_block(blocks, marks), strict=True)
    ]
    headed = len(blocks) > 1 and _is_headline(steps[0])
    return View(
        name=name,
        number=number,
        headline=steps[0] if headed else (),
        paragraphs=tuple(steps[headed:]),
        people=tuple(cast.values()),
        grid=grid_of(analysis.stances),
        analysis=analysis,
    )


def _quotations(quotes: Iterable[Quote], cast: Mapping[Who, Person]) -> Iterator[Mark]:
    speakers: dict[Span, Person] = {}
    for number, quote in enumerate(quotes, start=1):
        person = cast[who(quote.speaker)]
        said = Said(number, quote, person)
        for piece in quote.content:
            yield Mark(piece.start, piece.end, "said", said)
            said = evolve(said, first=False)
        if quote.cue is not None:
            yield Mark(quote.cue.start, quote.cue.end, "cue", person)
        if quote.speaker is not None:
            speakers[quote.speaker.span] = person
    for span, person in speakers.items():
        yield Mark(span.start, span.end, "speaker", person)


def _evidence(stances: Iterable[Stance]) -> Iterator[Mark]:
    """One mark for the same words, however many stances rest on them."""
    found: dict[Span, dict[object, list[Stance]]] = defaultdict(lambda: defaultdict(list))
    for stance in stances:
        if stance.evidence is not None:
            found[stance.evidence][stance.label, who(stance.target)].append(stance)
    for span, groups in found.items():
        yield Mark(span.start, span.end, "evidence", tuple(map(_chip, groups.values())))


def _chip(alike: Sequence[Stance]) -> Chip:
    first = alike[0]
    holders = dict.fromkeys(name_of(stance.holder).name for stance in alike)
    return Chip(first.label, WORDS[first.label], first.target.name, tuple(holders), first)


def _by_block(blocks: Sequence[tuple[int, int]], marks: Iterable[Mark]) -> list[list[Mark]]:
    """The marks that touch each block."""
    inside: list[list[Mark]] = [[] for _ in blocks]
    starts, ends = [start for start, _ in blocks], [end for _, end in blocks]
    for mark in marks:
        for number in range(bisect_right(ends, mark.start), bisect_left(starts, mark.end)):
            inside[number].append(mark)
    return inside


def _is_headline(steps: Steps) -> bool:
    """A short line in which nobody says anything, without the end of a sentence."""
    if len(steps) != 1 or not isinstance(steps[0], str):
        return False
    return len(steps[0]) <= LONGEST_HEADLINE and not steps[0].endswith(SENTENCE_END)

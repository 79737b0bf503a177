"""Who stands where, as a grid: holders down, targets across."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from attrs import frozen

from quotekit.outputs.page.cast import Who, who
from quotekit.records import Mention, Span, Stance, StanceLabel

AUTHOR = "the author"
WORDS = {
    StanceLabel.SUPPORT: "for",
    StanceLabel.OPPOSE: "against",
    StanceLabel.NEUTRAL: "neutral toward",
}


@frozen
class Name:
    """A holder or a target."""

    name: str
    identified: bool


@frozen
class Cell:
    """The stances of one label that one holder has toward one target."""

    label: StanceLabel
    word: str
    count: int
    evidence: tuple[Span, ...]


Cells = tuple[Cell, ...]
"""At most one a label."""


@frozen
class Row:
    """Holders who stand alike on the same evidence, and the cells of each target."""

    holders: tuple[Name, ...]
    cells: tuple[Cells, ...]


@frozen
class Grid:
    """All stances, by first evidence."""

    targets: tuple[Name, ...]
    rows: tuple[Row, ...]


def grid_of(stances: Iterable[Stance]) -> Grid:
    """Holders and targets by first evidence."""
    found: dict[Who, dict[Who, list[Stance]]] = defaultdict(lambda: defaultdict(list))
    targets: dict[Who, Name] = {}
    holders: dict[Who, Name] = {}
    for stance in stances:
        holder, target = who(stance.holder), who(stance.target)
        holders.setdefault(holder, name_of(stance.holder))
        targets.setdefault(target, name_of(stance.target))
        found[holder][target].append(stance)
    alike: dict[tuple[Cells, ...], list[Name]] = defaultdict(list)
    for holder, name in holders.items():
        alike[tuple(_cells(found[holder][target]) for target in targets)].append(name)
    rows = (Row(tuple(names), cells) for cells, names in alike.items())
    return Grid(tuple(targets.values()), tuple(rows))


def name_of(mention: Mention | None) -> Name:
    """What a holder or target is called on the page."""
    return Name(AUTHOR, True) if mention is None else Name(mention.name, mention.resolved)


def _cells(stances: Sequence[Stance]) -> Cells:
    by_label = {label: [s for s in stances if s.label is label] for label in WORDS}
    return tuple(_cell(label, alike) for label, alike in by_label.items() if alike)


def _cell(label: StanceLabel, alike: Sequence[Stance]) -> Cell:
    evidence = tuple(stance.evidence for stance in alike if stance.evidence is not None)
    return Cell(label, WORDS[label], len(alike), evidence)

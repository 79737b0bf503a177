"""How well `classify_stance` answers for marked pairs, beside the most frequent label.

The corpus is a file of JSON lines, one ordered pair each; other keys are passed over::

    {"text": "Lee backs the Trust.", "holder": {"start": 0, "end": 3},
     "target": {"start": 10, "end": 19}, "label": "support"}

Offsets are characters, end exclusive; ``holder`` may be null, and a place without offsets is given
by its ``text``. Rows with ``dup_train`` true, copies of
rows of a training part, are left out of a second count.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import click
from report import percent, show
from scoring import Rate

from quotekit import InvalidInput, QuoteKit, StanceLabel, __version__

Row = Mapping[str, Any]


@click.command(help=(__doc__ or "").replace("::\n\n", "::\n\n\b\n"))
@click.argument("corpus", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--limit", type=int, help="The first N rows only.")
@click.option("--model", help="A spaCy model other than the default one.")
@click.option("--write", type=click.Path(dir_okay=False, path_type=Path), help="A page to add to.")
def stances(corpus: Path, limit: int | None, model: str | None, write: Path | None) -> None:
    with corpus.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, limit)]
    kit = QuoteKit(model=model)
    found = [_answer(kit, row) for row in rows]
    usual = Counter(row["label"] for row in rows).most_common(1)[0][0]
    parts = {"all rows": list(range(len(rows)))}
    if any(row.get("dup_train") for row in rows):
        parts["without copies"] = [n for n, row in enumerate(rows) if not row.get("dup_train")]
    table = [
        _measured(f"{name}, {part}", [(rows[n]["label"], answers[n]) for n in numbers])
        for part, numbers in parts.items()
        for name, answers in (
            (f"quotekit {__version__}", found),
            (f"always {usual}", [usual] * len(rows)),
        )
    ]
    show(f"{corpus.name}: {len(rows)} pairs; P / R / F1", table, write)


def _answer(kit: QuoteKit, row: Row) -> str:
    """Neutral where the pair cannot be asked for, its two being the same."""
    holder = row["holder"]
    try:
        stance = kit.classify_stance(
            row["text"], _place(row["text"], row["target"]), holder and _place(row["text"], holder)
        )
    except InvalidInput:
        return StanceLabel.NEUTRAL
    return stance.label


def _place(text: str, role: Row) -> str | tuple[int, int]:
    if role.get("start") is None:
        return str(role["text"])
    return role["start"], role["end"]


def _measured(name: str, answers: Sequence[tuple[str, str]]) -> dict[str, str]:
    rates = {label: Rate() for label in StanceLabel}
    for number, (gold, found) in enumerate(answers):
        for label, rate in rates.items():
            rate.count({number} if found == label else set(), {number} if gold == label else set())
    cells = {label.value: _figures(rate) for label, rate in rates.items()}
    macro = sum(rate.f1 for rate in rates.values()) / len(rates)
    return {"": name, "pairs": str(len(answers)), **cells, "macro-F1": percent(macro)}


def _figures(rate: Rate) -> str:
    return percent(rate.precision, rate.recall, rate.f1)


if __name__ == "__main__":
    stances()

"""Tables as Markdown, on the terminal and in a file alike."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table

WIDEST = 200


def show(heading: str, rows: Sequence[dict[str, str]], write: Path | None = None) -> None:
    """Print the rows under their heading; with ``write`` add them to that file too."""
    table = Table(box=box.MARKDOWN, show_edge=True, pad_edge=True)
    for number, column in enumerate(rows[0]):
        table.add_column(column, justify="right" if number else "left", no_wrap=True)
    for row in rows:
        table.add_row(*row.values())
    console = Console(width=WIDEST, highlight=False, record=True)
    console.print(heading, markup=False)
    console.print(table)
    if write is not None:
        with write.open("a", encoding="utf-8") as page:
            page.write(console.export_text() + "\n")


def percent(*shares: float) -> str:
    """Shares in per cent, to a tenth."""
    return " / ".join(f"{100 * share:.1f}" for share in shares)

"""Analyses into a file: JSON lines, CSV, Parquet, HTML."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from io import TextIOWrapper
from typing import BinaryIO

from quotekit.cli.sources import pyarrow
from quotekit.outputs.tables import COLUMNS
from quotekit.records import Analysis

Article = tuple[str, Analysis]

ROWS_AT_ONCE = 10_000
"""A row group of Parquet."""


def data_of(name: str, analysis: Analysis) -> dict[str, object]:
    """An analysis with the name of its text, as JSON has it."""
    return {"id": name, **analysis.to_dict()}


def _jsonl(articles: Iterable[Article], file: BinaryIO) -> None:
    """Each line is handed over at once: a run that is stopped loses none that was finished."""
    for article in articles:
        file.write(json.dumps(data_of(*article), ensure_ascii=False).encode() + b"\n")
        file.flush()


def _csv(articles: Iterable[Article], file: BinaryIO) -> None:
    text = TextIOWrapper(file, encoding="utf-8", newline="")
    try:
        table = csv.DictWriter(text, ("id", *COLUMNS), lineterminator="\n")
        table.writeheader()
        for article in articles:
            table.writerows(_rows(article))
        text.flush()
    finally:
        with suppress(OSError):
            text.detach()


def _parquet(articles: Iterable[Article], file: BinaryIO) -> None:
    arrow = pyarrow()
    types = {str: arrow.string(), int: arrow.int64(), bool: arrow.bool_()}
    columns = {"id": str, **COLUMNS}
    schema = arrow.schema([(name, types[kind]) for name, kind in columns.items()])
    rows: list[dict[str, object]] = []
    with arrow.parquet.ParquetWriter(file, schema) as table:
        for article in articles:
            rows += _rows(article)
            if len(rows) >= ROWS_AT_ONCE:
                table.write_table(arrow.Table.from_pylist(rows, schema))
                rows.clear()
        table.write_table(arrow.Table.from_pylist(rows, schema))


def _html(articles: Iterable[Article], file: BinaryIO) -> None:
    from quotekit.outputs.page import pages

    for piece in pages(articles, title="Who said what, and who stands where"):
        file.write(piece.encode())


def _rows(article: Article) -> list[dict[str, object]]:
    name, analysis = article
    return [{"id": name, **row} for row in analysis.to_rows()]


WRITERS: Mapping[str, Callable[[Iterable[Article], BinaryIO], None]] = {
    "jsonl": _jsonl,
    "csv": _csv,
    "parquet": _parquet,
    "html": _html,
}

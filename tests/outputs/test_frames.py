"""Data frames of both libraries, and what is said where one is missing."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest
from analyses import ANALYSIS, EMPTY

from quotekit import Analysis, MissingExtra

ROWS = ANALYSIS.to_rows()


def pandas_columns(analysis: Analysis) -> dict[str, tuple[str, list[Any]]]:
    pandas = pytest.importorskip("pandas")
    frame = analysis.to_pandas()
    return {
        name: (
            str(frame[name].dtype),
            [None if pandas.isna(cell) else cell for cell in frame[name]],
        )
        for name in frame.columns
    }


def polars_columns(analysis: Analysis) -> dict[str, tuple[str, list[Any]]]:
    pytest.importorskip("polars")
    return {column.name: (str(column.dtype), column.to_list()) for column in analysis.to_polars()}


both = pytest.mark.parametrize("columns", [pandas_columns, polars_columns])
Columns = Callable[[Analysis], dict[str, tuple[str, list[Any]]]]


@both
def test_a_frame_has_the_cells_of_the_rows(columns: Columns) -> None:
    found = {name: cells for name, (_, cells) in columns(ANALYSIS).items()}
    assert found == {name: [row[name] for row in ROWS] for name in ROWS[0]}


@both
def test_columns_and_types_are_the_same_without_rows(columns: Columns) -> None:
    def types(analysis: Analysis) -> dict[str, str]:
        return {name: kind for name, (kind, _) in columns(analysis).items()}

    assert types(EMPTY) == types(ANALYSIS)
    assert set(types(EMPTY)) == set(ROWS[0])


@both
def test_types(columns: Columns) -> None:
    found = columns(ANALYSIS)
    assert found["start"][0] == found["end"][0] == "Int64"
    assert found["negated"][0].lower() == "boolean"
    assert found["speaker"][0].lower() == "string"


def test_rows_are_enough_for_pandas() -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(ROWS)
    assert list(frame[frame.record == "quote"].text) == [row["text"] for row in ROWS[:2]]


def test_rows_are_enough_for_polars() -> None:
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame(ROWS, infer_schema_length=None)
    said = frame.filter(polars.col("record") == "quote")
    assert said["text"].to_list() == [row["text"] for row in ROWS[:2]]


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_without_the_library(monkeypatch: pytest.MonkeyPatch, library: str) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtra, match=rf"pip install 'quotekit-nlp\[{library}\]'"):
        getattr(ANALYSIS, f"to_{library}")()

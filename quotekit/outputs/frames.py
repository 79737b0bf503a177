"""Rows as data frames: the same columns and types whatever the rows hold, and without any."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from quotekit.outputs.extras import needed
from quotekit.outputs.tables import COLUMNS, Row

if TYPE_CHECKING:
    import pandas
    import polars

PANDAS_TYPES = {str: "string", int: "Int64", bool: "boolean"}
"""Those that know nulls."""


def to_pandas(rows: Iterable[Row], columns: Mapping[str, type] = COLUMNS) -> pandas.DataFrame:
    """A frame with nullable types."""
    frame = needed("pandas", extra="pandas").DataFrame(rows, columns=list(columns))
    found: pandas.DataFrame = frame.astype(
        {name: PANDAS_TYPES[kind] for name, kind in columns.items()}
    )
    return found


def to_polars(rows: Iterable[Row], columns: Mapping[str, type] = COLUMNS) -> polars.DataFrame:
    """A frame whose schema is given, not guessed from the first rows."""
    library = needed("polars", extra="polars")
    found: polars.DataFrame = library.DataFrame(list(rows), schema=dict(columns), orient="row")
    return found

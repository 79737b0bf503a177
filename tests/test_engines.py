"""Frames in and out, and a Spark session that really runs."""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterator
from typing import Any

import newsroom
import pytest

from quotekit import QuoteKit
from quotekit.engines import FRAME, SPARK_SCHEMA, FrameAnalyzer

pandas = pytest.importorskip("pandas")

TEXTS = [*newsroom.articles(40), "", "“No,” Lee said."]


def frame_of(texts: list[Any]) -> Any:
    ids = [f"article {number}" for number in range(len(texts))]
    return pandas.DataFrame({"id": ids, "text": texts, "section": "local"})


def cells(frame: Any) -> list[tuple[Any, ...]]:
    return [
        tuple(None if pandas.isna(cell) else cell for cell in row)
        for row in frame[list(FRAME)].itertuples(index=False)
    ]


def expected(texts: list[str]) -> list[tuple[Any, ...]]:
    return [
        (f"article {number}", *row.values())
        for number, analysis in enumerate(QuoteKit().pipe(texts))
        for row in analysis.to_rows()
    ]


def test_rows_are_led_by_the_id() -> None:
    assert cells(FrameAnalyzer()(frame_of(TEXTS))) == expected(TEXTS)


def test_a_bad_text_is_a_row() -> None:
    found = FrameAnalyzer()(frame_of([None, float("nan"), 3, "“No,” Lee said."]))
    assert list(found["record"]) == ["error", "error", "error", "quote"]
    assert list(found["id"])[2:] == ["article 2", "article 3"]
    assert "expected a text" in found["text"][0]


@pytest.mark.parametrize("texts", [[], ["Nothing happened."]], ids=["no texts", "no rows"])
def test_columns_without_rows(texts: list[str]) -> None:
    full, empty = (FrameAnalyzer()(frame_of(each)) for each in (TEXTS, texts))
    assert len(empty) == 0
    assert (empty.dtypes == full.dtypes).all()


def test_it_pickles_as_its_configuration() -> None:
    analyzer = FrameAnalyzer(QuoteKit(stances=False))
    analyzer(frame_of(TEXTS))
    shipped = pickle.dumps(analyzer)
    assert len(shipped) < 1000
    assert pickle.loads(shipped) == analyzer


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    sql = pytest.importorskip("pyspark.sql")
    session = (
        sql.SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", False)
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", 5)
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.mark.slow
def test_spark_gives_what_pipe_gives(spark: Any) -> None:
    table = spark.createDataFrame(frame_of([*TEXTS, None])).repartition(3)
    found = table.mapInPandas(FrameAnalyzer().each, SPARK_SCHEMA)
    assert found.columns == list(FRAME)
    rows = [tuple(row) for row in found.collect()]
    [error] = [row for row in rows if row[1] == "error"]
    assert error[0] == f"article {len(TEXTS)}"
    assert sorted(map(repr, [row for row in rows if row != error])) == sorted(
        map(repr, expected(TEXTS))
    )


@pytest.mark.slow
def test_spark_workers_load_the_model_once(spark: Any) -> None:
    def loads(frames: Iterator[Any]) -> Iterator[Any]:
        """Of each partition: its process, how many that has had, its loads of the model."""
        from quotekit.document import model

        rows = sum(len(frame) for frame in FrameAnalyzer().each(frames))
        partitions = int(os.environ.get("PARTITIONS", "0")) + (rows > 0)
        os.environ["PARTITIONS"] = str(partitions)
        counts = {"partitions": [partitions], "loads": [model._loaded.cache_info().misses]}
        yield pandas.DataFrame(counts)

    table = spark.createDataFrame(frame_of(TEXTS)).repartition(8)
    found = table.mapInPandas(loads, "partitions int, loads int").collect()
    assert len(found) == 8
    assert max(row.partitions for row in found) > 1
    assert {row.loads for row in found} == {1}

"""One function from frame to frame, for engines that share texts out among processes and machines.

Spark's ``mapInPandas``, Ray Data's ``map_batches`` and Dask's ``map_partitions`` all hand pandas
frames to a Python function, in worker processes that live on: each loads the model once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from quotekit.kit import QuoteKit
from quotekit.outputs.frames import to_pandas
from quotekit.outputs.tables import COLUMNS, Row
from quotekit.records import Analysis

if TYPE_CHECKING:
    import pandas

ID, TEXT = "id", "text"
FRAME: dict[str, type] = {ID: str, **COLUMNS}
"""The columns that come out, with their types."""
SPARK_SCHEMA = ", ".join(
    f"`{name}` { {str: 'string', int: 'bigint', bool: 'boolean'}[kind] }"
    for name, kind in FRAME.items()
)
"""`FRAME` as ``mapInPandas`` takes it."""


@frozen
class FrameAnalyzer:
    """Frames with the columns ``id`` and ``text`` to frames of ``Analysis.to_rows``, led by ``id``.

    It pickles as the kit's configuration. A text that cannot be analysed, a null among them, gives
    one row whose ``record`` is ``error`` and whose ``text`` is the message.

    >>> import pandas
    >>> articles = pandas.DataFrame({"id": ["a", "b"], "text": ["“No,” Ann Lee said.", None]})
    >>> found = FrameAnalyzer(QuoteKit(stances=False))(articles)
    >>> found[["id", "record", "speaker", "text"]].values.tolist()
    [['a', 'quote', 'Ann Lee', 'No'],
     ['b', 'error', <NA>, 'expected a text or a spaCy Doc, got NoneType: None']]
    """

    kit: QuoteKit = field(factory=QuoteKit)

    def __call__(self, frame: pandas.DataFrame) -> pandas.DataFrame:
        """One frame: a batch of Ray Data, a partition of Dask."""
        return to_pandas(self._rows(frame), FRAME)

    def each(self, frames: Iterable[pandas.DataFrame]) -> Iterator[pandas.DataFrame]:
        """Frame after frame: a partition of Spark."""
        return map(self, frames)

    def _rows(self, frame: pandas.DataFrame) -> Iterator[Row]:
        texts = (text if isinstance(text, str) else None for text in frame[TEXT])
        articles = zip(texts, frame[ID], strict=True)
        for found, name in self.kit.pipe(articles, as_tuples=True, on_error=_failed):
            for row in found.to_rows() if isinstance(found, Analysis) else found:
                yield {ID: str(name), **row}


def _failed(_: Any, error: Exception) -> list[Row]:
    return [{"record": "error", "text": str(error)}]

"""Documents from files, folders and the standard input: text, JSON lines, CSV, Parquet.

What cannot be used comes out as a `Fault` in its place, so that one bad line stops nothing. This is
the only module that uses textacy: for compressed files and for the files of a folder.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import BytesIO, TextIOWrapper
from lzma import LZMAError
from pathlib import Path
from typing import IO, Any
from zipfile import BadZipFile
from zlib import error as ZlibError  # noqa: N812

from attrs import frozen

from quotekit.errors import InvalidInput
from quotekit.outputs.extras import needed

SHAPES = {
    ".txt": "txt",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
}
COMPRESSED = (".gz", ".bz2", ".xz", ".zip")
UNREADABLE = (OSError, EOFError, ValueError, LZMAError, BadZipFile, ZlibError)
"""What a damaged file raises, by its compression."""
STDIN = "-"


@frozen
class Document:
    """One text of the corpus, and what it is called."""

    id: str
    text: str


@frozen
class Fault:
    """What had to be passed over, and why."""

    where: str
    why: str


@frozen
class Fields:
    """Where a record keeps its text and its name; a document without one is named by its place."""

    text: str = "text"
    id: str | None = None


@frozen
class Source:
    """A file, or the standard input."""

    name: str
    shape: str


Found = Iterator[Document | Fault]


def sources_of(names: Iterable[str], shape: str | None) -> list[Source]:
    """The files that the names stand for; folders are searched for files of known formats.

    Raises `InvalidInput` for what is not there and for a file whose format nobody says.
    """
    found = [source for name in names for source in _sources(name, shape)]
    if any(source.shape == "parquet" for source in found):
        pyarrow()
    return found


def read(sources: Iterable[Source], fields: Fields) -> Found:
    """All documents, in the order of the sources, and what cannot be read of them."""
    for source in sources:
        try:
            yield from READERS[source.shape](source.name, fields)
        except UNREADABLE as error:
            yield Fault(source.name, f"cannot be read any further: {_cause(error)}")


def count(sources: Iterable[Source], fields: Fields) -> int | None:
    """How many documents and faults there are, by reading once; None for the standard input."""
    number = 0
    for source in sources:
        if source.name == STDIN:
            return None
        number += 1 if source.shape == "txt" else sum(1 for _ in read([source], fields))
    return number


def pyarrow() -> Any:
    """pyarrow with its module ``parquet``: an extra."""
    package = needed("pyarrow", extra="parquet")
    needed("pyarrow.parquet", extra="parquet")
    return package


def json_lines(name: str) -> Iterator[tuple[str, Any]]:
    """(place, value) for every line that is not blank; the value of a bad one is a `Fault`."""
    with _opened(name, newline="\n") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                where = f"{name}:{number}"
                try:
                    yield where, json.loads(line)
                except json.JSONDecodeError as error:
                    yield where, Fault(where, f"not JSON: {error.msg} (column {error.colno})")
                except (ValueError, RecursionError) as error:
                    yield where, Fault(where, f"not JSON that can be read: {error}")


def _sources(name: str, shape: str | None) -> Iterator[Source]:
    if name == STDIN:
        yield Source(name, shape or "jsonl")
    elif Path(name).is_dir():
        yield from _in_folder(Path(name), shape)
    elif not Path(name).exists():
        raise InvalidInput(f"{name}: no such file or folder")
    else:
        known = shape or _shape(name)
        if known is None:
            raise InvalidInput(f"{name}: its name does not say what it is; say --input-format")
        yield Source(name, known)


def _in_folder(folder: Path, shape: str | None) -> Iterator[Source]:
    """Links that lead out of the folder, pipes and devices are left alone."""
    from textacy.io.utils import get_filepaths

    root = folder.resolve()
    paths = sorted(Path(path).relative_to(root) for path in get_filepaths(root, recursive=True))
    seen = [path for path in paths if not any(part.startswith(".") for part in path.parts)]
    kept = [path for path in seen if _is_within(root / path, root)]
    shaped = [(str(folder / path), _shape(path.name)) for path in kept]
    wanted = [Source(name, known) for name, known in shaped if known and shape in (None, known)]
    if not wanted:
        raise InvalidInput(f"{folder}: no {shape or 'txt, jsonl, csv or parquet'} file is in it")
    yield from wanted


def _is_within(path: Path, root: Path) -> bool:
    """A link may lead out of the folder; a pipe would never end."""
    return path.is_file() and path.resolve().is_relative_to(root)


def _shape(name: str) -> str | None:
    path = Path(name.lower())
    return SHAPES.get(Path(path.stem).suffix if path.suffix in COMPRESSED else path.suffix)


def _opened(name: str, newline: str) -> IO[str]:
    """Bytes that are not UTF-8 come through as surrogates, for the document's own check."""
    if name == STDIN:
        return TextIOWrapper(
            sys.stdin.buffer, encoding="utf-8-sig", errors="surrogateescape", newline=newline
        )
    from textacy.io.utils import open_sesame

    file: IO[str] = open_sesame(
        name, mode="rt", encoding="utf-8-sig", errors="surrogateescape", newline=newline
    )
    return file


def _text_file(name: str, _: Fields) -> Found:
    with _opened(name, newline="") as file:
        yield _checked(name, name, file.read())


def _json_lines(name: str, fields: Fields) -> Found:
    for where, value in json_lines(name):
        if isinstance(value, Fault):
            yield value
        elif not isinstance(value, dict):
            yield Fault(where, "not a JSON object")
        else:
            yield _document(where, value, fields)


def _csv(name: str, fields: Fields) -> Found:
    csv.field_size_limit(sys.maxsize)
    tabs = Path(name.lower()).name.partition(".")[2].startswith("tsv")
    with _opened(name, newline="") as file:
        rows = csv.reader(file, strict=True, delimiter="\t" if tabs else ",")
        header = next(rows, [])
        lacking = _lacking(name, header, fields)
        if lacking:
            yield lacking
            return
        while True:
            start = rows.line_num + 1
            try:
                row = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                yield Fault(f"{name}:{start}", f"not CSV: {error}")
                continue
            yield from _row(f"{name}:{start}", header, row, fields)


def _row(where: str, header: Sequence[str], row: Sequence[str], fields: Fields) -> Found:
    """Nothing for a blank line."""
    if row and len(row) != len(header):
        yield Fault(where, f"{len(row)} columns where the header has {len(header)}")
    elif row:
        yield _document(where, dict(zip(header, row, strict=True)), fields)


def _parquet(name: str, fields: Fields) -> Found:
    source = BytesIO(sys.stdin.buffer.read()) if name == STDIN else name
    with pyarrow().parquet.ParquetFile(source) as file:
        names = file.schema_arrow.names
        lacking = _lacking(name, names, fields)
        if lacking:
            yield lacking
            return
        wanted = [column for column in names if column in (fields.text, fields.id or "id")]
        number = 0
        for batch in file.iter_batches(batch_size=256, columns=wanted):
            for record in batch.to_pylist():
                number += 1
                yield _document(f"{name}:{number}", record, fields)


def _lacking(name: str, header: Sequence[str], fields: Fields) -> Fault | None:
    """Without the column of the text, or of the names, the whole file is of no use."""
    for wanted in filter(None, (fields.text, fields.id)):
        if wanted not in header:
            return Fault(name, f"no column {wanted!r}; there are: {', '.join(header) or 'none'}")
    return None


def _document(where: str, record: Mapping[str, Any], fields: Fields) -> Document | Fault:
    text, name = record.get(fields.text), record.get(fields.id or "id")
    if not isinstance(text, str):
        return Fault(where, _no_text(record, fields.text))
    if name is None and fields.id is not None:
        return Fault(where, f"no {fields.id!r}; there are: {', '.join(record)}")
    return _checked(where, str(name) if name is not None else where, text)


def _no_text(record: Mapping[str, Any], field: str) -> str:
    if field not in record:
        return f"no {field!r}; there are: {', '.join(record) or 'none'}"
    return f"{field!r} is not a text but {record[field]!r:.40}"


def _checked(where: str, name: str, text: str) -> Document | Fault:
    try:
        (name + text).encode()
    except UnicodeEncodeError as error:
        code = ord(error.object[error.start])
        byte = 0xDC80 <= code <= 0xDCFF
        what = f"byte 0x{code - 0xDC00:02x}" if byte else f"half a character, U+{code:04X},"
        return Fault(where, f"not UTF-8: {what} at character {error.start - len(name)}")
    return Document(name, text)


def _cause(error: BaseException) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


READERS: Mapping[str, Callable[[str, Fields], Found]] = {
    "txt": _text_file,
    "jsonl": _json_lines,
    "csv": _csv,
    "parquet": _parquet,
}

"""Reading corpora: what comes out as a document, and what is passed over and why."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from quotekit.cli.sources import Document, Fault, Fields, Source, count, read, sources_of
from quotekit.errors import InvalidInput, MissingExtra

TEXTS = [Document("one", "The pier\r\nis “safe”."), Document("two", 'It, she said,\n\n"is".')]


def jsonl(path: Path) -> None:
    lines = [json.dumps({"id": d.id, "text": d.text, "n": 1}) for d in TEXTS]
    path.write_text("\n".join([lines[0], "", lines[1]]), encoding="utf-8")


def csv(path: Path, delimiter: str = ",") -> None:
    quoted = [f'{d.id}{delimiter}"' + d.text.replace('"', '""') + '"' for d in TEXTS]
    path.write_bytes("\n".join([f"id{delimiter}text", *quoted, "", ""]).encode())


def parquet(path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    columns = {"n": [1, 2], "id": [d.id for d in TEXTS], "text": [d.text for d in TEXTS]}
    parquet.write_table(pyarrow.table(columns), path)


FORMATS: dict[str, Callable[[Path], None]] = {
    "c.jsonl": jsonl,
    "c.ndjson": jsonl,
    "c.CSV": csv,
    "c.tsv": lambda path: csv(path, "\t"),
    "c.parquet": parquet,
}


def found(path: Path, **fields: str) -> list[Document | Fault]:
    return list(read(sources_of([str(path)], None), Fields(**fields)))


@pytest.mark.parametrize("name", FORMATS)
def test_formats(tmp_path: Path, name: str) -> None:
    FORMATS[name](tmp_path / name)
    assert found(tmp_path / name) == TEXTS


COMPRESSIONS = {".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress}


@pytest.mark.parametrize("ending", [*COMPRESSIONS, ".zip"])
@pytest.mark.parametrize("name", ["c.jsonl", "c.CSV"])
def test_compressed(tmp_path: Path, name: str, ending: str) -> None:
    plain, packed = tmp_path / name, tmp_path / (name + ending)
    FORMATS[name](plain)
    if ending == ".zip":
        with zipfile.ZipFile(packed, "w") as archive:
            archive.write(plain, name)
    else:
        packed.write_bytes(COMPRESSIONS[ending](plain.read_bytes()))
    assert found(packed) == TEXTS


def test_a_text_file_keeps_its_characters(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TEXTS[0].text.encode())
    assert found(path) == [Document(str(path), TEXTS[0].text)]


def test_a_byte_order_mark_is_no_part_of_the_first_name(tmp_path: Path) -> None:
    path = tmp_path / "windows.csv"
    path.write_bytes(b"\xef\xbb\xbfid,text\r\n1,Rain.\r\n")
    assert found(path) == [Document("1", "Rain.")]


def test_fields(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text('{"id": 7, "body": "Rain.", "url": 12}', encoding="utf-8")
    assert found(path, text="body") == [Document("7", "Rain.")]
    assert found(path, text="body", id="url") == [Document("12", "Rain.")]


def test_without_an_id_the_place_is_the_name(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text('\n{"text": "Rain."}', encoding="utf-8")
    assert found(path) == [Document(f"{path}:2", "Rain.")]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{broken", "not JSON: Expecting property name enclosed in double quotes (column 2)"),
        ("[" * 100_000, "not JSON that can be read"),
        ("[1]", "not a JSON object"),
        ('{"body": "Rain."}', "no 'text'; there are: body"),
        ("{}", "no 'text'; there are: none"),
        ('{"text": 3}', "'text' is not a text but 3"),
        ('{"text": "a\\ud800"}', "not UTF-8: half a character, U+D800, at character 1"),
        ('{"text": "a\udce9"}', "not UTF-8: byte 0xe9 at character 1"),
    ],
)
def test_a_bad_line_is_passed_over(tmp_path: Path, line: str, why: str) -> None:
    path = tmp_path / "c.jsonl"
    good = '{"id": "good", "text": "Rain."}'
    path.write_text(f"{good}\n{line}\n{good}", encoding="utf-8", errors="surrogateescape")
    before, fault, after = found(path)
    assert before == after == Document("good", "Rain.")
    assert isinstance(fault, Fault)
    assert fault.where == f"{path}:2"
    assert fault.why.startswith(why)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("1", "1 columns where the header has 2"),
        ("1,2,3", "3 columns where the header has 2"),
        ('1,"a"b', "not CSV: ',' expected after '\"'"),
    ],
)
def test_a_bad_row_is_passed_over(tmp_path: Path, row: str, why: str) -> None:
    path = tmp_path / "c.csv"
    path.write_text(f'id,text\n0,"Rain\nfell."\n{row}\n2,Snow.\n', encoding="utf-8")
    assert found(path) == [
        Document("0", "Rain\nfell."),
        Fault(f"{path}:4", why),
        Document("2", "Snow."),
    ]


def test_a_csv_file_of_one_long_text(tmp_path: Path) -> None:
    path = tmp_path / "c.csv"
    path.write_text("text\n" + "rain " * 100_000, encoding="utf-8")
    [document] = found(path)
    assert isinstance(document, Document)
    assert len(document.text) == 500_000


@pytest.mark.parametrize("name", ["c.CSV", "c.parquet"])
def test_a_table_without_the_column_is_named_once(tmp_path: Path, name: str) -> None:
    FORMATS[name](tmp_path / name)
    [fault] = found(tmp_path / name, text="body")
    assert isinstance(fault, Fault)
    assert fault.why.startswith("no column 'body'; there are:")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("c.jsonl.gz", gzip.compress(b'{"text": "Rain."}\n' * 1000)[:-20]),
        ("c.jsonl.gz", b"no gzip"),
        ("c.jsonl.bz2", b"no bz2"),
        ("c.jsonl.xz", b"no xz"),
        ("c.jsonl.zip", b"no zip"),
        ("c.parquet", b"no parquet"),
    ],
)
def test_a_damaged_file_stops_nothing(tmp_path: Path, name: str, content: bytes) -> None:
    if name == "c.parquet":
        pytest.importorskip("pyarrow")
    damaged, whole = tmp_path / name, tmp_path / "d.txt"
    damaged.write_bytes(content)
    whole.write_text("Rain.", encoding="utf-8")
    *before, fault, last = read(sources_of([str(damaged), str(whole)], None), Fields())
    assert isinstance(fault, Fault)
    assert fault.where == str(damaged)
    assert fault.why.startswith("cannot be read any further: ")
    assert last == Document(str(whole), "Rain.")
    assert all(isinstance(document, Document) for document in before)


def test_a_folder_is_searched_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b/2.txt", "b/1.jsonl.gz", "a.CSV", "c.pdf", ".hidden.txt", ".git/d.txt"):
        path = tmp_path / "corpus" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    monkeypatch.chdir(tmp_path)
    assert sources_of(["corpus"], None) == [
        Source("corpus/a.CSV", "csv"),
        Source("corpus/b/1.jsonl.gz", "jsonl"),
        Source("corpus/b/2.txt", "txt"),
    ]
    assert [source.name for source in sources_of(["corpus"], "txt")] == ["corpus/b/2.txt"]


def test_a_folder_is_not_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Links within the folder are files like others; what leads out of it is not read."""
    for name in ("corpus/a.txt", "elsewhere/secret.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).touch()
    corpus = tmp_path / "corpus"
    (corpus / "again.txt").symlink_to("a.txt")
    (corpus / "out.txt").symlink_to(tmp_path / "elsewhere" / "secret.txt")
    (corpus / "folder").symlink_to(tmp_path / "elsewhere")
    (corpus / "loop").symlink_to(corpus)
    (corpus / "gone.txt").symlink_to("nothing.txt")
    os.mkfifo(corpus / "pipe.txt")
    monkeypatch.chdir(tmp_path)
    assert [source.name for source in sources_of(["corpus"], None)] == [
        "corpus/a.txt",
        "corpus/again.txt",
    ]


def test_a_file_that_has_vanished(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("No.", "utf-8")
    sources = sources_of([str(tmp_path)], None)
    (tmp_path / "a.txt").unlink()
    fault, document = read(sources, Fields())
    assert isinstance(fault, Fault)
    assert fault.where == str(tmp_path / "a.txt")
    assert fault.why.startswith("cannot be read any further: ")
    assert document == Document(str(tmp_path / "b.txt"), "No.")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing", "missing: no such file or folder"),
        ("empty", "empty: no txt, jsonl, csv or parquet file is in it"),
        ("a.pdf", "a.pdf: its name does not say what it is; say --input-format"),
    ],
)
def test_what_is_no_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty").mkdir()
    Path("a.pdf").touch()
    with pytest.raises(InvalidInput, match=message):
        sources_of([name], None)


def test_parquet_without_pyarrow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "c.parquet").touch()
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match=r"pip install 'quotekit-nlp\[parquet\]'"):
        sources_of([str(tmp_path)], None)


@pytest.mark.parametrize("name", ["c.jsonl", "c.CSV", "c.parquet"])
def test_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    FORMATS[name](tmp_path / name)
    content = io.BytesIO((tmp_path / name).read_bytes())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(content))
    shape = Path(name).suffix[1:].lower()
    assert list(read(sources_of(["-"], shape), Fields())) == TEXTS
    assert sources_of(["-"], None) == [Source("-", "jsonl")]


def test_counting_finds_documents_and_faults(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "a"}\n\n{broken\n', encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\xff")
    sources = sources_of([str(tmp_path)], None)
    assert count(sources, Fields()) == len(list(read(sources, Fields()))) == 3
    assert count([*sources, Source("-", "jsonl")], Fields()) is None

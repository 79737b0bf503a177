"""``quotekit show``: the analyses of a few files, to look at or to hand on."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quotekit.cli.options import LEXICON, MODEL, kit_with
from quotekit.errors import InvalidInput

if TYPE_CHECKING:
    from quotekit.records import Analysis


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--format",
    "shape",
    type=click.Choice(["table", "json", "jsonl"]),
    default="table",
    show_default=True,
    help="Tables to read; JSON, one indented object a file; or one line of JSON a file.",
)
@click.option("--rules", is_flag=True, help="With the rule of each answer, in tables too.")
@LEXICON
@MODEL
def show(
    files: tuple[str, ...], shape: str, rules: bool, lexicon: Path | None, model: str | None
) -> None:
    """Print who said what in each FILE, and who stands where.

    A FILE is UTF-8 text; - reads the standard input.
    """
    texts = [read_text(name) for name in files]
    kit = kit_with(model, lexicon)
    writers: dict[str, Callable[[str, Analysis], None]] = {
        "table": partial(_write_tables, rules=rules),
        "json": _write_object,
        "jsonl": _write_line,
    }
    for name, text in zip(files, texts, strict=True):
        writers[shape](name, kit.analyze(text))


def read_text(name: str) -> str:
    """A file's text as it stands, without a byte order mark."""
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise InvalidInput(f"{name}: {error.strerror}") from error
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidInput(
            f"{name}: not UTF-8 text: byte 0x{raw[error.start]:02x} at offset {error.start}; "
            "convert the file to UTF-8 first"
        ) from error


def _write_tables(name: str, analysis: Analysis, rules: bool) -> None:
    from quotekit.cli.tables import print_table, quote_table, stance_table

    source = "standard input" if name == "-" else name
    print_table(f"{source}: who said what", quote_table(analysis.quotes, rules))
    print_table(f"{source}: who stands where", stance_table(analysis.stances, rules))


def _write_object(name: str, analysis: Analysis) -> None:
    _write({"id": name, **analysis.to_dict()}, indent=2)


def _write_line(name: str, analysis: Analysis) -> None:
    _write({"id": name, **analysis.to_dict()}, indent=None)


def _write(data: dict[str, object], indent: int | None) -> None:
    """UTF-8, whatever the terminal speaks."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=indent).encode())

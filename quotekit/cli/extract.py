"""``quotekit extract``: a whole corpus, from many kinds of file into one."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quotekit.cli.options import LEXICON, MODEL, kit_with

if TYPE_CHECKING:
    from quotekit.cli.display import Display
    from quotekit.cli.sources import Found
    from quotekit.kit import QuoteKit
    from quotekit.records import Analysis

DOCUMENTS_AT_ONCE = 16
"""Small batches: whoever stops a run does not wait for long, and loses little."""


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="NAME",
    help="Where to write; without it JSON lines go to the standard output.",
)
@click.option("--text-field", default="text", show_default=True, help="Where a record's text is.")
@click.option("--id-field", help="Where its name is; by default in id, else it is FILE:LINE.")
@click.option(
    "--input-format",
    type=click.Choice(["txt", "jsonl", "csv", "parquet"]),
    help="What INPUT is, where its name does not say; for - by default JSON lines.",
)
@click.option(
    "--format",
    "shape",
    type=click.Choice(["jsonl", "csv", "parquet", "html"]),
    help="What to write, where the output's name does not say.",
)
@click.option("--n-process", type=click.IntRange(1), default=1, help="How many processes read.")
@click.option("--resume", is_flag=True, help="Go on where a run into NAME was stopped.")
@LEXICON
@MODEL
def extract(
    inputs: tuple[str, ...],
    output: Path | None,
    text_field: str,
    id_field: str | None,
    input_format: str | None,
    shape: str | None,
    n_process: int,
    resume: bool,
    lexicon: Path | None,
    model: str | None,
) -> None:
    """Write who said what in every document of INPUT, and who stands where.

    An INPUT is a file of text, JSON lines, CSV (or TSV) or Parquet, plain or compressed (gz, bz2,
    xz, zip), a folder of such files, or - for the standard input. All text is UTF-8.

    NAME ends in .jsonl, .csv, .parquet or .html. It is written as NAME.part and renamed at the
    end. What cannot be used is named and passed over; the exit code is then 1.
    """
    from quotekit.cli.display import displayed
    from quotekit.cli.sinks import WRITERS
    from quotekit.cli.sources import Fields, count, read, sources_of
    from quotekit.cli.targets import clear_ending, left_to_do, opened, target_of

    sources, fields = sources_of(inputs, input_format), Fields(text_field, id_field)
    target = target_of(output, shape, sources, resume=resume)
    if target.finished:
        click.echo(f"{output} is finished", err=True)
        return
    kit = kit_with(model, lexicon)
    with clear_ending(target), displayed(target) as display, opened(target) as file:
        kit.analyze("")  # what is wrong with the model shows here, not at every document
        display.expect(lambda: count(sources, fields))
        items = left_to_do(read(sources, fields), target)
        with closing(_analysed(kit, items, n_process, display)) as articles:
            WRITERS[target.shape](articles, file)
    display.conclude()


def _analysed(
    kit: QuoteKit, items: Found, n_process: int, display: Display
) -> Generator[tuple[str, Analysis], None, None]:
    """Analyses with the names of their texts; whatever has none goes to the display."""
    from quotekit.cli.sources import Document, Fault

    def documents() -> Iterator[tuple[str, str]]:
        for item in items:
            if isinstance(item, Document):
                yield item.text, item.id
            else:
                display.pass_over(item)

    for found, name in kit.pipe(
        documents(),
        as_tuples=True,
        batch_size=DOCUMENTS_AT_ONCE,
        n_process=n_process,
        on_error=lambda _, error: error,
    ):
        if isinstance(found, Exception):
            display.pass_over(Fault(name, f"cannot be analysed: {found}"))
        else:
            yield name, found
            display.finished()

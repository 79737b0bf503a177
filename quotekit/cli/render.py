"""``quotekit render``: the page of analyses that were written before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from quotekit.cli.display import Display
    from quotekit.cli.sources import Source
    from quotekit.records import Analysis


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="NAME",
    help="Where to write the page; without it to the standard output.",
)
def render(files: tuple[str, ...], output: Path | None) -> None:
    """Make one page of the analyses in FILE, to open in a browser.

    A FILE holds what `quotekit extract` or `quotekit show --format jsonl` wrote, plain or
    compressed; - reads the standard input.
    """
    from quotekit.cli.display import displayed
    from quotekit.cli.sinks import WRITERS
    from quotekit.cli.sources import sources_of
    from quotekit.cli.targets import clear_ending, opened, target_of

    sources = sources_of(files, "jsonl")
    target = target_of(output, "html", sources)
    with clear_ending(target), displayed(target) as display, opened(target) as file:
        WRITERS[target.shape](_read(sources, display), file)
    display.conclude()


def _read(sources: Iterable[Source], display: Display) -> Iterator[tuple[str, Analysis]]:
    from quotekit.cli.sources import Fault, json_lines
    from quotekit.errors import InvalidInput
    from quotekit.records import Analysis

    for source in sources:
        for where, value in json_lines(source.name):
            try:
                if isinstance(value, Fault):
                    display.pass_over(value)
                else:
                    yield str(value.get("id", where)), Analysis.from_dict(value)
                    display.finished()
            except InvalidInput as error:
                display.pass_over(Fault(where, str(error)))

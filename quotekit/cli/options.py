"""Options of more than one command, and the kit that they ask for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from quotekit.kit import QuoteKit
    from quotekit.lexicon import Lexicon

LEXICON = click.option(
    "--lexicon", type=click.Path(path_type=Path), metavar="FILE", help="Entries of your own."
)
MODEL = click.option("--model", metavar="NAME", help="The spaCy model, if not the default one.")


def lexicon_with(path: Path | None) -> Lexicon:
    """The entries that are shipped, and those of the file."""
    from quotekit.lexicon import Lexicon

    return Lexicon.default().extended(path) if path is not None else Lexicon.default()


def kit_with(model: str | None, lexicon: Path | None) -> QuoteKit:
    """A kit for everything."""
    from quotekit.kit import QuoteKit

    return QuoteKit(model=model, lexicon=lexicon_with(lexicon))

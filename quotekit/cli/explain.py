"""``quotekit explain``: what a rule's name says."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("rule", nargs=-1, required=True)
@click.option(
    "--lexicon", type=click.Path(path_type=Path), metavar="FILE", help="Entries of your own."
)
def explain(rule: tuple[str, ...], lexicon: Path | None) -> None:
    """Say what RULE means, part by part.

    A RULE is what a quotation, a mention or a stance gives as its rule, such as
    report.verb.say clause tier-1, pronoun.gender or support.verb.back + negation, or the name of an
    entry as `quotekit rules` prints it.
    """
    from quotekit.cli.tables import print_parts
    from quotekit.lexicon import Lexicon
    from quotekit.lexicon.rules import explained

    known = Lexicon.default()
    print_parts(explained(" ".join(rule), known.extended(lexicon) if lexicon else known))

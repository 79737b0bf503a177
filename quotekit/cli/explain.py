"""``quotekit explain``: what a rule's name says."""

from __future__ import annotations

from pathlib import Path

import click

from quotekit.cli.options import LEXICON, lexicon_with


@click.command()
@click.argument("rule", nargs=-1, required=True)
@LEXICON
def explain(rule: tuple[str, ...], lexicon: Path | None) -> None:
    """Say what RULE means, part by part.

    A RULE is what a quotation, a mention or a stance gives as its rule, such as
    report.verb.say clause tier-1, pronoun.gender or support.verb.back + negation, or the name of an
    entry as `quotekit rules` prints it.
    """
    from quotekit.cli.tables import print_parts
    from quotekit.lexicon.rules import explained

    print_parts(explained(" ".join(rule), lexicon_with(lexicon)))

"""``quotekit rules``: the lexicon, to look things up in and to copy entries from."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from quotekit.lexicon import ReportingEntry, StanceEntry

    Entry = ReportingEntry | StanceEntry

BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


@click.command()
@click.argument("text", default="")
@click.option(
    "--format",
    "shape",
    type=click.Choice(["table", "toml"]),
    default="table",
    show_default=True,
    help="A table, or TOML to start a lexicon of your own from.",
)
def rules(text: str, shape: str) -> None:
    """List the lexicon's entries, or those in which TEXT occurs."""
    from quotekit.cli.tables import console, rule_table
    from quotekit.lexicon import Lexicon

    lexicon = Lexicon.default()
    entries: list[tuple[str, Entry]] = [
        *(("reporting", entry) for entry in lexicon.reporting.values()),
        *(("stance", entry) for entry in lexicon.stance.values()),
    ]
    found = [pair for pair in entries if text.lower() in as_toml(*pair).lower()]
    if not found:
        raise click.ClickException(f"no entry of the lexicon has {text!r} in it")
    if shape == "toml":
        click.echo("\n\n".join(as_toml(kind, entry) for kind, entry in found).encode())
    else:
        console().print(rule_table(found))


def as_toml(kind: str, entry: Entry) -> str:
    """The entry as a lexicon file has it; what is default is left out."""
    from attrs import fields

    pos, sense = entry.key.split(".", maxsplit=1)
    lines = [f"[{kind}.{pos}.{sense if BARE_KEY.fullmatch(sense) else json.dumps(sense)}]"]
    for field in fields(type(entry)):
        value = getattr(entry, field.name)
        derived = field.name in ("key", "pos") or (field.name == "lemma" and value == sense)
        if not derived and value != field.default:
            plain = value[0] if isinstance(value, tuple) and len(value) == 1 else value
            lines.append(f"{field.name} = {json.dumps(plain, ensure_ascii=False)}")
    return "\n".join(lines)

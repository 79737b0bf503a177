"""``quotekit rules``: the lexicon, to look things up in and to copy entries from."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from quotekit.lexicon import ReportingEntry, StanceEntry

    Entry = ReportingEntry | StanceEntry

BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


@click.command()
@click.argument("text", nargs=-1, metavar="[TEXT]")
@click.option(
    "--format",
    "shape",
    type=click.Choice(["table", "toml"]),
    default="table",
    show_default=True,
    help="A table, or TOML to start a lexicon of your own from.",
)
def rules(text: tuple[str, ...], shape: str) -> None:
    """List the lexicon's entries, or those in which TEXT occurs."""
    from quotekit.cli.tables import print_table, rule_table
    from quotekit.lexicon import Lexicon

    lexicon = Lexicon.default()
    entries: list[tuple[str, Entry]] = [
        *(("reporting", entry) for entry in lexicon.reporting.values()),
        *(("stance", entry) for entry in lexicon.stance.values()),
    ]
    wanted = " ".join(text)
    found = [pair for pair in entries if wanted.lower() in as_toml(*pair).lower()]
    if not found:
        raise click.ClickException(f"no entry of the lexicon has {wanted!r} in it")
    if shape == "toml":
        click.echo("\n\n".join(as_toml(kind, entry) for kind, entry in found).encode())
    else:
        print_table(f"{len(found)} of {len(entries)} entries", rule_table(found))


def as_toml(kind: str, entry: Entry) -> str:
    """The entry as a lexicon file has it; what goes without saying is left out."""
    from attrs import fields

    pos, sense = entry.key.split(".", maxsplit=1)
    implied = {"key": entry.key, "pos": pos, "lemma": sense}
    lines = [f"[{kind}.{pos}.{sense if BARE_KEY.fullmatch(sense) else json.dumps(sense)}]"]
    for field in fields(type(entry)):
        value = getattr(entry, field.name)
        if value != implied.get(field.name, _default(field, entry)):
            lines.append(f"{field.name} = {json.dumps(_plain(value), ensure_ascii=False)}")
    return "\n".join(lines)


def _default(field: Any, entry: Entry) -> object:
    """Some defaults follow from the entry's other keys."""
    follows = getattr(field.default, "factory", None)
    return follows(entry) if follows is not None else field.default


def _plain(value: Any) -> Any:
    if not isinstance(value, (tuple, frozenset)):
        return value
    words = sorted(value) if isinstance(value, frozenset) else list(value)
    return words[0] if len(words) == 1 else words

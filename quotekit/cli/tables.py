"""Tables for the terminal."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from io import TextIOWrapper

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from quotekit.lexicon import ReportingEntry, StanceEntry
from quotekit.records import Act, Mention, Quote, Stance, StanceLabel

COLOURS = {StanceLabel.SUPPORT: "green", StanceLabel.OPPOSE: "red", StanceLabel.NEUTRAL: ""}
WORD = re.compile(r"\w+")
WIDEST = {"Speaker": 24, "Cue": 20}
AUTHOR = "(the author)"
UNKNOWN = "(unknown)"


def print_table(heading: str, table: Table) -> None:
    """On the standard output; what its encoding lacks comes out as a question mark."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    body = table if table.row_count else Text(" none\n", "dim")
    Console(highlight=False).print(flat(heading, "bold"), body, sep="\n")


def quote_table(quotes: Iterable[Quote]) -> Table:
    """Who said what."""
    table = _table("Speaker", "Cue", "Words", "Kind")
    for quote in quotes:
        table.add_row(_who(quote.speaker, UNKNOWN), _cue(quote), _words(quote), _kind(quote))
    return table


def stance_table(stances: Iterable[Stance]) -> Table:
    """Who stands where."""
    table = _table("Holder", "Stance", "Target", "Evidence", "Reported by")
    for stance in stances:
        table.add_row(
            _who(stance.holder, AUTHOR),
            flat(stance.label, COLOURS[stance.label]),
            _who(stance.target, UNKNOWN),
            flat(stance.evidence.text if stance.evidence is not None else ""),
            _who(stance.reported_by, ""),
        )
    return table


def rule_table(entries: Iterable[tuple[str, ReportingEntry | StanceEntry]]) -> Table:
    """Lexicon entries, with their kind."""
    table = _table("Rule", "Tier", "Reads", "Example")
    for kind, entry in entries:
        reads = entry.act if isinstance(entry, ReportingEntry) else f"{entry.label}, {entry.basis}"
        table.add_row(
            flat(f"{kind}.{entry.key}"), str(entry.tier), flat(reads), flat(entry.example)
        )
    return table


def _table(*columns: str) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(
            column, overflow="fold", max_width=WIDEST.get(column), no_wrap=column == "Rule"
        )
    return table


def _who(mention: Mention | None, nobody: str) -> Text:
    """The name, and the text's words where they are no longer or shorter form: *Ann Lee (she)*."""
    if mention is None:
        return Text(nobody, "dim")
    name = flat(mention.name)
    called, named = (set(WORD.findall(m)) for m in (mention.span.text, mention.name))
    if called <= named or named <= called:
        return name
    return name.append(" ").append_text(flat(f"({mention.span.text})", "dim"))


def _cue(quote: Quote) -> Text:
    cue = flat(quote.cue.text if quote.cue is not None else "")
    if quote.addressee is None:
        return cue
    return Text(" → ").join([cue, flat(quote.addressee.name)])


def _words(quote: Quote) -> Text:
    return flat(" … ".join(piece.text for piece in quote.content))


def _kind(quote: Quote) -> Text:
    return flat(quote.kind if quote.act is Act.SPEECH else f"{quote.kind}, {quote.act}")


def flat(words: str, style: str = "") -> Text:
    """One line; a control character of the text must not reach the terminal."""
    line = " ".join(words.split())
    return Text("".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in line), style)

"""Tables for the terminal."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from io import TextIOWrapper

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from quotekit.lexicon import ReportingEntry, StanceEntry
from quotekit.lexicon.rules import Part
from quotekit.records import Act, Mention, Quote, Stance, StanceLabel

COLOURS = {StanceLabel.SUPPORT: "green", StanceLabel.OPPOSE: "red", StanceLabel.NEUTRAL: ""}
WORD = re.compile(r"\w+")
WIDEST = {"Speaker": 24, "Cue": 20}
WHOLE = ("Entry", "Rule")
AUTHOR = "(the author)"
UNKNOWN = "(unknown)"
FULL_NAME = "name.full"


def print_table(heading: str, table: Table) -> None:
    """A heading and its table on the standard output."""
    body = table if table.row_count else Text(" none\n", "dim")
    _console().print(flat(heading, "bold"), body, sep="\n")


def quote_table(quotes: Iterable[Quote], rules: bool) -> Table:
    """Who said what."""
    table = _table("Speaker", "Cue", "Words", "Kind", *["Rule"] * rules)
    for quote in quotes:
        table.add_row(
            _who(quote.speaker, UNKNOWN),
            _cue(quote),
            _words(quote),
            _kind(quote),
            *[_rules(quote, quote.speaker)] * rules,
        )
    return table


def stance_table(stances: Iterable[Stance], rules: bool) -> Table:
    """Who stands where."""
    table = _table("Holder", "Stance", "Target", "Evidence", "Reported by", *["Rule"] * rules)
    for stance in stances:
        table.add_row(
            _who(stance.holder, AUTHOR),
            flat(stance.label, COLOURS[stance.label]),
            _who(stance.target, UNKNOWN),
            flat(stance.evidence.text if stance.evidence is not None else ""),
            _who(stance.reported_by, ""),
            *[_rules(stance, stance.holder, stance.target)] * rules,
        )
    return table


def rule_table(entries: Iterable[tuple[str, ReportingEntry | StanceEntry]]) -> Table:
    """Lexicon entries, with their kind."""
    table = _table("Entry", "Tier", "Reads", "Example")
    for kind, entry in entries:
        reads = entry.act if isinstance(entry, ReportingEntry) else f"{entry.label}, {entry.basis}"
        table.add_row(
            flat(f"{kind}.{entry.key}"), str(entry.tier), flat(reads), flat(entry.example)
        )
    return table


def print_parts(parts: Iterable[Part]) -> None:
    """What each part of a rule's name says, on the standard output."""
    console = _console()
    for part in parts:
        grid = Table.grid(padding=(0, 2))
        grid.add_column(style="dim", no_wrap=True)
        grid.add_column(overflow="fold")
        for name, value in filter(lambda fact: fact[1], _facts(part)):
            grid.add_row(f"  {name}", flat(value))
        console.print(flat(part.name, "bold"), grid, "", sep="\n")


def _facts(part: Part) -> Iterator[tuple[str, str]]:
    entry = part.entry
    if entry is None:
        yield "means", part.meaning
        if part.example:
            yield "example", part.example
        return
    if isinstance(entry, ReportingEntry):
        yield "reports", entry.act
        yield "speaker", entry.speaker
        yield "content", ", ".join(entry.content)
        yield "addressee", ", ".join(entry.recipient)
    else:
        yield "says", f"{entry.label}, {entry.basis}; denied: {entry.negated}"
        yield "holder", entry.holder
        yield "target", ", ".join(entry.target)
        yield "with", ", ".join(sorted(entry.with_object))
        yield "without", ", ".join(sorted(entry.without_object))
        yield "only if", ", ".join(sorted(entry.modality))
        yield "mutual", "each is so toward the other" if entry.reciprocal else ""
    yield "tier", str(entry.tier)
    yield "example", entry.example


def _console() -> Console:
    """On the standard output; what its encoding lacks comes out as a question mark."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    return Console(highlight=False)


def _table(*columns: str) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(
            column, overflow="fold", max_width=WIDEST.get(column), no_wrap=column in WHOLE
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


def _rules(record: Quote | Stance, *mentions: Mention | None) -> Text:
    """What read the record, then what told who the mentions are, where it was not their name."""
    told = [mention.rule or FULL_NAME for mention in mentions if mention is not None]
    lines = [*record.rule.split(" ", 1), *dict.fromkeys(rule for rule in told if rule != FULL_NAME)]
    return Text("\n").join(map(flat, lines))


def _words(quote: Quote) -> Text:
    return flat(" … ".join(piece.text for piece in quote.content))


def _kind(quote: Quote) -> Text:
    return flat(quote.kind if quote.act is Act.SPEECH else f"{quote.kind}, {quote.act}")


def flat(words: str, style: str = "") -> Text:
    """One line; a control character of the text must not reach the terminal."""
    line = " ".join(words.split())
    return Text("".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in line), style)

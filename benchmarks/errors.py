"""What quotekit gets wrong on an annotated corpus, grouped by kind, cause and cue or rule.

The corpus is the file that ``accuracy.py`` reads. Causes:

- missed: *no entry* (no reporting entry has a word of the cue), *no report* (an entry has, but
  nothing was read there), *other extent* (read, with a content that shares less than half), *no
  cue* (the corpus gives none);
- false: *no gold* (nothing is annotated there), *other extent*;
- found, with *content* or *source* not the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import click
import peers
from accuracy import read_articles
from attrs import frozen
from rich.console import Console
from rich.table import Table
from rich.text import Text
from scoring import Compared, compare

from quotekit import Act, Lexicon, QuoteKind, QuoteKit
from quotekit.document import load_model

CONTEXT = 60

Ranges = Sequence[Sequence[int]]


@frozen
class Fault:
    """One thing that went wrong, with what an example shows."""

    what: str
    """*missed*, *false*, *content* or *source*."""
    kind: str
    cause: str
    cue: str
    """The lemmas of the words that attribute; of something found the rule that read it."""
    example: Text


@click.command()
@click.argument("corpus", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--limit", type=int, help="The first N articles only.")
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in QuoteKind]),
    help="Only quotations of this kind.",
)
@click.option("--what", type=click.Choice(["missed", "false", "content", "source"]))
@click.option("--groups", default=12, show_default=True, help="Rows a table, the largest first.")
@click.option("--examples", default=2, show_default=True, help="Examples a row.")
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), help="Write a page too.")
def errors(
    corpus: Path,
    limit: int | None,
    kind: str | None,
    what: str | None,
    groups: int,
    examples: int,
    html: Path | None,
) -> None:
    """List misses and false hits on CORPUS by kind, cue and cause, the largest groups first."""
    articles = list(read_articles(corpus, limit))
    kit = QuoteKit(acts=set(Act))
    found = peers.quotekit((article["text"] for article in articles), kit)
    faults = [
        fault
        for article, quotes in zip(articles, found, strict=True)
        for fault in _faults(article["text"], compare(article["text"], article["quotes"], quotes))
        if kind in (None, fault.kind) and what in (None, fault.what)
    ]
    console = Console(record=html is not None)
    for title in dict.fromkeys(fault.what for fault in faults):
        chosen = [fault for fault in faults if fault.what == title]
        console.print(_table(title, chosen, groups, examples))
    if html is not None:
        console.save_html(str(html))


def _faults(text: str, compared: Compared) -> Iterator[Fault]:
    for one, others in ((compared.missed, compared.false), (compared.false, compared.missed)):
        elsewhere = [cue for other in others for cue in other.quote["cue"]]
        what = "missed" if one is compared.missed else "false"
        for each in one:
            quote = each.quote
            lemmas = _lemmas(_words_of(text, quote["cue"]))
            known = quote.get("rule")
            extent = _touches(quote["cue"], elsewhere)
            cause = "other extent" if extent else "no gold" if known else _reason(lemmas)
            yield Fault(what, each.kind, cause, known or lemmas, _example(text, quote))
    for gold, found in compared.pairs:
        for role, same in (
            ("content", gold.content == found.content),
            ("source", gold.source == found.source),
        ):
            if not same:
                cause = _difference(gold.quote[role], found.quote[role])
                example = _example(text, gold.quote, found.quote[role])
                yield Fault(role, gold.kind, cause, found.quote["rule"], example)


def _reason(lemmas: str) -> str:
    if not lemmas:
        return "no cue"
    known = {entry.lemma.split()[0] for entry in Lexicon.default().reporting.values()}
    return "no report" if known.intersection(lemmas.split()) else "no entry"


@cache
def _lemmas(words: str) -> str:
    return " ".join(token.lemma_.lower() for token in load_model(None)(words))


def _touches(one: Ranges, other: Ranges) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def _difference(gold: Ranges, found: Ranges) -> str:
    """At which edge two ranges differ."""
    if not gold or not found:
        return "none annotated" if not gold else "none found"
    start, end = found[0][0] - gold[0][0], found[-1][1] - gold[-1][1]
    if not _touches(gold, found):
        return "elsewhere"
    return (
        ", ".join(
            f"{edge} {'late' if late else 'early'}"
            for edge, by, late in (("starts", start, start > 0), ("ends", end, end > 0))
            if by
        )
        or "pieces"
    )


def _words_of(text: str, ranges: Ranges) -> str:
    return " ".join(text[a:b] for a, b in ranges)


def _example(text: str, quote: Mapping[str, Any], instead: Ranges = ()) -> Text:
    """With the words around it; content underlined, cue bold, source italic, what was found
    instead in reverse."""
    ranges = [*quote["content"], *quote["cue"], *quote["source"]]
    start = max(0, min(a for a, _ in ranges) - CONTEXT)
    end = max(b for _, b in ranges) + CONTEXT
    shown = Text(text[start:end].replace("\n", " "))
    styles = {"content": "underline", "cue": "bold", "source": "italic"}
    for role, style in styles.items():
        for a, b in quote[role]:
            shown.stylize(style, a - start, b - start)
    for a, b in instead:
        shown.stylize("reverse", max(0, a - start), max(0, b - start))
    return shown


def _table(title: str, faults: list[Fault], groups: int, examples: int) -> Table:
    counts = Counter((fault.kind, fault.cause, fault.cue) for fault in faults)
    shown: dict[tuple[str, str, str], list[Text]] = defaultdict(list)
    for fault in faults:
        shown[fault.kind, fault.cause, fault.cue].append(fault.example)
    table = Table(title=f"{title}: {len(faults)}", show_lines=True)
    for heading in ("", "kind", "cause", "cue or rule", "examples"):
        table.add_column(heading, overflow="fold")
    for group, count in counts.most_common(groups):
        table.add_row(str(count), *group, Text("\n\n").join(shown[group][:examples]))
    return table


if __name__ == "__main__":
    errors()

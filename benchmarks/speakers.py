"""How often the one who speaks is known by the right name, in news or in novels.

The corpus is a file of JSON lines, one text each; other keys are passed over::

    {"id": "pier", "text": "“It is safe,” she said.",
     "quotes": [{"content": [[0, 13]], "speaker": "Ann Okafor",
                 "speaker_aliases": ["Ann Okafor", "Okafor"], "type": "Anaphoric"}]}

A found and a gold quotation are a pair where the words that their contents share are at least
half of the words that either has. A name is right when, titles and articles aside, its words are
all in one alias of the speaker, or hold all the words of one, and the same does not hold for
another speaker of the text. Gold quotations without a speaker (groups, nobody known) count for
being found only.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
import peers
from accuracy import read_articles
from report import percent, show
from scoring import WORD, Rate, compare

from quotekit import Act, QuoteKind, QuoteKit

TITLES = frozenset(
    {"the", "a", "an", "mr", "mrs", "ms", "miss", "mister", "dr", "doctor", "sir", "lady"}
    | {"lord", "captain", "professor", "sen", "rep", "gov"}
)
KINDS = [kind.value for kind in QuoteKind]
Quotes = Sequence[Mapping[str, Any]]


@click.command(help=(__doc__ or "").replace("::\n\n", "::\n\n\b\n"))
@click.argument("corpus", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--limit", type=int, help="The first N texts only.")
@click.option("--model", help="A spaCy model other than the default one.")
@click.option(
    "--kinds", type=click.Choice(KINDS), multiple=True, default=KINDS,
    help="The kinds of quotation to ask for; may be given more than once.",
)  # fmt: skip
@click.option("--write", type=click.Path(dir_okay=False, path_type=Path), help="A page to add to.")
def speakers(
    corpus: Path, limit: int | None, model: str | None, kinds: Sequence[str],
    write: Path | None,
) -> None:  # fmt: skip
    articles = list(read_articles(corpus, limit))
    kit = QuoteKit(
        model=model, kinds=[QuoteKind(kind) for kind in kinds], acts=set(Act), stances=False
    )
    found, counts = Rate(), defaultdict[str, Counter[str]](Counter)
    for article, quotes in zip(
        articles, peers.quotekit((a["text"] for a in articles), kit), strict=True
    ):
        _count(article["text"], _with_source(article["quotes"]), quotes, found, counts)
    table = [
        {
            "": kind,
            "gold": str(count["gold"]),
            "found": percent(count["found"] / count["gold"]),
            "right of gold": percent(count["right"] / count["gold"]),
            "right of found": percent(count["right"] / max(1, count["found"])),
        }
        for kind, count in sorted(counts.items())
    ]
    figures = percent(found.precision, found.recall, found.f1)
    show(
        f"{corpus.name}: {len(articles)} texts; quotations found P / R / F1: {figures}",
        table,
        write,
    )


def _with_source(quotes: Quotes) -> Quotes:
    return [{"source": [], "cue": [], **quote} for quote in quotes]


def _count(
    text: str, gold: Quotes, quotes: Quotes, found: Rate, counts: Mapping[str, Counter[str]]
) -> None:
    compared = compare(text, gold, quotes)
    pairs = {id(one.quote): other.quote for one, other in compared.pairs}
    found.wanted += len(pairs) + len(compared.missed)
    found.found += len(pairs) + len(compared.false)
    found.wanted_right += len(pairs)
    found.found_right += len(pairs)
    cast: dict[str, set[frozenset[str]]] = defaultdict(set)
    for quote in gold:
        if quote.get("speaker"):
            cast[quote["speaker"]].update(map(_bag, [quote["speaker"], *quote["speaker_aliases"]]))
    for quote in gold:
        if quote.get("speaker"):
            partner = pairs.get(id(quote))
            right = partner is not None and _is_right(partner["speaker"], quote["speaker"], cast)
            for row in ("all", str(quote.get("type", "all"))):
                counts[row].update(gold=1, found=partner is not None, right=right)


def _is_right(name: str | None, speaker: str, cast: Mapping[str, Iterable[frozenset[str]]]) -> bool:
    words = _bag(name or "")
    fitting = [who for who, aliases in cast.items() if any(_fits(words, a) for a in aliases)]
    exact = [who for who in fitting if words in cast[who]]
    return bool(words) and (exact or fitting) == [speaker]


def _fits(words: frozenset[str], alias: frozenset[str]) -> bool:
    return words <= alias or (len(alias) > 1 and alias <= words)


def _bag(name: str) -> frozenset[str]:
    words = frozenset(WORD.findall(name.lower()))
    return words - TITLES or words


if __name__ == "__main__":
    speakers()

"""How well quotekit finds and attributes quotations, beside textacy, on an annotated corpus.

The corpus is a file of JSON lines, one article each; other keys are passed over::

    {"id": "pier", "text": "“It is safe,” Ann Okafor said.",
     "quotes": [{"content": [[0, 13]], "cue": [[25, 29]], "source": [[14, 24]]}]}

Ranges are [start, end] in characters of the text, end exclusive; a content, cue or source may have
several, a cue or source none. ``scoring.py`` says what is counted. textacy finds direct quotations
only and refuses a text with an odd number of marks, so it is also run a paragraph at a time. All
systems use the same spaCy model.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import peers
from scoring import MEASURES, WORD, Rate, Score

from quotekit import Act, QuoteKind, QuoteKit, __version__
from quotekit.document import load_model, model_name

Article = dict[str, Any]
System = Callable[[Iterable[str]], Iterator[list[peers.Found]]]


def main() -> None:
    args = _arguments()
    articles = list(read_articles(args.corpus, args.limit))
    nlp = load_model(args.model)
    kit = QuoteKit(model=args.model, kinds=args.kinds, acts=args.acts)
    systems: dict[str, System] = {
        f"quotekit {__version__}": lambda texts: peers.quotekit(texts, kit),
        "textacy, whole articles": lambda texts: peers.textacy_whole(texts, nlp),
        "textacy, a paragraph at a time": lambda texts: peers.textacy_by_paragraph(texts, nlp),
    }
    size = sum(_words(article["text"]) for article in articles)
    quotes = sum(len(article["quotes"]) for article in articles)
    print(f"{args.corpus.name}: {len(articles)} articles, {size} words, {quotes} attributions")
    print(f"model: {model_name(nlp)}")
    for name, system in systems.items():
        list(system(["Warm-up: “It works,” Ann Lee said."]))
        started = time.perf_counter()
        found = list(system(article["text"] for article in articles))
        speed = size / (time.perf_counter() - started)
        print(f"\n{name} ({speed:.0f} words/s)")
        print("\n".join(_report(_score(articles, found))))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--limit", type=int, metavar="N", help="the first N articles only")
    parser.add_argument("--model", help="a spaCy model other than the default one")
    for name, enum in (("kinds", QuoteKind), ("acts", Act)):
        values = list(enum)
        parser.add_argument(
            f"--{name}", nargs="+", type=enum, choices=values, default=values, metavar=name.upper(),
            help=f"what quotekit is asked for, of: {', '.join(values)} (default: all)",
        )  # fmt: skip
    return parser.parse_args()


def read_articles(path: Path, limit: int | None) -> Iterator[Article]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, islice(lines, limit))


def _words(text: str) -> int:
    return sum(1 for _ in WORD.finditer(text))


def _score(articles: Sequence[Article], found: Sequence[list[peers.Found]]) -> Score:
    score = Score()
    for article, quotes in zip(articles, found, strict=True):
        score.add(article["text"], article["quotes"], quotes)
    return score


def _report(score: Score) -> Iterator[str]:
    yield f"  {'P / R / F1':14}{'gold':>6}{'found':>7}" + "".join(f"{m:>22}" for m in MEASURES)
    for row, rates in score.rows.items():
        any_rate = rates["detected"]
        counts = f"{any_rate.wanted:6}{any_rate.found:7}"
        yield f"  {row:14}{counts}" + "".join(f"{_figures(rates[m]):>22}" for m in MEASURES)
    yield f"  words: {_figures(score.words)}"
    spans = "   ".join(f"{role} {_figures(rate)}" for role, rate in score.spans.items())
    yield f"  single spans, exact: {spans}"


def _figures(rate: Rate) -> str:
    return " / ".join(f"{100 * value:.1f}" for value in (rate.precision, rate.recall, rate.f1))


if __name__ == "__main__":
    main()

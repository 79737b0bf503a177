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
from report import percent, show
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
        print()
        heading = f"{name} ({speed:.0f} words/s); P / R / F1"
        show(heading, _rows(_score(articles, found)), args.write)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--limit", type=int, metavar="N", help="the first N articles only")
    parser.add_argument("--model", help="a spaCy model other than the default one")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="a page to add the tables to")
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


def _rows(score: Score) -> list[dict[str, str]]:
    kinds = [
        {
            "": kind,
            "gold": str(rates["detected"].wanted),
            "found": str(rates["detected"].found),
            **{measure: _figures(rates[measure]) for measure in MEASURES},
        }
        for kind, rates in score.rows.items()
    ]
    blank = dict.fromkeys(kinds[0], "")
    words = {**blank, "": "words", "detected": _figures(score.words)}
    spans = [
        {**blank, "": f"single spans: {role}", "exact": _figures(rate)}
        for role, rate in score.spans.items()
    ]
    return [*kinds, words, *spans]


def _figures(rate: Rate) -> str:
    return percent(rate.precision, rate.recall, rate.f1)


if __name__ == "__main__":
    main()

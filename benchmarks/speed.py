"""How fast quotekit is beside spaCy and textacy, how soon it starts, how much memory it takes.

The corpus is a file of JSON lines, one article each, of which only ``text`` is read. Times are CPU
seconds, so that other work on the machine matters less; loading the model counts under *start*
only. The systems take turns; a figure is the median of its turns, a ratio the median of the ratios
to the first system in the same turn. In *speed* and *own share* they change after every dozen
articles: a machine that changes its pace within a turn does so for all of them.

- *speed*: spaCy is ``list(nlp.pipe(texts))`` with all components of the model. Its ``batch_size``
  and quotekit's are the same number of texts.
- *own share*: what quotekit takes for Docs that spaCy has parsed, in per cent of spaCy's time.
- *one long text*: the articles joined, over and over up to ``--long`` megabytes, beside the same
  articles one by one.
- *start*: an interpreter from its first line on, imports included; modules are compiled already,
  as those of an installed package are.
- *memory*: the peak of an interpreter that keeps all results.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from importlib.metadata import version
from itertools import accumulate, cycle, islice, takewhile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import peers
from report import show
from scoring import WORD

from quotekit import Lexicon, QuoteKind, QuoteKit
from quotekit.document import Given, installed_model
from quotekit.quotes import FoundQuote, find_quotes
from quotekit.scope import QUOTATIONS, Marked
from quotekit.syntax import read_paragraph

if TYPE_CHECKING:
    from spacy.tokens import Doc

    Reads = Callable[[slice], object]
    """Reads the texts of a part."""
    Row = dict[str, str]

BATCH = 64
FEW = 12
"""Texts after which the next system takes over."""
SAMPLE = "“The pier is safe,” Ann Okafor told reporters. She denied that it had been closed."
STARTING = {
    "spaCy: load, one parse": "import spacy; spacy.load(MODEL)(SAMPLE)",
    "quotekit: first analysis": "import quotekit; quotekit.QuoteKit(model=MODEL).analyze(SAMPLE)",
    "import quotekit": "import quotekit",
}
KEEPING_ALL = {
    "spaCy": "import spacy; found = list(spacy.load(MODEL).pipe(TEXTS, batch_size=BATCH))",
    "quotekit": "import quotekit; kit = quotekit.QuoteKit(model=MODEL); "
    "found = list(kit.pipe(TEXTS, batch_size=BATCH))",
}
TIME = "import time; began = time.process_time(); {}; print(time.process_time() - began)"
PEAK = """
import json, resource
TEXTS = [json.loads(line)["text"] for line in list(open(CORPUS, "rb"))[:LIMIT]]
{}
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def main() -> None:
    args = _arguments()
    with args.corpus.open("rb") as lines:
        texts = [json.loads(line)["text"] for line in islice(lines, args.limit)]
    heading = f"{_machine()}\n{args.corpus.name}: {len(texts)} articles, {_words(texts)} words\n"
    # Memory first: the peak of a new process is at least that of the one that began it.
    tables = {
        "memory": lambda: _memory(args),
        "start": lambda: _start(args),
        "speed": lambda: _speed(texts, args),
        "own share": lambda: _share(texts, args),
        "one long text": lambda: _long(texts, args),
    }
    for title in args.only or tables:
        show(f"{heading}\n{title}", tables[title](), args.write)
        heading = ""


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--limit", type=int, metavar="N", help="the first N articles only")
    parser.add_argument("--turns", type=int, default=5, metavar="N", help="default: 5")
    parser.add_argument("--long", type=float, default=5, metavar="MB", help="default: 5")
    parser.add_argument("--only", nargs="+", metavar="TABLE", help="of these, as they are headed")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="a page to add the tables to")
    parser.add_argument("--model", default=installed_model(), help="a spaCy model")
    return parser.parse_args()


def _machine() -> str:
    path = Path("/proc/cpuinfo")
    lines = path.read_text().splitlines() if path.exists() else []
    cpu = next((line.partition(": ")[2] for line in lines if line.startswith("model name")), "")
    names = ("quotekit-nlp", "spacy", "thinc", "numpy", "textacy")
    return (
        f"{cpu or platform.processor()}, {os.cpu_count()} cores, Python "
        f"{platform.python_version()}, " + ", ".join(f"{name} {version(name)}" for name in names)
    )


def _words(texts: Sequence[str]) -> int:
    return sum(1 for text in texts for _ in WORD.finditer(text))


def _memory(args: argparse.Namespace) -> list[Row]:
    turn = {name: _alone(PEAK.format(does), args) for name, does in KEEPING_ALL.items()}
    return _rows([turn], "{:.0f} MB")


def _start(args: argparse.Namespace) -> list[Row]:
    turns = [
        {name: _alone(TIME.format(does), args) for name, does in STARTING.items()}
        for _ in range(args.turns)
    ]
    return _rows(turns, "{:.2f} s")


def _alone(code: str, args: argparse.Namespace) -> float:
    """The number that the code prints in an interpreter of its own."""
    names = "MODEL, SAMPLE, BATCH, CORPUS, LIMIT"
    values = (args.model, SAMPLE, BATCH, str(args.corpus), args.limit)
    done = subprocess.run(
        [sys.executable, "-c", f"{names} = {values!r}\n{code}"],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
        env={k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"},
    )
    return float(done.stdout)


def _speed(texts: Sequence[str], args: argparse.Namespace) -> list[Row]:
    import spacy

    nlp = spacy.load(args.model)
    everything = QuoteKit(model=args.model)
    direct = QuoteKit(model=args.model, kinds={QuoteKind.DIRECT}, stances=False)
    systems: dict[str, Reads] = {
        "spaCy": lambda cut: list(nlp.pipe(texts[cut], batch_size=BATCH)),
        "quotekit, everything": lambda cut: list(everything.pipe(texts[cut], batch_size=BATCH)),
        "quotekit, direct quotations": lambda cut: list(direct.pipe(texts[cut], batch_size=BATCH)),
        "textacy, direct quotations": lambda cut: list(peers.textacy_whole(texts[cut], nlp)),
    }
    words = _words(texts)
    turns = [
        {name: words / seconds for name, seconds in turn.items()}
        for turn in _turns(systems, len(texts), args.turns)
    ]
    return _rows(turns, "{:.0f} words/s")


def _share(texts: Sequence[str], args: argparse.Namespace) -> list[Row]:
    import spacy

    nlp = spacy.load(args.model)
    kit = QuoteKit(model=args.model)
    docs = list(nlp.pipe(texts, batch_size=BATCH))
    systems: dict[str, Reads] = {
        "spaCy": lambda cut: list(nlp.pipe(texts[cut], batch_size=BATCH)),
        "quotations, nobody identified": lambda cut: list(map(_quotations, docs[cut])),
        "everything": lambda cut: list(map(kit.analyze, docs[cut])),
    }
    turns = [
        {name: 100 * seconds / turn["spaCy"] for name, seconds in turn.items()}
        for turn in _turns(systems, len(texts), args.turns)
    ]
    return _rows(turns, "{:.1f} %")


def _quotations(doc: Doc) -> list[FoundQuote]:
    """The stages up to the quotations, whose speakers are no more than words."""
    given, lexicon = Given.of(doc), Lexicon.default()
    marked, wanted = Marked.of(given.text), QUOTATIONS.wanted(lexicon)
    paragraphs = [read_paragraph(parse, wanted) for parse in given.parses(marked.paragraphs)]
    return find_quotes(marked.plain, paragraphs, marked.passages, marked.turns, lexicon)


def _long(texts: Sequence[str], args: argparse.Namespace) -> list[Row]:
    kit = QuoteKit(model=args.model)
    ends = accumulate(len(text) for text in cycle(texts))
    count = sum(1 for _ in takewhile(lambda end: end <= args.long * 1e6, ends))
    articles = list(islice(cycle(texts), max(1, count)))
    return _rows(
        [
            {
                "separate articles": _seconds(lambda: list(kit.pipe(articles))),
                "one text": _seconds(lambda: kit.analyze("\n\n".join(articles))),
            }
        ],
        "{:.1f} s",
    )


def _turns(systems: Mapping[str, Reads], texts: int, count: int) -> Iterator[dict[str, float]]:
    """The CPU seconds of each system for all texts, turn by turn."""
    for read in systems.values():
        read(slice(None))  # warm caches
    for _ in range(count):
        seconds = dict.fromkeys(systems, 0.0)
        gc.collect()
        for at in range(0, texts, FEW):
            for name, read in systems.items():
                seconds[name] += _seconds(partial(read, slice(at, at + FEW)))
        yield seconds


def _seconds(run: Callable[[], object]) -> float:
    began = time.process_time()
    run()
    return time.process_time() - began


def _rows(turns: Sequence[Mapping[str, float]], unit: str) -> list[Row]:
    """Medians, each with its ratio to the first system's."""
    first, *_ = turns[0]
    return [
        {
            "": name,
            "median": unit.format(median(turn[name] for turn in turns)),
            "ratio": f"{median(turn[name] / turn[first] for turn in turns):.2f} ×",
        }
        for name in turns[0]
    ]


if __name__ == "__main__":
    main()

"""Search for texts that break quotekit, guided by coverage.

``pip install atheris`` (Linux), then::

    python tests/fuzz/fuzz.py marks --minutes 10
    python tests/fuzz/fuzz.py document
    python tests/fuzz/fuzz.py whole

``marks`` runs plain text, paragraphs, passages and turns; ``document`` tokenises and parses;
``whole`` analyses and checks all that must hold of an analysis. A text that breaks something is
printed and written to the folder ``--findings``; make it a case of ``tests/fuzz/test_findings.py``.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import atheris

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

with atheris.instrument_imports(include=["quotekit"]):
    import records
    import texts

    from quotekit import Act, Analysis, QuoteKit
    from quotekit.document import Job, load_model, parse_texts
    from quotekit.marks import find_paragraphs, find_passages, find_turns, plain

WORDS = [
    *texts.MARKS, *texts.STOPS, *texts.SPACES, *texts.ODD, *texts.SURROGATES, *texts.NAMES,
    *texts.CUES, *texts.CLAUSES, *texts.PHRASES, *texts.STANCES, "\n\n", "LEE:", "Q.", "A.", "> ",
    "```", "<!--", "-->", "<script>", "</p>", "&ldquo;", "“No,” ", "“Yes.”", "that ", "and ", "who ",
]  # fmt: skip


def text_of(data: bytes) -> str:
    """Two bytes a word of `WORDS`, with or without a blank behind it; 255 and three: any character."""
    found = []
    at = 0
    while at + 1 < len(data):
        first, second = data[at], data[at + 1]
        at += 2
        if first < 255:
            found.append(WORDS[first % len(WORDS)] + " " * (second % 2))
        else:
            found.append(chr(int.from_bytes(data[at - 1 : at + 2]) % (sys.maxunicode + 1)))
            at += 2
    return "".join(found)


def seeds() -> list[bytes]:
    """Texts to begin with: every word, and sentences that say something."""
    sentences = [
        ["“", "the pier is shut", ",", "”", "Ann Okafor", "said", "."],
        ["Lee", "said", "that ", "it would open in May", ".", "\n\n", "she", "opposes", "Norland"],
        ["LEE:", "nobody has seen it", "?", "\n", "LEE:", "no", "."],
        ["—", "the pier is shut", "\n", "—", "you can’t go, Oliver", "?"],
        [
            "According",
            "Mr. Brandt",
            "praised",
            "the Harbour Trust",
            "‘",
            "no",
            "’",
            "<b>",
            "&ldquo;",
        ],
    ]
    rows = [[WORDS.index(word) for word in words if word in WORDS] for words in sentences]
    return [
        bytes(byte for row in words for byte in (row, 1)) for words in [*rows, range(len(WORDS))]
    ]


def read_marks(text: str) -> None:
    words = plain(text)
    assert len(words) == len(text)
    paragraphs = find_paragraphs(words)
    edges = [edge for paragraph in paragraphs for edge in paragraph]
    assert edges == sorted(edges)
    for passage in find_passages(words, paragraphs):
        assert passage.outer_start <= passage.start < passage.end <= passage.outer_end
    for turn in find_turns(words, paragraphs):
        assert turn.pieces


def read_document(text: str) -> None:
    nlp = load_model(None)
    words = plain(text)
    paragraphs = find_paragraphs(words)
    [parses] = parse_texts(nlp, [Job(words, paragraphs, find_passages(words, paragraphs))], 64)
    assert len(parses) == len(paragraphs)
    for parse in parses:
        assert len(parse) > 0
        at = parse.start[0]
        for row, start, end in zip(range(len(parse)), parse.start, parse.end, strict=True):
            assert at <= start < end <= len(text)
            at = end
            assert 0 <= parse.head[row] < len(parse)


def read_whole(text: str) -> None:
    kit = QuoteKit(acts=set(Act))
    analysis = kit.analyze(text)
    records.check(text, analysis)
    assert Analysis.from_json(analysis.to_json()) == analysis
    assert kit.analyze(text) == analysis


TARGETS: dict[str, Callable[[str], None]] = {
    "marks": read_marks,
    "document": read_document,
    "whole": read_whole,
}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--findings", type=Path, default=Path(tempfile.gettempdir()))
    args = parser.parse_args()
    target = TARGETS[args.target]
    target("“No,” Lee said.")  # the model is loaded once, and takes its time

    def one(data: bytes) -> None:
        text = text_of(data)
        try:
            target(text)
        except Exception:
            print(f"\nbroken by: {text!a}", flush=True)
            raise

    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(seeds()):
            (Path(folder) / str(number)).write_bytes(seed)
        options = [
            f"-max_total_time={args.minutes * 60:.0f}", "-max_len=300", "-len_control=0",
            "-timeout=600", f"-artifact_prefix={args.findings}/", "-rss_limit_mb=4096",
            "-print_final_stats=1",
        ]  # fmt: skip
        atheris.Setup([sys.argv[0], *options, folder], one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()

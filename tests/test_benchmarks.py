"""The measures of the accuracy benchmark, and that both benchmarks run."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from errors import errors
from scoring import Score, compare

ROOT = Path(__file__).parent.parent
TEXT = "“The pier is safe,” Ann Okafor said. Lee says the “old” pier will close soon. He agrees."


def quote(content: str, source: str = "") -> dict[str, list[list[int]]]:
    """An attribution of these words of TEXT; pieces are set apart by a bar."""
    ranges = [[TEXT.index(piece), TEXT.index(piece) + len(piece)] for piece in content.split("|")]
    start = TEXT.index(source)
    return {
        "content": ranges,
        "source": [[start, start + len(source)]] if source else [],
        "cue": [],
    }


SAFE = quote("The pier is safe", "Ann Okafor")
CLOSE = quote("the “old” pier will close soon", "Lee")


@pytest.mark.parametrize(
    ("gold", "found", "right"),
    [
        ([SAFE], [SAFE], ["detected", "exact", "attributed"]),
        ([SAFE], [quote("“The pier is safe,”", "Ann")], ["detected", "exact", "attributed"]),
        ([SAFE], [quote("pier is safe", "Okafor")], ["detected", "attributed"]),
        ([SAFE], [quote("is safe", "Okafor")], ["detected", "attributed"]),
        ([SAFE], [quote("safe", "Okafor")], []),
        ([SAFE], [quote("The pier is safe", "Lee")], ["detected", "exact"]),
        ([SAFE], [quote("The pier is safe")], ["detected", "exact"]),
        ([quote("safe")], [quote("safe")], ["detected", "exact", "attributed"]),
        ([SAFE], [quote("The pier|is safe", "Ann")], ["detected", "exact", "attributed"]),
        ([SAFE], [quote("”")], []),
        ([SAFE], [CLOSE], []),
    ],
)
def test_what_counts(gold: list[object], found: list[object], right: list[str]) -> None:
    score = Score()
    score.add(TEXT, gold, found)  # type: ignore[arg-type]
    assert [m for m, rate in score.rows["all"].items() if rate.wanted_right] == right


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        ("The pier is safe", ["all", "direct", "direct+mixed"]),
        ("the “old” pier will close soon", ["all", "mixed", "direct+mixed"]),
        ("pier will close soon", ["all", "indirect"]),
        ("He agrees", ["all", "indirect"]),
    ],
)
def test_kinds(content: str, rows: list[str]) -> None:
    score = Score()
    score.add(TEXT, [quote(content)], [])
    assert [row for row, rates in score.rows.items() if rates["detected"].wanted] == rows


def test_each_is_in_one_pair_only() -> None:
    score = Score()
    score.add(TEXT, [SAFE], [SAFE, quote("The pier is", "Ann Okafor")])
    detected = score.rows["all"]["detected"]
    assert (detected.precision, detected.recall, detected.f1) == (0.5, 1.0, pytest.approx(2 / 3))


def test_single_spans() -> None:
    score = Score()
    score.add(TEXT, [SAFE], [quote("The pier|is safe", "Ann Okafor")])
    assert (score.spans["content"].f1, score.spans["source"].f1) == (0.0, 1.0)


def test_nothing_found_and_nothing_to_find() -> None:
    score = Score()
    score.add(TEXT, [], [])
    assert score.words.f1 == 0.0


def test_accuracy_runs(tmp_path: Path) -> None:
    gold = json.loads((ROOT / "seeds/visit.gold.json").read_text(encoding="utf-8"))
    text = (ROOT / "seeds/visit.txt").read_text(encoding="utf-8")
    quotes = [
        {
            "content": found["content"],
            "cue": [found["cue"]] if found["cue"] else [],
            "source": [found["speaker"]["mention"]] if found["speaker"] else [],
        }
        for found in gold["quotes"]
    ]
    corpus = tmp_path / "corpus.jsonl"
    line = json.dumps({"id": "visit", "text": text, "quotes": quotes})
    corpus.write_text(f"{line}\n" * 2, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, ROOT / "benchmarks/accuracy.py", corpus, "--limit", "1"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.startswith("corpus.jsonl: 1 articles")
    assert done.stdout.count("single spans: content") == 3
    assert done.stdout.count("| direct+mixed") == 3


def test_compared_side_by_side() -> None:
    extra = quote("He agrees")
    compared = compare(TEXT, [SAFE, CLOSE], [quote("pier is safe", "Okafor"), extra])
    assert [(one.quote, other.quote["source"]) for one, other in compared.pairs] == [
        (SAFE, [[TEXT.index("Okafor"), TEXT.index(" said")]])
    ]
    assert [attribution.quote for attribution in compared.missed] == [CLOSE]
    assert [attribution.quote for attribution in compared.false] == [extra]


def test_errors_are_listed_by_cause(tmp_path: Path) -> None:
    text = "Lee warbled that it works. Kim said that it fails. Ann Okafor denied that it rained."
    gold = [
        {"content": [[12, 25]], "cue": [[4, 11]], "source": [[0, 3]]},
        {"content": [[36, 49]], "cue": [[31, 35]], "source": [[0, 3]]},
    ]
    corpus, page = tmp_path / "corpus.jsonl", tmp_path / "page.html"
    corpus.write_text(json.dumps({"id": "1", "text": text, "quotes": gold}), encoding="utf-8")
    result = CliRunner(env={"COLUMNS": "160"}).invoke(errors, [str(corpus), "--html", str(page)])
    assert result.exit_code == 0, result.output
    rows = [" ".join(line.replace("│", " ").split()) for line in result.output.splitlines()]
    for start in (
        "1 indirect no entry warble Lee warbled that",
        "1 indirect no gold report.verb.deny clause tier-1",
        "1 indirect elsewhere report.verb.say clause tier-1",
    ):
        assert [row for row in rows if row.startswith(start)], result.output
    assert "warbled" in page.read_text(encoding="utf-8")


def test_speed_runs(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(json.dumps({"text": TEXT}) + "\n", encoding="utf-8")
    options = ["--turns", "1", "--long", "0.001"]
    done = subprocess.run(
        [sys.executable, ROOT / "benchmarks/speed.py", corpus, *options],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    tables = {part.split("\n")[0]: part for part in done.stdout.split("\n\n")[1:]}
    assert [*tables] == ["memory", "start", "speed", "own share", "one long text"]
    assert all(table.count("×") > 1 and "1.00 ×" in table for table in tables.values())


def run(*args: object) -> str:
    """What ``python -m benchmarks`` prints."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", *map(str, args)],
        capture_output=True,
        encoding="utf-8",
        check=True,
        cwd=ROOT,
    )
    return " ".join(done.stdout.split())


def test_stances_runs(tmp_path: Path) -> None:
    text = "Lee backs the Trust. Kim met Lee."
    lee, trust, kim = ({"start": s, "end": e} for s, e in ((0, 3), (10, 19), (21, 24)))
    rows = [
        {"text": text, "holder": lee, "target": trust, "label": "support"},
        {"text": text, "holder": kim, "target": lee, "label": "neutral", "dup_train": True},
    ]
    corpus, page = tmp_path / "pairs.jsonl", tmp_path / "page.md"
    corpus.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    printed = run("stances", corpus, "--write", page)
    assert "all rows | 2 | 100.0 / 100.0 / 100.0 |" in printed
    assert "without copies | 1 |" in printed
    assert " ".join(page.read_text(encoding="utf-8").split()) == printed


def test_speakers_runs(tmp_path: Path) -> None:
    text = "Ann Okafor arrived. “It is safe,” she said. “It is not,” said Lee."
    quotes = [
        {
            "content": [[text.index(said), text.index(said) + len(said)]],
            "speaker": name,
            "speaker_aliases": [name],
            "type": kind,
        }
        for said, name, kind in (
            ("It is safe", "Ann Okafor", "Anaphoric"),
            ("It is not", "Kim", "Explicit"),
        )
    ]
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(json.dumps({"id": "1", "text": text, "quotes": quotes}), encoding="utf-8")
    printed = run("speakers", corpus)
    assert "P / R / F1: 100.0 / 100.0 / 100.0" in printed
    assert "| Anaphoric | 1 | 100.0 | 100.0 | 100.0 |" in printed
    assert "| Explicit | 1 | 100.0 | 0.0 | 0.0 |" in printed

"""The command line."""

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from analyses import ANALYSIS
from click.testing import CliRunner, Result

from quotekit import Analysis, Lexicon, ModelNotFound, QuoteKit, __version__, analyze
from quotekit.cli import main
from quotekit.cli.rules import as_toml
from quotekit.errors import InvalidInput

ARTICLE = "“The pier is safe,” Ann Okafor told Lee. Okafor backs the Harbour Trust.\n"


def run(*args: str, stdin: bytes | None = None) -> Result:
    return CliRunner(env={"COLUMNS": "160"}).invoke(main, args, input=stdin)


def command(*args: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "quotekit", *args],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "160", **env},
        check=False,
    )


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "pier.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def analysis_is(monkeypatch: pytest.MonkeyPatch) -> object:
    """Sets what every analysis of the test comes to."""
    return lambda result: monkeypatch.setattr(QuoteKit, "analyze", lambda kit, text: result)


def test_version_and_help() -> None:
    assert run("--version").output == f"quotekit, version {__version__}\n"
    for args in (["--help"], ["-h"], ["show", "--help"], ["rules", "--help"]):
        result = run(*args)
        assert result.exit_code == 0
        assert result.output.startswith("Usage:")


def test_module_and_script_are_the_same_command() -> None:
    script = Path(sys.executable).parent / "quotekit"
    by_script = subprocess.run([script, "--version"], capture_output=True, text=True, check=True)
    assert command("--version").stdout == by_script.stdout


def test_shows_a_file(article: Path) -> None:
    result = run("show", str(article))
    assert result.exit_code == 0, result.output
    for words in ("Ann Okafor", "told → Lee", "The pier is safe", "direct", "support", "backs"):
        assert words in result.output


def test_table_of_a_full_analysis(article: Path, analysis_is) -> None:  # type: ignore[no-untyped-def]
    analysis_is(ANALYSIS)
    lines = [" ".join(line.split()) for line in run("show", str(article)).output.splitlines()]
    assert lines[0] == f"{article}: who said what"
    assert "Ann Okafor told → Lee The pier is safe, … and it stays open. direct" in lines
    assert "He said that he backs it too indirect" in lines
    assert "Ann Okafor support the Harbour Trust backs" in lines
    assert "he support the Harbour Trust (it) backs He" in lines


def test_tables_with_rules(article: Path) -> None:
    lines = [
        " ".join(line.split()) for line in run("show", str(article), "--rules").output.splitlines()
    ]
    quote = lines.index("Ann Okafor told → Lee The pier is safe direct report.verb.tell")
    assert lines[quote + 1] == "clause tier-1"
    stance = lines.index("Ann Okafor support Harbour Trust backs support.verb.back")
    assert lines[stance + 1] == "name.short"


def test_shows_by_entries_of_ones_own(tmp_path: Path) -> None:
    entry = '[stance.verb.praise]\nlabel = "oppose"\nbasis = "expressed"\n'
    (tmp_path / "own.toml").write_text(entry + 'example = "[Lee] <praised> {Ann}."\n', "utf-8")
    lexicon = ["--lexicon", str(tmp_path / "own.toml")]
    output = run("show", "-", *lexicon, stdin=b"Ann Okafor praised the Harbour Trust.").output
    assert "oppose" in output


def test_terminal_is_safe_from_the_text(tmp_path: Path, analysis_is) -> None:  # type: ignore[no-untyped-def]
    name = "[bold]pier.txt"
    hostile = ANALYSIS.to_json().replace("pier is safe", "[red]\\u001b[2Jok!")
    analysis_is(Analysis.from_json(hostile))
    (tmp_path / name).write_text("x", encoding="utf-8")
    output = run("show", str(tmp_path / name)).output
    assert "\x1b" not in output
    assert "The [red]\N{REPLACEMENT CHARACTER}[2Jok!," in output
    assert name in output


def test_reads_standard_input() -> None:
    result = run("show", "-", "--format", "jsonl", stdin=ARTICLE.encode())
    assert json.loads(result.stdout)["id"] == "-"
    assert Analysis.from_json(result.stdout) == analyze(ARTICLE)


def test_jsonl_is_a_line_a_file(article: Path) -> None:
    lines = run("show", "--format", "jsonl", str(article), str(article)).stdout.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [str(article)] * 2
    assert Analysis.from_json(lines[0]) == analyze(ARTICLE)


def test_json_is_an_indented_object(article: Path) -> None:
    output = run("show", "--format", "json", str(article)).stdout
    assert output.startswith('{\n  "id"')
    assert Analysis.from_json(output) == analyze(ARTICLE)


def test_offsets_are_the_files_characters(tmp_path: Path) -> None:
    path = tmp_path / "windows.txt"
    path.write_bytes(
        b"\xef\xbb\xbf" + ARTICLE.replace(". ", ".\n\n").replace("\n", "\r\n").encode()
    )
    found = Analysis.from_json(run("show", "--format", "json", str(path)).stdout)
    assert found.text.startswith("“The")
    assert "\r\n" in found.text
    assert found.stances


def test_json_is_utf8_whatever_the_terminal_speaks(article: Path) -> None:
    done = command("show", "--format", "json", str(article), PYTHONIOENCODING="ascii")
    assert json.loads(done.stdout)["text"] == ARTICLE


def test_table_on_an_ascii_terminal(article: Path) -> None:
    done = command("show", str(article), PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert "told ? Lee" in done.stdout


def test_an_empty_file_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    result = run("show", str(tmp_path / "empty.txt"))
    assert result.exit_code == 0
    assert result.output.count("none") == 2


def fails_with(result: Result, message: str) -> bool:
    """Exit code 2, and on the standard error this one line."""
    assert (result.exit_code, result.stdout) == (2, "")
    return result.stderr == f"Error: {message}\n"


def test_missing_file(tmp_path: Path, article: Path) -> None:
    missing = tmp_path / "missing.txt"
    result = run("show", str(article), str(missing))
    assert fails_with(result, f"{missing}: No such file or directory")


def test_a_folder(tmp_path: Path) -> None:
    assert fails_with(run("show", str(tmp_path)), f"{tmp_path}: Is a directory")


def test_undecodable_file(tmp_path: Path) -> None:
    path = tmp_path / "latin1.txt"
    path.write_bytes("Ann Brézet said no.".encode("latin-1"))
    assert fails_with(
        run("show", str(path)),
        f"{path}: not UTF-8 text: byte 0xe9 at offset 6; convert the file to UTF-8 first",
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("shape", ["table", "json"])
def test_full_disk(article: Path, shape: str) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "quotekit", "show", article, "--format", shape],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stderr) == (2, "Error: No space left on device\n")


def test_a_reader_that_stops_early_is_no_error(article: Path) -> None:
    shown = f"{sys.executable} -m quotekit show pier.txt pier.txt | head -n 1"
    done = subprocess.run(
        shown, shell=True, cwd=article.parent, capture_output=True, text=True, check=False
    )
    assert "pier.txt: who said" in done.stdout
    assert done.stderr == ""


def test_missing_model(article: Path) -> None:
    done = command("show", "--model", "en_no_such_model", str(article))
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "en_no_such_model" in done.stderr
    assert "pip install" in done.stderr


@pytest.mark.parametrize("error", [ModelNotFound, InvalidInput])
def test_our_errors_are_one_line(
    article: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def raises(kit: QuoteKit, text: str) -> None:
        raise error("what went wrong")

    monkeypatch.setattr(QuoteKit, "analyze", raises)
    assert fails_with(run("show", str(article)), "what went wrong")


@pytest.mark.parametrize("args", [["show"], ["show", "--format", "xml", "a.txt"], ["sho"]])
def test_wrong_usage(args: list[str]) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert "Error:" in result.stderr


def test_rules_lists_every_entry() -> None:
    listed = tomllib.loads(run("rules", "--format", "toml").stdout)
    lexicon = Lexicon.default()
    for kind, entries in (("reporting", lexicon.reporting), ("stance", lexicon.stance)):
        found = [f"{pos}.{sense}" for pos, senses in listed[kind].items() for sense in senses]
        assert sorted(found) == sorted(entries)


def test_rules_as_toml_make_the_same_lexicon(tmp_path: Path) -> None:
    lexicon = Lexicon.default()
    path = tmp_path / "own.toml"
    path.write_text(run("rules", "--format", "toml").stdout, encoding="utf-8")
    empty = Lexicon(reporting={}, stance={})
    assert empty.extended(path) == lexicon


def test_rules_are_filtered_by_text() -> None:
    output = run("rules", "VERB.SAY").output
    assert "reporting.verb.say" in output
    assert len(output.splitlines()) < len(run("rules").output.splitlines())


def test_rules_of_words() -> None:
    assert 'stance.verb."hit out"' in run("rules", "hit", "out", "--format", "toml").output


def test_rules_without_a_match() -> None:
    result = run("rules", "no such rule")
    assert (result.exit_code, result.stderr) == (
        1,
        "Error: no entry of the lexicon has 'no such rule' in it\n",
    )


def test_an_entry_as_toml_leaves_out_what_is_default() -> None:
    entry = Lexicon.default().reporting["verb.say"]
    written = tomllib.loads(as_toml("reporting", entry))["reporting"]["verb"]["say"]
    assert written["act"] == "speech"
    assert not {"key", "lemma", "pos", "tier"} & set(written)


def test_explains_a_rule_with_its_steps() -> None:
    output = run("explain", "support.verb.back", "+", "negation").output
    lines = [" ".join(line.split()) for line in output.splitlines()]
    assert lines[0] == "verb.back"
    assert "says support, expressed; denied: oppose" in lines
    assert "holder agent" in lines
    assert lines[lines.index("+ negation") + 1].startswith("means The predicate is denied")


def test_explains_how_a_quotation_and_a_mention_were_read() -> None:
    output = run("explain", "report.verb.say clause tier-1").output
    for words in ("verb.say", "reports", "clause", "tier-1", "Nearly always"):
        assert words in output
    assert "*he* or *she*" in run("explain", "pronoun.gender").output


def test_explains_no_rule_that_is_none() -> None:
    result = run("explain", "no.such.rule")
    assert fails_with(
        result,
        "no rule has 'no.such.rule' in its name; "
        "`quotekit rules TEXT` lists the entries that have TEXT in them",
    )

"""``quotekit extract`` for real: in processes that are stopped, killed, starved and watched."""

from __future__ import annotations

import csv
import json
import os
import pty
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from click.testing import CliRunner, Result

from quotekit import Analysis, QuoteKit
from quotekit.assemble import assemble
from quotekit.cli import main
from quotekit.outputs.tables import COLUMNS

NAMES = ("Ann Okafor", "Peter Marsh", "Maria Dunne", "Thomas Lee", "Ruth Vance", "Simon Bright")
BAD = 7
"""Every so many-th line of a generated corpus is broken."""


def article(number: int) -> str:
    one, other = NAMES[number % 6], NAMES[(number * number + 1) % 6]
    return (
        f"“Pier {number} is safe,” {one} told reporters. {other} said that it was shut.\n\n"
        f"{one} opposes the Harbour Trust."
    )


def corpus(path: Path, articles: int, bad: int = BAD) -> Path:
    with path.open("w", encoding="utf-8") as file:
        for number in range(articles):
            file.write(json.dumps({"url": f"news/{number}", "body": article(number)}) + "\n")
            if number % bad == bad - 1:
                file.write("{broken\n")
    return path


FIELDS = ("--text-field", "body", "--id-field", "url")


def command(*args: object) -> list[str]:
    return [sys.executable, "-m", "quotekit", "extract", *map(str, args), *FIELDS]


def finish(*args: object, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*args),
        capture_output=True,
        encoding="utf-8",
        check=False,
        **options,  # type: ignore[call-overload]
    )


def invoke(*args: object, stdin: bytes | None = None) -> Result:
    args = ("extract", *map(str, args))
    return CliRunner().invoke(main, args, input=stdin, catch_exceptions=False)


def part(output: Path) -> Path:
    return output.with_name(output.name + ".part")


@pytest.fixture(scope="module")
def input_(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return corpus(tmp_path_factory.mktemp("corpus") / "corpus.jsonl", 120)


@pytest.fixture(scope="module")
def whole(input_: Path) -> bytes:
    """What one run makes of the corpus."""
    output = input_.with_name("whole.jsonl")
    done = finish(input_, "-o", output)
    assert done.returncode == 1
    passed_over = [line for line in done.stderr.splitlines() if line.endswith("; passed over")]
    assert passed_over[0].startswith(f"{input_}:8: not JSON: ")
    assert len(passed_over) == 120 // BAD
    assert done.stderr.splitlines()[-1] == f"{120 // BAD} passed over, 120 written"
    assert not part(output).exists()
    return output.read_bytes()


def test_the_lines_are_the_analyses(whole: bytes, kit: QuoteKit) -> None:
    lines = whole.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [f"news/{n}" for n in range(120)]
    assert Analysis.from_json(lines[5]) == QuoteKit().analyze(article(5))


# Formats


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "articles"
    path.mkdir()
    for number in range(3):
        (path / f"{number}.txt").write_text(article(number), encoding="utf-8")
    return path


def test_to_the_standard_output(folder: Path) -> None:
    result = invoke(folder)
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert [Path(json.loads(line)["id"]).name for line in lines] == ["0.txt", "1.txt", "2.txt"]


def test_from_the_standard_input(whole: bytes) -> None:
    line = json.dumps({"id": "news/5", "text": article(5)}).encode()
    result = invoke("-", stdin=line)
    assert result.stdout_bytes == whole.splitlines(keepends=True)[5]


def test_csv(folder: Path, tmp_path: Path) -> None:
    assert invoke(folder, "-o", tmp_path / "q.csv").exit_code == 0
    with (tmp_path / "q.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["id", *COLUMNS]
    assert [row["speaker"] for row in rows if row["record"] == "quote"][:2] == [*NAMES[:2]]
    assert {Path(row["id"]).name for row in rows} == {"0.txt", "1.txt", "2.txt"}


def test_parquet(folder: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    assert invoke(folder, "-o", tmp_path / "q.parquet").exit_code == 0
    expected = [
        {"id": str(folder / f"{number}.txt"), **row}
        for number in range(3)
        for row in QuoteKit().analyze(article(number)).to_rows()
    ]
    assert parquet.read_table(tmp_path / "q.parquet").to_pylist() == expected


def test_parquet_of_nothing(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    (tmp_path / "none.jsonl").touch()
    assert invoke(tmp_path / "none.jsonl", "-o", tmp_path / "q.parquet").exit_code == 0
    assert parquet.read_table(tmp_path / "q.parquet").column_names == ["id", *COLUMNS]


def test_html(folder: Path, tmp_path: Path) -> None:
    assert invoke(folder, "-o", tmp_path / "q.html").exit_code == 0
    html = (tmp_path / "q.html").read_text(encoding="utf-8")
    assert html.count("<details") == 3
    assert html.rstrip().endswith("</html>")


def test_a_lexicon_of_ones_own(tmp_path: Path) -> None:
    entry = '[stance.verb.praise]\nlabel = "oppose"\nbasis = "expressed"\ntarget = "patient"\n'
    (tmp_path / "own.toml").write_text(entry + 'example = "[Lee] <praised> {Ann}."\n', "utf-8")
    (tmp_path / "a.txt").write_text("Ann Okafor praised the Harbour Trust.", "utf-8")
    result = invoke(tmp_path / "a.txt", "--lexicon", tmp_path / "own.toml")
    assert "oppose.verb.praise" in result.stdout


def test_a_text_that_cannot_be_analysed_is_passed_over(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(reading: Any, *args: Any) -> Analysis:
        if "Pier 1" in reading.text:
            raise RuntimeError("no idea")
        return assemble(reading, *args)

    monkeypatch.setattr("quotekit.assemble.assemble", fails)
    result = invoke(folder)
    assert result.exit_code == 1
    assert result.stderr == (
        f"{folder}/1.txt: cannot be analysed: no idea; passed over\n1 passed over, 2 written\n"
    )
    assert len(result.stdout.splitlines()) == 2


# Wrong from the start


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["missing/"], "missing/: no such file or folder"),
        (["articles", "-o", "missing/q.jsonl"], "missing/q.jsonl.part: No such file or directory"),
        (["articles", "-o", "q.xml"], "q.xml: its name does not say the format (jsonl, csv, parq"),
        (["articles", "--model", "no_such"], "spaCy model 'no_such' is not installed"),
        (["articles", "--lexicon", "no.toml"], "no.toml: cannot be read as TOML"),
        (["articles", "--resume"], "--resume needs an output of JSON lines"),
        (["articles", "-o", "q.csv", "--resume"], "--resume needs an output of JSON lines"),
        (["a.jsonl", "-o", "a.jsonl"], "a.jsonl is among the input"),
        (["articles", "-o", "begun.jsonl"], "begun.jsonl.part is of a run that was stopped"),
    ],
)
def test_one_clear_message(
    folder: Path, monkeypatch: pytest.MonkeyPatch, args: list[str], message: str
) -> None:
    monkeypatch.chdir(folder.parent)
    Path("a.jsonl").touch()
    Path("begun.jsonl.part").write_text("{}\n", "utf-8")
    before = sorted(Path().iterdir())
    result = invoke(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"Error: {message}")
    assert result.stderr.count("\n") == 1
    assert sorted(Path().iterdir()) == before


# Stopped, and gone on with


def interruptible() -> None:
    """Background jobs of a shell ignore Ctrl-C, and so would the tests' own processes."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def begun(args: list[str], output: Path, lines: int) -> subprocess.Popen[str]:
    """The command, once so many lines of its output are there."""
    process = subprocess.Popen(
        args,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
        preexec_fn=interruptible,
    )
    until(lambda: part(output).exists() and part(output).read_bytes().count(b"\n") >= lines)
    assert process.poll() is None
    return process


def until(holds: Callable[[], bool], seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def nobody_left(process: subprocess.Popen[str]) -> bool:
    """Whether all of the process's session has ended."""
    try:
        os.killpg(process.pid, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.parametrize("n_process", [pytest.param(1, marks=pytest.mark.slow), 2])
def test_killed_and_resumed(input_: Path, whole: bytes, tmp_path: Path, n_process: int) -> None:
    output = tmp_path / "q.jsonl"
    args = (input_, "-o", output, "--n-process", n_process)
    process = begun(command(*args), output, 20)
    process.kill()
    process.communicate()
    until(lambda: nobody_left(process), 20)
    assert not output.exists()
    with part(output).open("ab") as file:
        file.write(b'{"id": "news/')  # a line that was only begun
    resumed(input_, output, whole)
    assert not part(output).exists()
    again = invoke(*args, "--resume")
    assert (again.exit_code, again.stderr) == (0, f"{output} is finished\n")


@pytest.mark.slow
def test_five_thousand_articles_killed_half_way_and_resumed(tmp_path: Path) -> None:
    big = corpus(tmp_path / "big.jsonl", 5_000, bad=500)
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    assert finish(big, "-o", one, "--n-process", 2).returncode == 1
    process = begun(command(big, "-o", two, "--n-process", 2), two, 2_500)
    process.kill()
    process.communicate()
    until(lambda: nobody_left(process), 20)
    assert finish(big, "-o", two, "--resume").returncode == 1
    assert two.read_bytes() == one.read_bytes()
    assert one.read_bytes().count(b"\n") == 5_000


def test_resumed_without_anything_done(input_: Path, whole: bytes, tmp_path: Path) -> None:
    resumed(input_, tmp_path / "q.jsonl", whole)


@pytest.mark.parametrize(
    ("n_process", "stop"),
    [
        (2, signal.SIGINT),
        pytest.param(1, signal.SIGINT, marks=pytest.mark.slow),
        pytest.param(2, signal.SIGTERM, marks=pytest.mark.slow),
    ],
)
def test_stopped(input_: Path, tmp_path: Path, n_process: int, stop: signal.Signals) -> None:
    """As the terminal does it: the signal goes to all processes of the group."""
    output = tmp_path / "q.jsonl"
    process = begun(command(input_, "-o", output, "--n-process", n_process), output, 5)
    os.killpg(process.pid, stop)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    kept = f"{part(output)} keeps what is done, and --resume goes on from there"
    assert [line for line in errors.splitlines() if "passed over" not in line] == [
        f"Stopped; {kept}"
    ]
    assert part(output).read_bytes().endswith(b"\n")
    assert not output.exists()
    until(lambda: nobody_left(process), 20)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["q.csv", "q.html"])
def test_stopped_without_resume_nothing_is_left(input_: Path, tmp_path: Path, name: str) -> None:
    output = tmp_path / name
    process = begun(command(input_, "-o", output), output, 1)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert errors.splitlines()[-1] == "Stopped"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_a_lost_worker_is_told(input_: Path, tmp_path: Path) -> None:
    output = tmp_path / "q.jsonl"
    process = begun(command(input_, "-o", output, "--n-process", 2), output, 1)
    os.kill(workers(process.pid)[0], signal.SIGKILL)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 2
    assert errors.splitlines()[-1].startswith("Error: a process was ended from outside, perhaps")
    assert "Traceback" not in errors
    until(lambda: nobody_left(process), 20)


def workers(parent: int) -> list[int]:
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text("ascii").split()
    of_pool = "from multiprocessing.spawn"
    return [int(c) for c in children if of_pool in Path(f"/proc/{c}/cmdline").read_text("utf-8")]


def test_another_corpus_is_not_gone_on_with(input_: Path, whole: bytes, tmp_path: Path) -> None:
    output = tmp_path / "q.jsonl"
    begun_ = b"".join(whole.splitlines(keepends=True)[:3])
    part(output).write_bytes(begun_.replace(b"Pier 1", b"Pier 9"))
    result = invoke(input_, "-o", output, "--resume", *FIELDS)
    assert result.exit_code == 2
    assert f"{part(output)} is not of this input: it has no 'news/1' in that place" in result.stderr
    part(output).write_bytes(b"[]\n")
    result = invoke(input_, "-o", output, "--resume", *FIELDS)
    assert f"{part(output)}:1 is no line that extract wrote" in result.stderr


# Full disks


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["q.jsonl", "q.csv", "q.html"])
def test_a_file_that_may_not_grow(input_: Path, whole: bytes, tmp_path: Path, name: str) -> None:
    output = tmp_path / name
    done = finish(input_, "-o", output, preexec_fn=limited)
    told_without_a_mess(done, output, "File too large")
    if name == "q.jsonl":
        resumed(input_, output, whole)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("may not mount a file system")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk(input_: Path, whole: bytes, small_disk: Path) -> None:
    output = small_disk / "q.jsonl"
    done = finish(input_, "-o", output)
    told_without_a_mess(done, output, "No space left on device")
    subprocess.run(["mount", "-o", "remount,size=4m", str(small_disk)], check=True)
    resumed(input_, output, whole)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_device_is_written_as_it_is(input_: Path) -> None:
    done = finish(input_, "-o", "/dev/full", "--format", "csv")
    told_without_a_mess(done, Path("/dev/full"), "No space left on device")
    assert finish(input_, "-o", "/dev/null", "--format", "csv").returncode == 1


def told_without_a_mess(done: subprocess.CompletedProcess[str], output: Path, reason: str) -> None:
    assert done.returncode == 2
    *_, last = done.stderr.splitlines()
    kept = f"; {part(output)} keeps what is done, and --resume goes on from there"
    assert last == f"Error: {output}: {reason}" + (kept if output.suffix == ".jsonl" else "")
    assert "Traceback" not in done.stderr
    assert output.is_file() is False
    assert part(output).exists() is (output.suffix == ".jsonl")


def resumed(input_: Path, output: Path, whole: bytes) -> None:
    result = invoke(input_, "-o", output, "--resume", *FIELDS)
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == f"{120 // BAD} passed over, 120 written"
    assert output.read_bytes() == whole


# Watched


def watched(
    args: list[str], meanwhile: Callable[[int], None] = lambda pid: None
) -> tuple[int, str]:
    """Exit code, and what a terminal as standard error was sent."""
    outer, inner = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    process = subprocess.Popen(args, stderr=inner, env=environment, preexec_fn=interruptible)
    os.close(inner)
    thread = Thread(target=meanwhile, args=(process.pid,))
    thread.start()  # beside reading, for a terminal that nobody reads blocks the command
    sent = all_sent(outer)
    thread.join()
    return process.wait(), sent


def all_sent(terminal: int) -> str:
    sent = b""
    try:
        while more := os.read(terminal, 65536):
            sent += more
    except OSError:  # how Linux says that the other end is closed
        pass
    os.close(terminal)
    return sent.decode()


ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def test_a_terminal_sees_a_bar(input_: Path, tmp_path: Path) -> None:
    code, sent = watched(command(input_, "-o", tmp_path / "q.jsonl"))
    assert code == 1
    lines = re.split(r"[\r\n]+", ESCAPES.sub("", sent))
    bars = [line for line in lines if line.startswith("documents")]
    total = 120 + 120 // BAD
    assert len(bars) > 5
    assert any(re.search(r"\d\.\d/s 0:00:\d\d 0:00:\d\d", line) for line in bars)
    assert f"{total}/{total}" in bars[-1].replace(" ", "")
    assert sum(line.endswith("passed over") for line in lines) == 120 // BAD
    assert sent.rstrip().endswith("written")
    assert "\x1b[?25h" in sent  # the cursor is back


@pytest.mark.slow
def test_a_resumed_bar_starts_where_the_run_was_stopped(
    input_: Path, whole: bytes, tmp_path: Path
) -> None:
    output = tmp_path / "q.jsonl"
    part(output).write_bytes(b"".join(whole.splitlines(keepends=True)[:100]))
    _, sent = watched(command(input_, "-o", output, "--resume"))
    assert "100/" in ESCAPES.sub("", sent)


@pytest.mark.slow
def test_no_bar_where_the_output_goes_to_the_same_terminal(input_: Path) -> None:
    outer, inner = pty.openpty()
    process = subprocess.Popen(command(input_), stdout=inner, stderr=inner)
    os.close(inner)
    assert "\x1b" not in all_sent(outer)
    assert process.wait() == 1


@pytest.mark.slow
def test_a_stopped_bar_is_left_whole(input_: Path, tmp_path: Path) -> None:
    output = tmp_path / "q.jsonl"

    def stop(pid: int) -> None:
        until(lambda: part(output).exists() and part(output).stat().st_size > 0)
        os.kill(pid, signal.SIGINT)

    code, sent = watched(command(input_, "-o", output), meanwhile=stop)
    assert code == 130
    *_, last = ESCAPES.sub("", sent).split("\r\n")[:-1]
    assert last.startswith("Stopped; ")

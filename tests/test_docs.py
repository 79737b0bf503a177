"""Every code block of README, CONTRIBUTING and the site does what it says.

Blocks of Python are run as doctests when their pages are collected; here they need to be some. In
blocks of the console each command is run, a page's in one folder, and must print what stands below
it. Blocks of the shell install things or take long: their commands and options must exist.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

from quotekit import Lexicon
from quotekit.cli import main

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^( *)```(\w+)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*<<'END'\n(?:.*\n)*?END|.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
UNSHOWN = "..."
"""In place of output that is too long to show."""
NEWS = """\
{"url": "pier", "body": "“The pier is safe,” Ann Okafor said."}
{"url": "trust", "body": "Peter Marsh opposes the Harbour Trust."}
{"url": "rain", "title": "It rained all day."}
"""


def blocks(*languages: str) -> list[object]:
    return list(_blocks(languages))


def _blocks(languages: Collection[str]) -> Iterator[object]:
    for page in PAGES:
        for block in BLOCK.finditer(page.read_text(encoding="utf-8")):
            indent, language, body = block.groups()
            if language in languages:
                text = re.sub(rf"^{indent}", "", body, flags=re.MULTILINE)
                line = page.read_text(encoding="utf-8")[: block.start()].count("\n") + 1
                yield pytest.param(text, id=f"{page.relative_to(ROOT)}:{line}")


def test_every_language_is_checked() -> None:
    found = {block.group(2) for page in PAGES for block in BLOCK.finditer(page.read_text("utf-8"))}
    assert found <= {"python", "console", "sh", "toml", "json"}


@pytest.mark.parametrize("text", blocks("python"))
def test_python_is_a_doctest(text: str) -> None:
    assert ">>> " in text


@pytest.mark.parametrize("text", blocks("json"))
def test_json_is_json(text: str) -> None:
    json.loads(text)


@pytest.mark.parametrize("text", blocks("toml"))
def test_toml_is_a_lexicon(text: str, tmp_path: Path) -> None:
    """As a file of one's own, or as one of the package's files."""
    path = tmp_path / "own.toml"
    shipped = not tomllib.loads(text).keys() & {"reporting", "stance"}
    kind = "stance" if "label = " in text else "reporting"
    path.write_text(text.replace("[", f"[{kind}.", 1) if shipped else text, encoding="utf-8")
    lexicon = Lexicon({}, {}).extended(path)
    assert lexicon.reporting or lexicon.stance


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the commands run: the seeds, and a small corpus."""
    path = tmp_path_factory.mktemp("docs")
    shutil.copytree(ROOT / "seeds", path / "seeds")
    (path / "news.jsonl").write_text(NEWS, encoding="utf-8")
    return path


@pytest.mark.parametrize("text", blocks("console"))
def test_console_prints_what_it_says(text: str, folder: Path) -> None:
    scripts = Path(sys.executable).parent
    environment = {**os.environ, "COLUMNS": "100", "PATH": f"{scripts}:{os.environ['PATH']}"}
    for command, printed in COMMAND.findall(text):
        done = subprocess.run(
            command,
            shell=True,
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        lines = [line.rstrip() for line in done.stdout.splitlines()]
        if printed.strip() == UNSHOWN:
            assert done.returncode == 0, done.stdout
        else:
            assert "\n".join(lines).rstrip() == printed.rstrip()


@pytest.mark.parametrize("text", blocks("sh"))
def test_shell_names_what_exists(text: str) -> None:
    subprocess.run(["bash", "-n"], input=text, text=True, check=True)
    for line in re.split(r"\n|&&", text.replace("\\\n", " ")):
        program, *args = shlex.split(line, comments=True) or [""]
        name = Path(program).name
        if name == "quotekit" and args:
            command = main.get_command(None, args[0])  # type: ignore[arg-type]
            assert command is not None, line
            known = {option for parameter in command.params for option in parameter.opts}
            assert {arg for arg in args if arg.startswith("-")} <= known | {"--help", "-"}, line
        elif name in ("python", "python3") and args[:2] == ["-m", "benchmarks"]:
            assert (ROOT / "benchmarks" / f"{args[2]}.py").exists(), line

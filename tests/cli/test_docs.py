"""The commands of ``docs/cli.md`` print what the page says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/cli.md").read_text(encoding="utf-8")
NEWS = """\
{"url": "pier", "body": "“The pier is safe,” Ann Okafor said."}
{"url": "trust", "body": "Peter Marsh opposes the Harbour Trust."}
{"url": "rain", "title": "It rained all day."}
"""


def examples() -> Iterator[tuple[str, str]]:
    for block in re.findall(r"^```console\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE):
        for command in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            line, _, printed = command.partition("\n")
            yield line, printed


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the page's commands run, one after the other."""
    path = tmp_path_factory.mktemp("docs")
    shutil.copytree(ROOT / "seeds", path / "seeds")
    (path / "news.jsonl").write_text(NEWS, encoding="utf-8")
    return path


@pytest.mark.parametrize(("command", "printed"), list(examples()), ids=lambda text: text[:40])
def test_command(folder: Path, command: str, printed: str) -> None:
    scripts = Path(sys.executable).parent
    environment = {**os.environ, "COLUMNS": "100", "PATH": f"{scripts}:{os.environ['PATH']}"}
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
    assert "\n".join(lines).rstrip() == printed.rstrip()

"""Texts, lexicons and analyses are data: nothing in them is run, nothing is fetched for them."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import quotekit
from quotekit import Analysis, Lexicon, LexiconError

PACKAGE = Path(str(quotekit.__file__)).parent
WATCHED = """
import sys, json
seen = []
def watch(event, args):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "pickle.",
                         "os.system", "os.exec", "os.posix_spawn", "subprocess.", "webbrowser.")):
        seen.append((event, ascii(args)[:200]))
import quotekit, spacy
quotekit.QuoteKit().analyze("")
sys.addaudithook(watch)
"""
READS = """
text = sys.stdin.read()
kit = quotekit.QuoteKit(lexicon=quotekit.Lexicon.default())
analysis = kit.analyze(text)
assert analysis.quotes
quotekit.Analysis.from_json(analysis.to_json())
analysis.to_html(), analysis.to_rows(), analysis.to_displacy(), list(kit.pipe([text]))
if analysis.entities:
    kit.classify_stance(text, analysis.entities[0].name)
print(json.dumps(seen))
"""
HOSTILE = """“__import__('os').system('id')” said {{7*7}} ${jndi:ldap://example.org/a}.

“<script src="http://example.org/x.js"></script>” Ann Okafor said. She opposes %(x)s and the Trust.

\x80\x04c__builtin__\neval\n. !!python/object/apply:os.system ["id"] said that {0.__class__} was shut.
"""


def test_nothing_is_fetched_and_nothing_is_run() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WATCHED + READS],
        input=HOSTILE, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert json.loads(done.stdout) == []


def test_the_watch_sees_something() -> None:
    code = (
        WATCHED
        + "import socket, pickle\npickle.loads(pickle.dumps(sys.exit))\nprint(json.dumps(seen))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert [event for event, _ in json.loads(done.stdout)] == ["pickle.find_class"]


def nodes() -> Iterator[tuple[str, ast.AST]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            yield str(path.relative_to(PACKAGE)), node


def test_no_code_is_made_of_data() -> None:
    calls = {
        (path, node.func.id)
        for path, node in nodes()
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not {pair for pair in calls if pair[1] in ("eval", "exec", "compile", "__import__")}


def test_no_module_reaches_out() -> None:
    """`stream` pickles a kit and its texts for its own processes, and nothing else."""
    imported = {
        (path, name.partition(".")[0])
        for path, node in nodes()
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
        )
    }
    risky = {"asyncio", "http", "marshal", "pickle", "requests", "shelve", "socket", "subprocess",
             "urllib", "webbrowser", "xml", "yaml"}  # fmt: skip
    assert {pair for pair in imported if pair[1] in risky} == {("stream.py", "pickle")}


@pytest.mark.parametrize("key", ["__class__", "key", "pos", "{x}", "lemma'; import os"])
def test_a_lexicon_sets_no_attribute_but_its_keys(tmp_path: Path, key: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(f'[stance.verb.shun]\n"{key}" = "x"\n', "utf-8")
    with pytest.raises(LexiconError, match="unknown key"):
        Lexicon.default().extended(path)


def test_an_analysis_from_elsewhere_names_no_class() -> None:
    data = quotekit.analyze("“No,” Ann Okafor said.").to_dict()
    data["py/object"] = "os.system"
    data["quotes"][0]["__reduce__"] = ["os.system", ["id"]]
    assert Analysis.from_dict(data) == quotekit.analyze("“No,” Ann Okafor said.")

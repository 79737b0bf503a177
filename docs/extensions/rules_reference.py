"""Writes the rules reference: one page a lexicon file, one row an entry, its example marked."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotekit import Lexicon
from quotekit.lexicon import ReportingEntry, StanceEntry

if TYPE_CHECKING:
    from sphinx.application import Sphinx

Entry = ReportingEntry | StanceEntry

FOLDER = "rules"
MARKS = {"[": "q-source", "<": "q-cue", "{": "q-content", "/": "q-addressee"}
MARK = re.compile(r"[\[<{](?:[a-z]+: )?|[\]>}]|/")
SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~$^])")


def setup(app: Sphinx) -> dict[str, Any]:
    """Sphinx calls this once."""
    app.connect("builder-inited", lambda app: write(Path(app.srcdir) / FOLDER))
    return {"parallel_read_safe": True}


def write(folder: Path) -> None:
    """All pages; those that say what they said are left untouched, so that a build stays quick."""
    folder.mkdir(exist_ok=True)
    pages = dict(_pages())
    pages["index.md"] = _index(pages)
    for path in set(folder.glob("*.md")) - {folder / name for name in pages}:
        path.unlink()
    for name, page in pages.items():
        path = folder / name
        if not path.exists() or path.read_text("utf-8") != page:
            path.write_text(page, "utf-8")


def _pages() -> Iterator[tuple[str, str]]:
    lexicon = Lexicon.default()
    for kind, known in (("reporting", lexicon.reporting), ("stance", lexicon.stance)):
        folder = files("quotekit.lexicon") / kind
        for path in sorted(folder.iterdir(), key=lambda path: path.name):
            if path.name.endswith(".toml"):
                text = path.read_text("utf-8")
                tables = tomllib.loads(text).items()
                entries = [known[f"{pos}.{sense}"] for pos, senses in tables for sense in senses]
                yield f"{kind}-{_stem(path)}.md", _page(kind, _stem(path), text, entries)


def _stem(path: Traversable) -> str:
    return path.name.removesuffix(".toml")


def _page(kind: str, stem: str, text: str, entries: list[Any]) -> str:
    """The file's opening comment leads its table."""
    lead = [line.removeprefix("#").strip() for line in text.partition("\n\n")[0].splitlines()]
    columns = _reporting_columns if kind == "reporting" else _stance_columns
    rows = [columns(entry) for entry in entries]
    lines = [
        f"# {kind.capitalize()}: {stem.replace('_', ', ')}",
        "",
        _escaped(" ".join(line for line in lead if line)),
        "",
        f"`quotekit/lexicon/{kind}/{stem}.toml`, {len(entries)} entries.",
        "",
        ":::{rst-class} rules",
        ":::",
        "",
        "| " + " | ".join(rows[0]) + " |",
        "|" + " --- |" * len(rows[0]),
        *("| " + " | ".join(row.values()) + " |" for row in rows),
    ]
    return "\n".join(lines) + "\n"


def _reporting_columns(entry: ReportingEntry) -> dict[str, str]:
    return {
        "entry": _named(entry, "report"),
        "example": marked(entry.example),
        "content": _escaped(", ".join(entry.content)),
        "speaker": _escaped(entry.speaker),
        "addressee": _escaped(", ".join(entry.recipient)),
        "act": entry.act,
        "tier": str(entry.tier),
    }


def _stance_columns(entry: StanceEntry) -> dict[str, str]:
    return {
        "entry": _named(entry, entry.label),
        "example": marked(entry.example),
        "label": entry.label,
        "denied": entry.negated,
        "basis": entry.basis,
        "holder": _escaped(entry.holder),
        "target": _escaped(", ".join(entry.target)),
        "tier": str(entry.tier),
    }


def _named(entry: Entry, prefix: str) -> str:
    """With an anchor, so that a rule's name can be linked to; a space is spelled as in a URL."""
    anchor = f"{prefix}-{entry.key}".replace(" ", "-20-").replace(".", "-")
    return f"[`{entry.key}`]{{#{anchor}}}"


def marked(example: str) -> str:
    """``[Lee] <said> {that it works}``, each mark a span of its class."""
    pieces, at = [], 0
    opened: list[str] = []
    for mark in MARK.finditer(example):
        pieces.append(_escaped(example[at : mark.start()]))
        at = mark.end()
        role = MARKS.get(mark.group()[0])
        if role is not None and role not in opened:
            opened.append(role)
            pieces.append("[")
        else:
            pieces.append(f"]{{.{opened.pop()}}}")
    return "".join([*pieces, _escaped(example[at:])])


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text)


def _index(pages: dict[str, str]) -> str:
    return "\n".join(
        [
            "# Rules",
            "",
            "Every entry of the lexicons, generated from their files. In the examples the",
            "[source or holder]{.q-source}, the [cue or evidence]{.q-cue}, the",
            "[content or target]{.q-content} and the [addressee]{.q-addressee} are marked; a test",
            "runs each of them. [Lexicons](../lexicons.md) says what the columns mean.",
            "",
            "```{toctree}",
            ":maxdepth: 1",
            "",
            *(name.removesuffix(".md") for name in pages),
            "```",
            "",
        ]
    )

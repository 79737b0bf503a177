"""The directive ``{lexicon-keys} ReportingEntry``: a row a key, with its meaning."""

from __future__ import annotations

import ast
import inspect
import json
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from attrs import NOTHING, Factory, fields
from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from quotekit.lexicon import entries

if TYPE_CHECKING:
    from sphinx.application import Sphinx

IN_THE_NAME = ("key", "pos")
"""What the name of an entry's table says."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Sphinx calls this once."""
    app.add_directive("lexicon-keys", LexiconKeys)
    return {"parallel_read_safe": True}


class LexiconKeys(SphinxDirective):
    """The keys of an entry's class as a table."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        rows = _rows(getattr(entries, self.arguments[0]))
        table = ["| key | without it | meaning |", "| --- | --- | --- |", *rows]
        return self.parse_text_to_nodes("\n".join(table))


def _rows(kind: type) -> Iterator[str]:
    meanings = dict(_meanings(kind))
    for each in fields(kind):
        if each.name not in IN_THE_NAME:
            yield f"| `{each.name}` | {_default(each)} | {meanings[each.name]} |"


def _meanings(kind: type) -> Iterator[tuple[str, str]]:
    """The string below each field."""
    [definition] = ast.parse(inspect.getsource(kind)).body
    assert isinstance(definition, ast.ClassDef)
    for field, below in pairwise(definition.body):
        match field, below:
            case ast.AnnAssign(target=ast.Name(name)), ast.Expr(value=ast.Constant(text)):
                yield name, inspect.cleandoc(text).replace("\n", " ").replace("``", "`")


def _default(field: Any) -> str:
    if field.name == "lemma":
        return "the entry's name"
    if field.default is NOTHING:
        return "needed"
    if isinstance(field.default, Factory):
        return "follows"
    value = field.default
    plain = list(value) if isinstance(value, tuple | frozenset) else value
    return f"`{json.dumps(plain)}`" if plain != [] else "none"

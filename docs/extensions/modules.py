"""The directive ``{modules} quotekit.marks``: a row a module or word list, with what opens it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, Any]:
    """Sphinx calls this once."""
    app.add_directive("modules", Modules)
    return {"parallel_read_safe": True}


class Modules(SphinxDirective):
    """The modules of a package as a list: name, first sentence; so its packages and word lists."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        text = "\n".join(_rows(self.arguments[0]))
        return self.parse_text_to_nodes(text)


def _rows(package: str) -> Iterator[str]:
    for path in sorted(files(package).iterdir(), key=lambda path: path.name):
        if path.name.endswith(".py") and path.name != "__init__.py":
            yield f"- `{path.name}`: {_first_sentence(path)}"
        elif path.name.endswith(".toml"):
            yield f"- `{path.name}`: {_first_comment(path)}"
        elif "." in package and (path / "__init__.py").is_file():
            yield f"- `{path.name}/`: {_first_sentence(path / '__init__.py')}"


def _first_sentence(path: Traversable) -> str:
    docstring = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    first = docstring.split("\n\n")[0].replace("\n", " ").replace("``", "`")
    return first[:1].lower() + first[1:]


def _first_comment(path: Traversable) -> str:
    lines = takewhile(lambda line: line.startswith("#"), path.read_text("utf-8").splitlines())
    first = " ".join(line.removeprefix("#").strip() for line in lines).split(". ")[0]
    return f"{first[:1].lower()}{first[1:].removesuffix('.')}."

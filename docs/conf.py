"""How Sphinx builds the site: ``sphinx-build -W --keep-going -b html docs docs/_build/html``."""

from __future__ import annotations

import sys
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx

from quotekit import __version__

sys.path.insert(0, str(Path(__file__).parent / "extensions"))

project = "quotekit"
author = "the quotekit maintainers"
copyright = f"2026, {author}"
version = release = __version__

extensions = [
    "sphinx.ext.autodoc",
    "sphinx.ext.viewcode",
    "sphinx_copybutton",
    "lexicon_keys",
    "modules",
    "myst_nb",
    "pictures",
    "rules_reference",
]
exclude_patterns = ["_build", "extensions"]
nitpicky = True
nitpick_ignore_regex = [
    ("py:.*", r"(spacy|pandas|polars|collections|os|quotekit\.[a-z]+)\..*"),
    ("py:.*", "Doc|Language|Coref|Place|Member|Context|Value"),
]

default_role = "py:obj"
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_default_options = {"members": True, "undoc-members": True}

myst_enable_extensions = ["attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 180
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

html_theme = "furo"
html_title = f"quotekit {version}"
html_static_path = ["_static"]
html_css_files = ["quotekit.css"]


def setup(app: Sphinx) -> None:
    """Sphinx calls this once."""
    app.connect("doctree-read", lambda app, page: trim(page))


def trim(page: nodes.document) -> None:
    """Without the blank line that ends the output of a doctest."""
    for block in page.findall(nodes.literal_block):
        block.rawsource = block.astext().rstrip()
        block[:] = [nodes.Text(block.rawsource)]

"""An analysis as a page to look at: one HTML file without scripts, images or addresses to fetch.

Every text goes through the template's escaping, and the page's own content security policy lets
nothing in but its style sheet, by that sheet's hash.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from quotekit.outputs.page.view import view_of
from quotekit.records import Analysis

if TYPE_CHECKING:
    from jinja2 import Template

NO_CHARACTER = re.compile("[\x00\ud800-\udfff]")
"""What no HTML file can hold: null and lone surrogates."""
FRAME = (
    '<iframe srcdoc="{}" sandbox title="quotekit: who said what" '
    'style="width: 100%; height: 40rem; border: 0; resize: vertical"></iframe>'
)


def page(analysis: Analysis) -> str:
    """One article's page."""
    return "".join(pages([("", analysis)], title=_title(analysis.text)))


def pages(articles: Iterable[tuple[str, Analysis]], title: str) -> Iterator[str]:
    """The page of any number of named articles, piece by piece; several are folded."""
    style = _file("page.css")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    views = (view_of(name, number, analysis) for number, (name, analysis) in enumerate(articles))
    for piece in _template().generate(title=title, style=style, digest=digest, views=views):
        yield NO_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", piece)


def frame(analysis: Analysis) -> str:
    """The page in a frame of a notebook, where its style touches nothing else."""
    from markupsafe import escape

    return FRAME.format(escape(page(analysis)))


def _title(text: str) -> str:
    """The text's first line, or as much of it as a browser's tab has use for."""
    line = " ".join(text.strip().partition("\n")[0].split())
    return line if len(line) <= 80 else line[:79].rsplit(" ", 1)[0] + "…"


@cache
def _file(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


@cache
def _template() -> Template:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        autoescape=True,
        loader=FunctionLoader(_file),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    return environment.get_template("page.html.jinja")

"""Draws the pictures of the site as SVG, each by one function here, when the site is built."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FOLDER = "pictures"
SENTENCE = "“The pier is safe,” Ann Okafor told reporters."
STAGES = (
    ("marks", "characters", "quotation marks paired,\nparagraphs, turns"),
    ("document", "spaCy", "paragraphs parsed"),
    ("syntax", "dependency labels", "predications,\nnominals"),
    ("quotes", "reporting entries", "contents, cues,\nmentions of speakers"),
    ("speakers", "names, pronouns", "entities"),
    ("stances", "stance entries", "holder → target"),
    ("assemble", "public records", "Analysis"),
)


def setup(app: Sphinx) -> dict[str, Any]:
    """Sphinx calls this once."""
    app.connect("builder-inited", lambda app: draw(Path(app.srcdir) / FOLDER))
    return {"parallel_read_safe": True}


def draw(folder: Path) -> None:
    """All pictures."""
    folder.mkdir(exist_ok=True)
    (folder / "stages.svg").write_bytes(stages())
    (folder / "parse.svg").write_text(parse(), "utf-8")


def stages() -> bytes:
    """The way of the data: each stage with what it knows, and what it hands on."""
    import schemdraw
    from schemdraw import flow

    schemdraw.use("svg")
    with schemdraw.Drawing(show=False, fontsize=12, unit=1, lw=1.2) as drawing:
        flow.Start(w=5, h=0.9).label("text")
        for name, knows, yields in STAGES:
            flow.Arrow().down(0.7)
            box = flow.Box(w=5, h=1.1).label(f"{name}\n({knows})").anchor("N")
            flow.Line().at(box.E).right(0.6).linestyle(":")
            flow.Box(w=5.4, h=1.1).anchor("W").label(yields).linestyle("--")
            drawing.here = box.S
    return bytes(drawing.get_imagedata("svg"))


def parse() -> str:
    """What the model makes of one sentence: syntax reads these labels, nobody else does."""
    from spacy import displacy

    from quotekit.document import load_model

    doc = load_model(None)(SENTENCE)
    options = {"compact": True, "distance": 105, "bg": "#ffffff"}
    return str(displacy.render(doc, style="dep", options=options, jupyter=False))

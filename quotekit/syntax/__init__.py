"""Any syntax in, predications and nominals out: dependency labels are read here and nowhere
else."""

from quotekit.document import Parse
from quotekit.lexicon import Predicates
from quotekit.syntax.mending import mended_tree
from quotekit.syntax.nominals import nominals
from quotekit.syntax.predications import predications
from quotekit.syntax.records import Argument, Nominal, Paragraph, Predication
from quotekit.syntax.skim import skim_paragraphs
from quotekit.syntax.structure import structure

__all__ = [
    "Argument",
    "Nominal",
    "Paragraph",
    "Predication",
    "read_paragraph",
    "skim_paragraphs",
]


def read_paragraph(parse: Parse, wanted: Predicates) -> Paragraph:
    """The nominals of a paragraph and the predications that a lexicon wants."""
    words = structure()
    tree = mended_tree(parse, words)
    return Paragraph(
        start=parse.start[0] if len(parse) else 0,
        end=parse.end[-1] if len(parse) else 0,
        predications=predications(tree, words, wanted),
        nominals=nominals(tree, words),
    )

"""From text to parsed paragraphs: the only stage that runs spaCy."""

from quotekit.document.given import Given
from quotekit.document.memory import holding
from quotekit.document.model import installed_model, load_model, maker_of, model_name
from quotekit.document.parse import Parse
from quotekit.document.parser import Job, parse_texts

__all__ = [
    "Given",
    "Job",
    "Parse",
    "holding",
    "installed_model",
    "load_model",
    "maker_of",
    "model_name",
    "parse_texts",
]

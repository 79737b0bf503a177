"""The words that rules turn on, as data: one TOML entry a predicate sense, read by one small
engine."""

from quotekit.lexicon.checks import ROLES
from quotekit.lexicon.entries import ReportingEntry, StanceEntry
from quotekit.lexicon.lexicon import SURE, Lexicon
from quotekit.lexicon.predicates import Needs, Predicates
from quotekit.lexicon.tables import shipped

__all__ = [
    "ROLES",
    "SURE",
    "Lexicon",
    "Needs",
    "Predicates",
    "ReportingEntry",
    "StanceEntry",
    "shipped",
]

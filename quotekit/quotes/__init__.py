"""Quotations: marks joined with predications whose lexicon entry reports."""

from quotekit.quotes.find import find_quotes
from quotekit.quotes.records import FoundQuote

__all__ = ["FoundQuote", "find_quotes"]

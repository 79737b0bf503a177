"""Quotations: marks joined with predications whose lexicon entry reports."""

from quotekit.quotes.conversation import is_conversation
from quotekit.quotes.find import find_quotes
from quotekit.quotes.records import FoundQuote

__all__ = ["FoundQuote", "find_quotes", "is_conversation"]

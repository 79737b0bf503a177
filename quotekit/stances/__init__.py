"""Who supports or opposes whom: predications whose lexicon entry relates two of their arguments."""

from quotekit.stances.classify import classify
from quotekit.stances.composition import with_turns
from quotekit.stances.find import find_stances
from quotekit.stances.records import FoundStance

__all__ = ["FoundStance", "classify", "find_stances", "with_turns"]

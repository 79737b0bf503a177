"""What can go wrong with a call. Odd text never raises; only odd arguments do."""


class QuoteKitError(Exception):
    """Base of every error that quotekit raises on purpose."""


class InvalidInput(QuoteKitError, ValueError):  # noqa: N818 - the public name
    """An argument that cannot be used; the message names the value and says what is expected."""


class ModelNotFound(QuoteKitError, ImportError):  # noqa: N818 - the public name
    """No spaCy model for English is installed; the message says the one command that mends it."""


class MissingExtra(QuoteKitError, ImportError):  # noqa: N818 - the public name
    """A package of an optional extra is not installed; the message says which extra to install."""


class LexiconError(QuoteKitError, ValueError):
    """A lexicon file that cannot be read; the message names the file, the entry and the key."""

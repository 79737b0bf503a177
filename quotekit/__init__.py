"""Who said what, and who stands where: quotations, speakers and stances from English text.

>>> import quotekit
>>> for quote in quotekit.extract_quotes('"The pier will open in May," Ann Okafor said.'):
...     print(quote.speaker.name, "|", quote.text)
Ann Okafor | The pier will open in May
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from threading import Lock
from typing import TYPE_CHECKING

from quotekit.errors import (
    InvalidInput,
    LexiconError,
    MissingExtra,
    ModelNotFound,
    QuoteKitError,
)
from quotekit.records import (
    Act,
    Analysis,
    Basis,
    Entity,
    Mention,
    Quote,
    QuoteKind,
    Span,
    Stance,
    StanceLabel,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from quotekit.kit import QuoteKit
    from quotekit.lexicon import Lexicon

__version__ = "0.1.0"

__all__ = [
    "Act",
    "Analysis",
    "Basis",
    "Entity",
    "InvalidInput",
    "Lexicon",
    "LexiconError",
    "Mention",
    "MissingExtra",
    "ModelNotFound",
    "Quote",
    "QuoteKind",
    "QuoteKit",
    "QuoteKitError",
    "Span",
    "Stance",
    "StanceLabel",
    "__version__",
    "analyze",
    "classify_stance",
    "extract_quotes",
    "extract_stances",
]

_LOADED_WHEN_ASKED_FOR = {"QuoteKit": "quotekit.kit", "Lexicon": "quotekit.lexicon"}
_building = Lock()


def __getattr__(name: str) -> object:
    if name in _LOADED_WHEN_ASKED_FOR:
        return getattr(import_module(_LOADED_WHEN_ASKED_FOR[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def extract_quotes(text: str | Doc) -> list[Quote]:
    """The quotations of a text: speech and thought; direct, mixed and indirect.

    They come by (start, -end), so that an embedded one follows the one that holds it. Offsets are
    character offsets into the given text, end exclusive. Raises `ModelNotFound` where no English
    spaCy model is installed, `InvalidInput` where ``text`` is neither a string nor a spaCy ``Doc``.

    >>> [quote] = extract_quotes('"We will appeal," said Ann Okafor, the mayor.')
    >>> quote.kind, quote.cue.text, quote.speaker.name
    (<QuoteKind.DIRECT: 'direct'>, 'said', 'Ann Okafor')
    >>> extract_quotes("The pier is closed.")
    []
    """
    return list(_default_kit().analyze(text).quotes)


def extract_stances(text: str | Doc) -> list[Stance]:
    """Who stands for or against whom, said in quotations or told by the author, by evidence start.

    Raises as `extract_quotes` does.

    >>> [stance] = extract_stances("Ann Okafor opposes the Harbour Trust.")
    >>> stance.holder.name, stance.label, stance.target.name, stance.evidence.text
    ('Ann Okafor', <StanceLabel.OPPOSE: 'oppose'>, 'Harbour Trust', 'opposes')
    """
    return list(_default_kit().analyze(text).stances)


def classify_stance(
    text: str | Doc, target: str | tuple[int, int], holder: str | tuple[int, int] | None = None
) -> Stance:
    """The stance toward one target; neutral where nothing speaks for or against.

    ``target`` and ``holder`` are names that occur in the text or character offsets (start, end)
    into it. Without ``holder`` it is the stance of whoever holds one, and the result's ``holder``
    says who. Raises `InvalidInput` for a name that is not in the text, a bad range, and a holder
    that is the target; else as `extract_quotes` does.

    >>> stance = classify_stance("Ann Okafor opposes the Harbour Trust.", "Harbour Trust")
    >>> stance.label, stance.holder.name
    (<StanceLabel.OPPOSE: 'oppose'>, 'Ann Okafor')
    """
    return _default_kit().classify_stance(text, target, holder)


def analyze(text: str | Doc) -> Analysis:
    """Quotations, stances and entities of a text in one pass.

    Raises as `extract_quotes` does.

    >>> analysis = analyze("Ann Okafor opposes the Harbour Trust. She said that it had failed.")
    >>> [entity.name for entity in analysis.entities]
    ['Ann Okafor', 'Harbour Trust']
    >>> analysis.quotes[0].speaker.span.text, analysis.quotes[0].speaker.name
    ('She', 'Ann Okafor')
    """
    return _default_kit().analyze(text)


def _default_kit() -> QuoteKit:
    """The kit that this module's functions share; the first call builds it, in whatever thread."""
    with _building:
        return _built_once()


@cache
def _built_once() -> QuoteKit:
    from quotekit.kit import QuoteKit

    return QuoteKit()

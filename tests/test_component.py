"""The spaCy component, in a pipeline of its own: what it writes, and what that survives."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import spacy
from spacy.tokens import Doc, DocBin

import quotekit.component
from quotekit import InvalidInput, QuoteKind, QuoteKit, QuoteKitError
from quotekit.document import load_model, model_name

if TYPE_CHECKING:
    from spacy.language import Language

TEXT = (
    "“The pier is safe,” Ann Okafor told Paul Brandt, “and it stays open.” "
    "Brandt left. Okafor opposes the Harbour Trust."
)


@pytest.fixture(scope="module")
def pipeline() -> Language:
    nlp = spacy.load(load_model(None).path)
    nlp.add_pipe("quotekit")
    return nlp


@pytest.fixture(scope="module")
def doc(pipeline: Language) -> Doc:
    return pipeline(TEXT)


@pytest.fixture
def no_extensions(pipeline: Language) -> Iterator[None]:
    """A process in which nobody has set any."""
    kept = {name: Doc.remove_extension(name) for name in ("quotes", "stances")}
    yield
    for name, (_, _, getter, _) in kept.items():
        Doc.set_extension(name, getter=getter, force=True)


def test_it_finds_what_the_kit_finds(doc: Doc) -> None:
    analysis = QuoteKit().analyze(TEXT)
    assert doc._.quotes == analysis.quotes
    assert doc._.stances == analysis.stances
    assert doc._.quotes
    assert doc._.stances


def test_spans_of_one_quotation_share_an_id(doc: Doc) -> None:
    assert [(span.text, span.label_, span.id_) for span in doc.spans["quotekit"]] == [
        ("The pier is safe", "direct", "quote-0"),
        ("and it stays open.", "direct", "quote-0"),
        ("told", "cue", "quote-0"),
        ("Ann Okafor", "speaker", "quote-0"),
        ("Paul Brandt", "addressee", "quote-0"),
    ]


def test_spans_grow_to_whole_tokens(pipeline: Language) -> None:
    doc = pipeline('Ann Okafor said,"There is no money left."')
    [quote] = doc._.quotes
    [content, *_] = doc.spans["quotekit"]
    assert quote.text.startswith("There")
    assert content.text.endswith(quote.text)


def test_user_data_is_plain(doc: Doc) -> None:
    def plain(value: Any) -> bool:
        if isinstance(value, dict):
            return all(type(key) is str and plain(inner) for key, inner in value.items())
        if isinstance(value, list):
            return all(map(plain, value))
        return type(value) in (str, int, bool, type(None))

    assert plain(doc.user_data["quotekit"])
    assert TEXT not in str(doc.user_data["quotekit"])


def test_the_model_named_is_the_pipeline(pipeline: Language, doc: Doc) -> None:
    assert doc.user_data["quotekit"]["model"] == model_name(pipeline)


def survive_bytes(nlp: Language, doc: Doc, folder: Path) -> Doc:
    return Doc(nlp.vocab).from_bytes(doc.to_bytes())


def survive_pickle(nlp: Language, doc: Doc, folder: Path) -> Doc:
    again: Doc = pickle.loads(pickle.dumps(doc))
    return again


def survive_docbin(nlp: Language, doc: Doc, folder: Path) -> Doc:
    DocBin([], store_user_data=True, docs=[doc]).to_disk(folder / "docs.spacy")
    [again] = DocBin().from_disk(folder / "docs.spacy").get_docs(spacy.blank("en").vocab)
    return again


def survive_processes(nlp: Language, doc: Doc, folder: Path) -> Doc:
    [again, other] = nlp.pipe([doc.text, "Lee left."], n_process=2)
    assert other._.quotes == ()
    return again


@pytest.mark.parametrize(
    "survive", [survive_bytes, survive_pickle, survive_docbin, survive_processes]
)
def test_it_survives(survive: Any, pipeline: Language, doc: Doc, tmp_path: Path) -> None:
    again = survive(pipeline, doc, tmp_path)
    assert again is not doc
    assert again._.quotes == doc._.quotes
    assert again._.stances == doc._.stances
    assert [(span.text, span.label_, span.id_) for span in again.spans["quotekit"]] == [
        (span.text, span.label_, span.id_) for span in doc.spans["quotekit"]
    ]


def test_within_somebody_elses_memory_zone(pipeline: Language, doc: Doc) -> None:
    """Records hold nothing of spaCy's, so they outlive the zone."""
    with pipeline.memory_zone():
        found = [made._.quotes for made in pipeline.pipe([TEXT, "Zvonimira Ploquist left."])]
    assert found == [doc._.quotes, ()]
    assert pipeline(TEXT)._.quotes == doc._.quotes


def test_options(pipeline: Language, tmp_path: Path) -> None:
    lexicon = tmp_path / "own.toml"
    lexicon.write_text(
        '[reporting.verb.tootle]\nact = "speech"\ncontent = ["clause"]\ntier = 1\n'
        'example = "[Ann Okafor] <tootled> {that the pier was shut}."\n'
    )
    config = {"spans_key": "said", "kinds": ["indirect"], "stances": False, "lexicon": str(lexicon)}
    made = spacy.blank("en").add_pipe("quotekit", config=config)
    with pipeline.select_pipes(disable="quotekit"):
        doc = made(pipeline(TEXT + " Okafor tootled that it would rain."))
    assert {quote.kind for quote in doc._.quotes} == {QuoteKind.INDIRECT}
    assert "tootled" in [quote.cue.text for quote in doc._.quotes]
    assert doc._.stances == ()
    assert list(doc.spans) == ["said"]


def test_options_that_cannot_be_used(pipeline: Language) -> None:
    with pytest.raises(InvalidInput, match="QuoteKind: direct, mixed, indirect"):
        pipeline.create_pipe("quotekit", config={"kinds": ["verbatim"]})


def test_a_pipeline_on_disk(pipeline: Language, doc: Doc, tmp_path: Path) -> None:
    pipeline.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert "quotekit" in again.pipe_names
    assert again(TEXT)._.quotes == doc._.quotes
    assert pickle.loads(pickle.dumps(again.get_pipe("quotekit")))(again(TEXT))._.quotes


def test_what_it_needs_can_be_asked(pipeline: Language) -> None:
    found = pipeline.analyze_pipes()
    assert found["problems"]["quotekit"] == []
    assert found["summary"]["quotekit"]["assigns"] == ["doc.spans", "doc._.quotes", "doc._.stances"]
    alone = spacy.blank("en")
    alone.add_pipe("quotekit")
    assert {"token.dep", "token.tag"} <= set(alone.analyze_pipes()["problems"]["quotekit"])


def test_a_doc_without_a_parse_is_refused() -> None:
    alone = spacy.blank("en")
    alone.add_pipe("quotekit")
    with pytest.raises(InvalidInput, match="has no TAG and no DEP"):
        alone(TEXT)


def test_a_doc_that_has_not_been_through_it(nlp: Language, pipeline: Language) -> None:
    with pytest.raises(InvalidInput, match="run a pipeline with the component"):
        nlp("Lee left.")._.quotes  # noqa: B018


@pytest.mark.usefixtures("no_extensions")
def test_an_extension_of_others_stays() -> None:
    Doc.set_extension("quotes", default="theirs")
    try:
        with pytest.raises(QuoteKitError, match=r"doc\._\.quotes is taken"):
            spacy.blank("en").add_pipe("quotekit")
        assert spacy.blank("en")("Lee left.")._.quotes == "theirs"
    finally:
        Doc.remove_extension("quotes")


@pytest.mark.usefixtures("no_extensions")
def test_nothing_is_extended_before_a_component_is_made() -> None:
    spacy.blank("en")
    assert not Doc.has_extension("quotes")
    spacy.blank("en").add_pipe("quotekit")
    spacy.blank("en").add_pipe("quotekit")
    assert Doc.has_extension("quotes")


def test_the_factory_names_the_options_of_the_kit() -> None:
    options = quotekit.component.create.__annotations__.keys() - {"nlp", "name", "return"}
    fields = {field.name for field in QuoteKit.__attrs_attrs__}
    assert options == (fields - {"model"}) | {"spans_key"}

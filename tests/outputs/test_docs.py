"""Docs for annotators, through a DocBin on disk."""

from __future__ import annotations

from pathlib import Path

import spacy
from analyses import ANALYSIS, EMPTY
from spacy.tokens import DocBin

from quotekit.outputs.docs import kept


def test_through_a_docbin(tmp_path: Path) -> None:
    blank = spacy.blank("en")
    docs = [analysis.to_doc(blank) for analysis in (ANALYSIS, EMPTY)]
    DocBin(docs=docs, store_user_data=True).to_disk(tmp_path / "said.spacy")
    full, empty = DocBin().from_disk(tmp_path / "said.spacy").get_docs(spacy.blank("en").vocab)
    assert [kept(full), kept(empty)] == [ANALYSIS, EMPTY]
    assert [(span.id_, span.label_, span.text) for span in full.spans["quotekit"]] == [
        ("quote-0", "direct", "The pier is safe,"),
        ("quote-0", "direct", "and it stays open."),
        ("quote-0", "cue", "told"),
        ("quote-0", "speaker", "Ann Okafor"),
        ("quote-0", "addressee", "Lee"),
        ("quote-1", "indirect", "that he backs it too"),
        ("quote-1", "cue", "said"),
        ("quote-1", "speaker", "He"),
    ]


def test_a_text_longer_than_a_pipeline_takes() -> None:
    blank = spacy.blank("en")
    blank.max_length = 5
    assert ANALYSIS.to_doc(blank).text == ANALYSIS.text

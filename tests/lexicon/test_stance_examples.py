"""Every stance entry reads its own example, with its holder, evidence and target."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from inline import as_parsed, unmarked

from quotekit.document import Job, parse_texts
from quotekit.lexicon import Lexicon
from quotekit.stances import with_turns
from quotekit.stances.records import Relation
from quotekit.stances.relations import relations
from quotekit.stances.view import View
from quotekit.syntax import read_paragraph

if TYPE_CHECKING:
    from spacy.language import Language

LEXICON = Lexicon.default()


@pytest.fixture(scope="module")
def views(nlp: Language) -> dict[str, View]:
    """The examples by entry, parsed in one go."""
    texts = [unmarked(entry.example)[0] for entry in LEXICON.stance.values()]
    parses = parse_texts(nlp, (Job(text, [(0, len(text))], ()) for text in texts), 256)
    wanted = with_turns(LEXICON.wants)
    return {
        key: View(text, read_paragraph(parse, wanted), LEXICON)
        for key, text, [parse] in zip(LEXICON.stance, texts, parses, strict=True)
    }


@pytest.mark.parametrize("key", LEXICON.stance)
def test_example(views: dict[str, View], key: str, nlp: Language) -> None:
    entry, view = LEXICON.stance[key], views[key]
    words = {mark.bracket: view.text[mark.start : mark.end] for mark in marks_of(key)}
    sense = f"{entry.label}.{key}"
    read = relations(view)
    own = [r for r in read if r.sense == sense and r.bearing.label is entry.label]
    assert (words.get("["), words["{"]) in {parties(view, r) for r in own}, (
        f"read: {[(r.sense, *parties(view, r)) for r in read]} in: {as_parsed(nlp, view.text)}"
    )
    assert all(words["<"].split()[0] in view.text[slice(*r.evidence)] for r in own)


def marks_of(key: str) -> list:  # type: ignore[type-arg]
    """The marks of an example; of evidence in two pieces the first."""
    return sorted(unmarked(LEXICON.stance[key].example)[1], reverse=True)


def parties(view: View, relation: Relation) -> tuple[str | None, str]:
    """Holder (None: whoever speaks) and target in words."""
    holder, target = view.paragraph.nominal(relation.holder), view.nominal(relation.target)
    owner = None if holder is None else view.text[holder.start : holder.end]
    return (
        None if owner is None else owner.removesuffix("'s").removesuffix("'"),
        view.text[target.start : target.end],
    )


def test_no_sense_stands_twice() -> None:
    senses = [
        (e.pos, e.lemma, e.holder, e.target, e.with_object, e.with_word, e.beside, e.modality)
        for e in LEXICON.stance.values()
    ]
    assert len(set(senses)) == len(senses)

"""How much of a text is parsed for what a kit is asked: counted, not timed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest

from quotekit import QuoteKind, QuoteKit, reading
from quotekit.document import Job, Parse

NEWS = """Ann Okafor spoke at the harbour on Monday. She runs the Harbour Trust.

“The pier is safe,” she said.

Paul Brandt said that it was not. He called it a ruin.

Then he added:

“It will fall.”
"""
NOVEL = "\n\n".join(
    ["The moor was dark.", "Lee sat down.", "“Who is there?”", "“Me!”", "Rain fell.", "“Come in!”"]
    * 3
)
DIRECT = QuoteKit(kinds={QuoteKind.DIRECT}, stances=False)


@pytest.fixture
def jobs(monkeypatch: pytest.MonkeyPatch) -> list[Job]:
    """What is given to the document stage."""
    seen: list[Job] = []
    parse_texts = reading.parse_texts

    def noted(nlp: object, jobs: Sequence[Job], batch_size: int) -> list[list[Parse]]:
        seen.extend(jobs)
        return parse_texts(nlp, jobs, batch_size)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "parse_texts", noted)
    return seen


def parsed(jobs: list[Job]) -> list[str]:
    return [job.text[slice(*place)] for job in jobs for place in job.paragraphs]


def test_direct_quotations_need_the_paragraphs_with_marks(jobs: list[Job]) -> None:
    found = DIRECT.analyze(NEWS)
    assert parsed(jobs) == ["“The pier is safe,” she said.", "Then he added:", "“It will fall.”"]
    assert [job.asked(["Kim"]) for job in jobs] == [False]
    assert [q.speaker.name for q in found.quotes if q.speaker] == ["Ann Okafor", "Paul Brandt"]


def test_direct_quotations_need_no_paragraph_with_nothing_but_scare_quotes(jobs: list[Job]) -> None:
    scare, shouted = "The “pier” is shut.", "Lee shouted “shame”."
    before = "Lee was “sorry” for the delay, he said."
    DIRECT.analyze("\n\n".join([scare, shouted, scare, before, "“It will open in May.”", scare]))
    assert parsed(jobs) == [shouted, before, "“It will open in May.”"]


def test_a_text_without_marks_needs_no_parser(jobs: list[Job]) -> None:
    [found] = DIRECT.pipe(["Ann Okafor said that the pier was safe."])
    assert not parsed(jobs)
    assert [(entity.name, entity.label) for entity in found.entities] == [("Ann Okafor", "PERSON")]


@pytest.mark.parametrize(
    "kit", [QuoteKit(), QuoteKit(stances=False), QuoteKit(kinds={QuoteKind.DIRECT})]
)
def test_other_kits_need_it_all(jobs: list[Job], kit: QuoteKit) -> None:
    kit.analyze(NEWS)
    assert len(parsed(jobs)) == 5
    assert jobs[0].asked(["Kim"])


def test_a_conversation_needs_the_narration_beside_its_turns(jobs: list[Job]) -> None:
    DIRECT.analyze(NOVEL)
    narration = [paragraph for paragraph in parsed(jobs) if paragraph[0] != "“"]
    assert Counter(narration) == {"Lee sat down.": 3, "Rain fell.": 3, "The moor was dark.": 2}
    assert jobs[0].asked(["Kim"])


def test_a_question_about_a_stance_needs_it_all(jobs: list[Job]) -> None:
    DIRECT.classify_stance(NEWS, "Harbour Trust")
    assert len(parsed(jobs)) == 5


def test_it_finds_what_other_kits_find() -> None:
    everything = QuoteKit().analyze(NEWS).quotes
    direct = [quote for quote in everything if quote.kind is QuoteKind.DIRECT]
    found = DIRECT.analyze(NEWS).quotes
    assert [(q.content, q.cue, q.rule) for q in found] == [
        (q.content, q.cue, q.rule) for q in direct
    ]

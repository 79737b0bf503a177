"""What holds for every text there is, tried on texts made of what quotekit looks at.

``pytest --hypothesis-profile=full tests/test_properties.py`` tries many more, other ones each time.
"""

from __future__ import annotations

import pickle
from collections import Counter
from typing import TYPE_CHECKING

import pytest
import texts
from hypothesis import assume, event, given, settings
from hypothesis import strategies as st
from records import check, said

from quotekit import Act, Analysis, Basis, InvalidInput, QuoteKind, QuoteKit, StanceLabel

if TYPE_CHECKING:
    from spacy.language import Language

few = settings(max_examples=max(1, settings().max_examples // 3))


def found(analysis: Analysis) -> Analysis:
    """The analysis; ``--hypothesis-show-statistics`` tells how often there was something in it."""
    kinds = Counter(quote.kind.value for quote in analysis.quotes)
    for kind in kinds:
        event(f"has {kind} quotations")
    event(f"quotations: {min(len(analysis.quotes), 3)}{'+' * (len(analysis.quotes) > 2)}")
    event(f"stances: {min(len(analysis.stances), 2)}{'+' * (len(analysis.stances) > 1)}")
    return analysis


@given(text=texts.prose)
def test_prose(kit: QuoteKit, text: str) -> None:
    check(text, found(kit.analyze(text)))


@given(text=texts.garbled(texts.prose))
def test_garbled_prose(kit: QuoteKit, text: str) -> None:
    check(text, found(kit.analyze(text)))


@given(text=st.one_of(texts.soup, texts.characters))
def test_no_prose_at_all(kit: QuoteKit, text: str) -> None:
    check(text, found(kit.analyze(text)))


@few
@given(text=texts.texts)
def test_a_given_doc(kit: QuoteKit, nlp: Language, text: str) -> None:
    text = text.encode("utf-8", "replace").decode()  # spaCy takes no lone surrogates
    check(text, found(kit.analyze(nlp(text))))


@few
@given(text=texts.texts)
def test_round_trips(kit: QuoteKit, text: str) -> None:
    analysis = found(kit.analyze(text))
    assert pickle.loads(pickle.dumps(analysis)) == analysis
    assert Analysis.from_dict(analysis.to_dict()) == analysis
    assert Analysis.from_json(analysis.to_json()) == analysis


@few
@given(text=texts.texts)
def test_other_shapes(kit: QuoteKit, text: str) -> None:
    analysis = found(kit.analyze(text))
    rows = analysis.to_rows()
    assert len(rows) == len(analysis.quotes) + len(analysis.stances)
    assert [row["text"] for row in rows[: len(analysis.quotes)]] == [
        q.text for q in analysis.quotes
    ]
    assert sum(row["count"] for row in analysis.summary()) == len(analysis.stances)
    drawn = analysis.to_displacy()
    assert "".join(drawn["tokens"]) == text
    for span in drawn["spans"]:
        tokens = drawn["tokens"][span["start_token"] : span["end_token"]]
        assert "".join(tokens) == text[span["start"] : span["end"]]


@few
@given(
    text=texts.prose, kinds=st.sets(st.sampled_from(QuoteKind)), acts=st.sets(st.sampled_from(Act))
)
def test_options_choose(kit: QuoteKit, text: str, kinds: set[QuoteKind], acts: set[Act]) -> None:
    everything = found(kit.analyze(text))
    chosen = QuoteKit(kinds=kinds, acts=acts, stances=False).analyze(text)
    assert [(q.kind, q.content, q.rule) for q in chosen.quotes] == [
        (q.kind, q.content, q.rule) for q in everything.quotes if q.kind in kinds and q.act in acts
    ]
    assert chosen.entities == everything.entities
    assert chosen.stances == ()


@few
@given(some=st.lists(texts.texts, max_size=6), size=st.integers(1, 9))
def test_pipe_gives_what_analyze_gives(kit: QuoteKit, some: list[str], size: int) -> None:
    assert list(kit.pipe(some, batch_size=size)) == [found(kit.analyze(text)) for text in some]


@few
@given(text=texts.texts, other=texts.texts)
def test_what_was_read_before_leaves_no_trace(kit: QuoteKit, text: str, other: str) -> None:
    first = found(kit.analyze(text))
    kit.analyze(other)
    assert kit.analyze(text) == first


@few
@given(text=texts.joined(texts.sentences, st.sampled_from([" ", "\n\n"])), facts=texts.plain_facts)
def test_facts_behind_change_nothing_before(kit: QuoteKit, text: str, facts: str) -> None:
    alone = found(kit.analyze(text))
    longer = kit.analyze(f"{text}\n\n{facts}")
    assert said(longer)[: len(alone.quotes)] == said(alone)
    assert all(quote.start > len(text) for quote in longer.quotes[len(alone.quotes) :])


@few
@given(text=texts.in_curly_marks)
def test_straight_marks_are_as_good_as_curly_ones(kit: QuoteKit, text: str) -> None:
    curly = found(kit.analyze(text))
    straight = kit.analyze(text.replace("“", '"').replace("”", '"'))
    assert places(straight) == places(curly)


def places(analysis: Analysis) -> list[list[tuple[int, int]]]:
    return [
        [(piece.start, piece.end) for piece in quote.content]
        for quote in analysis.quotes
        if quote.kind is QuoteKind.DIRECT
    ]


@few
@given(text=texts.texts, data=st.data())
def test_classify_stance(kit: QuoteKit, text: str, data: st.DataObject) -> None:
    """Of a name or a place: an answer whose spans are true, or a refusal."""
    entities = kit.analyze(text).entities
    assume(text)
    at = st.integers(0, len(text))
    names = [entity.name for entity in entities]
    someone = st.one_of([st.sampled_from(names)] * (2 * bool(names)) + [st.tuples(at, at)])
    target, holder = data.draw(someone), data.draw(st.none() | someone)
    try:
        stance = kit.classify_stance(text, target, holder)
    except InvalidInput:
        event("refused")
        return
    event(stance.label.value)
    analysis = Analysis(text, (), (), entities, "")
    assert (stance.evidence is None) == (stance.label is StanceLabel.NEUTRAL)
    assert (stance.basis is None) == (stance.evidence is None)
    assert stance.basis is None or stance.basis in Basis
    for span in filter(
        None, [stance.target.span, stance.evidence, stance.holder and stance.holder.span]
    ):
        assert text[span.start : span.end] == span.text != ""
    for mention in filter(None, [stance.target, stance.holder]):
        assert mention.entity is None or mention.entity in analysis.entities


@few
@given(text=st.one_of(texts.prose, texts.garbled(texts.prose)))
def test_whoever_is_found_can_be_asked_about(kit: QuoteKit, text: str) -> None:
    for entity in kit.analyze(text).entities[:3]:
        assert kit.classify_stance(text, entity.name).target.span.text


@pytest.mark.parametrize(
    "text",
    ["", *texts.SPACES, *texts.MARKS, *texts.STOPS, *texts.SURROGATES, *texts.ODD],
    ids=ascii,
)
def test_the_shortest_texts(kit: QuoteKit, text: str) -> None:
    check(text, kit.analyze(text))


@pytest.mark.parametrize(
    "text",
    [
        '"' * 5000,
        "“" * 5000,
        "“”" * 2500,
        "'" * 5000,
        '" ' * 2500,
        "“a ‘b " * 1000,
        "(" * 5000,
        "said " * 1000,
        "she said “no” " * 300,
        "he " * 1000,
        "A" * 100_000,
        "\n" * 5000,
        "\u0301" * 5000,
        "🛳️" * 2000,
        "Lee, " * 1000,
        "LEE: I do.\n" * 300,
        "— No?\n" * 300,
        "\ud83d" * 5000,
    ],
    ids=lambda text: f"{text[:4]!a} {len(text)}",
)
def test_monotonous_texts(kit: QuoteKit, text: str) -> None:
    check(text, kit.analyze(text))


@pytest.mark.parametrize(
    "text",
    [
        "“No \ud83d,” Ann Lee said. \udea2 She \ud800left.",
        "“No 🛳️,” Ann 🛳️ Lee said. 👩‍✈️ She left.",
        "“הנמל סגור,” Ann Lee said. قال “لا” said Lee.",
        "\u202e“No,”\u202c Ann Lee said.",
        "“N\u0301o,” A\u0301nn Lee\u0301 said\u0301.",
    ],
    ids=ascii,
)
def test_odd_characters_beside_a_quotation(kit: QuoteKit, text: str) -> None:
    analysis = kit.analyze(text)
    check(text, analysis)
    assert [quote.kind for quote in analysis.quotes][:1] == ["direct"]

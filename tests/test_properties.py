"""What holds for every text there is, tried on texts made of what quotekit looks at."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotekit import Analysis, Entity, Mention, QuoteKit, Span, Stance

if TYPE_CHECKING:
    from spacy.language import Language

bounded = settings(
    max_examples=60,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

MARKS = ['"', "“", "”", "'", "‘", "’", "''", "``", "«", "»", "„", "‹", "›", "`", "´", "—", "-"]
NAMES = [
    "Lee",
    "Ann Okafor",
    "the mayor",
    "Mr. Brandt",
    "she",
    "they",
    "I",
    "Harbour Trust",
    "LEE:",
]
CUES = [
    "said", "told Kim that", "asked whether", "according to", "denied", "would not say", "claimed",
    "opposes", "praised", "is said to", "called for", "promised to", "said of", "criticism of",
]  # fmt: skip
WORDS = [
    "the pier",
    "would open",
    "in May",
    "a ruin",
    "No",
    "was",
    "that",
    "and",
    "who",
    "Q.",
    "A.",
]
STOPS = [".", ",", "?", "!", ":", ";", "…", "...", ")", "(", "[", "]"]
SPACES = [" ", " ", " ", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u2009", "\u2028", "\u3000", "\x0b"]
ODD = [
    "🛳️", "👩‍✈️", "e\u0301", "\u0301", "\u202e", "\u200b", "\ufeff", "\x00", "\x1f", "הנמל", "قال",
    "𝔭𝔦𝔢𝔯", "ﬁ", "İ", "ß", "\u00ad", "\ufffd", "\U0010ffff", "x" * 300, "<b>", "&quot;", "%s", "\\",
]  # fmt: skip

pieces = st.sampled_from([*MARKS, *NAMES, *CUES, *WORDS, *STOPS, *SPACES, *ODD])
spaced = st.tuples(pieces, st.sampled_from(["", " ", " "])).map("".join)
texts = st.one_of(
    st.lists(spaced, max_size=40).map("".join),
    st.lists(pieces, max_size=30).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
)
plain = st.lists(
    st.sampled_from(
        [*NAMES, *CUES, *WORDS, "“No,”", "“The pier is shut,”", '"We waited."', ".", ","]
    ),
    min_size=1,
    max_size=25,
).map(" ".join)


def spans(analysis: Analysis) -> Iterator[Span]:
    """Every span of every record."""
    for entity in analysis.entities:
        yield from entity.mentions
    for quote in analysis.quotes:
        yield from quote.content
        yield from filter(None, [quote.cue])
        for mention in filter(None, [quote.speaker, quote.addressee]):
            yield from of_mention(mention)
        for stance in quote.stances:
            yield from of_stance(stance)
    for stance in analysis.stances:
        yield from of_stance(stance)


def of_mention(mention: Mention) -> Iterator[Span]:
    yield mention.span
    if mention.entity is not None:
        yield from mention.entity.mentions


def of_stance(stance: Stance) -> Iterator[Span]:
    for mention in filter(None, [stance.holder, stance.target, stance.reported_by]):
        yield from of_mention(mention)
    yield from filter(None, [stance.evidence])


def check(text: str, analysis: Analysis) -> None:
    """The records agree with the text, with each other and with their order."""
    assert analysis.text == text
    for span in spans(analysis):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.text
    for quote in analysis.quotes:
        assert quote.content
        for piece, following in zip(quote.content, quote.content[1:], strict=False):
            assert piece.end <= following.start
        for piece in filter(None, [quote.cue]):
            assert not any(piece.start < c.end and c.start < piece.end for c in quote.content)
    quotes = [(quote.start, -quote.end) for quote in analysis.quotes]
    assert quotes == sorted(quotes)
    evidence = [stance.evidence.start for stance in analysis.stances if stance.evidence]
    assert evidence == sorted(evidence)
    for stance in analysis.stances:
        holder = stance.holder
        assert holder is None or not same(holder, stance.target)
    known: set[Entity] = set(analysis.entities)
    firsts = [entity.mentions[0].start for entity in analysis.entities if entity.mentions]
    assert firsts == sorted(firsts)
    for quote in analysis.quotes:
        assert all(
            mention.entity in known
            for mention in (quote.speaker, quote.addressee)
            if mention is not None and mention.entity is not None
        )


def same(one: Mention, other: Mention) -> bool:
    if one.entity is not None and other.entity is not None:
        return one.entity == other.entity
    return one.span == other.span


@bounded
@given(text=texts)
def test_any_text(kit: QuoteKit, text: str) -> None:
    analysis = kit.analyze(text)
    check(text, analysis)
    assert pickle.loads(pickle.dumps(analysis)) == analysis
    assert Analysis.from_json(analysis.to_json()) == analysis


@bounded
@given(text=plain)
def test_texts_of_sentences(kit: QuoteKit, text: str) -> None:
    check(text, kit.analyze(text))


@settings(bounded, max_examples=25)
@given(text=texts)
def test_a_given_doc(kit: QuoteKit, nlp: Language, text: str) -> None:
    check(text, kit.analyze(nlp(text)))


@settings(bounded, max_examples=15)
@given(some=st.lists(st.one_of(texts, plain), max_size=5), size=st.integers(1, 7))
def test_pipe_equals_analyze(kit: QuoteKit, some: list[str], size: int) -> None:
    assert list(kit.pipe(some, batch_size=size)) == [kit.analyze(text) for text in some]


@settings(bounded, max_examples=25)
@given(text=plain, other=plain)
def test_what_was_read_before_leaves_no_trace(kit: QuoteKit, text: str, other: str) -> None:
    first = kit.analyze(text)
    kit.analyze(other)
    assert kit.analyze(text) == first


@settings(bounded, max_examples=25)
@given(text=plain)
def test_straight_marks_are_as_good_as_curly_ones(kit: QuoteKit, text: str) -> None:
    curly = text.replace('"We waited."', "“We waited.”")
    straight = curly.replace("“", '"').replace("”", '"')
    assert [direct(q) for q in kit.analyze(curly).quotes if q.kind == "direct"] == [
        direct(q) for q in kit.analyze(straight).quotes if q.kind == "direct"
    ]


def direct(quote: object) -> list[tuple[int, int]]:
    return [(piece.start, piece.end) for piece in quote.content]  # type: ignore[attr-defined]


@settings(bounded, max_examples=25)
@given(text=plain)
def test_a_paragraph_of_facts_behind_changes_nothing(kit: QuoteKit, text: str) -> None:
    longer = text + "\n\nRain fell on Saturday."
    alone = [(q.kind, direct(q), q.rule) for q in kit.analyze(text).quotes]
    assert [(q.kind, direct(q), q.rule) for q in kit.analyze(longer).quotes] == alone


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\x00", '"', "“", "'", "—", "A", "🛳️", ":", "Q.", "LEE:"]
)
def test_the_shortest_texts(kit: QuoteKit, text: str) -> None:
    check(text, kit.analyze(text))


@pytest.mark.parametrize(
    "text",
    [
        '"' * 2000,
        "“" * 2000,
        "“”" * 1000,
        "'" * 2000,
        "(" * 2000,
        "said " * 500,
        "A" * 20000,
        "\n" * 5000,
    ],
    ids=lambda text: f"{text[:4]!r} {len(text)}",
)
def test_monotonous_texts(kit: QuoteKit, text: str) -> None:
    check(text, kit.analyze(text))


def test_lone_surrogates(kit: QuoteKit) -> None:
    text = "“No \ud83d,” Ann Lee said. \udea2 She \ud800left."
    check(text, kit.analyze(text))

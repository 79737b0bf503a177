"""The other shapes of an analysis, on records built by hand."""

import json
import pickle

import pytest
from analyses import ANALYSIS, BACKS, DIRECT, EMPTY, LEE, OKAFOR, TEXT, TRUST, span
from hypothesis import given
from hypothesis import strategies as st

from quotekit import (
    Act,
    Analysis,
    Basis,
    Entity,
    InvalidInput,
    Mention,
    Quote,
    QuoteKind,
    Span,
    Stance,
    StanceLabel,
)


@pytest.mark.parametrize("analysis", [ANALYSIS, EMPTY], ids=["full", "empty"])
def test_round_trips(analysis: Analysis) -> None:
    assert Analysis.from_dict(analysis.to_dict()) == analysis
    assert Analysis.from_json(analysis.to_json()) == analysis
    assert Analysis.from_json(analysis.to_json().encode()) == analysis
    assert pickle.loads(pickle.dumps(analysis)) == analysis


def test_data_is_plain() -> None:
    data = ANALYSIS.to_dict()
    assert json.loads(json.dumps(data)) == data
    assert type(data["quotes"][0]["kind"]) is str
    assert data["schema"] == 1
    assert data["quotes"][0]["kind"] == "direct"
    assert data["quotes"][0]["content"][1] == {
        "start": TEXT.index("and it"),
        "end": TEXT.index("and it") + 18,
        "text": "and it stays open.",
    }


def test_mentions_refer_to_entities_by_index() -> None:
    data = ANALYSIS.to_dict()
    assert [entity["name"] for entity in data["entities"]] == [
        "Ann Okafor",
        "Lee",
        "the Harbour Trust",
    ]
    assert data["quotes"][0]["speaker"]["entity"] == 0
    assert data["stances"][1]["target"]["entity"] == 2
    assert data["stances"][1]["holder"]["entity"] is None


def test_a_read_analysis_shares_its_entities() -> None:
    read = Analysis.from_json(ANALYSIS.to_json())
    speaker = read.quotes[0].speaker
    assert speaker is not None
    assert speaker.entity is read.entities[0]


@given(st.text(), st.text())
def test_any_text_round_trips(text: str, name: str) -> None:
    entity = Entity(name, None, (Span(0, len(text), text),))
    mention = Mention(Span(0, len(text), text), entity)
    stance = Stance(StanceLabel.NEUTRAL, None, None, mention, None, None, "neutral.no-evidence")
    analysis = Analysis(text, (), (stance,), (entity,), "m 1")
    assert Analysis.from_json(analysis.to_json()) == analysis


def test_an_entity_from_elsewhere_is_refused() -> None:
    stray = Analysis(TEXT, (DIRECT,), (), (LEE,), "m 1")
    with pytest.raises(InvalidInput, match="'Ann Okafor' is mentioned but not among the entities"):
        stray.to_dict()


def changed(path: str, value: object) -> dict[str, object]:
    """The analysis as data, with the value at a dotted path replaced."""
    data = ANALYSIS.to_dict()
    *parents, last = (int(key) if key.isdigit() else key for key in path.split("."))
    place = data
    for key in parents:
        place = place[key]
    place[last] = value
    return data


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ([], '"schema": 1'),
        ({}, '"schema": 1'),
        (changed("schema", 2), '"schema": 1'),
        ({"schema": 1, "text": "x"}, r"required field missing @ \$\.entities"),
        (changed("text", None), r"expected str, not None @ \$\.text"),
        (changed("quotes", None), r"\.quotes"),
        (changed("quotes.0.kind", "shouted"), r"quotes\[0\]\.kind"),
        (changed("quotes.0.negated", "no"), r"quotes\[0\]\.negated"),
        (changed("quotes.0.speaker.entity", 3), "index of an entity, not 3"),
        (changed("quotes.0.speaker.entity", -1), "index of an entity, not -1"),
        (changed("quotes.0.cue.start", 0), "is not 'told'"),
        (changed("quotes.0.cue.start", "0"), "expected int, not '0'"),
        (changed("entities.0.mentions.0.text", "Bo"), "is not 'Bo'"),
    ],
)
def test_what_is_no_analysis_is_refused(data: object, message: str) -> None:
    with pytest.raises(InvalidInput, match=message):
        Analysis.from_dict(data)  # type: ignore[arg-type]


def test_broken_json_is_refused() -> None:
    with pytest.raises(InvalidInput, match="not JSON"):
        Analysis.from_json('{"schema": 1,')


def test_unknown_keys_are_passed_over() -> None:
    assert Analysis.from_dict({"id": "a.txt", **ANALYSIS.to_dict()}) == ANALYSIS


def test_rows_are_flat_and_alike() -> None:
    rows = ANALYSIS.to_rows()
    assert [row["record"] for row in rows] == ["quote", "quote", "stance", "stance"]
    assert len({tuple(row) for row in rows}) == 1
    flat = (str, int, bool, type(None))
    assert all(type(cell) in flat for row in rows for cell in row.values())


def test_quote_row() -> None:
    assert {key: cell for key, cell in ANALYSIS.to_rows()[0].items() if cell is not None} == {
        "record": "quote",
        "start": 1,
        "end": DIRECT.end,
        "text": "The pier is safe, and it stays open.",
        "speaker": "Ann Okafor",
        "speaker_mention": "Ann Okafor",
        "cue": "told",
        "kind": "direct",
        "act": "speech",
        "negated": False,
        "addressee": "Lee",
        "addressee_mention": "Lee",
        "rule": "verb.tell",
    }


def test_stance_row_of_the_author() -> None:
    assert {key: cell for key, cell in ANALYSIS.to_rows()[2].items() if cell is not None} == {
        "record": "stance",
        "start": BACKS.evidence.start if BACKS.evidence else None,
        "end": BACKS.evidence.end if BACKS.evidence else None,
        "text": "backs",
        "holder": "Ann Okafor",
        "holder_mention": "Okafor",
        "label": "support",
        "target": "the Harbour Trust",
        "target_mention": "the Harbour Trust",
        "basis": "expressed",
        "rule": "support.verb.back",
    }


def test_a_stranger_has_no_name_in_rows() -> None:
    _, quote, _, stance = ANALYSIS.to_rows()
    assert (quote["speaker"], quote["speaker_mention"]) == (None, "He")
    assert (stance["holder"], stance["holder_mention"]) == (None, "he")
    assert (stance["speaker"], stance["speaker_mention"]) == (None, "He")


def stance_of(holder: Mention | None, label: StanceLabel = StanceLabel.SUPPORT) -> Stance:
    return Stance(label, Basis.EXPRESSED, holder, BACKS.target, span("backs"), None, "rule")


HE, HE_AGAIN = Mention(span("He")), Mention(span("He", 1))


@pytest.mark.parametrize(
    ("stances", "expected"),
    [
        ((), []),
        ((BACKS,), [("Ann Okafor", "support", 1)]),
        ((BACKS, BACKS), [("Ann Okafor", "support", 2)]),
        (
            (BACKS, stance_of(BACKS.holder, StanceLabel.OPPOSE)),
            [("Ann Okafor", "support", 1), ("Ann Okafor", "oppose", 1)],
        ),
        ((stance_of(Mention(span("Ann Okafor"), OKAFOR)), BACKS), [("Ann Okafor", "support", 2)]),
        ((stance_of(None), stance_of(None)), [(None, "support", 2)]),
        ((stance_of(HE), stance_of(HE_AGAIN)), [("He", "support", 1), ("He", "support", 1)]),
        ((stance_of(HE), stance_of(None)), [("He", "support", 1), (None, "support", 1)]),
    ],
)
def test_summary_counts(
    stances: tuple[Stance, ...], expected: list[tuple[str | None, str, int]]
) -> None:
    summary = Analysis(TEXT, (), stances, (OKAFOR, TRUST), "m 1").summary()
    assert [(row["holder"], row["label"], row["count"]) for row in summary] == expected


def test_summary_tells_target_basis_and_evidence() -> None:
    neutral = Stance(
        StanceLabel.NEUTRAL, None, None, BACKS.target, None, None, "neutral.no-evidence"
    )
    backed, none = Analysis(TEXT, (), (BACKS, neutral), (OKAFOR, TRUST), "m 1").summary()
    assert (backed["target"], backed["basis"], backed["evidence"]) == (
        "the Harbour Trust",
        "expressed",
        ["backs"],
    )
    assert (none["basis"], none["count"], none["evidence"]) == (None, 1, [])


def test_displacy_tokens_make_up_the_text() -> None:
    drawn = ANALYSIS.to_displacy()
    assert "".join(drawn["tokens"]) == TEXT


def test_displacy_spans_stand_on_tokens() -> None:
    drawn = ANALYSIS.to_displacy()
    for found in drawn["spans"]:
        tokens = drawn["tokens"][found["start_token"] : found["end_token"]]
        assert "".join(tokens) == TEXT[found["start"] : found["end"]]
    assert [(s["label"], TEXT[s["start"] : s["end"]]) for s in drawn["spans"]] == [
        ("direct", "The pier is safe,"),
        ("speaker", "Ann Okafor"),
        ("cue", "told"),
        ("direct", "and it stays open."),
        ("support", "backs"),
        ("speaker", "He"),
        ("cue", "said"),
        ("indirect", "that he backs it too"),
        ("support", "backs"),
    ]


def test_displacy_cuts_words_where_a_span_ends_inside_one() -> None:
    quote = Quote(
        QuoteKind.DIRECT, Act.SPEECH, (Span(0, 3, "out"),), None, None, None, False, (), "marks"
    )
    assert Analysis("outside", (quote,), (), (), "m 1").to_displacy()["tokens"] == ["out", "side"]


def test_displacy_draws_it() -> None:
    from spacy import displacy

    drawn = displacy.render(ANALYSIS.to_displacy(), style="span", manual=True, jupyter=False)
    assert "Okafor" in drawn
    assert "indirect" in drawn

"""Lexicon files: what is wrong with one is said with file, entry and key."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from quotekit import Act, Lexicon, LexiconError, QuoteKit, QuoteKitError, StanceLabel

MURMUR = """
[reporting.verb.burble]
act = "speech"
content = ["quotation", "clause"]
tier = 1
example = "[Lee] <burbled> {that it works}."
"""
SHUN = """
[stance.verb.shun-utterly]
lemma = "snub"
label = "oppose"
basis = "deed"
example = "[Lee] <snubbed> {Kim}."
"""


@pytest.fixture
def written(tmp_path: Path):  # type: ignore[no-untyped-def]
    def written(content: str | bytes) -> Path:
        path = tmp_path / "own words.toml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return written


def test_the_shipped_lexicon_is_read_once() -> None:
    assert Lexicon.default() is Lexicon.default()
    assert Lexicon.default().reporting["verb.say"].act is Act.SPEECH


def test_extended_adds(written) -> None:  # type: ignore[no-untyped-def]
    default = Lexicon.default()
    lexicon = default.extended(written(MURMUR + SHUN))
    [burble] = lexicon.reporting_entries("verb", "burble")
    assert (burble.key, burble.lemma, burble.content) == (
        "verb.burble",
        "burble",
        ("quotation", "clause"),
    )
    assert "verb.shun-utterly" in {entry.key for entry in lexicon.stance_entries("verb", "snub")}
    assert lexicon.reporting_entries("verb", "say") == default.reporting_entries("verb", "say")
    assert len(lexicon.reporting) == len(default.reporting) + 1


def test_extended_leaves_the_old_one_alone(written) -> None:  # type: ignore[no-untyped-def]
    Lexicon.default().extended(written(MURMUR))
    assert Lexicon.default().reporting_entries("verb", "burble") == ()
    assert not Lexicon.default().wants("verb", "burble")


def test_extended_replaces(written) -> None:  # type: ignore[no-untyped-def]
    default = Lexicon.default()
    lexicon = default.extended(written(MURMUR.replace("burble]", "say]")))
    assert lexicon.reporting["verb.say"].example == "[Lee] <burbled> {that it works}."
    assert len(lexicon.reporting) == len(default.reporting)
    assert lexicon.reporting["verb.say"] in lexicon.reporting_entries("verb", "say")


def test_a_kit_reads_by_it(written) -> None:  # type: ignore[no-untyped-def]
    text = "Ann Okafor burbled that the pier was shut."
    lexicon = Lexicon.default().extended(written(MURMUR))
    [quote] = QuoteKit(lexicon=lexicon).analyze(text).quotes
    assert (quote.text, quote.rule) == ("that the pier was shut", "report.verb.burble clause tier-1")
    assert QuoteKit().analyze(text).quotes == ()


def test_wants_the_first_word(written) -> None:  # type: ignore[no-untyped-def]
    lexicon = Lexicon.default().extended(written(MURMUR.replace("burble]", '"burble out"]')))
    assert lexicon.wants("verb", "burble")
    assert not lexicon.wants("verb", "burble out")
    assert not lexicon.wants("noun", "burble")
    assert not lexicon.wants("verb", "burb")


def test_pickles(written) -> None:  # type: ignore[no-untyped-def]
    lexicon = Lexicon.default().extended(written(MURMUR + SHUN))
    again = pickle.loads(pickle.dumps(lexicon))
    assert again == lexicon
    assert again.reporting_entries("verb", "burble") == lexicon.reporting_entries("verb", "burble")
    assert again.wants("verb", "burble")


WRONG = {
    "unknown key": (MURMUR + "colour = 3", "verb.burble: unknown key 'colour'"),
    "unknown key of a stance": (SHUN + 'act = "speech"', "verb.shun-utterly: unknown key 'act'"),
    "missing key": (MURMUR.replace('act = "speech"', ""), "verb.burble: .*'act'"),
    "wrong tier": (MURMUR.replace("tier = 1", "tier = 4"), "verb.burble: 'tier'"),
    "tier as a word": (MURMUR.replace("tier = 1", 'tier = "1"'), "verb.burble: 'tier'"),
    "unknown act": (MURMUR.replace('"speech"', '"song"'), "verb.burble: .*'song'.*Act"),
    "unknown label": (SHUN.replace('"oppose"', '"hate"'), "verb.shun-utterly: 'hate'.*StanceLabel"),
    "unknown basis": (SHUN.replace('"deed"', '"rumour"'), "verb.shun-utterly: 'rumour'.*Basis"),
    "unknown part of speech": (MURMUR.replace(".verb.", ".verbs."), "verbs.burble: 'pos'"),
    "unknown table": (MURMUR.replace("reporting", "reports"), "unknown table 'reports'"),
    "no entry": ('[reporting]\nverb = "burble"', "'verb' stands outside an entry"),
    "no keys": ('[reporting.verb]\nburble = "speech"', "verb.burble is not a table"),
    "defined twice": (MURMUR + MURMUR, "cannot be read as TOML"),
    "bad TOML": ("[reporting.verb.burble", "cannot be read as TOML"),
    "not UTF-8": (b"\xff\xfe[reporting]", "cannot be read as TOML"),
    "content that is no word": (MURMUR.replace('["quotation", "clause"]', "3"), "verb.burble: "),
    "unknown form": (MURMUR.replace('"clause"', '"klause"'), "verb.burble: .*'klause'"),
    "top level is no table": ("reporting = 3", "reporting"),
}


@pytest.mark.parametrize(("content", "message"), WRONG.values(), ids=WRONG.keys())
def test_a_wrong_file(written, content: str | bytes, message: str) -> None:  # type: ignore[no-untyped-def]
    path = written(content)
    with pytest.raises(LexiconError, match=message) as caught:
        Lexicon.default().extended(path)
    assert str(path) in str(caught.value)
    assert isinstance(caught.value, QuoteKitError)


def test_a_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "nowhere.toml"
    with pytest.raises(LexiconError, match=r"nowhere\.toml"):
        Lexicon.default().extended(path)
    with pytest.raises(LexiconError, match="cannot be read"):
        Lexicon.default().extended(tmp_path)


def test_a_path_may_be_a_string(written) -> None:  # type: ignore[no-untyped-def]
    assert Lexicon.default().extended(str(written(MURMUR))).wants("verb", "burble")


def test_denial_of_a_stance() -> None:
    """*does not support* opposes; *does not oppose* and *did not help* say nothing."""
    stance = Lexicon.default().stance
    assert {entry.negated for entry in stance.values()} <= set(StanceLabel)
    expressed = stance["verb.support"]
    assert (expressed.label, expressed.negated) == (StanceLabel.SUPPORT, StanceLabel.OPPOSE)
    assert stance["verb.oppose"].negated is not StanceLabel.OPPOSE

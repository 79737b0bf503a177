"""Lexicon files: what is wrong with one is said with file, entry and key."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from quotekit import Act, Lexicon, LexiconError, QuoteKit, QuoteKitError, StanceLabel

SEMAPHORE = """
[reporting.verb.semaphore]
act = "speech"
content = ["quotation", "clause"]
tier = 1
example = "[Lee] <semaphored> {that it works}."
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
    lexicon = default.extended(written(SEMAPHORE + SHUN))
    [semaphore] = lexicon.reporting_entries("verb", "semaphore")
    assert (semaphore.key, semaphore.lemma, semaphore.content) == (
        "verb.semaphore",
        "semaphore",
        ("quotation", "clause"),
    )
    assert "verb.shun-utterly" in {entry.key for entry in lexicon.stance_entries("verb", "snub")}
    assert lexicon.reporting_entries("verb", "say") == default.reporting_entries("verb", "say")
    assert len(lexicon.reporting) == len(default.reporting) + 1


def test_extended_leaves_the_old_one_alone(written) -> None:  # type: ignore[no-untyped-def]
    Lexicon.default().extended(written(SEMAPHORE))
    assert Lexicon.default().reporting_entries("verb", "semaphore") == ()
    assert not Lexicon.default().wants("verb", "semaphore")


def test_extended_replaces(written) -> None:  # type: ignore[no-untyped-def]
    default = Lexicon.default()
    lexicon = default.extended(written(SEMAPHORE.replace("semaphore]", "say]")))
    assert lexicon.reporting["verb.say"].example == "[Lee] <semaphored> {that it works}."
    assert len(lexicon.reporting) == len(default.reporting)
    assert lexicon.reporting["verb.say"] in lexicon.reporting_entries("verb", "say")


def test_a_kit_reads_by_it(written) -> None:  # type: ignore[no-untyped-def]
    text = "Ann Okafor semaphored that the pier was shut."
    lexicon = Lexicon.default().extended(written(SEMAPHORE))
    [quote] = QuoteKit(lexicon=lexicon).analyze(text).quotes
    assert (quote.text, quote.rule) == (
        "that the pier was shut",
        "report.verb.semaphore clause tier-1",
    )
    assert QuoteKit().analyze(text).quotes == ()


def test_wants_a_lemma_and_its_first_word(written) -> None:  # type: ignore[no-untyped-def]
    lexicon = Lexicon.default().extended(
        written(SEMAPHORE.replace("semaphore]", '"semaphore out"]'))
    )
    assert lexicon.wants("verb", "semaphore")
    assert lexicon.wants("verb", "semaphore out")
    assert not lexicon.wants("verb", "semaphore in")
    assert not lexicon.wants("noun", "semaphore")
    assert not lexicon.wants("verb", "burb")


def test_pickles(written) -> None:  # type: ignore[no-untyped-def]
    lexicon = Lexicon.default().extended(written(SEMAPHORE + SHUN))
    again = pickle.loads(pickle.dumps(lexicon))
    assert again == lexicon
    assert again.reporting_entries("verb", "semaphore") == lexicon.reporting_entries(
        "verb", "semaphore"
    )
    assert again.wants("verb", "semaphore")


WRONG = {
    "unknown key": (SEMAPHORE + "colour = 3", "verb.semaphore: unknown key 'colour'"),
    "unknown key of a stance": (SHUN + 'act = "speech"', "verb.shun-utterly: unknown key 'act'"),
    "missing key": (SEMAPHORE.replace('act = "speech"', ""), "verb.semaphore: .*'act'"),
    "wrong tier": (SEMAPHORE.replace("tier = 1", "tier = 4"), r"verb\.semaphore: 'tier'.*4\)$"),
    "tier as a word": (
        SEMAPHORE.replace("tier = 1", 'tier = "1"'),
        r"verb\.semaphore: 'tier'.*'1'\)$",
    ),
    "unknown act": (SEMAPHORE.replace('"speech"', '"song"'), "verb.semaphore: .*'song'.*Act"),
    "unknown label": (SHUN.replace('"oppose"', '"hate"'), "verb.shun-utterly: 'hate'.*StanceLabel"),
    "unknown basis": (SHUN.replace('"deed"', '"rumour"'), "verb.shun-utterly: 'rumour'.*Basis"),
    "unknown part of speech": (
        SEMAPHORE.replace(".verb.", ".verbs."),
        r"verbs\.semaphore: 'pos'.*'verbs'\)$",
    ),
    "unknown table": (SEMAPHORE.replace("reporting", "reports"), "unknown table 'reports'"),
    "no entry": ('[reporting]\nverb = "semaphore"', "'verb' stands outside an entry"),
    "no keys": ('[reporting.verb]\nsemaphore = "speech"', "verb.semaphore is not a table"),
    "defined twice": (SEMAPHORE + SEMAPHORE, "cannot be read as TOML"),
    "bad TOML": ("[reporting.verb.semaphore", "cannot be read as TOML"),
    "not UTF-8": (b"\xff\xfe[reporting]", "cannot be read as TOML"),
    "content that is no word": (
        SEMAPHORE.replace('["quotation", "clause"]', "3"),
        "verb.semaphore: ",
    ),
    "unknown form": (SEMAPHORE.replace('"clause"', '"klause"'), "verb.semaphore: .*'klause'"),
    "top level is no table": ("reporting = 3", "reporting"),
    "empty lemma": (SEMAPHORE + 'lemma = ""', "verb.semaphore: .*lemma"),
    "lemma is no word": (SEMAPHORE + "lemma = 3", "verb.semaphore: .*lemma"),
    "content holds no word": (SEMAPHORE.replace('"clause"', "3"), "verb.semaphore: .*content"),
    "no content": (SEMAPHORE.replace('"quotation", "clause"', ""), "verb.semaphore: .*content"),
}


KNOWN_FAULTS = {
    "unknown form": "forms are not checked",
    "top level is no table": "AttributeError",
    "content holds no word": "not checked",
    "no content": "not checked",
}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(
            *case,
            id=name,
            marks=pytest.mark.xfail(reason=KNOWN_FAULTS[name]) if name in KNOWN_FAULTS else (),
        )
        for name, case in WRONG.items()
    ],
)
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
    assert Lexicon.default().extended(str(written(SEMAPHORE))).wants("verb", "semaphore")


def test_denial_of_a_stance() -> None:
    """*does not support* opposes; *does not oppose* and *did not help* say nothing."""
    stance = Lexicon.default().stance
    assert {entry.negated for entry in stance.values()} <= set(StanceLabel)
    expressed = stance["verb.support"]
    assert (expressed.label, expressed.negated) == (StanceLabel.SUPPORT, StanceLabel.OPPOSE)
    assert stance["verb.oppose"].negated is not StanceLabel.OPPOSE

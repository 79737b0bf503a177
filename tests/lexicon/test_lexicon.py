"""Lexicon files: what is wrong with one is said with file, entry and key."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from quotekit import Act, Lexicon, LexiconError, QuoteKit, QuoteKitError, StanceLabel
from quotekit.lexicon import Needs, Predicates

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


def test_needs_what_one_of_the_senses_has_for_content_or_target() -> None:
    predicates = Predicates(
        {("verb", "nod"): Needs(frozenset({"clause"})), ("verb", "cry"): Needs()}
    )
    more = predicates.also(
        {("verb", "nod"): Needs(frozenset({"to"})), ("verb", "cry"): Needs(frozenset({"for"}))}
    )
    assert more.needs("verb", "nod") == Needs(frozenset({"clause", "to"}))
    assert more.needs("verb", "cry") == Needs()
    assert more.needs("noun", "cry") is None


def test_a_particle_changes_only_verbs_that_need_something() -> None:
    predicates = Predicates(
        {("verb", "nod"): Needs(frozenset({"clause"})), ("verb", "cry"): Needs()}
    )
    assert predicates.needs("verb", "cry out") == Needs()
    assert predicates.needs("verb", "nod off") is None


def test_words_in_marks_need_no_argument_beside_them() -> None:
    wants = Lexicon.default().wants
    assert wants.needs("verb", "say") == Needs()
    assert "clause" in (wants.needs("noun", "claim") or Needs()).arguments


@pytest.mark.parametrize(
    ("key", "needed"), [("with_object", {"full-throated"}), ("with_word", frozenset())]
)
def test_needs_lemmas_but_no_words_that_may_be_several_tokens(written, key, needed) -> None:  # type: ignore[no-untyped-def]
    entry = SHUN.replace('"snub"', '"glomp"') + f'{key} = "full-throated"'
    needs = Lexicon.default().extended(written(entry)).wants.needs("verb", "glomp")
    assert needs is not None
    assert needs.words == needed


@pytest.mark.parametrize(
    ("targets", "needed"),
    [
        (["on", "out against"], {"on", "against"}),
        (["on", "patient"], frozenset()),
        (["on", "infinitive"], frozenset()),
    ],
)
def test_needs_prepositions_where_nothing_else_brings_in_a_target(written, targets, needed) -> None:  # type: ignore[no-untyped-def]
    entry = SHUN.replace('"snub"', '"glomp"') + f"target = {targets}"
    needs = Lexicon.default().extended(written(entry)).wants.needs("verb", "glomp")
    assert needs == Needs(frozenset(targets), frozenset(needed))


def test_pickles(written) -> None:  # type: ignore[no-untyped-def]
    lexicon = Lexicon.default().extended(written(SEMAPHORE + SHUN))
    again = pickle.loads(pickle.dumps(lexicon))
    assert again == lexicon
    assert again.reporting_entries("verb", "semaphore") == lexicon.reporting_entries(
        "verb", "semaphore"
    )
    assert again.wants("verb", "semaphore")


WRONG = {
    "unknown key": (
        SEMAPHORE + "colour = 3",
        r":7: verb\.semaphore: unknown key 'colour'; known: lemma, act",
    ),
    "unknown key of a stance": (
        SHUN + 'act = "speech"',
        r":7: verb\.shun-utterly: unknown key 'act'",
    ),
    "missing key": (
        SEMAPHORE.replace('act = "speech"', ""),
        r":2: verb\.semaphore: the key 'act' is missing",
    ),
    "wrong tier": (
        SEMAPHORE.replace("tier = 1", "tier = 4"),
        r":5: verb\.semaphore: tier: 4 is none of 1, 2, 3$",
    ),
    "tier as a word": (
        SEMAPHORE.replace("tier = 1", 'tier = "1"'),
        r":5: verb\.semaphore: tier: '1' is none of 1, 2, 3$",
    ),
    "unknown act": (
        SEMAPHORE.replace('"speech"', '"song"'),
        r":3: verb\.semaphore: act: 'song' is none of speech, thought, attitude",
    ),
    "unknown label": (
        SHUN.replace('"oppose"', '"hate"'),
        r":4: verb\.shun-utterly: label: 'hate' is none of support, ",
    ),
    "unknown basis": (
        SHUN.replace('"deed"', '"rumour"'),
        r":5: verb\.shun-utterly: basis: 'rumour' is none of expressed, ",
    ),
    "unknown part of speech": (
        SEMAPHORE.replace(".verb.", ".verbs."),
        r":2: verbs: is none of verb, .*; expected tables such as \[reporting\.verb\.say\]",
    ),
    "unknown table": (
        SEMAPHORE.replace("reporting", "reports"),
        r":2: reports: unknown table; known: reporting, stance",
    ),
    "no entry": (
        '[reporting]\nverb = "semaphore"',
        r":2: verb: stands outside an entry such as \[reporting\.verb\.say\]",
    ),
    "no keys": (
        '[reporting.verb]\nsemaphore = "speech"',
        r":2: verb\.semaphore: is not a table of keys",
    ),
    "defined twice": (
        SEMAPHORE + SEMAPHORE,
        r"cannot be read as TOML: duplicate key.* at line 8 column",
    ),
    "bad TOML": ("[reporting.verb.semaphore", "cannot be read as TOML"),
    "not UTF-8": (b"\xff\xfe[reporting]", "cannot be read as TOML"),
    "content that is no word": (
        SEMAPHORE.replace('["quotation", "clause"]', "3"),
        r":4: verb\.semaphore: content: expected a word or a list of words, not 3",
    ),
    "unknown form": (
        SEMAPHORE.replace('"clause"', '"klause"'),
        r":4: verb\.semaphore: content: 'klause' is none of quotation, clause, ",
    ),
    "top level is no table": (
        "reporting = 3",
        r":1: reporting: expected tables such as \[reporting\.verb\.say\]",
    ),
    "empty lemma": (
        SEMAPHORE + 'lemma = ""',
        r":7: verb\.semaphore: lemma: expected a word, not ''",
    ),
    "lemma is no word": (
        SEMAPHORE + "lemma = 3",
        r":7: verb\.semaphore: lemma: expected a word, not 3",
    ),
    "content holds no word": (
        SEMAPHORE.replace('"clause"', "3"),
        r":4: verb\.semaphore: content: expected a word",
    ),
    "no content": (
        SEMAPHORE.replace('"quotation", "clause"', ""),
        r":4: verb\.semaphore: content: expected at least one word",
    ),
    "unknown role": (
        SEMAPHORE + 'speaker = "actor"',
        r":7: .*: speaker: 'actor' is none of agent, ",
    ),
    "two roles of one speaker": (
        SEMAPHORE + 'speaker = ["agent", "patient"]',
        r":7: .*: speaker: \['agent', 'patient'\] is none of agent, ",
    ),
    "no role of the speaker": (SEMAPHORE + "speaker = 3", ":7: .*: speaker: 3 is none of agent, "),
    "no list of addressees": (
        SEMAPHORE + "recipient = 3",
        ":7: .*: recipient: expected a word or a list of words, not 3",
    ),
    "a list in a list of words": (
        SHUN + 'with_object = [["weight"]]',
        r":7: .*: with_object: expected a word or a list of words, not \(\['weight'\],\)",
    ),
    "a key that is the entry's place": (
        SHUN + 'pos = "verb"',
        ":7: .*: unknown key 'pos'",
    ),
    "unknown role of the addressee": (SEMAPHORE + 'recipient = ["to", "whom"]', ":7: .*'whom'"),
    "unknown holder": (SHUN + 'holder = "x"', ":7: .*: holder: 'x' is none of .*, self, author"),
    "unknown target": (
        SHUN + 'target = ["patient", "x"]',
        ":7: .*: target: 'x' is none of agent, ",
    ),
    "a switch as a word": (
        SHUN + 'reciprocal = "yes"',
        ":7: .*: reciprocal: expected true or false",
    ),
    "true for a tier": (SHUN + "tier = true", ":7: .*: tier: True is none of 1, 2, 3"),
    "an example without a cue": (
        SHUN.replace("<snubbed>", "snubbed"),
        ":6: .*: example: .*'.Lee. snub",
    ),
    "an example with a mark left open": (
        SHUN.replace("Kim}", "Kim"),
        ":6: .*: example: expected a sen",
    ),
    "an example that is none": (
        SHUN.replace('"[Lee] <snubbed> {Kim}."', "3"),
        ":6: .*: example: .*3",
    ),
    "an inline table": (
        "reporting.verb.semaphore = {tier = 1}",
        r":1: verb\.semaphore: the key 'act'",
    ),
    "a quoted name": (
        SEMAPHORE.replace("verb.semaphore", 'verb."semaphore out"').replace("1", "9"),
        ":5: ",
    ),
    "too deep": ("reporting = " + "[" * 100_000, "cannot be read as TOML"),
    "a table that is no mapping": ("[[reporting]]", ":1: reporting: expected tables"),
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
    assert Lexicon.default().extended(str(written(SEMAPHORE))).wants("verb", "semaphore")


def test_denial_of_a_stance() -> None:
    """*does not support* opposes; *does not oppose* and *did not help* say nothing."""
    stance = Lexicon.default().stance
    assert {entry.negated for entry in stance.values()} <= set(StanceLabel)
    expressed = stance["verb.support"]
    assert (expressed.label, expressed.negated) == (StanceLabel.SUPPORT, StanceLabel.OPPOSE)
    assert stance["verb.oppose"].negated is not StanceLabel.OPPOSE

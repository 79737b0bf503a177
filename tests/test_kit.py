"""`QuoteKit`: what its options choose, what it refuses, and that it can be shared and shipped."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count, islice
from pathlib import Path
from typing import Any

import pytest

import quotekit
from quotekit import (
    Act,
    Analysis,
    Basis,
    InvalidInput,
    Lexicon,
    QuoteKind,
    QuoteKit,
    QuoteKitError,
)

EVERY_KIND = """“The pier will open in May,” Ann Okafor said.

Paul Brandt said that the pier was “a ruin” and that it would never open.

Okafor believes that it will. Brandt opposes the Harbour Trust.
"""
EVERY_BASIS = (
    "Ann Okafor praised Paul Brandt. Kim Lee attacked Okafor with a knife and injured Okafor."
)
TEXTS = [
    EVERY_KIND,
    "",
    "“No,” Lee said.",
    "Okafor said that it rained.\n\n“It did,” Brandt said.\n\nLee left.",
    EVERY_BASIS,
]


@pytest.fixture(scope="module")
def plain() -> QuoteKit:
    return QuoteKit()


@pytest.fixture(scope="module")
def alone(plain: QuoteKit) -> list[Analysis]:
    """The texts analysed one by one."""
    return [plain.analyze(text) for text in TEXTS]


@pytest.mark.parametrize("kind", QuoteKind)
def test_kinds(kit: QuoteKit, kind: QuoteKind) -> None:
    everything = kit.analyze(EVERY_KIND).quotes
    chosen = QuoteKit(kinds={kind}, acts=set(Act)).analyze(EVERY_KIND).quotes
    assert chosen == tuple(quote for quote in everything if quote.kind is kind)
    assert chosen


@pytest.mark.parametrize("act", Act)
def test_acts(kit: QuoteKit, act: Act) -> None:
    everything = kit.analyze(EVERY_KIND).quotes
    chosen = QuoteKit(acts={act}).analyze(EVERY_KIND).quotes
    assert chosen == tuple(quote for quote in everything if quote.act is act)
    assert chosen


def test_attitudes_come_out_only_when_asked_for(kit: QuoteKit, plain: QuoteKit) -> None:
    without = plain.analyze(EVERY_KIND)
    assert Act.ATTITUDE not in {quote.act for quote in without.quotes}
    assert without.stances == kit.analyze(EVERY_KIND).stances
    assert without.stances


def test_words_name_members() -> None:
    assert QuoteKit(kinds="direct", acts=["speech"]) == QuoteKit(
        kinds={QuoteKind.DIRECT}, acts={Act.SPEECH}
    )


def test_nothing_chosen_is_nothing_found() -> None:
    assert QuoteKit(kinds=()).analyze(EVERY_KIND).quotes == ()


def test_stances_can_be_left_out(plain: QuoteKit) -> None:
    without = QuoteKit(stances=False).analyze(EVERY_KIND)
    assert without.stances == ()
    assert all(quote.stances == () for quote in without.quotes)
    assert len(without.quotes) == len(plain.analyze(EVERY_KIND).quotes)


@pytest.mark.parametrize("basis", [Basis.EXPRESSED, Basis.DEED])
def test_bases(plain: QuoteKit, basis: Basis) -> None:
    chosen = QuoteKit(bases={basis}).analyze(EVERY_BASIS).stances
    assert {stance.basis for stance in chosen} == {basis}
    assert set(chosen) < set(plain.analyze(EVERY_BASIS).stances)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"kinds": {"verbatim"}}, "'verbatim'.*QuoteKind: direct, mixed, indirect"),
        ({"kinds": 3}, "3: expected a collection of QuoteKind"),
        ({"kinds": None}, "None: expected a collection of QuoteKind"),
        ({"acts": ["speech", "song"]}, "Act: speech, thought, attitude"),
        ({"bases": {"rumour"}}, "Basis: expressed, deed, tone"),
        ({"acts": {Act.SPEECH: 1, Basis.DEED: 2}}, "Act"),
    ],
)
def test_options_that_cannot_be_used(options: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidInput, match=message):
        QuoteKit(**options)


@pytest.mark.parametrize(
    "options",
    [
        {"model": 3},
        {"model": Path("en_core_web_sm")},
        {"lexicon": "own.toml"},
        {"lexicon": {}},
        {"coref": "clusters"},
        {"stances": "no"},
        {"stances": None},
    ],
    ids=str,
)
def test_options_of_a_wrong_type(options: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput, match=f"{next(iter(options))}=.*: expected"):
        QuoteKit(**options)


def test_options_are_named() -> None:
    with pytest.raises(TypeError):
        QuoteKit("en_core_web_sm")  # type: ignore[misc]


def test_a_kit_cannot_be_changed(plain: QuoteKit) -> None:
    with pytest.raises(AttributeError):
        plain.stances = False  # type: ignore[misc]


@pytest.mark.parametrize("text", [None, 3, b"bytes", ["a text"], Path("a.txt")], ids=repr)
def test_no_text(plain: QuoteKit, text: Any) -> None:
    with pytest.raises(InvalidInput, match=f"expected a text.*{type(text).__name__}"):
        plain.analyze(text)
    with pytest.raises(InvalidInput, match="expected a text"):
        list(plain.pipe(["“No,” Lee said.", text]))
    with pytest.raises(InvalidInput, match="expected a text"):
        quotekit.extract_quotes(text)


@pytest.mark.parametrize(
    "options",
    [
        {"batch_size": 0},
        {"batch_size": -1},
        {"n_process": 0},
        {"batch_size": "x"},
        {"n_process": 1.5},
        {"on_error": "raise"},
    ],
    ids=str,
)
def test_pipe_refuses_at_the_call(plain: QuoteKit, options: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput, match=next(iter(options))):
        plain.pipe(["Lee left."], **options)


def test_pipe_refuses_one_text(plain: QuoteKit) -> None:
    with pytest.raises(InvalidInput, match="wrap the one in a list"):
        plain.pipe("Lee left.")


@pytest.mark.parametrize("batch_size", [1, 2, 3, 64])
def test_pipe_gives_what_analyze_gives(
    plain: QuoteKit, alone: list[Analysis], batch_size: int
) -> None:
    assert list(plain.pipe(TEXTS, batch_size=batch_size)) == alone


def test_pipe_of_nothing(plain: QuoteKit) -> None:
    assert list(plain.pipe([])) == []
    assert list(plain.pipe(iter([""]))) == [plain.analyze("")]


def test_pipe_as_tuples(plain: QuoteKit, alone: list[Analysis]) -> None:
    contexts = [{"id": number} for number in range(len(TEXTS))]
    found = list(plain.pipe(zip(TEXTS, contexts, strict=True), as_tuples=True, batch_size=2))
    assert [analysis for analysis, _ in found] == alone
    assert [context for _, context in found] == contexts


@pytest.mark.parametrize("as_tuples", [False, True])
def test_pipe_streams(plain: QuoteKit, as_tuples: bool) -> None:
    taken = 0

    def endless() -> Iterator[Any]:
        nonlocal taken
        for taken in count(1):
            yield ("“No,” Lee said.", taken) if as_tuples else "“No,” Lee said."

    found = list(islice(plain.pipe(endless(), batch_size=4, as_tuples=as_tuples), 6))
    assert len(found) == 6
    assert taken < 20


def test_pipe_takes_docs(plain: QuoteKit, nlp: Any, alone: list[Analysis]) -> None:
    mixed = [TEXTS[2], nlp(TEXTS[2])]
    assert list(plain.pipe(mixed)) == [alone[2], alone[2]]


def unlucky(doc: Any) -> list[list[tuple[int, int]]]:
    """A resolver that cannot bear Okafor."""
    if "Okafor" in doc.text:
        raise UnluckyError(doc.text, len(doc))
    return []


class UnluckyError(Exception):
    """Pickles, but does not unpickle: its parameters are not its args."""

    def __init__(self, text: str, length: int) -> None:
        super().__init__(f"{length} tokens")


def test_a_bad_text_costs_no_other(plain: QuoteKit, alone: list[Analysis]) -> None:
    texts = [*TEXTS[:2], None, *TEXTS[2:4], b"bytes", TEXTS[4]]
    errors: list[tuple[Any, Exception]] = []
    found = list(plain.pipe(texts, on_error=lambda *failed: errors.append(failed)))
    assert found == [*alone[:2], None, *alone[2:4], None, alone[4]]
    assert [(text, type(error)) for text, error in errors] == [
        (None, InvalidInput),
        (b"bytes", InvalidInput),
    ]


def test_a_text_that_fails_on_the_way_costs_no_other(alone: list[Analysis]) -> None:
    found = list(QuoteKit(coref=unlucky).pipe(TEXTS, on_error=lambda text, error: type(error)))
    assert found == [UnluckyError, *alone[1:3], UnluckyError, UnluckyError]


def test_without_on_error_a_bad_text_raises_when_its_turn_comes(
    plain: QuoteKit, alone: list[Analysis]
) -> None:
    stream = plain.pipe([*TEXTS[:3], None, TEXTS[3]])
    assert list(islice(stream, 3)) == alone[:3]
    with pytest.raises(InvalidInput, match="got NoneType"):
        next(stream)


def test_an_error_keeps_its_context(plain: QuoteKit, alone: list[Analysis]) -> None:
    pairs = [(None, "first"), (TEXTS[2], "second")]
    found = plain.pipe(pairs, as_tuples=True, on_error=lambda text, error: "bad")
    assert list(found) == [("bad", "first"), (alone[2], "second")]


def test_pairs_that_are_none(plain: QuoteKit) -> None:
    with pytest.raises(InvalidInput, match=r"expected \(text, context\), got 'Lee left.'"):
        list(plain.pipe(["Lee left."], as_tuples=True))  # type: ignore[list-item]


def test_two_processes(alone: list[Analysis]) -> None:
    """Errors come back too, and contexts that no process could be sent."""
    contexts = [threading.Lock() for _ in range(7)]
    texts = [*TEXTS, None, "Ann Okafor left."]
    found = list(
        QuoteKit(coref=unlucky).pipe(
            zip(texts, contexts, strict=True),
            n_process=2,
            batch_size=2,
            as_tuples=True,
            on_error=lambda text, error: (text, type(error), str(error)),
        )
    )
    assert [context for _, context in found] == contexts
    assert [found[1][0], found[2][0]] == alone[1:3]
    assert found[5][0] == (None, InvalidInput, "expected a text or a spaCy Doc, got NoneType: None")
    assert found[6][0] == (texts[6], QuoteKitError, "UnluckyError: 4 tokens")


def deadly(doc: Any) -> list[list[tuple[int, int]]]:
    os._exit(1)


def test_a_process_that_dies_is_named() -> None:
    with pytest.raises(QuoteKitError, match="out of memory, killed"):
        list(QuoteKit(coref=deadly).pipe(TEXTS, n_process=2))


def test_processes_need_a_kit_that_pickles() -> None:
    with pytest.raises(InvalidInput, match="coref: a function of a module"):
        next(QuoteKit(coref=lambda doc: []).pipe(TEXTS, n_process=2))


def test_processes_read_no_further_than_they_must(plain: QuoteKit) -> None:
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield "“No,” Lee said."

    stream = plain.pipe(endless(), batch_size=4, n_process=2)
    assert len(list(islice(stream, 6))) == 6
    stream.close()  # type: ignore[attr-defined]
    assert taken < 40
    assert multiprocessing.active_children() == []


def test_threads_share_a_kit(plain: QuoteKit, alone: list[Analysis]) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(plain.analyze, TEXTS * 8))
    assert found == alone * 8


def test_pickles_as_its_configuration() -> None:
    kit = QuoteKit(kinds={QuoteKind.DIRECT}, stances=False, lexicon=Lexicon.default())
    kit.analyze(EVERY_KIND)
    shipped = pickle.dumps(QuoteKit(kinds={QuoteKind.DIRECT}, stances=False))
    assert len(shipped) < 1000
    assert pickle.loads(shipped) == QuoteKit(kinds={QuoteKind.DIRECT}, stances=False)
    again = pickle.loads(pickle.dumps(kit))
    assert again == kit
    assert again.analyze(EVERY_KIND) == kit.analyze(EVERY_KIND)


def test_analyses_pickle(alone: list[Analysis]) -> None:
    assert pickle.loads(pickle.dumps(alone)) == alone
    assert all(isinstance(hash(analysis), int) for analysis in alone)


def test_module_functions_are_a_default_kit(alone: list[Analysis]) -> None:
    assert quotekit.analyze(EVERY_KIND) == alone[0]
    assert quotekit.extract_quotes(EVERY_KIND) == list(alone[0].quotes)
    assert quotekit.extract_stances(EVERY_KIND) == list(alone[0].stances)
    assert quotekit.classify_stance(EVERY_KIND, "Harbour Trust") == QuoteKit().classify_stance(
        EVERY_KIND, "Harbour Trust"
    )


@pytest.mark.parametrize("text", TEXTS[:1] + TEXTS[2:4])
def test_a_given_doc(plain: QuoteKit, nlp: Any, text: str) -> None:
    assert plain.analyze(nlp(text)) == plain.analyze(text)


def test_a_doc_without_a_parse(plain: QuoteKit, nlp: Any) -> None:
    with pytest.raises(InvalidInput, match="parse"):
        plain.analyze(nlp.make_doc("“No,” Lee said."))


def test_another_resolver_is_asked(plain: QuoteKit) -> None:
    asked = []

    def coref(doc: Any) -> list[list[tuple[int, int]]]:
        asked.append(doc.text)
        return []

    text = "Lee left. He said that it rained."
    found = QuoteKit(coref=coref).analyze(text)
    assert asked == [text]
    assert len(found.quotes) == len(plain.analyze(text).quotes)

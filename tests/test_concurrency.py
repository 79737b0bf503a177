"""Threads that share a kit, kits that share a model, and processes: all give what one gives."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from quotekit import Act, Analysis, QuoteKind, QuoteKit

SEEDS = Path(__file__).parents[1] / "seeds"
TEXTS = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))[:4]]
TEXTS += ["", "\n".join(TEXTS[:2])]
THREADS = 8


@pytest.fixture(scope="module")
def alone() -> list[Analysis]:
    """The texts analysed one by one."""
    return [QuoteKit().analyze(text) for text in TEXTS]


def at_once(*tasks: Callable[[], Any]) -> list[Any]:
    """What the tasks return, each in a thread of its own, all begun together."""
    start = Barrier(len(tasks))

    def run(task: Callable[[], Any]) -> Any:
        start.wait()
        return task()

    with ThreadPoolExecutor(len(tasks)) as pool:
        return list(pool.map(run, tasks))


def test_threads_share_a_kit(alone: list[Analysis]) -> None:
    kit = QuoteKit()

    def reads(first: int) -> Callable[[], dict[int, Analysis]]:
        """Every thread begins with another text, and goes round."""
        order = [(first + number) % len(TEXTS) for number in range(len(TEXTS))]
        return lambda: {number: kit.analyze(TEXTS[number]) for number in order}

    for found in at_once(*map(reads, range(THREADS))):
        assert [found[number] for number in range(len(TEXTS))] == alone


def test_threads_pipe_analyse_and_ask_at_the_same_time(alone: list[Analysis], nlp: Any) -> None:
    """Beside one who makes Docs of the same pipeline, and reads on in them afterwards."""
    kit, name = QuoteKit(model=nlp), alone[0].entities[0].name
    asked = kit.classify_stance(TEXTS[0], name)
    words = [[token.text for token in nlp(text)] for text in TEXTS]
    found = at_once(
        lambda: list(kit.pipe(TEXTS, batch_size=2)) == alone,
        lambda: list(kit.pipe(TEXTS[::-1], batch_size=3))[::-1] == alone,
        lambda: [kit.analyze(text) for text in TEXTS] == alone,
        lambda: {kit.classify_stance(TEXTS[0], name) for _ in range(5)} == {asked},
        lambda: (
            [kit.analyze(doc) for doc in map(nlp, TEXTS)] == [kit.analyze(nlp(t)) for t in TEXTS]
        ),
        lambda: [[token.text for token in doc] for doc in [nlp(text) for text in TEXTS]] == words,
    )
    assert found == [True] * 6


def test_kits_share_a_model(alone: list[Analysis]) -> None:
    kits = [
        QuoteKit(),
        QuoteKit(kinds={QuoteKind.DIRECT}),
        QuoteKit(acts=set(Act)),
        QuoteKit(stances=False),
    ]
    expected = [[kit.analyze(text) for text in TEXTS] for kit in kits]
    assert expected[0] == alone

    def reads(kit: QuoteKit) -> Callable[[], list[Analysis]]:
        return lambda: [kit.analyze(text) for text in TEXTS]

    assert at_once(*map(reads, kits)) == expected


def test_the_first_call_of_all_comes_from_many_threads() -> None:
    code = (
        "from concurrent.futures import ThreadPoolExecutor as Pool\n"
        "import quotekit\n"
        "text = '“The pier is shut,” Ann Okafor said. She opposes the Trust.'\n"
        f"with Pool({THREADS}) as pool:\n"
        f"    found = set(pool.map(quotekit.analyze, [text] * {THREADS}))\n"
        "print(len(found), len(found.pop().quotes))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "1"]


@pytest.mark.parametrize("batch_size", [1, 64])
def test_two_processes(alone: list[Analysis], batch_size: int) -> None:
    assert list(QuoteKit().pipe(TEXTS, n_process=2, batch_size=batch_size)) == alone

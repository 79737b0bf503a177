"""Many texts: taken in batches, analysed here or in other processes, given back in order."""

from __future__ import annotations

import os
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any

from quotekit.errors import InvalidInput, QuoteKitError

Analyse = Callable[[Sequence[Any]], list[Any]]
"""A batch of texts to their analyses, an exception in the place of a text that has none."""
Pair = tuple[Any, Any]

CHARACTERS_AT_ONCE = 1_000_000
"""A batch that has reached this many takes no further text."""
BATCHES_AHEAD = 2
"""As many as wait for each process, or for the reader of its results."""


def analysed(
    analyse: Analyse, pairs: Iterable[Pair], batch_size: int, n_process: int
) -> Iterator[tuple[Any, Pair]]:
    """(analysis or exception, its pair) for every (text, context), in order."""
    batches = _batches(pairs, batch_size)
    results = (
        ((batch, analyse(_texts(batch))) for batch in batches)
        if n_process == 1
        else _in_processes(analyse, batches, n_process)
    )
    for batch, found in results:
        yield from zip(found, batch, strict=True)


def _batches(pairs: Iterable[Pair], batch_size: int) -> Iterator[list[Pair]]:
    batch: list[Pair] = []
    characters = 0
    for pair in pairs:
        try:
            text, _ = pair
        except (TypeError, ValueError):
            raise InvalidInput(f"as_tuples: expected (text, context), got {pair!r:.60}") from None
        batch.append(pair)
        characters += len(text) if isinstance(text, str) else 0
        if len(batch) >= batch_size or characters >= CHARACTERS_AT_ONCE:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _texts(batch: Sequence[Pair]) -> list[Any]:
    return [text for text, _ in batch]


def _in_processes(
    analyse: Analyse, batches: Iterator[list[Pair]], n_process: int
) -> Iterator[tuple[list[Pair], list[Any]]]:
    """Contexts stay here; a few batches are on their way at any time."""
    pool = ProcessPoolExecutor(
        n_process,
        mp_context=get_context("spawn"),
        initializer=_start,
        initargs=(_shipped(analyse),),
    )
    waiting: deque[tuple[list[Pair], Any]] = deque()
    try:
        for batch in batches:
            waiting.append((batch, pool.submit(_work, _texts(batch))))
            if len(waiting) > BATCHES_AHEAD * n_process:
                done, future = waiting.popleft()
                yield done, future.result()
        while waiting:
            done, future = waiting.popleft()
            yield done, future.result()
    except BrokenProcessPool as error:
        raise QuoteKitError(
            "a process of the pipe has ended: out of memory, killed, or never begun because the "
            'script does not start processes under `if __name__ == "__main__":`'
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _shipped(analyse: Analyse) -> bytes:
    try:
        return pickle.dumps(analyse)
    except Exception as error:
        raise InvalidInput(
            f"n_process > 1 needs a kit that pickles (coref: a function of a module): {error}"
        ) from error


_analyse: Analyse
"""A worker's own, unpickled once, so that each loads its model once."""


def _start(shipped: bytes) -> None:
    """Interrupts are for the parent, which ends its workers; they end too when it is killed."""
    global _analyse
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    _analyse = pickle.loads(shipped)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(texts: Sequence[Any]) -> list[Any]:
    return [_portable(found) for found in _analyse(texts)]


def _portable(found: Any) -> Any:
    """An exception that does not survive pickling would take the whole pool down."""
    if isinstance(found, Exception):
        try:
            pickle.loads(pickle.dumps(found))
        except Exception:
            return QuoteKitError(f"{type(found).__name__}: {found}")
    return found

"""Where a run writes, and how it ends.

A file is written beside its name, as ``NAME.part``, and renamed at the end: NAME is always whole.
JSON lines of a run that was stopped stay in the part, and ``--resume`` goes on behind them.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path
from typing import BinaryIO, NoReturn

import click
from attrs import frozen

from quotekit.cli.sinks import WRITERS
from quotekit.cli.sources import STDIN, Document, Found, Source
from quotekit.errors import InvalidInput, QuoteKitError

STOPPED = 130
"""The exit code that shells give a command that Ctrl-C ended."""
MOST_LOST = 1000
"""Documents that an earlier run read and did not write; more must come from another corpus."""


@frozen
class Target:
    """A file in one of the formats; without a path the standard output."""

    path: Path | None
    shape: str
    done: int = 0
    """The documents that an earlier run wrote."""
    finished: bool = False
    """Whether an earlier run wrote them all."""

    @property
    def part(self) -> Path | None:
        """Where it is written before it is whole; None for what cannot be renamed."""
        if self.path is None or (self.path.exists() and not self.path.is_file()):
            return None
        return self.path.with_name(f"{self.path.name}.part")

    @property
    def remains(self) -> str:
        """What a run that ends here leaves behind, to be told."""
        if self.part is None or not self.part.exists():
            return ""
        return f"; {self.part} keeps what is done, and --resume goes on from there"


def target_of(
    path: Path | None, shape: str | None, sources: Iterable[Source], *, resume: bool = False
) -> Target:
    """The target for these options; `InvalidInput` where they do not go together."""
    target = Target(path, shape or _shape(path))
    if path is not None and path.is_file():
        files = (source.name for source in sources if source.name != STDIN)
        if any(map(path.samefile, files)):
            raise InvalidInput(f"{path} is among the input: give the output another name")
    part = target.part
    begun = part is not None and part.exists() and part.stat().st_size > 0
    if not resume:
        if begun and target.shape == "jsonl":
            raise InvalidInput(f"{part} is of a run that was stopped: say --resume, or remove it")
        return target
    if part is None or target.shape != "jsonl":
        raise InvalidInput("--resume needs an output of JSON lines: -o NAME.jsonl")
    if begun:
        return Target(path, target.shape, done=_whole_lines(part))
    return Target(path, target.shape, finished=path is not None and path.exists())


@contextmanager
def opened(target: Target) -> Iterator[BinaryIO]:
    """The file to write, behind what is done; it takes its name when all went well."""
    path, part = target.path, target.part
    if path is None:
        yield sys.stdout.buffer
    elif part is None:
        with path.open("wb") as device:
            yield device
    else:
        try:
            with part.open("ab" if target.done else "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except BaseException:
            with suppress(OSError):
                if target.shape != "jsonl" or part.stat().st_size == 0:
                    part.unlink()
            raise


@contextmanager
def clear_ending(target: Target) -> Iterator[None]:
    """Whatever ends a run before its time is told in one line."""
    with _one_interrupt():
        try:
            yield
        except KeyboardInterrupt:
            click.echo(f"Stopped{target.remains}", err=True)
            raise click.exceptions.Exit(STOPPED) from None
        except QuoteKitError as error:
            if not isinstance(error.__cause__, BrokenExecutor):
                raise
            raise QuoteKitError(
                "a process was ended from outside, perhaps for want of memory" + target.remains
            ) from error
        except BrokenPipeError:
            raise
        except OSError as error:
            name = error.filename or target.path or "standard output"
            raise QuoteKitError(f"{name}: {error.strerror or error}{target.remains}") from error


def left_to_do(items: Found, target: Target) -> Found:
    """What comes behind the documents that are done, after what was passed over among them."""
    if not target.done or target.part is None:
        return items
    passed_over = []
    lost = 0
    for document in _written(target.part, target.done):
        for item in items:
            if item == document:
                break
            passed_over.append(item)
            lost += isinstance(item, Document)
            if lost > MOST_LOST:
                _refuse(target.part, document)
        else:
            _refuse(target.part, document)
    return chain(passed_over, items)


def _refuse(part: Path, document: Document) -> NoReturn:
    raise InvalidInput(
        f"{part} is not of this input: it has no {document.id!r} in that place; "
        "give the same input, or remove the file"
    )


def _shape(path: Path | None) -> str:
    if path is None:
        return "jsonl"
    shape = path.suffix.removeprefix(".").lower()
    if shape not in WRITERS:
        known = ", ".join(WRITERS)
        raise InvalidInput(f"{path}: its name does not say the format ({known}); say --format")
    return shape


def _whole_lines(part: Path) -> int:
    """Cut off a last line that was only begun; the number of those that are left."""
    lines = size = 0
    with part.open("rb") as file:
        for line in file:
            if line.endswith(b"\n"):
                lines += 1
                size += len(line)
    os.truncate(part, size)
    return lines


def _written(part: Path, lines: int) -> Iterator[Document]:
    """The documents whose analyses stand in so many lines."""
    with part.open("rb") as file:
        for number, line in zip(range(1, lines + 1), file, strict=False):
            try:
                data = json.loads(line)
                yield Document(data["id"], data["text"])
            except (KeyError, TypeError, ValueError) as error:
                raise InvalidInput(f"{part}:{number} is no line that extract wrote") from error


@contextmanager
def _one_interrupt() -> Iterator[None]:
    """Ctrl-C and an order to end are the same, and a second one does not disturb the clean-up."""

    def interrupt(number: int, frame: object) -> NoReturn:
        for name in before:
            signal.signal(name, signal.SIG_IGN)
        raise KeyboardInterrupt

    names = (signal.SIGINT, signal.SIGTERM)
    before = {
        name: signal.getsignal(name) for name in names if signal.getsignal(name) != signal.SIG_IGN
    }
    for name in before:
        signal.signal(name, interrupt)
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)

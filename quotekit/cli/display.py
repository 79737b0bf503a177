"""What a long run says on the standard error: how far it is, and what it had to pass over."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext

import click
from attrs import define
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskID,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.progress import TextColumn as Words
from rich.text import Text

from quotekit.cli.sources import Fault
from quotekit.cli.tables import flat
from quotekit.cli.targets import Target

INCOMPLETE = 1
"""The exit code where something was passed over."""


@define
class Display:
    """Counts what was done and what was passed over; draws a bar where somebody watches."""

    _progress: Progress
    _task: TaskID
    done: int
    passed_over: int = 0

    def expect(self, count: Callable[[], int | None]) -> None:
        """How many there will be, so that the bar knows the time left; None: nobody knows."""
        if not self._progress.disable:
            self._progress.update(self._task, total=count())

    def finished(self) -> None:
        """One more document is written."""
        self.done += 1
        self._progress.advance(self._task)

    def pass_over(self, fault: Fault) -> None:
        """Name what cannot be used, above the bar."""
        self.passed_over += 1
        self._progress.advance(self._task)
        message = flat(f"{fault.where}: {fault.why}; passed over")
        self._progress.console.print(message, soft_wrap=True)

    def conclude(self) -> None:
        """Where anything was passed over, say how much, and end with exit code 1."""
        if self.passed_over:
            self._progress.console.print(f"{self.passed_over} passed over, {self.done} written")
            raise click.exceptions.Exit(INCOMPLETE)


class _Rate(ProgressColumn):
    """Documents a second, over the last minutes."""

    def render(self, task: Task) -> Text:
        speed = task.speed
        return Text(f"{speed:.1f}/s" if speed else "", "progress.data.speed")


@contextmanager
def displayed(target: Target) -> Iterator[Display]:
    """A display; it draws its bar where the standard error is a terminal of its own."""
    watched = sys.stderr.isatty() and (target.path is not None or not sys.stdout.isatty())
    progress = Progress(
        Words("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True, highlight=False),
        disable=not watched,
        speed_estimate_period=120,
    )
    with progress if watched else nullcontext():  # rich before 14.3 ends a disabled bar's line
        task = progress.add_task("documents", total=None, completed=target.done)
        yield Display(progress, task, target.done)

"""The command ``quotekit``."""

from __future__ import annotations

from typing import Any

import click

from quotekit import __version__
from quotekit.cli.explain import explain
from quotekit.cli.extract import extract
from quotekit.cli.render import render
from quotekit.cli.rules import rules
from quotekit.cli.show import show
from quotekit.errors import QuoteKitError


class CommandError(click.ClickException):
    """One line on the standard error, exit code 2."""

    exit_code = 2


class _Group(click.Group):
    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except QuoteKitError as error:
            raise CommandError(str(error)) from error
        except BrokenPipeError:  # the reader has had enough: click ends quietly
            raise
        except OSError as error:
            raise CommandError(error.strerror or str(error)) from error


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="quotekit")
def main() -> None:
    """Who said what, and who stands where: read from English text."""


main.add_command(show)
main.add_command(extract)
main.add_command(render)
main.add_command(rules)
main.add_command(explain)

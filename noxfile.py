"""The usual verbs: ``nox --list`` shows them, ``nox -s dev`` sets up a folder to work in."""

from pathlib import Path

import nox

nox.options.sessions = ["lint", "types", "tests", "docs"]
nox.options.reuse_existing_virtualenvs = True

PYTHONS = ["3.11", "3.12", "3.13"]


def _install(session: nox.Session, *groups: str) -> None:
    session.install("--upgrade", "pip>=25.1")
    wanted = [option for group in groups for option in ("--group", group)]
    session.install("--editable", ".[en]", *wanted)


@nox.session(venv_backend="none")
def dev(session: nox.Session) -> None:
    """Make .venv with everything that development needs."""
    python = Path(".venv", "bin", "python")
    session.run("python3", "-m", "venv", ".venv")
    session.run(str(python), "-m", "pip", "install", "--quiet", "--upgrade", "pip>=25.1")
    session.run(
        str(python), "-m", "pip", "install", "--editable", ".[en]",
        "--group", "dev", "--group", "docs",
    )  # fmt: skip


@nox.session
def lint(session: nox.Session) -> None:
    """Lint, format, imports, spelling, prose; mends what can be mended."""
    _install(session, "dev", "docs")
    session.run("ruff", "check", "--fix")
    session.run("ruff", "format")
    session.run("lint-imports")
    session.run("codespell")
    pages = [path for folder in (".", "docs", "seeds") for path in Path(folder).glob("*.md")]
    session.run("proselint", "check", *map(str, pages))


@nox.session
def types(session: nox.Session) -> None:
    """Types, strictly."""
    _install(session, "dev")
    session.run("mypy", "quotekit", "benchmarks")


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """The tests and every example of the docs: ``nox -s tests-3.12 -- -k pipe``."""
    _install(session, "dev")
    session.run("pytest", *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """Build the site into docs/_build/html; notebooks run on the way."""
    _install(session, "docs")
    session.run("sphinx-build", "--fail-on-warning", "--keep-going", "docs", "docs/_build/html")


@nox.session
def benchmarks(session: nox.Session) -> None:
    """Any benchmark: ``nox -s benchmarks -- accuracy polnear_dev.jsonl``."""
    _install(session, "dev")
    session.run("python", "-m", "benchmarks", *session.posargs)

"""Shared by all tests: the model and a kit that asks for everything, loaded once."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

import quotekit.component  # a checkout on the path has no entry points  # noqa: F401
from quotekit import Act, QuoteKit
from quotekit.document import load_model

if TYPE_CHECKING:
    from spacy.language import Language

settings.register_profile(
    "bounded",
    max_examples=150,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.register_profile(
    "full", settings.get_profile("bounded"), max_examples=5000, derandomize=False, print_blob=True
)
settings.load_profile("bounded")


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The installed English model."""
    return load_model(None)


@pytest.fixture(scope="session")
def kit() -> QuoteKit:
    """Every kind and every act."""
    return QuoteKit(acts=set(Act))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what ``known_faults.toml`` names."""
    faults = tomllib.loads(Path(__file__).with_name("known_faults.toml").read_text("utf-8"))
    for item in items:
        if item.nodeid in faults:
            item.add_marker(pytest.mark.xfail(strict=True, reason=faults[item.nodeid]))

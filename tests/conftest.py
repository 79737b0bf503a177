"""Shared by all tests: the model and a kit that asks for everything, loaded once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

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

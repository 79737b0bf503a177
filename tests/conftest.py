"""Shared by all tests: the model and a kit that asks for everything, loaded once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quotekit import Act, QuoteKit
from quotekit.document import load_model

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The installed English model."""
    return load_model(None)


@pytest.fixture(scope="session")
def kit() -> QuoteKit:
    """Every kind and every act."""
    return QuoteKit(acts=set(Act))

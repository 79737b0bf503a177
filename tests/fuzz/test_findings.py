"""Texts that once broke something, as the fuzzer or a property found them."""

from __future__ import annotations

import pytest
from records import check

from quotekit import QuoteKit

FINDINGS = {
    "nothing but marks and a blank within marks": (
        "Mr. Brandt praised the Harbour Trust '“ “ ’ <b> Q."
    ),
    "a noun for somebody at the very end": "He stood there, enemy of Lee",
    "a noun phrase of a thousand names": "Lee, " * 1000,
}


@pytest.mark.parametrize("text", FINDINGS.values(), ids=FINDINGS.keys())
def test_finding(kit: QuoteKit, text: str) -> None:
    check(text, kit.analyze(text))

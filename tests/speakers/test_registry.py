"""Which names are one person's: texts as novels call their people, against who a form stands for."""

from __future__ import annotations

import pytest

from quotekit import QuoteKit

CASES = {
    "a given name is his whose full name begins with it": (
        "Mr. Edmund Vale read on. Sir Edmund came in. He bowed. Edmund laughed. Edmund and Fanny went out.",
        {"Edmund": "Edmund Vale"},
    ),
    "a surname is not hers who is called Miss": (
        "Henry Crane sat by Mary Crane. Miss Crane sang. Miss Crane and Mr. Crane left. They knew Crane well.",
        {"Crane": "Henry Crane", "Miss Crane": "Mary Crane", "Mr. Crane": "Henry Crane"},
    ),
    "a title in jest is no part of the name": (
        "Henry Crane rose. " + "Mr. Crane read, and Henry slept. " * 11 + "Sir Henry is tired.",
        {"Mr. Crane": "Henry Crane", "Henry": "Henry Crane"},
    ),
    "a name that is hardly ever given in full": (
        "Harry Lee and Harry Hart had gone. " + "Harry read. Then Harry slept. " * 10,
        {"Harry": "Harry"},
    ),
    "a weekday is no part of a name": (
        "They met Colonel Brandt Monday morning. Colonel Brandt rose.",
        {"Colonel Brandt": "Colonel Brandt"},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_whom_a_form_stands_for(kit: QuoteKit, name: str) -> None:
    text, expected = CASES[name]
    known = {
        mention.text: entity.name
        for entity in kit.analyze(text).entities
        for mention in entity.mentions
    }
    assert {form: known.get(form) for form in expected} == expected

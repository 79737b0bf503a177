"""Every rule that comes out can be explained, and the explanations' examples come out by theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from golden import articles

from quotekit import Act, Analysis, Basis, InvalidInput, Lexicon, QuoteKit
from quotekit.lexicon.rules import WORD_LISTS, explained, meanings

LEXICON = Lexicon.default()
MARKS = re.compile(r"[\[\]<>{}]")


@cache
def everything() -> QuoteKit:
    return QuoteKit(acts=set(Act), bases=set(Basis))


def quotation_rules(analysis: Analysis) -> set[str]:
    return {quote.rule for quote in analysis.quotes}


def stance_rules(analysis: Analysis) -> set[str]:
    return {stance.rule for stance in analysis.stances}


def mention_rules(analysis: Analysis) -> set[str]:
    told = (m for quote in analysis.quotes for m in (quote.speaker, quote.addressee))
    held = (m for s in analysis.stances for m in (s.holder, s.target, s.reported_by))
    return {m.rule for m in (*told, *held) if m is not None and m.rule is not None}


def steps(example: str) -> set[str]:
    rules = stance_rules(everything().analyze(example))
    if "Peter Marsh" in example:
        rules.add(everything().classify_stance(example, "Peter Marsh").rule)
    return {step for rule in rules for step in rule.split(" + ")[1:]}


@pytest.mark.parametrize(
    ("section", "name"), [key for key, part in meanings().items() if part.example]
)
def test_an_example_comes_out_by_its_rule(section: str, name: str) -> None:
    example = meanings()[section, name].example
    analysis = everything().analyze(example)
    if section == "quotation":
        assert name in quotation_rules(analysis)
    elif section == "form":
        assert any(f" {name} tier-" in rule for rule in quotation_rules(analysis))
    elif section == "mention":
        assert name in mention_rules(analysis)
    elif section == "step":
        meant = [
            explained(f"support.verb.back + {step}", LEXICON)[1].meaning for step in steps(example)
        ]
        assert meanings()[section, name].meaning in meant
    else:
        rule = everything().classify_stance(example, "Peter Marsh").rule
        assert explained(rule, LEXICON) == [meanings()[section, name]]


def rules() -> Iterator[str]:
    texts = [
        *(article.text for article in articles()),
        *(MARKS.sub("", entry.example) for entry in LEXICON.reporting.values()),
        *(MARKS.sub("", entry.example) for entry in LEXICON.stance.values()),
    ]
    for analysis in everything().pipe(texts):
        yield from quotation_rules(analysis) | stance_rules(analysis) | mention_rules(analysis)


def test_every_rule_of_the_seeds_and_the_lexicons_examples_is_explained() -> None:
    found = set(rules())
    assert len(found) > 1000
    for rule in found:
        assert explained(rule, LEXICON)


def test_every_entry_is_explained_by_its_rules() -> None:
    for name, reports in LEXICON.reporting.items():
        assert explained(f"report.{name} clause tier-1", LEXICON)[0].entry == reports
    for name, entry in LEXICON.stance.items():
        assert explained(f"{entry.label}.{name}", LEXICON)[0].entry == entry


@pytest.mark.parametrize(
    ("rule", "parts"),
    [
        ("report.verb.say clause tier-1", ["verb.say", "clause", "tier-1"]),
        ("report.verb.play down object tier-2", ["verb.play down", "object", "tier-2"]),
        ("report.verb.vote-for against tier-2", ["verb.vote-for", "against", "tier-2"]),
        ("report.verb.say", ["verb.say"]),
        ("support.verb.back + negation", ["verb.back", "+ negation"]),
        ("support.noun.ban + end", ["noun.ban", "+ end", "+ end"]),
        ("support.verb.back + of noun.ban", ["verb.back", "+ of noun.ban", "noun.ban"]),
        ("support.verb.back + verb.ban", ["verb.back", "+ verb.ban", "verb.ban"]),
        ("support.verb.back + under urge", ["verb.back", "+ under urge"]),
        ("pronoun.gender", ["pronoun.gender"]),
        ("marks.colon", ["marks.colon"]),
        ("oppose.tone.dull", ["tone"]),
        ("reporting.verb.say", ["reporting.verb.say"]),
        ("verb.support", ["reporting.verb.support", "stance.verb.support"]),
        ("  pronoun.gender ", ["pronoun.gender"]),
    ],
)
def test_parts(rule: str, parts: list[str]) -> None:
    assert [part.name for part in explained(rule, LEXICON)] == parts


@pytest.mark.parametrize("name", WORD_LISTS)
def test_words_of_composition_are_steps(name: str) -> None:
    word = {"denying": "refrain", "ending": "lift", "wanting": "lack", "normative": "should"}[name]
    [_, part] = explained(f"support.verb.back + {word}", LEXICON)
    assert part.meaning == meanings()["step", name].meaning


@pytest.mark.parametrize(
    ("rule", "unknown"),
    [
        ("nope", "nope"),
        ("", ""),
        ("report.verb.nope clause tier-1", "report.verb.nope clause tier-1"),
        ("support.verb.back + hop", "hop"),
        ("support.verb.nope + negation", "support.verb.nope"),
        ("support.verb.back + of nothing", "of nothing"),
    ],
)
def test_what_no_rule_is_called(rule: str, unknown: str) -> None:
    with pytest.raises(InvalidInput, match=re.escape(f"no rule has {unknown!r} in its name")):
        explained(rule, LEXICON)

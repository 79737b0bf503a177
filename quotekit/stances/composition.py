"""The words by which a stance changes on its way, from their lexicon file."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from attrs import field, frozen

from quotekit.lexicon import Needs, Predicates, shipped


@frozen
class Composition:
    """Word lists by what they do; see ``lexicon/composition.toml``."""

    denying: frozenset[str]
    ending: frozenset[str]
    unreal: frozenset[str]
    directive: frozenset[str]
    disbelieving: frozenset[str]
    normative: frozenset[str]
    possible: frozenset[str]
    able: frozenset[str]
    conditional: frozenset[str]
    naming: frozenset[str]
    calling: frozenset[str]
    apart: frozenset[str]
    proxy: frozenset[str]
    common: frozenset[str]
    wanting: frozenset[str]
    instrument: frozenset[str]
    mutual: frozenset[str]
    times: frozenset[str]
    detached: frozenset[str]
    things: frozenset[str]
    negative: frozenset[str]
    advising: frozenset[str]
    joints: frozenset[str]
    listing: frozenset[str]
    leaving_out: frozenset[str]
    belonging: frozenset[str]
    against: frozenset[str]
    breaks: frozenset[str]
    verbs: frozenset[str] = field(init=False, repr=False)
    """First words of all that must be read as predicates."""
    joint: re.Pattern[str] = field(init=False, repr=False)
    """The end of a stretch that is nothing but joints: *Lee**, but not***."""
    introducing: re.Pattern[str] = field(init=False, repr=False)
    """The end of a stretch before those who are listed: *countries **including** Norland*."""
    clause_end: re.Pattern[str] = field(init=False, repr=False)

    @verbs.default
    def _verbs(self) -> frozenset[str]:
        lists = (self.denying, self.ending, self.unreal, self.directive, self.disbelieving)
        return frozenset(lemma.split()[0] for words in (*lists, self.naming) for lemma in words)

    @joint.default
    def _joint(self) -> re.Pattern[str]:
        return re.compile(rf"(?:[\s,;&]|\b(?:{'|'.join(sorted(self.joints, reverse=True))}))+$")

    @introducing.default
    def _introducing(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{'|'.join(sorted(self.listing))}),?\s*$")

    @clause_end.default
    def _clause_end(self) -> re.Pattern[str]:
        return re.compile(rf"[.;!?]\s|,? (?:{'|'.join(sorted(self.breaks))})\b")


@cache
def composition() -> Composition:
    """The shipped lists, read once."""
    lists = shipped("composition.toml").items()
    return Composition(**{name: frozenset(words) for name, words in lists})


@lru_cache(maxsize=4)
def with_turns(predicates: Predicates) -> Predicates:
    """And the verbs on which a stance turns: *regretted*, *lifted*."""
    return predicates.also({("verb", verb): Needs() for verb in composition().verbs})

"""The words by which a stance changes on its way, from their lexicon file."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from attrs import field, frozen

from quotekit.lexicon import Lexicon
from quotekit.syntax import Wanted


@frozen
class Composition:
    """Lemma lists by what they do; see ``lexicon/composition.toml``."""

    denying: frozenset[str]
    ending: frozenset[str]
    unreal: frozenset[str]
    directive: frozenset[str]
    disbelieving: frozenset[str]
    normative: frozenset[str]
    possible: frozenset[str]
    conditional: frozenset[str]
    naming: frozenset[str]
    apart: frozenset[str]
    proxy: frozenset[str]
    times: frozenset[str]
    detached: frozenset[str]
    verbs: frozenset[str] = field(init=False, repr=False)
    """First words of all that must be read as predicates."""

    @verbs.default
    def _verbs(self) -> frozenset[str]:
        lists = (
            self.denying | self.ending | self.unreal | self.directive | self.disbelieving
        ) | self.naming
        return frozenset(lemma.split()[0] for lemma in lists)


@cache
def composition() -> Composition:
    """The shipped lists, read once."""
    path = files("quotekit.lexicon") / "composition.toml"
    return Composition(
        **{k: frozenset(v) for k, v in tomllib.loads(path.read_text("utf-8")).items()}
    )


def wanted_by(lexicon: Lexicon) -> Wanted:
    """What the syntax is asked to read: the lexicon's predicates, and those that stances turn
    on."""
    verbs = composition().verbs
    return lambda pos, word: lexicon.wants(pos, word) or (pos == "verb" and word in verbs)

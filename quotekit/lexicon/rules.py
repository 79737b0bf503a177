"""What a rule's name says, part by part: entries, and the names that ``rules.toml`` explains."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from attrs import evolve, frozen

from quotekit.errors import InvalidInput
from quotekit.lexicon.entries import ReportingEntry, StanceEntry
from quotekit.lexicon.lexicon import Lexicon
from quotekit.lexicon.tables import shipped
from quotekit.records import StanceLabel

WORD_LISTS = ("denying", "ending", "wanting", "normative")
"""Those of ``composition.toml`` whose words are steps."""
TIER = re.compile(r" tier-([123])$")


@frozen
class Part:
    """One part of a rule's name: an entry, or what a name means, with a sentence that shows it."""

    name: str
    meaning: str = ""
    example: str = ""
    entry: ReportingEntry | StanceEntry | None = None


def explained(rule: str, lexicon: Lexicon) -> list[Part]:
    """The parts of a rule's name, or of an entry's as ``quotekit rules`` prints it.

    Raises `InvalidInput` for a name that no rule has.

    >>> [part.name for part in explained("support.verb.back + negation", Lexicon.default())]
    ['verb.back', '+ negation']
    """
    first, *steps = " ".join(rule.split()).split(" + ")
    return [
        *_known(first, _first(first, lexicon)),
        *(part for step in steps for part in _known(step, _step(step, lexicon))),
    ]


def _known(name: str, parts: list[Part]) -> list[Part]:
    if not parts:
        raise InvalidInput(
            f"no rule has {name!r} in its name; "
            "`quotekit rules TEXT` lists the entries that have TEXT in them"
        )
    return parts


@cache
def meanings() -> Mapping[tuple[str, str], Part]:
    """What names mean, by section of ``rules.toml`` and name."""
    return {
        (section, name): Part(name, **keys)
        for section, tables in _toml("rules.toml").items()
        for name, keys in tables.items()
    }


def _first(name: str, lexicon: Lexicon) -> list[Part]:
    """*report.verb.say clause tier-1*, *support.verb.back*, *pronoun.gender*, *verb.say*."""
    kind, _, key = name.partition(".")
    if kind == "report":
        return _report(key, lexicon)
    if kind in tuple(StanceLabel) and key.startswith("tone."):
        return _meant("stance", "tone")
    if kind in tuple(StanceLabel) and key in lexicon.stance:
        return [Part(key, entry=lexicon.stance[key])]
    for section in ("quotation", "mention", "stance"):
        if (section, name) in meanings():
            return _meant(section, name)
    return _entries(name, lexicon)


def _report(words: str, lexicon: Lexicon) -> list[Part]:
    """The entry, and the form of its content; an entry's name may have spaces: *verb.point out*."""
    words, *tier = TIER.split(words)
    key = max(
        (k for k in lexicon.reporting if f"{words} ".startswith(f"{k} ")), key=len, default=""
    )
    if not key:
        return []
    form = words[len(key) :].strip()
    parts = [Part(key, entry=lexicon.reporting[key])]
    if form:
        parts += _meant("form", form) or [Part(form, "The content follows this word.")]
    return parts + [evolve(p, name=f"tier-{n}") for n in tier for p in _meant("tier", n)]


def _step(step: str, lexicon: Lexicon) -> list[Part]:
    """*negation*, *under urge*, *of noun.ban*, *verb.ban*, *withdraw*."""
    first, _, rest = step.partition(" ")
    key = rest if first == "of" and rest else step
    lists = _toml("composition.toml")
    if ("step", first) in meanings() and key == step:
        names = [first]
    elif key in lexicon.stance:
        names = ["through"]
    else:
        names = [name for name in WORD_LISTS if step in lists[name]]
    parts = [evolve(part, name=f"+ {step}") for name in names for part in _meant("step", name)]
    return parts + ([Part(key, entry=lexicon.stance[key])] if key in lexicon.stance else [])


def _entries(name: str, lexicon: Lexicon) -> list[Part]:
    """*reporting.verb.say*, *stance.verb.back*; *verb.support* is in both lexicons."""
    return [
        Part(f"{kind}.{key}", entry=entries[key])
        for kind, entries in (("reporting", lexicon.reporting), ("stance", lexicon.stance))
        if (key := name.removeprefix(f"{kind}.")) in entries
    ]


def _meant(section: str, name: str) -> list[Part]:
    part = meanings().get((section, name))
    return [] if part is None else [part]


@cache
def _toml(name: str) -> Mapping[str, Any]:
    return shipped(name)

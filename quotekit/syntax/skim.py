"""The names and pronouns of a paragraph that nobody parses, by their letters alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from quotekit.marks import capitalised
from quotekit.marks.words import words
from quotekit.syntax.records import Nominal, Paragraph, Range
from quotekit.syntax.structure import structure

SENTENCE_ENDED = re.compile(r"(?:^|[.?!:;\"“”‘(])\s*\Z")
NEARBY = 4


def skim_paragraphs(text: str, places: Sequence[Range]) -> list[Paragraph]:
    """Paragraphs without predications, their noun phrases names and personal pronouns."""
    names = capitalised(text) if places else frozenset()
    return [_skimmed(text, place, names) for place in places]


def _skimmed(text: str, place: Range, names: frozenset[str]) -> Paragraph:
    """A sentence's first word is a name where another follows or it has a capital elsewhere."""
    start, end = place
    nominals = {}
    sentence = start
    for match in _pattern().finditer(text, start, end):
        before = text[max(start, match.start() - NEARBY) : match.start()]
        begins = SENTENCE_ENDED.search(before) is not None
        sentence = match.start() if begins else sentence
        if match["name"] is None:
            nominals[match.start()] = _pronoun(match, sentence)
        elif not begins or " " in match["name"] or match["name"] in names:
            nominals[match.start()] = _name(match, begins, sentence)
    return Paragraph(start, end, [], nominals)


def _name(match: re.Match[str], begins: bool, sentence: int) -> Nominal:
    start, end = match.span("name")
    return Nominal(
        head=start,
        start=start,
        end=end,
        name=(start, end),
        kind="name",
        label=None,
        lemma=match["name"].rpartition(" ")[2].lower(),
        person=3,
        plural=False,
        definite=True,
        function="subject" if begins else "other",
        sentence=sentence,
    )


def _pronoun(match: re.Match[str], sentence: int) -> Nominal:
    start, end = match.span()
    lemma = match[0].lower()
    return Nominal(
        head=start,
        start=start,
        end=end,
        name=None,
        kind="pronoun",
        label=None,
        lemma=lemma,
        person=structure().person.get(lemma, 3),
        plural=False,
        definite=False,
        function=structure().case[lemma],
        sentence=sentence,
    )


@cache
def _pattern() -> re.Pattern[str]:
    """Pronouns, and words with capitals in a row: *Sen. Ann B. Lee*."""
    pronouns = "|".join(form for word in structure().case for form in (word, word.capitalize()))
    small = "|".join(word.capitalize() for word in words("no_name"))
    titles = "|".join(word.capitalize() for word in words("abbreviation"))
    word = rf"(?:(?:{titles})\.|(?:[A-Z]\.)+|[A-Z][\w&’'-]*)"
    return re.compile(rf"\b(?:(?:{pronouns})\b|(?:(?:{small})[ ]+)*(?P<name>{word}(?:[ ]{word})*))")

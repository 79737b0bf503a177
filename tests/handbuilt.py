"""Parses built by hand, so that tests of the syntax stage depend on no model.

A line a token: word, part of speech, tag, dependency label, head. The word may name its lemma
(``said/say``); the head is a word of the same sentence, ``word#2`` the second of that spelling.
"""

from __future__ import annotations

from collections.abc import Iterable

from quotekit import Lexicon
from quotekit.document import Parse
from quotekit.syntax import Nominal, Paragraph, Predication, read_paragraph

NO_SPACE_BEFORE = {",", ".", "?", "'s", "n't", ":", ")"}


def parse(lines: str, names: Iterable[tuple[int, int, str]] = ()) -> Parse:
    """The columns; tokens are joined by spaces as in print."""
    rows = [line.split() for line in lines.strip().splitlines()]
    words, lemmas = zip(*(_word_and_lemma(row[0]) for row in rows), strict=True)
    starts, at = [], 0
    for word in words:
        at += bool(at) and word not in NO_SPACE_BEFORE
        starts.append(at)
        at += len(word)
    return Parse(
        start=starts,
        end=[start + len(word) for start, word in zip(starts, words, strict=True)],
        text=list(words),
        lemma=list(lemmas),
        pos=[row[1] for row in rows],
        tag=[row[2] for row in rows],
        dep=[row[3] for row in rows],
        head=[_place(row[4], words) for row in rows],
        sentence=[0] * len(rows),
        names=list(names),
    )


def _word_and_lemma(word: str) -> tuple[str, str]:
    text, _, lemma = word.partition("/")
    return text, lemma or text.lower()


def _place(head: str, words: tuple[str, ...]) -> int:
    word, _, number = head.partition("#")
    return [row for row, text in enumerate(words) if text == word][int(number or 1) - 1]


def text_of(parsed: Parse) -> str:
    """The text that the offsets are into."""
    text = ""
    for start, word in zip(parsed.start, parsed.text, strict=True):
        text = text.ljust(start) + word
    return text


class Read:
    """What the syntax stage makes of a parse built by hand, in words."""

    def __init__(self, lines: str, names: Iterable[tuple[int, int, str]] = ()) -> None:
        self.parse = parse(lines, names)
        self.text = text_of(self.parse)
        self.paragraph: Paragraph = read_paragraph(self.parse, Lexicon.default().wants)

    def predication(self, lemma: str) -> Predication:
        """The only one of that lemma."""
        [found] = [p for p in self.paragraph.predications if p.lemma == lemma]
        return found

    def nominal(self, head: str) -> Nominal:
        """The noun phrase that a word heads."""
        return self.paragraph.nominals[_place(head, tuple(self.parse.text))]

    def phrase(self, row: int | None) -> str | None:
        """The whole noun phrase at a head row."""
        nominal = self.paragraph.nominal(row)
        return nominal and self.text[nominal.start : nominal.end]

    def agent(self, lemma: str) -> str | None:
        return self.phrase(self.predication(lemma).agent)

    def patient(self, lemma: str) -> str | None:
        return self.phrase(self.predication(lemma).patient)

    def cue(self, lemma: str) -> str:
        start, end = self.predication(lemma).cue
        return self.text[start:end]

    def argument(self, lemma: str, form: str) -> str | None:
        """Its pieces, with *…* for a gap."""
        argument = self.predication(lemma).argument(form)
        return argument and " … ".join(self.text[start:end] for start, end in argument.pieces)

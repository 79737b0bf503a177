"""Parses built by hand, so that tests of the syntax stage depend on no model.

``Lee NNP nsubj praised | praised/praise VBD ROOT | Kim NNP dobj praised``: a token has its word
(with its lemma where that differs), tag, dependency label and head; the head is a word of the same
sentence, ``word#2`` the second of that spelling.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from quotekit import Lexicon
from quotekit.document import Parse
from quotekit.syntax import Nominal, Paragraph, Predication, read_paragraph

NO_SPACE_BEFORE = {",", ".", "?", "'s", "n't", ":", ")"}
PARTS_OF_SPEECH = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PRP": "PRON", "PRP$": "PRON",
    "WP": "PRON", "WDT": "PRON", "DT": "DET", "JJ": "ADJ", "IN": "ADP", "RP": "ADP", "CD": "NUM",
    "CC": "CCONJ", "TO": "PART", "POS": "PART", "RB": "ADV", "MD": "AUX", ",": "PUNCT",
    ".": "PUNCT", "``": "PUNCT", "''": "PUNCT",
}  # fmt: skip


def parse(tokens: str, names: Mapping[str, str] | None = None) -> Parse:
    """The columns; tokens are joined by spaces as in print. Names: words and their label."""
    rows = [token.split() for token in re.split(r"[|\n]", tokens) if token.strip()]
    words = [row[0].partition("/")[0] for row in rows]
    starts, at = [], 0
    for word in words:
        at += bool(at) and word not in NO_SPACE_BEFORE
        starts.append(at)
        at += len(word)
    lemmas = [(row[0].partition("/")[2] or row[0]).lower() for row in rows]
    return Parse(
        start=starts,
        end=[start + len(word) for start, word in zip(starts, words, strict=True)],
        text=words,
        word=[*map(str.lower, words)],
        lemma=lemmas,
        pos=[
            _part_of_speech(row[1], row[2], lemma) for row, lemma in zip(rows, lemmas, strict=True)
        ],
        tag=[row[1] for row in rows],
        dep=[row[2] for row in rows],
        head=[place(row[3], words) if row[3:] else at for at, row in enumerate(rows)],
        sentence=[0] * len(rows),
        names=[(*_stretch(name.split(), words), label) for name, label in (names or {}).items()],
    )


def _part_of_speech(tag: str, dep: str, lemma: str) -> str:
    if tag.startswith("V"):
        return "AUX" if dep.startswith("aux") or lemma == "be" else "VERB"
    return "SCONJ" if tag == "IN" and dep == "mark" else PARTS_OF_SPEECH[tag]


def place(head: str, words: Sequence[str]) -> int:
    """The row of a word."""
    word, _, number = head.partition("#")
    return [row for row, text in enumerate(words) if text == word][int(number or 1) - 1]


def _stretch(name: list[str], words: Sequence[str]) -> tuple[int, int]:
    first = place(name[0], words)
    return first, first + len(name)


def text_of(parsed: Parse) -> str:
    """The text that the offsets are into."""
    text = ""
    for start, word in zip(parsed.start, parsed.text, strict=True):
        text = text.ljust(start) + word
    return text


class Read:
    """What the syntax stage makes of a parse built by hand, in words."""

    def __init__(self, tokens: str, names: Mapping[str, str] | None = None) -> None:
        self.parse = parse(tokens, names)
        self.text = text_of(self.parse)
        self.paragraph: Paragraph = read_paragraph(self.parse, Lexicon.default().wants)

    def predication(self, lemma: str) -> Predication:
        """The only one of that lemma."""
        [found] = [p for p in self.paragraph.predications if p.lemma == lemma]
        return found

    def nominal(self, head: str) -> Nominal:
        """The noun phrase that a word heads."""
        return self.paragraph.nominals[place(head, self.parse.text)]

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

"""Paragraphs as tokens: marks cut off, odd characters and blanks kept out of the parser's way."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotekit.document.headlines import as_sentence

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from quotekit.marks import Passage

    Range = tuple[int, int]

DIRECTION_MARKS = (
    "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
SURROGATES = range(0xD800, 0xE000)
SEEN_AS = str.maketrans(
    dict.fromkeys(SURROGATES, "?")
    | dict.fromkeys(DIRECTION_MARKS, " ")
    | {"’": "'", "―": "—", "「": "“", "『": "“", "」": "”", "』": "”"}
    | dict.fromkeys("\n\r\t\x0b\x0c\x85\xa0\u2028\u2029\u202f\u2009\u200a\u3000", " ")
)
"""What the parser sees in place of odd characters, one for one so that offsets stay true."""
NO_WORD = re.compile(r"\S{200,}|[\W_]{100,}")
"""Encoded data, rules of dots: no words, and tokenisers take quadratic time over them."""
EMPHASIS = re.compile(r"(?<![\w*_])[*_]{1,3}(?=\w)|(?<=[\w.,!?])[*_]{1,3}(?![\w*_])")
"""***Ann Okafor** said*, written with stars."""
ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"“”]+(?<![.,;:!?'’)\]])")
HYPHEN = re.compile(r"(?<=[a-z])-[ \t]*\r?\n[ \t]*(?=[a-z])")
"""A word broken at the end of a line."""


def tokenized(
    nlp: Language, text: str, paragraph: Range, passages: Sequence[Passage]
) -> tuple[Doc, list[int], list[int]]:
    """Tokens cut at quotation marks, none of them blank, and no sentence border between a
    quotation and its attribution; with where they start and end in the text."""
    start, end = paragraph
    doc = nlp.make_doc(_seen(as_sentence(text, start, end)))
    words = [token for token in doc if not token.is_space] or doc
    tokens = [(token.idx, token.idx + len(token)) for token in words]
    cut = _cut_at(tokens, _borders(text, passages, start))
    if len(cut) != len(doc):
        doc = _doc(nlp, doc.text, cut)
    rows = {first: row for row, (first, _) in enumerate(cut)}
    for passage in passages:
        closing = rows.get(passage.end - start)
        if passage.closed and closing is not None:
            _join_attribution(doc, closing)
    return doc, [start + first for first, _ in cut], [start + last for _, last in cut]


def _doc(nlp: Language, text: str, places: Sequence[Range]) -> Doc:
    from spacy.tokens import Doc

    following = [first for first, _ in places[1:]]
    return Doc(
        nlp.vocab,
        words=[text[first:last] for first, last in places],
        spaces=[last < then for (_, last), then in zip(places, following, strict=False)] + [False],
    )


def _seen(text: str) -> str:
    """The text as the parser sees it, as long as before."""
    if "-" in text:
        text = HYPHEN.sub(lambda broken: "\xad" * len(broken[0]), text)
    if "://" in text or "www." in text:
        text = ADDRESS.sub(_blank, text)
    if "*" in text or "_" in text:
        text = EMPHASIS.sub(_blank, text)
    return NO_WORD.sub(_blank, text.translate(SEEN_AS))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _borders(text: str, passages: Sequence[Passage], start: int) -> list[int]:
    """Where tokens must be cut: on both sides of every mark of the paragraph."""
    places = {
        place - start
        for p in passages
        for place in (*_lead(text, p.outer_start), p.outer_start, p.start, p.end, p.outer_end)
    }
    return sorted(places)


def _lead(text: str, mark: int) -> tuple[int, ...]:
    """*said**,**"There*: the comma before a mark is a token too."""
    return (mark - 1,) if text[mark - 1 : mark] in (",", ":") else ()


def _cut_at(tokens: Sequence[Range], borders: Sequence[int]) -> list[Range]:
    cut = [*tokens]
    for border in reversed(borders):
        at = bisect_left(tokens, (border, border)) - 1
        start, end = cut[at] if at >= 0 else (border, border)
        if border < end:
            cut[at : at + 1] = (start, border), (border, end)
    return cut


def _join_attribution(doc: Doc, closing: int) -> None:
    """*"So what?" said Lee.*: neither the closing mark nor *said* starts a sentence."""
    doc[closing].is_sent_start = closing == 0
    following = closing + 1
    if following < len(doc) and (doc[following].is_lower or doc[following].text == ","):
        doc[following].is_sent_start = False

"""The gold of the seed articles, and how an analysis is held to it.

The functions that compare return readable lines, one a fault; no lines, no fault.
``seeds/README.md`` says what the keys of the gold mean.
"""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quotekit import Analysis, Mention, Quote, Span, Stance

SEEDS = Path(__file__).parent.parent / "seeds"

DIRECT_OVERLAP = 0.95
"""Marks fix both ends of a direct quotation: only a word glued to a mark may differ."""
OTHER_OVERLAP = 0.6
"""Where a clause ends is a question of attachment: a trailing adverbial may fall on either side."""

Record = dict[str, Any]
"""One object of the gold, as JSON has it."""

WORD = re.compile(r"\w+")
ARTICLES = {"the", "a", "an"}
MARKS = "\"'“”‘’"
FINAL_PUNCTUATION = ".,;:!?"


@attrs.frozen
class Article:
    """A seed article and its gold."""

    name: str
    text: str
    gold: Record


def read(name: str) -> Article:
    """The article of this name, with its gold."""
    gold = json.loads((SEEDS / f"{name}.gold.json").read_text(encoding="utf-8"))
    return Article(name, (SEEDS / gold["text_file"]).read_text(encoding="utf-8"), gold)


def articles() -> list[Article]:
    """All seed articles."""
    return [read(path.stem) for path in sorted(SEEDS.glob("*.txt"))]


# Words and names


def words(text: str, spans: Iterable[Sequence[int]]) -> frozenset[int]:
    """Where the words within these spans start: marks, spaces and punctuation do not count."""
    return frozenset(s + word.start() for s, e in spans for word in WORD.finditer(text[s:e]))


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the words of either that both have."""
    return len(one & other) / (len(one | other) or 1)


def bag(name: str) -> frozenset[str]:
    """The words of a name, articles aside."""
    return frozenset(WORD.findall(name.lower())) - ARTICLES


def is_called(mention: Mention | None, name: str | None, article: Article) -> bool:
    """Whether a mention is of this gold entity: by its full name or any of its aliases.

    No mention and no name are both the author.
    """
    if mention is None or name is None:
        return mention is None and name is None
    aliases = next(e["aliases"] for e in article.gold["entities"] if e["name"] == name)
    known_as = [mention.name]
    if mention.entity is not None:
        known_as += [m.text for m in mention.entity.mentions]
    return bag(name) <= bag(mention.name) or any(
        bag(alias) == bag(words_used) for alias in [name, *aliases] for words_used in known_as
    )


# Quotations


def pieces(quote: Quote) -> list[tuple[int, int]]:
    """The offsets of a quotation's content."""
    return [(piece.start, piece.end) for piece in quote.content]


def quote_faults(gold: Record, quote: Quote, article: Article) -> list[str]:
    """What a quotation that was found has wrong."""
    faults = [
        f"{key} is {value}"
        for key, value in [("kind", quote.kind), ("act", quote.act), ("negated", quote.negated)]
        if value != gold[key]
    ]
    if gold["cue"] is not None:
        start, end = gold["cue"]
        found_cue = [(quote.cue.start, quote.cue.end)] if quote.cue is not None else []
        if not words(article.text, [gold["cue"]]) & words(article.text, found_cue):
            cue = quote.cue and quote.cue.text
            faults.append(f"cue is {cue!r}, not {article.text[start:end]!r}")
    if gold["speaker"] is None:
        if quote.speaker is not None and quote.speaker.resolved:
            faults.append(f"speaker is {quote.speaker.name!r}, but nobody is given")
    elif quote.speaker is None or not bag(gold["speaker"]["name"]) <= bag(quote.speaker.name):
        speaker = quote.speaker and quote.speaker.name
        faults.append(f"speaker is {speaker!r}, not {gold['speaker']['name']!r}")
    if gold["addressee"] is not None and not is_called(quote.addressee, gold["addressee"], article):
        addressee = quote.addressee and quote.addressee.name
        faults.append(f"addressee is {addressee!r}, not {gold['addressee']!r}")
    return faults


def paired(article: Article, quotes: Sequence[Quote]) -> list[tuple[Record, Quote | None]]:
    """Each gold quotation with the one that overlaps it most, or None where none does enough."""
    contents = [(words(article.text, pieces(quote)), quote) for quote in quotes]
    pairs: list[tuple[Record, Quote | None]] = []
    for gold in article.gold["quotes"]:
        wanted = words(article.text, gold["content"])
        best, quote = max(
            ((overlap(wanted, found), quote) for found, quote in contents),
            key=lambda candidate: candidate[0],
            default=(0.0, None),
        )
        enough = DIRECT_OVERLAP if gold["kind"] == "direct" else OTHER_OVERLAP
        pairs.append((gold, quote if best >= enough else None))
    return pairs


def missed_quotes(article: Article, analysis: Analysis) -> list[str]:
    """The gold quotations that were not found, or found with something wrong."""
    lines = []
    for gold, quote in paired(article, analysis.quotes):
        faults = ["not found"] if quote is None else quote_faults(gold, quote, article)
        if faults and not gold.get("optional"):
            content = " | ".join(article.text[s:e] for s, e in gold["content"])
            lines.append(f"{content!r}: {', '.join(faults)}")
    return lines


def extra_quotes(article: Article, analysis: Analysis) -> list[str]:
    """The quotations that the gold does not have."""
    held = [quote for _, quote in paired(article, analysis.quotes)]
    return [quote_line(quote) for quote in analysis.quotes if quote not in held]


def mistaken_quotes(article: Article, analysis: Analysis) -> list[str]:
    """Figures of speech and titles that were taken for quotations."""
    lines = []
    for phrase in article.gold["not_quotes"]:
        start = article.text.index(phrase)
        figure = words(article.text, [(start, start + len(phrase))])
        for quote in analysis.quotes:
            if any(overlap(figure, words(article.text, [piece])) > 0.5 for piece in pieces(quote)):
                lines.append(f"{phrase!r} was taken for a quotation: {quote_line(quote)}")
    return lines


# Stances


def between(holder: str | None, target: str, article: Article, analysis: Analysis) -> list[Stance]:
    """The stances of this holder toward this target; neutral is none."""
    return [
        stance
        for stance in analysis.stances
        if stance.label != "neutral"
        and is_called(stance.holder, holder, article)
        and is_called(stance.target, target, article)
    ]


def missed_stances(article: Article, analysis: Analysis) -> list[str]:
    """The gold stances that were not found, or found with the opposite label."""
    lines = []
    for gold in article.gold["stances"]:
        found = between(gold["holder"], gold["target"], article, analysis)
        labels = {stance.label.value for stance in found}
        if labels != {gold["label"]} and not gold.get("optional"):
            wanted = f"{gold['holder']} → {gold['target']}: {gold['label']}"
            lines.append(f"{wanted}; found {' and '.join(sorted(labels)) or 'nothing'}")
    return lines


def forbidden_stances(article: Article, analysis: Analysis) -> list[str]:
    """The stances that the article does not say."""
    return [
        stance_line(stance)
        for holder, target, label in article.gold["forbidden"]
        for stance in between(holder, target, article, analysis)
        if stance.label == label
    ]


def extra_stances(article: Article, analysis: Analysis) -> list[str]:
    """The stances that the gold does not have."""
    known = [
        stance
        for gold in article.gold["stances"]
        for stance in between(gold["holder"], gold["target"], article, analysis)
    ]
    return [
        stance_line(stance)
        for stance in analysis.stances
        if stance.label != "neutral" and stance not in known
    ]


# Readable lines


def quote_line(quote: Quote) -> str:
    """A quotation in one line: who said what to whom, and by which words."""
    speaker = quote.speaker and quote.speaker.name
    addressee = quote.addressee and quote.addressee.name
    cue = "not " * quote.negated + (quote.cue.text if quote.cue is not None else "-")
    content = " | ".join(piece.text for piece in quote.content)
    return f"{quote.kind} {quote.act}: {speaker} ({cue}) → {addressee}: {content!r}"


def stance_line(stance: Stance) -> str:
    """A stance in one line: who stands where toward whom, and what says so."""
    holder = stance.holder and stance.holder.name
    evidence = stance.evidence and stance.evidence.text
    return f"{holder} → {stance.target.name}: {stance.label} ({evidence})"


def outline(analysis: Analysis) -> list[str]:
    """Quotations, speakers and stances of an analysis, a line each."""
    return [*map(quote_line, analysis.quotes), *map(stance_line, analysis.stances)]


# The records and the gold by themselves


def spans_of(record: object) -> Iterator[Span]:
    """Every span in a record, however deep."""
    from quotekit import Span

    if isinstance(record, Span):
        yield record
    elif isinstance(record, tuple):
        for item in record:
            yield from spans_of(item)
    elif attrs.has(kind := type(record)):
        for field in attrs.fields(kind):
            yield from spans_of(getattr(record, field.name))


def odd_offsets(article: Article) -> list[str]:
    """Where the gold's offsets cannot be meant: beside a word's borders, out of order, on top of
    each other, or at odds with the kind."""
    text = article.text
    lines = []
    for quote in article.gold["quotes"]:
        content = quote["content"]
        mention = [quote["speaker"]["mention"]] if quote["speaker"] is not None else []
        cue = [quote["cue"]] if quote["cue"] is not None else []
        odd = [
            f"{text[s:e]!r} is not a stretch of whole words"
            for s, e in [*content, *cue, *mention]
            if not whole_words(text, s, e)
        ]
        if content != sorted(content) or any(a[1] > b[0] for a, b in pairwise(content)):
            odd.append("pieces out of order")
        if words(text, content) & words(text, [*cue, *mention]):
            odd.append("cue or mention within the content")
        if not cue and mention and mention[0][0] > content[0][0]:
            odd.append("no cue, and the mention comes later")
        odd += odd_for_kind(quote["kind"], text, content)
        lines += [f"{text[content[0][0] : content[-1][1]]!r}: {fault}" for fault in odd]
    starts = [(q["content"][0][0], -q["content"][-1][1]) for q in article.gold["quotes"]]
    return lines if starts == sorted(starts) else [*lines, "quotations out of order"]


def whole_words(text: str, start: int, end: int) -> bool:
    """Whether these offsets lie in the text, cut no word and leave no space at either end."""
    if not 0 <= start < end <= len(text) or text[start:end] != text[start:end].strip():
        return False
    return not any(
        text[at - 1 : at].isalnum() and text[at : at + 1].isalnum() for at in (start, end)
    )


def odd_for_kind(kind: str, text: str, content: Sequence[Sequence[int]]) -> list[str]:
    """What does not go with the kind: where marks and final punctuation stand."""
    if kind == "direct":
        return [
            f"{text[s:e]!r} follows neither a mark nor a label"
            for s, e in content
            if not text[:s].endswith((*MARKS, ": "))
        ]
    whole = text[content[0][0] : content[-1][1]]
    odd = ["ends with its punctuation"] if whole.endswith(tuple(FINAL_PUNCTUATION)) else []
    if kind == "mixed" and not set(MARKS) & set(whole):
        odd.append("mixed, but without marks")
    if kind == "indirect" and set('"“”') & set(whole):
        odd.append("indirect, but with marks")
    return odd


def unknown_names(article: Article) -> list[str]:
    """Names that the gold uses and does not list as entities, and words that the text lacks."""
    gold = article.gold
    listed = {entity["name"] for entity in gold["entities"]}
    used = {quote["speaker"]["name"] for quote in gold["quotes"] if quote["speaker"] is not None}
    used |= {quote["addressee"] for quote in gold["quotes"]}
    used |= {name for stance in gold["stances"] for name in (stance["holder"], stance["target"])}
    used |= {name for holder, target, _ in gold["forbidden"] for name in (holder, target)}
    expected = [*listed, *(alias for e in gold["entities"] for alias in e["aliases"])]
    return [f"{name!r} is no entity" for name in sorted(used - listed - {None})] + [
        f"{phrase!r} is not in the text"
        for phrase in [*expected, *gold["not_quotes"]]
        if phrase.lower() not in article.text.lower()
    ]

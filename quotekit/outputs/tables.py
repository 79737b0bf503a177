"""Flat rows for data frames.

A name column (``speaker``, ``addressee``, ``holder``, ``target``) holds the entity's name, and null
where nobody knows who it is (*he*, *a spokesman*), so that grouping by it does not merge strangers.
The column beside it (``speaker_mention`` …) holds the words of the text; it is null where nobody is
named, as for a stance of the author. ``record`` tells quotations from stances; columns that do not
belong to the one are null.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from attrs import asdict

from quotekit.records import Analysis, Mention, Quote, Stance

Row = dict[str, Any]

COLUMNS: dict[str, type] = {
    "record": str,
    "start": int,
    "end": int,
    "text": str,
    "speaker": str,
    "speaker_mention": str,
    "cue": str,
    "kind": str,
    "act": str,
    "negated": bool,
    "addressee": str,
    "addressee_mention": str,
    "holder": str,
    "holder_mention": str,
    "label": str,
    "target": str,
    "target_mention": str,
    "basis": str,
    "rule": str,
}


def rows(analysis: Analysis) -> list[Row]:
    """The quotations, then the stances; every row has all of `COLUMNS`."""
    found = [*map(_quote, analysis.quotes), *map(_stance, analysis.stances)]
    return [dict.fromkeys(COLUMNS) | row for row in found]


def summary(stances: Iterable[Stance]) -> list[Row]:
    """Holder × target, by first evidence; two holders of whom the text only says *he* stay two."""
    groups: dict[tuple[object, ...], list[Stance]] = defaultdict(list)
    for stance in stances:
        behind = _behind(stance.holder), _behind(stance.target)
        groups[(*behind, stance.label, stance.basis)].append(stance)
    return [_count(group) for group in groups.values()]


def _quote(quote: Quote) -> Row:
    return {
        "record": "quote",
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        **_who("speaker", quote.speaker),
        "cue": quote.cue.text if quote.cue is not None else None,
        "kind": quote.kind.value,
        "act": quote.act.value,
        "negated": quote.negated,
        **_who("addressee", quote.addressee),
        "rule": quote.rule,
    }


def _stance(stance: Stance) -> Row:
    """Its text is the evidence, its speaker the one who reports it."""
    evidence = asdict(stance.evidence) if stance.evidence is not None else {}
    return {
        "record": "stance",
        **evidence,
        **_who("speaker", stance.reported_by),
        **_who("holder", stance.holder),
        "label": stance.label.value,
        **_who("target", stance.target),
        "basis": stance.basis.value if stance.basis is not None else None,
        "rule": stance.rule,
    }


def _who(column: str, mention: Mention | None) -> Row:
    if mention is None:
        return {}
    name = mention.entity.name if mention.entity is not None else None
    return {column: name, f"{column}_mention": mention.span.text}


def _count(group: list[Stance]) -> Row:
    first = group[0]
    return {
        "holder": first.holder.name if first.holder is not None else None,
        "target": first.target.name,
        "label": first.label.value,
        "basis": first.basis.value if first.basis is not None else None,
        "count": len(group),
        "evidence": [stance.evidence.text for stance in group if stance.evidence is not None],
    }


def _behind(mention: Mention | None) -> object:
    """Who is meant, for comparing: the entity, else these very words at their place."""
    return mention and (mention.entity or mention.span)

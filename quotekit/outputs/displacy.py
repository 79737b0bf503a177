"""An analysis as displaCy's span style takes it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from quotekit.records import Analysis, Span

TOKEN = re.compile(r"\w+|[^\w\s]|\s+")


def displacy_spans(analysis: Analysis) -> dict[str, Any]:
    """Text, tokens cut at every border of a span, and the spans labelled by what they are."""
    labelled = sorted(set(_labelled(analysis)), key=lambda pair: (pair[0].start, -pair[0].end))
    starts = _token_starts(analysis.text, [span for span, _ in labelled])
    ends = [*starts[1:], len(analysis.text)]
    return {
        "text": analysis.text,
        "title": None,
        "tokens": [analysis.text[a:b] for a, b in zip(starts, ends, strict=False)],
        "spans": [
            {
                "start": span.start,
                "end": span.end,
                "start_token": bisect_left(starts, span.start),
                "end_token": bisect_left(starts, span.end),
                "label": label,
            }
            for span, label in labelled
        ],
    }


def _labelled(analysis: Analysis) -> Iterator[tuple[Span, str]]:
    """Labels are our own few words, never text: displaCy does not escape them."""
    for quote in analysis.quotes:
        yield from ((piece, quote.kind.value) for piece in quote.content)
        if quote.cue is not None:
            yield quote.cue, "cue"
        if quote.speaker is not None:
            yield quote.speaker.span, "speaker"
    for stance in analysis.stances:
        if stance.evidence is not None:
            yield stance.evidence, stance.label.value


def _token_starts(text: str, spans: list[Span]) -> list[int]:
    borders = {place for span in spans for place in (span.start, span.end) if place < len(text)}
    return sorted({match.start() for match in TOKEN.finditer(text)} | borders)

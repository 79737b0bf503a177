"""What must hold of every analysis, whatever the text."""

from __future__ import annotations

from collections.abc import Iterator

from quotekit import Analysis, Mention, Quote, Span, Stance


def check(text: str, analysis: Analysis) -> None:
    """The records agree with the text, with each other and with their order."""
    assert analysis.text == text
    for span in spans(analysis):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.text
        assert span.text.strip()
    known = set(analysis.entities)
    for mention in mentions(analysis):
        assert mention.entity is None or mention.entity in known
    for quote in analysis.quotes:
        _check_quote(quote, analysis)
    for stance in stances(analysis):
        assert stance.evidence is not None
        assert stance.holder is None or not same(stance.holder, stance.target)
    _check_order(analysis)


def _check_quote(quote: Quote, analysis: Analysis) -> None:
    assert quote.content
    edges = [edge for piece in quote.content for edge in (piece.start, piece.end)]
    assert edges == sorted(edges)
    cue = quote.cue
    assert cue is None or not any(cue.start < c.end and c.start < cue.end for c in quote.content)
    for stance in quote.stances:
        assert stance in analysis.stances
        assert stance.reported_by == quote.speaker


def _check_order(analysis: Analysis) -> None:
    places = [(quote.start, -quote.end) for quote in analysis.quotes]
    assert places == sorted(places)
    evidence = [stance.evidence.start for stance in analysis.stances if stance.evidence]
    assert evidence == sorted(evidence)
    for entity in analysis.entities:
        starts = [mention.start for mention in entity.mentions]
        assert starts
        assert starts == sorted(starts)
    firsts = [entity.mentions[0].start for entity in analysis.entities]
    assert firsts == sorted(firsts)


def spans(analysis: Analysis) -> Iterator[Span]:
    """Every span of every record."""
    for entity in analysis.entities:
        yield from entity.mentions
    for quote in analysis.quotes:
        yield from quote.content
        yield from filter(None, [quote.cue])
    for stance in stances(analysis):
        yield from filter(None, [stance.evidence])
    for mention in mentions(analysis):
        yield mention.span


def mentions(analysis: Analysis) -> Iterator[Mention]:
    """Everybody whom a quotation or a stance names."""
    for quote in analysis.quotes:
        yield from filter(None, [quote.speaker, quote.addressee])
    for stance in stances(analysis):
        yield from filter(None, [stance.holder, stance.target, stance.reported_by])


def stances(analysis: Analysis) -> Iterator[Stance]:
    """Those of the analysis and those of its quotations."""
    yield from analysis.stances
    for quote in analysis.quotes:
        yield from quote.stances


def same(one: Mention, other: Mention) -> bool:
    """Whether two mentions are certainly of the same one."""
    if one.entity is not None and other.entity is not None:
        return one.entity == other.entity
    return one.span == other.span


def said(analysis: Analysis) -> list[tuple[object, ...]]:
    """Who said what, without the entities' other mentions."""
    return [
        (
            quote.kind,
            quote.act,
            quote.content,
            quote.cue,
            quote.rule,
            *(m and (m.span, m.name, m.rule) for m in (quote.speaker, quote.addressee)),
        )
        for quote in analysis.quotes
    ]

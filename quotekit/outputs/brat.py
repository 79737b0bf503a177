"""Analyses as brat standoff, for annotators to correct.

A quotation is an event whose trigger is its content, a stance one whose trigger is its evidence.
``annotation.conf`` beside this module is the configuration that brat needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import define, field

from quotekit.records import Analysis, Mention, Span, Stance

LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
"""Fragments never cross a line, whatever ends it."""

Fragments = tuple[tuple[int, int], ...]


def to_brat(analysis: Analysis) -> str:
    """The lines of an ``.ann`` file."""
    document = _Standoff()
    for quote in analysis.quotes:
        event = document.event(
            quote.kind.value.capitalize(),
            quote.content,
            Cue=document.words("Cue", [quote.cue]) if quote.cue is not None else None,
            Speaker=document.party(quote.speaker),
            Addressee=document.party(quote.addressee),
        )
        document.attribute("Act", event, quote.act.value)
        if quote.negated:
            document.attribute("Negated", event)
        document.note(event, quote.rule)
    for stance in analysis.stances:
        _add_stance(document, stance)
    return "".join(f"{line}\n" for line in document.lines)


def _add_stance(document: _Standoff, stance: Stance) -> None:
    if stance.evidence is None:
        return
    event = document.event(
        stance.label.value.capitalize(),
        [stance.evidence],
        Holder=document.party(stance.holder),
        Target=document.party(stance.target),
        ReportedBy=document.party(stance.reported_by),
    )
    if stance.basis is not None:
        document.attribute("Basis", event, stance.basis.value)
    document.note(event, stance.rule)


@define
class _Standoff:
    """Lines so far; words that have been marked once are not marked again."""

    lines: list[str] = field(factory=list)
    _marked: dict[tuple[str, Fragments], str] = field(factory=dict)
    _counts: dict[str, int] = field(factory=dict)

    def words(self, kind: str, spans: Sequence[Span]) -> str:
        """The id of a text-bound annotation."""
        pieces = [piece for span in spans for piece in _on_lines(span)]
        places = tuple((start, end) for start, end, _ in pieces)
        if (kind, places) not in self._marked:
            where = ";".join(f"{start} {end}" for start, end in places)
            text = " ".join(words for *_, words in pieces)
            self._marked[kind, places] = self._add("T", f"{kind} {where}", text)
        return self._marked[kind, places]

    def party(self, mention: Mention | None) -> str | None:
        """Somebody, with a note of who it is."""
        if mention is None:
            return None
        known = len(self._marked)
        party = self.words("Party", [mention.span])
        if mention.entity is not None and len(self._marked) > known:
            self.note(party, mention.entity.name)
        return party

    def event(self, kind: str, trigger: Sequence[Span], **roles: str | None) -> str:
        """The id of an event; roles that nobody has are left out."""
        taken = [f"{role}:{mark}" for role, mark in roles.items() if mark is not None]
        return self._add("E", " ".join([f"{kind}:{self.words(kind, trigger)}", *taken]))

    def attribute(self, name: str, of: str, *value: str) -> None:
        self._add("A", " ".join([name, of, *value]))

    def note(self, of: str, text: str) -> None:
        self._add("#", f"AnnotatorNotes {of}", " ".join(text.split()))

    def _add(self, letter: str, *columns: str) -> str:
        self._counts[letter] = self._counts.get(letter, 0) + 1
        mark = f"{letter}{self._counts[letter]}"
        self.lines.append("\t".join([mark, *columns]))
        return mark


def _on_lines(span: Span) -> Iterator[tuple[int, int, str]]:
    """*a quotation ⏎ of two lines* in two."""
    for line in LINE.finditer(span.text):
        words = line.group().strip()
        start = span.start + line.start() + line.group().find(words)
        if words:
            yield start, start + len(words), words

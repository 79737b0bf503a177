"""Build the frozen public records, once, at the end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from attrs import frozen

from quotekit.quotes import FoundQuote
from quotekit.reading import Reading
from quotekit.records import (
    Act,
    Analysis,
    Basis,
    Entity,
    Mention,
    Quote,
    QuoteKind,
    Span,
    Stance,
    StanceLabel,
)
from quotekit.speakers import Who
from quotekit.stances import FoundStance
from quotekit.syntax.records import Range


@frozen
class Builder:
    """Public records of one reading, equal things built once."""

    text: str
    entities: tuple[Entity, ...]
    _spans: dict[Range, Span]

    @classmethod
    def of(cls, reading: Reading) -> Builder:
        """With the entities of the reading."""
        text, known = reading.text, reading.cast.entities
        spans = {place: _span(text, place) for each in known for place in each.mentions}
        entities = tuple(
            Entity(each.name, each.label, tuple([spans[place] for place in each.mentions]))
            for each in known
        )
        return cls(text, entities, spans)

    def span(self, place: Range) -> Span:
        """A range with its text."""
        return self._spans.get(place) or _span(self.text, place)

    def mention(self, who: Who | None) -> Mention | None:
        """Somebody in the text; None stays None."""
        if who is None:
            return None
        entity = self.entities[who.entity] if who.entity is not None else None
        return Mention(self.span(who.range), entity, who.rule)

    def stance(self, found: FoundStance, speakers: Sequence[Who | None]) -> Stance:
        """One stance, with the speaker in whose quotation it stands."""
        target = self.mention(found.target)
        assert target is not None
        return Stance(
            label=StanceLabel(found.label),
            basis=Basis(found.basis) if found.basis is not None else None,
            holder=self.mention(found.holder),
            target=target,
            evidence=self.span(found.evidence) if found.evidence is not None else None,
            reported_by=self.mention(
                speakers[found.reported_by] if found.reported_by is not None else None
            ),
            rule=found.rule,
        )

    def quote(
        self, found: FoundQuote, speaker: Who | None, addressee: Who | None, own: Sequence[Stance]
    ) -> Quote:
        """One quotation with its speaker's own stances."""
        return Quote(
            kind=found.kind,
            act=found.act,
            content=tuple([self.span(piece) for piece in found.content]),
            cue=self.span(found.cue) if found.cue is not None else None,
            speaker=self.mention(speaker),
            addressee=self.mention(addressee),
            negated=found.negated,
            stances=tuple(own),
            rule=found.rule,
        )


def assemble(
    reading: Reading,
    stances: Sequence[FoundStance],
    kinds: Collection[QuoteKind],
    acts: Collection[Act],
    model: str,
) -> Analysis:
    """The analysis of one text: its quotations of the given kinds and acts, stances and
    entities."""
    builder, cast = Builder.of(reading), reading.cast
    speakers = _speakers(reading)
    built = [(found, builder.stance(found, speakers)) for found in stances]
    own: dict[int, list[Stance]] = defaultdict(list)
    for found, stance in built:
        if found.reported_by is not None and found.holder == speakers[found.reported_by]:
            own[found.reported_by].append(stance)
    quotes = [
        builder.quote(found, speakers[number], cast.addressee(number), own.get(number, ()))
        for number, found in enumerate(reading.quotes)
        if found.kind in kinds and found.act in acts and found.content
    ]
    return Analysis(
        text=reading.text,
        quotes=tuple(sorted(quotes, key=lambda quote: (quote.start, -quote.end))),
        stances=tuple(sorted((stance for _, stance in built), key=_evidence_start)),
        entities=builder.entities,
        model=model,
    )


def assemble_stance(reading: Reading, found: FoundStance) -> Stance:
    """One stance by itself."""
    return Builder.of(reading).stance(found, _speakers(reading))


def _span(text: str, place: Range) -> Span:
    start, end = place
    return Span(start, end, text[start:end])


def _speakers(reading: Reading) -> list[Who | None]:
    """By the number of the quotation."""
    return [reading.cast.speaker(number) for number in range(len(reading.quotes))]


def _evidence_start(stance: Stance) -> int:
    return stance.evidence.start if stance.evidence is not None else stance.target.span.start

"""The stage as one function."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.marks import Passage, Turn
from quotekit.quotes.records import FoundQuote
from quotekit.speakers.records import Cast, KnownEntity, Who
from quotekit.syntax.records import Paragraph, Range


def identify(
    text: str,
    paragraphs: Sequence[Paragraph],
    quotes: Sequence[FoundQuote],
    passages: Sequence[Passage] = (),
    turns: Sequence[Turn] = (),
    clusters: Sequence[Sequence[Range]] = (),
) -> Cast:
    """Join mentions to entities and quotations to speakers.

    ``clusters`` are another resolver's: lists of (start, end) that name the same one; they outvote
    the pronoun rules here.
    """
    numbers: dict[str, int] = {}
    mentions: list[list[Range]] = []
    nominals: dict[tuple[int, int], Who] = {}
    for index, paragraph in enumerate(paragraphs):
        for row, nominal in paragraph.nominals.items():
            entity = None
            if nominal.name is not None:
                name = text[slice(*nominal.name)]
                entity = numbers.setdefault(name, len(mentions))
                if entity == len(mentions):
                    mentions.append([])
                mentions[entity].append((nominal.start, nominal.end))
            rule = "name.exact" if entity is not None else None
            nominals[index, row] = Who((nominal.start, nominal.end), entity, rule)
    speakers: dict[int, Who] = {}
    addressees: dict[int, Who] = {}
    for number, quote in enumerate(quotes):
        if quote.speaker is not None:
            speakers[number] = nominals[quote.paragraph, quote.speaker.head]
        elif quote.speaker_range is not None:
            speakers[number] = Who(quote.speaker_range, None, None)
        elif quote.carries_on is not None and quote.carries_on in speakers:
            speakers[number] = speakers[quote.carries_on]
        if quote.addressee is not None:
            addressees[number] = nominals[quote.paragraph, quote.addressee.head]
    entities = tuple(
        KnownEntity(name, None, tuple(mentions[number])) for name, number in numbers.items()
    )
    return Cast(entities, nominals, speakers, addressees)

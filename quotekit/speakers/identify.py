"""The stage as one function."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from quotekit.marks import Passage, Turn
from quotekit.quotes.conversation import is_conversation
from quotekit.quotes.records import FoundQuote
from quotekit.speakers.conversation import decide
from quotekit.speakers.forms import PERSON
from quotekit.speakers.mentions import Mention, find_mentions
from quotekit.speakers.names import plain
from quotekit.speakers.records import Cast, KnownEntity, Who
from quotekit.speakers.references import References
from quotekit.speakers.registry import Entity, register
from quotekit.speakers.units import Unit, find_units
from quotekit.speakers.words import words
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
    mentions = find_mentions(text, paragraphs, quotes, passages)
    nominals = {(m.paragraph, m.nominal.head): m for m in mentions}
    by_nominal = {id(m.nominal): m for m in mentions}
    speaking = frozenset(id(q.speaker) for q in quotes if q.speaker is not None)
    entities = register(text, mentions, speaking)
    _apposed(mentions, nominals, entities)
    _clustered(mentions, clusters)
    speakers = _explicit(quotes, by_nominal)
    _read(text, mentions, entities, nominals, speakers, {}, speaking)
    addressees: dict[int, int] = {}
    units = find_units(text, paragraphs, quotes, mentions, entities, by_nominal)
    if is_conversation(paragraphs, [p for p in passages if p.depth == 0]) and _to_and_fro(units):
        decided = decide(units, entities, _narrator(units, entities))
        for unit, speaker in zip(units, decided, strict=True):
            for number in unit.quotes:
                if speaker is not None:
                    speakers[number] = speaker
        for mention in mentions:
            if mention.nominal.kind == "pronoun" and mention.rule != "coref":
                mention.entity = mention.rule = None
        for number, quote in enumerate(quotes):
            attributed = by_nominal.get(id(quote.speaker)) if quote.speaker is not None else None
            if attributed is not None and number in speakers and attributed.entity is None:
                attributed.entity, attributed.rule = speakers[number], "pronoun.conversation"
        _read(text, mentions, entities, nominals, speakers, addressees, speaking)
    else:
        speakers = _explicit(quotes, by_nominal)
    return _cast(text, quotes, mentions, entities, speakers, addressees, by_nominal)


def _to_and_fro(units: Sequence[Unit]) -> bool:
    """Whether turns that follow each other have different speakers, as far as they are named: a
    report quotes one after another at length."""
    named = [
        (one.speaker, other.speaker)
        for one, other in pairwise(units)
        if other.gap == 0 and one.speaker is not None and other.speaker is not None
    ]
    return 2 * sum(one != other for one, other in named) >= len(named)


def _read(
    text: str,
    mentions: Sequence[Mention],
    entities: list[Entity],
    nominals: dict[tuple[int, int], Mention],
    speakers: dict[int, int],
    addressees: dict[int, int],
    speaking: frozenset[int],
) -> None:
    """Resolve descriptions and pronouns; the pronouns that fit nobody else tell genders."""
    reading = References(text, entities, nominals, speakers, addressees, speaking)
    reading.read(mentions)
    for number, votes in reading.votes.items():
        ((gender, most),) = votes.most_common(1)
        if 3 * most >= 2 * votes.total() and entities[number].gender is None:
            entities[number].gender = gender


def _explicit(quotes: Sequence[FoundQuote], by_nominal: dict[int, Mention]) -> dict[int, int]:
    found = {}
    for number, quote in enumerate(quotes):
        mention = by_nominal.get(id(quote.speaker)) if quote.speaker is not None else None
        if mention is not None and mention.entity is not None:
            found[number] = mention.entity
        elif quote.carries_on is not None and quote.carries_on in found:
            found[number] = found[quote.carries_on]
    return found


def _narrator(units: Sequence[Unit], entities: list[Entity]) -> int | None:
    """The *I* of the narration, with the name that the others call it by."""
    own = [place for place, unit in enumerate(units) if unit.first_person]
    if not own:
        return None
    called: Counter[int] = Counter()
    for place in own:
        for other in (place - 1, place + 1):
            if 0 <= other < len(units) and not units[other].first_person:
                called.update(units[other].called)
    if called:
        return called.most_common(1)[0][0]
    entities.append(Entity("I", PERSON))
    return len(entities) - 1


def _apposed(
    mentions: Sequence[Mention], nominals: dict[tuple[int, int], Mention], entities: list[Entity]
) -> None:
    """*Lee, the senator*: one entity, and a role of it."""
    lists = words()
    for mention in mentions:
        for row in mention.nominal.appositions:
            other = nominals.get((mention.paragraph, row))
            if other is None or (mention.entity is None) == (other.entity is None):
                continue
            if mention.quote is not None:  # "I saw my mother, Lee": mostly an address
                continue
            named, bare = (mention, other) if other.entity is None else (other, mention)
            entity = entities[named.entity or 0]
            if entity.is_person == lists.is_person(bare.nominal.lemma) and not bare.nominal.plural:
                bare.entity, bare.rule = named.entity, "description.apposition"
                if lists.is_role(bare.nominal.lemma):
                    entity.roles.add(bare.nominal.lemma)


def _clustered(mentions: Sequence[Mention], clusters: Sequence[Sequence[Range]]) -> None:
    """Another resolver's clusters: a pronoun is whoever a name of its cluster is."""
    by_range = {m.range: m for m in mentions}
    for cluster in clusters:
        members = [m for place in cluster if (m := by_range.get((place[0], place[1]))) is not None]
        entity = next((m.entity for m in members if m.entity is not None), None)
        for mention in members:
            if mention.entity is None and entity is not None:
                mention.entity, mention.rule = entity, "coref"


def _cast(
    text: str,
    quotes: Sequence[FoundQuote],
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    speakers: dict[int, int],
    addressees: dict[int, int],
    by_nominal: dict[int, Mention],
) -> Cast:
    places: dict[int, list[Range]] = defaultdict(list)
    for m in mentions:
        if m.entity is not None:
            places[m.entity].append(m.range)
    called: dict[int, list[Range]] = defaultdict(list)
    for m in mentions:
        if m.entity is not None and m.nominal.kind != "pronoun":
            called[m.entity].append(m.range)
    for ranges in places.values():
        ranges.sort()
    keep = [
        n for n, e in enumerate(entities) if (not e.described or len(places[n]) > 1) and places[n]
    ]
    keep.sort(key=lambda n: places[n][0])
    new = {old: number for number, old in enumerate(keep)}
    who = {
        (m.paragraph, m.nominal.head): Who(
            m.range, new.get(m.entity) if m.entity is not None else None, m.rule
        )
        for m in mentions
    }
    found: dict[int, Who] = {}
    for number, quote in enumerate(quotes):
        entity = speakers.get(number)
        if quote.speaker is not None:
            mention = by_nominal.get(id(quote.speaker))
            place = mention.range if mention else (quote.speaker.start, quote.speaker.end)
            rule = mention.rule if mention else None
            found[number] = Who(place, new.get(entity) if entity is not None else None, rule)
        elif quote.speaker_range is not None:
            found[number] = Who(
                quote.speaker_range,
                _labelled(text, quote.speaker_range, entities, new),
                "turn.label",
            )
        elif entity is not None:
            before = places[entity]
            at = max(0, bisect_right(before, quote.content[0]) - 1) if before else 0
            if before:
                found[number] = Who(before[at], new.get(entity), "conversation.turn")
        elif quote.carries_on is not None and quote.carries_on in found:
            found[number] = found[quote.carries_on]
    known = tuple(
        KnownEntity(
            _title(text, entities[n], called[n]), entities[n].label, tuple(dict.fromkeys(places[n]))
        )
        for n in keep
    )
    addressed: dict[int, Who] = {}
    for number, quote in enumerate(quotes):
        mention = by_nominal.get(id(quote.addressee)) if quote.addressee is not None else None
        if mention is not None:
            addressed[number] = who[mention.paragraph, mention.nominal.head]
        elif number in addressees and called[addressees[number]]:
            entity = addressees[number]
            addressed[number] = Who(called[entity][0], new.get(entity), "conversation.address")
    return Cast(known, who, found, addressed)


def _title(text: str, entity: Entity, called: Sequence[Range]) -> str:
    """The name; of somebody known by descriptions the most usual one."""
    if not entity.described or not called:
        return entity.name
    usual = Counter(" ".join(text[slice(*place)].split()).lower() for place in called)
    best = usual.most_common(1)[0][0]
    phrases = (" ".join(text[slice(*place)].split()) for place in called)
    return next(phrase for phrase in phrases if phrase.lower() == best)


def _labelled(
    text: str, place: Range, entities: Sequence[Entity], new: dict[int, int]
) -> int | None:
    label = tuple(plain(word) for word in text[slice(*place)].split())
    fitting = {n for n in new for key in entities[n].keys if label == key or label[-1:] == key[-1:]}
    return new[fitting.pop()] if len(fitting) == 1 else None

"""The stage as one function."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from attrs import define, field

from quotekit.marks import Passage, Turn
from quotekit.quotes.records import FoundQuote
from quotekit.speakers.mentions import Mention, find_mentions, verbatim_pieces
from quotekit.speakers.names import Name, one_person
from quotekit.speakers.records import Cast, KnownEntity, Who
from quotekit.speakers.words import words
from quotekit.syntax.records import Paragraph, Range

PRONOUN_GENDER = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
FIRST, SECOND = 1, 2
ACRONYM = re.compile(r"\s?\((?P<short>[A-Z][A-Za-z&.]{1,9})\)")
FARTHEST = 60
"""How many mentions back a pronoun looks."""


@define(eq=False)
class Known:
    """An entity being put together."""

    name: Name
    label: str | None
    gender: str | None = None
    aliases: set[tuple[str, ...]] = field(factory=set)
    titles: set[str] = field(factory=set)
    mentions: list[Range] = field(factory=list)

    @property
    def is_person(self) -> bool:
        """Whether a *he* or *she* can be meant."""
        key = self.name.key
        if key[-1] in words().bodies or self.label in ("GPE", "LOC", "NORP", "FAC", "EVENT"):
            return False
        return self.gender is not None or self.label in ("PERSON", None) or len(key) == 1


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
    mentions = find_mentions(text, paragraphs, verbatim_pieces(quotes, passages))
    known = _named(text, mentions)
    nominals = {(m.paragraph, m.nominal.head): m for m in mentions}
    _described(mentions, nominals, known)
    _clustered(mentions, clusters)
    _pronouns(mentions, nominals, known, quotes)
    for mention in mentions:
        if mention.entity is not None:
            known[mention.entity].mentions.append(mention.range)
    who = {key: Who(m.range, m.entity, m.rule) for key, m in nominals.items()}
    speakers = _speakers(text, quotes, mentions, who, known)
    for key, mention in nominals.items():
        speaker = speakers.get(mention.quote) if mention.quote is not None else None
        if mention.nominal.person == FIRST and speaker is not None and mention.entity is None:
            who[key] = Who(mention.range, speaker.entity, "pronoun.speaker")
    addressees = {
        number: who[quote.paragraph, quote.addressee.head]
        for number, quote in enumerate(quotes)
        if quote.addressee is not None
    }
    entities = tuple(
        KnownEntity(str(k.name), k.label, tuple(sorted(set(k.mentions)))) for k in known
    )
    return Cast(entities, who, speakers, addressees)


def _named(text: str, mentions: Sequence[Mention]) -> list[Known]:
    """Full names first, then the short ones that exactly one of them fits."""
    known: list[Known] = []
    named = [m for m in mentions if m.name is not None]
    by_family: dict[str, list[int]] = defaultdict(list)
    exact: dict[tuple[str, ...], int] = {}
    for mention in sorted(named, key=lambda m: len(m.name.key) < 2 if m.name else True):
        name = mention.name
        assert name is not None
        entity = exact.get(name.key)
        if entity is None:
            fitting = [number for number in by_family[name.key[-1]] if _fits(name, known[number])]
            entity = fitting[0] if len(fitting) == 1 else None
            mention.rule = "name.short"
        else:
            mention.rule = "name.exact"
        if entity is None:
            entity = len(known)
            known.append(Known(name, mention.nominal.label))
            for end in {name.key[0], name.key[-1]}:
                by_family[end].append(entity)
            mention.rule = "name.new"
        elif len(name.key) > len(known[entity].name.key):
            known[entity].name = name
        exact.setdefault(name.key, entity)
        one = known[entity]
        one.gender = one.gender or name.gender
        one.titles.update(name.roles)
        if name.title:
            one.titles.add(name.title)
        mention.entity = entity
        short = ACRONYM.match(text, name.end)
        if short is not None:
            exact.setdefault((short["short"].lower().replace(".", ""),), entity)
    for mention in named:  # an acronym may stand before its brackets
        if mention.name is not None and mention.rule == "name.new":
            mention.entity = exact[mention.name.key]
    return known


def _fits(name: Name, known: Known) -> bool:
    if len(name.key) == 1:
        full = known.name.key
        return (
            len(full) > 1
            and name.key[0] in (full[0], full[-1])
            and (name.gender is None or known.gender in (None, name.gender))
        )
    return one_person(name.key, known.name.key)


def _described(
    mentions: Sequence[Mention], nominals: dict[tuple[int, int], Mention], known: list[Known]
) -> None:
    """*Lee, the senator*: apposition; *the senator*: the one who has that title."""
    for mention in mentions:
        nominal = mention.nominal
        for row in nominal.appositions:
            other = nominals.get((mention.paragraph, row))
            if other is None or (mention.entity is None) == (other.entity is None):
                continue
            bare, entity = (
                (mention, other.entity) if mention.entity is None else (other, mention.entity)
            )
            bare.entity, bare.rule = entity, "description.apposition"
            if entity is not None and bare.nominal.lemma in words().offices:
                known[entity].titles.add(bare.nominal.lemma)
    by_title: dict[str, set[int]] = defaultdict(set)
    for number, one in enumerate(known):
        for title in one.titles:
            by_title[title].add(number)
    for mention in mentions:
        nominal = mention.nominal
        if mention.entity is None and nominal.kind == "description" and nominal.definite:
            holders = by_title.get(nominal.lemma, set())
            if len(holders) == 1 and nominal.possessor is None and not nominal.plural:
                mention.entity, mention.rule = next(iter(holders)), "description.title"


def _clustered(mentions: Sequence[Mention], clusters: Sequence[Sequence[Range]]) -> None:
    """Another resolver's clusters: a pronoun is whoever a name of its cluster is."""
    by_range = {m.range: m for m in mentions}
    for cluster in clusters:
        members = [m for place in cluster if (m := by_range.get((place[0], place[1]))) is not None]
        entity = next((m.entity for m in members if m.entity is not None), None)
        for mention in members:
            if mention.entity is None and entity is not None:
                mention.entity, mention.rule = entity, "coref"


def _pronouns(
    mentions: Sequence[Mention],
    nominals: dict[tuple[int, int], Mention],
    known: Sequence[Known],
    quotes: Sequence[FoundQuote],
) -> None:
    recent: list[Mention] = []
    for mention in mentions:
        nominal = mention.nominal
        if nominal.antecedent is not None and mention.entity is None:
            noun = nominals.get((mention.paragraph, nominal.antecedent))
            if noun is not None and noun.entity is not None:
                mention.entity, mention.rule = noun.entity, "pronoun.relative"
        gender = PRONOUN_GENDER.get(nominal.lemma)
        if gender is not None and mention.entity is None:
            mention.entity = _nearest(recent, mention, gender, known)
            mention.rule = "pronoun.gender" if mention.entity is not None else None
            if mention.entity is not None and known[mention.entity].gender is None:
                known[mention.entity].gender = gender
        if mention.entity is not None:
            recent.append(mention)
            del recent[: max(0, len(recent) - FARTHEST)]


def _nearest(
    recent: Sequence[Mention], pronoun: Mention, gender: str, known: Sequence[Known]
) -> int | None:
    """The last person of that gender, a subject before others, within the last paragraphs."""
    fitting = [
        m
        for m in reversed(recent)
        if m.entity is not None
        and known[m.entity].is_person
        and known[m.entity].gender in (None, gender)
        and (m.quote == pronoun.quote or m.quote is None)
        and pronoun.paragraph - m.paragraph < 4
        and not m.nominal.start <= pronoun.nominal.start < m.nominal.end
    ]
    sure = [m for m in fitting if m.entity is not None and known[m.entity].gender == gender]
    for group in (sure, fitting):
        near = [m for m in group if m.paragraph == group[0].paragraph]
        best = next((m for m in near if m.nominal.function == "subject"), None)
        if group:
            return (best or group[0]).entity
    return None


def _speakers(
    text: str,
    quotes: Sequence[FoundQuote],
    mentions: Sequence[Mention],
    who: dict[tuple[int, int], Who],
    known: Sequence[Known],
) -> dict[int, Who]:
    """Named beside the quotation, else carried on, else the turn before last."""
    by_label = {word: number for number, one in enumerate(known) for word in one.name.key}
    speakers: dict[int, Who] = {}
    turn: list[Who] = []
    for number, quote in enumerate(quotes):
        speaker: Who | None = None
        if quote.speaker is not None:
            speaker = who[quote.paragraph, quote.speaker.head]
        elif quote.speaker_range is not None:
            label = text[slice(*quote.speaker_range)].lower().split()
            speaker = Who(quote.speaker_range, by_label.get(label[-1]), "turn.label")
        elif quote.carries_on is not None:
            speaker = speakers.get(quote.carries_on)
        elif not quote.attributed and len(turn) > 1:
            speaker = Who(turn[-2].range, turn[-2].entity, "conversation.turn")
        if speaker is not None:
            speakers[number] = speaker
            if quote.kind.value == "direct" and (not turn or turn[-1].entity != speaker.entity):
                turn.append(speaker)
    return speakers

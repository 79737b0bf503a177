"""Reading on from mention to mention: descriptions and pronouns joined to whom they refer to."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from attrs import define, field

from quotekit.speakers.forms import BODY, GROUP, PERSON
from quotekit.speakers.mentions import Mention
from quotekit.speakers.registry import Entity
from quotekit.speakers.salience import WEIGHT, Salience
from quotekit.speakers.words import FEMALE, MALE, words

GENDER = {
    "he": MALE, "him": MALE, "his": MALE, "himself": MALE,
    "she": FEMALE, "her": FEMALE, "hers": FEMALE, "herself": FEMALE,
}  # fmt: skip
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
NEUTER = frozenset({"it", "its", "itself"})
REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself"})
NEW = re.compile(
    r"(?:an?|another|one|some|two|three|several|many|few|other|no|any|every|each)\b", re.I
)
AGED = re.compile(r"(\d{1,3})-year-old$")
SENTENCE_END = re.compile(r"[.!?][\"”'’)]*\s")

SPEAKER = 5.0
"""Weight of a mention that attributes a quotation."""
REPORTED, QUOTED, OVERHEARD = 0.4, 0.2, 0.5
"""What a mention in reported words weighs, one in a quotation for the narration, and the other way
round."""
UNSURE = 0.4
"""Weight of somebody of unknown gender for a *he* or *she*."""
UNNAMED = 0.4
"""Weight of somebody known by a description only."""
SAME_FUNCTION = 1.5
"""A subject refers to a subject."""


@define(eq=False)
class References:
    """One reading of the text from start to end; entities known by descriptions are added."""

    text: str
    entities: list[Entity]
    nominals: Mapping[tuple[int, int], Mention]
    speakers: Mapping[int, int]
    """By number of the quotation, as far as known."""
    addressees: Mapping[int, int]
    speaking: frozenset[int]
    """The nominals that attribute a quotation, by id."""
    votes: dict[int, Counter[str]] = field(factory=lambda: defaultdict(Counter))
    """The genders of pronouns that nobody else fits."""
    _mind: Salience = field(factory=Salience)
    """What the narration has brought up."""
    _talk: Salience = field(factory=Salience)
    """What those who are quoted have."""
    _by_role: dict[str, list[int]] = field(factory=lambda: defaultdict(list))
    _by_relation: dict[tuple[int, str], int] = field(factory=dict)
    _described: dict[str, list[int]] = field(factory=lambda: defaultdict(list))
    _last_subject: Mention | None = None

    def read(self, mentions: Sequence[Mention]) -> None:
        """Resolve what no name and no earlier stage has resolved, in the order of the text."""
        for number, entity in enumerate(self.entities):
            for role in sorted(entity.roles):
                self._by_role[role].append(number)
        for mention in mentions:
            if mention.entity is None:
                self._resolve(mention)
            if mention.entity is not None:
                self._remember(mention, mention.entity)
            if mention.nominal.function == "subject":
                self._last_subject = mention

    def _remember(self, mention: Mention, entity: int) -> None:
        nominal = mention.nominal
        weight = SPEAKER if id(nominal) in self.speaking else WEIGHT[nominal.function]
        told = REPORTED if mention.reported else 1.0
        if mention.quote is None:
            self._mind.touch(entity, mention.clock, weight * told)
            self._talk.touch(entity, nominal.start, weight * OVERHEARD)
        else:
            self._mind.touch(entity, mention.clock, weight * QUOTED)
            self._talk.touch(entity, nominal.start, weight)
        if nominal.possessor is not None and nominal.kind == "description":
            owner = self.nominals.get((mention.paragraph, nominal.possessor))
            if owner is not None and owner.entity is not None:
                self._by_relation.setdefault((owner.entity, nominal.lemma), entity)

    def _resolve(self, mention: Mention) -> None:
        nominal = mention.nominal
        if nominal.antecedent is not None:
            noun = self.nominals.get((mention.paragraph, nominal.antecedent))
            if noun is not None and noun.entity is not None:
                mention.entity, mention.rule = noun.entity, "pronoun.relative"
        elif nominal.kind == "pronoun":
            self._pronoun(mention)
        else:
            self._description(mention)

    # pronouns

    def _pronoun(self, mention: Mention) -> None:
        lemma, quote = mention.nominal.lemma, mention.quote
        if mention.nominal.person == 1:
            if (
                quote is not None
                and quote in self.speakers
                and not mention.nominal.plural
                and lemma not in ("we", "us", "our")
            ):
                mention.entity, mention.rule = self.speakers[quote], "pronoun.speaker"
        elif mention.nominal.person == 2:
            if quote is not None and quote in self.addressees:
                mention.entity, mention.rule = self.addressees[quote], "pronoun.addressee"
        elif lemma in GENDER:
            mention.entity = self._most_salient(mention, GENDER[lemma])
            mention.rule = "pronoun.gender" if mention.entity is not None else None
        elif lemma in PLURAL or lemma in NEUTER:
            mention.entity = self._body(mention, lemma in PLURAL)
            mention.rule = "pronoun.number" if mention.entity is not None else None

    def _most_salient(self, mention: Mention, gender: str) -> int | None:
        best, most, others = None, 0.0, 0
        barred = self._barred(mention)
        subject = mention.nominal.function == "subject"
        for number, weight in self._in_mind(mention):
            entity = self.entities[number]
            if entity.kind != PERSON or entity.plural or number in barred:
                continue
            if entity.gender not in (None, gender):
                continue
            others += 1
            weight *= UNSURE if entity.gender is None else 1.0
            weight *= UNNAMED if entity.described else 1.0
            if weight > most:
                best, most = number, weight
        if best is not None and self.entities[best].gender is None and others == 1:
            self.votes[best][gender] += 1
        return best

    def _barred(self, mention: Mention) -> set[int]:
        """Who cannot be meant: in a quotation the two who talk; of an object the clause's
        subject."""
        barred = set()
        if mention.quote is not None:
            barred = {who.get(mention.quote, -1) for who in (self.speakers, self.addressees)}
        last, nominal = self._last_subject, mention.nominal
        if (
            last is not None
            and last.entity is not None
            and nominal.function in ("object", "oblique")
            and nominal.lemma not in REFLEXIVE
            and last.paragraph == mention.paragraph
            and last.quote == mention.quote
            and not SENTENCE_END.search(self.text, last.nominal.start, nominal.start)
        ):
            barred.add(last.entity)
        return barred

    def _in_mind(self, mention: Mention) -> Iterator[tuple[int, float]]:
        if mention.quote is None:
            return self._mind.recent(mention.clock)
        return self._talk.recent(mention.nominal.start)

    def _body(self, mention: Mention, plural: bool) -> int | None:
        best, most = None, 0.0
        for number, weight in self._in_mind(mention):
            entity = self.entities[number]
            fits = entity.plural or entity.kind in (BODY, GROUP) if plural else entity.kind == BODY
            if fits and (not plural or entity.plural or weight > 1.0) and weight > most:
                best, most = number, weight
        return best if most > 0.7 else None

    # descriptions

    def _description(self, mention: Mention) -> None:
        nominal, lists = mention.nominal, words()
        lemma = nominal.lemma
        if (
            nominal.kind == "name"
            and mention.name is not None
            and mention.name.words[0][0].isupper()
        ):
            if lemma not in lists.bodies and not lists.is_person(lemma):
                return
        aged = AGED.search(self.text, nominal.start, nominal.end)
        if aged is not None and nominal.definite:
            self._aged(mention, int(aged.group(1)))
            return
        if not (lists.is_person(lemma) or lemma in lists.bodies):
            return
        if nominal.possessor is not None:
            self._related(mention)
        elif nominal.definite and not nominal.plural:
            self._definite(mention)
        if mention.entity is None:
            self._introduce(mention)

    def _aged(self, mention: Mention, age: int) -> None:
        fitting = [n for n, _ in self._in_mind(mention) if self.entities[n].age == age]
        if len(fitting) == 1:
            mention.entity, mention.rule = fitting[0], "description.age"

    def _related(self, mention: Mention) -> None:
        owner = self.nominals.get((mention.paragraph, mention.nominal.possessor or 0))
        if owner is None or owner.entity is None or mention.nominal.plural:
            return
        entity = self._by_relation.get((owner.entity, mention.nominal.lemma))
        if entity is not None:
            mention.entity, mention.rule = entity, "description.relation"

    def _definite(self, mention: Mention) -> None:
        """*the senator*: the one who has that office; *the old man*: the one last called so."""
        nominal = mention.nominal
        said = self._modifiers(mention)
        holders = self._by_role.get(nominal.lemma, [])
        if len(holders) > 1:
            named = [n for n in holders if said & self.entities[n].roles]
            holders = named or [n for n in holders if self._mind.at(n, mention.clock) > 0.1]
        if len(holders) == 1:
            mention.entity, mention.rule = holders[0], "description.role"
            return
        for number in reversed(self._described.get(nominal.lemma, ())[-4:]):
            entity = self.entities[number]
            if not said or not entity.roles or said <= entity.roles or entity.roles <= said:
                mention.entity, mention.rule = number, "description.repeated"
                return
        if nominal.lemma in words().bodies:
            bodies = [
                n
                for n, _ in self._in_mind(mention)
                if self.entities[n].kind == BODY
                and any(key[-1] == nominal.lemma for key in self.entities[n].keys)
            ]
            if len(bodies) == 1:
                mention.entity, mention.rule = bodies[0], "description.head"

    def _modifiers(self, mention: Mention) -> set[str]:
        """The words before the head: *old* in *the old man in the boat*."""
        phrase = self.text[mention.nominal.start : mention.nominal.end].lower()
        before = phrase.partition(mention.nominal.lemma)[0]
        return set(re.findall(r"[\w-]+", before)) - {"the", "this", "that", "these", "those"}

    def _introduce(self, mention: Mention) -> None:
        """Somebody known by a description only; an entity as soon as something refers back."""
        nominal, lists = mention.nominal, words()
        person = lists.is_person(nominal.lemma)
        if not person and nominal.plural:
            return
        mention.entity = len(self.entities)
        self.entities.append(
            Entity(
                name=self.text[nominal.start : nominal.end],
                kind=GROUP if person and nominal.plural else PERSON if person else BODY,
                gender=lists.person_gender(nominal.lemma),
                plural=nominal.plural,
                described=True,
                roles=self._modifiers(mention),
            )
        )
        if not nominal.plural and mention.quote is None:
            self._described[nominal.lemma].append(mention.entity)

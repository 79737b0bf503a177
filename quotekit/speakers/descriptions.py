"""Descriptions joined to whom they describe: *the senator*, *her lawyer*, *the 71-year-old*."""

from __future__ import annotations

import heapq
import re
from collections import defaultdict
from collections.abc import Callable

from attrs import define, field

from quotekit.speakers.callings import is_kind_of, is_named, may_be
from quotekit.speakers.documents import Documents
from quotekit.speakers.kinds import BODY, GROUP, PERSON, PLACE
from quotekit.speakers.mentions import Mention
from quotekit.speakers.registry import Entity
from quotekit.speakers.salience import Focus
from quotekit.speakers.scene import Scene
from quotekit.speakers.words import words
from quotekit.syntax.structure import structure

OLD = "-year-old"
AGED = re.compile(rf"(\d{{1,3}}){OLD}$")
WORD = re.compile(r"[\w-]+")
TALKED_ABOUT = 1.0
"""What somebody must weigh to be meant by a description that says something new."""
OTHER_OFFICE = 0.3
"""Somebody with an office is seldom called by another one."""
IN_MIND = 0.1
"""What somebody must weigh at least to be chosen among those of one office."""
CLEARLY = 3.0
"""How many times as much as any other that fits."""
LEAD = 4
"""Paragraphs at the top that may speak of somebody who is named further down,"""
SOON = 1500
"""that many characters further at most."""
FORMER = 4
"""How many of those last called by the same noun may be meant again."""


def apposed(scene: Scene, entities: list[Entity]) -> None:
    """*Lee, the senator*: one entity, and a role of it."""
    lists = words()
    for mention in scene.mentions:
        if mention.quote is not None:  # "I saw my mother, Lee": mostly an address
            continue
        for row in mention.nominal.appositions:
            other = scene.at(mention.paragraph, row)
            if other is None:
                continue
            if mention.entity is not None and other.entity is None:
                entity, bare = mention.entity, other
            elif mention.entity is None and other.entity is not None:
                entity, bare = other.entity, mention
            else:
                continue
            noun = bare.nominal.lemma
            if entities[entity].is_person == lists.is_person(noun) and not bare.nominal.plural:
                bare.entity, bare.rule = entity, "description.apposition"
                if lists.is_role(noun) or noun in lists.bodies:
                    entities[entity].roles.add(noun)


@define(eq=False)
class Descriptions:
    """Resolves descriptions while the text is read from start to end; whom nothing before it fits,
    is somebody new."""

    scene: Scene
    entities: list[Entity]
    focus: Focus
    _documents: Documents = field(init=False)
    _by_role: dict[str, list[int]] = field(init=False)
    _by_relation: dict[tuple[int, str], int] = field(factory=dict)
    """*her lawyer*, by who she is."""
    _first_named: dict[int, int] = field(init=False)
    """Where each one with a name is first mentioned."""
    _described: dict[str, list[int]] = field(factory=lambda: defaultdict(list))
    """Those without a name, by the noun that they are called by."""

    @_documents.default
    def _written(self) -> Documents:
        return Documents(self.scene, self.entities)

    @_by_role.default
    def _roles(self) -> dict[str, list[int]]:
        holders = defaultdict(list)
        for number, entity in enumerate(self.entities):
            for role in sorted(entity.roles):
                holders[role].append(number)
        return holders

    @_first_named.default
    def _by_name(self) -> dict[int, int]:
        return {
            mention.entity: mention.nominal.start
            for mention in reversed(self.scene.mentions)
            if mention.entity is not None
        }

    def resolve(self, mention: Mention) -> None:
        """Whom a description of somebody stands for."""
        nominal, lists = mention.nominal, words()
        known = lists.is_person(nominal.lemma) or nominal.lemma in lists.bodies
        said = self._modifiers(mention) if known else set()
        is_old = nominal.definite and self.scene.text.endswith(OLD, nominal.start, nominal.end)
        if is_old and (aged := AGED.search(self.scene.text, nominal.start, nominal.end)):
            self._aged(mention, int(aged.group(1)))
        elif mention.speaks and (maker := self._documents.maker(mention)) is not None:
            mention.entity, mention.rule = maker, "description.document"
        elif nominal.lemma in lists.named_bodies and (owner := self._named_before(mention)):
            self._named_after(mention, owner)
        elif known and nominal.possessor is not None:
            self._related(mention, nominal.possessor)
        elif known and nominal.definite and not nominal.plural:
            self._definite(mention, said)
        if known and mention.entity is None and mention.paragraph < LEAD:
            self._named_below(mention, said)
        if known and mention.entity is None:
            self._introduce(mention, said)

    def passed(self, mention: Mention) -> None:
        """Reading goes on behind the mention."""
        nominal = mention.nominal
        if nominal.lemma in structure().document:
            self._documents.passed(mention)
        owned = nominal.kind == "description" and nominal.possessor is not None
        if owned and mention.entity is not None:
            owner = self.scene.at(mention.paragraph, nominal.possessor)
            if owner is not None and owner.entity is not None:
                self._by_relation.setdefault((owner.entity, nominal.lemma), mention.entity)

    def _named_before(self, mention: Mention) -> Mention | None:
        """*the **Lee** campaign*, ***Lee**'s campaign*, ***her** campaign*; but a party is
        nobody's own."""
        owner = self.scene.at(mention.paragraph, mention.nominal.possessor)
        if owner is None:
            owner = self.scene.ending_at(mention.nominal.end - len(mention.nominal.lemma) - 1)
        if owner is None or owner.entity is None or mention.nominal.lemma in words().people:
            return None
        hers = owner.name is None and not self.entities[owner.entity].described
        return owner if owner.name is not None or hers else None

    def _named_after(self, mention: Mention, owner: Mention) -> None:
        """*the Lee campaign*: a body with a name, and none of Lee's."""
        assert owner.entity is not None
        noun = mention.nominal.lemma
        mention.rule = "description.named-after"
        mention.entity = self._by_relation.get((owner.entity, noun))
        if mention.entity is None:
            mention.entity = len(self.entities)
            name = f"{owner.name or self.entities[owner.entity].name} {noun}"
            self.entities.append(Entity(name, BODY, label="ORG", roles={noun}))
            self._by_role[noun].append(mention.entity)
            self._by_relation[owner.entity, noun] = mention.entity

    def _aged(self, mention: Mention, age: int) -> None:
        """*the 71-year-old*: the only one of that age."""
        fitting = [n for n in self.focus.recent(mention) if self.entities[n].age == age]
        if len(fitting) == 1:
            mention.entity, mention.rule = fitting[0], "description.age"

    def _related(self, mention: Mention, possessor: int) -> None:
        """*her lawyer*: the one called so before."""
        owner = self.scene.at(mention.paragraph, possessor)
        if owner is not None and owner.entity is not None and not mention.nominal.plural:
            mention.entity = self._by_relation.get((owner.entity, mention.nominal.lemma))
            mention.rule = "description.relation" if mention.entity is not None else None

    def _definite(self, mention: Mention, said: set[str]) -> None:
        """*the senator*: the one who has that office; *the old man*: the one last called so."""
        for rule, find in (
            ("description.role", self._holder),
            ("description.head", self._named_so),
            ("description.kind", self._of_kind),
            ("description.repeated", self._called_before),
            ("description.salient", self._salient),
        ):
            mention.entity = find(mention, said)
            if mention.entity is not None:
                mention.rule = rule
                return

    def _named_below(self, mention: Mention, said: set[str]) -> None:
        """***A Selby judge** closed the pier on Monday.* … *Judge Ann Okafor said*: the head of an
        article keeps a name for later."""
        nominal = mention.nominal
        if nominal.plural or nominal.function != "subject" or self._behind_noun(mention):
            return
        noun, start = nominal.lemma, nominal.start
        holders = self._holders(mention, said)
        below = [
            number
            for number, entity in enumerate(self.entities)
            if start < self._first_named.get(number, 0) < start + SOON
            and (number in holders or is_named(noun, entity) or is_kind_of(noun, entity))
            and entity.kind != PLACE
        ]
        if len(below) == 1:
            mention.entity, mention.rule = below[0], "description.named-below"

    def _holders(self, mention: Mention, said: set[str]) -> list[int]:
        """Those who are called so beside their names, or by a narrower word."""
        noun = mention.nominal.lemma
        called = {n for role in (noun, *words().wider.get(noun, ())) for n in self._by_role[role]}
        return [n for n in sorted(called) if _agrees(self.entities[n], noun, said)]

    def _holder(self, mention: Mention, said: set[str]) -> int | None:
        noun, holders = mention.nominal.lemma, self._holders(mention, said)
        holders = [n for n in holders if said & self.entities[n].roles] or holders
        spoken_of = [n for n in holders if self.focus.at(n, mention) > 0]
        if spoken_of or noun not in words().one_holder:
            holders = spoken_of
        if len(holders) > 1:
            holders = [n for n in holders if self.focus.at(n, mention) > IN_MIND]
        return holders[0] if len(holders) == 1 else None

    def _called_before(self, mention: Mention, said: set[str]) -> int | None:
        for number in reversed(self._described.get(mention.nominal.lemma, ())[-FORMER:]):
            roles = self.entities[number].roles
            if not said or not roles or said <= roles or roles <= said:
                return number
        return None

    def _named_so(self, mention: Mention, said: set[str]) -> int | None:
        return self._in_mind(mention, said, is_named)

    def _of_kind(self, mention: Mention, said: set[str]) -> int | None:
        """*the company* without another word."""
        nominal = mention.nominal
        if said or nominal.kind != "description":
            return None
        found = self._in_mind(mention, said, may_be)
        if found is None or nominal.function == "subject":
            return found
        return found if is_kind_of(nominal.lemma, self.entities[found]) else None

    def _in_mind(
        self, mention: Mention, said: set[str], fits: Callable[[str, Entity], bool]
    ) -> int | None:
        """The only body or place in mind that can be called so, or clearly the first; nobody where
        one called so before is fresher."""
        noun, before = mention.nominal.lemma, self._called_before(mention, said)
        rest = self._behind_noun(mention)
        least = IN_MIND if before is None else max(IN_MIND, self.focus.at(before, mention))
        fitting = {
            number: weight
            for number, weight in self.focus.recent(mention, least).items()
            if fits(noun, self.entities[number])
            and (not rest or any(rest <= set(key) for key in self.entities[number].keys))
        }
        if len(fitting) < 2:
            return next(iter(fitting), None)
        best, other = heapq.nlargest(2, fitting, key=fitting.__getitem__)
        return best if fitting[best] > CLEARLY * fitting[other] else None

    def _salient(self, mention: Mention, said: set[str]) -> int | None:
        """*the Florida senator* has been spoken of, *the mayor* need not have been: the most
        salient person whose gender, party and office do not speak against it."""
        lists, noun = words(), mention.nominal.lemma
        if not lists.is_role(noun) or noun in lists.one_holder:
            return None
        if not mention.speaks or mention.nominal.kind != "description":
            return None
        weights: dict[int, float] = {}
        for number, weight in self.focus.recent(mention).items():
            entity = self.entities[number]
            if (
                weight >= TALKED_ABOUT
                and entity.is_person
                and not entity.described
                and _agrees(entity, noun, said)
            ):
                weights[number] = weight * (
                    OTHER_OFFICE if entity.roles - lists.party.keys() else 1
                )
        return max(weights, key=weights.__getitem__, default=None)

    def _behind_noun(self, mention: Mention) -> set[str]:
        """*of appeals* in *the court of appeals*."""
        return set(WORD.findall(self._around_noun(mention)[1]))

    def _modifiers(self, mention: Mention) -> set[str]:
        """The words before the head: *old* in *the old man in the boat*."""
        return set(WORD.findall(self._around_noun(mention)[0])) - words().article

    def _around_noun(self, mention: Mention) -> tuple[str, str]:
        phrase = self.scene.text[mention.nominal.start : mention.nominal.end].lower()
        before, _, behind = phrase.partition(mention.nominal.lemma)
        return before, behind

    def _introduce(self, mention: Mention, said: set[str]) -> None:
        """Somebody known by a description only; an entity as soon as something refers back."""
        nominal, lists = mention.nominal, words()
        name = self.scene.text[nominal.start : nominal.end]
        person = lists.is_person(nominal.lemma)
        kind = GROUP if nominal.plural else PERSON if person else BODY
        gender = lists.person_gender(nominal.lemma)
        mention.entity = len(self.entities)
        self.entities.append(Entity(name, kind, gender, nominal.plural, described=True, roles=said))
        if not nominal.plural and mention.quote is None:
            self._described[nominal.lemma].append(mention.entity)


def _agrees(entity: Entity, noun: str, said: set[str]) -> bool:
    """*the congresswoman* is no man, *the Democratic nominee* no Republican."""
    lists = words()
    gender = lists.person_gender(noun)
    if gender is not None and entity.gender not in (None, gender):
        return False
    called, party = lists.parties(said), lists.parties(entity.roles)
    return not called or not party or not called.isdisjoint(party)

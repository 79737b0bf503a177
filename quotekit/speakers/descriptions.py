"""Descriptions joined to whom they describe: *the senator*, *her lawyer*, *the 71-year-old*."""

from __future__ import annotations

import re
from collections import defaultdict

from attrs import define, field

from quotekit.speakers.kinds import BODY, GROUP, PERSON
from quotekit.speakers.mentions import Mention
from quotekit.speakers.names import head_noun
from quotekit.speakers.registry import Entity
from quotekit.speakers.salience import Focus
from quotekit.speakers.scene import Scene
from quotekit.speakers.words import words
from quotekit.syntax.structure import structure

AGED = re.compile(r"(\d{1,3})-year-old$")
WORD = re.compile(r"[\w-]+")
TALKED_ABOUT = 1.0
"""What somebody must weigh to be meant by a description that says something new."""
OTHER_OFFICE = 0.3
"""Somebody with an office is seldom called by another one."""
IN_MIND = 0.1
"""What somebody must weigh at least to be chosen among those of one office."""
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
    _by_role: dict[str, list[int]] = field(init=False)
    _by_relation: dict[tuple[int, str], int] = field(factory=dict)
    """*her lawyer*, by who she is."""
    _described: dict[str, list[int]] = field(factory=lambda: defaultdict(list))
    """Those without a name, by the noun that they are called by."""

    @_by_role.default
    def _roles(self) -> dict[str, list[int]]:
        holders = defaultdict(list)
        for number, entity in enumerate(self.entities):
            for role in sorted(entity.roles):
                holders[role].append(number)
        return holders

    def resolve(self, mention: Mention) -> None:
        """Whom a description of somebody stands for."""
        nominal, lists = mention.nominal, words()
        known = lists.is_person(nominal.lemma) or nominal.lemma in lists.bodies
        aged = AGED.search(self.scene.text, nominal.start, nominal.end)
        if aged is not None and nominal.definite:
            self._aged(mention, int(aged.group(1)))
        elif nominal.possessor is not None and nominal.lemma in structure().document:
            self._written_by(mention, nominal.possessor)
        elif nominal.lemma in lists.named_bodies and (owner := self._named_before(mention)):
            self._named_after(mention, owner)
        elif known and nominal.possessor is not None:
            self._related(mention, nominal.possessor)
        elif known and nominal.definite and not nominal.plural:
            self._definite(mention)
        if known and mention.entity is None:
            self._introduce(mention)

    def passed(self, mention: Mention) -> None:
        """Reading goes on behind the mention."""
        nominal = mention.nominal
        if mention.entity is not None and nominal.kind == "description":
            owner = self.scene.at(mention.paragraph, nominal.possessor)
            if owner is not None and owner.entity is not None:
                self._by_relation.setdefault((owner.entity, nominal.lemma), mention.entity)

    def _named_before(self, mention: Mention) -> Mention | None:
        """*the **Lee** campaign*, ***Lee**'s campaign*."""
        owner = self.scene.at(mention.paragraph, mention.nominal.possessor)
        if owner is None:
            owner = self.scene.ending_at(mention.nominal.end - len(mention.nominal.lemma) - 1)
        named = owner is not None and owner.entity is not None and owner.name is not None
        return owner if named else None

    def _named_after(self, mention: Mention, owner: Mention) -> None:
        """*the Lee campaign*: a body with a name, and none of Lee's."""
        assert owner.entity is not None
        noun = mention.nominal.lemma
        mention.rule = "description.named-after"
        mention.entity = self._by_relation.get((owner.entity, noun))
        if mention.entity is None:
            mention.entity = len(self.entities)
            name = f"{owner.name!s} {noun}"
            self.entities.append(Entity(name, BODY, label="ORG", roles={noun}))
            self._by_role[noun].append(mention.entity)
            self._by_relation[owner.entity, noun] = mention.entity

    def _aged(self, mention: Mention, age: int) -> None:
        """*the 71-year-old*: the only one of that age."""
        fitting = [n for n, _ in self.focus.recent(mention) if self.entities[n].age == age]
        if len(fitting) == 1:
            mention.entity, mention.rule = fitting[0], "description.age"

    def _related(self, mention: Mention, possessor: int) -> None:
        """*her lawyer*: the one called so before."""
        owner = self.scene.at(mention.paragraph, possessor)
        if owner is not None and owner.entity is not None and not mention.nominal.plural:
            mention.entity = self._by_relation.get((owner.entity, mention.nominal.lemma))
            mention.rule = "description.relation" if mention.entity is not None else None

    def _written_by(self, mention: Mention, maker: int) -> None:
        """***Lee's letter** said*: what a document says its maker says."""
        owner = self.scene.at(mention.paragraph, maker)
        if self.scene.speaks(mention) and owner is not None and owner.entity is not None:
            mention.entity, mention.rule = owner.entity, "description.document"

    def _definite(self, mention: Mention) -> None:
        """*the senator*: the one who has that office; *the old man*: the one last called so."""
        for rule, found in (
            ("description.role", self._holder(mention)),
            ("description.repeated", self._called_before(mention)),
            ("description.head", self._named_body(mention)),
            ("description.salient", self._salient(mention)),
        ):
            if found is not None:
                mention.entity, mention.rule = found, rule
                return

    def _holder(self, mention: Mention) -> int | None:
        holders = self._by_role.get(mention.nominal.lemma, [])
        if len(holders) > 1:
            said = self._modifiers(mention)
            alike = [n for n in holders if said & self.entities[n].roles]
            holders = alike or [n for n in holders if self.focus.at(n, mention) > IN_MIND]
        return holders[0] if len(holders) == 1 else None

    def _called_before(self, mention: Mention) -> int | None:
        said = self._modifiers(mention)
        for number in reversed(self._described.get(mention.nominal.lemma, ())[-FORMER:]):
            roles = self.entities[number].roles
            if not said or not roles or said <= roles or roles <= said:
                return number
        return None

    def _named_body(self, mention: Mention) -> int | None:
        """*the ministry* of the Foreign Ministry."""
        lemma = mention.nominal.lemma
        fitting = [
            number
            for number, _ in self.focus.recent(mention)
            if self.entities[number].kind == BODY
            and any(head_noun(key) == lemma for key in self.entities[number].keys)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _salient(self, mention: Mention) -> int | None:
        """*the Florida senator* has been spoken of, *the mayor* need not have been: the most
        salient person whose gender, party and office do not speak against it."""
        lists, noun = words(), mention.nominal.lemma
        if not lists.is_role(noun) or noun in lists.one_holder:
            return None
        if not self.scene.speaks(mention) or mention.nominal.kind != "description":
            return None
        gender, said = lists.person_gender(noun), lists.parties(self._modifiers(mention))
        weights: dict[int, float] = {}
        for number, weight in self.focus.recent(mention):
            entity = self.entities[number]
            party = lists.parties(entity.roles)
            if (
                weight >= TALKED_ABOUT
                and entity.is_person
                and not entity.described
                and (entity.gender is None or gender in (None, entity.gender))
                and (not said or not party or said & party)
            ):
                weights[number] = weight * (
                    OTHER_OFFICE if entity.roles - lists.party.keys() else 1
                )
        return max(weights, key=lambda number: weights[number], default=None)

    def _modifiers(self, mention: Mention) -> set[str]:
        """The words before the head: *old* in *the old man in the boat*."""
        phrase = self.scene.text[mention.nominal.start : mention.nominal.end].lower()
        before = phrase.partition(mention.nominal.lemma)[0]
        return set(WORD.findall(before)) - words().article

    def _introduce(self, mention: Mention) -> None:
        """Somebody known by a description only; an entity as soon as something refers back."""
        nominal, lists = mention.nominal, words()
        person = lists.is_person(nominal.lemma)
        if nominal.plural and not person:
            return
        mention.entity = len(self.entities)
        self.entities.append(
            Entity(
                name=self.scene.text[nominal.start : nominal.end],
                kind=GROUP if person and nominal.plural else PERSON if person else BODY,
                gender=lists.person_gender(nominal.lemma),
                plural=nominal.plural,
                described=True,
                roles=self._modifiers(mention),
            )
        )
        if not nominal.plural and mention.quote is None:
            self._described[nominal.lemma].append(mention.entity)

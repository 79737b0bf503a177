"""Third-person pronouns joined to whom they stand for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from attrs import define, field

from quotekit.marks import sentence_ends
from quotekit.speakers.kinds import BODY, GROUP, LABEL_OF_KIND, PERSON, PLACE, THING, may_be_person
from quotekit.speakers.mentions import Mention
from quotekit.speakers.registry import Entity
from quotekit.speakers.salience import Focus
from quotekit.speakers.scene import Scene
from quotekit.speakers.voices import Voices
from quotekit.speakers.words import words
from quotekit.syntax.records import Nominal

UNSURE = 0.25
"""Weight of somebody of unknown gender for a *he* or *she*."""
UNNAMED = 0.2
"""Weight of somebody known by a description only."""
GOING_ON = 2.0
"""Weight of the sentence's last subject for another subject: *Lee said that she would come*."""
PARALLEL = 2.0
"""Weight of the last object for another object: *Lee liked **the mayor**. Kim never trusted
**him***."""
LED = 2.0
"""And of whom the sentence before is about: *Lee spoke of Hart. **He** said*."""
FAVOURED = GOING_ON * PARALLEL * LED
"""How many times their weight somebody counts at most."""
FRESH = 0.05
"""What somebody weighs at least to be looked at first; the rest only where these do not decide."""
OWN_WORDS = 0.2
"""And of whom a speaker names: *"Lee has a song," **he** said*. Few name themselves."""
PRESENT = 0.7
"""What a body must weigh at least to be an *it*, a *they*."""
PROMINENT = 1.0
"""And a body for a *they*."""


@define(eq=False)
class Pronouns:
    """Resolves pronouns while the text is read from start to end."""

    scene: Scene
    entities: list[Entity]
    voices: Voices
    focus: Focus
    votes: dict[int, Counter[str]] = field(factory=lambda: defaultdict(Counter))
    """The genders of pronouns that nobody else fits."""
    _last_subject: Mention | None = None
    _last_object: Mention | None = None
    _objects: Mapping[int, set[int]] = field(init=False)
    """By where a subject starts, whom the objects right behind it name."""
    _named: Mapping[Nominal | None, set[int]] = field(init=False)
    """By a speaker's noun phrase, whom his words name."""
    _topic: Mention | None = None
    """The first subject of the last sentence, what is said in it aside."""

    @_objects.default
    def _named_objects(self) -> dict[int, set[int]]:
        found: dict[int, set[int]] = defaultdict(set)
        subject: Nominal | None = None
        for mention in self.scene.mentions:
            nominal = mention.nominal
            if nominal.function == "subject":
                subject = nominal
            elif subject is None or subject.sentence != nominal.sentence:
                subject = None
            elif nominal.function == "object" and mention.entity is not None:
                found[subject.start].add(mention.entity)
        return found

    @_named.default
    def _named_by_speakers(self) -> dict[Nominal | None, set[int]]:
        found: dict[Nominal | None, set[int]] = defaultdict(set)
        for mention in self.scene.mentions:
            if (
                mention.quote is not None
                and mention.name is not None
                and mention.entity is not None
            ):
                found[self.scene.quotes[mention.quote].speaker].add(mention.entity)
        return found

    def resolve(self, mention: Mention) -> None:
        """Whom *he*, *she*, *they* or *it* stands for, where somebody fits."""
        lists, lemma = words(), mention.nominal.lemma
        gender = lists.pronoun_gender.get(lemma)
        if gender is not None:
            mention.entity, mention.rule = self._person(mention, gender), "pronoun.gender"
        elif lemma in lists.several:
            mention.entity, mention.rule = self._several(mention), "pronoun.number"
        elif lemma in lists.thing:
            mention.entity, mention.rule = self._thing(mention), "pronoun.number"
        if mention.entity is None:
            mention.rule = None

    def passed(self, mention: Mention) -> None:
        """Reading goes on behind the mention."""
        if mention.nominal.function == "subject":
            self._last_subject = mention
            if not mention.reported and not self._is_led(mention):
                self._topic = mention
        elif mention.nominal.function == "object":
            self._last_object = mention

    def _is_led(self, mention: Mention) -> bool:
        """Whether its sentence has had its first subject."""
        topic = self._topic
        return topic is not None and topic.nominal.sentence == mention.nominal.sentence

    def _person(self, mention: Mention, gender: str) -> int | None:
        """The most salient person of that gender."""
        last = self._subject_before(mention)
        barred = self._barred(mention, last.entity if last is not None else None)
        favours = self._favours(mention, last)
        for least in (FRESH, 0.0):
            weights = self._people(mention, gender, barred, least)
            for number, factor in favours:
                if number in weights:
                    weights[number] *= factor
            best = _heaviest(weights)
            known = best is not None and self.entities[best].gender is not None
            if best is not None and known and weights[best] > least * FAVOURED:
                return best
        if best is None:
            return self._misjudged(mention, gender, barred)
        if len(weights) == 1:
            self.votes[best][gender] += 1
        return best

    def _favours(self, mention: Mention, last: Mention | None) -> list[tuple[int | None, float]]:
        """Whom more or less speaks for than how freshly they were mentioned: of a subject the last
        subject, of an object the last object, whom the text is about, whom a speaker names."""
        going_on = None
        if last is not None and last.nominal.kind != "pronoun":
            going_on = last.entity if mention.nominal.function == "subject" else None
        return [
            (going_on, GOING_ON),
            (self._object_before(mention), PARALLEL),
            (self._led(mention), LED),
            *((number, OWN_WORDS) for number in self._named.get(mention.nominal, ())),
        ]

    def _people(
        self, mention: Mention, gender: str, barred: set[int], least: float
    ) -> dict[int, float]:
        """The people in mind who may have that gender, with their weights."""
        weights: dict[int, float] = {}
        for number, weight in self.focus.recent(mention, least).items():
            entity = self.entities[number]
            if entity.kind != PERSON or entity.plural or number in barred:
                continue
            if entity.gender in (None, gender):
                weight *= UNSURE if entity.gender is None else 1.0
                weight *= UNNAMED if entity.described else 1.0
                weights[number] = weight
        return weights

    def _misjudged(self, mention: Mention, gender: str, barred: set[int]) -> int | None:
        """*Okafor said **she** would come*: where nobody else fits, a bare name that the model took
        for a body or a place is a person's."""
        weights = {
            number: weight
            for number, weight in self.focus.recent(mention, PRESENT).items()
            if number not in barred and self._may_be_person(number, gender)
        }
        best = _heaviest(weights)
        if best is not None:
            self.entities[best].kind, self.entities[best].label = PERSON, LABEL_OF_KIND[PERSON]
            self.votes[best][gender] += 1
        return best

    def _may_be_person(self, number: int, gender: str) -> bool:
        entity = self.entities[number]
        return (
            entity.kind in (BODY, PLACE, THING)
            and entity.gender in (None, gender)
            and bool(entity.keys)
            and not entity.name.isupper()
            and all(map(may_be_person, entity.keys))
        )

    def _subject_before(self, mention: Mention) -> Mention | None:
        """The last subject of the same sentence."""
        last = self._last_subject
        if last is None or (last.paragraph, last.quote) != (mention.paragraph, mention.quote):
            return None
        return last if last.nominal.sentence == mention.nominal.sentence else None

    def _led(self, mention: Mention) -> int | None:
        """Whom the sentence before is about, for the first subject of the next one."""
        if mention.reported or mention.nominal.function != "subject":
            return None
        if self._topic is None or self._is_led(mention):
            return None
        return self._topic.entity

    def _object_before(self, mention: Mention) -> int | None:
        """For an object the last one, of this sentence or the one before."""
        last = self._last_object
        if last is None or mention.nominal.function != "object":
            return None
        if (last.paragraph, last.quote) != (mention.paragraph, mention.quote):
            return None
        gap = self.scene.text[last.nominal.end : mention.nominal.start]
        return last.entity if sentence_ends(gap) <= 1 else None

    def _barred(self, mention: Mention, subject: int | None) -> set[int]:
        """Who cannot be meant: in a quotation the two who talk; of an object the clause's
        subject; of a subject the clause's object: *She praised Lee*."""
        barred: set[int] = set()
        if mention.quote is not None:
            for who in (self.voices.speakers, self.voices.addressees):
                barred.add(who.get(mention.quote, -1))
        nominal = mention.nominal
        if nominal.function in ("object", "oblique") and nominal.lemma not in words().reflexive:
            barred.add(subject if subject is not None else -1)
        if nominal.function == "subject":
            barred |= self._objects.get(nominal.start, set())
        return barred

    def _several(self, mention: Mention) -> int | None:
        """The most salient group; of a body only one that is prominent."""
        led = self._led(mention)
        weights = {}
        for number, weight in self.focus.recent(mention, PRESENT).items():
            entity = self.entities[number]
            if entity.plural or (entity.kind in (BODY, GROUP) and weight > PROMINENT):
                weights[number] = weight * (LED if number == led else 1.0)
        return _heaviest(weights)

    def _thing(self, mention: Mention) -> int | None:
        """The most salient body, where no thing is meant; a country only where a sentence is about
        it."""
        led, last = self._led(mention), self._subject_before(mention)
        if self._stands_for_thing(mention, last):
            return None
        subject = last.entity if last is not None else None
        weights = {}
        for number, weight in self.focus.recent(mention, PRESENT).items():
            kind = self.entities[number].kind
            if kind == BODY or (kind == PLACE and number in (led, subject)):
                weights[number] = weight * (LED if number == led else 1.0)
        return _heaviest(weights)

    def _stands_for_thing(self, mention: Mention, last: Mention | None) -> bool:
        """*The **rule** is old. **It** says so*: the subject before is nobody."""
        before = last if last is not None or self._is_led(mention) else self._topic
        if before is None or mention.reported or mention.nominal.function != "subject":
            return False
        nominal = before.nominal
        return before.entity is None and nominal.kind == "description" and not nominal.plural


def _heaviest(weights: dict[int, float]) -> int | None:
    """The first of those that weigh most."""
    return max(weights, key=weights.__getitem__, default=None)

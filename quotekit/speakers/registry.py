"""The registry: every name of the text joined to its entity."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence

from attrs import define, field

from quotekit.speakers.acronyms import find_acronyms
from quotekit.speakers.bodies import bodies
from quotekit.speakers.counting import most_frequent
from quotekit.speakers.forms import Form, find_forms
from quotekit.speakers.kinds import BODY, KIND_OF_LABEL, LABEL_OF_KIND, PERSON
from quotekit.speakers.mentions import Mention
from quotekit.speakers.parts import family
from quotekit.speakers.persons import RARE, Draft, is_personal, is_wife, people
from quotekit.speakers.scene import Scene
from quotekit.speakers.words import words

AGE = re.compile(r", (\d{1,3})(?=[,.;:)])")


@define(eq=False)
class Entity:
    """Somebody of the text, known by name or by a description that comes back."""

    name: str
    kind: str
    gender: str | None = None
    plural: bool = False
    label: str | None = None
    described: bool = False
    """Known by a description only."""
    age: int | None = None
    roles: set[str] = field(factory=set)
    """What it is said to be: *senator*, *chair*."""
    keys: frozenset[tuple[str, ...]] = frozenset()
    """The names that it has, in lower case."""

    @property
    def is_person(self) -> bool:
        """Whether *he* or *she* may stand for it."""
        return self.kind == PERSON


def register(scene: Scene) -> list[Entity]:
    """Join the names; sets ``entity`` and ``rule`` of the mentions that one entity alone fits."""
    forms = find_forms(scene)
    known = _names_of_people(forms)
    _shorten_bodies(forms, known)
    personal: list[Form] = []
    other: list[Form] = []
    for form in forms:
        (personal if is_personal(form, known) else other).append(form)
    persons = people(personal)
    drafts = persons.drafts + bodies(other, find_acronyms(scene.text))
    drafts.sort(key=lambda d: min(f.mentions[0].range for f in d.forms))
    for number, draft in enumerate(drafts):
        _assign(draft, number)
    numbers = {draft: number for number, draft in enumerate(drafts)}
    for form, candidates in persons.ambiguous:
        _settle(form, [numbers[draft] for draft in candidates], candidates)
    return [_entity(draft, scene.text) for draft in drafts]


def _names_of_people(forms: Iterable[Form]) -> frozenset[str]:
    """The family names and the given names in full or titled names of persons."""
    found: set[str] = set()
    for form in forms:
        if form.kind == PERSON and form.full:
            found.add(form.key[0])
        if form.kind == PERSON and form.sure and (form.full or form.title):
            found.update(family(form.key))
    return frozenset(found)


def _shorten_bodies(forms: Sequence[Form], known: Collection[str]) -> None:
    """*Okafor* is *Okafor Industries* where nobody has that name."""
    generic = words().bodies
    starts = {
        form.key[:cut]
        for form in forms
        if form.kind == BODY
        for cut in range(1, len(form.key))
        if all(word in generic for word in form.key[cut:])
    }
    for form in forms:
        alone = form.title is None and form.key not in words().places and form.key[-1] not in known
        if alone and form.key in starts:
            form.kind, form.sure = BODY, True


def _entity(draft: Draft, text: str) -> Entity:
    mentions = [mention for form in draft.forms for mention in form.mentions]
    labels = [mention.nominal.label or "" for mention in mentions]
    label = most_frequent(label for label in labels if KIND_OF_LABEL.get(label) == draft.kind)
    if label is None and any(form.sure for form in draft.forms):
        label = LABEL_OF_KIND.get(draft.kind)
    roles = {role for mention in mentions if mention.name for role in mention.name.roles}
    return Entity(
        _fullest(draft),
        draft.kind,
        draft.gender,
        draft.kind == "group",
        label,
        age=_age(text, mentions) if draft.kind == PERSON else None,
        roles=roles.union(form.title for form in draft.forms if form.title),
        keys=frozenset(form.key for form in draft.forms),
    )


def _age(text: str, mentions: Iterable[Mention]) -> int | None:
    """*Ann Lee, 71, …*"""
    ages = (AGE.match(text, mention.named[1]) for mention in mentions if mention.named)
    found = next(filter(None, ages), None)
    return int(found[1]) if found is not None else None


def _fullest(draft: Draft) -> str:
    """The name with most words; one word with the honorific that goes before it: *Mrs. Okafor*."""
    full = [form for form in draft.forms if form.full]
    titled = [form for form in draft.forms if form.title]
    longest = full or titled or draft.forms
    best = longest[0] if len(longest) == 1 else max(longest, key=_fullness)
    if best.title and (not full or is_wife(best)):
        usual = most_frequent(m.name.honorific for m in best.mentions if m.name)
        return f"{usual} {best.name}"
    often = sum(len(form.mentions) for form in draft.forms) / RARE
    peers = (f for f in titled if f.title in words().kept and len(f.mentions) > often)
    peer = next(peers, None)
    return f"{peer.name.honorific} {best.name}" if peer is not None else str(best.name)


def _fullness(form: Form) -> tuple[int, int]:
    """Words that are no initials, then how often it is written."""
    return sum(len(word) > 2 for word in form.key), len(form.mentions)


def _assign(draft: Draft, number: int) -> None:
    fullest = max((form.key for form in draft.forms), key=len)
    for form in draft.forms:
        rule = "name.full" if form.key == fullest else "name.title" if form.title else "name.short"
        for mention in form.mentions:
            mention.entity, mention.rule = number, rule


def _settle(form: Form, numbers: Sequence[int], candidates: Sequence[Draft]) -> None:
    """An alias of two: whom the paragraph has named in full before it, if it is only one; else
    nobody."""
    named = sorted(
        (mention.paragraph, mention.range, number)
        for number, draft in zip(numbers, candidates, strict=True)
        for each in draft.forms
        for mention in each.mentions
    )
    for mention in form.mentions:
        place = bisect_left(named, (mention.paragraph, mention.range, -1))
        nearby = {number for *_, number in _same_paragraph(named[:place][-8:], mention.paragraph)}
        if len(nearby) == 1:
            mention.entity, mention.rule = nearby.pop(), "name.nearest"


def _same_paragraph(
    named: Sequence[tuple[int, tuple[int, int], int]], paragraph: int
) -> list[tuple[int, tuple[int, int], int]]:
    return [n for n in named if n[0] == paragraph]

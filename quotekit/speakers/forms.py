"""The forms that names take in a text: each counted once, with what speaks for a person behind
it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from attrs import define, field

from quotekit.speakers.mentions import Mention
from quotekit.speakers.names import Name
from quotekit.speakers.words import words

PERSON, BODY, PLACE, GROUP, THING = "person", "body", "place", "group", "thing"
KIND_OF_LABEL = {
    "PERSON": PERSON, "ORG": BODY, "GPE": PLACE, "LOC": PLACE, "FAC": PLACE, "NORP": GROUP,
    "EVENT": THING, "LAW": THING, "PRODUCT": THING, "WORK_OF_ART": THING, "LANGUAGE": THING,
}  # fmt: skip
STARTS = re.compile(r"(?:^|[.!?:;\n\"“‘][\"”'’)]*\s*)$")
LOWER_WORD = re.compile(r"(?<![\w’'-])[a-z]+(?![\w’'-])")


@define(eq=False)
class Form:
    """One way of naming somebody, with all places where it stands: *Mrs. Okafor*."""

    key: tuple[str, ...]
    title: str | None
    mentions: list[Mention] = field(factory=list)
    kind: str = THING
    gender: str | None = None

    @property
    def name(self) -> Name:
        """How it is written most often."""
        spelled = Counter(m.name.words for m in self.mentions if m.name)
        best = max(spelled, key=lambda w: (len(w) == len(self.key), _is_mixed(w), spelled[w]))
        return next(m.name for m in self.mentions if m.name and m.name.words == best)


def _is_mixed(spelled: tuple[str, ...]) -> bool:
    return not all(len(word) > 1 and word.isupper() for word in spelled)


def find_forms(text: str, mentions: Iterable[Mention], speaking: frozenset[int]) -> list[Form]:
    """The forms that are names, in the order of the text; ``speaking``: ids of speakers'
    nominals."""
    common = frozenset(LOWER_WORD.findall(text))
    forms: dict[tuple[tuple[str, ...], str | None], Form] = {}
    for mention in mentions:
        name = mention.name
        if name is not None:
            form = forms.setdefault((name.key, name.title), Form(name.key, name.title))
            form.mentions.append(mention)
    families = {key[0] for key, title in forms if title is not None and len(key) == 1}
    for form in list(forms.values()):
        shorter = _shorter(form, forms, common | families)
        if shorter is not None and _runs_in(text, form, shorter, common | families):
            shorter.mentions = sorted(shorter.mentions + form.mentions, key=lambda m: m.range)
            del forms[form.key, form.title]
    named = {form.key[-1] for form in forms.values() if len(form.key) > 1}
    return [form for form in forms.values() if _classified(form, common, speaking, named)]


def _shorter(
    form: Form, forms: Mapping[tuple[tuple[str, ...], str | None], Form], other: Collection[str]
) -> Form | None:
    """The form that is left without the first word, or without all ordinary ones at the front."""
    at = 1
    while (
        at < len(form.key) - 1
        and form.key[at] in other
        and (form.key[at:], form.title) not in forms
    ):
        at += 1
    return forms.get((form.key[at:], form.title))


def _runs_in(text: str, form: Form, shorter: Form, other: Collection[str]) -> bool:
    """*Hitherto Lee*: the first word is no part of the name, but written large at a sentence's
    start, or another's name."""
    first, lists = form.key[0], words()
    if first in lists.given or len(shorter.mentions) < len(form.mentions):
        return False
    if first in other or first in lists.never_name:
        return True
    place = form.mentions[0].nominal.start
    known_before = len(shorter.mentions) > 2 and shorter.mentions[2].nominal.start < place
    return (
        known_before
        and len(form.mentions) == 1
        and bool(STARTS.search(text[max(0, place - 6) : place]))
    )


def _classified(
    form: Form, common: frozenset[str], speaking: frozenset[int], families: Collection[str]
) -> bool:
    """Set kind and gender; whether it is a name at all: *Hallo* at a sentence's start is none, nor
    is *Judge*, but *Dean* may be, where there is a *Howard Dean*."""
    lists = words()
    labels = Counter(m.nominal.label for m in form.mentions)
    kinds = Counter[str]()
    for label, count in labels.items():
        if label in KIND_OF_LABEL:
            kinds[KIND_OF_LABEL[label]] += count
    speaks = sum(id(m.nominal) in speaking for m in form.mentions)
    if form.title is None and len(form.key) == 1:
        word = form.key[0]
        if lists.is_title(word) and word not in families:
            return False
        if word in lists.never_name and not speaks:
            return False
        unlabelled = 2 * sum(kinds.values()) <= len(form.mentions)
        if word in common and not speaks and (unlabelled or form.name.words[0].isupper()):
            return False
    form.kind = _kind(form, kinds, speaks)
    if form.kind == PERSON:
        genders = Counter(g for m in form.mentions if m.name and (g := m.name.gender))
        form.gender = genders.most_common(1)[0][0] if genders else None
    return True


def _kind(form: Form, kinds: Counter[str], speaks: int) -> str:
    """The label is a hint: titles, given names, the words of the name and being a speaker outvote
    it."""
    lists = words()
    if form.title is not None:
        return PERSON
    if form.key[0] in ("misses", "messrs"):
        return GROUP
    if any(word in lists.bodies for word in form.key[1:] or form.key):
        return BODY
    if any(word in lists.inside_name for word in form.key[1:-1]):
        return BODY if [k for k, _ in kinds.most_common(1)] != [PLACE] else PLACE
    if any(m.name and m.name.roles for m in form.mentions):
        return PERSON
    if any(word in lists.never_person for word in form.key[1:]):
        return kinds.most_common(1)[0][0] if kinds and not kinds[PERSON] else THING
    votes = Counter(kinds)
    if form.key[0] in lists.given and (len(form.key) > 1 or not votes[PLACE]):
        votes[PERSON] += len(form.mentions) * (2 if len(form.key) > 1 else 1)
    votes[PERSON] += speaks
    if speaks and form.key[-1] in lists.given and len(form.key) == 1:
        votes[PLACE] = 0
    singular_group = votes[GROUP] and not any(m.nominal.plural for m in form.mentions)
    if singular_group and speaks:
        votes[GROUP] = 0
    best = max(votes, key=lambda kind: votes[kind], default=THING)
    return best if votes[best] else PERSON if _looks_like_person(form) else THING


def _looks_like_person(form: Form) -> bool:
    return 1 <= len(form.key) <= 3 and all(
        word[0].isupper() and not word.isupper() for word in form.name.words
    )

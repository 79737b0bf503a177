"""Which forms of persons' names are one person: *Ann Lee*, *Mrs. Lee*, *Lee*, *Annie*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from attrs import define, field

from quotekit.speakers.forms import Form
from quotekit.speakers.kinds import PERSON, PLACE, is_initialism
from quotekit.speakers.names import plain
from quotekit.speakers.parts import family, one_person
from quotekit.speakers.words import FEMALE, MALE, words

RARE = 10
"""How many times as often somebody is called otherwise for a title to be a joke or a slip."""
LONG_ENOUGH = 6
"""Letters of a family name that a slip of the pen leaves to be known by."""
KNOWN = 10
"""How many times as often as all full names together a given name must stand alone to be enough."""
DOMINANT = 3
"""How many times as often as the next one somebody is named whom the bare name then means."""


@define(eq=False)
class Draft:
    """Somebody being put together from forms."""

    kind: str
    forms: list[Form] = field(factory=list)
    gender: str | None = None

    def add(self, form: Form) -> None:
        """One more form of the same name."""
        self.forms.append(form)
        self.gender = self.gender or form.gender

    def is_called(self, titles: frozenset[str]) -> bool:
        """Whether one of its forms has one of the titles."""
        return any(form.title in titles for form in self.forms)


@define(eq=False)
class People:
    """The persons of a text, and the forms that fit more than one of them."""

    drafts: list[Draft] = field(factory=list)
    ambiguous: list[tuple[Form, list[Draft]]] = field(factory=list)
    _by_family: dict[tuple[str, ...], list[Draft]] = field(factory=lambda: defaultdict(list))
    _by_given: dict[str, list[Draft]] = field(factory=lambda: defaultdict(list))
    _short: dict[tuple[str, ...], list[Draft]] = field(factory=lambda: defaultdict(list))
    """Those whose full name is unknown."""
    _by_slip: dict[str, list[Draft]] = field(factory=lambda: defaultdict(list))
    """By what is left of a family name without one of its letters."""

    def new(self, form: Form) -> Draft:
        """Somebody new."""
        draft = Draft(PERSON)
        draft.add(form)
        self.drafts.append(draft)
        return draft

    def named_in_full(self, form: Form) -> None:
        """*Ann Marie Lee*: joined with the one other who can have that name."""
        same = [
            draft
            for draft in self._by_family[family(form.key)]
            if _agree(draft, form) and any(_one_person(form, other) for other in draft.forms)
        ]
        if len(same) > 1:
            self.ambiguous.append((form, same))
            return
        if same:
            same[0].add(form)
        draft = same[0] if same else self.new(form)
        last = family(form.key)
        for tail in {last, last[-1:]}:
            _once(self._by_family[tail], draft)
        for slip in _slips(last[-1]):
            _once(self._by_slip[slip], draft)
        if is_wife(form):
            return
        nickname = [plain(form.name.nickname)] if form.name.nickname else []
        for given in (form.key[0], *nickname):
            _once(self._by_given[given], draft)

    def named_in_short(self, form: Form) -> None:
        """A family name or a given one, with a title or without: *Mrs. Lee*, *Aunt Ann*, *Lee*."""
        candidates = self._candidates(form) or self._misspelt(form)
        chosen = candidates[0] if len(candidates) == 1 else _dominant(candidates, form)
        if chosen is not None:
            chosen.add(form)
        elif not candidates or form.title is not None or _is_known_by(form, candidates):
            _once(self._short[form.key], self.new(form))
        else:
            self.ambiguous.append((form, candidates))

    def _candidates(self, form: Form) -> list[Draft]:
        by_family = [d for d in self._by_family.get(form.key, ()) if _agree(d, form)]
        if form.title is not None and form.gender == FEMALE:
            by_family = [d for d in by_family if self._may_be_miss_or_mrs(d, form)]
        by_family += [d for d in self._short.get(form.key, ()) if _agree(d, form)]
        given = form.key[0]
        alike = (
            [given] if form.title else [given, *sorted(_variants(given) & self._by_given.keys())]
        )
        by_given = [
            d
            for name in alike
            for d in self._by_given.get(name, ())
            if _same_gender(d, form) and not _clash(d, form)
        ]
        if form.title is None or form.title in words().with_given_name:
            return _distinct(by_family + by_given)
        return _distinct(by_family or (by_given if given in words().given else []))

    def _misspelt(self, form: Form) -> list[Draft]:
        """*Okaffor*, once, where there is an *Ann Okafor*: one letter more, less or other."""
        alike = (d for slip in _slips(form.key[-1]) for d in self._by_slip.get(slip, ()))
        return _distinct(draft for draft in alike if _agree(draft, form))

    def _may_be_miss_or_mrs(self, draft: Draft, form: Form) -> bool:
        """*Mrs. Lee* is no *Ann Lee* where there is a *Miss Lee* too; and *Miss Lee* is the eldest,
        not her who is called *Miss Ann*."""
        if form.title in words().unmarried:
            return not any(
                f.title in words().unmarried and not f.full and f.key != form.key
                for f in draft.forms
            )
        if draft.is_called(words().married):
            return not any(is_wife(f) for f in draft.forms)
        family_has_miss = any(
            d.is_called(words().unmarried)
            for d in self._by_family[form.key] + self._short[form.key]
        )
        return not family_has_miss


def people(forms: Iterable[Form]) -> People:
    """Join the forms of persons' names: full ones, then *Miss Lee*, then *Mrs. Lee*, then *Lee*."""
    found = People()
    for form in sorted(forms, key=_order):
        if form.full:
            found.named_in_full(form)
        else:
            found.named_in_short(form)
    return found


def _order(form: Form) -> tuple[bool, int, bool, bool, bool, bool, int, tuple[int, int]]:
    """Young ladies first, so that an heiress of full name is *Miss Lee* and her mother *Mrs. Lee*;
    *Miss Ann* before *Miss Lee*; what somebody is always called before what he is once."""
    bare, unmarried = form.title is None, form.title in words().unmarried
    given = form.key[0] in words().given
    return (
        not form.full, -len(form.key), bare, not unmarried, not given, form.gender is None,
        -len(form.mentions), form.mentions[0].range,
    )  # fmt: skip


def _one_person(form: Form, other: Form) -> bool:
    """Peers go by their Christian names in full: *Sir Thomas Lee* is not *Tom Lee*."""
    if {form.title, other.title} & words().noble and form.key[0] != other.key[0]:
        return False
    return one_person(form.key, other.key)


def _variants(given: str) -> set[str]:
    """Names that are short for it or that it is short for."""
    full, short = words().nicknames, words().short_forms
    out = set(full.get(given, ())) | set(short.get(given, ()))
    for name in full.get(given, ()):
        out |= set(short.get(name, ()))
    return out - {given}


def is_wife(form: Form) -> bool:
    """*Mrs. John Lee*: her husband's name."""
    return form.title in words().married and form.full and words().given.get(form.key[0]) == MALE


def _same_gender(draft: Draft, form: Form) -> bool:
    return None in (draft.gender, form.gender) or draft.gender == form.gender


def _clash(draft: Draft, form: Form) -> bool:
    """Titles that one person does not have: *Sir John* and *Mr. John Lee*, *Dr. Lee* and *Mrs.
    Lee*."""
    own, lists = {f.title for f in draft.forms if f.title}, words()
    if form.title is None or not own:
        return False
    if any(_is_anothers(form, f) for f in draft.forms):
        return True
    for one, other in ((lists.married, lists.unmarried), (lists.unmarried, lists.married)):
        if form.title in one and own & other:
            return True
    neutral = lists.honorifics[form.title] is None and not any(f.full for f in draft.forms)
    return neutral and bool(own & (lists.married | lists.unmarried))


def _is_anothers(form: Form, other: Form) -> bool:
    """*Sir John* and *Mr. John Lee*, unless he is hardly ever called one of them: a joke."""
    noble, common = words().noble, words().common
    ranks = (form.title in noble and other.title in common) or (
        form.title in common and other.title in noble
    )
    return ranks and RARE * len(other.mentions) > len(form.mentions)


def _agree(draft: Draft, form: Form) -> bool:
    """No clash of gender or title; a bare *Ann* may be a family name."""
    if form.title is None and not form.full:
        return True
    return _same_gender(draft, form) and not _clash(draft, form)


def _distinct(drafts: Iterable[Draft]) -> list[Draft]:
    return list(dict.fromkeys(drafts))


def _dominant(candidates: Sequence[Draft], form: Form) -> Draft | None:
    """The one of them that the text is about; ladies with titles do not go by the bare name, and a
    bare given name is theirs whose full name begins with it."""
    if form.title in words().married | words().unmarried:
        return None
    word = form.key[-1]
    if form.title is None:
        candidates = [d for d in candidates if not _is_titled_lady(d, word)]
        if word in words().given:
            first = [d for d in candidates if any(_begins_with(f, word) for f in d.forms)]
            candidates = first or candidates
    weight = {d: sum(len(f.mentions) for f in d.forms if word in f.key) for d in candidates}
    ranked = sorted(candidates, key=lambda draft: -weight[draft])
    if len(ranked) > 1 and weight[ranked[0]] >= DOMINANT * weight[ranked[1]]:
        return ranked[0]
    return ranked[0] if len(ranked) == 1 else None


def _begins_with(form: Form, given: str) -> bool:
    return form.full and form.key[0] == given


def _is_titled_lady(draft: Draft, name: str) -> bool:
    """*Mrs. Lee*, *Lady Ann*, *Mrs. John Lee*: never just *Lee*; nor is Ann who is *Miss Lee*."""
    if draft.gender != FEMALE:
        return False
    ladies = words().married | words().unmarried
    return all(f.title is not None for f in draft.forms) or any(
        f.title in ladies and f.key == (name,) for f in draft.forms
    )


def _is_known_by(form: Form, candidates: Sequence[Draft]) -> bool:
    """*Harry*, time and again, where a *Harry Lee* and a *Harry Hart* are named once: somebody
    known by that name only."""
    others = sum(len(f.mentions) for d in candidates for f in d.forms if form.key[0] in f.key)
    return len(form.mentions) >= KNOWN * others


def _slips(name: str) -> set[str]:
    """A long name, and it without any one letter but the first."""
    if len(name) < LONG_ENOUGH or name in words().given:
        return set()
    return {name, *(name[:at] + name[at + 1 :] for at in range(1, len(name)))}


def _once(drafts: list[Draft], draft: Draft) -> None:
    if draft not in drafts:
        drafts.append(draft)


def is_personal(form: Form, known: frozenset[str]) -> bool:
    """Whether a form goes to the persons: by kind, or as the family name of one."""
    if form.kind == PERSON:
        return True
    if is_initialism(form.name):
        return False
    is_family = not form.full and form.key[-1] in known
    return is_family and (form.speaks or form.kind != PLACE)

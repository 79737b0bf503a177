"""Which forms of persons' names are one person: *Ann Lee*, *Mrs. Lee*, *Lee*, *Annie*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from attrs import define, field

from quotekit.speakers.forms import PERSON, PLACE, Form
from quotekit.speakers.names import family, one_person, plain
from quotekit.speakers.words import FEMALE, MALE, words

WITH_GIVEN_NAME = frozenset(
    {"sir", "dame", "aunt", "auntie", "uncle", "miss", "master", "lady", "lord", "king", "queen", "prince",
     "princess", "brother", "sister", "father", "mother", "saint", "st", "don", "dona", "cousin", "nurse", "pope"}
)  # fmt: skip
"""Titles that go before a given name: *Aunt Ann*."""
UNMARRIED = frozenset({"miss", "mademoiselle", "mlle", "signorina", "senorita", "fraulein"})
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

    @property
    def weight(self) -> int:
        """How often it is named in full or with a title."""
        return sum(len(form.mentions) for form in self.forms)

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
    _by_title: dict[str, list[Draft]] = field(factory=lambda: defaultdict(list))

    def new(self, form: Form) -> Draft:
        """Somebody new, to be found again by family name and given name."""
        draft = Draft(PERSON)
        draft.add(form)
        self.drafts.append(draft)
        return draft

    def named_in_full(self, form: Form) -> None:
        """*Ann Marie Lee*: joined with the one other who can have that name."""
        same = [
            draft
            for draft in self._by_family[family(form.key)]
            if _agree(draft, form) and any(one_person(form.key, f.key) for f in draft.forms)
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
        nickname = [plain(form.name.nickname)] if form.name.nickname else []
        for given in (form.key[0], *words().nicknames.get(form.key[0], ()), *nickname):
            _once(self._by_given[given], draft)

    def named_in_short(self, form: Form) -> None:
        """One word, with a title or without: *Mrs. Lee*, *Aunt Ann*, *Lee*."""
        candidates = self._candidates(form)
        chosen = candidates[0] if len(candidates) == 1 else _dominant(candidates)
        if chosen is not None:
            chosen.add(form)
        elif not candidates or form.title is not None:
            _once(self._by_title[form.key[0]], self.new(form))
        else:
            self.ambiguous.append((form, candidates))

    def _candidates(self, form: Form) -> list[Draft]:
        word = form.key[0]
        by_family = [d for d in self._by_family.get((word,), []) if _agree(d, form)]
        given = [word, *sorted(words().nicknames.get(word, ()))]
        by_given = [d for name in given for d in self._by_given.get(name, []) if _same_gender(d, form)]
        by_title = [d for d in self._by_title.get(word, []) if _agree(d, form)]
        if form.title is None or form.title in WITH_GIVEN_NAME:
            return _distinct(by_family + by_title + by_given)
        return _distinct(by_family + by_title or by_given)


def people(forms: Iterable[Form]) -> People:
    """Join the forms of persons' names: full ones, then *Miss Lee*, then *Mrs. Lee*, then *Lee*."""
    found = People()
    for form in sorted(forms, key=_order):
        if len(form.key) > 1:
            found.named_in_full(form)
        else:
            found.named_in_short(form)
    return found


def _order(form: Form) -> tuple[int, bool, bool, bool, tuple[int, int]]:
    """Young ladies first, so that an heiress of full name is *Miss Lee* and her mother *Mrs. Lee*."""
    bare, unmarried = form.title is None, form.title in UNMARRIED
    return (-len(form.key), bare, not unmarried, form.gender is None, form.mentions[0].range)


def _same_gender(draft: Draft, form: Form) -> bool:
    return None in (draft.gender, form.gender) or draft.gender == form.gender


def _agree(draft: Draft, form: Form) -> bool:
    """No clash of gender, nor of *Miss Bates* with *Mrs. Bates*; a bare *Ann* may be a family name."""
    if form.title is None and len(form.key) == 1:
        return True
    if not _same_gender(draft, form):
        return False
    if form.gender != FEMALE or form.title is None:
        return True
    unmarried = form.title in UNMARRIED
    titles = [t for f in draft.forms if (t := f.title) and words().honorifics[t] == FEMALE]
    return all((title in UNMARRIED) == unmarried for title in titles)


def _distinct(drafts: Iterable[Draft]) -> list[Draft]:
    return list({id(draft): draft for draft in drafts}.values())


def _dominant(candidates: Sequence[Draft]) -> Draft | None:
    """The one of them that the text is about; of a couple the man, who went by the bare name."""
    ranked = sorted(candidates, key=lambda draft: -draft.weight)
    if len(ranked) > 1 and ranked[0].weight >= DOMINANT * ranked[1].weight:
        return ranked[0]
    men = [draft for draft in candidates if draft.gender == MALE]
    couple = len(men) == 1 and all(d.is_called(frozenset({"mrs", "lady"})) for d in candidates if d is not men[0])
    return men[0] if couple and men[0].is_called(frozenset({"mr", "sir", "lord"})) else None


def _once(drafts: list[Draft], draft: Draft) -> None:
    if draft not in drafts:
        drafts.append(draft)


def is_personal(form: Form, known: frozenset[str], speaks: bool) -> bool:
    """Whether a form goes to the persons: by kind, or as the family name of one."""
    if form.kind == PERSON:
        return True
    return len(form.key) == 1 and form.key[0] in known and (speaks or form.kind != PLACE)

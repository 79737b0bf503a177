"""The forms that names take in a text: each counted once, with the kind of what it names."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Collection, Mapping
from itertools import pairwise

from attrs import define, evolve, field

from quotekit.speakers.counting import counted, most_frequent
from quotekit.speakers.kinds import PERSON, THING, kind_of
from quotekit.speakers.mentions import Mention
from quotekit.speakers.names import WORD, Name, plain, read_name
from quotekit.speakers.parts import is_full
from quotekit.speakers.scene import Scene
from quotekit.speakers.words import words

STARTS = re.compile(r"(?:^|[.!?:;\n\"“‘][\"”'’)]*\s*)$")
SMALL = re.compile(r"(?<![\w’'-])[a-z]++(?![\w’'-])")

Key = tuple[tuple[str, ...], str | None]
"""The words of a name and its honorific."""


@define(eq=False)
class Form:
    """One way of naming somebody, with all places where it stands: *Mrs. Okafor*."""

    key: tuple[str, ...]
    title: str | None
    full: bool = field(init=False)
    """There is more than a family name or a given name."""
    mentions: list[Mention] = field(factory=list)
    name: Name = field(init=False)
    """How it is written most often; set like the next ones when all its mentions are known."""
    kind: str = THING
    sure: bool = False
    """Something says so."""
    gender: str | None = None

    @full.default
    def _is_full(self) -> bool:
        return is_full(self.key)

    @property
    def speaks(self) -> bool:
        """Whether a quotation is attributed with it."""
        return any(mention.speaks for mention in self.mentions)


def find_forms(scene: Scene) -> list[Form]:
    """The forms that are names, in the order of the text."""
    forms: dict[Key, Form] = {}
    named: set[str] = set()
    for mention in scene.mentions:
        if mention.name is not None:
            named.update(mention.name.key)
            if not mention.headline:
                _add(forms, mention, mention.name)
    common = _common(scene.text, named)
    families = {key[0] for key, title in forms if title is not None and len(key) == 1}
    other = common | families
    for form in list(forms.values()):
        shorter = _shorter(form, forms, other)
        if shorter is not None and _runs_in(scene.text, form, shorter, other):
            for mention in form.mentions:
                insort(shorter.mentions, mention, key=lambda m: m.range)
            del forms[form.key, form.title]
    _read_mistagged(scene, forms, common)
    _read_headlines(scene, forms)
    last = {form.key[-1] for form in forms.values() if len(form.key) > 1}
    names = []
    for form in forms.values():
        form.name = _most_usual(form)
        if _is_name(form, common, last):
            _tell_kind(form, scene)
            names.append(form)
    return names


def _common(text: str, named: set[str]) -> set[str]:
    """Those words of names that are written small somewhere, compounds aside."""
    each_once = set(text.split())
    marked = " ".join([word for word in each_once if not word.isalpha()])
    bare = filter(SMALL.fullmatch, named & each_once)
    return named.intersection(SMALL.findall(marked)).union(bare)


def _add(forms: dict[Key, Form], mention: Mention, name: Name) -> None:
    form = forms.get((name.key, name.title))
    if form is None:
        form = forms[name.key, name.title] = Form(name.key, name.title)
    form.mentions.append(mention)


def _read_mistagged(scene: Scene, forms: dict[Key, Form], common: Collection[str]) -> None:
    """***Lee** had time*: a common noun to the tagger, a name where it is somebody's elsewhere."""
    families = {f.key[-1] for f in forms.values() if f.full or f.title}.difference(common)
    for mention in scene.mentions:
        nominal = mention.nominal
        if mention.name is not None or mention.headline or scene.text[nominal.start].islower():
            continue
        phrase = scene.text[nominal.start : nominal.end]
        if phrase.istitle() and not families.isdisjoint(WORD.findall(plain(phrase))):
            read = read_name(scene.text, mention.range, mention.range)
            if read is not None and len(read[0].key) == 1 and read[0].key[0] in families:
                mention.name, mention.named = read
                _add(forms, mention, mention.name)


def _read_headlines(scene: Scene, forms: dict[Key, Form]) -> None:
    """Where all words are capitalised, a name is what is one further down, or starts with a given
    name."""
    families = {form.key[-1] for form in forms.values() if form.full}
    for mention in scene.mentions:
        name = mention.name
        if name is None or not mention.headline:
            continue
        known = _known_part(name, forms, families)
        if known is not None:
            mention.name = known
            _add(forms, mention, known)
        elif name.key[0] in words().given and len(name.key) > 1:
            _add(forms, mention, name)


def _known_part(name: Name, forms: Mapping[Key, Form], families: Collection[str]) -> Name | None:
    """The longest part of the name that is a name elsewhere, or the end of one."""
    size = len(name.words)
    parts = ((n, at) for n in range(size, 0, -1) for at in range(size - n + 1))
    for length, at in parts:
        key = name.key[at : at + length]
        known = (key, name.title) in forms or (key, None) in forms
        if known or (length == 1 and key[0] in families):
            return evolve(name, words=name.words[at : at + length])
    return None


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
    pairs = pairwise(form.key)
    if any(word in lists.bodies and of in lists.inside_name for word, of in pairs):
        return False  # Selby Court of Appeals
    if first in other or first in lists.never_name:
        return True
    place = form.mentions[0].nominal.start
    known_before = len(shorter.mentions) > 2 and shorter.mentions[2].nominal.start < place
    return (
        known_before
        and len(form.mentions) == 1
        and bool(STARTS.search(text[max(0, place - 6) : place]))
    )


def _most_usual(form: Form) -> Name:
    """How a form is written most often, rather with all its words and not in capitals."""
    names = [mention.name for mention in form.mentions if mention.name]
    spelled = counted(name.words for name in names)
    if len(spelled) == 1:
        return names[0]
    best = max(spelled, key=lambda w: (len(w) == len(form.key), _is_mixed(w), spelled[w]))
    return next(name for name in names if name.words == best)


def _is_mixed(spelled: tuple[str, ...]) -> bool:
    return not all(len(word) > 1 and word.isupper() for word in spelled)


def _is_name(form: Form, common: Collection[str], families: Collection[str]) -> bool:
    """Whether it is a name at all: *Hallo* at a sentence's start is none, nor is *Judge*, but
    *Dean* may be, where there is a *Howard Dean*."""
    if form.title is not None or len(form.key) > 1:
        return True
    lists, word = words(), form.key[0]
    if lists.is_title(word) and word not in families:
        return False
    if word in lists.never_name and not form.speaks:
        return False
    return (
        word not in common
        or form.speaks
        or not (form.name.words[0].isupper() or _is_unlabelled(form))
    )


def _is_unlabelled(form: Form) -> bool:
    """The model does not take most of its mentions for names of anything."""
    labelled = sum(mention.nominal.label is not None for mention in form.mentions)
    return 2 * labelled <= len(form.mentions)


def _tell_kind(form: Form, scene: Scene) -> None:
    """Set kind and gender."""
    form.kind, form.sure = kind_of(form.key, form.title, form.name, form.mentions, scene)
    if form.kind == PERSON:
        form.gender = most_frequent(
            mention.name.gender for mention in form.mentions if mention.name and mention.name.gender
        )

"""Which forms of the names of organisations, places and groups are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from quotekit.speakers.forms import Form
from quotekit.speakers.kinds import BODY
from quotekit.speakers.names import WORD, plain
from quotekit.speakers.persons import Draft
from quotekit.speakers.words import words

Key = tuple[str, ...]


def bodies(forms: Iterable[Form], acronyms: Iterable[tuple[str, str]]) -> list[Draft]:
    """Join forms with the same words, acronyms with what they stand for, short names with full
    ones."""
    drafts: dict[Key, Draft] = {}
    for form in forms:
        draft = drafts.setdefault(form.key, Draft(form.kind))
        draft.add(form)
    longer = dict(_spelled_out(drafts, acronyms))
    longer |= {k: v for k, v in _shortened(drafts) if k not in longer}
    for short, full in longer.items():
        while full in longer:
            full = longer[full]
        if drafts[short] is not drafts[full]:
            for form in drafts[short].forms:
                drafts[full].add(form)
            drafts[short] = drafts[full]
    return list(dict.fromkeys(drafts.values()))


def _spelled_out(
    drafts: dict[Key, Draft], acronyms: Iterable[tuple[str, str]]
) -> Iterator[tuple[Key, Key]]:
    """Acronyms with the form that they stand for: given in brackets, else by their initials."""
    for long, short in acronyms:
        full = tuple(plain(word) for word in WORD.findall(long))
        if (plain(short),) in drafts and full in drafts:
            yield (plain(short),), full
    by_initials: dict[str, set[Key]] = defaultdict(set)
    for key in drafts:
        if len(key) > 1:
            by_initials["".join(word[0] for word in key if word not in words().inside_name)].add(
                key
            )
    for key, draft in drafts.items():
        written = draft.forms[0].name.words[0]
        if len(key) == 1 and written.isupper() and len(key[0]) > 1:
            fitting = by_initials.get(key[0], set())
            if len(fitting) == 1:
                yield key, next(iter(fitting))


def _shortened(drafts: dict[Key, Draft]) -> Iterator[tuple[Key, Key]]:
    """*Foreign Ministry* of *Veldanian Foreign Ministry*; *Okafor* of *Okafor Industries*."""
    longer: dict[Key, set[Key]] = defaultdict(set)
    for key, draft in drafts.items():
        if draft.kind == BODY:
            for cut in range(1, len(key)):
                longer[key[cut:]].add(key)
                if all(word in words().bodies for word in key[cut:]):
                    longer[key[:cut]].add(key)
    for key, draft in drafts.items():
        fitting = longer.get(key, set())
        if draft.kind == BODY and len(fitting) == 1:
            yield key, next(iter(fitting))

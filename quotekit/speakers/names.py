"""Reading a name: the words of it and what stands before it."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from attrs import field, frozen

from quotekit.speakers.words import words
from quotekit.syntax.records import Range

LINE_END = r"-[ \t]*\r?\n[ \t]*(?=[a-z])"
"""*Oka-* at the end of a line, *for* on the next."""
MEMBERS = r"(?<=s)['’](?=\s+[A-Z])"
"""*the Workers**'** Alliance*."""
WORD = re.compile(rf"[^\W_]+(?:(?:{LINE_END}|[.'’-])[^\W_]+)*(?:\.|{MEMBERS})?|&")
BROKEN = re.compile(LINE_END)
BREAK = re.compile(r"[,;:!?()\[\]\"“”]|--|[—–]|\n\s*\n")
NICKNAMED = re.compile(r"\b(?P<given>[^\W\d_]\w*)\s[\"“'‘(](?P<nick>[^\W\d_][\w .-]*)[\"”'’)]\s$")
NICKNAME_END = "\"”'’)"
NICKNAME = re.compile(r"\s[\"“'‘(](?P<nick>[^\W\d_][\w .-]*)[\"”'’)](?=\s)")
POSSESSIVE = ("'s", "’s", "'S", "’S")
BEFORE = re.compile(r"(?<![^\W\d_])[^\W\d_][\w.'’]*+(?=(?:[ \t\xa0]+\n?|\n|-)$)")
MOST_TITLES = 12
"""Words before a name that can be titles."""
LONGEST_TITLE = 40
"""How many characters before a word the title before it may start."""
REMEMBERED = 10_000
"""How many words and names are kept as they were read: a few come again and again."""

Word = tuple[int, str]
"""Where a word starts, and how it is written."""


@frozen(eq=False)
class Name:
    """A name as it is written, wherever it stands."""

    words: tuple[str, ...]
    """As written, without titles, suffix and possessive: *Ann*, *Lee*."""
    honorific: str | None = None
    """As written: *Mrs.*."""
    roles: tuple[str, ...] = ()
    """Offices before it, lower case: *senator*."""
    nickname: str | None = None
    """*Bill* in *William "Bill" Hart*."""
    key: tuple[str, ...] = field(init=False)
    """The words in lower case without full stops."""
    title: str | None = field(init=False)
    """The honorific likewise."""
    gender: str | None = field(init=False)
    """As the honorific, else a role, else the given name has it; *Captain Grant* names no given
    one."""

    @key.default
    def _key(self) -> tuple[str, ...]:
        return tuple(map(plain, self.words))

    @title.default
    def _title(self) -> str | None:
        return plain(self.honorific) if self.honorific else None

    @gender.default
    def _gender(self) -> str | None:
        lists = words()
        of_role = next(filter(None, map(lists.offices.get, self.roles)), None)
        if self.title is not None and (len(self.key) == 1 or lists.honorifics[self.title]):
            return lists.honorifics[self.title] or of_role
        return of_role or given_gender(self.key)

    def __str__(self) -> str:
        return " ".join(self.words)


@lru_cache(REMEMBERED)
def plain(word: str) -> str:
    """Lower case, without full stops: *J.D.* → *jd*."""
    return word.lower().replace(".", "").replace("’", "'")


def given_gender(key: Sequence[str]) -> str | None:
    """What the first of the words, a given name, says; of *Anne-Marie* what its parts do."""
    given = words().given
    if not key or key[0] in given:
        return given.get(key[0]) if key else None
    return next((gender for part in key[0].split("-") if (gender := given.get(part))), None)


def read_name(text: str, core: Range, phrase: Range) -> tuple[Name, Range] | None:
    """The name in a proper-name core, with the titles before it, and where it stands, with the
    honorific; None where the core is no name.

    >>> name, place = read_name("the late Sen. Ann Lee's", (14, 23), (0, 23))
    >>> name.words, name.roles, place
    (('Ann', 'Lee'), ('sen',), (14, 21))
    """
    start, end = core
    found, nickname = _inside(text[start:end])
    if not found:
        return None
    inside = [(start + at, word) for at, word in found]
    if plain(inside[-1][1]) in words().bodies:
        inside += _complement(text, _end(inside[-1]), phrase[1])
    nicknamed = _nicknamed(text, inside[0][0])
    if nicknamed is not None:
        nickname = nicknamed["nick"]
        inside = [*_words(text, *nicknamed.span("given")), *inside]
    before = _words_before(text, inside[0][0], phrase[0])
    whole = before + inside
    run = tuple([word for _, word in whole])
    read = _read(run, len(before), bisect_left(whole, (phrase[0],)), nickname)
    if read is None:
        return None
    name, first, cut = read
    return name, (whole[first][0], _end(whole[-1]) - cut)


@lru_cache(REMEMBERED)
def _read(
    run: tuple[str, ...], core: int, outside: int, nickname: str | None
) -> tuple[Name, int, int] | None:
    """The name in a run of words, of which the core begins at one and so many stand before the
    phrase; the first word of it, and how many characters at the end are none of it."""
    titles = core + _leading_titles([plain(word) for word in run[core:]])
    if core and _is_initial(run[core - 1], run[core]):
        titles = core
    given, honorific, roles = _read_before(run[:titles], plain(run[titles]), outside)
    last = run[-1]
    last = last[:-2] if last.endswith(POSSESSIVE) else last.rstrip("'’")
    if last.endswith(".") and last.count(".") == 1 and len(last) > 2:
        last = last[:-1]
    written = (*(run[at] for at in given), *run[titles:-1], last)
    spelled = tuple(BROKEN.sub("", word) if "\n" in word else word for word in written)
    if not (spelled[0][0].isupper() or spelled[0][0].isdigit() or len(spelled) > 1):
        return None
    name = Name(spelled, run[honorific] if honorific is not None else None, roles, nickname)
    first = honorific if honorific is not None else next(iter(given), titles)
    return name, first, len(run[-1]) - len(last)


def _words(text: str, start: int = 0, end: int = sys.maxsize) -> list[Word]:
    return [(word.start(), word.group()) for word in WORD.finditer(text, start, end)]


def _end(word: Word) -> int:
    return word[0] + len(word[1])


def _nicknamed(text: str, start: int) -> re.Match[str] | None:
    """*Bill "Buck" | Hart*: the given name and the nickname that stand before a name."""
    if text[start - 2 : start - 1] not in NICKNAME_END:
        return None
    found = NICKNAMED.search(text, max(0, start - LONGEST_TITLE), start)
    return found if found is not None and plain(found["given"]) in words().given else None


def _is_initial(before: str, word: str) -> bool:
    """*Ann **M.** Lee*, no *Monsieur Lee*."""
    return len(plain(word)) == 1 and plain(before) in words().given


@lru_cache(REMEMBERED)
def _inside(core: str) -> tuple[tuple[Word, ...], str | None]:
    """The words of a core without article and *Jr.*, and the nickname among them; of a core that
    runs into something else (*Turton icily*, *Eugenio. Lee*) the last stretch that is a name."""
    nickname = NICKNAME.search(core)
    left, right = nickname.span() if nickname else (0, 0)
    broken = BREAK.search(core, right)
    runs: list[list[Word]] = [[]]
    for at, word in _words(core, 0, broken.start() if broken else len(core)):
        if left <= at < right:
            continue
        if runs[-1] and _starts_anew(runs[-1], word):
            runs.append([])
        if not word[0].islower() or _is_joint(plain(word)):
            runs[-1].append((at, word))
        else:
            runs.append([])
    named = (run for run in reversed(runs) if any(not word[0].islower() for _, word in run))
    found = next(named, [])
    while found and found[0][1].lower() in words().small:
        del found[0]  # **The** Harbour Trust
    while len(found) > 1 and _is_tail(found[-1][1]):
        del found[-1]
    return tuple(found), nickname["nick"] if nickname else None


def _is_joint(word: str) -> bool:
    """*Bank **of** Veldania*, *Louisa **van** der Meer*."""
    return word in words().inside_name or word in words().particle


def _complement(text: str, start: int, end: int) -> list[Word]:
    """What belongs to the name of a body behind its noun: *Department **of Veterans Affairs***."""
    found: list[Word] = []
    for at, word in _words(text, start, end):
        expected = words().of_body if not found else words().of_body | words().article
        joined = not text[_end(found[-1]) if found else start : at].strip()
        if not joined or not (word in expected or (found and word[0].isupper())):
            break
        found.append((at, word))
    while found and not found[-1][1][0].isupper():
        found.pop()
    return found


def _starts_anew(run: Sequence[Word], word: str) -> bool:
    """After a sentence's end, and at an honorific after a name: *Ann | Mrs. Lee*."""
    lists, written = words(), run[-1][1]
    last, simple = plain(written), plain(word)
    if last == "and" and simple not in lists.bodies:
        return not any(w in ("of", "for") for _, w in run)
    ended = written.endswith(".") and len(last) > 2
    honorific = simple in lists.honorifics and last not in lists.inside_name and word[0].isupper()
    return (ended or honorific) and not lists.is_title(last)


def _is_tail(word: str) -> bool:
    simple = plain(word)
    return (
        simple in words().suffix
        or simple in words().weekday
        or word in words().inside_name
        or (word.islower() and simple in words().particle)
    )


def _leading_titles(spelled: Sequence[str]) -> int:
    """How many words at the front are titles: *Former House Speaker | Ann Lee*, not *General |
    Motors*."""
    if len(spelled) == 1:
        return 0
    lists = words()
    end = 0
    for place, word in enumerate(spelled[:-1], 1):
        if lists.is_title(word):
            end = place
        elif word not in lists.office_modifiers:
            break
    end = end or _last_office(spelled)
    if not end and spelled[0] in lists.nationality and spelled[1:] and spelled[1] in lists.given:
        end = 1  # Australian Ann Lee
    if end and spelled[end] == "of":  # Secretary of State Ann Lee
        given = (i for i, word in enumerate(spelled[:-1]) if i > end and word in lists.given)
        end = next(given, end)
    rest = spelled[end:]
    return 0 if rest[-1] in lists.bodies or rest[0] in ("of", "for", "and", "&") else end


def _last_office(spelled: Sequence[str]) -> int:
    """The place behind the last office, whatever stands before it: *Lee Bank President | Ann
    Hart*."""
    offices = words().offices
    for place in range(len(spelled) - 1, 1, -1):
        word = spelled[place - 1]
        if word in offices or (word == "general" and spelled[place - 2] in offices):
            return place
    return 0


def _words_before(text: str, start: int, phrase_start: int) -> list[Word]:
    """The words that may be titles: those of the phrase, and capitalised ones before it."""
    found: list[Word] = []
    while len(found) < MOST_TITLES and (word := _word_before(text, start, phrase_start)):
        found.insert(0, word)
        start = word[0]
    return found


def _word_before(text: str, start: int, phrase_start: int) -> Word | None:
    """The word right before a place."""
    first = max(0, start - LONGEST_TITLE)
    first += text[first:start].rstrip().rfind(" ") + 1
    if start <= phrase_start and text[first:start].islower():
        return None
    found = BEFORE.search(text, first, start)
    if found is None or (found.start() < phrase_start and not found.group()[0].isupper()):
        return None
    whole = WORD.match(text, found.start()) or found
    return whole.start(), whole.group()


def _read_before(
    before: Sequence[str], first: str, outside: int
) -> tuple[list[int], int | None, tuple[str, ...]]:
    """What stands before a name whose first word is given: a given name that the core lacks, the
    honorific, the offices. *Told Ann **Mary** …* has two people, *with Howard **Dean*** one."""
    lists = words()
    given: list[int] = []
    honorific: int | None = None
    roles: list[str] = []
    for place, word in reversed(list(enumerate(before))):
        simple, capitalised = plain(word), word[0].isupper()
        if simple == "general" and place and plain(before[place - 1]) in lists.offices:
            continue  # Secretary General, Attorney General
        if simple in lists.honorifics and capitalised and not roles:
            honorific = place if honorific is None else honorific
        elif simple in lists.offices:
            roles.append(simple)
        elif simple in lists.given and capitalised and not (given or roles) and honorific is None:
            no_family = (first in lists.given and place < outside) or first in lists.weekday
            if no_family or word.endswith("."):
                break
            given.append(place)
        elif simple not in lists.office_modifiers or simple == "the":
            break
    return given, honorific, tuple(roles)

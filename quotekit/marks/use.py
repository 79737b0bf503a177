"""What the marks around a passage are there for: its own look and the words beside it decide."""

from __future__ import annotations

import re

from attrs import frozen

from quotekit.marks.records import Use
from quotekit.marks.words import words

_LONGEST_NICKNAME = 3
_LONGEST_TITLE = 12
# "The Third Way": so many words with a capital may be a term; more make a sentence, or a title.
_LONGEST_TERM = 3

_DASHES = ("-", "–", "—", "―")
_EXCLAIMED = ("?", "!")
_ENDS_SENTENCE = (".", "…", *_EXCLAIMED)
_BREAKS_OFF = (",", ";", ":", *_DASHES)
_FINAL = (*_ENDS_SENTENCE, *_BREAKS_OFF)
_BREAK = re.compile(r"[.?!…][)\]’'”\"]*\s+[^\Wa-z]")
_LAST_WORD = re.compile(r"[^\W_]*+\Z")
_LONGEST_ABBREVIATION = 6
_WORD_BEFORE = re.compile(r"([^\W_][\w’'.-]*+)(,?+)\s++\Z")
_WORD_AFTER = re.compile(r",?\s+([^\W_][\w’'-]*)(?:\s+(\w+))?")
_LISTED = re.compile(r",\s*[\"“‘']")
"""*“Sea View”, “The Nook”*: names in a row."""
_DIRECTION = re.compile(r"[(\[][^()\[\]]*[)\]][.\s]*")
_LONGER_WORD = re.compile(r"[^\W\d_]{4,}")
_ARTICLES = ("a", "an", "the")
_GENITIVE = ("’s", "'s", "s’", "s'")


@frozen
class Setting:
    """A passage and what stands around it in its paragraph."""

    inside: str
    before: str
    """The last characters before the opening mark."""
    after: str
    """The first characters after the closing mark."""
    resumes: bool = False
    """Whether a quotation comes before it: *"A," she said, "b."*"""
    lists: bool = False
    """Whether a title comes right before it: *"The Quay," "Low Tide" and "Fog."*"""
    in_headline: bool = False
    """Whether the words around it have capitals themselves."""

    @property
    def last_before(self) -> str:
        """The last character before the mark and its blank space, empty at a paragraph's start."""
        return self.before.rstrip()[-1:]

    @property
    def begins_clause(self) -> bool:
        return not self.last_before.isalnum()

    @property
    def begins_sentence(self) -> bool:
        return self.last_before in ("", ":", *_ENDS_SENTENCE)


def find_use(setting: Setting) -> Use:
    """Say what the marks are there for."""
    if _DIRECTION.fullmatch(setting.inside):
        return Use.DIRECTION
    if _is_nickname(setting):
        return Use.NICKNAME
    if _is_title(setting):
        return Use.TITLE
    if _is_sentence(setting):
        return Use.QUOTATION
    return Use.PART if _is_led_into(setting) else Use.PHRASE


def _is_nickname(setting: Setting) -> bool:
    """*William "Bill" Hart*: a name goes around it without a break."""
    if setting.in_headline or not setting.inside[-1].isalnum():
        return False
    name = setting.inside.split()
    if len(name) > _LONGEST_NICKNAME or not name[-1][0].isupper():
        return False
    before, after = _WORD_BEFORE.search(setting.before), _WORD_AFTER.match(setting.after)
    return (
        before is not None
        and after is not None
        and not before[2]
        and _is_name(before[1])
        and _is_name(after[1])
    )


def _is_name(word: str) -> bool:
    return word[0].isupper() and word[-2:] not in _GENITIVE and word.lower() not in words("no_name")


def _is_title(setting: Setting) -> bool:
    """*"The Long Harbour"*: every word of weight has a capital, and it is no vocative or slogan."""
    bare = setting.inside.rstrip(",.")
    names = bare.split()
    if not names or len(names) > _LONGEST_TITLE or not _is_title_case(names) or has_break(bare):
        return False
    before = _WORD_BEFORE.search(setting.before)
    word = before[1].lower() if before else ""
    if setting.lists or word in words("work") or _precedes_work(setting.after):
        return True
    if setting.in_headline or len(names) == 1:
        return False
    if bare != setting.inside and setting.begins_clause:  # "Poor Sir Ambrose Lee," said Ann.
        return False
    genitive = word.endswith(_GENITIVE) and word not in words("contraction")
    if before and not before[2] and (genitive or word in words("before_work")):
        return True
    if bare[-1] in _EXCLAIMED or _leads_to_slogan(setting.before):
        return False
    return len(names) > _LONGEST_TERM or names[0] in ("The", "A")


def _leads_to_slogan(before: str) -> bool:
    """*called them "The Lady and Her Dog"*, *a sign that read "The Quay Is Ours"*."""
    return any(word in words("before_slogan") for word in before.lower().split()[-3:])


def _precedes_work(after: str) -> bool:
    """Whether a word for a work follows: *"Fog" star Ann Lee*, *"Fog," a thriller*."""
    match = _WORD_AFTER.match(after)
    if match is None:
        return False
    word = match[2] if match[1] in _ARTICLES and match[2] else match[1]
    return word.lower() in words("work")


def _is_title_case(names: list[str]) -> bool:
    small = words("small_in_title")
    return (names[0][0].isupper() or names[0][0].isdigit()) and all(
        not name[0].islower() or name in small for name in names
    )


def _is_sentence(setting: Setting) -> bool:
    """Whether it can stand as somebody's words: by its first letter, last mark and length."""
    inside = setting.inside
    first = next((char for char in inside if char.isalnum()), None)
    if first is None or _LISTED.match(setting.after):
        return False
    if has_break(inside):
        return True
    size = len(inside.split())
    ends = inside[-1] in _FINAL or setting.after[:1] in _DASHES
    if first.islower():
        resumes = setting.resumes and setting.begins_clause
        return (setting.begins_sentence and ends) or (resumes and (ends or size > _LONGEST_TERM))
    if setting.begins_sentence and (setting.after[:1] in ("", ",")):  # 'Never', she said.
        return True
    if setting.begins_clause:
        return ends or size > _LONGEST_TERM
    if inside[-1] in _EXCLAIMED:
        return True
    return size > _LONGEST_TERM and not _is_title_case(inside.split())


def _is_led_into(setting: Setting) -> bool:
    """*a "cool" mayor*, *Lee's "aides"*, *she was "sorry"*: the phrase begins before the marks."""
    before = _WORD_BEFORE.search(setting.before)
    if before is None or before[2]:
        return False
    return before[1].endswith(_GENITIVE) or before[1].lower() in words("before_part")


def has_break(inside: str) -> bool:
    """Whether one sentence ends and another begins inside."""
    return any(not _abbreviates(inside, match.start()) for match in _BREAK.finditer(inside))


def _abbreviates(inside: str, stop: int) -> bool:
    """Whether a full stop belongs to the word before it: *Mr. Lee*, *J. Okafor*."""
    word = _LAST_WORD.search(inside[max(0, stop - _LONGEST_ABBREVIATION) : stop])
    if inside[stop] != "." or word is None:
        return False
    return len(word[0]) == 1 or word[0].lower() in words("abbreviation")


def is_headline(paragraph: str) -> bool:
    """Whether nearly all its longer words have capitals."""
    longer = _LONGER_WORD.findall(paragraph)
    return len(longer) > 5 and sum([word[0].isupper() for word in longer]) > 0.8 * len(longer)

"""Turns of speech set off without quotation marks: transcripts, interviews and dash dialogue."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from quotekit.marks.labels import Label, Shape, find_label
from quotekit.marks.records import Turn
from quotekit.marks.use import is_headline
from quotekit.marks.words import words

_LONGEST_GAP = 2
_FEWEST_NAMES = 3
_FEWEST_DASHES = 2
_SPEAKING_SHARE = 1 / 3
_ENDED_SHARE = 0.8
_ENDS_SENTENCE = (".", "?", "!", "…", '"', "”")
_DASH = re.compile(r"(?:--|[—–―-])[ \t\xa0]*(?=_?[^\W\d_a-z]|[¿¡…])")
_INNER_DASH = re.compile(r"\s(?:--|[—–―])[.,;:]?\s|\s[—–―](?=\w)|(?<=\w)[—–―][.,;:]?\s")
_WORD = re.compile(r"[^\W\d_][\w’']*")
_MARK = re.compile('["“”«»]')
_BRACKETED = re.compile(r"[\"“]?[(\[][^()\[\]]*[)\]][.\"”]*")

Span = tuple[int, int]
Labels = Mapping[int, Label]


def find_turns(text: str, paragraphs: Sequence[Span]) -> list[Turn]:
    r"""Return the turns of transcripts and of dash dialogue, in order.

    >>> script = "LEE: Is the quay open?\nOKAFOR: We shut it in May."
    >>> [script[t.label_start : t.label_end] for t in find_turns(script, [(0, 22), (23, 49)])]
    ['LEE', 'OKAFOR']
    """
    labels = _speakers(text, paragraphs)
    return list(_transcript(text, paragraphs, labels) if labels else _dialogue(text, paragraphs))


def _speakers(text: str, paragraphs: Sequence[Span]) -> Labels:
    """The labels, by paragraph, that can be believed to say who speaks."""
    found: dict[int, Label] = {}
    speeches: dict[int, str] = {}
    for index, (start, end) in enumerate(paragraphs):
        label = find_label(text, start, end)
        if label is None:
            continue
        speech = _speech(text, paragraphs, index, label)
        if _may_be_speech(speech):
            found[index], speeches[index] = label, speech
    believed = _by_capitals(text, found, speeches) | _by_names(found, speeches)
    forward = _next_to_believed(sorted(found), believed)
    both_ways = _next_to_believed(sorted(found, reverse=True), forward)
    return {index: label for index, label in found.items() if index in both_ways}


def _speech(text: str, paragraphs: Sequence[Span], index: int, label: Label) -> str:
    """What follows a label: the rest of its paragraph or, if there is none, the next one."""
    end = paragraphs[index][1]
    if label.speech < end or index + 1 == len(paragraphs):
        return text[label.speech : end]
    return text[slice(*paragraphs[index + 1])]


def _by_capitals(text: str, found: Labels, speeches: Mapping[int, str]) -> set[int]:
    """*Q* with *A*; *LEE* where such a label comes again, or once where the text knows a Lee."""
    interview = [label for label in found.values() if label.shape is Shape.INTERVIEW]
    believed = set()
    if {label.key for label in interview} == {"Q", "A"} or (
        len(interview) > 1 and all(text[label.end] == ":" for label in interview)
    ):
        believed |= {index for index, label in found.items() if label.shape is Shape.INTERVIEW}
    capitals = {i: label.key for i, label in found.items() if label.shape is Shape.CAPITALS}
    again = len(set(capitals.values())) < len(capitals)
    if again or (len(capitals) > 1 and _are_speaking(speeches[i] for i in capitals)):
        return believed | set(capitals)
    mentioned = set(_WORD.findall(text)) if capitals else set()
    return believed | {
        index
        for index, key in capitals.items()
        if key.capitalize() in mentioned and speeches[index].endswith(_ENDS_SENTENCE)
    }


def _by_names(found: Labels, speeches: Mapping[int, str]) -> set[int]:
    """*Ann Lee*, where such labels come again or answer one another, and what follows is speech."""
    names = {index: label.key for index, label in found.items() if label.shape is Shape.NAME}
    times = Counter(names.values())
    answering = {
        index
        for question in names
        if "?" in speeches[question] and question + 1 in names
        for index in (question, question + 1)
    }
    believed = answering | {index for index, key in names.items() if times[key] > 1}
    enough = answering or len(believed) >= _FEWEST_NAMES
    return believed if enough and _are_speaking(speeches[i] for i in believed) else set()


def _next_to_believed(order: Iterable[int], believed: set[int]) -> set[int]:
    """Believe also a label whose paragraph stands beside one that is believed."""
    result = set(believed)
    for index in order:
        if index - 1 in result or index + 1 in result:
            result.add(index)
    return result


def _transcript(text: str, paragraphs: Sequence[Span], labels: Labels) -> Iterator[Turn]:
    order = [*labels, len(paragraphs)]
    names = {label.key for label in labels.values()}
    for index, following in pairwise(order):
        label = labels[index]
        rest = paragraphs[index + 1 : following]
        alone = label.speech >= paragraphs[index][1]
        unsure = [span for span in rest if not _reopens(text, label, span)]
        goes_on = following in labels and len(names) > 1 and len(unsure) <= _LONGEST_GAP + alone
        spans = [] if alone else [(label.speech, paragraphs[index][1])]
        if goes_on:
            spans += [span for span in rest if not _is_narration(text, span, names)]
        elif alone:
            spans += rest[:1]
        pieces = tuple(_without_marks(text, *span) for span in spans)
        if pieces:
            yield Turn(label.start, label.end, pieces)


def _reopens(text: str, label: Label, span: Span) -> bool:
    """*"LEE: It is shut.*, and the next paragraph *"It will not open.*: in marks all through."""
    return all(_MARK.match(text, place) for place in (label.start - 1, span[0]))


def _is_narration(text: str, span: Span, names: set[str]) -> bool:
    """*(Laughter)*, *Lee then turned to the harbour*: a paragraph between turns that is none."""
    if _BRACKETED.fullmatch(text, *span):
        return True
    word = _WORD.match(text, *span)
    return word is not None and word[0].lower() in names


def _without_marks(text: str, start: int, end: int) -> Span:
    """Leave out the marks around a piece, and one that only opens or only closes it."""
    marks = [match.start() for match in _MARK.finditer(text, start, end)]
    if marks == [start, end - 1]:
        return start + 1, end - 1
    if marks == [start]:
        return start + 1, end
    if marks == [end - 1]:
        return start, end - 1
    return start, end


def _dialogue(text: str, paragraphs: Sequence[Span]) -> Iterator[Turn]:
    """*— Come in, said Ann.*: paragraphs that begin with a dash, hold speech and make no list."""
    found = [
        (match.end(), end)
        for start, end in paragraphs
        if (match := _DASH.match(text, start, end)) and not _MARK.search(text, start, end)
    ]
    if len(found) < _FEWEST_DASHES:
        return
    speeches = [text[start:end] for start, end in found]
    ended = sum(speech.endswith(_ENDS_SENTENCE) for speech in speeches)
    if ended < _ENDED_SHARE * len(speeches) or not _are_speaking(speeches):
        return
    for start, end in found:
        yield Turn(start, start, tuple(_between_dashes(text, start, end)))


def _between_dashes(text: str, start: int, end: int) -> Iterator[Span]:
    for dash in _INNER_DASH.finditer(text, start, end):
        if dash.start() > start:
            yield start, dash.start()
        start = dash.end()
    if start < end:
        yield start, end


def _may_be_speech(speech: str) -> bool:
    """Not a number (*Lee: 46*), a heading or a link."""
    return not speech or (_WORD.search(speech) is not None and not is_headline(speech[:200]))


def _are_speaking(speeches: Iterable[str]) -> bool:
    """Whether enough of them ask, or say *I* or *you*, as lists and notices do not."""
    hits = [_is_speaking(speech) for speech in speeches]
    return sum(hits) >= _SPEAKING_SHARE * len(hits)


def _is_speaking(speech: str) -> bool:
    speaking = words("speaking")
    return "?" in speech or any(word[0].lower() in speaking for word in _WORD.finditer(speech))

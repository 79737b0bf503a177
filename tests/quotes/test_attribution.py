"""The pure parts of attribution: bylines, what leads into a passage."""

from __future__ import annotations

import pytest

from quotekit.marks import Passage, Use
from quotekit.quotes.attribution import (
    byline,
    colon_speaker,
    is_announced,
    is_set_off,
)
from quotekit.syntax.records import Nominal, Paragraph


def quotation(text: str, marked: str) -> Passage:
    """The stretch in its marks."""
    outer = text.index(marked)
    end = outer + len(marked)
    return Passage(outer + 1, end - 1, outer, end, 0, True, False, Use.QUOTATION)


def paragraph(text: str, *names: str, function: str = "subject") -> Paragraph:
    """A paragraph of which only these noun phrases are known."""
    nominals = {}
    for row, name in enumerate(names):
        start = text.index(name)
        end = start + len(name)
        nominals[row] = Nominal(
            row, start, end, (start, end), "name", "PERSON", name.lower(), 3, False, True, function
        )
    return Paragraph(0, len(text), [], nominals)


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ('"Best pier." — Ann Lee', True),
        ('"Best pier." – Ann Lee\n', True),
        ('"Best pier." -- Ann Lee.', True),
        ('"Best pier." - Ann Lee', True),
        ('"Best pier." — Ann Lee "Worst pier."', True),
        ('"Best pier." — Ann Lee left the hall', False),
        ('"Best pier." Ann Lee', False),
        ('"Best pier." — as Ann Lee put it', False),
    ],
)
def test_byline(text: str, signed: bool) -> None:
    found = byline(text, quotation(text, '"Best pier."'), paragraph(text, "Ann Lee"))
    assert (found is not None and found.start == text.index("Ann")) == signed


@pytest.mark.parametrize(
    ("text", "announced"),
    [
        ('Lee said: "No."', True),
        ('Lee said, "No."', True),
        ('Lee said:\u00a0"No."', True),
        ('Lee said "No."', False),
        ('"No."', False),
    ],
)
def test_is_announced(text: str, announced: bool) -> None:
    assert is_announced(text, quotation(text, '"No."')) == announced


@pytest.mark.parametrize(
    ("text", "set_off"),
    [
        ('Asked why, "It is shut," Lee said', True),
        ('Lee said: "It is shut"; Kim left', False),
        ('Lee said: "It is shut", and left', True),
        ('and then -- "It is shut--" Lee said', True),
        ('Lee\n\n"It is shut," Lee said', True),
        ('the word "It is shut," Lee said', False),
        ('Asked why, "it is shut," Lee said', False),
        ('Lee said: "_It_ is shut."', True),
    ],
)
def test_is_set_off(text: str, set_off: bool) -> None:
    start, end = text.index('"'), text.rindex('"') + 1
    assert is_set_off(text, quotation(text, text[start:end])) is set_off


@pytest.mark.parametrize(
    ("text", "function", "speaks"),
    [
        ('Lee was blunt: "No."', "subject", True),
        ('Then came Lee: "No."', "other", True),
        ('They met Lee on Monday: "No."', "object", False),
        ('Lee was blunt. The rest is known: "No."', "subject", False),
        ('Lee was blunt, "No."', "subject", False),
    ],
)
def test_colon_speaker(text: str, function: str, speaks: bool) -> None:
    read = paragraph(text, "Lee", function=function)
    assert (colon_speaker(text, quotation(text, '"No."'), 0, read) is not None) == speaks

"""What is not a text's own words: markup, forwarding, damage; a character stands for a character."""

from __future__ import annotations

import pytest

from quotekit.marks import plain

CASES = {
    "nothing to do": ("“It's shut,” she said; 3 < 5 & 5 > 3.",) * 2,
    "tags": ("a <b>pier</b>, <img src='x' alt=\"y\">shut", "a    pier    ,                      shut"),
    "a line ends with a block": ("One.</p><p class='x'>Two.<br>Three.", "One.\n   \n            Two.\n   Three."),
    "a comment": ("a <!-- <p> no --> b", "a" + " " * 17 + "b"),
    "a comment never closed": ("a <!-- no -- b",) * 2,
    "a tag that is none": ("a <3 b, c <- d, <<e>>", "a <3 b, c <- d, <   >"),
    "a tag never closed": ("a <b c", "a <b c"),
    "a script": ('a<script>f("no")</script>b', "a" + " " * 24 + "b"),
    "character references": ("&ldquo;No&#33;&rdquo; &amp; &#x2019; &quot;", "“      No!    ”       &     ’        \"     "),
    "references that are none": ("AT&T; R&D &foo; &;", "AT&T; R&D       &;"),
    "code": ("run `git \"x\"` now; don`t, can`t; `no' he said", "run           now; don`t, can`t; `no' he said"),
    "fenced code": ("a\n```py\n\"x\"\n```\nb", "a\n             \nb"),
    "a fence never closed": ("a\n```\n\"x\"\nb",) * 2,
    "forwarded": ("> No.\n>> “Yes.”\n> \n5 > 3", "  No.\n   “Yes.”\n  \n5 > 3"),
    "UTF-8 read as Windows-1252": ("â€œNo,â€\x9d isnâ€™t â€“ â€¦", "“  No,”   isn’  t –   …  "),
    "UTF-8 read as Latin-1": ("â\x80\x9cNoâ\x80\x9d", "“  No”  "),
    "lost marks": ("�No,� isn�t caf� �5", "“No,” isn’t caf� “5"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_plain(text: str, expected: str) -> None:
    assert plain(text) == expected
    assert len(text) == len(expected)

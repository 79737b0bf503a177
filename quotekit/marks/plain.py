"""The text without what is not its own words: markup, signs of forwarding, damaged marks,
datelines.

One character stands for one, so that offsets hold for the text as it was given.
"""

from __future__ import annotations

import re
from html import unescape

_SIGNS = ("<", "&", "`", ">", "â", "\ufffd")
"""None of what is replaced goes without one of these."""
_TAG = r"</?(?P<tag>[A-Za-z][A-Za-z0-9]*)\b[^<>]*>|<[A-Za-z/!?][^<>]*>"
_REFERENCE = r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]{2,8}\d{0,2});"
_CODE = r"`(?<![\w`]`)(?=[^\s`])[^`\n]*`(?![\w`])"
_FORWARDED = r"\n[ \t]*>[> \t]*"
_BLOCKS = frozenset(
    [
        "address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure",
        "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol",
        "p", "pre", "section", "table", "td", "th", "tr", "ul",
    ]
)  # fmt: skip
_ENCLOSED = [
    (re.compile(opening, re.IGNORECASE | re.MULTILINE), re.compile(closing, re.IGNORECASE))
    for opening, closing in [
        ("<!--", "-->"),
        (r"<script\b", r"</script\s*>"),
        (r"<style\b", r"</style\s*>"),
        (r"^[ \t]*```", r"\n[ \t]*```"),
    ]
]
"""Not read at all, from an opening to what closes it."""


def _misread(char: str) -> set[str]:
    """UTF-8 read as Windows-1252 or Latin-1: *â€œ* for *“*."""
    raw = char.encode()
    return {raw.decode("latin-1"), "".join(_of_windows(byte) for byte in raw)}


def _of_windows(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


_MISREAD = {wrong: right for right in "“”‘’–—…" for wrong in _misread(right)}
_DAMAGED = "|".join(map(re.escape, _MISREAD))
_LOST = {
    "opening": ("“", r"(?<![^\s(\[]\ufffd)(?=\w)"),
    "closing": ("”", r"(?<=[,.?!]\ufffd)(?!\w)"),
    "apostrophe": ("’", r"(?<=\w\ufffd)(?=\w)"),
}
_REPLACED = re.compile(
    "|".join(
        [
            _TAG, _REFERENCE, _CODE, _FORWARDED, _DAMAGED,
            *(rf"\ufffd(?P<{name}>{place})" for name, (_, place) in _LOST.items()),
        ]
    )
)  # fmt: skip
"""Each alternative begins with a character: so the search leaps from one to the next."""

_DATELINE = re.compile(
    r"\n[ \t]*[A-Z][A-Z.'’-]{2,}[ ,]{1,2}"  # EASTPORT
    r"(?:[A-Z][A-Z.'’-]+[ ,]{1,2}){0,3}"  # NEW EASTPORT, N.H.
    r"(?:[A-Z][a-z]+\.?[ ,]{1,2}){0,2}(?:\d{1,2}[ ,]{1,2})?"  # Ostria, Nov. 19
    r"(?:\([A-Za-z./ ]{2,20}\) ?)?"  # (AP)
    r"(?:—|–|--|-) {1,2}(?=\S)"
)


def plain(text: str) -> str:
    """The text in its own words, as long as before.

    >>> plain("<i>Lee</i> said: &ldquo;No.&rdquo;")
    '   Lee     said: “      No.”      '
    >>> plain("EASTPORT, Nov. 19 (AP) — Lee said no.")
    '                         Lee said no.'
    """
    text = f"\n{text}"  # the first line begins as the others do
    text = _DATELINE.sub(lambda found: "\n".ljust(len(found[0])), text)
    if any(sign in text for sign in _SIGNS):
        for opening, closing in _ENCLOSED:
            text = _without(text, opening, closing)
        text = _REPLACED.sub(_in_its_place, text)
    return text[1:]


def _without(text: str, opening: re.Pattern[str], closing: re.Pattern[str]) -> str:
    """What is never closed stays."""
    pieces: list[str] = []
    at = 0
    while (first := opening.search(text, at)) and (last := closing.search(text, first.end())):
        pieces += [text[at : first.start()], " " * (last.end() - first.start())]
        at = last.end()
    return "".join([*pieces, text[at:]])


def _in_its_place(found: re.Match[str]) -> str:
    return _meant(found).ljust(len(found[0]))


def _meant(found: re.Match[str]) -> str:
    """What a reader would see there: a character, the end of a line, or nothing."""
    words, kind = found[0], found.lastgroup
    if kind in _LOST:
        return _LOST[kind][0]
    if words in _MISREAD:
        return _MISREAD[words]
    if words[0] == "\n":
        return "\n"
    if words[0] == "&":
        char = unescape(words)
        return char if len(char) == 1 and char.isprintable() else " "
    return "\n" if (found["tag"] or "").lower() in _BLOCKS else " "

"""Strategies for texts: sentences that say something, and all that can go wrong between them."""

from __future__ import annotations

from hypothesis import strategies as st

MARKS = [
    '"',
    "“",
    "”",
    "'",
    "‘",
    "’",
    "''",
    "``",
    "«",
    "»",
    "„",
    "‹",
    "›",
    "`",
    "´",
    "＂",
    "—",
    "-",
]
NAMES = [
    "Lee", "Ann Okafor", "the mayor", "Mr. Brandt", "she", "They", "I", "we", "the Harbour Trust",
    "a spokeswoman", "Peter Marsh, who chairs the Trust,", "Okafor", "Norland", "Paul and Kim Lee",
    "Sen. Ana Ruiz (R-OH)", "O’Hara", "Oliver", "Mrs. Lee", "the Libyan National Army (LNA)", "LNA",
]  # fmt: skip
CUES = [
    "said",
    "claimed",
    "denied",
    "wrote",
    "would not say",
    "told Kim",
    "told the press",
    "asked",
]
CLAUSES = [
    "the pier is shut", "it would open in May", "Lee opposes the Trust", "nobody has seen it",
    "he had praised Okafor for the plan", "they were wrong", "Brandt was a liar", "I love the sea",
    "she told him that it rained", "you can’t go, Oliver", "the workers' rights come first",
]  # fmt: skip
PHRASES = ["a ruin", "not safe", "The Long Harbour", "Bill", "no", "shut, and bolted"]
STANCES = [
    "opposes", "praised", "supports", "attacked", "refused to back", "is critical of", "sued",
    "called for the arrest of", "has nothing against", "voted for", "accused", "thanked",
]  # fmt: skip
STOPS = [
    ".",
    ",",
    "?",
    "!",
    ":",
    ";",
    "…",
    "...",
    ")",
    "(",
    "[",
    "]",
    "—",
    "--",
    "/",
    "*",
    "_",
    ">",
]
SPACES = [
    "\t", "\n", "\x0b", "\x0c", "\r", "\r\n", "\x1c", "\x1d", "\x1e", "\x1f", " ", "\x85", "\xa0",
    "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007",
    "\u2008", "\u2009", "\u200a", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000",
]  # fmt: skip
"""Every space of Unicode."""
ODD = [
    "🛳️", "👩‍✈️", "🇳🇴", "e\u0301", "\u0301", "\u0301" * 40, "\u202e", "\u202c", "\u2067", "\u200b",
    "\u200d", "\ufeff", "\x00", "\x07", "\x1b[2J", "\x7f", "הנמל", "قال", "港は閉まった", "𝔭𝔦𝔢𝔯", "ﬁ",
    "İ", "ǅ", "ß", "\u00ad", "\ufffd", "\uffff", "\U0010ffff", "\ue000", "x" * 300, "a." * 150,
    '"' * 30, "((" * 120, "<b>", '<a href="x">', "&quot;", "%s", "{}", "\\", "\x91", "\x92", "\x93",
    "\x94", "â€œ", "â€\x9d", "http://a.b/c?d=“e”", "@lee", "#pier", "1,000", "6'2\"", "U.S.",
]  # fmt: skip
SURROGATES = ["\ud83d", "\udea2", "\ud800", "\udfff"]

names = st.sampled_from(NAMES)
clauses = st.sampled_from(CLAUSES)
pairs_of_marks = st.sampled_from(["“”", '""', "‘’", "''", "«»", "„“", "”“", '"”', "“"])


@st.composite
def quoted(draw: st.DrawFn, marks: st.SearchStrategy[str] = pairs_of_marks) -> str:
    """*“The pier is shut,” Lee said*, and its variants."""
    pair = draw(marks)
    opening, closing = pair[0], pair[1:]
    said, name, cue = draw(clauses), draw(names), draw(st.sampled_from(CUES))
    words = f"{opening}{said[0].upper()}{said[1:]}"
    shape = draw(st.integers(0, 8))
    if shape == 0:
        return f"{words},{closing} {name} {cue}."
    if shape == 1:
        return f"{words},{closing} {cue} {name}."
    if shape == 2:
        return f"{name} {cue}, {words}.{closing}"
    if shape == 3:
        return f"{words},{closing} {name} {cue}, {opening}and {draw(clauses)}.{closing}"
    if shape == 4:
        return f"{name} {cue} it was {opening}{draw(st.sampled_from(PHRASES))}{closing}."
    if shape == 5:
        return f"{words}.{closing}"
    if shape == 6:
        return f"{name}: {words}.{closing}"
    if shape == 7:
        return f"{words}.{closing} — {name}"
    return f"{name} {cue} that {draw(clauses)} and {opening}{draw(clauses)}{closing}."


@st.composite
def told(draw: st.DrawFn) -> str:
    """A sentence without marks."""
    name, clause = draw(names), draw(clauses)
    shape = draw(st.integers(0, 7))
    if shape == 0:
        return f"{name} {draw(st.sampled_from(CUES))} that {clause}."
    if shape == 1:
        return f"According to {name}, {clause}."
    if shape == 2:
        return f"{clause[0].upper()}{clause[1:]}, {name} {draw(st.sampled_from(CUES))}."
    if shape in (3, 4):
        return f"{name} {draw(st.sampled_from(STANCES))} {draw(names)}."
    if shape == 5:
        return f"{name.upper()}: {clause[0].upper()}{clause[1:]}?"
    if shape == 6:
        return f"— {clause[0].upper()}{clause[1:]}, said {name}."
    return f"{name} {draw(st.sampled_from(['left', 'was told that', 'hopes to win', 'and']))}."


sentences = st.one_of(quoted(), told())
joints = st.sampled_from([" ", " ", " ", "\n", "\n\n", "\r\n", "\n\n"])


@st.composite
def joined(
    draw: st.DrawFn,
    parts: st.SearchStrategy[str],
    between: st.SearchStrategy[str] = joints,
    most: int = 8,
) -> str:
    """Sentences with blanks and line ends between them."""
    return "".join(part + draw(between) for part in draw(st.lists(parts, max_size=most)))


@st.composite
def garbled(draw: st.DrawFn, whole: st.SearchStrategy[str]) -> str:
    """A text into which odd things have fallen, and from which characters are lost."""
    text = draw(whole)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        lost = draw(st.integers(0, 2))
        thing = draw(st.sampled_from([*ODD, *SPACES, *MARKS, *STOPS, *SURROGATES]))
        text = text[:at] + thing + text[at + lost :]
    return text


prose = joined(sentences)
"""Sentences, most of them with something to find."""
pieces = st.sampled_from(
    [*MARKS, *NAMES, *CUES, *CLAUSES, *STANCES, *STOPS, *SPACES, *ODD, *SURROGATES]
)
soup = st.lists(st.tuples(pieces, st.sampled_from(["", " ", " "])).map("".join), max_size=40).map(
    "".join
)
"""All that quotekit looks at, in no order."""
characters = st.text(st.characters(), max_size=60)
texts = st.one_of(prose, garbled(prose), soup, characters)

plain_facts = st.lists(
    st.sampled_from(
        [
            "Rain fell on Saturday.", "Zoe Quill sold three boats in Tarn.", "The price of oats rose.",
            "Zoe Quill wrote that oats were dear.", "Snow is expected by the end of the week.",
        ]
    ),
    min_size=1, max_size=4,
).map(" ".join)  # fmt: skip
"""No marks, and nobody of `NAMES`."""
in_curly_marks = joined(st.one_of(quoted(st.just("“”")), told()))
"""Marks balanced and not nested."""

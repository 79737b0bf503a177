"""Articles made up by the thousand: none like another, and always new names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice
from random import Random

SYLLABLES = (
    "ba be bor da del dun fa fen gal ha hol ka kor la lin mar mo nor pel ra ros sen tam vor wen"
)
TITLES = ["Mayor", "Councillor", "Dr.", "Mr.", "Ms.", "Professor"]
BODIES = ["Trust", "Council", "Company", "Union", "Society"]
THINGS = ["pier", "harbour", "school", "library", "bridge", "tax", "plan", "report"]
ENDS = ["was closed", "would open in May", "had failed", "is safe", "will cost too much"]
SENTENCES = [
    "“The {thing} {end},” {title} {name} told reporters in {place} on Monday.",
    "{name} said that the {thing} {end} and that the {body} had been told.",
    "The {thing} near {place} dates from {year} and is looked after by the {body}.",
    "He denied that the {thing} {end}, but would not say whether the {body} knew.",
    "{title} {name} opposes the {body}. “It {end},” she said. “Nobody in {place} wants it.”",
    "According to the {body}, {number} people visited the {thing} in {place} last year.",
    "{name}, who leads the {body}, praised the “generous” people of {place}.",
]


def article(number: int, sentences: int = 4) -> str:
    """The same number gives the same article."""
    random = Random(number)
    cast = [f"{_word(random)} {_word(random)}" for _ in range(3)]
    body = f"{_word(random)} {random.choice(BODIES)}"
    lines = [
        sentence.format(
            name=random.choice(cast),
            title=random.choice(TITLES),
            body=body,
            place=_word(random),
            thing=random.choice(THINGS),
            end=random.choice(ENDS),
            year=random.randrange(1200, 2020),
            number=random.randrange(10, 100_000),
        )
        for sentence in islice(cycle(random.sample(SENTENCES, len(SENTENCES))), sentences)
    ]
    return "\n\n".join(" ".join(lines[at : at + 3]) for at in range(0, sentences, 3))


def articles(count: int) -> Iterator[str]:
    """As many, one after the other."""
    return map(article, range(count))


def text(characters: int, joint: str = "\n\n") -> str:
    """One text of about that length."""
    parts: list[str] = []
    length = 0
    while length < characters:
        parts.append(article(len(parts), sentences=9).replace("\n\n", joint))
        length += len(parts[-1]) + len(joint)
    return joint.join(parts)


def _word(random: Random) -> str:
    return "".join(random.choices(SYLLABLES.split(), k=random.randint(2, 4))).capitalize()

"""Who is on a page: the same name and the same colour everywhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from attrs import frozen

from quotekit.records import Entity, Mention, Quote

COLOURS = 10
"""So many can be told apart; ``page.css`` has them as ``c0`` to ``c9``."""

Who = Entity | str | None
"""An entity, else the words, else None: all that the text calls *the bill* share a line."""


@frozen
class Person:
    """Somebody who is quoted."""

    name: str
    initials: str
    colour: str
    """A class of the style sheet."""
    identified: bool
    quotes: tuple[int, ...]
    """The numbers of the quotations, from 1."""
    words: int
    """How many words they hold."""


def who(mention: Mention | None) -> Who:
    """Whom a page takes a mention to mean."""
    if mention is None:
        return None
    return mention.entity if mention.entity is not None else mention.span.text.casefold()


def cast_of(quotes: Iterable[Quote]) -> Mapping[Who, Person]:
    """By first quotation; those who are not identified come last and share one colour."""
    said: dict[Who, list[tuple[int, Quote]]] = defaultdict(list)
    for number, quote in enumerate(quotes, start=1):
        said[who(quote.speaker)].append((number, quote))
    known = [key for key in said if isinstance(key, Entity)]
    colours: dict[Who, str] = {key: f"c{number % COLOURS}" for number, key in enumerate(known)}
    by_identity = sorted(said, key=lambda key: key not in colours)
    return {key: _person(said[key], colours.get(key)) for key in by_identity}


def initials(name: str) -> str:
    """First letters of the first and the last name.

    >>> initials("Ann Marie Okafor"), initials("the Harbour Trust"), initials("Lee")
    ('AO', 'HT', 'L')
    """
    words = [word for word in name.split() if word[0].isupper()] or name.split() or ["?"]
    return "".join(word[0] for word in (words if len(words) < 2 else (words[0], words[-1])))


def _person(said: list[tuple[int, Quote]], colour: str | None) -> Person:
    speaker = said[0][1].speaker
    name = speaker.name if speaker is not None else "nobody named"
    return Person(
        name=name,
        initials=initials(name) if colour else "?",
        colour=colour or "nobody",
        identified=colour is not None,
        quotes=tuple(number for number, _ in said),
        words=sum(len(quote.text.split()) for _, quote in said),
    )

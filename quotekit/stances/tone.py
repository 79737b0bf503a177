"""Evaluative words about a target in what somebody says of it: below every relation."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import islice

from attrs import frozen

from quotekit.quotes import FoundQuote
from quotekit.records import Basis, StanceLabel
from quotekit.stances.party import Party
from quotekit.stances.records import FLIPPED, FoundStance
from quotekit.stances.view import View
from quotekit.stances.voices import Voices
from quotekit.syntax.records import Nominal, Range

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
CLAUSE_END = re.compile(r"[.;!?]\s|,? (?:but|while|because|although|which|who)\b")
DENIALS = frozenset({"not", "no", "never", "nor", "without", "hardly", "cannot"})
NEAR = 10
"""How many words of a clause are about its subject."""
REACH = 3
"""How many words back a denial is looked for."""


@frozen
class Tone:
    """Evaluative words by label; see ``lexicon/tone.toml``."""

    support: frozenset[str]
    oppose: frozenset[str]

    def label(self, word: str) -> StanceLabel | None:
        """What a word says of its target."""
        if word in self.support:
            return StanceLabel.SUPPORT
        return StanceLabel.OPPOSE if word in self.oppose else None


@cache
def tone() -> Tone:
    """The shipped words, read once."""
    path = files("quotekit.lexicon") / "tone.toml"
    tables = tomllib.loads(path.read_text("utf-8"))
    return Tone(*(frozenset(tables[label]["words"]) for label in ("support", "oppose")))


def verdict(text: str, place: Range) -> tuple[StanceLabel, Range] | None:
    """The label that the evaluative words of a stretch agree on, and the first that says so."""
    found: list[tuple[StanceLabel, Range]] = []
    before: list[str] = []
    for match in islice(WORD.finditer(text, *place), NEAR):
        word = match[0].lower().replace("’", "'")
        label = tone().label(word)
        if label is not None:
            denied = any(w in DENIALS or w.endswith("n't") for w in before[-REACH:])
            found.append((FLIPPED[label] if denied else label, match.span()))
        before.append(word)
    for label in (StanceLabel.SUPPORT, StanceLabel.OPPOSE):
        if 2 * sum(each is label for each, _ in found) > len(found):
            return next((each, span) for each, span in found if each is label)
    return None


def toned(
    text: str,
    views: Sequence[View],
    quotes: Sequence[FoundQuote],
    voices: Voices,
    toward: Party,
    by: Party | None,
) -> Iterator[FoundStance]:
    """*Lee said that Okafor had wrecked …*: what the clause about the target says of it."""
    for number, paragraph_row in sorted(toward.rows):
        nominal = views[number].nominal(paragraph_row)
        quote = voices.quote_at((nominal.start, nominal.end))
        if quote is None:
            continue
        holder = voices.cast.speaker(quote)
        if holder is None or (by is not None and not by.is_who(holder)) or toward.is_who(holder):
            continue
        if _is_detached(views[number], quotes[quote]):
            continue
        place = _about(text, views[number], nominal, quotes[quote])
        found = verdict(text, place) if place is not None else None
        if found is not None:
            yield FoundStance(
                found[0],
                Basis.TONE,
                holder,
                voices.cast.who(number, paragraph_row),
                found[1],
                quote,
                f"{found[0]}.tone.{text[slice(*found[1])].lower()}",
            )


def _is_detached(view: View, quote: FoundQuote) -> bool:
    """*according to Lee*, *the survey found*: information, not opinion."""
    report = quote.predication
    return report is not None and report.lemma in view.words.detached


def _about(text: str, view: View, nominal: Nominal, quote: FoundQuote) -> Range | None:
    """The clause in which the target is subject or object; of a subject what follows it."""
    if nominal.function not in ("subject", "object"):
        return None
    piece = next((p for p in quote.content if p[0] <= nominal.start < p[1]), None)
    if piece is None:
        return None
    end = CLAUSE_END.search(text, nominal.end, piece[1])
    stop = end.start() if end is not None else piece[1]
    if nominal.function == "subject":
        return nominal.end, stop
    starts = [m.end() for m in CLAUSE_END.finditer(text, piece[0], nominal.start)]
    words = list(WORD.finditer(text, starts[-1] if starts else piece[0], nominal.start))
    return (words[-REACH].start() if len(words) > REACH else piece[0]), stop

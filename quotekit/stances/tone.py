"""Evaluative words about a target in what somebody says of it: below every relation."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import islice

from attrs import frozen

from quotekit.lexicon import shipped
from quotekit.quotes import FoundQuote
from quotekit.records import Basis, StanceLabel
from quotekit.speakers import Who
from quotekit.stances.composition import composition
from quotekit.stances.parties import STEM
from quotekit.stances.party import Party
from quotekit.stances.records import FLIPPED, FoundStance
from quotekit.stances.view import View
from quotekit.stances.voices import Voices
from quotekit.syntax.records import Nominal, Predication, Range

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
REACH = 3
"""How many words back a denial is looked for."""
NEAR = 10
"""How many words of a clause are about its subject."""
TOPIC = ("of", "about")
"""*Lee said **of** Okafor: …*."""

BOTH = frozenset({StanceLabel.SUPPORT, StanceLabel.OPPOSE})
BLAME = frozenset({StanceLabel.OPPOSE})

Verdict = tuple[StanceLabel, Range]


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
    tables = shipped("tone.toml")
    return Tone(*(frozenset(tables[label]["words"]) for label in ("support", "oppose")))


def verdict(text: str, place: Range, without: Collection[Range] = ()) -> Verdict | None:
    """The label that the evaluative words of a stretch agree on, and the first that says so;
    ``without`` words that are about something else."""
    negative = composition().negative
    found: list[Verdict] = []
    before: list[str] = []
    for match in islice(WORD.finditer(text, *place), NEAR):
        word = match[0].lower().replace("’", "'")
        label = tone().label(word)
        if label is not None and match.span() not in without:
            denied = any(w in negative or w.endswith("n't") for w in before[-REACH:])
            found.append((FLIPPED[label] if denied else label, match.span()))
        before.append(word)
    for label in (StanceLabel.SUPPORT, StanceLabel.OPPOSE):
        if 2 * sum(each is label for each, _ in found) > len(found):
            return next((each, span) for each, span in found if each is label)
    return None


def advice(text: str, place: Range) -> Verdict | None:
    """*Lee **should** listen more*: to be told what to do is to be blamed."""
    match = WORD.search(text, *place)
    if match is None or match[0] not in composition().advising:
        return None
    return StanceLabel.OPPOSE, match.span()


@frozen(eq=False)
class Saying:
    """What somebody says about the target: where it stands, and who says it."""

    target: Who
    holder: Who | None
    quote: int | None
    place: Range
    aside: frozenset[Range] = frozenset()
    """Its words that are about something else."""
    labels: frozenset[StanceLabel] = BOTH
    """What its words can show: good words near a name are as often about something else."""
    otherwise: Verdict | None = None
    """*called Lee **“a sticking plaster”***: to call names is to mock."""


def toned(
    text: str,
    views: Sequence[View],
    quotes: Sequence[FoundQuote],
    voices: Voices,
    toward: Party,
    by: Party | None,
) -> Iterator[FoundStance]:
    """*Lee said that Okafor had wrecked …*, *Lee called Okafor reckless*."""
    for saying in _sayings(text, views, quotes, voices, toward):
        holder = saying.holder
        if holder is None or (by is not None and not by.is_who(holder)) or toward.is_who(holder):
            continue
        place = saying.place
        found = verdict(text, place, saying.aside) or advice(text, place) or saying.otherwise
        if found is not None and found[0] in saying.labels:
            label, word = found
            rule = f"{label}.tone.{text[slice(*word)].lower()}"
            yield FoundStance(label, Basis.TONE, holder, saying.target, word, saying.quote, rule)


def _sayings(
    text: str,
    views: Sequence[View],
    quotes: Sequence[FoundQuote],
    voices: Voices,
    toward: Party,
) -> Iterator[Saying]:
    cast = voices.cast
    for number, view in enumerate(views):
        for row, nominal in view.paragraph.nominals.items():
            if not toward.is_at(cast, number, row):
                continue
            at = voices.quote_at((nominal.start, nominal.end))
            target = voices.who(number, view, nominal, at)
            for naming in view.namers.get(row, ()):
                namer = view.paragraph.nominal(naming.agent)
                if namer is not None:
                    who = voices.who(number, view, namer, at)
                    named, holder = _name_given(view, nominal), voices.holder(at, who)
                    yield Saying(target, holder, at, named, otherwise=_mockery(view, naming))
            place = None if at is None else _clause_about(text, view, nominal, quotes[at])
            if at is not None and place is not None:
                aside = frozenset(_asides(view, place))
                yield Saying(target, cast.speaker(at), at, place, aside, BLAME)
    for at, quote in enumerate(quotes):
        topic = _topic(quote, views)
        if topic is not None and toward.is_at(cast, quote.paragraph, topic.head):
            target = cast.who(quote.paragraph, topic.head)
            for piece in quote.content:
                yield Saying(target, cast.speaker(at), at, piece)


def _mockery(view: View, naming: Predication) -> Verdict | None:
    """*called Lee “a sticking plaster”*; to call Lee is no mockery."""
    mocks = naming.lemma in view.words.calling and naming.argument("small") is not None
    return (StanceLabel.OPPOSE, naming.cue) if mocks else None


def _asides(view: View, place: Range) -> Iterator[Range]:
    """*was elected amid a **scandal***: the nouns behind prepositions."""
    for nominal in view.between(*place):
        if nominal.function == "oblique":
            for match in WORD.finditer(view.text, nominal.start, nominal.end):
                if match[0].lower()[:STEM] == nominal.lemma[:STEM]:
                    yield match.span()


def _topic(quote: FoundQuote, views: Sequence[View]) -> Nominal | None:
    """*Lee said **of Okafor**: …*."""
    report = quote.predication
    if report is None:
        return None
    arguments = (report.argument(preposition) for preposition in TOPIC)
    row = next((a.nominal for a in arguments if a is not None and a.nominal is not None), None)
    return views[quote.paragraph].paragraph.nominal(row)


def _name_given(view: View, nominal: Nominal) -> Range:
    """*called Okafor **a reckless liar***: the rest of the clause."""
    end = view.words.clause_end.search(view.text, nominal.end, view.paragraph.end)
    return nominal.end, end.start() if end is not None else view.paragraph.end


def _clause_about(text: str, view: View, nominal: Nominal, quote: FoundQuote) -> Range | None:
    """What follows the target in its clause."""
    report = quote.predication
    if report is not None and report.lemma in view.words.detached:
        return None  # "according to Lee", "the survey found": information, not opinion
    piece = next((p for p in quote.content if p[0] <= nominal.start < p[1]), None)
    nominal = view.whole(nominal)
    if nominal.function not in ("subject", "object") or piece is None:
        return None
    end = view.words.clause_end.search(text, nominal.end, piece[1])
    return nominal.end, end.start() if end is not None else piece[1]

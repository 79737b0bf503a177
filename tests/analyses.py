"""Analyses built by hand: what the outputs are tried on."""

from quotekit import (
    Act,
    Analysis,
    Basis,
    Entity,
    Mention,
    Quote,
    QuoteKind,
    Span,
    Stance,
    StanceLabel,
)

TEXT = (
    '"The pier is safe," Ann Okafor told Lee, "and it stays open." He doubted that. '
    "Okafor backs the Harbour Trust. He said that he backs it too."
)


def span(words: str, number: int = 0) -> Span:
    """The words' occurrence in TEXT with that number."""
    start = -1
    for _ in range(number + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words), words)


OKAFOR = Entity("Ann Okafor", "PERSON", (span("Ann Okafor"), span("Okafor", 1)))
LEE = Entity("Lee", None, (span("Lee"),))
TRUST = Entity("the Harbour Trust", "ORG", (span("the Harbour Trust"), span("it", 1)))

BACKS = Stance(
    label=StanceLabel.SUPPORT,
    basis=Basis.EXPRESSED,
    holder=Mention(span("Okafor", 1), OKAFOR, "name.part"),
    target=Mention(span("the Harbour Trust"), TRUST, "name"),
    evidence=span("backs"),
    reported_by=None,
    rule="support.verb.back",
)
HE_BACKS = Stance(
    label=StanceLabel.SUPPORT,
    basis=Basis.EXPRESSED,
    holder=Mention(span("he", TEXT.count("he", 0, TEXT.index("he backs")))),
    target=Mention(span("it", TEXT.count("it", 0, TEXT.index("it too"))), TRUST, "pronoun"),
    evidence=span("backs", 1),
    reported_by=Mention(span("He", 1)),
    rule="support.verb.back",
)
DIRECT = Quote(
    kind=QuoteKind.DIRECT,
    act=Act.SPEECH,
    content=(span("The pier is safe,"), span("and it stays open.")),
    cue=span("told"),
    speaker=Mention(span("Ann Okafor"), OKAFOR, "name"),
    addressee=Mention(span("Lee"), LEE, "name"),
    negated=False,
    stances=(),
    rule="verb.tell",
)
INDIRECT = Quote(
    kind=QuoteKind.INDIRECT,
    act=Act.SPEECH,
    content=(span("that he backs it too"),),
    cue=span("said"),
    speaker=Mention(span("He", 1)),
    addressee=None,
    negated=False,
    stances=(HE_BACKS,),
    rule="verb.say",
)
ANALYSIS = Analysis(
    TEXT, (DIRECT, INDIRECT), (BACKS, HE_BACKS), (OKAFOR, LEE, TRUST), "en_core_web_sm 3.8.0"
)
EMPTY = Analysis("", (), (), (), "en_core_web_sm 3.8.0")

"""The spaCy component ``quotekit``.

spaCy imports this module whenever it loads a pipeline, whether or not quotekit is in it: whatever
the component stands on is imported when one is made.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from quotekit.errors import InvalidInput, QuoteKitError
from quotekit.records import Act, Analysis, Basis, Quote, QuoteKind, Span, Stance

if TYPE_CHECKING:
    from quotekit.kit import QuoteKit

KEPT_AS = "quotekit"
"""The key in ``doc.user_data``: plain values, since records would not survive `Doc.to_bytes`."""


@Language.factory(
    "quotekit",
    assigns=["doc.spans", "doc._.quotes", "doc._.stances"],
    requires=["token.tag", "token.lemma", "token.dep", "token.head", "doc.sents", "doc.ents"],
    default_config={
        "spans_key": "quotekit",
        "kinds": [kind.value for kind in QuoteKind],
        "acts": [Act.SPEECH.value, Act.THOUGHT.value],
        "stances": True,
        "bases": [Basis.EXPRESSED.value, Basis.DEED.value],
        "lexicon": None,
        "coref": None,
    },
)
def create(
    nlp: Language,
    name: str,
    spans_key: str,
    kinds: list[str],
    acts: list[str],
    stances: bool,
    bases: list[str],
    lexicon: str | None,
    coref: Callable[[Any], Any] | None,
) -> "Component":
    """A component of a pipeline, with the options of `quotekit.QuoteKit`.

    ``lexicon`` is a TOML file whose entries are added to the default ones. ``doc.spans[spans_key]``
    holds contents labelled by kind, and cues, speakers and addressees; those of one quotation share
    an id. Spans cover whole tokens; ``doc._.quotes`` has the characters.
    """
    from quotekit.document import model_name
    from quotekit.kit import QuoteKit
    from quotekit.lexicon import Lexicon

    words = Lexicon.default().extended(lexicon) if lexicon is not None else None
    kit = QuoteKit(
        kinds=kinds, acts=acts, stances=stances, bases=bases, lexicon=words, coref=coref
    )  # fmt: skip
    _extend("quotes", _quotes)
    _extend("stances", _stances)
    return Component(kit, model_name(nlp), spans_key)


class Component:
    """Writes what a kit finds into Docs."""

    def __init__(self, kit: "QuoteKit", model: str, spans_key: str) -> None:
        self.kit, self.model, self.spans_key = kit, model, spans_key

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc, with spans, and with the quotations and stances as plain values."""
        analysis = self.kit.analyze(doc)
        data = {**analysis.to_dict(), "model": self.model}
        del data["text"]
        doc.user_data[KEPT_AS] = data
        doc.spans[self.spans_key] = list(_spans(doc, analysis.quotes))
        return doc


def _spans(doc: Doc, quotes: Sequence[Quote]) -> Iterator[DocSpan]:
    for number, quote in enumerate(quotes):
        for place, label in _labelled(quote):
            span = doc.char_span(
                place.start, place.end, label, span_id=f"quote-{number}", alignment_mode="expand"
            )
            if span is not None:
                yield span


def _labelled(quote: Quote) -> Iterator[tuple[Span, str]]:
    for piece in quote.content:
        yield piece, quote.kind.value
    if quote.cue is not None:
        yield quote.cue, "cue"
    for mention, label in ((quote.speaker, "speaker"), (quote.addressee, "addressee")):
        if mention is not None:
            yield mention.span, label


def _quotes(doc: Doc) -> tuple[Quote, ...]:
    return _kept(doc).quotes


def _stances(doc: Doc) -> tuple[Stance, ...]:
    return _kept(doc).stances


def _kept(doc: Doc) -> Analysis:
    if KEPT_AS not in doc.user_data:
        raise InvalidInput(
            'this Doc holds no quotations: run a pipeline with the component "quotekit" on it, and '
            "store Docs with their user data: DocBin(store_user_data=True)"
        )
    return Analysis.from_dict({**doc.user_data[KEPT_AS], "text": doc.text})


def _extend(name: str, getter: Callable[[Doc], Any]) -> None:
    """Anybody else's extension of that name stays."""
    if not Doc.has_extension(name):
        Doc.set_extension(name, getter=getter)
    elif Doc.get_extension(name)[2] is not getter:
        raise QuoteKitError(
            f"doc._.{name} is taken: an extension of that name has been set by other code; "
            f'remove it first: Doc.remove_extension("{name}")'
        )

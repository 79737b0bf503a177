"""The spaCy component ``quotekit``.

spaCy imports this module whenever it loads a pipeline, whether or not quotekit is in it: whatever
the component stands on is imported when one is made.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from attrs import evolve
from spacy.language import Language
from spacy.tokens import Doc

from quotekit.errors import QuoteKitError
from quotekit.records import Act, Basis, Quote, QuoteKind, Stance

if TYPE_CHECKING:
    from quotekit.kit import QuoteKit


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

    kit = QuoteKit(
        kinds=kinds,
        acts=acts,
        stances=stances,
        bases=bases,
        lexicon=Lexicon.default().extended(lexicon) if lexicon is not None else None,
        coref=coref,
    )
    _extend("quotes", _quotes)
    _extend("stances", _stances)
    return Component(kit, model_name(nlp), spans_key)


class Component:
    """Writes what a kit finds into Docs."""

    def __init__(self, kit: "QuoteKit", model: str, spans_key: str) -> None:
        self.kit, self.model, self.spans_key = kit, model, spans_key

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc, with spans, and with the quotations and stances as plain values."""
        from quotekit.outputs.docs import write

        write(evolve(self.kit.analyze(doc), model=self.model), doc, self.spans_key)
        return doc


def _quotes(doc: Doc) -> tuple[Quote, ...]:
    from quotekit.outputs.docs import kept

    return kept(doc).quotes


def _stances(doc: Doc) -> tuple[Stance, ...]:
    from quotekit.outputs.docs import kept

    return kept(doc).stances


def _extend(name: str, getter: Callable[[Doc], Any]) -> None:
    """Anybody else's extension of that name stays."""
    if not Doc.has_extension(name):
        Doc.set_extension(name, getter=getter)
    elif Doc.get_extension(name)[2] is not getter:
        raise QuoteKitError(
            f"doc._.{name} is taken: an extension of that name has been set by other code; "
            f'remove it first: Doc.remove_extension("{name}")'
        )

"""The public records: typed, frozen, free of spaCy objects.

Offsets are character offsets into the given text, end exclusive: ``text[s.start:s.end] == s.text``.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

if TYPE_CHECKING:
    import pandas
    import polars
    from spacy.language import Language
    from spacy.tokens import Doc


class QuoteKind(StrEnum):
    """How much of the content is verbatim."""

    DIRECT = "direct"
    """All of it: in quotation marks, or set off as transcript or dash dialogue."""
    MIXED = "mixed"
    """A part of it stands in quotation marks."""
    INDIRECT = "indirect"
    """None of it."""


class Act(StrEnum):
    """What the cue reports."""

    SPEECH = "speech"
    """Words said or written: *said, wrote, according to*."""
    THOUGHT = "thought"
    """Belief or intention: *believes, hopes, plans to*."""
    ATTITUDE = "attitude"
    """A position taken without a content clause: *opposes the ban, praised the deal*."""


class StanceLabel(StrEnum):
    """Where a holder stands toward a target."""

    SUPPORT = "support"
    OPPOSE = "oppose"
    NEUTRAL = "neutral"


class Basis(StrEnum):
    """What a stance rests on."""

    EXPRESSED = "expressed"
    """The holder says, feels, votes or endorses it."""
    DEED = "deed"
    """The holder does it: attacked, sued, helped, sanctioned."""
    TONE = "tone"
    """Evaluative words about the target."""


@frozen(cache_hash=True)
class Span:
    """A stretch of the given text.

    >>> Span(0, 3, "Lee")
    Span(start=0, end=3, text='Lee')
    """

    start: int
    end: int
    text: str


@frozen(cache_hash=True)
class Entity:
    """One person, organisation, place or group of the article."""

    name: str
    """The fullest of its names."""
    label: str | None
    """As spaCy's NER has it (PERSON, ORG, GPE, …), where known."""
    mentions: tuple[Span, ...]
    """All words that name it or refer to it, in the order of the text."""


@frozen(cache_hash=True)
class Mention:
    """The words that stand for somebody, and who that is."""

    span: Span
    """The whole noun phrase, without a relative clause."""
    entity: Entity | None = None
    """None for a pronoun that nothing fits, an unnamed source that nothing refers back to."""
    rule: str | None = None
    """The rule that resolved it."""

    @property
    def name(self) -> str:
        """The entity's name, else the words themselves.

        >>> Mention(Span(0, 2, "he"), Entity("Ann Lee", "PERSON", ())).name
        'Ann Lee'
        """
        return self.entity.name if self.entity is not None else self.span.text

    @property
    def resolved(self) -> bool:
        """Whether the entity behind the words is known."""
        return self.entity is not None


@frozen(cache_hash=True)
class Stance:
    """Holder → target: support, oppose or neutral, with the words that decided it."""

    label: StanceLabel
    basis: Basis | None
    """None for a neutral answer without evidence."""
    holder: Mention | None
    """None: the author of the text."""
    target: Mention
    evidence: Span | None
    """The words that decided."""
    reported_by: Mention | None
    """In whose quotation it stands; None: in the author's own words."""
    rule: str
    """The lexicon entry and the steps of composition: ``support.verb.back + negation``."""


@frozen(cache_hash=True)
class Quote:
    """One quotation: words or thought attributed to a source."""

    kind: QuoteKind
    act: Act
    content: tuple[Span, ...]
    """What was said, in one or more pieces: "A," she said, "B"."""
    cue: Span | None
    """The words that attribute it; None where the text leaves that to the reader."""
    speaker: Mention | None
    addressee: Mention | None
    negated: bool
    """Whether the attribution is denied: *would not say whether …*."""
    stances: tuple[Stance, ...]
    """The speaker's own, expressed in this quotation."""
    rule: str
    """The lexicon entry, its tier and the construction that was read."""

    @property
    def start(self) -> int:
        """Where the content starts."""
        return self.content[0].start

    @property
    def end(self) -> int:
        """Where the content ends, exclusive."""
        return self.content[-1].end

    @property
    def text(self) -> str:
        """The pieces of the content, joined by a space."""
        return " ".join(piece.text for piece in self.content)


@frozen(cache_hash=True)
class Analysis:
    """All that quotekit read from one text."""

    text: str = field(repr=False)
    quotes: tuple[Quote, ...]
    """By (start, -end): an embedded quotation comes after the one that holds it."""
    stances: tuple[Stance, ...]
    """By the start of the evidence."""
    entities: tuple[Entity, ...]
    """By first mention."""
    model: str
    """Name and version of the spaCy model, since rules drift with parsers."""

    def to_dict(self) -> dict[str, Any]:
        """Plain data: dicts, lists, strings, numbers, booleans and None.

        The keys are the records' fields, and ``schema``, the version of the shape; a mention's
        ``entity`` is an index into ``entities``.

        >>> Analysis("Rain.", (), (), (), "en_core_web_sm 3.8.0").to_dict()["schema"]
        1
        """
        from quotekit.outputs.data import to_data

        return to_data(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Analysis:
        """The inverse of `to_dict`; keys that it does not know are passed over.

        Raises `InvalidInput` for another schema version, missing keys, wrong types, an entity index
        out of range, and a span that is not the text at its offsets.

        >>> analysis = Analysis("Rain.", (), (), (), "en_core_web_sm 3.8.0")
        >>> Analysis.from_dict(analysis.to_dict()) == analysis
        True
        """
        from quotekit.outputs.data import from_data

        return from_data(data)

    def to_json(self) -> str:
        """`to_dict` as one line of JSON.

        >>> print(Analysis("Rain.", (), (), (), "m 1").to_json())
        {"schema": 1, "text": "Rain.", "quotes": [], "stances": [], "entities": [], "model": "m 1"}
        """
        from quotekit.outputs.data import to_json

        return to_json(self)

    @classmethod
    def from_json(cls, line: str | bytes) -> Analysis:
        """The inverse of `to_json`; raises `InvalidInput` as `from_dict` does.

        >>> Analysis.from_json(Analysis("Rain.", (), (), (), "m 1").to_json()).text
        'Rain.'
        """
        from quotekit.outputs.data import from_json

        return from_json(line)

    def to_rows(self) -> list[dict[str, Any]]:
        """Flat dicts for a data frame, one a quotation and one a stance, all with the same keys.

        ``record`` is ``quote`` or ``stance``; keys that do not belong to it are None. ``speaker``,
        ``addressee``, ``holder`` and ``target`` are names of entities, None where nobody knows who
        it is (*he*, *a spokesman*), so that strangers are not merged; ``speaker_mention`` and its
        like are the words of the text. A stance's ``text`` is its evidence and its ``speaker`` the
        one who reports it.

        >>> said = Quote(QuoteKind.INDIRECT, Act.SPEECH, (Span(8, 19, "that it was"),),
        ...     Span(3, 7, "said"), Mention(Span(0, 2, "He")), None, False, (), "verb.say")
        >>> [row] = Analysis("He said that it was.", (said,), (), (), "m 1").to_rows()
        >>> row["text"], row["speaker"], row["speaker_mention"]
        ('that it was', None, 'He')
        """
        from quotekit.outputs.tables import rows

        return rows(self)

    def to_pandas(self) -> pandas.DataFrame:
        """`to_rows` as a pandas frame: nullable types, all columns even where nothing was found.

        Raises `MissingExtra` where the extra ``pandas`` is not installed.
        """
        from quotekit.outputs.frames import to_pandas

        return to_pandas(self.to_rows())

    def to_polars(self) -> polars.DataFrame:
        """`to_rows` as a polars frame: a fixed schema, all columns even where nothing was found.

        Raises `MissingExtra` where the extra ``polars`` is not installed.
        """
        from quotekit.outputs.frames import to_polars

        return to_polars(self.to_rows())

    def summary(self) -> list[dict[str, Any]]:
        """Who stands where: one dict a holder, target, label and basis, by first evidence.

        Keys: ``holder`` (None: the author of the text), ``target``, ``label``, ``basis``,
        ``count``, ``evidence`` (the words of each, in the order of the text). Holders and targets
        are their entities' names, else the words; unresolved ones are never counted together.

        >>> text = "Lee backs the Trust."
        >>> lee, trust = Mention(Span(0, 3, "Lee")), Mention(Span(10, 19, "the Trust"))
        >>> backs = Stance(StanceLabel.SUPPORT, Basis.EXPRESSED, lee, trust,
        ...     Span(4, 9, "backs"), None, "support.verb.back")
        >>> Analysis(text, (), (backs,), (), "m 1").summary()
        [{'holder': 'Lee', 'target': 'the Trust', 'label': 'support', 'basis': 'expressed',
          'count': 1, 'evidence': ['backs']}]
        """
        from quotekit.outputs.tables import summary

        return summary(self.stances)

    def to_displacy(self) -> dict[str, Any]:
        """What ``spacy.displacy.render(…, style="span", manual=True)`` draws.

        Labels: a content's kind, ``cue``, ``speaker``, and at a stance's evidence its label.

        >>> Analysis("Rain.", (), (), (), "m 1").to_displacy()["tokens"]
        ['Rain', '.']
        """
        from quotekit.outputs.displacy import displacy_spans

        return displacy_spans(self)

    def to_brat(self) -> str:
        """The ``.ann`` file of brat standoff; ``text``, written with ``newline=""``, is the other.

        Quotations and stances are events; ``quotekit/outputs/annotation.conf`` declares them.

        >>> said = Quote(QuoteKind.INDIRECT, Act.SPEECH, (Span(8, 19, "that it was"),),
        ...     Span(3, 7, "said"), None, None, False, (), "verb.say")
        >>> print(Analysis("He said that it was.", (said,), (), (), "m 1").to_brat().expandtabs(4))
        T1  Cue 3 7 said
        T2  Indirect 8 19   that it was
        E1  Indirect:T2 Cue:T1
        A1  Act E1 speech
        #1  AnnotatorNotes E1   verb.say
        """
        from quotekit.outputs.brat import to_brat

        return to_brat(self)

    def to_doc(self, nlp: Language) -> Doc:
        """A spaCy Doc for annotators, to be collected in a ``DocBin(store_user_data=True)``.

        It has the tokens of the pipeline's tokenizer and nothing else of it; ``spacy.blank("en")``
        will do. ``doc.spans["quotekit"]`` holds what the spaCy component would write, and so does
        ``doc.user_data``.

        >>> import spacy
        >>> said = Quote(QuoteKind.INDIRECT, Act.SPEECH, (Span(8, 19, "that it was"),),
        ...     Span(3, 7, "said"), None, None, False, (), "verb.say")
        >>> doc = Analysis("He said that it was.", (said,), (), (), "m 1").to_doc(spacy.blank("en"))
        >>> [(span.label_, span.text) for span in doc.spans["quotekit"]]
        [('indirect', 'that it was'), ('cue', 'said')]
        """
        from quotekit.outputs.docs import to_doc

        return to_doc(self, nlp)

    def to_html(self) -> str:
        """A page to look at: the text with its quotations, who said what, and who stands where.

        One HTML document that fetches nothing and runs nothing; write it to a file as UTF-8.

        >>> print(Analysis("Rain.", (), (), (), "m 1").to_html().splitlines()[0])
        <!doctype html>
        """
        from quotekit.outputs.page import page

        return page(self)

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from quotekit.outputs.page import frame

        return frame(self)

"""`QuoteKit`: configured once, reused for any number of texts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

from attrs import field, frozen

from quotekit.errors import InvalidInput
from quotekit.lexicon import Lexicon
from quotekit.records import Act, Analysis, Basis, QuoteKind, Stance

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from quotekit.reading import Coref, Reading

    Place = str | tuple[int, int]

Member = TypeVar("Member", QuoteKind, Act, Basis)
ALL_KINDS = frozenset(QuoteKind)
DEFAULT_ACTS = frozenset({Act.SPEECH, Act.THOUGHT})
DEFAULT_BASES = frozenset({Basis.EXPRESSED, Basis.DEED})


def _kinds(values: Collection[QuoteKind]) -> frozenset[QuoteKind]:
    return _members(QuoteKind, values)


def _acts(values: Collection[Act]) -> frozenset[Act]:
    return _members(Act, values)


def _bases(values: Collection[Basis]) -> frozenset[Basis]:
    return _members(Basis, values)


def _members(enum: type[Member], values: Collection[Member]) -> frozenset[Member]:
    try:
        return frozenset(map(enum, [values] if isinstance(values, str) else values))
    except (TypeError, ValueError):
        known = ", ".join(member.value for member in enum)
        raise InvalidInput(
            f"{values!r}: expected a collection of {enum.__name__}: {known}"
        ) from None


@frozen(kw_only=True)
class QuoteKit:
    """Finds quotations, speakers and stances in English text.

    It is configured once and can be shared by threads; it pickles as its configuration. The spaCy
    model is loaded on the first use.

    >>> kit = QuoteKit(kinds={QuoteKind.DIRECT})
    >>> [quote.speaker.name for quote in kit.analyze("“It works,” Ann Lee said.").quotes]
    ['Ann Lee']
    """

    model: str | Language | None = None
    """A spaCy pipeline or its name; None: the official ``en_core_web_sm``, else its re-upload."""
    kinds: Collection[QuoteKind] = field(default=ALL_KINDS, converter=_kinds)
    """The kinds of quotation that come out."""
    acts: Collection[Act] = field(default=DEFAULT_ACTS, converter=_acts)
    """The acts that come out; attitudes feed the stances all the same."""
    stances: bool = True
    """Whether stances are read."""
    bases: Collection[Basis] = field(default=DEFAULT_BASES, converter=_bases)
    """What the stances of `analyze` may rest on; `classify_stance` uses every basis."""
    lexicon: Lexicon | None = None
    """None: `Lexicon.default`."""
    coref: Coref | None = None
    """Another coreference resolver: a callable from a Doc to clusters of (start, end)
    characters."""

    @property
    def _words(self) -> Lexicon:
        return self.lexicon if self.lexicon is not None else Lexicon.default()

    @property
    def _nlp(self) -> Language:
        from quotekit.document import load_model
        from quotekit.document.model import checked

        if self.model is None or isinstance(self.model, str):
            return load_model(self.model)
        return checked(self.model)

    def analyze(self, text: str | Doc) -> Analysis:
        """Quotations, stances and entities of one text, in one pass.

        A given `Doc` keeps its own parse. Raises `InvalidInput` where it is neither text nor Doc.
        """
        return self._assembled(self._read(text))

    def classify_stance(
        self, text: str | Doc, target: Place, holder: Place | None = None
    ) -> Stance:
        """Where the holder stands toward the target; neutral where nothing speaks.

        A string means every whole-word occurrence and the entity behind it; offsets (start, end)
        mean
        the entity that covers them, else the words. ``holder=None``: whoever holds one. Raises
        `InvalidInput` for a name that is not in the text, a bad range, or a holder that is the
        target.
        """
        from quotekit.assemble import assemble_stance
        from quotekit.stances import classify

        reading = self._read(text)
        found = classify(
            reading.text,
            reading.paragraphs,
            reading.quotes,
            reading.cast,
            self._words,
            target,
            holder,
        )
        return assemble_stance(reading, found)

    @overload
    def pipe(
        self,
        texts: Iterable[str | Doc],
        *,
        batch_size: int = ...,
        n_process: int = ...,
        as_tuples: Literal[False] = ...,
        on_error: Any = ...,
    ) -> Iterator[Analysis]: ...
    @overload
    def pipe(
        self,
        texts: Iterable[tuple[str | Doc, Any]],
        *,
        batch_size: int = ...,
        n_process: int = ...,
        as_tuples: Literal[True],
        on_error: Any = ...,
    ) -> Iterator[tuple[Analysis, Any]]: ...
    def pipe(
        self,
        texts: Iterable[Any],
        *,
        batch_size: int = 64,
        n_process: int = 1,
        as_tuples: bool = False,
        on_error: Any = None,
    ) -> Iterator[Any]:
        """The analyses of many texts, in order, streamed; ``batch_size`` counts paragraphs.

        With ``as_tuples`` the input is (text, anything) and the output (analysis, anything).
        """
        if on_error is not None:
            raise NotImplementedError("on_error is not available yet: leave it out")
        if batch_size < 1 or n_process < 1:
            raise InvalidInput(f"{batch_size=}, {n_process=}: both must be at least 1")
        if as_tuples:
            from itertools import tee

            pairs, contexts = tee(texts)
            analyses = self.pipe(
                (text for text, _ in pairs), batch_size=batch_size, n_process=n_process
            )
            return zip(analyses, (context for _, context in contexts), strict=True)
        return self._pipe(texts, batch_size, n_process)

    def _pipe(
        self, texts: Iterable[str | Doc], batch_size: int, n_process: int
    ) -> Iterator[Analysis]:
        from quotekit.reading import read_texts

        if n_process > 1:
            from multiprocessing import get_context

            with get_context("spawn").Pool(n_process) as pool:
                yield from pool.imap(self.analyze, texts, chunksize=8)
            return
        for reading in read_texts(
            self._nlp, map(_checked_text, texts), self._words, self.coref, batch_size
        ):
            yield self._assembled(reading)

    def _read(self, text: str | Doc) -> Reading:
        from quotekit.reading import read_doc, read_texts

        if not isinstance(text, str) and hasattr(text, "to_array"):
            return read_doc(text, self._words, self.coref)
        return next(read_texts(self._nlp, [_checked_text(text)], self._words, self.coref, 64))

    def _assembled(self, reading: Reading) -> Analysis:
        from quotekit.assemble import assemble
        from quotekit.document import model_name
        from quotekit.stances import find_stances

        found = (
            find_stances(
                reading.text,
                reading.paragraphs,
                reading.quotes,
                reading.cast,
                self._words,
                self.bases,
            )
            if self.stances
            else []
        )
        return assemble(reading, found, self.kinds, self.acts, model_name(self._nlp))


def _checked_text(text: object) -> str:
    if not isinstance(text, str):
        raise InvalidInput(
            f"expected a text or a spaCy Doc, got {type(text).__name__}: {text!r:.60}"
        )
    return text

"""`QuoteKit`: configured once, reused for any number of texts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from traceback import clear_frames
from typing import TYPE_CHECKING, Any, Literal, NoReturn, TypeGuard, TypeVar, overload

from attrs import field, frozen

from quotekit.errors import InvalidInput
from quotekit.lexicon import Lexicon
from quotekit.records import Act, Analysis, Basis, QuoteKind, Stance

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from quotekit.reading import Coref, Reading
    from quotekit.scope import Scope

    Place = str | tuple[int, int]

Context = TypeVar("Context")
Value = TypeVar("Value")
Member = TypeVar("Member", QuoteKind, Act, Basis)
ALL_KINDS = frozenset(QuoteKind)
DEFAULT_ACTS = frozenset({Act.SPEECH, Act.THOUGHT})
DEFAULT_BASES = frozenset({Basis.EXPRESSED, Basis.DEED})


def _kinds(values: Collection[str]) -> frozenset[QuoteKind]:
    return _members(QuoteKind, values)


def _acts(values: Collection[str]) -> frozenset[Act]:
    return _members(Act, values)


def _bases(values: Collection[str]) -> frozenset[Basis]:
    return _members(Basis, values)


def _members(enum: type[Member], values: Collection[str]) -> frozenset[Member]:
    try:
        return frozenset(map(enum, [values] if isinstance(values, str) else values))
    except (TypeError, ValueError):
        known = ", ".join(member.value for member in enum)
        raise InvalidInput(
            f"{values!r}: expected a collection of {enum.__name__}: {known}"
        ) from None


def _expecting(expected: str, fits: Callable[[Any], bool]) -> Callable[[Any, Any, Any], None]:
    def check(_: Any, option: Any, value: Any) -> None:
        if not fits(value):
            raise InvalidInput(f"{option.name}={value!r:.60}: expected {expected}")

    return check


def _is_model(value: Any) -> bool:
    """Without importing spaCy."""
    return value is None or isinstance(value, str) or hasattr(value, "pipe_names")


_model = _expecting("a spaCy pipeline, its name, or None", _is_model)
_switch = _expecting("True or False", lambda value: isinstance(value, bool))
_lexicon = _expecting(
    "a Lexicon, or None", lambda value: value is None or isinstance(value, Lexicon)
)
_function = _expecting(
    "a function of a Doc, or None", lambda value: value is None or callable(value)
)


@frozen(kw_only=True)
class QuoteKit:
    """Finds quotations, speakers and stances in English text.

    It is configured once and can be shared by threads; it pickles as its configuration. The spaCy
    model is loaded on the first use.

    A kit for direct quotations without stances is two to three times as fast: it parses only
    paragraphs where marks may hold all that somebody says (no scare quotes), and of a conversation
    those beside them. In the rest it reads no more than names and pronouns, so that its entities
    have fewer mentions, and no labels but those that the words themselves tell.

    >>> kit = QuoteKit(kinds={QuoteKind.DIRECT})
    >>> [quote.speaker.name for quote in kit.analyze("“It works,” Ann Lee said.").quotes]
    ['Ann Lee']
    """

    model: str | Language | None = field(default=None, validator=_model)
    """A spaCy pipeline or its name; None: the official ``en_core_web_sm``, else its re-upload."""
    kinds: Collection[QuoteKind] = field(default=ALL_KINDS, converter=_kinds)
    """The kinds of quotation that come out."""
    acts: Collection[Act] = field(default=DEFAULT_ACTS, converter=_acts)
    """The acts that come out; attitudes feed the stances all the same."""
    stances: bool = field(default=True, validator=_switch)
    """Whether stances are read."""
    bases: Collection[Basis] = field(default=DEFAULT_BASES, converter=_bases)
    """What the stances of `analyze` may rest on; `classify_stance` uses every basis."""
    lexicon: Lexicon | None = field(default=None, validator=_lexicon)
    """None: `Lexicon.default`."""
    coref: Coref | None = field(default=None, validator=_function)
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
        reading = next(self._readings([text], self._scope))
        return self._assembled(reading, self._model_of(text))

    def classify_stance(
        self, text: str | Doc, target: Place, holder: Place | None = None
    ) -> Stance:
        """Where the holder stands toward the target; neutral where nothing speaks.

        A string means every whole-word occurrence and the entity behind it; offsets (start, end)
        mean the entity that covers them, else the words. ``holder=None``: whoever holds one. Raises
        `InvalidInput` for a name that is not in the text, a bad range, or a holder that is the
        target.
        """
        from quotekit.assemble import assemble_stance
        from quotekit.scope import ANSWER
        from quotekit.stances import classify

        reading = next(self._readings([text], ANSWER))
        found = classify(
            reading.plain,
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
        on_error: None = ...,
    ) -> Iterator[Analysis]: ...
    @overload
    def pipe(
        self,
        texts: Iterable[Any],
        *,
        batch_size: int = ...,
        n_process: int = ...,
        as_tuples: Literal[False] = ...,
        on_error: Callable[[Any, Exception], Value],
    ) -> Iterator[Analysis | Value]: ...
    @overload
    def pipe(
        self,
        texts: Iterable[tuple[str | Doc, Context]],
        *,
        batch_size: int = ...,
        n_process: int = ...,
        as_tuples: Literal[True],
        on_error: None = ...,
    ) -> Iterator[tuple[Analysis, Context]]: ...
    @overload
    def pipe(
        self,
        texts: Iterable[tuple[Any, Context]],
        *,
        batch_size: int = ...,
        n_process: int = ...,
        as_tuples: Literal[True],
        on_error: Callable[[Any, Exception], Value],
    ) -> Iterator[tuple[Analysis | Value, Context]]: ...
    def pipe(
        self,
        texts: Iterable[Any],
        *,
        batch_size: int = 64,
        n_process: int = 1,
        as_tuples: bool = False,
        on_error: Callable[[Any, Exception], Any] | None = None,
    ) -> Iterator[Any]:
        """The analyses of many texts, streamed, in order; memory does not grow with their number.

        Texts are taken ``batch_size`` at a time (fewer, where they are long). ``n_process`` starts
        that many fresh Python processes, each with a model of its own; a script that asks for more
        than one needs ``if __name__ == "__main__":`` around it. With ``as_tuples`` the input is
        (text, anything) and the output (analysis, anything).

        A text that cannot be analysed raises when its turn comes, or goes to
        ``on_error(text, exception)``, and what that returns takes its place; the texts around it
        are analysed all the same. Raises `InvalidInput` at the call for options that cannot be
        used.

        >>> kit = QuoteKit()
        >>> for found in kit.pipe(["“No,” Lee said.", None], on_error=lambda text, error: error):
        ...     print(found if isinstance(found, Exception) else found.quotes[0].speaker.name)
        Lee
        expected a text or a spaCy Doc, got NoneType: None
        """
        for name, number in (("batch_size", batch_size), ("n_process", n_process)):
            if not isinstance(number, int) or number < 1:
                raise InvalidInput(f"{name}={number!r}: expected a whole number of at least 1")
        if on_error is not None and not callable(on_error):
            raise InvalidInput(f"{on_error=}: expected a function of (text, exception), or None")
        if isinstance(texts, str):
            raise InvalidInput("pipe takes many texts: wrap the one in a list, or use analyze")
        if not isinstance(texts, Iterable):
            raise InvalidInput(f"pipe takes many texts, not {texts!r:.60}")
        return self._piped(texts, batch_size, n_process, as_tuples, on_error or _raise)

    def _piped(
        self,
        texts: Iterable[Any],
        batch_size: int,
        n_process: int,
        as_tuples: bool,
        on_error: Callable[[Any, Exception], Any],
    ) -> Iterator[Any]:
        from quotekit.stream import analysed

        pairs = texts if as_tuples else ((text, None) for text in texts)
        for found, (text, context) in analysed(self._batch, pairs, batch_size, n_process):
            result = on_error(text, found) if isinstance(found, Exception) else found
            yield (result, context) if as_tuples else result

    def _batch(self, texts: Sequence[Any]) -> list[Analysis | Exception]:
        """The analyses, and errors where none can be; a batch that fails is tried in halves."""
        try:
            readings = zip(texts, self._readings(texts, self._scope), strict=True)
            return [self._assembled(reading, self._model_of(text)) for text, reading in readings]
        except Exception as error:
            # their locals may hold Docs, of which nothing is left
            clear_frames(error.__traceback__)
            if len(texts) == 1:
                return [error]
        half = len(texts) // 2
        return self._batch(texts[:half]) + self._batch(texts[half:])

    @property
    def _scope(self) -> Scope:
        from quotekit.scope import ANALYSIS, DIRECT, QUOTATIONS

        if self.stances:
            return ANALYSIS
        return DIRECT if self.kinds == {QuoteKind.DIRECT} else QUOTATIONS

    def _readings(self, texts: Sequence[str | Doc], scope: Scope) -> Iterator[Reading]:
        from quotekit.reading import read_doc, read_texts

        plain = [_checked_text(text) for text in texts if not _is_doc(text)]
        readings = (
            read_texts(plain, self._words, self.coref, scope, self._nlp) if plain else iter(())
        )
        for text in texts:
            yield (
                read_doc(text, self._words, self.coref, scope) if _is_doc(text) else next(readings)
            )

    def _model_of(self, text: str | Doc) -> str:
        from quotekit.document import maker_of, model_name

        if not _is_doc(text):
            return model_name(self._nlp)
        return maker_of(text, self.model)

    def _assembled(self, reading: Reading, model: str) -> Analysis:
        from quotekit.assemble import assemble
        from quotekit.stances import find_stances

        found = (
            find_stances(
                reading.plain,
                reading.paragraphs,
                reading.quotes,
                reading.cast,
                self._words,
                self.bases,
            )
            if self.stances
            else []
        )
        return assemble(reading, found, self.kinds, self.acts, model)


def _is_doc(text: object) -> TypeGuard[Doc]:
    """Without importing spaCy."""
    return not isinstance(text, str) and hasattr(text, "to_array")


def _checked_text(text: object) -> str:
    if not isinstance(text, str):
        raise InvalidInput(
            f"expected a text or a spaCy Doc, got {type(text).__name__}: {text!r:.60}"
        )
    return text


def _raise(_: Any, error: Exception) -> NoReturn:
    raise error

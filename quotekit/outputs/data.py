"""Analyses as plain data and JSON, and back.

A mention refers to its entity by index into ``entities``. Reading checks types, indices, and that
each span is the text at its offsets.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import TYPE_CHECKING, Any

from attrs import frozen

from quotekit.errors import InvalidInput
from quotekit.records import (
    Act,
    Analysis,
    Basis,
    Entity,
    Mention,
    QuoteKind,
    Span,
    StanceLabel,
)

if TYPE_CHECKING:
    from cattrs import Converter

SCHEMA = 1
"""Counts up when a reader of older data would misread newer."""
FAULTS_SHOWN = 3


@frozen
class _Text:
    text: str


@frozen
class _Entities:
    entities: tuple[Entity, ...]


@frozen
class _Article:
    """What the spans and entity numbers of the data at hand refer to."""

    text: str
    entities: tuple[Entity, ...] = ()
    numbers: Mapping[Entity, int] = {}


_article: ContextVar[_Article] = ContextVar("article")


def to_data(analysis: Analysis) -> dict[str, Any]:
    """Dicts, lists, strings, numbers and None only."""
    numbers = {entity: number for number, entity in enumerate(analysis.entities)}
    with _reading(_Article(analysis.text, numbers=numbers)):
        return {"schema": SCHEMA, **_converter().unstructure(analysis)}


def from_data(data: Mapping[str, Any]) -> Analysis:
    """The inverse; keys it does not know are passed over."""
    from cattrs import BaseValidationError, transform_error

    if not isinstance(data, Mapping) or data.get("schema") != SCHEMA:
        raise InvalidInput(f'not an analysis: expected an object with "schema": {SCHEMA}')
    try:
        text = _converter().structure(data, _Text).text
        with _reading(_Article(text)):
            entities = _converter().structure(data, _Entities).entities
        with _reading(_Article(text, entities)):
            return _converter().structure(data, Analysis)
    except BaseValidationError as error:
        faults = transform_error(error, format_exception=_fault)
        raise InvalidInput("not an analysis: " + "; ".join(faults[:FAULTS_SHOWN])) from error


def to_json(analysis: Analysis) -> str:
    """One line of JSON, letters as they are."""
    return json.dumps(to_data(analysis), ensure_ascii=False)


def from_json(line: str | bytes) -> Analysis:
    """The inverse."""
    try:
        data = json.loads(line)
    except (TypeError, ValueError, RecursionError) as error:
        raise InvalidInput(f"not JSON: {error}") from error
    return from_data(data)


@contextmanager
def _reading(article: _Article) -> Iterator[None]:
    token = _article.set(article)
    try:
        yield
    finally:
        _article.reset(token)


@cache
def _converter() -> Converter:
    from cattrs import Converter, override
    from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

    converter = Converter(unstruct_collection_overrides={tuple: list})
    for plain in (str, int, bool):
        converter.register_structure_hook(plain, _exactly)
    for enum in (QuoteKind, Act, StanceLabel, Basis):
        converter.register_structure_hook(enum, lambda value, kind: kind(value))
        converter.register_unstructure_hook(enum, lambda member: member.value)
    converter.register_structure_hook(Span, _checked(make_dict_structure_fn(Span, converter)))
    converter.register_unstructure_hook(
        Mention,
        make_dict_unstructure_fn(Mention, converter, entity=override(unstruct_hook=_number_of)),
    )
    converter.register_structure_hook(
        Mention,
        make_dict_structure_fn(Mention, converter, entity=override(struct_hook=_entity_at)),
    )
    converter.register_structure_hook(
        Analysis,
        make_dict_structure_fn(Analysis, converter, entities=override(struct_hook=_all_entities)),
    )
    return converter


def _exactly(value: Any, kind: type) -> Any:
    """cattrs would make the string "None" of a null."""
    if type(value) is not kind:
        raise InvalidInput(f"expected {kind.__name__}, not {value!r:.40}")
    return value


def _checked(structure: Callable[[Any, Any], Span]) -> Callable[[Any, type[Span]], Span]:
    def span(value: Any, kind: type[Span]) -> Span:
        found = structure(value, kind)
        if _article.get().text[found.start : found.end] != found.text:
            raise InvalidInput(f"the text at {found.start}:{found.end} is not {found.text!r:.40}")
        return found

    return span


def _all_entities(_: Any, __: Any) -> tuple[Entity, ...]:
    return _article.get().entities


def _number_of(entity: Entity | None) -> int | None:
    if entity is None:
        return None
    try:
        return _article.get().numbers[entity]
    except KeyError:
        raise InvalidInput(f"{entity.name!r} is mentioned but not among the entities") from None


def _entity_at(number: Any, _: Any) -> Entity | None:
    if number is None:
        return None
    entities = _article.get().entities
    if type(number) is not int or not 0 <= number < len(entities):
        raise InvalidInput(f"expected the index of an entity, not {number!r:.40}")
    return entities[number]


def _fault(error: BaseException, kind: type | None) -> str:
    from cattrs.v import format_exception

    return str(error) if isinstance(error, InvalidInput) else format_exception(error, kind)

"""Which nouns can stand for an entity: *the ministry* for the Foreign Ministry, *the company* for
Tarn Lines."""

from __future__ import annotations

from quotekit.speakers.kinds import BODY, PLACE
from quotekit.speakers.parts import head_noun
from quotekit.speakers.registry import Entity
from quotekit.speakers.words import words


def is_named(noun: str, entity: Entity) -> bool:
    """*the ministry* is the Foreign Ministry."""
    return entity.kind == BODY and noun in _heads(entity)


def is_kind_of(noun: str, entity: Entity) -> bool:
    """*the panel* is the Harbour Committee, *the state* Ohio; the name says so."""
    lists = words()
    if entity.kind == PLACE:
        return not entity.keys.isdisjoint(lists.places_called.get(noun, ()))
    return entity.kind == BODY and not _heads(entity).isdisjoint(lists.wider.get(noun, ()))


def may_be(noun: str, entity: Entity) -> bool:
    """*the company* is Okafor & Marsh, *the network* CNN: nothing speaks against it, at least."""
    lists = words()
    if is_kind_of(noun, entity):
        return True
    if entity.kind != BODY or entity.described or entity.roles or noun not in lists.any_body:
        return False
    return lists.bodies.isdisjoint(_heads(entity)) and not lists.parties(_heads(entity))


def _heads(entity: Entity) -> set[str]:
    return {head_noun(key) for key in entity.keys}

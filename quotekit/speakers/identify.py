"""The stage as one function."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.marks import Passage, Turn
from quotekit.quotes.conversation import is_conversation
from quotekit.quotes.records import FoundQuote
from quotekit.speakers.author import author_speaks
from quotekit.speakers.cast import build_cast
from quotekit.speakers.clusters import join_clusters
from quotekit.speakers.conversation import converse, is_to_and_fro
from quotekit.speakers.descriptions import apposed
from quotekit.speakers.genders import overheard, owned, settle_genders
from quotekit.speakers.interviews import interviewed
from quotekit.speakers.mentions import Mention, find_mentions
from quotekit.speakers.records import Cast
from quotekit.speakers.references import read_references
from quotekit.speakers.registry import Entity, register
from quotekit.speakers.scene import Scene
from quotekit.speakers.units import find_units
from quotekit.speakers.voices import Voices, attributed, labelled
from quotekit.speakers.words import words
from quotekit.syntax.records import Paragraph, Range


def identify(
    text: str,
    paragraphs: Sequence[Paragraph],
    quotes: Sequence[FoundQuote],
    passages: Sequence[Passage] = (),
    turns: Sequence[Turn] = (),
    clusters: Sequence[Sequence[Range]] = (),
) -> Cast:
    """Join mentions to entities and quotations to speakers.

    ``clusters`` are another resolver's: lists of (start, end) that name the same one; they outvote
    the pronoun rules here.
    """
    scene = Scene(text, paragraphs, quotes, find_mentions(text, paragraphs, quotes, passages))
    entities = register(scene)
    apposed(scene, entities)
    join_clusters(scene, entities, clusters)
    settle_genders(entities, overheard(scene, entities))
    settle_genders(entities, owned(scene, entities))
    voices = interviewed(scene, entities, labelled(scene, entities))
    _read(scene, entities, attributed(scene, voices))
    starts = [paragraph.start for paragraph in paragraphs]
    units = find_units(scene, entities, voices)
    if is_conversation(text, starts, passages, turns) and is_to_and_fro(units):
        voices = converse(scene, entities, units, voices)
        _read_again(scene, entities, voices)
    else:
        author_speaks(scene, entities)
    voices = attributed(scene, voices)
    _settle(scene.mentions, voices)
    return build_cast(scene, entities, voices)


def _read(scene: Scene, entities: list[Entity], voices: Voices) -> None:
    """Resolve descriptions and pronouns; those that fit nobody else tell genders."""
    _settle(scene.mentions, voices)
    settle_genders(entities, read_references(scene, entities, voices))


def _read_again(scene: Scene, entities: list[Entity], voices: Voices) -> None:
    """Now that it is known who talks to whom, all pronouns anew."""
    for mention in scene.mentions:
        if mention.nominal.kind == "pronoun" and mention.rule != "coref":
            mention.entity = mention.rule = None
    for number, quote in enumerate(scene.quotes):
        speaking, decided = scene.of(quote.speaker), voices.speakers.get(number)
        if speaking is not None and decided not in (None, speaking.entity):
            speaking.entity = decided
            speaking.rule = f"{speaking.nominal.kind}.conversation"
    _read(scene, entities, voices)


def _settle(mentions: Sequence[Mention], voices: Voices) -> None:
    """In a quotation *I* is the speaker, *you* whom it is said to."""
    we = words().we
    for mention in mentions:
        if mention.quote is None or mention.entity is not None:
            continue
        nominal, quote = mention.nominal, mention.quote
        if nominal.plural or nominal.lemma in we:
            continue
        if nominal.person == 1 and quote in voices.speakers:
            mention.entity, mention.rule = voices.speakers[quote], "pronoun.speaker"
        elif nominal.person == 2 and quote in voices.addressees:
            mention.entity, mention.rule = voices.addressees[quote], "pronoun.addressee"

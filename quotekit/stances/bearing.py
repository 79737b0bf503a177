"""What a predicate amounts to in its sentence: denied, conditional, urged, asked."""

from __future__ import annotations

import re

from attrs import frozen

from quotekit.lexicon import StanceEntry
from quotekit.records import StanceLabel
from quotekit.stances.records import Bearing
from quotekit.stances.view import View
from quotekit.syntax.records import Predication

WORDS = re.compile(r"[a-z]+")


@frozen
class Stand:
    """The bearing of a predicate, and who answers for it in place of its own holder."""

    bearing: Bearing
    urger: int | None = None
    """*Lee urged Ann to reject X*: Lee."""
    spoken: bool = False
    """*Ann should reject X*: whoever says so."""


def stand(view: View, predication: Predication, entry: StanceEntry) -> Stand | None:
    """The label that the entry comes to in this sentence; None where nothing is stated."""
    bearing = _ended(view, predication, _governed(view, predication, entry))
    if bearing is None:
        return None
    if entry.modality:
        return _demanded(view, predication, entry, bearing)
    urged = _urged(view, predication, bearing)
    if urged is None or urged.urger is not None:
        return urged
    modality = predication.modality
    able = modality in view.words.able and not predication.negated
    if modality in view.words.possible or able or _is_unreal(view, predication):
        return None
    if modality in view.words.normative:
        return None if predication.negated else Stand(bearing.kept(f"{modality}"), spoken=True)
    return urged


def _governed(view: View, predication: Predication, entry: StanceEntry) -> Bearing | None:
    """*refused to back*, *regretted backing*; *pretended to back* states nothing."""
    denials = ["negation"] if predication.negated else []
    for row in predication.under if predication.pos == "verb" else ():
        governor = view.at.get(row)
        if governor is not None and governor.lemma in view.words.unreal:
            return None
        if governor is not None and governor.lemma in view.words.denying:
            denials.append(governor.lemma)
    steps = tuple(denials)
    if len(denials) % 2 == 0:
        return Bearing(entry.label, steps)
    if _is_weighed(view, predication):
        return Bearing(StanceLabel.NEUTRAL, (*steps, "either"))
    return None if entry.negated is StanceLabel.NEUTRAL else Bearing(entry.negated, steps)


def _is_weighed(view: View, predication: Predication) -> bool:
    """*declined to endorse **either** Ann or Lee*."""
    patient = view.paragraph.nominal(predication.patient)
    if patient is None:
        return False
    before = view.text[predication.cue[1] : patient.start].split()
    return before[-1:] == ["either"] or patient.lemma in ("either", "neither")


def _ended(view: View, predication: Predication, bearing: Bearing | None) -> Bearing | None:
    """*lifted its sanctions*, *withdrew its support*."""
    ender = view.enders.get(predication.row)
    if bearing is None or ender is None or predication.pos != "noun":
        return bearing
    stated = not ender.negated and ender.modality not in view.words.possible
    return bearing.turned(ender.lemma) if stated else None


def _demanded(
    view: View, predication: Predication, entry: StanceEntry, bearing: Bearing
) -> Stand | None:
    """*Lee should resign*, *urged Lee to resign*: somebody wants it done."""
    if predication.modality in entry.modality and not predication.negated:
        return Stand(bearing.kept(str(predication.modality)), spoken=True)
    urged = _urged(view, predication, bearing)
    return urged if urged is not None and urged.urger is not None else None


def _is_unreal(view: View, predication: Predication) -> bool:
    """*would back X if …*, *denied that he backs X*."""
    if predication.modality == "would":
        start, end = predication.sentence
        if not view.words.conditional.isdisjoint(WORDS.findall(view.text[start:end].lower())):
            return True
    held = view.above.get(predication.row)
    return held is not None and (
        held[1].form == "question"
        or (held[1].form == "clause" and held[0].lemma in view.words.disbelieving)
    )


def _urged(view: View, predication: Predication, bearing: Bearing) -> Stand | None:
    """*urged Ann to reject X*: the one who urges holds it."""
    held = view.above.get(predication.row)
    if held is None or held[1].form not in ("infinitive", "small", "clause", "for"):
        return Stand(bearing)
    above, argument = held
    if above.lemma.split()[0] not in view.words.directive or above.agent is None:
        return Stand(bearing)
    if argument.form == "small" and predication.pos != "verb":
        return Stand(bearing)  # "called it an attack"
    stated = predication.modality is None and not _is_subjunctive(view, predication)
    if argument.form == "clause" and stated:
        return Stand(bearing)
    if above.agent == predication.agent or above.row in predication.under:
        return Stand(bearing)
    if above.negated or above.modality in view.words.possible:
        return None
    return Stand(bearing.kept(f"under {above.lemma}"), urger=view.resolved(above.agent))


def _is_subjunctive(view: View, predication: Predication) -> bool:
    """*demanded that Lee **resign***: no ending, though one does it; *that Lee **be fired***."""
    agent = view.paragraph.nominal(predication.agent)
    cue = view.text[slice(*predication.cue)]
    if cue.removeprefix("not ").startswith("be "):
        return True
    return cue == predication.lemma and agent is not None and agent.person == 3 and not agent.plural

"""What its author confirms a sentence later: "…, a rebel spokesman alleged. The army confirmed strikes in the area"."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.events.told import Told
from briefing_tui.extracting.modality.attribution import source_of
from briefing_tui.extracting.modality.modality import ModalityReading
from briefing_tui.extracting.passages import Passage, Reading
from briefing_tui.extracting.scan import Hit
from briefing_tui.model.patterns import compile_later

_UNSURE: Final = frozenset({"claimed", "reported", "asserted"})
_ACTIONS: Final = frozenset({"strike", "ground_assault", "targeted_killing", "withdrawal", "territory_change", "naval_incident"})
_OWNED_UP: Final = compile_later(
    r"(?: (?:that )?(?:it|they|its (?:forces|troops|aircraft|jets|warplanes|drones|military|air force))) (?:had |has |have )?(?:struck|hit|targeted|carried out|attacked|conducted|bombed|shelled|was behind|were behind|launched)\b"
)
_CONFIRMED: Final = compile_later(
    r"[^.;]{0,60}\b(?:strikes?|attacks?|raids?|bombing|operations?|withdrawal|shelling|incursion)\b|(?: that)? (?:it|its)\b",
    re.IGNORECASE,
)
_NO: Final = re.compile(r"\b(?:not|n't|neither|nor|never)\b")
_NEXT: Final = 2


def confirm(reading: Reading, events: list[Told]) -> None:
    """Mark as confirmed what the doer itself confirms in one of the next sentences of the paragraph."""
    for event in events:
        if event.modality.modality not in _UNSURE or event.action not in _ACTIONS or not event.codes:
            continue
        source = event.modality.source
        if source is not None and any(actor.code in event.codes for actor in source.actors):
            continue
        passage = event.candidate.passage
        for following in reading.passages[passage.index + 1 : passage.index + _NEXT]:
            if following.sentence.block != passage.sentence.block:
                break
            cue = _own_word(reading, following, event)
            if cue is not None:
                said_by = source_of(reading, following, cue.start, cue.end)
                event.modality = ModalityReading("confirmed", (cue.start, cue.end), said_by)
                break


def _own_word(reading: Reading, passage: Passage, event: Told) -> Hit | None:
    """The verb by which the doer confirms it, or says of itself that it struck."""
    for cue in passage.of("cue"):
        if cue.entry.key not in {"confirm", "say"} or not cue.how.endswith((".ed", ".past", ".s")):
            continue
        source = source_of(reading, passage, cue.start, cue.end)
        if source is None or not source.actors or any(actor.code not in event.codes for actor in source.actors):
            continue
        if _NO.search(reading.text, passage.start, cue.start):
            continue
        pattern = _CONFIRMED if cue.entry.key == "confirm" else _OWNED_UP
        if pattern.match(reading.text, cue.end, passage.end):
            return cue
    return None

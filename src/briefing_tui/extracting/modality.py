"""Who vouches for what a sentence says: asserted, claimed, reported, anticipated, denied …, with the cue's span."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_tui.extracting.passages import Mention, Passage, Reading
from briefing_tui.model.vocabulary import Modality


@dataclass(frozen=True, slots=True)
class ModalityReading:
    """The modality of a span, the cue that gave it (offsets, or None for the document's own voice) and the source it is attributed to."""

    modality: Modality
    cue: tuple[int, int] | None = None
    source: Mention | None = None
    background: bool = False
    """History, hypotheticals, generic and negated mentions: no event is made of them."""


def read_modality(reading: Reading, passage: Passage, start: int, end: int) -> ModalityReading:
    """The modality of the words `text[start:end]` of a passage."""
    del reading, passage, start, end
    return ModalityReading("asserted")

"""An event as one sentence tells it, with the later sentences that tell it again."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing_tui.extracting.events.candidates import Candidate
from briefing_tui.extracting.events.doers import Doer
from briefing_tui.extracting.events.locations import Location
from briefing_tui.extracting.events.participants import Party
from briefing_tui.extracting.modality.modality import ModalityReading
from briefing_tui.model import Actor, DateValue


@dataclass(slots=True)
class Told:
    """An event as one sentence tells it."""

    candidate: Candidate
    action: str
    doer: Doer
    targets: tuple[Actor, ...]
    target: Party | None
    place: Location | None
    date: DateValue | None
    modality: ModalityReading
    heading: bool
    date_rule: str = ""
    """The rule that found the date."""
    place_rule: str = "place-of-clause"
    """The rule that found the place."""
    target_rule: str = "object"
    """The rule that found the targets."""
    repeats: list[Told] = field(default_factory=list)
    """Later mentions of the same event, in text order."""

    @property
    def codes(self) -> frozenset[str]:
        """The codes of its actors."""
        return frozenset(actor.code for actor in self.doer.actors)

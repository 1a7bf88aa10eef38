"""A package under construction."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing_tui.extracting.aid.context import NOBODY, Side
from briefing_tui.extracting.aid.verbs import AidVerb
from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.scan import Hit
from briefing_tui.model import Money
from briefing_tui.model.vocabulary import AidStatus, Mechanism, Scope


@dataclass(slots=True)
class Draft:
    """A package under construction. Offsets count from the document's start."""

    passage: Passage
    start: int
    end: int
    rule: str
    scope: Scope = "package"
    money: Money | None = None
    converted: list[Money] = field(default_factory=list)
    donors: Side = NOBODY
    recipients: Side = NOBODY
    noun: Hit | None = None
    verb: AidVerb | None = None
    mechanism: Mechanism | None = None
    mechanism_span: tuple[int, int] | None = None
    tranche: int | None = None
    tranche_span: tuple[int, int] | None = None
    status: AidStatus = "announced"
    confidence: float = 0.8
    mentions: list[tuple[int, int]] = field(default_factory=list)
    parent: Draft | None = None
    calling: bool = False
    """Whether it is only called for: nobody has given it yet."""
    definite: bool = False
    """Whether it only points back ("The package includes")."""
    currency: str | None = None
    """The unit of a vague sum ("tens of millions of dollars")."""
    general: bool = False
    """Whether it speaks of aid without an amount, which may be aid told elsewhere in the text."""

    @property
    def triggers(self) -> list[tuple[int, int]]:
        """All places that speak of it, the fullest first."""
        return [(self.start, self.end), *self.mentions]

"""Which tellings are of one and the same package or item, so that it is counted once.

The rule is meant to be explained in two sentences. Two tellings in different documents are of one thing when they name the same
figure and currency (or unit), the same donors and the same recipients, and lie no more than `DAYS_APART` days apart, by the
day of announcement where the text states it, else by the day of publication. A side that one of them leaves open agrees with
any, provided that only one thing comes into question; two stated days of announcement more than `ANNOUNCED_APART` days apart,
two tranche numbers or two mechanisms are two things.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from briefing_tui.model import Actor
from briefing_tui.tallying.sizes import Size, widest
from briefing_tui.tallying.tellings import STATUS_ORDER, Standing, Telling

DAYS_APART: Final = 7
"""A telling this many days after the one before it may still be of the same thing."""
ANNOUNCED_APART: Final = 3
"""Two announcements stated to lie further apart are two announcements."""


@dataclass(frozen=True)
class Thing:
    """A package or an item with all that is told of it, the earliest telling first."""

    tellings: tuple[Telling, ...]

    @cached_property
    def size(self) -> Size | None:
        """How much. Where tellings put different bounds on the same figure, the widest range."""
        return widest(telling.size for telling in self.tellings if telling.size is not None)

    @cached_property
    def standing(self) -> Standing:
        """Called off when the last telling says so; else the firmest of what is told."""
        told = {telling.standing for telling in self.tellings}
        if self.tellings[-1].standing == "called_off" or told == {"called_off"}:
            return "called_off"
        if "undertaken" in told:
            return "undertaken"
        return "prospective" if "prospective" in told else "doubtful"

    @cached_property
    def spokesman(self) -> Telling:
        """The telling that speaks for the thing where only one can: the furthest status among those of its standing."""
        agreeing = [telling for telling in self.tellings if telling.standing == self.standing] or list(self.tellings)
        return max(agreeing, key=lambda telling: STATUS_ORDER.index(telling.status))

    @property
    def donors(self) -> tuple[Actor, ...]:
        """Who gives, by the first telling that says it."""
        return next((telling.donors for telling in self.tellings if telling.donors), ())

    @property
    def recipients(self) -> tuple[Actor, ...]:
        """Who gets it, by the first telling that says it."""
        return next((telling.recipients for telling in self.tellings if telling.recipients), ())

    @property
    def day(self) -> str | None:
        """The day of announcement if any telling states one, else the day it was first told."""
        stated = [telling.day for telling in self.tellings if telling.is_stated and telling.day]
        return min(stated) if stated else self.tellings[0].day

    @property
    def is_day_stated(self) -> bool:
        """Whether `day` is stated in a text and not just the day of its publication."""
        return any(telling.is_stated for telling in self.tellings)

    @property
    def needs_review(self) -> bool:
        """Whether every record that tells of it asks for review."""
        return all(telling.needs_review for telling in self.tellings)

    @property
    def measure(self) -> str | None:
        """The currency or unit; None where no figure is stated."""
        return self.tellings[0].measure

    @property
    def mechanism(self) -> str | None:
        """How it is financed, by the first telling that names it."""
        return next((telling.mechanism for telling in self.tellings if telling.mechanism), None)


def things_told(tellings: Iterable[Telling], *, once: bool = True, days_apart: int = DAYS_APART) -> list[Thing]:
    """The things that `tellings` are about, in order of day, the undated first. Without `once` each telling is a thing of its own."""
    ordered = sorted(tellings, key=lambda telling: (telling.day or "", telling.source.number, telling.record))
    if not once:
        return [Thing((telling,)) for telling in ordered]
    open_things: dict[object, list[_Gathering]] = {}
    made: list[_Gathering] = []
    for telling in ordered:
        likely = open_things.setdefault((telling.figures, telling.measure, telling.name, telling.item_class), [])
        likely[:] = [thing for thing in likely if thing.is_open_on(telling, days_apart)]
        home = _home(telling, likely)
        if home is None:
            home = _Gathering()
            likely.append(home)
            made.append(home)
        home.take(telling)
    return [Thing(tuple(gathering.tellings)) for gathering in made]


class _Gathering:
    """Tellings that were found to be of one thing so far."""

    def __init__(self) -> None:
        self.tellings: list[Telling] = []
        self.documents: set[int] = set()
        self.donors: frozenset[str] = frozenset()
        self.recipients: frozenset[str] = frozenset()
        self.tranche: int | None = None
        self.mechanism: str | None = None
        self.announced: date | None = None
        self.last: date | None = None

    def take(self, telling: Telling) -> None:
        self.tellings.append(telling)
        self.documents.add(telling.source.number)
        self.donors = self.donors or _codes(telling.donors)
        self.recipients = self.recipients or _codes(telling.recipients)
        self.tranche = self.tranche if self.tranche is not None else telling.tranche
        self.mechanism = self.mechanism or telling.mechanism
        day = _date(telling.day)
        self.last = day or self.last
        if telling.is_stated and self.announced is None:
            self.announced = day

    def is_open_on(self, telling: Telling, days_apart: int) -> bool:
        """Whether a telling of that day may still belong to it."""
        day = _date(telling.day)
        return day is None or self.last is None or (day - self.last).days <= days_apart

    def agrees(self, telling: Telling) -> bool:
        """Whether nothing that the telling says speaks against its being of this thing."""
        if telling.source.number in self.documents:  # a document tells one thing in one record
            return False
        if not _same_side(self.donors, _codes(telling.donors)) or not _same_side(self.recipients, _codes(telling.recipients)):
            return False
        if None not in (self.tranche, telling.tranche) and self.tranche != telling.tranche:
            return False
        if self.mechanism and telling.mechanism and self.mechanism != telling.mechanism:
            return False
        day = _date(telling.day) if telling.is_stated else None
        return self.announced is None or day is None or abs((day - self.announced).days) <= ANNOUNCED_APART

    def says_as_much(self, telling: Telling) -> bool:
        """Whether both name the very same sides."""
        return self.donors == _codes(telling.donors) and self.recipients == _codes(telling.recipients)


def _home(telling: Telling, likely: list[_Gathering]) -> _Gathering | None:
    agreeing = [gathering for gathering in likely if gathering.agrees(telling)]
    same = [gathering for gathering in agreeing if gathering.says_as_much(telling)]
    if same:
        return same[-1]
    return agreeing[0] if len(agreeing) == 1 else None


def _same_side(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or one == other


def _codes(actors: Iterable[Actor]) -> frozenset[str]:
    return frozenset(actor.code for actor in actors)


def _date(day: str | None) -> date | None:
    if day is None:
        return None
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None

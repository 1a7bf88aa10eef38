"""Running totals that texts state themselves, beside the sum of what the texts tell one by one.

They say how much of the whole the library knows of: a large difference means packages that no briefing here tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing_tui.model import Actor
from briefing_tui.tallying.retellings import Thing
from briefing_tui.tallying.sizes import Size, difference, total
from briefing_tui.tallying.tellings import Telling


@dataclass(frozen=True)
class StatedTotal:
    """A running total as one text states it, and the packages counted here of the same donors, recipients and currency.

    Only packages from `telling.since` (where it is stated) up to the text's day of publication are counted.
    `others` are further statements of a total for the same flow, the largest first.
    """

    telling: Telling
    things: tuple[Thing, ...]
    others: tuple[Telling, ...] = ()

    @property
    def stated(self) -> Size:
        """What the text says."""
        assert self.telling.size is not None
        return self.telling.size

    @property
    def computed(self) -> Size | None:
        """What the packages add up to; None when none is known."""
        return total(thing.size for thing in self.things if thing.size is not None)

    @property
    def difference(self) -> Size | None:
        """Stated less computed, as a range."""
        computed = self.computed
        return self.stated if computed is None else difference(self.stated, computed)


def stated_totals(cumulative: Iterable[Telling], things: Iterable[Thing]) -> tuple[StatedTotal, ...]:
    """The largest stated total of each flow with the rest as `others`; flows with most packages first.

    Running totals grow, so the largest is the one that counts longest and widest.
    """
    flows: dict[object, list[Telling]] = {}
    for telling in cumulative:
        if telling.size is not None and telling.standing == "undertaken" and telling.donors:
            flows.setdefault(_flow(telling.donors, telling.recipients, telling.measure), []).append(telling)
    counted: dict[object, list[Thing]] = {}
    for thing in things:
        if thing.size is not None and thing.standing == "undertaken":
            counted.setdefault(_flow(thing.donors, thing.recipients, thing.measure), []).append(thing)
    made = []
    for flow, told in flows.items():
        largest, *others = sorted(told, key=_extent, reverse=True)
        made.append(StatedTotal(largest, _within(largest, counted.get(flow, ())), tuple(others)))
    return tuple(sorted(made, key=lambda stated: (-len(stated.things), stated.telling.measure or "", -stated.stated.low)))


def _flow(donors: Sequence[Actor], recipients: Sequence[Actor], measure: str | None) -> object:
    return frozenset(actor.code for actor in donors), frozenset(actor.code for actor in recipients), measure


def _extent(telling: Telling) -> tuple[object, str, str]:
    """Larger totals first; of equal ones the later text."""
    return telling.figures[0] if telling.figures else 0, telling.source.published or "", telling.record


def _within(telling: Telling, things: Iterable[Thing]) -> tuple[Thing, ...]:
    first = (telling.since or "").partition("/")[0]
    last = telling.source.published or "9999"
    return tuple(thing for thing in things if thing.day is not None and first <= thing.day <= last)

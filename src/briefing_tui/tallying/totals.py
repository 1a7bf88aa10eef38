"""Totals of aid: each package once, currencies apart, bounds kept, nothing added that is part of something else.

What is never added: a part of a package (scope `component`) and a running total (`cumulative`); they are counted among what was
left out. Currencies are never converted. A package of several donors is not split: it stands under all of them jointly.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Literal, TypeVar

from briefing_tui.model import Actor
from briefing_tui.tallying.retellings import DAYS_APART, Thing, things_told
from briefing_tui.tallying.sizes import Size, total
from briefing_tui.tallying.stated import StatedTotal, stated_totals
from briefing_tui.tallying.tellings import STANDINGS, Standing, Telling

By = Literal["donor", "item", "class", "month", "recipient", "mechanism", "status", "publisher"]
WAYS: Final[tuple[By, ...]] = ("donor", "item", "class", "month", "recipient", "mechanism", "status", "publisher")
UNNAMED: Final[dict[By, str]] = {
    "donor": "no donor named",
    "recipient": "no recipient named",
    "mechanism": "no mechanism named",
    "month": "no date",
    "publisher": "no publisher known",
}
"""What stands for a heading that the texts do not give."""


@dataclass(frozen=True)
class Tally:
    """Things of one standing, added up."""

    things: tuple[Thing, ...]

    @cached_property
    def size(self) -> Size | None:
        """The sum of what has a figure; None when nothing has."""
        return total(thing.size for thing in self.things if thing.size is not None)

    @property
    def without_figure(self) -> int:
        """How many are told of without any number: "dozens", "a new package"."""
        return sum(thing.size is None for thing in self.things)


@dataclass(frozen=True)
class Row:
    """One line of totals: all things of one donor, class, month … in one currency or unit.

    `codes` are the actors' codes, or the word that was grouped by; `names` how to call them. Both are empty where the texts
    do not say. `measure` is the currency, None for packages without an amount; or the unit of items, "" for what is counted.
    """

    codes: tuple[str, ...]
    names: tuple[str, ...]
    measure: str | None
    tallies: dict[Standing, Tally]

    @property
    def things(self) -> tuple[Thing, ...]:
        """Everything in the row, whatever its standing."""
        return tuple(thing for standing in STANDINGS for thing in self.tallies[standing].things)

    @property
    def documents(self) -> int:
        """How many documents tell of it."""
        return len({telling.source.number for thing in self.things for telling in thing.tellings})

    @property
    def records(self) -> list[str]:
        """The ids of all records the row is made of."""
        return [telling.record for thing in self.things for telling in thing.tellings]


@dataclass(frozen=True)
class Totals:
    """The rows, the largest first within each currency; what was left out and why; and where texts state totals themselves.

    `repeats` are figures counted more than once because their tellings lie too far apart to be taken for one, the most
    frequent first: they may be one package told again and again.
    """

    by: By
    rows: tuple[Row, ...]
    left_out: dict[str, int]
    stated: tuple[StatedTotal, ...]
    repeats: tuple[tuple[Thing, ...], ...]
    tellings: int
    once: bool
    days_apart: int

    @property
    def counts_items(self) -> bool:
        """Whether items are counted rather than packages."""
        return self.by in ("item", "class")

    def sum_of(self, measure: str | None) -> Row:
        """All rows of one currency as one row without a name."""
        things = [thing for row in self.rows if row.measure == measure for thing in row.things]
        return _row(((), ()), measure, things)

    @property
    def measures(self) -> list[str | None]:
        """The currencies or units of the rows, in their order."""
        return list(dict.fromkeys(row.measure for row in self.rows))


def totals(tellings: Iterable[Telling], by: By, *, once: bool = True, days_apart: int = DAYS_APART) -> Totals:
    """Add up `tellings`: packages, or items when `by` is "item" or "class".

    Without `once` every record counts, also where several documents tell of the same package.
    """
    wanted = [telling for telling in tellings if bool(telling.name) == (by in ("item", "class"))]
    left_out = Counter[str](telling.scope for telling in wanted if telling.scope != "package")
    counted = [telling for telling in wanted if telling.scope == "package"]
    things = things_told(counted, once=once, days_apart=days_apart)
    grouped = things
    if by == "publisher":  # what one of them tells is counted once for each of them
        grouped = [
            thing
            for told in _apart(counted, lambda telling: telling.source.publisher or "").values()
            for thing in things_told(told, once=once, days_apart=days_apart)
        ]
    rows = [_row(key, measure, group) for (key, measure), group in _apart(grouped, lambda thing: _place(thing, by)).items()]
    packages = by not in ("item", "class")
    return Totals(
        by=by,
        rows=tuple(sorted(rows, key=_order(by, rows))),
        left_out=dict(left_out),
        stated=stated_totals([telling for telling in wanted if telling.scope == "cumulative"], things) if packages else (),
        repeats=_repeats(things) if packages and once else (),
        tellings=len(counted),
        once=once,
        days_apart=days_apart,
    )


_Key = tuple[tuple[str, ...], tuple[str, ...]]
_Part = TypeVar("_Part")
_Held = TypeVar("_Held")


def _place(thing: Thing, by: By) -> tuple[_Key, str | None]:
    """The row a thing belongs to: "dozens" of a thing stand beside its numbers, a package without an amount has no currency."""
    return _heading(thing, by), (thing.measure or "") if by in ("item", "class") else thing.measure


def _heading(thing: Thing, by: By) -> _Key:
    """The codes and the names a thing stands under."""
    match by:
        case "donor":
            return _jointly(thing.donors)
        case "recipient":
            return _jointly(thing.recipients)
        case "item":
            telling = thing.tellings[0]
            return (telling.name, telling.item_class), (telling.name,)
        case "class":
            return _word(thing.tellings[0].item_class)
        case "month":
            return _word(thing.day[:7] if thing.day else None)
        case "mechanism":
            return _word(thing.mechanism)
        case "status":
            return _word(thing.spokesman.status)
        case "publisher":
            return _word(thing.tellings[0].source.publisher)


def _jointly(actors: Sequence[Actor]) -> _Key:
    named = sorted({actor.code: actor.name for actor in actors}.items())
    return tuple(code for code, _ in named), tuple(name for _, name in named)


def _word(word: str | None) -> _Key:
    return ((word,), (word,)) if word else ((), ())


def _row(key: _Key, measure: str | None, things: Iterable[Thing]) -> Row:
    held = _apart(things, lambda thing: thing.standing)
    return Row(key[0], key[1], measure, {standing: Tally(tuple(held.get(standing, ()))) for standing in STANDINGS})


def _apart(parts: Iterable[_Part], key: Callable[[_Part], _Held]) -> dict[_Held, list[_Part]]:
    """`parts` in lists by their key, in the order the keys come up."""
    held: dict[_Held, list[_Part]] = {}
    for part in parts:
        held.setdefault(key(part), []).append(part)
    return held


def _order(by: By, rows: Sequence[Row]) -> Callable[[Row], tuple[Any, ...]]:
    """Months in their order; else the measures with most things first, in each the largest rows first; no figure last."""
    things = Counter[str | None]()
    for row in rows:
        things[row.measure] += len(row.things)

    def place(row: Row) -> tuple[Any, ...]:
        size = row.tallies["undertaken"].size or row.tallies["prospective"].size
        largest = -size.high if size else -len(row.things)
        section = (row.measure is None, -things[row.measure], row.measure or "")
        if by == "month":
            return (*section, not row.codes, row.codes)
        if by in ("item", "class"):
            return (-row.documents, row.codes, row.measure is None, row.measure or "")
        return (*section, largest, row.codes)

    return place


def _repeats(things: Iterable[Thing]) -> tuple[tuple[Thing, ...], ...]:
    alike = _apart(
        (thing for thing in things if thing.size is not None and thing.standing in ("undertaken", "prospective")),
        lambda thing: (thing.measure, thing.tellings[0].figures, _jointly(thing.donors)[0], _jointly(thing.recipients)[0]),
    )
    often = [tuple(group) for group in alike.values() if len(group) > 1]
    return tuple(sorted(often, key=lambda group: (-len(group), -(group[0].tellings[0].figures or (0,))[0])))

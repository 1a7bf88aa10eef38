"""What one record says about a package or an item, reduced to what counting needs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Final, Literal, Protocol, TypeVar, get_args

from briefing_tui.model import Actor, AidItem, AidPackage, Record, trigger
from briefing_tui.model.vocabulary import AidStatus, Modality, Scope
from briefing_tui.tallying.sizes import Size, size_of

Standing = Literal["undertaken", "prospective", "called_off", "doubtful"]
"""Whether aid was given or somebody bound himself to it, is weighed, expected or asked for, was suspended or cancelled, or is denied
or only surmised."""
STANDINGS: Final[tuple[Standing, ...]] = ("undertaken", "prospective", "called_off", "doubtful")

STATUS_ORDER: Final[tuple[AidStatus, ...]] = get_args(AidStatus)
"""How far aid has come; of several tellings of one package the furthest one counts."""

_VOUCHED: Final[frozenset[Modality]] = frozenset({"asserted", "confirmed", "claimed", "reported", "planned"})
"""Planned too: "will send $725 million, the minister announced" binds as much as "announced $725 million" does, and news agencies
write either. What is only weighed has the status `considered`."""
_SOUGHT: Final[frozenset[AidStatus]] = frozenset({"requested", "considered"})
_CALLED_OFF: Final[frozenset[AidStatus]] = frozenset({"suspended", "cancelled"})
_LEADING_NUMBER: Final = re.compile(
    r"(?:(?:an?|the|its|their|further|additional|new|more|another|extra|other|first|up|to|over|than|at|least|most|about|around"
    r"|approximately|roughly|nearly|almost|some|several|many|dozens?|scores|tens|hundreds?|thousands?|millions?|billions?|of"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|undisclosed|unspecified|number|significant|quantities"
    r"|close|and|\(?\d[\d,.]*\)?(?!\s*-?\s*mm))\s+)+",
    re.IGNORECASE,
)
"""What stands before the name of a thing and does not belong to it."""
_LEADING_UNIT: Final = re.compile(r"(?:metric )?\w+ of (?=\w)")
_MILLIMETRES: Final = re.compile(r"\b(\d[\d.]*)[\s-]*(?:mm|millimet(?:re|er)s?)\b", re.IGNORECASE)


class Source(Protocol):
    """What counting needs to know of the document a record stands in."""

    @property
    def number(self) -> int:
        """Its number in the library."""

    @property
    def id(self) -> str:
        """Its id, as given or by content."""

    @property
    def title(self) -> str | None:
        """Its title."""

    @property
    def publisher(self) -> str | None:
        """Who published it."""

    @property
    def published(self) -> str | None:
        """The day it was published, YYYY-MM-DD."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One record of a package or an item, and where it stands.

    `measure` is the currency of an amount or the unit of a quantity ("" for things counted, None where no number is given);
    `figures` the number as stated, by which two tellings are known to be of one thing; `name` an item's name.
    `day` is the stated day of announcement, else the day of publication; `is_stated` tells which.
    """

    record: str
    source: Source
    donors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    size: Size | None
    measure: str | None
    figures: tuple[Decimal, Decimal | None] | None
    day: str | None
    is_stated: bool
    status: AidStatus
    modality: Modality
    needs_review: bool
    words: str
    scope: Scope = "package"
    since: str | None = None
    mechanism: str | None = None
    tranche: int | None = None
    name: str = ""
    item_class: str = ""

    @property
    def standing(self) -> Standing:
        """Whether by this record alone the aid is undertaken, prospective, called off or doubtful."""
        if self.modality not in _VOUCHED and self.modality != "anticipated":
            return "doubtful"
        if self.status in _CALLED_OFF:
            return "called_off"
        return "undertaken" if self.modality in _VOUCHED and self.status not in _SOUGHT else "prospective"


_Known = TypeVar("_Known", bound=Source)


def tellings(
    pairs: Iterable[tuple[_Known, Record]], find_package: Callable[[_Known, str], AidPackage | None] | None = None
) -> Iterator[Telling]:
    """The packages and items among `pairs`, one by one; records of one document stand together.

    An item without donors or recipients of its own has those of its package; `find_package` looks up a package of a document
    by its id where it is not among `pairs`.
    """
    for _, group in groupby(pairs, key=lambda pair: pair[0].number):
        records = [(source, record) for source, record in group if isinstance(record, AidPackage | AidItem)]
        packages = {record.id: record for _, record in records if isinstance(record, AidPackage)}
        for source, record in records:
            if isinstance(record, AidPackage):
                yield package_telling(source, record)
                continue
            package = packages.get(record.package) if record.package else None
            if package is None and record.package and find_package is not None:
                package = find_package(source, record.package)
            yield item_telling(source, record, package)


def package_telling(source: Source, package: AidPackage) -> Telling:
    """What a package's record says."""
    day, is_stated = _day(package, source)
    amount = package.amount
    return Telling(
        record=package.id,
        source=source,
        donors=package.donors,
        recipients=package.recipients,
        size=None if amount is None else size_of(amount, package.amount_high, package.bound),
        measure=None if amount is None else package.currency or "",
        figures=None if amount is None else (amount, package.amount_high),
        day=day,
        is_stated=is_stated,
        status=package.status,
        modality=package.modality,
        needs_review=package.needs_review,
        words=trigger(package).exact,
        scope=package.scope,
        since=package.since,
        mechanism=package.mechanism,
        tranche=package.tranche,
    )


def item_telling(source: Source, item: AidItem, package: AidPackage | None) -> Telling:
    """What an item's record says; the sides it leaves open, the day and the scope are those of its package."""
    day, is_stated = (source.published, False) if package is None else _day(package, source)
    quantity = item.quantity
    return Telling(
        record=item.id,
        source=source,
        donors=item.donors or (package.donors if package else ()),
        recipients=item.recipients or (package.recipients if package else ()),
        size=None if quantity is None else size_of(quantity, item.quantity_high, item.bound),
        measure=None if quantity is None else item.unit or "",
        figures=None if quantity is None else (quantity, item.quantity_high),
        day=day,
        is_stated=is_stated,
        status=item.status,
        modality=item.modality,
        needs_review=item.needs_review,
        words=item.description,
        scope="cumulative" if package is not None and package.scope == "cumulative" else "package",
        name=item_name(item),
        item_class=item.item_class,
    )


def item_name(item: AidItem) -> str:
    """What to call an item when several texts are counted together: the system's name, else its words without the number."""
    if item.designation:
        return item.designation
    words = " ".join(item.description.split())
    start = found.end() if (found := _LEADING_NUMBER.match(words)) else 0
    if item.unit is not None and (found := _LEADING_UNIT.match(words, start)):
        start = found.end()
    name = _MILLIMETRES.sub(r"\1 mm", words[start:]) or words
    begins_a_line = not start and not any(letter.isupper() for letter in name[1:])
    return name.lower() if begins_a_line else name


def _day(package: AidPackage, source: Source) -> tuple[str | None, bool]:
    announced = package.announced
    if announced is not None and len(announced) == len("YYYY-MM-DD"):
        return announced, True
    return source.published, False

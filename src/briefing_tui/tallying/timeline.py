"""The days on which things happened, as the records date them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from briefing_tui.model import Actor, AidItem, AidPackage, Assessment, EscalationEvent, Reaction, Record, trigger
from briefing_tui.model.vocabulary import RECORD_KINDS, RecordKind
from briefing_tui.tallying.tellings import Source

Step = Literal["day", "week", "month"]
STEPS: Final[tuple[Step, ...]] = ("day", "week", "month")
_WEEK_DAYS: Final = 7
"""An interval of more days is no day."""


class Moment(NamedTuple):
    """When something happened, by one record. Holds next to nothing, so that there may be very many.

    `when` is an ISO date, month, year or interval, None where neither text nor source tells. `is_stated` is False where the
    text gives no date and the day of publication stands for it. Moments of one day with the same `sameness` say the same.
    """

    key: int
    """What the caller knows the record by."""
    kind: RecordKind
    when: str | None
    is_stated: bool
    sameness: int


class Span(NamedTuple):
    """A day, week or month and what is told of it, each thing once: a line is every moment that says the same, the first one first.

    `label` is the day or month, or the first day of a week; or a year or two ("2022/2024"), for records dated no better; None for
    the undated.
    """

    label: str | None
    lines: tuple[tuple[Moment, ...], ...]

    @property
    def counts(self) -> dict[RecordKind, int]:
        """How many lines of each kind."""
        found = Counter(line[0].kind for line in self.lines)
        return {kind: found[kind] for kind in RECORD_KINDS if found[kind]}


def moments(keyed: Iterable[tuple[int, Source, Record]]) -> Iterator[Moment]:
    """When each of the records happened, by the keys they come with.

    Left out are parts, running totals and items of a package: the package stands for them.
    """
    for key, source, record in keyed:
        if isinstance(record, AidPackage) and record.scope != "package":
            continue
        if isinstance(record, AidItem) and record.package is not None:
            continue
        stated = stated_date(record)
        if stated and source.published and stated > source.published and record.modality not in ("planned", "anticipated"):
            stated = None  # what was done or said by then has not happened later: "net zero by 2050" dates the aim
        yield Moment(key, record.kind, stated or source.published, stated is not None, hash(_sameness(key, record)))


def stated_date(record: Record) -> str | None:
    """The date a record's text gives: `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or `first/last`."""
    match record:
        case AidPackage():
            return record.announced
        case Reaction() | EscalationEvent():
            return record.date
        case _:
            return None


def timeline(found: Iterable[Moment], step: Step = "day", *, oldest_first: bool = False) -> list[Span]:
    """`found` in days, weeks or months, the newest first and the undated last.

    What is dated by month or year only, or by a long interval, stands under that and not on its first day. On a day, what is dated stands
    before what was only told then; then by kind; then what most texts tell before the rest.
    """
    spans: dict[str | None, dict[tuple[bool, int], list[Moment]]] = {}
    for moment in found:
        lines = spans.setdefault(label_of(moment.when, step), {})
        lines.setdefault((moment.is_stated, moment.sameness), []).append(moment)
    dated = sorted((label for label in spans if label is not None), key=_first_day, reverse=not oldest_first)
    order: list[str | None] = [*dated, *([None] if None in spans else [])]
    return [Span(label, _lines(spans[label].values())) for label in order]


def _lines(told: Iterable[list[Moment]]) -> tuple[tuple[Moment, ...], ...]:
    """The lines of a span in their order, in each the first telling first."""
    return tuple(
        tuple(sorted(line, key=lambda moment: (moment.when or "", moment.key))) for line in sorted(told, key=_line_order)
    )


def label_of(when: str | None, step: Step) -> str | None:
    """The day, week (by its Monday) or month that a date lies in; a date less precise than that stays as it is.

    An interval of at most a week is its first day; a longer one is the month or year it lies in, or both its years.

    >>> label_of("2024-11-20", "week")
    '2024-11-18'
    >>> label_of("2022-02-24/2024-02-24", "day")
    '2022/2024'
    """
    first, _, last = (when or "").partition("/")
    if not first:
        return None
    if last and not _is_short(first, last):
        first = _shared(first, last)
    if step == "month":
        return first if "/" in first else first[: len("YYYY-MM")]
    if step == "week" and len(first) == len("YYYY-MM-DD"):
        day = date.fromisoformat(first)
        return (day - timedelta(days=day.weekday())).isoformat()
    return first


def _is_short(first: str, last: str) -> bool:
    if len(first) != len("YYYY-MM-DD") or len(last) != len(first):
        return first == last
    return (date.fromisoformat(last) - date.fromisoformat(first)).days <= _WEEK_DAYS


def _shared(first: str, last: str) -> str:
    """The month or the year both dates lie in; else both years."""
    for part in (len("YYYY-MM"), len("YYYY")):
        if first[:part] == last[:part]:
            return first[:part]
    return f"{first[:4]}/{last[:4]}"


def _first_day(label: str) -> tuple[str, int]:
    first = label.partition("/")[0]
    return (first + "-01-01"[len(first) - len("YYYY") :])[: len("YYYY-MM-DD")], len(first) if first == label else 0


def _line_order(line: list[Moment]) -> tuple[bool, int, int]:
    return not line[0].is_stated, RECORD_KINDS.index(line[0].kind), -len(line)


def _sameness(key: int, record: Record) -> object:
    """What two records must share to be one line of a day."""
    match record:
        case AidPackage():
            figures = (record.amount, record.currency) if record.amount is not None else trigger(record).exact.casefold()
            return "package", _codes(record.donors), _codes(record.recipients), figures, record.modality
        case EscalationEvent():
            sides = (_codes(record.actors), _codes(record.targets))
            told = record.modality if any(sides) or record.place else key
            return "event", record.action, *sides, record.place, record.count, told
        case Reaction():
            words = record.quote or trigger(record).exact
            said = None if record.action else words.casefold()
            who = (_codes(record.actors), record.person)
            return "reaction", *who, record.stance, record.action, said, record.toward if record.action else None, record.modality
        case AidItem():
            return "item", record.description.casefold(), _codes(record.donors), _codes(record.recipients), record.modality
        case Assessment():
            return "assessment", record.content.casefold()


def _codes(actors: Iterable[Actor]) -> frozenset[str]:
    return frozenset(actor.code for actor in actors)

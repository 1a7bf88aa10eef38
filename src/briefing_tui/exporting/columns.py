"""A record as one flat row: the same columns for every kind, in an order that only ever grows at its end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, Final, Literal, NamedTuple, Protocol

from briefing_tui.model import Actor, Assessment, Record, trigger

ColumnType = Literal["text", "list", "number", "count", "fraction", "truth"]
Cell = str | int | float | Decimal | bool | list[str] | None


class Source(Protocol):
    """What a row says of the document its record stands in."""

    @property
    def id(self) -> str:
        """Its id, as given or by content."""

    @property
    def content_id(self) -> str:
        """Its id by content."""

    @property
    def title(self) -> str | None:
        """Its title."""

    @property
    def publisher(self) -> str | None:
        """Who published it."""

    @property
    def published(self) -> str | None:
        """The day it was published, YYYY-MM-DD."""

    @property
    def url(self) -> str | None:
        """Where it was found."""


class Column(NamedTuple):
    """A column: its name, the type of its cells, and what it holds."""

    name: str
    type: ColumnType
    meaning: str
    cell: Callable[[Source, Record], Cell]


def _of_source(name: str) -> Callable[[Source, Record], Cell]:
    return lambda source, _record: getattr(source, name)


def _of_record(name: str) -> Callable[[Source, Record], Cell]:
    return lambda _source, record: getattr(record, name, None)


def _actors(name: str) -> Callable[[Source, Record], Cell]:
    return lambda _source, record: _codes(getattr(record, name, None))


def _codes(actors: Iterable[Actor] | None) -> list[str] | None:
    return None if actors is None else [actor.code for actor in actors]


def _who(_source: Source, record: Record) -> Cell:
    if isinstance(record, Assessment):
        return _codes([record.assessor] if record.assessor else [])
    return _codes(getattr(record, "actors", None))


def _about(_source: Source, record: Record) -> Cell:
    return _codes(getattr(record, "targets", getattr(record, "about", None)))


def _words(name: str) -> Callable[[Source, Record], Cell]:
    def cell(_source: Source, record: Record) -> Cell:
        found = getattr(record, name, None)
        return None if found is None else list(found)

    return cell


def _attribution(_source: Source, record: Record) -> Cell:
    return record.attribution.source.code if record.attribution and record.attribution.source else None


def _place(name: str) -> Callable[[Source, Record], Cell]:
    return lambda _source, record: getattr(trigger(record), name)


COLUMNS: Final[tuple[Column, ...]] = (
    Column("id", "text", "the record's id", _of_record("id")),
    Column("kind", "text", "aid_package, aid_item, reaction, escalation_event or assessment", _of_record("kind")),
    Column("briefing", "text", "the document's id", _of_source("id")),
    Column("content_id", "text", "the document's id by content", _of_source("content_id")),
    Column("title", "text", "the document's title", _of_source("title")),
    Column("publisher", "text", "who published it", _of_source("publisher")),
    Column("published", "text", "the day it was published, YYYY-MM-DD", _of_source("published")),
    Column("url", "text", "where it was found", _of_source("url")),
    Column("modality", "text", "how far the text vouches for the record", _of_record("modality")),
    Column("status", "text", "how far aid has come", _of_record("status")),
    Column("scope", "text", "package, component or cumulative; only packages may be added up", _of_record("scope")),
    Column("donors", "list", "codes of those who give", _actors("donors")),
    Column("recipients", "list", "codes of those who get it", _actors("recipients")),
    Column("actors", "list", "codes of those who act, speak or assess", _who),
    Column("targets", "list", "codes of those acted upon, or assessed", _about),
    Column("person", "text", "the person who speaks", _of_record("person")),
    Column("role", "text", "the person's office", _of_record("role")),
    Column("amount", "number", "the amount, in units of currency", _of_record("amount")),
    Column("amount_high", "number", "its upper end, when the text gives a range", _of_record("amount_high")),
    Column("currency", "text", "ISO 4217", _of_record("currency")),
    Column("currency_inferred", "truth", "whether a bare $ was read by its donor", _of_record("currency_inferred")),
    Column("bound", "text", "exact, approx, at_least, at_most, up_to or range; of amount or quantity", _of_record("bound")),
    Column("mechanism", "text", "how it is financed", _of_record("mechanism")),
    Column("tranche", "count", "its number among tranches", _of_record("tranche")),
    Column("announced", "text", "the day of announcement", _of_record("announced")),
    Column("since", "text", "since when a running total runs", _of_record("since")),
    Column("parent", "text", "id of the package a component belongs to", _of_record("parent")),
    Column("description", "text", "the item in the text's words", _of_record("description")),
    Column("designation", "text", "the system's name", _of_record("designation")),
    Column("item_class", "text", "the item's class", _of_record("item_class")),
    Column("quantity", "number", "how many or how much", _of_record("quantity")),
    Column("quantity_high", "number", "its upper end, when the text gives a range", _of_record("quantity_high")),
    Column("unit", "text", "the unit of quantity; empty for things counted", _of_record("unit")),
    Column("package", "text", "id of the package an item belongs to", _of_record("package")),
    Column("stance", "text", "the position taken", _of_record("stance")),
    Column("action", "text", "the diplomatic step, or what happened", _of_record("action")),
    Column("directness", "text", "direct, mixed, indirect or act", _of_record("directness")),
    Column("quote", "text", "the quoted words", _of_record("quote")),
    Column("toward", "text", "what the position is about", _of_record("toward")),
    Column("date", "text", "the day, month, year or interval the text gives", _of_record("date")),
    Column("place", "text", "the most specific named place", _of_record("place")),
    Column("weapons", "list", "the weapons named", _words("weapons")),
    Column("count", "count", "how many weapons, strikes or things", _of_record("count")),
    Column("killed", "count", "people killed", _of_record("killed")),
    Column("injured", "count", "people injured", _of_record("injured")),
    Column("direction", "text", "escalation, de_escalation or neutral", _of_record("direction")),
    Column("content", "text", "what is assessed", _of_record("content")),
    Column("attributed_to", "text", "code of the source the text names", _attribution),
    Column("confidence", "fraction", "how likely all key fields are right, 0 to 1", _of_record("confidence")),
    Column("needs_review", "truth", "whether the record asks for review", _of_record("needs_review")),
    Column("start", "count", "where its words begin: code points into the text", _place("start")),
    Column("end", "count", "where they end", _place("end")),
    Column("exact", "text", "its words", _place("exact")),
)


def flat_row(source: Source, record: Record) -> list[Cell]:
    """The cells of a record in the order of `COLUMNS`; None where its kind has no such field or the text does not say."""
    return [column.cell(source, record) for column in COLUMNS]


def named_row(source: Source, record: Record) -> dict[str, Any]:
    """The same by the columns' names."""
    return {column.name: column.cell(source, record) for column in COLUMNS}

"""JSON Lines: a record a line with the facts of its document, and nothing lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from briefing_tui.exporting.columns import Source
from briefing_tui.model import Briefing, Record
from briefing_tui.model.json_form import json_text, to_json, to_plain

_FACTS: Final = ("id", "content_id", "title", "publisher", "published", "url")


def record_object(source: Source, record: Record) -> dict[str, Any]:
    """A record in the contract's form, under its document: `{"document": {…}, "record": {…}}`."""
    return {"document": document_object(source), "record": to_plain(record)}


def document_object(source: Source) -> dict[str, Any]:
    """What is known of a document without its text."""
    return {name: getattr(source, name) for name in _FACTS}


def json_records(pairs: Iterable[tuple[Source, Record]]) -> Iterator[str]:
    """A line for each record, each with its line end."""
    for source, record in pairs:
        yield json_line(record_object(source, record))


def json_briefings(briefings: Iterable[Briefing]) -> Iterator[str]:
    """A line for each whole briefing in the contract's form, sealed: `verify` takes them, and so does `add`."""
    for briefing in briefings:
        yield f"{to_json(briefing)}\n"


def json_line(value: Any) -> str:
    """A JSON value on one line, with its line end."""
    return f"{json_text(value)}\n"

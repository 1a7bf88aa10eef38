"""What people have accepted or edited, as annotations to score an extractor against: a record a line, and the texts they stand in.

A record's `anchors` are the spans that made it, the fullest first; its actors are codes, and `doc` is the id of its text. Of a
record only the fields that annotations have are written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, Final

from briefing_tui.exporting.columns import Source
from briefing_tui.exporting.json_lines import json_line
from briefing_tui.model import Actor, AidPackage, Document, Record
from briefing_tui.model.json_form import to_plain

FIELDS: Final = {
    "aid_package": ("scope", "donors", "recipients", "amount", "currency", "bound", "mechanism", "status", "modality"),
    "aid_item": ("quantity", "bound", "package", "item_class", "modality"),
    "reaction": ("actors", "person", "stance", "action", "directness", "quote", "modality"),
    "escalation_event": ("action", "actors", "targets", "place", "date", "modality"),
}
"""The fields of each kind that is annotated; assessments are not."""


def gold_lines(pairs: Iterable[tuple[Source, Record]]) -> Iterator[str]:
    """A line for each record, each with its line end. Records of one briefing stand together in `pairs`."""
    for _, group in groupby(pairs, key=lambda pair: pair[0].content_id):
        annotated = [(source, record) for source, record in group if record.kind in FIELDS]
        packages = {record.id for _, record in annotated if isinstance(record, AidPackage)}
        for source, record in annotated:
            yield json_line(gold_record(record, source.id, packages))


def gold_record(record: Record, document: str, packages: set[str]) -> dict[str, Any]:
    """One annotation; an item keeps its package when that is among the annotated `packages`."""
    values = {name: _value(getattr(record, name)) for name in FIELDS[record.kind]}
    if values.get("package") not in packages and "package" in values:
        values["package"] = None
    anchors = [{"start": span.start, "end": span.end, "exact": span.exact} for span in record.evidence if span.role == "trigger"]
    return {"id": record.id, "kind": record.kind, "anchors": anchors, **values, "doc": document}


def gold_texts(documents: Iterable[Document]) -> Iterator[str]:
    """A line for each text that annotations stand in, with what is known of it."""
    for document in documents:
        yield json_line(
            {
                "id": document.id,
                "title": document.title,
                "publisher": document.publisher,
                "published": document.published,
                "url": document.url,
                "licence": None,
                "sha256": document.sha256,
                "text": document.text,
            }
        )


def _value(value: Any) -> Any:
    if isinstance(value, tuple):
        return [part.code if isinstance(part, Actor) else part for part in value]
    return to_plain(value)

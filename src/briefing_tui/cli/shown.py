"""A record or a briefing of the library, printed: for people, as JSON, or only its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from briefing_tui.cli.cells import output_width, pad, width_cells, wrapped
from briefing_tui.cli.output import write_json, write_text
from briefing_tui.cli.output_file import write_pieces
from briefing_tui.model import Document, Record, trigger
from briefing_tui.model.safe_text import safe_line

if TYPE_CHECKING:
    from briefing_tui.library import Library
    from briefing_tui.library.corrections import Told
    from briefing_tui.library.documents import DocumentFacts

_TOLD_UNDER: Final = {
    **dict.fromkeys(("amount_high", "currency", "currency_inferred", "bound"), "amount"),
    "quantity_high": "quantity",
}
"""Fields that are told within the line of another."""


def show_briefing(library: Library, number: int, shape: str) -> None:
    """Print a briefing: its summary ("words"), its sealed JSON ("json") or its text ("text")."""
    from briefing_tui.library.documents import document_facts, load_briefing

    briefing = load_briefing(library, number)
    if shape == "json":
        from briefing_tui.model.json_form import to_json

        write_json(to_json(briefing, indent=2))
        return
    if shape == "text":
        _write_source(briefing.text)
        return
    from briefing_tui.cli.summary import summary_lines

    facts = document_facts(library, [number])[number]
    if facts.superseded_by is not None:
        write_text(f"An older version; #{facts.superseded_by} has taken its place.\n\n")
    write_text("".join(f"{line}\n" for line in (*summary_lines(briefing, ids=True), "", *_whence(library, facts))))


def _whence(library: Library, facts: DocumentFacts) -> Iterator[str]:
    """A briefing's number and address, where it was found, and what older versions of it there are."""
    from briefing_tui.library.origins import older_versions, origins_of

    yield f"briefing #{facts.number}, added {facts.added}"
    if facts.url:
        yield safe_line(facts.url)
    for found in origins_of(library, facts.number):
        yield f"found in {safe_line(found.place)}{'' if found.is_latest else ', where there is another text now'}"
    for number, added in older_versions(library, facts.number):
        yield f"older version: #{number}, added {added}"


def show_record(library: Library, row: int, shape: str) -> None:
    """Print a record: field by field ("words"), as JSON under its document ("json"), or its sentence ("text")."""
    from briefing_tui.exporting.contexts import in_context
    from briefing_tui.library.documents import document_facts, load_document, load_records
    from briefing_tui.library.row_numbers import place_of

    number = place_of(row).document
    document = load_document(library, number)
    record = in_context(load_records(library, [row])[row], document.text)
    facts = document_facts(library, [number])[number]
    if shape == "json":
        from briefing_tui.exporting.json_lines import record_object
        from briefing_tui.model.json_form import json_text

        write_pieces([json_text(record_object(facts, record), indent=2) + "\n"], None)
    elif shape == "text":
        start, end = _sentence(document, record)
        _write_source(document.text[start:end])
    else:
        said = _said_of(library, number, record)
        write_text("".join(f"{line}\n" for line in (*_record_lines(facts, document, record, said), *_said_lines(said))))


def _said_of(library: Library, number: int, record: Record) -> list[Told]:
    """What people have said of a record, oldest first."""
    from briefing_tui.library.correction_rows import corrections_of_documents

    if not corrections_of_documents(library.connection, [number]):
        return []
    from briefing_tui.library.corrections import corrections_of

    return [told for told in corrections_of(library, number) if told.record == record.id]


def _said_lines(said: Sequence[Told]) -> Iterator[str]:
    if said:
        from briefing_tui.cli.correction_lines import correction_line

        yield ""
        yield "corrections:"
        yield from (f"  {correction_line(told)}" for told in said)


def _edited_by(said: Sequence[Told]) -> dict[str, str]:
    """Who has set which line of a record: what stands under such a line is what was read, not what it says now."""
    counting = [told.correction for told in said if told.state == "counts" and told.correction.action == "edit"]
    return {_TOLD_UNDER.get(each.field or "", each.field or ""): each.by for each in counting}


def _record_lines(facts: DocumentFacts, document: Document, record: Record, said: Sequence[Told]) -> Iterator[str]:
    from briefing_tui.telling.citing import citation
    from briefing_tui.telling.why import reasons, why_title

    room = output_width()
    yield from wrapped(why_title(record), room)
    yield ""
    told = reasons(record)
    edited = _edited_by(said)
    names = max(width_cells(reason.field) for reason in told)
    for reason in told:
        margin = pad(reason.field, names) + "  "
        if reason.value:
            by = edited.get(reason.field)
            value = f"{reason.value} — corrected by {safe_line(by)}; read from the text was:" if by else reason.value
            yield from wrapped(value, room, first=margin, rest=" " * len(margin))
            margin = " " * len(margin)
        if reason.evidence is not None:
            span = reason.evidence
            words = f"{span.start}–{span.end}  “{safe_line(span.exact)}”  {safe_line(span.rule)}"
            yield from wrapped(words, room, first=margin, rest=" " * len(margin))
    yield ""
    yield citation(document, *_sentence(document, record))  # in one piece, to be copied
    if facts.url:
        yield from wrapped(safe_line(facts.url), room)
    yield f"briefing #{facts.number} · {safe_line(facts.content_id)}"


def _sentence(document: Document, record: Record) -> tuple[int, int]:
    from briefing_tui.telling.citing import sentence_span

    span = trigger(record)
    return sentence_span(document, span.start, span.end)


def _write_source(text: str) -> None:
    """A text as it stands, for programs; on a terminal with all that could steer it replaced."""
    import sys

    text = text if text.endswith("\n") else f"{text}\n"
    if sys.stdout is not None and sys.stdout.isatty():
        from briefing_tui.model.safe_text import safe_cells

        text = "".join(f"{safe_cells(line)}\n" for line in text.removesuffix("\n").split("\n"))
    write_pieces([text], None)

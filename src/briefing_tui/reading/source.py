"""The ways a source becomes documents."""

from __future__ import annotations

from pathlib import Path

from briefing_tui.model import Document
from briefing_tui.reading.documents import make_document, structure_of
from briefing_tui.reading.encoding import decode
from briefing_tui.reading.errors import ReadingError
from briefing_tui.reading.files import MAX_BYTES, load_file, too_large
from briefing_tui.reading.formats import FORMATS, Format, format_of_name, format_of_text
from briefing_tui.reading.jsonlines import read_jsonl
from briefing_tui.reading.metadata import Metadata

__all__ = ["FORMATS", "MAX_BYTES", "Format", "Metadata", "read_bytes", "read_jsonl", "read_path"]


def read_path(path: str | Path, *, form: Format | None = None, metadata: Metadata | None = None) -> list[Document | ReadingError]:
    """The documents of a file: one, or many for JSON Lines, where a broken line gives a `ReadingError` in its place.

    `form` None guesses by name and content. Raises `ReadingError` when the file itself cannot be read.
    """
    name = str(path)
    return _read(load_file(path), name=name, form=form or format_of_name(name), metadata=metadata)


def read_bytes(data: bytes, *, name: str, form: Format | None = None, metadata: Metadata | None = None) -> Document:
    """One document from the bytes of a text, Markdown or HTML source called `name` in messages.

    `form` None guesses by the content. JSON Lines give their only document.

    Raises:
        ReadingError: when the bytes are not a text, hold nothing, or are JSON Lines of several documents.
    """
    read = _read(data, name=name, form=form, metadata=metadata)
    if len(read) != 1:
        raise ReadingError(f"{name}: holds {len(read) or 'no'} documents, where one is wanted")
    if isinstance(read[0], ReadingError):
        raise read[0]
    return read[0]


def _read(data: bytes, *, name: str, form: Format | None, metadata: Metadata | None) -> list[Document | ReadingError]:
    if len(data) > MAX_BYTES:
        raise ReadingError(too_large(name))
    decoded = decode(data, name=name)
    form = form or format_of_text(decoded.text)
    if form == "jsonl":
        if not decoded.text.strip():
            raise ReadingError(f"{name}: is empty")
        lines = (line.encode() + b"\n" for line in decoded.text.split("\n"))
        return list(read_jsonl(lines, name=name, metadata=metadata))
    document = make_document(
        structure_of(decoded.text, form),
        name=name,
        form=form,
        source=data,
        encoding=decoded.encoding,
        notes=decoded.notes,
        metadata=metadata,
    )
    return [document]

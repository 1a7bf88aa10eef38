"""The bytes of a source to its documents."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

from briefing_tui.model import Document
from briefing_tui.reading.documents import Structured, make_document, structure_of
from briefing_tui.reading.encoding import decode
from briefing_tui.reading.errors import ReadingError
from briefing_tui.reading.files import MAX_BYTES, too_large
from briefing_tui.reading.formats import Format, format_of_text
from briefing_tui.reading.jsonlines import read_jsonl, read_row
from briefing_tui.reading.metadata import Metadata
from briefing_tui.reading.signatures import LOOKED_AT, format_of_bytes
from briefing_tui.reading.source import Source, source_bytes


def read_source(source: Source) -> list[Document | ReadingError]:
    """The documents of a source: nearly always one. What cannot be read gives a `ReadingError` in its place.

    Depends on nothing but the source (and the file it names), so that it may run in any process.
    """
    try:
        return list(_documents(source_bytes(source), source))
    except ReadingError as error:
        return [error]


def read_bytes(data: bytes, *, name: str, form: Format | None = None, metadata: Metadata | None = None) -> Document:
    """One document from the bytes of a source called `name` in messages.

    `form` None guesses by the content. JSON Lines, mailboxes and feeds give their only document.

    Raises:
        ReadingError: when the bytes are not a text, hold nothing, or hold several documents.
    """
    read = list(_documents(data, Source(place=name, load=data, form=form, metadata=metadata or Metadata())))
    if len(read) != 1:
        raise ReadingError(f"{name}: holds {len(read) or 'no'} documents, where one is wanted")
    if isinstance(read[0], ReadingError):
        raise read[0]
    return read[0]


def _documents(data: bytes, source: Source) -> Iterator[Document | ReadingError]:
    if len(data) > MAX_BYTES:
        raise ReadingError(too_large(source.place))
    known = format_of_bytes(data[:LOOKED_AT])
    form = known if known == "pdf" else source.form or known
    if form == "pdf":
        from briefing_tui.reading.pdf import read_pdf  # noqa: PLC0415  only for PDF

        yield _document(read_pdf(data, source.place), data, source, form)
    elif form in {"mail", "feed"} and not source.is_piece:
        yield from _pieces(data, source, form)
    elif form == "mail":
        from briefing_tui.reading.mail import read_mail  # noqa: PLC0415  only for mail

        message, encoding = read_mail(data, source.place)
        own = message.stated.over(source.metadata)
        known_of_it = replace(own, publisher=source.metadata.publisher or own.publisher)
        yield _document(message, data, replace(source, metadata=known_of_it), form, encoding=encoding)
    elif form == "jsonl" and source.is_piece:
        yield read_row(data, source.place, source.metadata)
    else:
        yield from _decoded(data, source, form)


def _decoded(data: bytes, source: Source, form: Format | None) -> Iterator[Document | ReadingError]:
    """The documents of a source that is text, in whatever encoding."""
    decoded = decode(data, name=source.place, charset=source.charset)
    form = form or format_of_text(decoded.text)
    if form == "jsonl":
        if not decoded.text.strip():
            raise ReadingError(f"{source.place}: is empty")
        lines = (line.encode() + b"\n" for line in decoded.text.split("\n"))
        yield from read_jsonl(lines, name=source.place, metadata=source.metadata)
        return
    structured = structure_of(decoded.text, "html" if form == "feed" else form)
    if form == "feed":
        structured = replace(structured, stated=Metadata())
    yield _document(structured, data, source, form, encoding=decoded.encoding, notes=decoded.notes)


def _document(
    structured: Structured, data: bytes, source: Source, form: Format, *, encoding: str = "utf-8", notes: tuple[str, ...] = ()
) -> Document:
    return make_document(
        structured, name=source.place, form=form, source=data, encoding=encoding, notes=notes, metadata=source.metadata
    )


def _pieces(data: bytes, source: Source, form: Format) -> Iterator[Document | ReadingError]:
    """The messages or entries of a whole mailbox or feed, without what is attached to them."""
    from briefing_tui.reading.streams import Stream  # noqa: PLC0415  only for what holds several
    from briefing_tui.reading.unpacking import Spot, Unpacking, unpack  # noqa: PLC0415

    spot = Spot(source.place, source.key, source.place, charset=source.charset)
    for found in unpack(Stream(io.BytesIO(data)), spot, Unpacking(form=form, metadata=source.metadata)):
        if isinstance(found, ReadingError):
            yield found
        elif found.is_piece and found.form == form:
            yield from read_source(found)

"""JSON Lines: one document a line, read as the lines arrive."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from briefing_tui.model import Document
from briefing_tui.reading.documents import make_document, structure_of
from briefing_tui.reading.encoding import with_line_feeds, without_surrogates
from briefing_tui.reading.errors import ReadingError
from briefing_tui.reading.files import MAX_BYTES, too_large
from briefing_tui.reading.metadata import Metadata

_FIELDS: Final = ("id", "title", "publisher", "published", "url")
_BOM: Final = b"\xef\xbb\xbf"


def read_jsonl(lines: Iterable[bytes], *, name: str, metadata: Metadata | None = None) -> Iterator[Document | ReadingError]:
    """A document for each JSON line, as it arrives; a line that cannot be read gives a `ReadingError` that names its number.

    A line is an object with `text` and any of `id, title, publisher, published, url`; other keys are ignored.
    `metadata` completes what a line does not say.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip() or (number == 1 and line.strip() == _BOM):
            continue
        try:
            yield read_row(line.removeprefix(_BOM) if number == 1 else line, f"{name}, line {number}", metadata)
        except ReadingError as error:
            yield error


def read_row(line: bytes, name: str, metadata: Metadata | None = None) -> Document:
    """The document of one JSON line, called `name` in messages.

    Raises:
        ReadingError: when it is no object with a text.
    """
    if len(line) > MAX_BYTES:
        raise ReadingError(too_large(name))
    row = _parse(line, name)
    raw = row.get("text")
    if not isinstance(raw, str):
        raise ReadingError(f"{name}: no text" if raw is None else f"{name}: the text is not a string")
    text, surrogates = without_surrogates(with_line_feeds(raw))
    identity, title, publisher, published, url = (_string(row, field, name) for field in _FIELDS)
    known = Metadata(id=identity, title=title, publisher=publisher, published=published, url=url)
    return make_document(
        structure_of(text, "text"),
        name=name,
        form="jsonl",
        source=line.rstrip(b"\r\n"),
        notes=(f"{surrogates} lone surrogate{'s' if surrogates > 1 else ''} read as �",) if surrogates else (),
        metadata=known.over(metadata),
    )


def _parse(line: bytes, name: str) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ReadingError(f"{name}: not UTF-8 at byte {error.start + 1}") from error
    except json.JSONDecodeError as error:
        raise ReadingError(f"{name}: not JSON at column {error.colno}: {error.msg.lower()}") from error
    except RecursionError as error:
        raise ReadingError(f"{name}: nested too deeply") from error
    except ValueError as error:
        raise ReadingError(f"{name}: not JSON: a number is too long") from error
    if not isinstance(row, dict):
        raise ReadingError(f"{name}: not a JSON object")
    return row


def _string(row: dict[str, Any], field: str, name: str) -> str | None:
    value = row.get(field)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool) and field == "id":
        return str(value)
    raise ReadingError(f"{name}: {field} is not a string")

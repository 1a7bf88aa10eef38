"""The ways a source becomes documents."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from briefing_tui.model import Document
from briefing_tui.reading.errors import ReadingError
from briefing_tui.reading.sentences import split_sentences
from briefing_tui.reading.structure import find_blocks

Format = Literal["text", "markdown", "html", "jsonl"]
FORMATS: Final[tuple[Format, ...]] = ("text", "markdown", "html", "jsonl")
MAX_BYTES: Final = 64 * 2**20
"""Larger sources are refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known of a source from outside its text; each field overrides what the text says of itself."""

    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_from: str = "metadata"
    """"metadata" or "user": who stated `published`."""
    url: str | None = None


def read_path(path: str | Path, *, form: Format | None = None, metadata: Metadata | None = None) -> list[Document | ReadingError]:
    """The documents of a file: one, or many for JSON Lines, where a broken line gives a `ReadingError` in its place.

    `form` None guesses by name and content. Raises `ReadingError` when the file itself cannot be read.
    """
    data = Path(path).read_bytes()
    if form == "jsonl" or (form is None and str(path).endswith(".jsonl")):
        return list(read_jsonl(data.splitlines(keepends=True), name=str(path), metadata=metadata))
    return [read_bytes(data, name=str(path), form=form, metadata=metadata)]


def read_bytes(data: bytes, *, name: str, form: Format | None = None, metadata: Metadata | None = None) -> Document:
    """One document from the bytes of a text, Markdown or HTML source called `name` in messages."""
    del name, form
    meta = metadata or Metadata()
    text = data.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    digest = hashlib.sha256(text.encode()).hexdigest()
    blocks = find_blocks(text)
    return Document(
        id=meta.id or f"b:{digest[:16]}",
        content_id=f"b:{digest[:16]}",
        sha256=digest,
        source_sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        title=meta.title,
        publisher=meta.publisher,
        published=meta.published,
        published_from=meta.published_from if meta.published else "none",
        url=meta.url,
        blocks=tuple(blocks),
        sentences=tuple(split_sentences(text, blocks)),
    )


def read_jsonl(lines: Iterable[bytes], *, name: str, metadata: Metadata | None = None) -> Iterator[Document | ReadingError]:
    """A document for each JSON line, as it arrives; a broken line gives a `ReadingError` that names its number."""
    del metadata
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            yield ReadingError(f"{name}, line {number}: {error}")
            continue
        yield read_bytes(
            row["text"].encode(),
            name=name,
            metadata=Metadata(**{key: row.get(key) for key in ("id", "title", "publisher", "published", "url")}),
        )

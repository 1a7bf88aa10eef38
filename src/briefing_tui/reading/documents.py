"""The last step of every format: text, structure, facts and metadata into a `Document`."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing_tui.model import Block, Document
from briefing_tui.reading.days import publication_day
from briefing_tui.reading.encoding import without_surrogates
from briefing_tui.reading.errors import ReadingError
from briefing_tui.reading.facts import Facts, read_facts
from briefing_tui.reading.formats import Format
from briefing_tui.reading.metadata import Metadata
from briefing_tui.reading.sentences import split_sentences
from briefing_tui.reading.structure import find_blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Structured:
    """A text with its blocks, and what its format said of it (a page's head, front matter)."""

    text: str
    blocks: Sequence[Block]
    stated: Metadata = field(default_factory=Metadata)
    notes: tuple[str, ...] = ()


def structure_of(text: str, form: Format) -> Structured:
    """The structure of a decoded source in its format. For HTML the text is the rendered one."""
    if form == "html":
        from briefing_tui.reading.html import read_html  # noqa: PLC0415  lxml only for pages

        return read_html(text)
    if form == "markdown":
        from briefing_tui.reading.markdown import read_markdown  # noqa: PLC0415  markdown-it only for Markdown

        return read_markdown(text)
    return Structured(text=text, blocks=find_blocks(text))


def make_document(
    structured: Structured,
    *,
    name: str,
    form: Format,
    source: bytes,
    encoding: str = "utf-8",
    notes: tuple[str, ...] = (),
    metadata: Metadata | None = None,
) -> Document:
    """The document of a structured text that was read from the bytes `source`. `metadata` wins over what the text states.

    Raises:
        ReadingError: when there is nothing to read, or the metadata's date is none.
    """
    text = structured.text
    if not text.strip():
        what = (
            "there is no text in it"
            if form == "html" and source.strip()
            else "is empty"
            if not source
            else "nothing but white space"
        )
        raise ReadingError(f"{name}: {what}")
    facts = read_facts(text, structured.blocks)
    known = _clean(metadata or Metadata(), name).over(_clean(structured.stated, name, believe=False))
    published, published_from = _published(known, facts)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        id=known.id or f"b:{digest[:16]}",
        content_id=f"b:{digest[:16]}",
        sha256=digest,
        source_sha256=hashlib.sha256(source).hexdigest(),
        text=text,
        title=known.title or facts.title,
        publisher=known.publisher,
        published=published,
        published_from=published_from,
        url=known.url,
        format=form,
        encoding=encoding,
        dateline=facts.dateline,
        notes=(*notes, *structured.notes),
        blocks=tuple(structured.blocks),
        sentences=tuple(split_sentences(text, structured.blocks)),
    )


def _published(known: Metadata, facts: Facts) -> tuple[str | None, str]:
    if known.published:
        return known.published, known.published_from
    return facts.published, facts.published_from


def _clean(metadata: Metadata, name: str, *, believe: bool = True) -> Metadata:
    """Metadata fit for a document: no lone surrogates, blank fields empty, the date a day.

    A date the text's own head states wrongly is passed over (`believe` False); one given from outside is an error.
    """
    published = metadata.published
    if published:
        day = publication_day(published)
        if day is None and believe:
            raise ReadingError(f"{name}: {without_surrogates(published)[0][:60]!r} is not a date; write YYYY-MM-DD")
        published = day
    return Metadata(
        id=_line(metadata.id),
        title=_line(metadata.title),
        publisher=_line(metadata.publisher),
        published=published,
        published_from=metadata.published_from,
        url=_line(metadata.url),
    )


def _line(value: str | None) -> str | None:
    """`value` on one line and valid Unicode; None when blank."""
    return (" ".join(without_surrogates(value)[0].split()) or None) if value else None

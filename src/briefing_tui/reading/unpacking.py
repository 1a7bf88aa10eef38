"""From one file, pipe or packed member to the sources in it: lines, messages, entries, members, or the whole."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING, Final

from briefing_tui.reading.allowance import DEEPEST, Allowance
from briefing_tui.reading.choice import Choice
from briefing_tui.reading.errors import PassedOver, ReadingError
from briefing_tui.reading.formats import Format, format_of_name, format_of_text, is_briefing_line
from briefing_tui.reading.mailbox import is_mailbox, message_id, split_mailbox
from briefing_tui.reading.metadata import Metadata
from briefing_tui.reading.signatures import format_of_bytes, wrapping_of
from briefing_tui.reading.source import Source
from briefing_tui.reading.streams import Stream

if TYPE_CHECKING:
    import zipfile

Found = Source | ReadingError

_BOM: Final = b"\xef\xbb\xbf"
_ROW_ID: Final = re.compile(rb'\s*\{\s*"id"\s*:\s*(?:"([^"\\\x00-\x1f]{1,500})"|(\d{1,30}))\s*[,}]')
_ATTACHES: Final = re.compile(rb"(?i)\battachment\b|message/rfc822|\bapplication/|filename\*?=")
_MOST_NAMED: Final = 6


@dataclass(frozen=True, slots=True)
class Unpacking:
    """What is wanted of everything that is found, and what may still come out."""

    form: Format | None = None
    metadata: Metadata = field(default_factory=Metadata)
    choice: Choice = field(default_factory=Choice)
    allowance: Allowance = field(default_factory=Allowance)
    depth: int = 0
    is_named: bool = True
    """Whether a person named the file, so that no pattern decides on it."""
    pass_over: Callable[[str], None] | None = None
    """Takes the names of files that are none of ours; None when each file was named by a person and has to be read."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a stream of bytes stands: what messages call it, what identifies it, the file name its format is known by."""

    place: str
    key: str | None
    name: str
    path: str | None = None
    """The file whose whole content it is, so that another process can load it."""
    charset: str | None = None


def unpack(stream: Stream, spot: Spot, wanted: Unpacking) -> Iterator[Found]:
    """The sources in `stream`. What is broken gives a `ReadingError` in its place, and the rest goes on where it can."""
    head = stream.look(only_line=wanted.form == "jsonl")
    wrapping = wrapping_of(head)
    if wrapping:
        if wanted.depth >= DEEPEST:
            raise ReadingError(f"{spot.place}: archives in archives, more than {DEEPEST} deep")
        inside = replace(wanted, depth=wanted.depth + 1, choice=_choice_within(spot, wanted))
        if wrapping == "zip":
            yield from _unpack_zip(io.BytesIO(stream.whole(spot.place)), spot, inside)
        else:
            opened = gunzipped_stream(stream, spot, wanted)
            yield from unpack(opened, replace(spot, name=_without_gz(spot.name), path=None), inside)
        return
    if not wanted.is_named and wanted.choice.include and not wanted.choice.includes(spot.name):
        return
    form = _form(head, spot, wanted)
    if form is None and wanted.pass_over is not None and not _is_ours(head, spot.name, wanted):
        wanted.pass_over(spot.name)
        return
    if form == "jsonl":
        yield from _rows(stream, spot, wanted)
    elif form == "mail":
        yield from _messages(stream, head, spot, wanted)
    elif form == "feed":
        yield from _entries(stream.whole(spot.place), spot, wanted)
    else:
        load = spot.path if spot.path is not None else stream.whole(spot.place)
        yield Source(
            place=spot.place,
            load=load,
            key=spot.key,
            form=form,
            metadata=wanted.metadata,
            charset=spot.charset,
        )


def unpack_zip_file(file: IO[bytes], spot: Spot, wanted: Unpacking) -> Iterator[Found]:
    """As `unpack`, for a ZIP archive in a file of any size that can be sought in."""
    wanted.allowance.grant(file.seek(0, io.SEEK_END))
    inside = replace(wanted, depth=wanted.depth + 1, choice=_choice_within(spot, wanted))
    yield from _unpack_zip(file, spot, inside)


def passed_over(place: str, names: list[str]) -> PassedOver:
    """One line for all files that were left aside, by their endings."""
    if len(names) == 1 and place.endswith(names[0]):
        return PassedOver(f"{place}: passed over, as it is no text of ours")
    kinds = Counter(PurePosixPath(name).suffix.lower() or "without an ending" for name in names)
    told = ", ".join(f"{count:,} {kind}" for kind, count in kinds.most_common(_MOST_NAMED))
    more = ", …" if len(kinds) > _MOST_NAMED else ""
    files = "1 file that is" if len(names) == 1 else f"{len(names):,} files that are"
    return PassedOver(f"{place}: passed over {files} no text of ours ({told}{more})")


def gunzipped_stream(stream: Stream, spot: Spot, wanted: Unpacking) -> Stream:
    """What the gzip stream at `spot` unpacks to."""
    from briefing_tui.reading.archives import gunzipped  # noqa: PLC0415  only for what is packed

    return gunzipped(stream, wanted.allowance, spot.place, is_outermost=wanted.depth == 0)


def _choice_within(spot: Spot, wanted: Unpacking) -> Choice:
    """What is wanted of an archive: all that is not excluded, when a pattern asked for the archive itself."""
    asked_for = not wanted.is_named and wanted.choice.includes(spot.name)
    return replace(wanted.choice, include=()) if asked_for else wanted.choice


def _form(head: bytes, spot: Spot, wanted: Unpacking) -> Format | None:
    known = format_of_bytes(head)
    if known == "pdf":
        return known
    form = wanted.form or format_of_name(spot.name) or known
    if form is None and is_briefing_line(head.lstrip(_BOM + b" \t\r\n")):
        return "jsonl"
    return form


def _is_ours(head: bytes, name: str, wanted: Unpacking) -> bool:
    """Whether a file that nobody named is worth reading: asked for by a pattern, a page by its tags, or a text without an ending."""
    if wanted.choice.includes(name):
        return True
    if format_of_text(head.decode("latin-1")) != "text":
        return True
    return not PurePosixPath(name).suffix and b"\0" not in head and head.isascii() | _is_utf8(head)


def _is_utf8(head: bytes) -> bool:
    """Whether the bytes are UTF-8, but for a character that is cut through at their end."""
    try:
        head[: max(0, len(head) - 3)].decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start >= len(head) - 6
    return True


def _rows(stream: Stream, spot: Spot, wanted: Unpacking) -> Iterator[Found]:
    empty = True
    for number, line in enumerate(stream.lines(), 1):
        bare = line.removeprefix(_BOM) if number == 1 else line
        if not bare.strip():
            continue
        empty = False
        yield Source(
            place=f"{spot.place}, line {number}",
            load=bare,
            key=_row_key(bare, spot.key),
            form="jsonl",
            metadata=wanted.metadata,
            is_piece=True,
        )
    if empty and spot.path is not None:
        yield ReadingError(f"{spot.place}: is empty")


def _row_key(line: bytes, file: str | None) -> str | None:
    """What identifies a row: its id within its file, else its address."""
    quick = _ROW_ID.match(line) if file else None
    if quick:
        return f"{file}#{(quick[1] or quick[2]).decode('utf-8', 'replace')}"
    if b'"url"' not in line and (file is None or b'"id"' not in line):
        return None
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(row, dict):
        return None
    identity, url = row.get("id"), row.get("url")
    if file and identity and isinstance(identity, str | int):
        return f"{file}#{identity}"
    return url if isinstance(url, str) and url.startswith(("http://", "https://")) else None


def _messages(stream: Stream, head: bytes, spot: Spot, wanted: Unpacking) -> Iterator[Found]:
    if not is_mailbox(head):
        yield from _message(stream.whole(spot.place), spot, wanted)
        return
    for number, message in enumerate(split_mailbox(stream.lines(), spot.place), 1):
        if isinstance(message, ReadingError):
            yield message
        else:
            yield from _message(message, Spot(f"{spot.place}, message {number}", None, spot.name), wanted)


def _message(message: bytes, spot: Spot, wanted: Unpacking) -> Iterator[Found]:
    """A message, and behind it what is attached to it and can be read."""
    key = message_id(message) or spot.key
    attached: list[Found] = []
    has_text = True
    if _ATTACHES.search(message):
        from briefing_tui.reading.mail import read_parts  # noqa: PLC0415  only where something may be attached

        parts = read_parts(message, spot.place)
        has_text = parts.has_text
        inside = replace(wanted, depth=wanted.depth + 1, form=None, pass_over=_nowhere, is_named=True)
        if parts.attachments and wanted.depth >= DEEPEST:
            attached = [ReadingError(f"{spot.place}: archives in archives, more than {DEEPEST} deep")]
        else:
            for name, data in parts.attachments:
                place = f"{spot.place}: {name}"
                wanted.allowance.take_member(spot.place)
                where = Spot(place, f"{key}/{name}" if key else None, name)
                attached += guarded(unpack(Stream(io.BytesIO(data)), where, inside))
    if has_text or not attached:
        yield Source(place=spot.place, load=message, key=key, form="mail", metadata=wanted.metadata, is_piece=True)
    yield from attached


def _nowhere(name: str) -> None:
    """Attachments that are no texts are the rule and not worth a word."""


def _entries(data: bytes, spot: Spot, wanted: Unpacking) -> Iterator[Found]:
    from briefing_tui.reading.feeds import read_entries  # noqa: PLC0415  lxml only for feeds and pages

    for number, entry in enumerate(read_entries(data, place=spot.place, key=spot.key, charset=spot.charset), 1):
        if isinstance(entry, ReadingError):
            yield entry
            continue
        known = entry.metadata.over(wanted.metadata)
        yield Source(
            place=f"{spot.place}, entry {number}",
            load=entry.page.encode("utf-8", "replace"),
            key=entry.key,
            form="feed",
            metadata=replace(known, publisher=wanted.metadata.publisher or known.publisher),
            is_piece=True,
        )


def _unpack_zip(file: IO[bytes], spot: Spot, wanted: Unpacking) -> Iterator[Found]:
    from briefing_tui.reading.archives import is_office_document, open_zip  # noqa: PLC0415  only for archives

    with open_zip(file, spot.place) as archive:
        if is_office_document(archive):
            if wanted.pass_over is None:
                raise ReadingError(f"{spot.place}: this is an Office document, an e-book or a program, not an archive of texts")
            wanted.pass_over(spot.name)
            return
        others: list[str] = []
        locked: list[str] = []
        empty: list[str] = []
        inside = replace(wanted, pass_over=others.append, is_named=False)
        for member in archive.infolist():
            name = member.filename
            if name.endswith("/") or _is_excluded(name, wanted.choice) or not wanted.choice.may_want(name):
                continue
            if member.flag_bits & 1:
                locked.append(name)
            elif not member.file_size:
                empty.append(name)
            else:
                wanted.allowance.take_member(spot.place)
                yield from _member(archive, member, spot, inside)
        if locked:
            yield ReadingError(f"{spot.place}: {_files(locked)} in it cannot be read without a password, such as {locked[0]}")
        if len(empty) == 1:
            yield ReadingError(f"{spot.place}: {empty[0]}: is empty")
        elif empty:
            yield ReadingError(f"{spot.place}: {_files(empty)} in it are empty, such as {empty[0]}")
        if others:
            yield passed_over(spot.place, others)


def _files(names: list[str]) -> str:
    return "a file" if len(names) == 1 else f"{len(names):,} files"


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, spot: Spot, wanted: Unpacking) -> Iterator[Found]:
    from briefing_tui.reading.archives import open_member  # noqa: PLC0415  only for archives

    name = member.filename
    where = Spot(f"{spot.place}: {name}", f"{spot.key}!/{name}" if spot.key else None, name)
    before = wanted.allowance
    try:
        with open_member(archive, member, before, where.place) as opened:
            yield from unpack(opened, where, wanted)
    except ReadingError as error:
        if before.is_spent:
            raise
        yield error


def _is_excluded(path: str, choice: Choice) -> bool:
    parts = path.split("/")
    return any(choice.excludes("/".join(parts[: place + 1])) for place in range(len(parts)) if parts[place])


def guarded(found: Iterator[Found]) -> Iterator[Found]:
    """What is found, with the error that ends it given like any other."""
    try:
        yield from found
    except ReadingError as error:
        yield error


def _without_gz(name: str) -> str:
    return name[:-3] if name.lower().endswith(".gz") else name

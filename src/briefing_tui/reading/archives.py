"""What is packed: ZIP archives and gzip, opened without trusting what they say of themselves."""

from __future__ import annotations

import gzip
import io
import lzma
import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Final, cast

from briefing_tui.reading.allowance import MOST_MEMBERS, Allowance
from briefing_tui.reading.errors import ReadingError
from briefing_tui.reading.streams import Stream

_DIRECTORY_BYTES: Final = 16 * 2**20
"""Longest list of members that is taken into memory."""
_END_BYTES: Final = 65_535 + 22 + 20 + 56
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2})
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    gzip.BadGzipFile,
    EOFError,
    struct.error,
    UnicodeDecodeError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
)
"""What the standard library raises on archives that are cut short, damaged or made up."""


class _Unpacked(io.RawIOBase):
    """The bytes that come out of a packed stream, each counted, with every kind of damage told in one way."""

    def __init__(self, inner: IO[bytes], allowance: Allowance, place: str) -> None:
        super().__init__()
        self._inner = cast("io.BufferedIOBase", inner)
        self._allowance = allowance
        self._place = place

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int:
        """Unpack some bytes.

        Raises:
            ReadingError: when the packed bytes are damaged or unpack to too many.
        """
        view = memoryview(buffer)  # type: ignore[arg-type]
        try:
            data = self._inner.read1(len(view))
        except EOFError as error:
            raise ReadingError(f"{self._place}: is cut short; what came before the break has been read") from error
        except _BROKEN as error:
            raise ReadingError(f"{self._place}: is damaged ({_told(error)})") from error
        self._allowance.take(len(data), self._place)
        view[: len(data)] = data
        return len(data)


class _Counted:
    """Packed bytes as they are read, for which unpacked ones are granted."""

    def __init__(self, inner: Stream, allowance: Allowance) -> None:
        self._inner = inner
        self._allowance = allowance

    def read(self, size: int = -1) -> bytes:
        """Read what is there."""
        data = self._inner.read1(size)
        self._allowance.grant(len(data))
        return data


def gunzipped(stream: Stream, allowance: Allowance, place: str, *, is_outermost: bool) -> Stream:
    """What a gzip stream unpacks to, as it is read. The packed bytes count only when the stream is itself packed in nothing."""
    packed = _Counted(stream, allowance) if is_outermost else stream
    unpacked: IO[bytes] = cast("IO[bytes]", gzip.GzipFile(fileobj=cast("IO[bytes]", packed), mode="rb"))
    return Stream(io.BufferedReader(_Unpacked(unpacked, allowance, place)))


@contextmanager
def open_zip(file: IO[bytes], place: str) -> Iterator[zipfile.ZipFile]:
    """The archive in a file that can be sought in.

    Raises:
        ReadingError: when it is damaged or lists too many members.
    """
    if _directory_bytes(file) > _DIRECTORY_BYTES:
        raise ReadingError(f"{place}: holds more than {MOST_MEMBERS:,} files; unpack it first")
    file.seek(0)
    try:
        archive = zipfile.ZipFile(file)
    except _BROKEN as error:
        raise ReadingError(f"{place}: is no whole ZIP archive ({_told(error)})") from error
    with archive:
        yield archive


@contextmanager
def open_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, allowance: Allowance, place: str) -> Iterator[Stream]:
    """What one member of an archive unpacks to, as it is read.

    Raises:
        ReadingError: when it is damaged or packed in a way that is not read.
    """
    if member.compress_type not in _METHODS:
        raise ReadingError(f"{place}: is packed by a method that is not read; unpack the archive first")
    try:
        opened = archive.open(member)
    except _BROKEN as error:
        raise ReadingError(f"{place}: is damaged ({_told(error)})") from error
    with opened:
        yield Stream(io.BufferedReader(_Unpacked(opened, allowance, place)))


def is_office_document(archive: zipfile.ZipFile) -> bool:
    """Whether the archive is a word processor's, a spreadsheet's, an e-book's or a program's file."""
    names = {member.filename for member in archive.filelist[:64]}
    return not names.isdisjoint({"[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF", "AndroidManifest.xml"})


def _directory_bytes(file: IO[bytes]) -> int:
    """How long the archive says its list of members is."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _END_BYTES))
    tail = file.read()
    end = tail.rfind(b"PK\x05\x06")
    if end < 0 or len(tail) < end + 16:
        return 0
    told = int.from_bytes(tail[end + 12 : end + 16], "little")
    wide = tail.rfind(b"PK\x06\x06", 0, end)
    if wide >= 0 and len(tail) >= wide + 48:
        told = max(told if told != 0xFFFFFFFF else 0, int.from_bytes(tail[wide + 40 : wide + 48], "little"))
    return told


def _told(error: Exception) -> str:
    return " ".join(str(error).split())[:120].strip(". ").lower() or type(error).__name__

"""The texts of a library: kept once, compressed in parts, so that a sentence can be had without its whole document."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from typing import Final

from briefing_tui.library.packing import PackingError

PART: Final = 8192
"""Code points a part."""
_BITS: Final = 20
_LEVEL: Final = 1


def pack_text(text: str) -> list[bytes]:
    """The compressed parts of a text."""
    return [
        zlib.compress(text[start : start + PART].encode("utf-8", "surrogatepass"), _LEVEL)
        for start in range(0, max(1, len(text)), PART)
    ]


def write_text(connection: sqlite3.Connection, document: int, parts: list[bytes]) -> None:
    """Store the parts of a document's text."""
    connection.executemany(
        "INSERT INTO passages (number, body) VALUES (?, ?)",
        ((document << _BITS | index, body) for index, body in enumerate(parts)),
    )


def text_of(connection: sqlite3.Connection, document: int) -> str:
    """The whole text of a document; empty when there is none of that number.

    Raises:
        PackingError: when a part is damaged.
    """
    return "".join(_parts(connection, document, 0, (1 << _BITS) - 1))


def text_slice(connection: sqlite3.Connection, document: int, start: int, end: int) -> str:
    """`text_of(…)[start:end]`, reading only the parts concerned.

    Raises:
        PackingError: when a part is damaged.
    """
    first = start // PART
    joined = "".join(_parts(connection, document, first, max(first, (end - 1) // PART)))
    return joined[start - first * PART : end - first * PART]


def _parts(connection: sqlite3.Connection, document: int, first: int, last: int) -> Iterator[str]:
    rows = connection.execute(
        "SELECT body FROM passages WHERE number BETWEEN ? AND ? ORDER BY number",
        (document << _BITS | first, document << _BITS | last),
    )
    for (body,) in rows:
        try:
            yield zlib.decompress(body).decode("utf-8", "surrogatepass")
        except (zlib.error, UnicodeDecodeError) as error:
            raise PackingError(f"the text of document #{document} is damaged: {error}") from error

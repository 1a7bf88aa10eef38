"""Names that mean the same, written from the lexicon into the library, so that searching needs no lexicon."""

from __future__ import annotations

import sqlite3
import tomllib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from briefing_tui.library.folding import fold_words
from briefing_tui.library.opening import Library
from briefing_tui.library.sqlite_words import told_plainly
from briefing_tui.library.turns import write_transaction

Name = tuple[str, str, str, str]
"""A name as people write it, what kind of name it is, what it stands for (an actor's code, a designation), how that is called."""
_FACT: Final = "names"
_SPELLINGS: Final = Path(__file__).resolve().parent / "spellings.toml"


def refresh_aliases(library: Library, version: str, names: Callable[[], Iterable[Name]]) -> None:
    """Bring the names up to date when they were made from another `version` of the lexicon; `names` is asked only then.

    Raises:
        LibraryError: when the library cannot be written.
    """
    with told_plainly(library.path):
        if _version(library.connection) == version:
            return
        rows = sorted({(fold_words(form), kind, code, name) for form, kind, code, name in (*names(), *_spellings())})
        with write_transaction(library):
            library.connection.execute("DELETE FROM aliases")
            library.connection.executemany(
                "INSERT OR IGNORE INTO aliases (form, kind, code, name) VALUES (?, ?, ?, ?)", (row for row in rows if row[0])
            )
            library.connection.execute("INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)", (_FACT, version))


def _version(connection: sqlite3.Connection) -> str | None:
    row = connection.execute("SELECT value FROM facts WHERE name = ?", (_FACT,)).fetchone()
    return None if row is None else str(row[0])


def _spellings() -> Iterator[Name]:
    for groups in tomllib.loads(_SPELLINGS.read_text("utf-8")).values():
        for forms in groups:
            for form in forms:
                yield form, "spelling", forms[0], forms[0]

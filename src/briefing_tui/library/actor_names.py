"""Actors by code or name, exactly: for what a person writes into a record, where a guess would be a false statement."""

from __future__ import annotations

import sqlite3
from difflib import get_close_matches
from typing import Final

from briefing_tui.library.editable import CorrectionError
from briefing_tui.library.folding import fold_words
from briefing_tui.library.opening import Library
from briefing_tui.library.sqlite_words import told_plainly
from briefing_tui.model import Actor

_KINDS: Final = (("state", "org", "body"), ("demonym", "capital", "metonym"))
_FREE: Final = ("org:", "group:")
"""What begins so is a code that anybody may make."""


def find_actor(library: Library, written: str) -> Actor:
    """The actor a person means by a code (NOR, org:NATO, group:WORDS) or a name that stands for one alone.

    Raises:
        CorrectionError: when nobody is known by that name, or several are; the message names who may be meant.
        LibraryError: when the library cannot be read.
    """
    text = " ".join(written.split())
    with told_plainly(library.path):
        found = _by_code(library.connection, text) or _by_name(library.connection, fold_words(text))
        if not found and text.startswith(_FREE) and text.partition(":")[2].strip():
            prefix, _, name = text.partition(":")
            found = {f"{prefix}:{name.strip()}": name.strip()}
        if len(found) == 1:
            ((code, name),) = found.items()
            return Actor(code=code, name=name)
        if found:
            several = ", ".join(f"{code} ({name})" for code, name in sorted(found.items()))
            raise CorrectionError(f"{written!r} may be {several}; write the code")
        near = _nearest(library.connection, fold_words(text))
    hint = f"did you mean {near}?" if near else "write a code such as NOR, org:NAME or group:WORDS"
    raise CorrectionError(f"nobody is known as {written!r}; {hint}")


def _by_code(connection: sqlite3.Connection, text: str) -> dict[str, str]:
    for code in dict.fromkeys((text, text.upper())):
        row = connection.execute(
            """SELECT code, name FROM aliases WHERE code = ?1 AND kind IN ('state', 'org')
               UNION ALL SELECT code, name FROM actors WHERE code = ?1 LIMIT 1""",
            (code,),
        ).fetchone()
        if row is not None:
            return {row[0]: row[1]}
    return {}


def _by_name(connection: sqlite3.Connection, form: str) -> dict[str, str]:
    if not form:
        return {}
    for kinds in _KINDS:
        marks = ", ".join("?" * len(kinds))
        rows = connection.execute(f"SELECT DISTINCT code, name FROM aliases WHERE form = ? AND kind IN ({marks})", (form, *kinds))
        found = dict(rows.fetchall())
        if found:
            return found
    return dict(connection.execute("SELECT code, name FROM actors WHERE folded = ?", (form,)).fetchall())


def _nearest(connection: sqlite3.Connection, form: str) -> str | None:
    if not form:
        return None
    names = connection.execute(
        """SELECT folded FROM actors WHERE substr(folded, 1, 1) = ?1
           UNION SELECT form FROM aliases WHERE substr(form, 1, 1) = ?1 AND kind IN ('state', 'org', 'body')""",
        (form[0],),
    )
    near = get_close_matches(form, [name for (name,) in names], n=1, cutoff=0.75)
    return near[0] if near else None

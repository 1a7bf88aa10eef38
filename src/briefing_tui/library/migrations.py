"""The schema's versions: plain SQL files, run in order, with a copy of the file made before an older library is changed."""

from __future__ import annotations

import sqlite3
from functools import cache
from pathlib import Path
from typing import Final

from briefing_tui.library.errors import DamagedLibraryError, LibraryError, NewerLibraryError

FOLDER: Final = Path(__file__).resolve().parent / "schema"
APPLICATION_ID: Final = 0x62726674
"""`PRAGMA application_id` of a library: "brft" in ASCII, by which `file` and we tell it from other SQLite files."""


def newest_version() -> int:
    """The version of the schema this program writes."""
    return _newest_in(FOLDER)


@cache
def _newest_in(folder: Path) -> int:
    return max(int(path.name[:4]) for path in folder.glob("[0-9][0-9][0-9][0-9]*.sql"))


def version_of(connection: sqlite3.Connection, path: Path) -> int:
    """The schema's version of an open library; 0 for an empty file.

    Raises:
        DamagedLibraryError: when the file is some other SQLite database.
        NewerLibraryError: when a later program wrote it.
    """
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    application: int = connection.execute("PRAGMA application_id").fetchone()[0]
    is_empty = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
    if is_empty and not version:
        return 0
    if application != APPLICATION_ID:
        raise DamagedLibraryError(f"{path}: is a database of some other program, not a library of briefing-tui")
    if version > newest_version():
        raise NewerLibraryError(
            f"{path}: was written by a newer briefing-tui (its format is {version}, this program knows {newest_version()}); "
            "update this program; the file was not touched"
        )
    return version


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring an open library to the newest version; a library that holds something is copied first, beside itself.

    Raises:
        NewerLibraryError, DamagedLibraryError: see `version_of`.
        LibraryError: when the copy cannot be made; then nothing is changed.
    """
    version = version_of(connection, path)
    if version == newest_version():
        return
    if version:
        _copy(connection, path, version)
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = version_of(connection, path)  # another process may have been faster
        for number in range(version + 1, newest_version() + 1):
            for file in sorted(FOLDER.glob(f"{number:04}*.sql")):
                for statement in statements(file.read_text("utf-8")):
                    connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {newest_version()}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def statements(script: str) -> list[str]:
    """The single statements of an SQL script."""
    found: list[str] = []
    begun = ""
    for line in script.splitlines(keepends=True):
        begun += line
        if line.rstrip().endswith(";") and sqlite3.complete_statement(begun):
            found.append(begun.strip())
            begun = ""
    if begun.strip() and not all(line.startswith("--") or not line.strip() for line in begun.splitlines()):
        found.append(begun.strip())
    return found


def _copy(connection: sqlite3.Connection, path: Path, version: int) -> None:
    kept = path.with_name(f"{path.name}.before-{newest_version()}-from-{version}")
    draft = kept.with_name(kept.name + ".part")
    try:
        draft.unlink(missing_ok=True)
        target = sqlite3.connect(draft)
        try:
            connection.backup(target)
        finally:
            target.close()
        draft.replace(kept)
    except (OSError, sqlite3.Error) as error:
        draft.unlink(missing_ok=True)
        raise LibraryError(
            f"{path}: it is of an older format, and no copy could be made beside it before changing it: {error}"
        ) from error

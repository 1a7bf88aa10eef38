import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from tests.library.correcting import library_of

from briefing_tui.library import (
    BusyLibraryError,
    DamagedLibraryError,
    LibraryError,
    NewerLibraryError,
    migrations,
    open_library,
    opening,
)
from briefing_tui.library.documents import load_briefing
from briefing_tui.model import Briefing


def test_where_there_is_none_nothing_is_made_but_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "library.sqlite"
    with pytest.raises(LibraryError, match="there is no library; “briefing-tui add PATH…” makes one"):
        open_library(path)
    assert not path.parent.exists()
    open_library(path, write=True, create=True).close()
    open_library(path).close()


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="is a folder; name a file in it"):
        open_library(tmp_path, write=True, create=True)


@pytest.mark.parametrize(
    "content", [b"not a database at all, but long enough to look at " * 40, b"SQLite format 3\0" + b"x" * 4000]
)
def test_a_file_that_is_something_else_is_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    for write in (False, True):
        with pytest.raises(LibraryError, match=r"notes\.txt"):
            open_library(path, write=write)
    assert path.read_bytes() == content
    assert [file.name for file in tmp_path.iterdir()] == ["notes.txt"]


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(DamagedLibraryError, match="of some other program"):
        open_library(path, write=True)
    assert path.read_bytes() == before


def test_a_library_of_a_newer_program_is_refused_and_left_untouched(tmp_path: Path, briefing: Briefing) -> None:
    path = tmp_path / "library.sqlite"
    library_of(path, briefing).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = path.read_bytes()
    for write in (False, True):
        with pytest.raises(NewerLibraryError, match="was written by a newer briefing-tui"):
            open_library(path, write=write)
    assert path.read_bytes() == before


def test_an_older_library_is_copied_before_it_is_changed(
    tmp_path: Path, briefing: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.sqlite"
    library_of(path, briefing).close()
    schema = tmp_path / "schema"
    shutil.copytree(migrations.FOLDER, schema)
    (schema / "0002.sql").write_text("-- a note\nCREATE TABLE notes (line TEXT);\nINSERT INTO notes VALUES ('a; b');\n")
    monkeypatch.setattr(migrations, "FOLDER", schema)
    with pytest.raises(LibraryError, match="is of an older format"):
        open_library(path)
    with open_library(path, write=True) as library:
        assert library.connection.execute("SELECT line FROM notes").fetchall() == [("a; b",)]
        assert load_briefing(library, 1) == briefing
    copy = tmp_path / "library.sqlite.before-2-from-1"
    with sqlite3.connect(copy) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert connection.execute("SELECT count(*) FROM documents").fetchone() == (1,)
    connection.close()


def test_a_migration_that_fails_changes_nothing(tmp_path: Path, briefing: Briefing, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "library.sqlite"
    library_of(path, briefing).close()
    schema = tmp_path / "schema"
    shutil.copytree(migrations.FOLDER, schema)
    (schema / "0002.sql").write_text("CREATE TABLE notes (line TEXT);\nCREATE TABLE notes (line TEXT);\n")
    with monkeypatch.context() as patched:
        patched.setattr(migrations, "FOLDER", schema)
        with pytest.raises(LibraryError, match="already exists"):
            open_library(path, write=True)
    with open_library(path) as library:
        assert load_briefing(library, 1) == briefing


def test_a_damaged_library_is_told_in_one_line(tmp_path: Path, briefing: Briefing) -> None:
    path = tmp_path / "library.sqlite"
    library_of(path, briefing).close()
    content = bytearray(path.read_bytes())
    content[100:4096] = b"\xff" * 3996
    path.write_bytes(content)
    with pytest.raises(LibraryError) as told:
        open_library(path)
    assert str(path) in str(told.value)
    assert "\n" not in str(told.value)


def test_a_writer_that_waits_too_long_says_that_another_one_is_writing(
    tmp_path: Path, briefing: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.sqlite"
    library_of(path, briefing).close()
    monkeypatch.setattr(opening, "PATIENCE_SECONDS", 0.01)
    with open_library(path, write=True) as first, open_library(path, write=True) as second:
        first.connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(BusyLibraryError, match="another program is writing to it"):
            library_of_again(second)
        with open_library(path) as reader:
            assert load_briefing(reader, 1) == briefing


def library_of_again(library: object) -> None:
    from briefing_tui.library import Library
    from briefing_tui.library.writing import begin_batch

    assert isinstance(library, Library)
    with begin_batch(library, now="2026-01-01T00:00:00Z", rules="x"):
        pass


def read_elsewhere(folder: Path, path: Path) -> subprocess.CompletedProcess[str]:
    """Read the library as another account that may write nothing in its folder."""
    for parent in [*folder.parents]:
        if os.getuid() == 0 and parent.stat().st_uid == 0 and str(parent) not in ("/", "/tmp"):
            parent.chmod(parent.stat().st_mode | 0o055)
    folder.chmod(0o555)
    try:
        return subprocess.run([sys.executable, "-c", READ, path], capture_output=True, text=True, check=False)
    finally:
        folder.chmod(0o755)


READ = """
import os, sys
from pathlib import Path
from briefing_tui.library import open_library
from briefing_tui.library.documents import load_briefing
from briefing_tui.library.migrations import newest_version
import briefing_tui.model.contract  # this Python and its files may lie where the other account cannot read
newest_version()
if os.getuid() == 0:
    os.setgid(65534), os.setuid(65534)
with open_library(Path(sys.argv[1])) as library:
    print(load_briefing(library, 1).text[:8])
"""


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    folder = tmp_path / "theirs"
    folder.mkdir()
    return folder


def test_a_library_in_a_folder_where_nothing_may_be_written_is_read_by_another_account(theirs: Path, briefing: Briefing) -> None:
    path = theirs / "library.sqlite"
    library_of(path, briefing).close()
    path.chmod(0o444)
    before = sorted(file.name for file in theirs.iterdir())
    done = read_elsewhere(theirs, path)
    assert done.stdout.strip() == briefing.text[:8].strip(), done.stderr
    assert sorted(file.name for file in theirs.iterdir()) == before


def test_what_only_the_journal_holds_is_not_passed_over_in_silence(theirs: Path, briefing: Briefing) -> None:
    path, copy = theirs / "library.sqlite", theirs / "copy.sqlite"
    with library_of(path, briefing):  # as a killed writer leaves it: the file, and its journal beside it
        shutil.copy(path, copy)
        shutil.copy(f"{path}-wal", f"{copy}-wal")
    for file in (copy, Path(f"{copy}-wal")):
        file.chmod(0o444)
    done = read_elsewhere(theirs, copy)
    assert done.stderr.splitlines()[-1].endswith(
        f"{copy}: what was written last is still in its journal (copy.sqlite-wal), and nothing may be written beside it to read that; "
        "let its owner open it once"
    )

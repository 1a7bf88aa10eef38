"""A library that is read as it is, with nothing beside it."""

import hashlib
import sqlite3
import threading
from pathlib import Path

import pytest
from tests.tui.briefings import quiet
from tests.tui.libraries import make_library

from briefing_tui.library import LibraryError, open_library
from briefing_tui.library.sealed import open_sealed
from briefing_tui.library.sqlite_words import told_plainly
from briefing_tui.searching.parser import parse_query
from briefing_tui.searching.searcher import Searcher

ENDLESS = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "library").mkdir()
    return make_library(tmp_path / "library" / "public.sqlite")


def hits(library, query: str) -> int:
    searcher = Searcher(library)
    return searcher.count(searcher.plan(parse_query(query)))


def test_reading_leaves_the_file_as_it_is_and_nothing_beside_it(path):
    for other in path.parent.iterdir():
        if other != path:
            other.unlink()
    before = hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns
    with open_sealed(path) as library:
        assert hits(library, "poland") == 2
        assert [one.name for one in path.parent.iterdir()] == ["public.sqlite"]
    assert (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns) == before
    assert [one.name for one in path.parent.iterdir()] == ["public.sqlite"]


def test_nothing_can_be_written_not_even_a_table_of_this_session(path):
    with open_sealed(path) as library:
        for statement in (
            "DELETE FROM documents",
            "CREATE TABLE other (a)",
            "CREATE TEMP TABLE other (a)",
            "PRAGMA user_version = 9",
        ):
            with pytest.raises(sqlite3.Error):
                library.connection.execute(statement)


def test_a_library_whose_journal_holds_something_is_refused(path):
    with open_library(path, write=True) as library:
        library.connection.execute("UPDATE documents SET title = 'Another'")
        with pytest.raises(LibraryError, match="still in its journal"):
            open_sealed(path)


def test_messages_name_the_file_and_not_where_it_lies(path):
    with open_sealed(path) as library:
        assert library.path == Path("public.sqlite")


def test_the_spare_connection_belongs_to_whichever_thread_asks_first_and_there_is_one(path):
    with open_sealed(path) as library:
        counts: list[int] = []
        thread = threading.Thread(target=lambda: counts.append(hits(library.open_again(), "poland")))
        thread.start()
        thread.join()
        assert counts == [2]
        with pytest.raises(LibraryError, match="once more"):
            library.open_again()


def test_both_connections_go_on_with_the_file_they_opened_when_another_takes_its_place(path, tmp_path):
    with open_sealed(path) as library:
        make_library(tmp_path / "next.sqlite", quiet()).replace(path)
        assert hits(library, "poland") == 2
        assert hits(library.open_again(), "poland") == 2
    with open_sealed(path) as library:
        assert hits(library, "poland") == 0


def test_a_statement_that_keeps_a_core_busy_is_given_up_and_the_next_one_answered(path):
    with open_sealed(path) as library:
        library.connection.most_seconds = 0.05
        with (
            pytest.raises(LibraryError, match=r"public\.sqlite: this takes too long and was given up"),
            told_plainly(library.path),
        ):
            library.connection.execute(ENDLESS).fetchone()
        assert hits(library, "poland") == 2


def test_what_is_no_library_is_refused_by_name(tmp_path):
    with pytest.raises(LibraryError, match="there is no library"):
        open_sealed(tmp_path / "none.sqlite")
    (tmp_path / "text.sqlite").write_text("not a database at all, but long enough to be one")
    with pytest.raises(LibraryError, match="is not a library"):
        open_sealed(tmp_path / "text.sqlite")

"""A document that is taken out of the index leaves it as if it had never been there."""

import random
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.searching.small_library import make_briefing, make_library

from briefing_tui.library import Library
from briefing_tui.library.indexing import prepare_entries, remove_entries, write_entries
from briefing_tui.library.row_numbers import day_number
from briefing_tui.model import Briefing


def content(connection: sqlite3.Connection) -> dict[str, list[object]]:
    """Everything the index answers from. Words that units share may stay behind when nothing uses them any more."""
    for table in ("search", "record_search", "headlines"):
        connection.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{table}_places USING fts5vocab (main, {table}, instance)")
    return {
        table: connection.execute(f"SELECT {columns} FROM {table} ORDER BY 1, 2, 3").fetchall()
        for table, columns in {
            "temp.search_places": "term, doc, col, offset",
            "temp.record_search_places": "term, doc, col, offset",
            "temp.headlines_places": "term, doc, col, offset",
            "units": 'row, start, "end"',
            "sentences": "document, spans, 0",
            "measures": "row, field, low, high, word",
            "terms": "term, count, level",
            "misspellings": "remains, term, 0",
            "facet_counts": "facet, value, count",
            "day_counts": "day, kind, count",
        }.items()
    }


def check(connection: sqlite3.Connection) -> None:
    """Raise when SQLite finds its full-text indexes unsound."""
    for table in ("search", "record_search", "headlines"):
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")


def take_out(library: Library, number: int, briefing: Briefing) -> None:
    library.connection.execute("BEGIN")
    remove_entries(library.connection, number, day_number(briefing.published))
    library.connection.execute("COMMIT")


@settings(max_examples=25)
@given(st.integers(0, 10**6), st.integers(1, 12), st.integers(1, 12))
def test_what_is_taken_out_leaves_no_trace(tmp_path_factory: pytest.TempPathFactory, seed: int, kept: int, gone: int) -> None:
    folder = tmp_path_factory.mktemp("removing")
    draw = random.Random(seed)
    briefings = [make_briefing(number, draw) for number in range(kept + gone)]
    with (
        make_library(folder / "plain.sqlite", briefings[:kept]) as plain,
        make_library(folder / "both.sqlite", briefings) as both,
    ):
        for number, briefing in enumerate(briefings[kept:], kept + 1):
            take_out(both, number, briefing)
        check(both.connection)
        assert content(both.connection) == content(plain.connection)


def test_taken_out_and_put_in_again_it_is_as_it_was(tmp_path: Path) -> None:
    draw = random.Random(7)
    briefings = [make_briefing(number, draw) for number in range(30)]
    with make_library(tmp_path / "library.sqlite", briefings) as library:
        before = content(library.connection)
        for number in (3, 17, 30):
            take_out(library, number, briefings[number - 1])
        assert content(library.connection) != before
        placed = [(n, day_number(briefings[n - 1].published), prepare_entries(briefings[n - 1])) for n in (17, 30, 3)]
        write_entries(library.connection, placed)
        check(library.connection)
        assert content(library.connection) == before


def test_frequent_words_are_forgotten_as_corrections_of_spelling_when_they_become_rare(tmp_path: Path) -> None:
    draw = random.Random(1)
    briefings = [make_briefing(number, draw) for number in range(60)]
    with make_library(tmp_path / "library.sqlite", briefings) as library:
        known = library.connection.execute("SELECT count(*) FROM misspellings WHERE remains = 'nuclar'").fetchone()[0]
        assert known == 1
        for number, briefing in enumerate(briefings[:55], 1):
            take_out(library, number, briefing)
        assert library.connection.execute("SELECT count(*) FROM misspellings").fetchone()[0] == 0


def test_what_is_not_in_the_index_can_be_taken_out_of_it(tmp_path: Path) -> None:
    with make_library(tmp_path / "library.sqlite", [make_briefing(0, random.Random(0))]) as library:
        before = content(library.connection)
        remove_entries(library.connection, 999, 1)
        assert content(library.connection) == before

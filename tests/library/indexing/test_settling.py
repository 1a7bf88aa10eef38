"""The index is written in pieces; many large ones are merged, and what it finds stays the same."""

import random
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from tests.library.indexing.test_removing import check, content
from tests.searching.small_library import make_briefing, make_library

from briefing_tui.library import Library
from briefing_tui.library.indexing import settle_index, settling


def pieces(library: Library) -> int:
    return library.connection.execute("SELECT count(DISTINCT segid) FROM search_idx").fetchone()[0]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    draw = random.Random(5)
    return make_library(tmp_path / "library.sqlite", [make_briefing(number, draw) for number in range(30)], batch=6)


def test_many_large_pieces_become_one_that_finds_the_same(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settling, "_FEW", 0)
    before = content(library.connection)
    assert pieces(library) == 5
    settle_index(library)
    assert pieces(library) == 1
    check(library.connection)
    assert content(library.connection) == before


def test_merging_can_be_stopped_and_goes_on_the_next_time(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settling, "_FEW", 0)
    monkeypatch.setattr(settling, "_STEP_PAGES", 1)
    before = content(library.connection)
    write_transaction = settling.write_transaction
    turns: list[Library] = []

    def stopped(merged: Library) -> AbstractContextManager[None]:
        turns.append(merged)
        if len(turns) == 3:
            raise KeyboardInterrupt
        return write_transaction(merged)

    monkeypatch.setattr(settling, "write_transaction", stopped)
    with pytest.raises(KeyboardInterrupt):
        settle_index(library)
    assert not library.connection.in_transaction
    assert content(library.connection) == before
    settle_index(library)
    assert len(turns) > 4
    assert pieces(library) == 1
    assert content(library.connection) == before


def test_a_small_or_settled_index_is_left_alone(library: Library) -> None:
    changes = library.connection.total_changes
    settle_index(library)
    assert library.connection.total_changes == changes
    assert pieces(library) == 5

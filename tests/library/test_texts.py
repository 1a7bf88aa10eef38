"""Parts of texts come out as they went in, without the rest of the text."""

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.library.packing import PackingError
from briefing_tui.library.texts import PART, pack_text, text_of, text_slices, write_text

LONG = "".join(f"{number} São Tomé 北京 🚀\n" for number in range(1500))


@pytest.fixture(scope="module")
def connection() -> Iterator[sqlite3.Connection]:
    made = sqlite3.connect(":memory:")
    made.execute("CREATE TABLE passages (number INTEGER PRIMARY KEY, body BLOB NOT NULL)")
    for number, text in enumerate([LONG, "short", "", "\ud800" * 9000], 1):
        write_text(made, number, pack_text(text))
    yield made
    made.close()


@given(st.lists(st.tuples(st.integers(0, len(LONG)), st.integers(0, 3 * PART)), min_size=1, max_size=5))
def test_any_slices_are_those_of_the_text(connection: sqlite3.Connection, wanted: list[tuple[int, int]]) -> None:
    spans = [(start, min(len(LONG), start + length)) for start, length in wanted]
    assert text_slices(connection, [(1, *span) for span in spans]) == [LONG[start:end] for start, end in spans]


def test_slices_of_several_texts_keep_their_order(connection: sqlite3.Connection) -> None:
    wanted = [(2, 0, 5), (1, PART - 2, PART + 2), (3, 0, 0), (2, 1, 3), (4, 8190, 8194)]
    assert text_slices(connection, wanted) == ["short", LONG[PART - 2 : PART + 2], "", "ho", "\ud800" * 4]
    assert text_slices(connection, []) == []


def test_a_damaged_part_is_told(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO passages VALUES (99 << 20, x'789c00')")
    connection.execute("INSERT INTO passages VALUES (98 << 20, x'ffff')")
    with pytest.raises(PackingError, match="#98 is damaged"):
        text_slices(connection, [(98, 0, 5)])
    with pytest.raises(PackingError, match="#99 is damaged"):
        text_of(connection, 99)

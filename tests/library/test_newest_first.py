"""Descending order is what every page of hits stands on; SQLite must give it whole.

FTS5 (of SQLite 3.40.1) reads its doclist index backwards wrongly over gaps of 2^56 and more, whose varints have nine bytes: with AND
and NOT it loses rows in descending order. So row ids stay below 2^56.
"""

import random
import sqlite3

from briefing_tui.library.row_numbers import LAST_UNIT, row_number


def test_full_text_search_finds_the_same_rows_in_either_order() -> None:
    chance = random.Random(0)
    days = sorted(3 * [chance.randrange(46_000) for _ in range(60)])
    rows = [row_number(day, number, LAST_UNIT - unit) for number, day in enumerate(days, 1) for unit in reversed(range(150))]
    rare = set(chance.sample(rows, 27))
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE search USING fts5 (words, content='')")
    connection.executemany(
        "INSERT INTO search (rowid, words) VALUES (?, ?)", ((row, "common rare" if row in rare else "common") for row in rows)
    )
    connection.execute("INSERT INTO search (search) VALUES ('optimize')")
    found = {
        order: [
            row
            for (row,) in connection.execute(
                f"SELECT rowid FROM search WHERE search MATCH 'common AND rare' ORDER BY rowid {order}"
            )
        ]
        for order in ("ASC", "DESC")
    }
    assert found["ASC"] == sorted(rare)
    assert found["DESC"] == found["ASC"][::-1]

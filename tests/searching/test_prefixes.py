"""Beginnings of words stand for the most frequent words that begin so; slips of the finger for frequent words near them."""

import sqlite3
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.library.indexing.terms import count_terms
from briefing_tui.library.migrations import FOLDER, statements
from briefing_tui.searching.prefixes import complete
from briefing_tui.searching.spelling import suggest


def terms_only() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    for statement in statements((FOLDER / "0001_index.sql").read_text("utf-8")):
        connection.execute(statement)
    return connection


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    made = terms_only()
    yield made
    made.close()


@given(
    st.dictionaries(st.text("ab1é", min_size=1, max_size=5), st.integers(1, 300), max_size=80),
    st.text("ab1é", min_size=1, max_size=4),
    st.integers(1, 12),
)
def test_the_most_frequent_words_that_begin_so_are_found(counts: dict[str, int], beginning: str, most: int) -> None:
    connection = terms_only()
    count_terms(connection, counts)
    found = complete(connection, beginning, most)
    begun = {word: count for word, count in counts.items() if word.startswith(beginning)}
    ranked = sorted(begun, key=lambda word: (word != beginning, -begun[word], word))
    assert [begun[word] for word in found.words] == [begun[word] for word in ranked[:most]]
    assert len(set(found.words)) == len(found.words)
    assert found.is_cut == (len(begun) > most)
    connection.close()


@given(st.lists(st.dictionaries(st.text("ab", min_size=1, max_size=3), st.integers(1, 40), max_size=8), max_size=8))
def test_counts_are_the_same_however_they_were_added_and_taken_away(batches: list[dict[str, int]]) -> None:
    connection = terms_only()
    total: Counter[str] = Counter()
    for batch in batches:
        count_terms(connection, batch)
        total.update(batch)
    for batch in batches[1::2]:
        count_terms(connection, {term: -count for term, count in batch.items()})
        total.subtract(batch)
    expected = sorted((term, count, count.bit_length()) for term, count in total.items() if count)
    assert connection.execute("SELECT term, count, level FROM terms ORDER BY term").fetchall() == expected
    connection.close()


def test_the_word_itself_comes_first_however_rare(connection: sqlite3.Connection) -> None:
    count_terms(connection, {"us": 1, "use": 900, "used": 500, "usual": 300})
    assert complete(connection, "us", 3) == (("us", "use", "used"), True)


def test_a_long_word_itself_comes_first_however_rare(connection: sqlite3.Connection) -> None:
    count_terms(connection, {"test": 1} | {f"test{number}": 50 + number for number in range(60)})
    assert complete(connection, "test").words[0] == "test"


def test_of_very_many_words_those_of_many_documents_are_found(connection: sqlite3.Connection) -> None:
    count_terms(connection, {f"c{number:05}": 8 + number % 7 for number in range(5000)} | {"common": 4000, "country": 3000})
    assert complete(connection, "c", 2) == (("common", "country"), True)
    assert len(complete(connection, "c").words) == 32


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("presidnet", ["president"]),
        ("goverment", ["government"]),
        ("ukriane", ["ukraine"]),
        ("ammmunition", ["ammunition"]),
        ("amunision", ["ammunition"]),
        ("Misile", ["missile"]),
        ("tnak", ["tank"]),
        ("president", []),
        ("zzzzzz", []),
        ("m", []),
        ("", []),
        ("1234567", []),
    ],
)
def test_a_slip_is_set_right(connection: sqlite3.Connection, typed: str, meant: list[str]) -> None:
    frequent = ["president", "government", "ukraine", "ammunition", "missile", "tank"]
    count_terms(connection, dict.fromkeys(frequent, 500) | {"presidency": 3})
    assert suggest(connection, typed) == meant


def test_the_nearer_word_comes_before_the_more_frequent(connection: sqlite3.Connection) -> None:
    count_terms(connection, {"shelling": 40, "spelling": 4000, "shell": 900})
    assert suggest(connection, "sheling") == ["shelling"]


def test_a_rare_word_may_be_a_slip_of_one_much_more_frequent(connection: sqlite3.Connection) -> None:
    count_terms(connection, {"kyivv": 1, "kyiv": 80, "lviv": 40})
    assert suggest(connection, "kyivv") == ["kyiv"]
    assert suggest(connection, "lviv") == []


@pytest.mark.parametrize(
    ("typed", "meant"), [("norwya", ["norway"]), ("nrway", ["norway"]), ("pesov", ["peskov"]), ("norway", [])]
)
def test_in_a_small_library_a_slip_of_a_word_told_once_is_set_right(
    connection: sqlite3.Connection, typed: str, meant: list[str]
) -> None:
    count_terms(connection, {"norway": 1, "peskov": 1, "ninety": 1})
    assert suggest(connection, typed) == meant

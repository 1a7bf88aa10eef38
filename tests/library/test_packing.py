import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.library.packing import PackingError, pack_structure, unpack_structure
from briefing_tui.library.row_numbers import (
    LAST_DAY,
    LAST_DOCUMENT,
    LAST_ROW,
    LAST_UNIT,
    day_number,
    day_of,
    place_of,
    row_number,
    rows_of_document,
)
from briefing_tui.model import Block, Sentence

places = st.integers(0, 2**26)
blocks = st.builds(
    Block,
    kind=st.sampled_from(["heading", "paragraph", "list_item", "dateline", "boilerplate"]),
    start=places,
    end=places,
    heading=st.none() | st.integers(0, 10**6),
    introduction=st.none() | st.integers(0, 10**6),
    level=st.integers(0, 99),
)
sentences = st.builds(Sentence, start=places, end=places, block=st.integers(0, 10**6))


@given(st.lists(blocks), st.lists(sentences))
def test_a_structure_comes_out_as_it_went_in(blocks: list[Block], sentences: list[Sentence]) -> None:
    assert unpack_structure(pack_structure(blocks, sentences)) == (tuple(blocks), tuple(sentences))


@given(st.binary())
def test_damaged_bytes_are_told(damaged: bytes) -> None:
    with pytest.raises(PackingError):
        unpack_structure(damaged)


def test_a_row_number_says_its_day_document_and_unit() -> None:
    row = row_number(day_number("2024-11-20"), 25_304, LAST_UNIT - 3)
    assert place_of(row) == (45_615, 25_304, LAST_UNIT - 3)
    assert day_of(45_615) == "2024-11-20"


@given(st.integers(0, LAST_DAY), st.integers(0, LAST_DOCUMENT), st.integers(0, LAST_UNIT))
def test_every_row_number_fits_sqlite_and_lies_among_those_of_its_document(day: int, document: int, unit: int) -> None:
    row = row_number(day, document, unit)
    first, last = rows_of_document(day, document)
    assert 0 <= row <= LAST_ROW < 2**56
    assert first <= row <= last
    assert place_of(row) == (day, document, unit)


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (None, 0),
        ("1899-12-31", 1),
        ("0001-01-01", 1),
        ("1900-01-01", 1),
        ("1900-01-02", 2),
        ("2079-06-06", 65_535),
        ("9999-12-31", 65_535),
    ],
)
def test_days_before_1900_are_the_first_and_none_is_nought(day: str | None, number: int) -> None:
    assert day_number(day) == number

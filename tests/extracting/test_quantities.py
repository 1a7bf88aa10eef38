"""Counts and measures as news writes them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model import Quantity


@pytest.fixture(scope="session")
def quantities_in(reading_of):
    def read(text: str) -> list[Quantity]:
        return [quantity for passage in reading_of(text).passages for quantity in passage.quantities]

    return read


@pytest.fixture(scope="session")
def written(quantities_in):
    def read(text: str) -> list[tuple[str | None, str]]:
        return [
            (None if quantity.value is None else f"{quantity.value}", text[quantity.start : quantity.end])
            for quantity in quantities_in(text)
        ]

    return read


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("It has four additional launchers.", "4", "four"),
        ("They got 25,000 shells.", "25000", "25,000"),
        ("Some said 1.5 million fled.", "1500000", "1.5 million"),
        ("It sent a dozen tanks.", "12", "a dozen"),
        ("It sent two dozen trucks.", "24", "two dozen"),
        ("They lost dozens of drones.", None, "dozens"),
        ("They fired hundreds of shells.", None, "hundreds"),
        ("They laid tens of thousands of mines.", None, "tens of thousands"),
        ("It has several hundred soldiers there.", None, "several hundred"),
        ("A handful of jets arrived.", None, "A handful"),
        ("It gave thirty-one tanks.", "31", "thirty-one"),
        ("It lent a pair of launchers.", "2", "a pair of"),
        ("It gave one million cartridges.", "1000000", "one million"),
        ("A further 50 are promised.", "50", "50"),
        ("It has one battery near Kyiv.", "1", "one"),
        ("It sent (25,000) artillery rounds.", "25000", "25,000"),
        ("It asked for twelve (12) launchers.", "12", "twelve (12)"),
        ("It asked for one thousand (1,000) bombs.", "1000", "one thousand (1,000)"),
        ("It gave Ukraine 30 tanks.", "30", "30"),
        ("It sent 20k shells.", "20000", "20k"),
        ("The war drove out 1.5m people.", "1500000", "1.5m"),
        ("They lost 2000 soldiers.", "2000", "2000"),
        ("It has 150 000 troops there.", "150000", "150 000"),
    ],
)
def test_a_count_has_its_value_and_span(written, text, value, words):
    assert written(text) == [(value, words)]


@pytest.mark.parametrize(
    ("text", "words", "bound"),
    [
        ("They downed more than 100 drones.", "more than 100", "at_least"),
        ("They get up to 146 trucks.", "up to 146", "up_to"),
        ("They lost some 600 men.", "some 600", "approx"),
        ("At least 30 died.", "At least 30", "at_least"),
        ("They have fewer than 20 left.", "fewer than 20", "at_most"),
        ("About 40 or so came.", "About 40 or so", "approx"),
        ("They sent 30 or more jets.", "30 or more", "at_least"),
        ("They sent a couple of jets.", "a couple of", "approx"),
    ],
)
def test_bound_words_lie_in_the_span(quantities_in, text, words, bound):
    (quantity,) = quantities_in(text)
    assert (text[quantity.start : quantity.end], quantity.bound) == (words, bound)


@pytest.mark.parametrize(
    ("text", "low", "high", "words"),
    [
        ("They need 50 to 60 tanks.", 50, 60, "50 to 60"),
        ("They need 10-15 systems.", 10, 15, "10-15"),
        ("Between 400 and 500 died.", 400, 500, "Between 400 and 500"),
        ("They have three or four batteries.", 3, 4, "three or four"),
        ("They need 5 to 7 million shells.", 5_000_000, 7_000_000, "5 to 7 million"),
    ],
)
def test_a_range_has_both_ends(quantities_in, text, low, high, words):
    (quantity,) = quantities_in(text)
    assert (quantity.value, quantity.high, quantity.bound) == (Decimal(low), Decimal(high), "range")
    assert text[quantity.start : quantity.end] == words


@pytest.mark.parametrize(
    ("text", "value", "unit", "words"),
    [
        ("It needs 155 mm shells.", "155", "mm", "155 mm"),
        ("It needs 155mm shells.", "155", "mm", "155mm"),
        ("It needs 155-millimetre shells.", "155", "mm", "155-millimetre"),
        ("It fired a 12.7 mm gun.", "12.7", "mm", "12.7 mm"),
        ("A 2,000-pound bomb fell.", "2000", "pound", "2,000-pound"),
        ("It flew 300 km east.", "300", "km", "300 km"),
        ("It flew 300 kilometres east.", "300", "km", "300 kilometres"),
        ("It shipped 5,000 tonnes of grain.", "5000", "tonne", "5,000 tonnes"),
        ("It lost 40% of them.", "40", "percent", "40%"),
        ("It is 16 per cent funded.", "16", "percent", "16 per cent"),
        ("It signed a ten-year loan.", "10", "year", "ten-year"),
        ("It takes 24 hours.", "24", "hour", "24 hours"),
    ],
)
def test_a_measure_has_its_unit_within_the_span(quantities_in, text, value, unit, words):
    (quantity,) = quantities_in(text)
    assert (f"{quantity.value}", quantity.unit, text[quantity.start : quantity.end]) == (value, unit, words)


def test_rounds_of_are_a_unit_outside_the_span(quantities_in):
    count, calibre = quantities_in("It sent 50,000 rounds of 155 mm ammunition.")
    assert (count.value, count.unit, count.end - count.start) == (Decimal(50_000), "round", len("50,000"))
    assert calibre.unit == "mm"


def test_a_count_before_a_calibre_is_not_swallowed_by_it(written):
    assert written("It sent 20,000 105mm rounds and 10 82mm mortars.") == [
        ("20000", "20,000"),
        ("105", "105mm"),
        ("10", "10"),
        ("82", "82mm"),
    ]


def test_over_three_years_is_a_duration_and_no_bound(quantities_in):
    (quantity,) = quantities_in("The loan runs over three years.")
    assert (quantity.bound, quantity.unit) == ("exact", "year")


@pytest.mark.parametrize(
    "text",
    [
        "It was the F-16 and the Su-35.",
        "The M1A2 and the T-72 met.",
        "They have the RBS 70 and the Mk 82.",
        "Only the Leopard 2 tanks came.",
        "Resolution 2231 and Article 5 apply.",
        "See section 212(f) and 10 U.S.C. there.",
        "They drove down Route 6.",
        "In 2023 and in the 2014 annexation it failed.",
        "It came on May 3 at 10 a.m. and left at 3:30 p.m. sharp.",
        "It cost $5 million.",
        "Call 202-456-1414 now.",
        "It was 9/11, and it runs 24/7.",
        "Ivan Petrov, 54, spoke.",
        "No one of them knew the one who left.",
        "The twenty-third package and the 71st drawdown came.",
        "Two-thirds of it is gone.",
        "We aim at (1) protection, (2) law.",
        "COVID-19 and the G7 and the Group of Seven.",
        "Three days ago it ended.",
        "The Senate voted 18-79 against it.",
        "It sent the ASC 890 and the GBU 53 there.",
    ],
)
def test_numbers_that_count_nothing_are_left_alone(written, text):
    assert written(text) == []


@given(st.integers(min_value=2, max_value=10**9))
def test_a_formatted_count_reads_back(quantities_in, number):
    (quantity,) = quantities_in(f"They sent exactly {number:,} of those shells there.")
    assert quantity.value == number


@given(st.text(alphabet="0123456789 .,-–()%ontwhreadzs/:x\nkm", max_size=80))
def test_no_text_breaks_the_reading_and_every_span_lies_in_its_sentence(reading_of, text):
    for passage in reading_of(f"Text: {text}").passages:
        reach = passage.start
        for quantity in passage.quantities:
            assert reach <= quantity.start < quantity.end <= passage.end
            reach = quantity.end

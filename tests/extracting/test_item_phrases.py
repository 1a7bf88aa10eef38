"""Noun phrases of things: their extent, number and class."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extracting.aiding import things_in

from briefing_tui.extracting import default_extractor
from briefing_tui.extracting.aid.item_phrases import find_things
from briefing_tui.reading import read_bytes


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They will send 31 Abrams tanks.", ("31 Abrams tanks", 31, "armoured_vehicle")),
        ("They will send two Patriot batteries.", ("two Patriot batteries", 2, "air_defence")),
        ("They sent (40) Stinger missiles.", ("(40) Stinger missiles", 40, "air_defence")),
        (
            "They gave more than 5,000 rounds of mortar ammunition.",
            ("more than 5,000 rounds of mortar ammunition", 5000, "ammunition"),
        ),
        ("They gave dozens of armoured personnel carriers.", ("dozens of armoured personnel carriers", None, "armoured_vehicle")),
        ("They gave 155 mm artillery shells.", ("155 mm artillery shells", None, "ammunition")),
        ("They gave ammunition for the howitzers.", ("ammunition for the howitzers", None, "ammunition")),
        ("They gave spare parts for F-16s.", ("spare parts for F-16s", None, "equipment")),
    ],
)
def test_a_phrase_has_its_number_and_its_class(sentence: str, expected: tuple[str, int | None, str]) -> None:
    assert expected in things_in(sentence)


def test_a_calibre_is_no_number_of_things() -> None:
    assert things_in("They gave 120mm mortar rounds.") == [("120mm mortar rounds", None, "ammunition")]


def test_an_article_counts_one_system_but_no_mass_noun() -> None:
    assert things_in("It is giving a NASAMS battery.")[0][1] == 1
    assert things_in("It is giving a stock of ammunition.")[0][1] is None


@pytest.mark.parametrize(
    "phrase",
    [
        "155 mm and 105 mm howitzer shells",
        "Stinger and Mistral missiles",
        "tank and mortar rounds",
        "Spare parts and other equipment",
    ],
)
def test_a_coordination_under_one_head_is_one_thing(phrase: str) -> None:
    assert [words for words, _, _ in things_in(f"They gave {phrase}.")] == [phrase]


def test_two_counted_things_stay_two() -> None:
    assert [words for words, _, _ in things_in("They gave 20 howitzers and 30 mortars.")] == ["20 howitzers", "30 mortars"]


def test_a_measure_covers_what_is_coordinated_under_it() -> None:
    assert things_in("They brought 90 tonnes of flour, rice and oil.") == [
        ("90 tonnes of flour, rice and oil", 90, "humanitarian")
    ]


@pytest.mark.parametrize(
    "words", ["a drone factory", "the missile strike", "a tank crew", "an artillery barrage", "the Patriot pilots"]
)
def test_a_weapon_that_only_modifies_another_noun_is_no_thing(words: str) -> None:
    assert things_in(f"They saw {words}.") == []


def test_a_verb_is_no_part_of_the_phrase() -> None:
    assert [words for words, _, _ in things_in("Eight countries will supply Leopard tanks.")] == ["Leopard tanks"]


@given(st.text(alphabet="aZ5 ,.()-–’“\n\u00e9$€", max_size=60))
def test_phrases_lie_in_order_within_their_sentence(noise: str) -> None:
    text = f"They sent {noise} 12 HIMARS and {noise} drones {noise}."
    reading = default_extractor().read(read_bytes(text.encode(), name="test", form="text"))
    for passage in reading.passages:
        things = find_things(passage)
        spans = [(thing.start, thing.end) for thing in things]
        assert all(passage.start <= start < end <= passage.end for start, end in spans)
        assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))

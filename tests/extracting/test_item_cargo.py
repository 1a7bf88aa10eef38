"""What ships, planes and trucks bring, and what waits for them."""

import pytest
from tests.extracting.aiding import items_of, named

RELIEF = "Famine looms in Sudan, where the army and a militia fight, the United Nations said.\n\n"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Kuwait sent a plane with 30 tons of medicine to Sudan.", ["30 tons of medicine"]),
        ("A ship carrying 900 tonnes of sorghum reached Sudan.", ["900 tonnes of sorghum"]),
        ("Twelve lorries bearing flour and lentils crossed into Sudan.", ["Twelve lorries bearing flour and lentils"]),
        ("Cargo planes dropped 18 tonnes of rice over Darfur.", ["18 tonnes of rice"]),
        ("The agency has 7,000 tonnes of millet waiting at the border of Sudan.", ["7,000 tonnes of millet"]),
    ],
)
def test_the_load_is_the_item_and_its_carrier_only_when_nothing_else_counts_it(sentence: str, expected: list[str]) -> None:
    assert named(items_of(sentence, setting=RELIEF)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "A plane with 12 fighters aboard crashed near Khartoum in Sudan.",
        "Jets dropped bombs over Darfur.",
        "Militiamen on trucks with machine guns attacked a camp in Sudan.",
    ],
)
def test_fighters_and_bombs_are_no_cargo(sentence: str) -> None:
    assert items_of(sentence, setting=RELIEF) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Unicef handed out blankets, soap and buckets in Sudan.", ["blankets", "soap", "buckets"]),
        ("Relief teams distributed 4,000 jerrycans in El Obeid, Sudan.", ["4,000 jerrycans"]),
        ("Aid workers provided hot meals to 900 families in Port Sudan.", ["hot meals"]),
    ],
)
def test_supplies_handed_out_need_no_named_receiver(sentence: str, expected: list[str]) -> None:
    assert named(items_of(sentence, setting=RELIEF)) == expected

"""What only looks given: machines on the move, supplies kept out, goods of trade, figures of speech."""

import pytest
from tests.extracting.aiding import items_of, named

GAZA = (
    "Israeli air strikes killed dozens in Gaza overnight, the health ministry said. Hospitals called for aid as fighting around "
    "the city went on.\n\n"
)


@pytest.mark.parametrize(
    "sentence",
    [
        "Nine drones heading towards Odesa were shot down, the governor said.",
        "Russian tanks entered the village on Sunday.",
        "The aircraft carrier was sent to the Red Sea to guard shipping.",
        "Coastguard vessels were mobilised within the hour.",
    ],
)
def test_machines_that_move_by_themselves_are_not_given(sentence: str) -> None:
    assert items_of(sentence) == []


def test_the_same_machines_are_given_where_the_text_says_so() -> None:
    assert named(items_of("The first Leopard tanks promised by Berlin arrived in Ukraine on Friday.")) == ["first Leopard tanks"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Israel has blocked all deliveries, including food, tents and fuel, since March.",
        "An aid convoy entered Gaza on Monday.",
        "Among them was the last bakery of the camp, which closed on Tuesday.",
    ],
)
def test_supplies_kept_out_and_convoys_without_a_load_are_no_items(sentence: str) -> None:
    assert items_of(sentence, setting=GAZA) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "He was carrying weapons including pistols and grenades.",
        "Iran is selling millions of barrels of oil a day to China.",
        "The defeat gave Russia a powerful recruiting tool.",
        "The senator introduced the Cluster Munitions Civilian Protection Act.",
    ],
)
def test_arms_on_somebody_goods_of_trade_tools_of_speech_and_titles_are_no_items(sentence: str) -> None:
    assert items_of(sentence) == []


def test_an_apposition_at_the_end_is_no_further_item() -> None:
    assert named(items_of("The package for Ukraine includes missiles for NASAMS, an air defence system.")) == [
        "missiles for NASAMS"
    ]

"""Numbers that stand for a thing named before them."""

import pytest
from tests.extracting.aiding import items_of, named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Spain gave Ukraine 20 launchers in May and another 35 are due by autumn.", ["20 launchers", "another 35"]),
        ("Norway donated 12 tanks to Ukraine; Portugal sent three.", ["12 tanks", "three"]),
        ("Belgium pledged 30 jets to Ukraine, Denmark 19 and Norway six.", ["30 jets", "19", "six"]),
    ],
)
def test_a_number_alone_is_the_thing_before_it_again(text: str, expected: list[str]) -> None:
    items = items_of(text)
    assert named(items) == expected
    assert len({item.item_class for item in items}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Spain gave Ukraine 20 launchers and lost two soldiers in an accident.",
        "Norway donated 12 tanks to Ukraine on the 14th and set aside another 15 million kroner.",
        "Belgium pledged 30 jets to Ukraine; a drone killed three in Sumy.",
    ],
)
def test_a_number_of_something_else_is_not(text: str) -> None:
    assert len(items_of(text)) == 1


def test_a_share_of_a_whole_is_what_was_given() -> None:
    (item,) = items_of("Australia has delivered 9 of the 12 patrol boats promised to Ukraine.")
    assert item.quantity == 9


def test_a_number_in_a_name_counts_nothing() -> None:
    (item,) = items_of("Italy gave Ukraine two Dornier 328 aircraft.")
    assert item.quantity == 2

"""One thing told twice is one item."""

import pytest
from tests.extracting.aiding import items_of, named


@pytest.mark.parametrize(
    "text",
    [
        "Britain will send Ukraine 90,000 shells. The delivery of the 90,000 artillery rounds to Ukraine begins in May.",
        "Canada gave Ukraine 40 armoured vehicles. The vehicles were delivered to Ukraine in June.",
        "Oslo is sending Ukraine thousands of drones. Thousands of these long-range drones go to Ukraine by summer.",
    ],
)
def test_the_same_number_noun_or_back_reference_makes_one_item(text: str) -> None:
    assert len(items_of(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Britain will send Ukraine 90,000 shells. Ukraine also received 40,000 shells from Greece.",
        "Canada gave Ukraine 40 armoured vehicles. Japan gave Ukraine 40 radars.",
        "Oslo will give Ukraine 12 launchers. Madrid promised Ukraine launchers.",
    ],
)
def test_other_numbers_classes_or_givers_make_two(text: str) -> None:
    assert len(items_of(text)) == 2


def test_what_follows_including_details_a_count_of_the_same_kind() -> None:
    text = "Prague delivered 70,000 rounds of ammunition, including mortar bombs and grenades, to Ukraine."
    assert named(items_of(text)) == ["70,000 rounds of ammunition"]

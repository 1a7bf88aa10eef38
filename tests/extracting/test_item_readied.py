"""Things made ready for another, and what a thing is for."""

import pytest
from tests.extracting.aiding import items_of, named, things_in

GAZA = (
    "Israeli air strikes killed dozens in Gaza overnight, the health ministry said. Aid agencies warned of famine as the blockade "
    "of the Palestinian territory went on.\n\n"
)


@pytest.mark.parametrize(
    ("sentence", "items"),
    [
        ("Hundreds of patrol boats will be built for Ukraine this year, London said.", ["Hundreds of patrol boats"]),
        ("Denmark is investing 50 million euros in Ukrainian-built howitzers.", ["Ukrainian-built howitzers"]),
        (
            "Anti-tank missiles and artillery shells are said to be among the weapons held back, officials said.",
            ["Anti-tank missiles", "artillery shells"],
        ),
        ("Thousands of attack drones will be built in Tatarstan, Moscow said.", []),
    ],
)
def test_what_is_built_financed_or_named_among_what_is_held_back_is_an_item(sentence: str, items: list[str]) -> None:
    assert named(items_of(sentence)) == items


@pytest.mark.parametrize(
    ("sentence", "items"),
    [
        ("The agency has pre-positioned 3,000 tents in Egypt.", ["3,000 tents"]),
        ("WFP is loading 1,500 tonnes of flour in Port Said.", ["1,500 tonnes of flour"]),
        ("A 60-bed field hospital is to open in Rafah next month.", ["60-bed field hospital"]),
        ("Israel allowed 90 trucks of aid into Gaza on Thursday.", ["90 trucks of aid"]),
        ("Forty trucks of fuel were allowed into Gaza on Friday.", ["Forty trucks of fuel"]),
        ("Children need food, water and medicine, the agency said.", []),
    ],
)
def test_relief_that_is_loaded_stored_opened_or_let_in_is_an_item(sentence: str, items: list[str]) -> None:
    assert named(items_of(sentence, setting=GAZA)) == items


@pytest.mark.parametrize(
    ("phrase", "thing"),
    [
        ("It includes missiles for Ukraine's Iris-T launchers.", "missiles for Ukraine's Iris-T launchers"),
        (
            "It includes ammunition for tank, mortar and air defence systems.",
            "ammunition for tank, mortar and air defence systems",
        ),
        ("It includes munitions for rocket launchers and mortars.", "munitions for rocket launchers and mortars"),
        (
            "It includes capabilities to strengthen Ukraine's coastal defences, artillery, and radars.",
            "capabilities to strengthen Ukraine's coastal defences, artillery, and radars",
        ),
        ("It includes ammunition, drones and radars.", "ammunition"),
    ],
)
def test_a_thing_is_told_with_what_it_is_for(phrase: str, thing: str) -> None:
    assert things_in(phrase)[0][0] == thing

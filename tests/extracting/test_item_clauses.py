"""Which things a verb gives: across asides and adverbs, in its own clause, and to a subject that receives."""

import pytest
from tests.extracting.aiding import items_of, named


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Latvia handed, after months of talks, six howitzers to Ukraine.", ["six howitzers"]),
        ("Oslo has shipped to Ukraine this spring 14 patrol boats.", ["14 patrol boats"]),
        ("The EU sent Ukraine 40 boilers after shells struck a heating plant.", ["40 boilers"]),
        ("Romania sold it Gepard guns for Ukraine.", ["Gepard guns"]),
    ],
)
def test_an_object_is_found_behind_what_stands_between_it_and_its_verb(sentence: str, expected: list[str]) -> None:
    assert named(items_of(sentence)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Ukraine sent drones that hit a refinery near Samara.",
        "Poland sent its own jets up when missiles neared the border with Ukraine.",
        "Riga told Ukraine that soldiers trained with howitzers last week.",
        "A firm accused of supplying Russia with sonar parts was put on a sanctions list over the war in Ukraine.",
    ],
)
def test_a_verb_gives_nothing_that_another_clause_or_army_uses(sentence: str) -> None:
    assert items_of(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Lebanese army will be equipped with trucks and radios by France.", ["trucks", "radios"]),
        ("Ukrainian clinics have been given 30 incubators by a Dutch charity.", ["30 incubators"]),
        ("Kyiv has been promised two frigates by Turkey.", ["two frigates"]),
    ],
)
def test_the_subject_of_a_passive_may_be_who_receives(sentence: str, expected: list[str]) -> None:
    assert named(items_of(sentence)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The frigate was equipped with Exocet missiles when it was hit.",
        "The rebels were armed with rifles and mortars, residents said.",
    ],
)
def test_what_a_ship_or_a_rebel_carries_is_not_given(sentence: str) -> None:
    assert items_of(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Vilnius signed a contract with Saab worth 120 million euros for missiles on Ukraine's behalf.", ["missiles"]),
        ("President Zelenskiy renewed his appeal for ten more Patriot launchers.", ["ten more Patriot launchers"]),
        ("Ukraine can expect 90 Gripen fighters from Sweden.", ["90 Gripen fighters"]),
    ],
)
def test_what_is_ordered_for_another_or_asked_for_is_an_item(sentence: str, expected: list[str]) -> None:
    assert named(items_of(sentence)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The Bundeswehr has ordered 40 howitzers to replace those now in Ukraine.",
        "Poland won a contract for 60 helicopters for its own army.",
        "Tokyo approved the purchase of 400 Tomahawk missiles.",
    ],
)
def test_what_a_state_buys_for_itself_is_no_aid(sentence: str) -> None:
    assert items_of(sentence) == []

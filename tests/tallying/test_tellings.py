"""What of a record counts, and under which name."""

import pytest
from tests.tallying.told import item, package, paper

from briefing_tui.tallying.tellings import item_name, tellings


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("800 Stinger anti-aircraft systems", "Stinger anti-aircraft systems"),
        ("Over 600 rifles", "rifles"),
        ("up to 146 trucks", "trucks"),
        ("(4) patrol boats", "patrol boats"),
        ("dozens of tactical air defense systems", "tactical air defense systems"),
        ("hundreds of additional air defense interceptors", "air defense interceptors"),
        ("an undisclosed number of radars", "radars"),
        ("155 mm and 105 mm artillery rounds", "155 mm and 105 mm artillery rounds"),
        ("155-millimetre shells", "155 mm shells"),
        ("25,000 155mm artillery rounds", "155 mm artillery rounds"),
        ("Spare parts and additional equipment", "spare parts and additional equipment"),
        ("2,000-pound bombs", "2,000-pound bombs"),
    ],
)
def test_an_item_is_named_without_its_number(words: str, name: str) -> None:
    assert item_name(item(words)) == name


def test_an_item_is_named_without_its_unit() -> None:
    assert item_name(item("30,000 tons of wheat", 30_000, unit="tonne")) == "wheat"


def test_a_system_has_one_name_however_the_texts_call_it() -> None:
    assert item_name(item("four High Mobility Artillery Rocket Systems", designation="HIMARS")) == "HIMARS"


@pytest.mark.parametrize(
    ("status", "modality", "standing"),
    [
        ("announced", "asserted", "undertaken"),
        ("delivered", "claimed", "undertaken"),
        ("committed", "reported", "undertaken"),
        ("announced", "planned", "undertaken"),
        ("considered", "planned", "prospective"),
        ("announced", "anticipated", "prospective"),
        ("requested", "asserted", "prospective"),
        ("considered", "confirmed", "prospective"),
        ("suspended", "asserted", "called_off"),
        ("cancelled", "planned", "called_off"),
        ("announced", "denied", "doubtful"),
        ("announced", "speculated", "doubtful"),
        ("delivered", "unconfirmed", "doubtful"),
    ],
)
def test_what_is_asked_for_weighed_expected_called_off_or_doubtful_is_not_given(
    status: str, modality: str, standing: str
) -> None:
    (telling,) = tellings([(paper(1), package(5, status=status, modality=modality))])
    assert telling.standing == standing


def test_an_item_has_the_sides_and_the_day_of_its_package() -> None:
    told = list(
        tellings(
            [
                (paper(1), package(275, announced="2024-11-19")),
                (paper(1), item("HIMARS", give="", to="", package="p:1")),
            ]
        )
    )
    assert [actor.code for actor in told[1].donors] == ["USA"]
    assert [actor.code for actor in told[1].recipients] == ["UKR"]
    assert (told[1].day, told[1].is_stated) == ("2024-11-19", True)


def test_a_package_that_is_not_among_the_records_is_looked_up() -> None:
    asked = []

    def find(source: object, name: str) -> object:
        asked.append(name)
        return package(275, give="NOR", scope="cumulative")

    (telling,) = tellings([(paper(1), item("HIMARS", give="", to="", package="p:9"))], find)  # type: ignore[arg-type]
    assert asked == ["p:9"]
    assert [actor.code for actor in telling.donors] == ["NOR"]
    assert telling.scope == "cumulative"


def test_an_announcement_dated_by_month_only_leaves_the_day_of_publication() -> None:
    (telling,) = tellings([(paper(1, "2024-11-20"), package(5, announced="2024-11"))])
    assert (telling.day, telling.is_stated) == ("2024-11-20", False)

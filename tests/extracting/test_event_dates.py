"""Which day an event is given: that of its own clause, one counted from another clause, or the one its story is at."""

from collections.abc import Callable

import pytest

from briefing_tui.extracting import default_extractor
from briefing_tui.model import EscalationEvent
from briefing_tui.reading import Metadata, read_bytes

PUBLISHED = "2024-11-20"
"""A Wednesday."""
SETTING = "War news: missile strikes, drones and shelling went on; troops and soldiers fought in the conflict.\n\n"

Dates = Callable[..., list[str | None]]


@pytest.fixture(scope="session")
def days_of() -> Dates:
    """The dates of the events that a text tells, in text order."""

    def read(text: str, *, publisher: str | None = None, title: str | None = None) -> list[str | None]:
        metadata = Metadata(published=PUBLISHED, publisher=publisher, title=title)
        briefing = default_extractor().extract(read_bytes((SETTING + text).encode(), name="test", metadata=metadata))
        return [record.date for record in briefing.records if isinstance(record, EscalationEvent)]

    return read


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Russian missiles hit Odesa on Monday, and Ukrainian drones struck Kursk on Tuesday.", ["2024-11-18", "2024-11-19"]),
        ("On Sunday, as troops massed on the border, Israeli jets bombed Tyre.", ["2024-11-17"]),
        ("Hezbollah rockets struck Haifa in the early hours of Monday, wounding two people, burning cars and cutting power.", ["2024-11-18"]),
        ("Two sisters were killed in Kherson on Tuesday when a Russian shell hit their house.", ["2024-11-19"]),
        ("Russia staged its largest drone attack on Kyiv since the war began in February 2022.", [None]),
    ],
)  # fmt: skip
def test_a_clause_has_the_date_that_stands_in_it(days_of: Dates, text: str, days: list[str | None]) -> None:
    assert days_of(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "A Russian missile hit a school in Sumy, the governor said on Tuesday.",
        "Russian troops had captured the village of Novopil, the ministry told reporters late on Monday.",
        "The army on Monday said Israeli jets had struck Tyre.",
    ],
)
def test_the_day_of_a_saying_is_not_the_day_of_what_is_said(days_of: Dates, text: str) -> None:
    assert days_of(text) == [None]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Israeli jets bombed Hodeidah on Saturday, a day after a Houthi drone hit Tel Aviv.", ["2024-11-16", "2024-11-15"]),
        ("Russia fired missiles at Kyiv on Tuesday, hours after Ukrainian drones struck an oil refinery in Ryazan.", ["2024-11-19", "2024-11-19"]),
        ("Pakistani jets struck Khost on Monday, two days after gunmen attacked a police post in Bannu.", ["2024-11-18", "2024-11-16"]),
        ("Israeli jets bombed Hodeidah on Saturday after a Houthi drone hit Tel Aviv.", ["2024-11-16", None]),
    ],
)  # fmt: skip
def test_days_are_counted_from_the_clause_an_event_is_placed_by(days_of: Dates, text: str, days: list[str | None]) -> None:
    assert days_of(text) == days


def test_what_a_paragraph_tells_on_happened_on_the_day_it_last_named(days_of: Dates) -> None:
    assert days_of("Russian drones struck Odesa on Tuesday. A missile hit the port of Izmail.") == ["2024-11-19", "2024-11-19"]
    assert days_of("Russian drones struck Odesa on Tuesday. Its guns regularly shell the port of Izmail.")[1:] in ([], [None])
    assert days_of("Russia launched 90 drones at Ukraine on Tuesday.\n\nUkrainian air defences shot down 60 of the drones.") == [
        "2024-11-19",
        "2024-11-19",
    ]


def test_an_entry_of_a_running_account_is_of_its_own_day(days_of: Dates) -> None:
    assert days_of("17:55 A missile launched in Yemen was shot down over central Israel, the military says.") == ["2024-11-20"]
    assert days_of("Israel has bombed the port of Hodeidah, state media report.", title="Middle East crisis live: port hit") == [
        "2024-11-20"
    ]


def test_a_lede_in_the_perfect_tells_the_news_of_the_day(days_of: Dates) -> None:
    assert days_of("Rebels have entered the Congolese town of Bukavu.")[:1] == ["2024-11-20"]
    assert days_of(
        "Rebels have entered the Congolese town of Bukavu.\n\nThe first fighters were seen on Monday, residents said."
    )[:1] == ["2024-11-18"]


def test_a_perfect_that_sums_up_a_time_is_not_the_news_of_the_day(days_of: Dates) -> None:
    assert days_of("Militias have carried out a series of attacks on U.S. troops in Iraq.") in ([], [None])
    assert days_of("Over the past three years Russian missiles have struck hospitals in Kharkiv.")[:1] != ["2024-11-20"]


def test_the_day_of_a_stance_is_not_the_day_of_what_it_is_about(days_of: Dates) -> None:
    assert "2024-11-19" not in days_of("The Council on Tuesday condemned the attack on a camp in Ituri that killed 20 people.")
    assert days_of("Congolese troops on Tuesday launched an attack on rebels in Ituri.")[:1] == ["2024-11-19"]
    assert days_of("On March 5, 2024, U.S. forces conducted targeted strikes against militias in Syria.")[:1] == ["2024-03-05"]


def test_a_story_counts_its_days_from_what_went_before(days_of: Dates) -> None:
    told = days_of(
        "Russian drones struck Odesa on Tuesday. The assault came a day after Ukrainian forces blew up a bridge in Crimea."
    )
    assert told == ["2024-11-19", "2024-11-18"]
    assert days_of("Russian drones struck Odesa overnight, officials said on Tuesday.") == ["2024-11-19"]

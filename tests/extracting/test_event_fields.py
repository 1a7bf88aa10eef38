"""Who did an event, whom it hit and where, read from the sentence and from what was told before."""

from collections.abc import Callable

import pytest

from briefing_tui.extracting import default_extractor
from briefing_tui.model import EscalationEvent
from briefing_tui.reading import Metadata, read_bytes

SETTING = "War news: missile strikes, drones and shelling went on; troops and soldiers fought in the conflict.\n\n"

EventsIn = Callable[..., list[EscalationEvent]]


@pytest.fixture(scope="session")
def events_in() -> EventsIn:
    """The events that a text tells, in text order."""

    def read(text: str, *, publisher: str | None = None) -> list[EscalationEvent]:
        metadata = Metadata(published="2024-11-20", publisher=publisher)
        briefing = default_extractor().extract(read_bytes((SETTING + text).encode(), name="test", metadata=metadata))
        return [record for record in briefing.records if isinstance(record, EscalationEvent)]

    return read


def doers(event: EscalationEvent) -> set[str]:
    return {actor.code for actor in event.actors}


def hit(event: EscalationEvent) -> set[str]:
    return {actor.code for actor in event.targets}


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        # those who helped
        ("Most of the missiles were shot down by Israel with help from British jets.", {"ISR", "GBR"}),
        ("The Malian army recaptured Kidal with Wagner's help last November.", {"MLI", "org:Wagner"}),
        ("U.S. forces, together with the United Kingdom, struck Houthi targets in Yemen.", {"USA", "GBR"}),
        ("Israel struck a depot in Syria with bombs from the United States.", {"ISR"}),
        # blame and claims
        ("A strike on a convoy near Deir ez-Zor, which Damascus blamed on Israel, killed four people.", {"ISR"}),
        ("Saturday's attack on a convoy near Djibo was claimed by JNIM.", {"org:JNIM"}),
        # whose weapon it was
        ("A boat steered by the Houthis rammed a Greek tanker off Hodeidah.", {"org:Houthis"}),
        ("A missile launched by the Houthis fell near Ben Gurion airport.", {"org:Houthis"}),
        # the army that tells
        ("Bombers hit Houthi bunkers in Yemen overnight, the Pentagon said.", {"USA"}),
        ("Turkey's defence ministry announced that 24 militants had been killed in air strikes on northern Iraq.", {"TUR"}),
    ],
)  # fmt: skip
def test_doers_are_named_beside_the_subject_too(events_in: EventsIn, text: str, actors: set[str]) -> None:
    assert [doers(event) for event in events_in(text)] == [actors]


def test_ground_that_movements_fire_from_tells_whose_the_missiles_are(events_in: EventsIn) -> None:
    told = events_in(
        "Israel has fought Hezbollah for a year. A salvo of rockets fired from southern Lebanon hit a house in Haifa."
    )
    assert [doers(event) for event in told if event.place == "Haifa"] == [{"org:Hezbollah"}]


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("A drone strike on a beach in Kursk killed three Russians, the governor said. Kyiv did not comment. Ukraine and Russia have fought since 2022.", None),
        ("Artillery shelling hit a market in El Fasher, where the army and the Rapid Support Forces are fighting in Sudan.", "OCHA"),
        ("An airstrike damaged a clinic in Kharkiv, where Ukraine is fighting Russia.", "Médecins Sans Frontières"),
    ],
)  # fmt: skip
def test_no_doer_is_inferred_where_the_text_keeps_him_open(events_in: EventsIn, text: str, publisher: str | None) -> None:
    assert [doers(event) for event in events_in(text, publisher=publisher)][:1] == [set()]


def test_a_band_named_before_is_the_one_that_goes_on(events_in: EventsIn) -> None:
    told = events_in("JNIM fighters stormed a base in Djibo on Sunday. The assailants then overran an outpost near Diapaga.")
    assert [doers(event) for event in told] == [{"org:JNIM"}, {"org:JNIM"}]


def test_one_more_blow_of_a_raid_is_by_the_same_hand_but_not_another_days(events_in: EventsIn) -> None:
    told = events_in("Russian drones struck the port of Izmail on Tuesday. One drone hit a school in Odesa.")
    assert [doers(event) for event in told] == [{"RUS"}, {"RUS"}]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Israeli jets bombed the port of Hodeidah in Yemen, which the Houthis rule.", {"org:Houthis"}),
        ("A missile fired from Yemen by the Houthis was shot down over central Israel.", {"org:Houthis"}),
        ("Air raid sirens sounded in Tel Aviv on Tuesday.", {"ISR"}),
        ("China held live-fire drills around Taiwan on Tuesday.", {"TWN"}),
        ("Belarus moved thousands of troops to its border with Ukraine.", {"UKR"}),
        ("Britain sent 700 soldiers to Cyprus on Tuesday.", set()),
        ("Indian and Pakistani soldiers traded artillery fire along the Line of Control.", {"IND", "PAK"}),
    ],
)  # fmt: skip
def test_targets_are_those_whom_the_deed_was_aimed_at(events_in: EventsIn, text: str, targets: set[str]) -> None:
    assert [hit(event) for event in events_in(text)][:1] == [targets]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("RSF drones struck the Abu Shouk camp market on Tuesday, killing nine people.", "Abu Shouk camp"),
        ("An Israeli airstrike hit a flat in the central Beirut district of Bachoura.", "Bachoura"),
        ("Russian troops pressed towards Kupiansk, which the Ukrainian army retook in September 2022.", "Kupiansk"),
        ("In the Red Sea, where the Houthis attacked a tanker on Tuesday, traffic has halved.", "the Red Sea"),
        ("Russia carried out a missile strike on Ukraine on Sunday, and officials met in Warsaw on Monday.", "Ukraine"),
        ("North Korea sent more than 10,000 soldiers to Kursk to help Moscow.", "Kursk"),
        ("Brazil has moved armoured vehicles and more soldiers to Boa Vista, in the northern state of Roraima.", "Boa Vista"),
    ],
)  # fmt: skip
def test_the_place_is_that_of_the_clause(events_in: EventsIn, text: str, place: str) -> None:
    assert place in {event.place for event in events_in(text)}


def test_the_town_meant_is_the_one_named_last(events_in: EventsIn) -> None:
    told = events_in("Residents of Kiryat Shmona took cover. Hezbollah fired twenty rockets at the town.")
    assert [event.place for event in told] == ["Kiryat Shmona"]


def test_what_its_doer_confirms_a_sentence_later_is_confirmed(events_in: EventsIn) -> None:
    claim = "Ethiopian drones struck a school in Gondar on Tuesday, a rebel spokesman alleged."
    assert [event.modality for event in events_in(f"{claim} Ethiopia's army confirmed strikes in the area.")][:1] == ["confirmed"]
    assert [event.modality for event in events_in(f"{claim} Ethiopia's army did not confirm the strikes.")][:1] == ["claimed"]


def test_a_step_of_ones_own_that_is_promised_is_a_plan_and_a_blow_a_threat(events_in: EventsIn) -> None:
    assert [e.modality for e in events_in("The United States promised to deploy troops to the Philippines.")] == ["planned"]
    assert [e.modality for e in events_in("Iran has threatened to strike Israel.")] == ["anticipated"]


def test_each_event_of_a_sentence_counts_its_own_dead(events_in: EventsIn) -> None:
    told = events_in(
        "Israeli jets killed 12 people in Tyre on Monday, and Hezbollah rockets hit Haifa, wounding five and killing three."
    )
    assert [event.killed for event in told] == [12, 3]
    alone = events_in("Russian shelling of Kherson killed two people and wounded nine.")
    assert [(event.killed, event.injured) for event in alone] == [(2, 9)]
    unhurt = events_in("Russian drones struck the port of Izmail, where 40 people work.")
    assert [(event.killed, event.injured) for event in unhurt] == [(None, None)]

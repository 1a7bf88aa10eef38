"""What is done by hand, by bands without a flag and by those whom somebody blames: action, doers and who vouches for it."""

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

    def read(text: str) -> list[EscalationEvent]:
        metadata = Metadata(published="2024-11-20", publisher="Reuters")
        briefing = default_extractor().extract(read_bytes((SETTING + text).encode(), name="test", metadata=metadata))
        return [record for record in briefing.records if isinstance(record, EscalationEvent)]

    return read


def doers(event: EscalationEvent) -> set[str]:
    return {actor.code for actor in event.actors}


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Somali soldiers shot dead four civilians in Baidoa on Monday.", "other"),
        ("A suicide attack on a market in Quetta killed nine people on Friday.", "other"),
        ("A bomb exploded at a bus terminal in Kathmandu on Sunday.", "other"),
        ("Turkish troops captured nine prisoners near Afrin on Monday.", "other"),
        # an army's weapons stay strikes
        ("Sudanese jets bombed a market in Nyala on Friday.", "strike"),
        ("A suicide drone hit a depot in Engels on Friday.", "strike"),
        ("Russian glide bombs hit a hotel in Kharkiv on Sunday.", "strike"),
        # men who take a village or a post attack on the ground
        ("Gunmen killed at least thirty people in a village near Zaria, Nigeria said.", "ground_assault"),
    ],
)
def test_what_is_done_by_hand_is_no_strike(events_in: EventsIn, text: str, action: str) -> None:
    assert [event.action for event in events_in(text)] == [action]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Opposition forces captured the town of Saraqib in Syria on Monday.", {"group:Opposition forces"}),
        ("Anti-Taliban fighters seized Mazar-i-Sharif on Friday.", {"group:Anti-Taliban fighters"}),
        ("A Palestinian suicide bomber blew himself up in Netanya on Sunday.", {"group:Palestinian suicide bomber"}),
        # an army keeps its flag, a movement its name
        ("Syrian forces captured the town of Saraqib on Monday.", {"SYR"}),
        ("Taliban fighters seized Mazar-i-Sharif on Friday.", {"org:Taliban"}),
    ],
)
def test_a_band_is_told_in_the_words_of_the_text(events_in: EventsIn, text: str, actors: set[str]) -> None:
    assert [doers(event) for event in events_in(text)] == [actors]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Pyongyang denounced Seoul for conducting a military exercise with the United States.", {"KOR", "USA"}),
        ("Armenia accused Azerbaijan of shelling a village near Goris.", {"AZE"}),
        ("A U.S.-British air raid killed three people in Basra on Sunday.", {"USA", "GBR"}),
        # the subject's own gerund
        ("Azerbaijan answered Armenia by shelling a village near Goris.", {"AZE"}),
    ],
)
def test_who_is_blamed_for_a_deed_did_it(events_in: EventsIn, text: str, actors: set[str]) -> None:
    assert [doers(event) for event in events_in(text)] == [actors]


def test_nobody_is_guessed_for_a_bombing_without_an_author(events_in: EventsIn) -> None:
    text = (
        "India put its army on alert. Pakistan urged calm. The attack on the parliament in Delhi last month killed nine people."
    )
    assert [doers(event) for event in events_in(text) if event.place and "Delhi" in event.place] == [set()]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("As Ethiopian jets bombed Asmara on Sunday, Eritrea said it was ready.", "asserted"),
        ("A magazine reported that Ethiopian jets bombed Asmara on Sunday.", "reported"),
        ("Ethiopia said Eritrean jets bombed Mekele on Sunday.", "claimed"),
        ("Georgia said it would withdraw its troops from South Ossetia.", "planned"),
    ],
)
def test_who_vouches_for_a_deed(events_in: EventsIn, text: str, modality: str) -> None:
    assert [event.modality for event in events_in(text)] == [modality]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Iranian forces seized a British-flagged tanker in the Strait of Hormuz on Sunday.", {"GBR"}),
        ("France withdrew its troops from Niger in December.", set()),
        ("Russian troops shelled Kharkiv. Russian troops withdrew from Kherson on Friday.", {"UKR"}),
    ],
)
def test_whom_a_seizure_or_a_withdrawal_concerns(events_in: EventsIn, text: str, targets: set[str]) -> None:
    assert {actor.code for actor in events_in(text)[-1].targets} == targets

"""Which happenings become events: constructions that tell one, near misses that tell none, and what is told twice."""

from collections.abc import Callable

import pytest

from briefing_tui.extracting import default_extractor
from briefing_tui.model import EscalationEvent, trigger
from briefing_tui.reading import Metadata, read_bytes

SETTING = (
    "Norway wrote about the war. Missiles, drones, howitzers, soldiers, battalions and the army are words of the conflict.\n\n"
)

Told = Callable[[str], list[EscalationEvent]]


@pytest.fixture(scope="session")
def told_in() -> Told:
    """The events of a text, in text order, read as part of war news published on a Wednesday."""

    def read(text: str) -> list[EscalationEvent]:
        briefing = default_extractor().extract(
            read_bytes((SETTING + text).encode(), name="test", metadata=Metadata(published="2024-11-20"))
        )
        found = [r for r in briefing.records if isinstance(r, EscalationEvent) and trigger(r).start >= len(SETTING)]
        return sorted(found, key=lambda record: trigger(record).start)

    return read


def actions(events: list[EscalationEvent]) -> list[str]:
    return sorted(event.action for event in events)


@pytest.mark.parametrize(
    "text",
    [
        "Ethiopian forces hit a depot near Axum with drones.",
        "Israel's air force hit 40 targets in the Bekaa valley, the army said.",
        "Iran used Fateh missiles to strike a base near Erbil on Monday.",
        "Two hangars collapsed after being hit by Turkish jets near Qamishli.",
        "Explosions shook Kyiv early on Monday.",
        "Air strikes hit Idlib before dawn.",
        "A depot caught fire in Taganrog following a drone strike.",
        "At least 20 rockets were fired from Gaza towards Ashdod on Saturday.",
        "Shells landed in the market of Omdurman on Sunday.",
        "Hit by two Iskander missiles, the hotel in Sloviansk burned all night.",
        "A nighttime drone barrage on the capital of Ukraine killed a woman, while Russian troops were pressing toward Pokrovsk.",
    ],
)  # fmt: skip
def test_a_strike_is_told_in_many_ways(told_in: Told, text: str) -> None:
    assert "strike" in actions(told_in(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The town of Sake fell on Tuesday.", ["territory_change"]),
        ("Control of the town of Buthidaung passed to the Arakan Army on Sunday.", ["territory_change"]),
        ("Rebels seized Damascus on Sunday.", ["territory_change"]),
        ('Moscow says it has "completely liberated" Kurakhove.', ["territory_change"]),
        ("Kyiv acknowledged the loss of Selydove.", ["territory_change"]),
        ("Taliban take Herat as the governor flees", ["territory_change"]),
        ("Sudan's army is now in full control of Sennar, its spokesman said.", ["territory_change"]),
        ("Hamas took 30 people hostage in Sderot.", ["abduction"]),
        ("The Houthis detained a teacher in Hodeidah in June.", ["abduction"]),
        ("A roadside bomb killed four soldiers near Djibo.", ["other"]),
        ("A suicide bomber blew himself up outside a mosque in Quetta, killing nine.", ["other"]),
        ("Soldiers seized power in Gabon on 30 August 2023.", ["other"]),
        ("Russia used its Oreshnik missile for the first time on Thursday.", ["weapon_first_use"]),
        ("Berlin gave Ukraine permission to fire German-supplied shells at targets inside Russia.", ["weapons_authorisation"]),
        ("Air defences were at work over Odesa after midnight.", ["air_defence_intercept"]),
        ("Police shot dead six protesters in Nairobi on Tuesday.", ["crackdown"]),
        ("Niger's army moved its guns out of Agadez.", ["withdrawal"]),
    ],
)  # fmt: skip
def test_happenings_of_many_kinds_are_told(told_in: Told, text: str, expected: list[str]) -> None:
    assert actions(told_in(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Lawmakers fired a barrage of criticism at the general.",
        "The minister has come under fire for his remarks.",
        "The town fell silent after the vote.",
        "Rain fell in the town of Sake on Tuesday.",
        "The attack leaves Norway stunned, a poet wrote.",
        "Djibouti has permitted the use of its harbour by Norwegian ships.",
        "Civilians were barred from entering the town.",
        "Parliament demanded that the bridge be struck from the plan.",
        "Envoys urged both armies to cease hostilities.",
        "Officials spoke of aliens invading towns along the border of Norway.",
        "Norway called for restraint before engaging in any future battle.",
        "The F-35 Joint Strike Fighter was shown in Oslo on Monday.",
        "WITHDRAWALS SENT TO THE SENATE: Ola Nordmann, of Oslo.",
    ],
)
def test_what_only_sounds_like_war_is_no_event(told_in: Told, text: str) -> None:
    assert told_in(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia launched 40 drones at Ukraine. Of these, 32 were shot down over Poltava.", ["air_defence_intercept", "strike"]),
        ("Iran fired ten missiles at Israel. One slammed into a school in Haifa.", ["strike", "strike"]),
        ("Russian drones flew toward Odesa. The air force brought down four more over Mykolaiv.", ["air_defence_intercept"]),
    ],
)
def test_a_count_without_a_noun_means_the_weapons_last_named(told_in: Told, text: str, expected: list[str]) -> None:
    assert actions(told_in(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The army, which on Monday ordered people to leave, has sent a second division to Kursk.",
        "Ukraine has since sent a brigade to Kursk.",
        "Fighters of the Rapid Support Forces (RSF) were led to Kursk; a brigade of Ukraine's army was sent to Kursk.",
    ],
)
def test_an_aside_does_not_part_a_verb_from_its_subject(told_in: Told, text: str) -> None:
    assert "troop_deployment" in actions(told_in(text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One missile hit the airport and another the bus station in Hodeidah.", 2),
        ("The rebels seized Goma on 27 January and Bukavu on 14 February.", 2),
        ("Jets bombed a barracks in Nyala as well as a power station in Kosti.", 2),
        ("Israel bombed Beirut between Monday and Tuesday.", 1),
        ("A missile struck a café in Hroza, Kupiansk district, Kharkiv region, in Ukraine.", 1),
    ],
)
def test_a_second_target_is_a_second_event(told_in: Told, text: str, count: int) -> None:
    assert len(told_in(text)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        # background and news
        ("Russian troops captured Toretsk on Tuesday. They also took Avdiivka in February 2024.", 2),
        # a threat and a deed
        ("Iran attacked Israel on Monday. Iran will attack Israel again, its army said.", 2),
        # two things hit
        ("Israel bombed a tent in Gaza on Monday. Israel bombed a power station on Monday.", 2),
        # what was left of the place
        ("Russian missiles hit Kharkiv on Monday. Two schools were damaged.", 1),
        # a campaign told again
        ("The Houthis have carried out attacks on ships in the Red Sea. Houthi attacks on merchant vessels have gone on since May.", 1),
        # what "the attackers" did next
        ("Gunmen attacked a village near Jos on Sunday, killing ten people. The attackers burned houses and a church.", 1),
        ("Gunmen attacked a village near Jos on Sunday. Soldiers burned houses near Maiduguri.", 2),
        # the insurgents and the movement they belong to
        ("Insurgents captured Lashio on Saturday. The Arakan Army said it had captured Lashio.", 1),
    ],
)  # fmt: skip
def test_like_events_are_told_apart_or_joined(told_in: Told, text: str, count: int) -> None:
    assert len(told_in(text)) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Envoys demanded the release of 13 sailors seized by the Houthis in June.", ["abduction"]),
        ("Washington welcomed the arrival in Gonaïves on Tuesday of 400 Kenyan police officers.", ["troop_deployment"]),
        ("The killing of 26 tourists by gunmen in Gulmarg on 22 April shocked India.", ["other"]),
        ("Fighting stopped in Gaza on Sunday.", ["ceasefire"]),
        ("Tuareg rebels inflicted a heavy defeat on Mali's army near Kidal.", ["ground_assault"]),
        ("Rebels shot their way into Bukavu on Friday.", ["ground_assault"]),
        ("Pakistan closed the Torkham border crossing on Sunday.", ["blockade"]),
        ("Envoys demanded that the Houthis seize no more ships.", []),
        ("Norway inflicted a heavy defeat on Sweden in the cup.", []),
    ],
)  # fmt: skip
def test_deeds_stand_behind_wishes_places_and_turns_of_phrase(told_in: Told, text: str, expected: list[str]) -> None:
    assert actions(told_in(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ukraine fired Storm Shadow missiles at targets in Russia for the first time on Wednesday.", "weapon_first_use"),
        ("Russia used its Oreshnik missile for the first time.", "weapon_first_use"),
        ("Russia fired 13 missiles at Kyiv and a ministry was set alight for the first time.", "strike"),
    ],
)
def test_a_first_time_belongs_to_its_own_verb(told_in: Told, text: str, expected: str) -> None:
    assert told_in(text)[0].action == expected

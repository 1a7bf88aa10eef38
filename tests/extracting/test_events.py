"""Escalation events: what counts as one, who did it, where, when, and what is none."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.extracting import default_extractor
from briefing_tui.extracting.events.casualties import read_casualties
from briefing_tui.model import EscalationEvent, trigger
from briefing_tui.reading import Metadata, read_bytes

PUBLISHED = "2024-11-20"
"""A Wednesday."""
SETTING = "War news: missile strikes, drones and shelling went on; troops and soldiers fought in the conflict.\n\n"

Events = Callable[..., list[EscalationEvent]]


@pytest.fixture(scope="session")
def events_of() -> Events:
    """The events that a text tells, read as part of war news."""

    def read(text: str, *, publisher: str | None = None, setting: str = SETTING) -> list[EscalationEvent]:
        metadata = Metadata(published=PUBLISHED, publisher=publisher)
        briefing = default_extractor().extract(read_bytes((setting + text).encode(), name="test", metadata=metadata))
        return [
            record for record in briefing.records if isinstance(record, EscalationEvent) and trigger(record).start >= len(setting)
        ]

    return read


def codes(event: EscalationEvent) -> set[str]:
    return {actor.code for actor in event.actors}


@pytest.mark.parametrize(
    ("text", "action", "actors", "place", "modality"),
    [
        # subject, verb, object
        ("A Russian drone struck an apartment building in the southern city of Odesa on Tuesday.", "strike", {"RUS"}, "Odesa", "asserted"),
        ("Turkish warplanes bombed Kurdish militant positions in northern Iraq.", "strike", {"TUR"}, "northern Iraq", "asserted"),
        ("The Israeli military said it had struck Hezbollah weapons depots in southern Lebanon.", "strike", {"ISR"}, "southern Lebanon", "claimed"),
        ("Iran launched about 180 ballistic missiles at Israel on Tuesday.", "strike", {"IRN"}, "Israel", "asserted"),
        ("Russian missiles and drones targeted Ukraine's power grid overnight.", "strike", {"RUS"}, None, "asserted"),
        ("Gunmen killed at least 40 people in a village near Jos, Nigeria said.", "ground_assault", {"group:Gunmen"}, "Jos", "claimed"),
        # nouns
        ("Two people were killed in Russian shelling of the village of Bilenke.", "strike", {"RUS"}, "Bilenke", "asserted"),
        ("An Israeli strike on a school in Gaza City killed 15 people.", "strike", {"ISR"}, "Gaza City", "asserted"),
        ("A Ukrainian drone attack sparked a fire at an oil depot in the Rostov region.", "strike", {"UKR"}, "Rostov region", "asserted"),
        ("U.S. forces carried out strikes against militias in eastern Syria.", "strike", {"USA"}, "eastern Syria", "asserted"),
        ("Explosions rocked the southern city of Odesa overnight as Russia attacked Ukraine.", "strike", {"RUS"}, "Odesa", "asserted"),
        ("The first wave came by helicopter: Malian jihadists, an offshoot of a larger group, stormed a barracks in Sévaré.", "ground_assault", {"group:Malian jihadists"}, "Sévaré", "asserted"),
        # passives
        ("Ukraine said the Russian cruiser Moskva had been hit by two Neptune missiles.", "strike", {"UKR"}, None, "claimed"),
        ("A kindergarten in Zahrada was destroyed by Russian artillery.", "strike", {"RUS"}, "Zahrada", "asserted"),
        # ground, territory
        ("Ukrainian troops stormed across the border into Russia's Kursk region on Aug. 6.", "ground_assault", {"UKR"}, "Kursk region", "asserted"),
        ("Russian troops captured the town of Avdiivka in February.", "territory_change", {"RUS"}, "Avdiivka", "asserted"),
        ("The Syrian city of Aleppo fell to rebels last week.", "territory_change", {"group:rebels"}, "Aleppo", "asserted"),
        ("Israeli troops withdrew from the Netzarim corridor on Sunday.", "withdrawal", {"ISR"}, "Netzarim corridor", "asserted"),
        ("Sudan's Rapid Support Forces have besieged El Fasher since May.", "blockade", {"org:Rapid Support Forces"}, "El Fasher", "asserted"),
        ("Rebels entered the Congolese town of Kitshanga on Monday, the governor of North Kivu said.", "territory_change", {"group:Rebels"}, "Kitshanga", "claimed"),
        ("A Ukrainian sea drone sank a Russian missile corvette near Sevastopol.", "strike", {"UKR"}, "Sevastopol", "asserted"),
        # sea and air
        ("Chinese coast guard vessels fired water cannon at Philippine supply boats near Second Thomas Shoal.", "naval_incident", {"CHN"}, "Second Thomas Shoal", "asserted"),
        ("Houthi rebels attacked a Greek-owned oil tanker in the Red Sea.", "naval_incident", {"org:Houthis"}, "Red Sea", "asserted"),
        ("Chinese military aircraft crossed the median line of the Taiwan Strait.", "airspace_violation", {"CHN"}, "Taiwan Strait", "asserted"),
        ("Pakistan said it shot down five Indian aircraft.", "air_defence_intercept", {"PAK"}, None, "claimed"),
        ("Air raid sirens sounded across Ukraine on Wednesday morning.", "air_alert", set(), "Ukraine", "asserted"),
        # tests, drills, posture
        ("North Korea fired a ballistic missile toward the sea off its east coast on Thursday.", "missile_test", {"PRK"}, None, "asserted"),
        ("Russia and Belarus began joint military exercises on Friday.", "exercise", {"RUS", "BLR"}, None, "asserted"),
        ("Putin approved changes to Russia's nuclear doctrine.", "nuclear_posture", {"RUS"}, None, "asserted"),
        ("Belarus has moved troops to its border with Ukraine.", "troop_deployment", {"BLR"}, None, "asserted"),
        ("President Joe Biden has authorized Ukraine to use ATACMS missiles inside Russia.", "weapons_authorisation", {"USA"}, None, "asserted"),
        ("Ukraine fired ATACMS missiles into Russia for the first time on Tuesday.", "weapon_first_use", {"UKR"}, "Russia", "asserted"),
        # persons
        ("An Israeli drone strike in Beirut killed senior Hamas official Saleh al-Arouri.", "targeted_killing", {"ISR"}, "Beirut", "asserted"),
        ("Hamas gunmen kidnapped about 250 people.", "abduction", {"org:Hamas"}, None, "asserted"),
        ("Iranian security forces opened fire on protesters in Zahedan.", "crackdown", {"IRN"}, "Zahedan", "asserted"),
        # hidden hand
        ("Two undersea cables between Finland and Germany in the Baltic Sea were severed on Sunday.", "sabotage", set(), "Baltic Sea", "asserted"),
        ("Russian hackers targeted the email accounts of German lawmakers.", "cyber", {"RUS"}, None, "asserted"),
        # downwards
        ("Israel and Hezbollah agreed to a ceasefire brokered by the United States.", "ceasefire", {"ISR", "org:Hezbollah"}, None, "asserted"),
        ("Russia and Ukraine exchanged 95 prisoners of war each on Friday.", "prisoner_exchange", {"RUS", "UKR"}, None, "asserted"),
    ],
)  # fmt: skip
def test_a_sentence_tells_one_event(  # noqa: PLR0917 - the columns of the table above
    events_of: Events, text: str, action: str, actors: set[str], place: str | None, modality: str
) -> None:
    (event,) = events_of(text)
    assert (event.action, codes(event), event.modality) == (action, actors, modality)
    if place is not None:
        assert event.place is not None
        assert place in event.place


@pytest.mark.parametrize(
    "text",
    [
        "Workers at the aircraft plant went on strike on Friday.",
        "The senator called it an attack on democracy.",
        "The central bank hit its inflation target in Russia.",
        "The two sides struck a deal in Geneva on Friday.",
        "The minister launched a website for veterans of the army.",
        "Germany will send Ukraine two more air defence systems.",
        "If Russia attacks a NATO country, the alliance will respond.",
        "Biden called for an immediate ceasefire in Gaza.",
        "Russia did not attack the power plant.",
        "The mines would help Ukraine liberate its territory.",
        "The systems protect Kyiv from Russian missile attacks.",
        "Any attack on United Nations personnel may be a war crime.",
        "The package includes missiles, shells and 2,000-pound bombs for Israel.",
        "He died of a heart attack in Kyiv on Monday.",
        "The Russian firm struck oil in Siberia in 2015.",
        "The rebels pulled out of the talks in Luanda on Tuesday.",
        "Britain announced sanctions targeting Russian officials.",
        "Without the shells Kharkiv would have been captured.",
    ],
)
def test_figures_of_speech_wishes_and_what_did_not_happen_are_no_events(events_of: Events, text: str) -> None:
    assert events_of(text) == []


def test_a_text_that_is_not_about_conflict_tells_no_events(events_of: Events) -> None:
    text = "Democrats attacked the bill on Tuesday. The union's strike hit the port of Baltimore, and the governor deployed troops of volunteers."
    assert events_of(text, setting="") == []


def test_a_later_reference_is_more_evidence_of_the_same_event(events_of: Events) -> None:
    text = (
        "Russian missiles hit a hospital in Dnipro on Tuesday. The attack killed four people. The strike was condemned in Berlin."
    )
    (event,) = events_of(text)
    assert [span.exact for span in event.evidence if span.role == "trigger"] == [
        "Russian missiles hit a hospital in Dnipro",
        "The attack",
        "The strike",
    ]


def test_two_places_are_two_events(events_of: Events) -> None:
    text = "Russian drones hit a depot in Odesa on Monday. Russian drones hit a school in Sumy on Tuesday."
    assert [(event.place, event.date) for event in events_of(text)] == [("Odesa", "2024-11-18"), ("Sumy", "2024-11-19")]


def test_places_in_a_row_are_an_event_each(events_of: Events) -> None:
    found = events_of("Russia launched missile strikes on Odesa, Sumy and Dnipro.")
    assert [event.place for event in found] == ["Odesa", "Sumy", "Dnipro"]
    assert {code for event in found for code in codes(event)} == {"RUS"}


def test_listed_targets_take_actor_and_modality_from_the_introduction(events_of: Events) -> None:
    text = "The Ukrainian army claimed strikes on:\n- An ammunition depot in Tikhoretsk.\n- A radar station in Armavir."
    found = events_of(text)
    assert [(event.action, codes(event), event.modality) for event in found] == [("strike", {"UKR"}, "claimed")] * 2
    assert [trigger(event).exact for event in found] == ["An ammunition depot in Tikhoretsk", "A radar station in Armavir"]


def test_the_side_that_is_not_named_is_the_one_the_text_says_it_fights(events_of: Events) -> None:
    text = "Russia has shelled Ukraine for weeks, Ukraine said. On Monday a hospital in Kharkiv was hit by a missile."
    event = next(event for event in events_of(text) if event.place == "Kharkiv")
    assert codes(event) == {"RUS"}
    assert event.confidence < 0.85


def test_what_is_dated_ahead_has_not_happened(events_of: Events) -> None:
    (event,) = events_of("A ceasefire between Israel and Hezbollah takes effect on 27 November, France said.")
    assert (event.date, event.modality) == ("2024-11-27", "anticipated")


def test_its_troops_are_those_of_the_speaker(events_of: Events) -> None:
    (event,) = events_of("Russia's Defense Ministry said its troops had taken control of the village of Novomykhailivka.")
    assert (event.action, codes(event), event.modality) == ("territory_change", {"RUS"}, "claimed")


def test_the_dead_and_the_wounded_are_counted_with_their_evidence(events_of: Events) -> None:
    (event,) = events_of("A Russian missile hit a market in Sumy, killing 12 people and injuring at least 40.")
    assert (event.killed, event.injured) == (12, 40)
    assert {"killing 12", "injuring at least 40"} <= {span.exact for span in event.evidence}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("killing at least seven people and wounding 31 others", {"killed": 7, "injured": 31}),
        ("At least 1,200 people were killed and 3,400 injured", {"killed": 1200, "injured": 3400}),
        ("Three civilians died", {"killed": 3}),
        ("Nobody was hurt", {}),
    ],
)
def test_casualties_are_read_in_words_and_figures(sentence: str, expected: dict[str, int]) -> None:
    assert {kind: number for kind, (number, _, _) in read_casualties(sentence).items()} == expected


WORDS = "Russia Ukraine Kyiv Gaza Israeli Houthi drones missiles struck hit attack strikes on in by said, the troops village captured ceasefire Monday . “ ” 12 killed if not".split()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=3, max_size=40))
def test_any_row_of_war_words_gives_evidence_that_resolves(words: list[str]) -> None:
    text = SETTING + " ".join(words)
    briefing = default_extractor().extract(read_bytes(text.encode(), name="test", metadata=Metadata(published=PUBLISHED)))
    for record in briefing.records:
        for span in record.evidence:
            assert briefing.text[span.start : span.end] == span.exact
        assert 0.0 <= record.confidence <= 1.0


def test_rebels_of_a_country_are_not_its_state(events_of: Events) -> None:
    (event,) = events_of("Syrian rebels seized the city of Hama on Thursday.")
    assert codes(event) == {"group:Syrian rebels"}


def test_things_in_one_breath_share_a_flag(events_of: Events) -> None:
    (event,) = events_of("Iranian missiles and drones hit a base near Erbil.")
    assert codes(event) == {"IRN"}


def test_opponents_in_one_place_are_two_events(events_of: Events) -> None:
    found = events_of("Thailand shelled a village in Cambodia on Thursday. Cambodia shelled a village in Thailand on Thursday.")
    assert [codes(event) for event in found] == [{"THA"}, {"KHM"}]


def test_a_date_that_only_measures_is_not_the_events(events_of: Events) -> None:
    (event,) = events_of("Israel called up 300,000 reservists, the largest mobilization since 1973.")
    assert event.date is None


def test_the_capital_that_speaks_is_not_the_place(events_of: Events) -> None:
    (event,) = events_of("Russian jets violated Estonia's airspace on Friday, Tallinn said.")
    assert event.place != "Tallinn"


def test_an_event_names_the_rule_and_the_words_of_every_field(events_of: Events) -> None:
    (event,) = events_of("Ukraine's military said it had struck an oil depot in Engels on Monday.")
    roles = {span.role: span.exact for span in event.evidence}
    assert roles["place"] == "Engels"
    assert roles["date"] == "Monday"
    assert roles["modality_cue"] == "said"
    assert event.attribution is not None
    assert event.attribution.interested is True
    assert all(span.rule for span in event.evidence)


def test_the_dead_of_a_main_clause_and_the_blow_of_its_subordinate_are_one_event(events_of: Events) -> None:
    (event,) = events_of("Two people were killed by shrapnel in Haifa on Monday after Hezbollah fired rockets at the city.")
    assert (event.action, codes(event), event.date) == ("strike", {"org:Hezbollah"}, "2024-11-18")


def test_how_people_were_killed_is_no_second_event(events_of: Events) -> None:
    (event,) = events_of("Hamas militants killed three soldiers, two of them officers, in a mortar attack near Rafah.")
    assert codes(event) == {"org:Hamas"}


def test_two_verbs_with_objects_of_their_own_are_two_events(events_of: Events) -> None:
    found = events_of("Russian forces advanced south of Avdiivka and captured Ocheretyne.")
    assert [event.place for event in found] == ["Avdiivka", "Ocheretyne"]


def test_one_more_attack_is_told_of_the_same_side(events_of: Events) -> None:
    text = "Russian drones hit a school in Sumy on Monday. Another drone struck a bus depot. A market was also hit."
    assert [codes(event) for event in events_of(text)] == [{"RUS"}] * 3


def test_who_claims_responsibility_did_it(events_of: Events) -> None:
    text = "A drone hit a naval base in Eilat on Monday; the Houthis claimed responsibility."
    assert codes(events_of(text)[0]) == {"org:Houthis"}


def test_a_superlative_points_back(events_of: Events) -> None:
    text = "Russian missiles hit a market in Lyman on Monday, in one of the deadliest attacks of the year."
    assert len(events_of(text)) == 1


def test_troops_a_general_speaks_of_are_his_own(events_of: Events) -> None:
    (event,) = events_of("Ukraine's General Staff said troops had withdrawn from the village of Robotyne.")
    assert (event.action, codes(event), event.modality) == ("withdrawal", {"UKR"}, "claimed")


def test_who_announces_a_truce_of_others_is_no_party_to_it(events_of: Events) -> None:
    text = "Israel has bombed Hezbollah for weeks. Washington announced a ceasefire on Tuesday."
    event = next(event for event in events_of(text) if event.action == "ceasefire")
    assert codes(event) == {"ISR", "org:Hezbollah"}


def test_the_maker_of_a_weapon_is_not_whom_it_hits(events_of) -> None:
    (event,) = events_of("Reports on Monday told of Ukraine's first use of Swedish RBS 15 missiles against Russian ships.")
    assert event.action == "weapon_first_use"
    assert [actor.code for actor in event.targets] == ["RUS"]
    assert event.place is None


def test_a_permission_aims_at_the_enemy_of_the_one_who_is_allowed(events_of) -> None:
    events = events_of(
        "Russia shelled Kharkiv on Sunday. Berlin has allowed Kyiv to fire German missiles into Russian territory."
    )
    (event,) = [event for event in events if event.action == "weapons_authorisation"]
    assert [actor.code for actor in event.actors] == ["DEU"]
    assert [actor.code for actor in event.targets] == ["RUS"]
    assert event.place != "Kyiv"

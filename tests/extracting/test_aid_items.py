"""Aid items: what is given, and what only fights."""

from pathlib import Path

import pytest
from tests.extracting.aiding import briefing_of, items_of, named

from briefing_tui.extracting import default_extractor
from briefing_tui.extracting.lexicon import load_lexicon
from briefing_tui.model import AidItem, AidPackage
from briefing_tui.reading import Metadata, read_bytes


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norway will send Ukraine 22 F-16s and spare engines.", ["22 F-16s"]),
        (
            "Berlin supplied Ukraine with Gepards, 12 howitzers and night vision goggles.",
            ["Gepards", "12 howitzers", "night vision goggles"],
        ),
        (
            "The new aid package for Ukraine includes Javelin missiles, mine detectors and body armor.",
            ["Javelin missiles", "mine detectors", "body armor"],
        ),
        ("Four patrol boats were delivered to Ukraine in May.", ["Four patrol boats"]),
        ("The delivery of CAESAR howitzers to Ukraine was held up.", ["CAESAR howitzers"]),
        ("Zelenskyy again asked for Taurus missiles for Ukraine.", ["Taurus missiles"]),
        ("Iran has shipped Fath-360 missiles to Russia.", ["Fath-360 missiles"]),
        ("Trucks carrying flour and hygiene kits reached Ukraine.", ["flour", "hygiene kits"]),
    ],
)
def test_what_is_given_promised_or_asked_for_is_an_item(sentence: str, expected: list[str]) -> None:
    found = named(items_of(sentence))
    assert [words for words in expected if words in found] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Russia sent 80 Shahed drones toward Ukraine, and most were shot down.",
        "Ukrainian troops fired Storm Shadow missiles at a depot in Crimea.",
        "The army destroyed six tanks and two howitzers near Bakhmut.",
        "A factory in Tatarstan produces attack drones.",
        "Police seized rifles and grenades in the raid.",
    ],
)
def test_weapons_that_fight_are_no_aid(sentence: str) -> None:
    assert items_of(sentence) == []


def test_bullets_under_an_introduction_of_aid_are_items_of_its_package() -> None:
    briefing = briefing_of(
        "The $60 million military aid package for Ukraine includes:\n"
        "- 18 M113 armored personnel carriers;\n"
        "- Carl Gustaf recoilless rifles and grenades;\n"
        "- Spare parts and other field equipment.\n"
    )
    (package,) = (record for record in briefing.records if isinstance(record, AidPackage))
    items = [record for record in briefing.records if isinstance(record, AidItem)]
    assert named(items) == [
        "18 M113 armored personnel carriers",
        "Carl Gustaf recoilless rifles",
        "grenades",
        "Spare parts and other field equipment",
    ]
    assert {item.package for item in items} == {package.id}
    assert set(package.items) == {item.id for item in items}


def test_bullets_about_strikes_are_no_items() -> None:
    assert items_of("Ukraine claims strikes on:\n- An ammunition depot in Kursk.\n- A drone factory in Belgorod.\n") == []


def test_a_number_is_read_with_its_bound() -> None:
    (item,) = items_of("Slovakia will give Ukraine up to 13 MiG-29 fighter jets.")
    assert (item.quantity, item.bound, item.item_class, item.designation) == (13, "up_to", "aviation", "MiG-29")


def test_a_member_of_a_packages_list_without_a_known_word_is_an_item_too() -> None:
    found = named(items_of("The aid package for Ukraine includes howitzers, trestle gantries and mortar rounds."))
    assert found == ["howitzers", "trestle gantries", "mortar rounds"]


def test_general_words_alone_name_no_item() -> None:
    assert items_of("The allies will keep sending weapons and equipment to Ukraine.") == []


def test_the_lexicon_knows_systems_of_every_class() -> None:
    weapons = [entry for entry in load_lexicon().entries if entry.category == "weapon"]
    classes = {entry.get("class") for entry in weapons}
    assert classes >= {"air_defence", "artillery", "ammunition", "missile", "mine", "armoured_vehicle", "vehicle"}
    assert classes >= {"aviation", "uav", "naval", "small_arms", "anti_armor", "sensor", "engineering"}
    assert len(weapons) > 1_000


def test_the_example_briefing_has_one_package_of_six_kinds_of_things(root: Path) -> None:
    text = (root / "seeds" / "example.txt").read_bytes()
    document = read_bytes(text, name="example", form="text", metadata=Metadata(published="2024-11-20"))
    records = default_extractor().extract(document).records
    packages = [record for record in records if isinstance(record, AidPackage)]
    assert [(package.amount, package.currency, package.scope) for package in packages] == [(275_000_000, "USD", "package")]
    assert [actor.code for actor in packages[0].donors] == ["USA"]
    items = [record for record in records if isinstance(record, AidItem)]
    assert named(items) == [
        "antipersonnel mines",
        "High Mobility Artillery Rocket Systems (HIMARS)",
        "155 mm and 105 mm artillery rounds",
        "Javelin anti-armor munitions",
        "Spare parts and additional equipment",
    ]
    assert {item.package for item in items} == {packages[0].id}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Kyiv is seeking seven more howitzers for Ukraine from its partners.", ["seven more howitzers"]),
        ("Zelenskyy thanked Spain for a third Patriot battery.", ["third Patriot battery"]),
        ("Portugal rejected requests for Taurus missiles for Ukraine.", ["Taurus missiles"]),
        ("Oslo set aside €15 million for mortar shells for Ukraine.", ["mortar shells"]),
        ("The money will be used to buy spare engines and 155mm shells for Ukraine.", ["155mm shells"]),
        ("Two Patriot launchers have already left Greece for Ukraine.", ["Two Patriot launchers"]),
        ("The first of three minehunters, the Makrele, will be handed over to Ukraine next year.", ["three minehunters"]),
        ("Ukraine asked Italy for help in buying two patrol aircraft.", ["two patrol aircraft"]),
        ("Spain is training 400 Ukrainian soldiers.", ["training 400 Ukrainian soldiers"]),
        ("Thirty lorries carrying flour and soap have entered Ukraine.", ["Thirty lorries carrying flour and soap"]),
        ("Kyiv requested S-400 batteries for Ukraine.", ["S-400 batteries"]),
    ],
)
def test_news_tells_of_given_things_in_many_ways(sentence: str, expected: list[str]) -> None:
    found = named(items_of(sentence))
    assert [words for words in expected if words in found] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Ukrainian forces used Storm Shadow missiles supplied by Britain to hit a ship.",
        "The air force shot down 20 drones with Gepard guns donated by Germany.",
        "Chinese coast guard ships fired water cannon at a supply boat.",
        "China sends warplanes near Taiwan almost every day.",
    ],
)
def test_things_at_work_in_a_fight_are_no_aid_whoever_gave_them(sentence: str) -> None:
    assert items_of(sentence) == []


def test_one_more_counts_among_the_number() -> None:
    (item,) = items_of("Berlin will deliver 20 more Marder vehicles to Ukraine.")
    assert (named([item]), item.quantity) == (["20 more Marder vehicles"], 20)

"""States, organisations, organs, collectives: who is named by which words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extracting.naming import codes, mentions_in, named, reading_of

# States


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Czechia pledged 50 howitzers.", "Czechia", ["CZE"]),
        ("The U.K. welcomed the vote.", "U.K.", ["GBR"]),
        ("The Danes sent two mine hunters.", "Danes", ["DNK"]),
        ("The Dutch have promised more jets.", "Dutch", ["NLD"]),
        ("Türkiye offered to host the talks.", "Türkiye", ["TUR"]),
        ("Burma rejected the resolution.", "Burma", ["MMR"]),
        ("Pristina protested on Friday.", "Pristina", ["XKX"]),
        ("The Kremlin denied it.", "Kremlin", ["RUS"]),
        ("Downing Street played down the report.", "Downing Street", ["GBR"]),
        ("Foggy Bottom said nothing.", "Foggy Bottom", ["USA"]),
        ("The Palestinian Authority condemned the raid.", "Palestinian Authority", ["PSE"]),
    ],
)
def test_a_state_is_known_by_its_names_peoples_capitals_and_houses(text: str, words: str, expected: list[str]) -> None:
    assert codes(text, words) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A blast was heard in Riga overnight.",
        "Envoys flew to Oslo for the meeting.",
        "Sirens sounded near Tallinn.",
        "She visited Athens in May.",
        "The streets of Cairo were empty.",
        "The Lisbon Treaty says so.",
    ],
)
def test_a_capital_that_is_only_a_place_is_no_actor(text: str) -> None:
    assert not any(len(actors[0]) == 3 for _, actors, _ in named(text) if actors)


@pytest.mark.parametrize("text", ["Riga said the claim was false.", "The move angered Riga.", "Riga's troops crossed the river."])
def test_a_capital_that_acts_is_its_state(text: str) -> None:
    assert next(actors for _, actors, _ in named(text)) == ["LVA"]


def test_a_state_of_the_usa_is_not_the_country_of_the_same_name() -> None:
    assert codes("Georgia Governor Ann Doe signed it.", "Georgia") == []
    assert codes("Georgia expelled two diplomats.", "Georgia") == ["GEO"]


def test_a_family_name_is_not_the_country_of_the_same_name() -> None:
    assert codes("Rep. Jim Jordan criticised the bill.", "Rep. Jim Jordan") == ["USA"]


def test_a_demonym_before_a_thing_is_an_adjective() -> None:
    reading = reading_of("Serbian shells fell on the town.")
    (_, mention), *_ = mentions_in(reading)
    assert (mention.adjective, mention.actors[0].code) == (True, "SRB")


def test_a_compound_adjective_names_nobody() -> None:
    assert codes("Belgian-made rifles were found.", "Belgian") == []


def test_two_states_joined_by_a_hyphen_are_both_named() -> None:
    assert [actors for _, actors, _ in named("The Egypt-Sudan border was closed.")] == [["EGY"], ["SDN"]]


# Organs of states


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Portugal's Foreign Ministry summoned the envoy.", "Portugal's Foreign Ministry", "PRT"),
        ("The Kenyan parliament approved the deployment.", "Kenyan parliament", "KEN"),
        ("The Ministry of Defence of Romania confirmed it.", "Ministry of Defence of Romania", "ROU"),
        (
            "The General Staff of the Armed Forces of Ukraine reported losses.",
            "General Staff of the Armed Forces of Ukraine",
            "UKR",
        ),
        ("The Knesset passed the law.", "Knesset", "ISR"),
        ("The Storting voted on Monday.", "Storting", "NOR"),
        ("The Riksdag voted on Monday.", "Riksdag", "SWE"),
        ("The Hungarian embassy in Prague closed.", "Hungarian embassy", "HUN"),
        ("The IDF struck the tunnel.", "IDF", "ISR"),
        ("The Obama administration declined.", "Obama administration", "USA"),
        ("The Japanese House of Representatives passed it.", "Japanese House of Representatives", "JPN"),
        ("The foreign ministry in Hanoi protested.", "foreign ministry in Hanoi", "VNM"),
    ],
)
def test_an_organ_acts_for_its_state(text: str, words: str, expected: str) -> None:
    assert codes(text, words) == [expected]


def test_an_organ_without_a_state_belongs_to_the_state_in_focus() -> None:
    assert codes("Peru closed the crossing on Monday. The army moved in at noon.", "army") == ["PER"]


def test_the_ministry_is_the_one_named_before() -> None:
    text = "Iraq's Foreign Ministry protested to Ankara. Turkey kept silent. The ministry called the raid unlawful."
    assert codes(text, "ministry") == ["IRQ"]


# Organisations


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Nato rejected the demand.", "Nato", "org:NATO"),
        ("Brussels called for calm.", "Brussels", "org:European Union"),
        ("Doctors Without Borders suspended its work.", "Doctors Without Borders", "org:Médecins Sans Frontières"),
        ("Hizbollah fired rockets.", "Hizbollah", "org:Hezbollah"),
        ("The UN nuclear watchdog sent inspectors.", "UN nuclear watchdog", "org:IAEA"),
        ("The East African Community urged restraint.", "East African Community", "org:East African Community"),
    ],
)
def test_an_organisation_has_one_code_under_all_its_names(text: str, words: str, expected: str) -> None:
    assert codes(text, words) == [expected]


def test_an_unknown_organisation_is_known_by_its_headword() -> None:
    assert codes("The Lakeland Institute for Border Studies doubts it.", "Lakeland Institute for Border Studies") == [
        "org:Lakeland Institute for Border Studies"
    ]


def test_letters_in_brackets_stand_for_the_name_before_them() -> None:
    text = "The Harbour Relief Network (HRN) closed its clinics. HRN said two nurses were missing."
    assert codes(text, "HRN") == ["org:Harbour Relief Network"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Hezbollah mourned its commander. The group vowed to fight on.", "group", "org:Hezbollah"),
        ("NATO met on Tuesday. The alliance sent more ships.", "alliance", "org:NATO"),
        ("The European Union met on Tuesday. The bloc froze the funds.", "bloc", "org:European Union"),
        ("UNRWA closed six schools. The agency blamed the fighting.", "agency", "org:UNRWA"),
        ("Finland shut its border and Estonia protested. The Nordic country gave no reason.", "Nordic country", "FIN"),
        ("Qatar and Saudi Arabia mediated. The kingdom hosted the talks.", "kingdom", "SAU"),
    ],
)
def test_a_noun_that_points_back_means_the_last_actor_of_its_kind(text: str, words: str, expected: str) -> None:
    assert codes(text, words) == [expected]


def test_a_noun_that_points_back_to_nothing_names_nobody() -> None:
    assert named("The alliance is under strain.") == []


# Collectives


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Western leaders dismissed the threat.", "Western leaders"),
        ("Several aid agencies halted their work.", "Several aid agencies"),
        ("Two unnamed French officials confirmed it.", "Two unnamed French officials"),
        ("Gulf states protested.", "Gulf states"),
    ],
)
def test_a_collective_keeps_the_words_of_the_text(text: str, words: str) -> None:
    assert codes(text, words) == [f"group:{words}"]


def test_officials_of_a_state_speak_for_it() -> None:
    assert codes("Moroccan officials confirmed the arrest.", "Moroccan officials") == ["MAR"]


def test_troops_of_a_state_act_for_it_however_many() -> None:
    assert codes("Around 400 Eritrean soldiers crossed the line.", "400 Eritrean soldiers") == ["ERI"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Irish and Maltese diplomats met.", "Irish and Maltese diplomats", ["IRL", "MLT"]),
        ("Danish, Finnish and US forces trained there.", "Danish, Finnish and US forces", ["DNK", "FIN", "USA"]),
    ],
)
def test_several_states_may_share_one_head(text: str, words: str, expected: list[str]) -> None:
    assert codes(text, words) == expected


def test_the_three_countries_are_the_three_just_listed() -> None:
    text = "Togo, Benin and Ghana issued a statement. The three countries called for calm."
    assert codes(text, "three countries") == ["TGO", "BEN", "GHA"]


def test_letters_that_are_the_initials_of_the_words_before_them_stand_for_these() -> None:
    text = "The rally of Unity Now Tomorrow (UNT) drew thousands. UNT said it had won."
    assert codes(text, "UNT") == ["org:Unity Now Tomorrow"]


def test_our_government_is_the_publishers_outside_quotation_marks() -> None:
    assert codes("Our government condemns it.", "Our government", publisher="Norwegian Government") == ["NOR"]
    assert codes("“Our government sleeps,” a baker said.", "Our government", publisher="Norwegian Government") == []


def test_both_countries_are_the_two_just_named() -> None:
    text = "India and Nepal reopened the road. Both countries had closed it in March."
    assert codes(text, "countries") == ["IND", "NPL"]


# Whatever the text


@given(
    st.text(
        alphabet=st.sampled_from("The U.S. Iran's, army said (HRN) “he” – Zelensky; of Lt. Gen. van al-\n"),
        min_size=1,
        max_size=120,
    ).filter(str.strip)
)
def test_mentions_stand_in_order_inside_their_sentence_and_never_overlap(text: str) -> None:
    for passage in reading_of(text).passages:
        reach = passage.start
        for mention in passage.mentions:
            assert reach <= mention.start < mention.end <= passage.end
            reach = mention.end


# What stands for a group, an organ or a state named before


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("M23 seized the port. The rebels said they would go on.", "rebels", ["org:M23"]),
        ("Yemen's Houthis fired at a tanker. The Yemeni rebels vowed more.", "Yemeni rebels", ["org:Houthis"]),
        ("Hizbollah fired back. The Lebanese militant group claimed it.", "Lebanese militant group", ["org:Hezbollah"]),
        ("NATO's KFOR mission sent patrols. The force denied the report.", "force", ["org:KFOR"]),
        ("A spokesman for the Arakan Army said it was not consulted.", "it", ["org:Arakan Army"]),
        ("Mali, Niger and Togo left the pact. The three said they were free.", "three", ["MLI", "NER", "TGO"]),
        ("Rwanda cut ties with Belgium. Brussels said it would respond.", "Brussels", ["BEL"]),
        ("EU ministers met. Brussels said it would respond.", "Brussels", ["org:European Union"]),
        ("ISLAMABAD: The Foreign Office confirmed the raid.", "Foreign Office", ["PAK"]),
        ("The Foreign Office in London summoned him.", "Foreign Office", ["GBR"]),
        ("Tusk spoke. Netanyahu's office denied it.", "Netanyahu's office", ["ISR"]),
        ("NATO officials declined to comment.", "NATO officials", ["org:NATO"]),
    ],
)
def test_later_words_mean_the_actor_named_before(text: str, words: str, expected: list[str]) -> None:
    assert codes(text, words) == expected


def test_rebels_without_a_group_named_before_are_a_collective() -> None:
    assert codes("The rebels took the bridge.", "rebels") == ["group:rebels"]


def test_a_bare_the_three_before_a_noun_is_nobody() -> None:
    assert codes("Mali, Niger and Togo left the pact. The three men fled.", "three") == []


@pytest.mark.parametrize(
    ("published", "expected"),
    [("2024-03-19", ["AFG"]), ("2019-03-19", ["org:Taliban"])],
)
def test_officials_of_a_movement_that_governs_speak_for_the_state_from_that_day(published: str, expected: list[str]) -> None:
    assert codes("Taliban officials summoned the envoy.", "Taliban officials", published=published) == expected


def test_a_movement_that_governs_is_still_itself_by_its_bare_name() -> None:
    assert codes("The Taliban attacked a post.", "Taliban", published="2024-03-19") == ["org:Taliban"]


def test_the_army_is_the_state_in_focus_once_the_other_army_was_only_mentioned() -> None:
    text = "Guyana spoke with U.S. Southern Command. In Brasilia, President Lula said he was worried. The army is moving tanks."
    assert codes(text, "army") == ["BRA"]

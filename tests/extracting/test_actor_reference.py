"""Who words without a name of their own mean: offices, organs, spokespeople, politicians, pairs."""

import pytest
from tests.extracting.naming import codes, named, person

# The state in focus


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "SEOUL, May 2 - South Korea's president met a U.S. envoy and Washington promised jets.\n\nThe foreign ministry said no more.",
            "foreign ministry",
            ["KOR"],
        ),
        (
            "Kenya closed its border. President Jane Wanjiru said the fighting must stop. The opposition agreed with Uganda.",
            "President Jane Wanjiru",
            ["KEN"],
        ),
        (
            "Guyana protested to Caracas.\n\nIn Brasilia, the foreign minister offered to mediate. The army moved armoured cars north.",
            "army",
            ["BRA"],
        ),
        ("Iraq's Foreign Ministry protested. Turkey kept silent. The ministry called the raid unlawful.", "ministry", ["IRQ"]),
    ],
)
def test_an_office_or_organ_without_a_state_is_that_of_the_state_most_in_mind(text: str, words: str, expected: list[str]) -> None:
    assert codes(text, words) == expected


def test_the_last_subject_of_a_paragraph_leads_over_the_dateline() -> None:
    text = "KYIV, May 2 - Ukraine said a depot burned.\n\nMoscow told another story. The Defence Ministry said it was a bakery."
    assert codes(text, "Defence Ministry") == ["RUS"]


# Whose


def test_a_whose_clause_belongs_to_the_state_right_before_it() -> None:
    assert codes("China builds ships for Cambodia, whose navy has few.", "whose navy") == ["KHM"]
    assert codes("Laos, whose foreign ministry objected, abstained.", "whose foreign ministry") == ["LAO"]
    assert codes("The man whose car was hit survived.", "whose car") == []


# Spokespeople


def test_a_spokesman_without_a_principal_speaks_for_whom_the_paragraph_named() -> None:
    assert codes('The Lowland Front denied the raid. "We were asleep," spokesman Joe Doe said.', "spokesman Joe Doe") == [
        "org:Lowland Front"
    ]
    assert codes('Chad recalled its envoy. "Enough," spokesman Ali Doe said.', "spokesman Ali Doe") == ["TCD"]
    assert codes("M23 took the airport. It would stay, spokeswoman Ann Doe said.", "spokeswoman Ann Doe") == ["org:M23"]


def test_an_addressee_is_no_speaker() -> None:
    assert not any(words == "reporters" for words, _, _ in named("She told reporters that the deal was dead."))
    assert codes("Rebels said the deal was dead.", "Rebels") == ["group:Rebels"]


# Politicians


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Anna Roe, of the BSW, welcomed the pullout.", "Anna Roe, of the BSW", ["DEU"]),
        ("AfD leader Joe Doe said the tanks must stay.", "AfD leader Joe Doe", ["DEU"]),
        ("Labour MP Jane Roe condemned the raid.", "Labour MP Jane Roe", ["GBR"]),
        ("MEP Jane Roe condemned the raid.", "MEP Jane Roe", ["org:European Parliament"]),
        ("French MEP Jane Roe condemned the raid.", "French MEP Jane Roe", ["FRA"]),
        ("Knesset member Joe Doe rejected the deal.", "Knesset member Joe Doe", ["ISR"]),
        ("MANILA, May 2 - Senator Joe Doe of the Philippines urged caution.", "Senator Joe Doe of the Philippines", ["PHL"]),
        ("Senator Joe Doe urged caution.", "Senator Joe Doe", ["USA"]),
    ],
)
def test_a_politician_speaks_for_the_state(text: str, words: str, expected: list[str]) -> None:
    assert codes(text, words) == expected


def test_a_party_and_its_spokeswoman_speak_for_the_party() -> None:
    assert codes("The AfD rejected the bill.", "AfD") == ["org:AfD"]
    assert codes("AfD spokeswoman Ann Doe rejected the bill.", "AfD spokeswoman Ann Doe") == ["org:AfD"]


# Callings that are no offices


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Jane Roe, policy lead at Oxfam, called it a distraction.", "Jane Roe", ["org:Oxfam"]),
        ("Joe Doe, WHO's emergencies lead, said hospitals were empty.", "Joe Doe", ["org:World Health Organization"]),
        ("Joe Doe, minister of state for political affairs at Oman's foreign ministry, said no.", "Joe Doe", ["OMN"]),
        ("Jane Roe, a teacher in Oslo, said no.", "Jane Roe", []),
    ],
)
def test_a_person_set_off_with_a_calling_speaks_for_whom_it_is_done(text: str, name: str, expected: list[str]) -> None:
    assert [actors for _, actors, who in named(text) if who == name][:1] == [expected]


def test_a_rebel_leader_never_speaks_for_the_state() -> None:
    assert codes("Haitian gang leader Joe Doe threatened war.", "Haitian gang leader Joe Doe") == ["group:gangs"]
    assert codes("M23 took Sake. The rebel leader said more towns would follow.", "rebel leader") == ["org:M23"]
    assert codes("The Haitian leader threatened war.", "Haitian leader") == ["HTI"]


# Pairs


def test_two_armies_and_two_leaders_are_those_of_the_states_named_together() -> None:
    text = "India and Pakistan traded fire. The two armies blamed each other."
    assert codes(text, "two armies") == ["IND", "PAK"]
    assert codes("The leaders of Japan and Laos met. The two leaders signed a pact.", "two leaders") == ["JPN", "LAO"]
    assert codes("Two armies were once enough.", "Two armies") == []


# Organisations the text explains


def test_a_noun_that_points_back_heads_a_name_when_it_is_written_so() -> None:
    text = "The Movement for the Liberation of Lowland (MLL) took a mine. MLL fighters left. The group denied it."
    assert codes(text, "Movement for the Liberation of Lowland") == ["org:Movement for the Liberation of Lowland"]
    assert codes(text, "MLL fighters") == ["org:Movement for the Liberation of Lowland"]
    assert codes(text, "group") == ["org:Movement for the Liberation of Lowland"]
    assert codes("Hamas was silent. The movement said nothing.", "movement") == ["org:Hamas"]


def test_militants_named_with_state_and_group_are_the_group() -> None:
    assert codes("Somalia's al-Shabab militants attacked.", "Somalia's al-Shabab militants") == ["org:al-Shabaab"]
    assert codes("Somali militants attacked.", "Somali militants") == ["group:Somali militants"]


def test_he_is_the_person_named_rather_than_an_unnamed_office() -> None:
    text = 'Laos\'s envoy denied it, whereas Russian President Vladimir Putin did not. "It is serious," he said.'
    assert person(text, "he") == "Vladimir Putin"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The Iran-backed militia Kataib Hezbollah claimed it.", "Kataib Hezbollah", ["org:Kataib Hezbollah"]),
        ("The rebel group Free Lowland seized a mine.", "Free Lowland", ["org:Free Lowland"]),
        ("The Italian company Ferroni won the order.", "Ferroni", ["org:Ferroni"]),
        ("The charity Hope for Lowland said no.", "Hope for Lowland", ["org:Hope for Lowland"]),
    ],
)
def test_an_organisation_named_behind_its_kind_is_the_actor(text: str, words: str, expected: list[str]) -> None:
    assert codes(text, words) == expected
    assert not any(codes and codes[0].startswith("group:") for _, codes, _ in named(text))


def test_a_country_named_behind_its_kind_is_still_the_country() -> None:
    assert codes("The Nordic country Sweden agreed.", "Sweden") == ["SWE"]


def test_it_is_not_what_only_the_quotation_names() -> None:
    text = 'Iran\'s parliament says it meant no harm. The raid was no threat to "our dear friend, Qatar", it adds.'
    assert codes(text, "it") == ["IRN"]
    assert codes("Qatar closed its airspace and said it would reopen it.", "it") == ["QAT"]


def test_an_unnamed_diplomat_is_a_group_and_the_diplomat_a_state() -> None:
    assert codes('"It is slow," said a senior EU diplomat.', "senior EU diplomat") == ["group:senior EU diplomat"]
    assert codes("The Russian diplomat said no.", "Russian diplomat") == ["RUS"]


def test_a_speaker_of_an_unknown_body_speaks_for_it() -> None:
    assert codes('"No," said Ali Warsame of the Somali State Resistance.', "Ali Warsame of the Somali State Resistance") == [
        "org:Somali State Resistance"
    ]
    assert codes('"No," said Jane Roe of the Upper West Side.', "Jane Roe") == []


# Whose rulers, whose soldiers


def test_the_junta_stays_that_of_its_state_whoever_is_spoken_of_in_between() -> None:
    text = "Niger's military government tore up the accord. The State Department said Washington was in touch with the junta."
    assert codes(text, "junta") == ["NER"]
    assert codes(text.replace("junta", "embassy"), "embassy") != ["NER"]


def test_the_administration_is_that_of_the_united_states_where_it_was_named() -> None:
    text = "The Biden administration gave leave. The Kremlin said the Kyiv regime was told. The outgoing administration was reckless."
    assert codes(text, "outgoing administration") == ["USA"]
    assert codes("Chad's president resigned. The administration fell.", "administration") == ["TCD"]


def test_the_soldiers_are_those_named_before() -> None:
    text = "SEOUL, May 2 - South Korea said some 3,000 North Korean soldiers had gone. The soldiers train in the east."
    assert codes(text, "soldiers") == ["PRK"]


def test_the_subject_of_a_clause_about_another_is_not_he() -> None:
    text = "António Guterres, whom Foreign Minister Israel Katz declared unwelcome, told the council to act. He left at noon."
    assert person(text, "He") == "António Guterres"


def test_an_office_of_the_united_nations_is_no_states() -> None:
    assert codes("Sudan closed the crossing. The Humanitarian Coordinator protested.", "Humanitarian Coordinator") == [
        "org:United Nations"
    ]
    assert codes("Sudan closed the crossing. The secretary-general protested.", "secretary-general") == []


@pytest.mark.parametrize(
    "text", ["El Fasher hosts many people.", "The Council took note of the state of play.", "The funds pay for a clinic."]
)
def test_words_that_only_look_like_actors_name_nobody(text: str) -> None:
    assert not any(actors and len(actors[0]) == 3 for _, actors, _ in named(f"Chad objected.\n\n{text}")[1:])


def test_both_sides_are_the_rivals_and_the_two_countries_the_last_pair() -> None:
    text = "Eritrea shelled Ethiopia. Ethiopia shelled Eritrea. Norway and Spain urged calm. Both sides dug in."
    assert sorted(codes(text, "Both sides")) == ["ERI", "ETH"]
    assert codes(text.replace("Both sides", "The two countries"), "two countries") == ["NOR", "ESP"]


def test_the_rebels_are_the_only_group_just_named() -> None:
    text = (
        "M23 took Sake. M23 took Goma.\n\nPhilippine troops clashed with New People's Army guerrillas. The communist rebels fled."
    )
    assert codes(text, "communist rebels") == ["org:New People's Army"]
    assert codes("Chadian troops fled. Armed rebels took the town.", "Armed rebels") == ["group:Armed rebels"]


def test_the_lawmakers_are_those_named_before() -> None:
    text = 'U.S. senators condemned it. "We stand firm," the senators said. The lawmakers urged sanctions.'
    assert codes(text, "lawmakers") == ["USA"]
    assert codes("Rain fell. The lawmakers urged sanctions.", "lawmakers") == ["group:lawmakers"]


def test_a_minister_who_bears_a_foreign_heads_name_is_of_the_state_in_focus() -> None:
    assert codes("Colombia sent troops. Defence Minister Pedro Sánchez offered a reward.", "Defence Minister Pedro Sánchez") == [
        "COL"
    ]
    assert codes("Colombia sent troops. Pedro Sánchez welcomed it.", "Pedro Sánchez") == ["ESP"]


@pytest.mark.parametrize("words", ["embassy", "mission"])
def test_an_embassy_is_a_states_and_a_mission_may_be_of_peacekeepers(words: str) -> None:
    text = f"KFOR said it was ready. KFOR's mission grew. A U.S. military plane landed in Niger, the embassy said. The {words} has grown."
    assert codes(text, words) == (["USA"] if words == "embassy" else ["org:KFOR"])


def test_two_presidents_are_heads_and_no_spokespeople() -> None:
    text = (
        "President Nicolás Maduro of Venezuela met President Irfaan Ali of Guyana. "
        "Russia's spokeswoman, Maria Zakharova, urged calm. The two presidents will meet again."
    )
    assert sorted(codes(text, "two presidents")) == ["GUY", "VEN"]

"""Forces of nobody's, forces of somebody, and the words around them that are easily misread."""

import pytest
from tests.extracting.naming import codes, named, person


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Opposition forces seized the airport in Hama.", "Opposition forces", ["group:Opposition forces"]),
        ("Local Afghan forces withdrew at dawn.", "Local Afghan forces", ["group:Local Afghan forces"]),
        ("Anti-Taliban forces hold the pass.", "Anti-Taliban forces", ["group:Anti-Taliban forces"]),
        ("Pro-government forces shelled the suburb.", "Pro-government forces", ["group:Pro-government forces"]),
        ("Masked gunmen killed a judge in Quetta.", "Masked gunmen", ["group:Masked gunmen"]),
        ("Afghan forces withdrew at dawn.", "Afghan forces", ["AFG"]),
        ("Taliban forces withdrew at dawn.", "Taliban forces", ["org:Taliban"]),
        ("Syria sealed the road. Government forces shelled the suburb.", "Government forces", ["SYR"]),
    ],
)
def test_forces_that_no_government_commands_are_a_group_in_the_texts_words(text: str, words: str, expected: list[str]) -> None:
    assert codes(text, words) == expected


def test_a_demonym_before_two_nouns_owns_both() -> None:
    assert codes("Israeli tanks and troops entered the camp.", "troops") == ["ISR"]
    assert codes("Eritrean armour and infantry units crossed into Tigray.", "Eritrean") == ["ERI"]
    assert codes("Tanks and troops entered the camp.", "troops") == ["group:troops"]


def test_a_participle_behind_a_group_is_its_verb() -> None:
    assert codes("Houthis detained nine sailors.", "Houthis") == ["org:Houthis"]
    assert codes("The detained sailors said Iran had freed them.", "detained sailors") == []
    assert not any("nine" in words for words, _, _ in named("Houthis detained nine sailors."))


def test_police_without_an_article_are_those_of_the_state_in_mind() -> None:
    assert codes("Kenya banned the march. Police fired tear gas at protesters.", "Police") == ["KEN"]
    assert codes("Kenya banned the march. Riot police fired tear gas.", "Riot police") == ["KEN"]
    assert codes("Kenya banned the march. Police stations were shut.", "Police") == []


def test_whoever_has_left_an_office_speaks_for_no_state() -> None:
    assert codes("Yemen's former president called for war.", "Yemen's former president") == ["group:Yemen's former president"]
    assert codes("The ousted Nigerien prime minister fled.", "ousted Nigerien prime minister") == [
        "group:ousted Nigerien prime minister"
    ]
    assert codes("Yemen's president called for war.", "Yemen's president") == ["YEM"]


# Ministers named without a state


def test_a_minister_behind_and_is_of_his_colleagues_state() -> None:
    text = "Kenya hosted Finnish President Aino Salo and Foreign Minister Eero Virta, who condemned the raid."
    assert codes(text, "Foreign Minister Eero Virta") == ["FIN"]


def test_a_minister_is_of_the_state_whose_intentions_he_tells() -> None:
    assert codes("Prime Minister Jan Kowal said Poland might send jets.", "Prime Minister Jan Kowal") == ["POL"]
    assert codes("Defence Minister Marika Hill says Fijian troops will stay.", "Defence Minister Marika Hill") == ["FJI"]
    assert codes("Prime Minister Jan Kowal said Russia has shelled the town.", "Prime Minister Jan Kowal") == []


def test_a_common_word_behind_a_title_is_a_family_name() -> None:
    assert person("Defence Minister Marika Hill says Fijian troops will stay.", "Defence Minister Marika Hill") == "Marika Hill"
    assert person("Ghana's Senator Rivers condemned the raid.", "Ghana's Senator Rivers") == "Rivers"
    assert codes("The hill was shelled.", "hill") == []


def test_what_a_minister_is_for_is_no_part_of_his_name() -> None:
    text = "Peru's Minister for Reconstruction Luis Paz spoke."
    assert person(text, "Peru's Minister for Reconstruction Luis Paz") == "Luis Paz"
    text = "The Palestinian international cooperation minister Omar Deeb spoke."
    assert codes(text, "Palestinian international cooperation minister Omar Deeb") == ["PSE"]


# Words that only look like actors


def test_an_it_held_out_for_a_clause_means_nobody() -> None:
    assert codes("Iran protested. It is understood that two men died.", "It") == []
    assert codes("Iran protested. It was time for talks.", "It") == []
    assert codes("Iran protested. It said two men died.", "It") == ["IRN"]


def test_a_quotation_left_open_hides_no_speaker_behind_it() -> None:
    text = 'Foreign Minister Eero Virta of Finland spoke. "We are ready. "We will answer," he said.'
    assert codes(text, "he") == ["FIN"]


def test_a_newspapers_name_before_a_noun_is_a_demonym() -> None:
    assert codes("The Australian frigate sailed home.", "Australian") == ["AUS"]
    assert codes("The Australian reported that the frigate had sailed.", "The Australian") == ["org:The Australian"]
    assert codes("The Australian newspaper reported a raid.", "The Australian") == ["org:The Australian"]


def test_local_commanders_are_a_group_and_a_states_commanders_the_state() -> None:
    assert codes("Local Afghan commanders denied it.", "Local Afghan commanders") == ["group:Local Afghan commanders"]
    assert codes("Afghan commanders denied it.", "Afghan commanders") == ["AFG"]


def test_a_text_that_takes_the_federal_government_for_granted_is_told_in_australia() -> None:
    text = "The Federal Government has offered troops. The Foreign Minister, Ann Doe, told Australians that Kabul had agreed."
    assert codes(text, "Foreign Minister, Ann Doe") == ["AUS"]
    assert codes(text, "Federal Government") == ["AUS"]
    assert codes("Germany's Federal Government has offered troops.", "Germany's Federal Government") == ["DEU"]


def test_he_is_the_unknown_name_that_speaks_in_the_sentence() -> None:
    text = "French President Emmanuel Macron arrived. Doubek says he is ready."
    assert ("he", ["FRA"], "Emmanuel Macron") not in named(text)


def test_both_sides_are_the_two_that_a_hyphen_joins() -> None:
    text = "The U.S. envoy left an Armenian-Azerbaijani meeting and gave both sides two days. The U.S. envoy was tired."
    assert codes(text, "both sides") == ["ARM", "AZE"]


def test_warplanes_an_army_tells_of_are_not_its_own() -> None:
    assert codes("Chadian warplanes bombed a base. The warplanes hit a depot.", "warplanes") == ["TCD"]
    assert codes("The Iraqi military spoke of a raid. The Iraqi military said the warplanes bombed Basra.", "warplanes") == []


def test_his_within_a_quotation_is_not_the_one_who_says_it() -> None:
    text = 'Peru spoke. Foreign Minister Eero Virta of Finland said: "Bolivia\'s envoy came and his government agreed."'
    assert codes(text, "his government") != ["FIN"]


def test_a_first_name_tells_whom_he_and_she_mean() -> None:
    text = "Danish Foreign Minister Karen Lund met Finnish Foreign Minister Antti Virta. He said more. She said less."
    assert ("He", ["FIN"], "Antti Virta") in named(text)
    assert ("She", ["DNK"], "Karen Lund") in named(text)


def test_a_first_name_of_either_sex_hides_nobody() -> None:
    text = "Danish Foreign Minister Robin Lund spoke. He said more. She said less."
    assert ("He", ["DNK"], "Robin Lund") in named(text)
    assert ("She", ["DNK"], "Robin Lund") in named(text)


def test_both_sides_are_an_army_and_a_movement_named_together() -> None:
    text = "The Sudanese army and the RSF broke the truce. Both sides agreed to talks."
    assert codes(text, "Both sides") == ["SDN", "org:Rapid Support Forces"]


def test_one_fighter_is_a_group_of_one() -> None:
    assert codes("A Palestinian suicide bomber killed two men.", "Palestinian suicide bomber") == [
        "group:Palestinian suicide bomber"
    ]
    assert codes("Two Kenyan policemen shot a thief.", "Two Kenyan policemen") == ["KEN"]

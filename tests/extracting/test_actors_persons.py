"""Persons with their offices, and the later words that mean them."""

import pytest
from tests.extracting.naming import codes, mentions_in, named, person, reading_of


@pytest.mark.parametrize(
    ("text", "words", "who", "actor"),
    [
        ("Slovenian Foreign Minister Ana Kovač spoke.", "Slovenian Foreign Minister Ana Kovač", "Ana Kovač", "SVN"),
        ("U.S. Army Lt. Gen. Dale Hopper spoke.", "U.S. Army Lt. Gen. Dale Hopper", "Dale Hopper", "USA"),
        ("Sen. Mary Oakes (R-ID) spoke.", "Sen. Mary Oakes", "Mary Oakes", "USA"),
        ("President Santiago Ruiz of Chile spoke.", "President Santiago Ruiz of Chile", "Santiago Ruiz", "CHL"),
        ("Kenya's envoy to the UN, Peter Otieno, spoke.", "Kenya's envoy to the UN, Peter Otieno", "Peter Otieno", "KEN"),
        (
            "Omar bin Rashid, a spokesman for the Kuwaiti foreign ministry, spoke.",
            "Omar bin Rashid, a spokesman for the Kuwaiti foreign ministry",
            "Omar bin Rashid",
            "KWT",
        ),
        (
            "Col. Jaan Tamm, head of Estonia's coast guard, spoke.",
            "Col. Jaan Tamm, head of Estonia's coast guard",
            "Jaan Tamm",
            "EST",
        ),
        ("Spain's Lucía Ferrer backed the plan.", "Spain's Lucía Ferrer", "Lucía Ferrer", "ESP"),
        (
            "Pieter van der Meer, the Dutch defence chief, spoke.",
            "Pieter van der Meer, the Dutch defence chief",
            "Pieter van der Meer",
            "NLD",
        ),
        ("Red Crescent spokeswoman Leila Amin spoke.", "Red Crescent spokeswoman Leila Amin", "Leila Amin", "org:Red Crescent"),
    ],
)
def test_an_office_and_a_name_are_one_mention(text: str, words: str, who: str, actor: str) -> None:
    assert (words, [actor], who) in named(text)


def test_party_and_state_in_brackets_mark_a_legislator() -> None:
    text = "Sens. Mary Oakes (R-ID), Paul Lind (D-VT), and Ruth Hall (I-ME) wrote the letter."
    assert [(who, actors) for _, actors, who in named(text) if who] == [
        ("Mary Oakes", ["USA"]),
        ("Paul Lind", ["USA"]),
        ("Ruth Hall", ["USA"]),
    ]


def test_the_president_is_the_speaker_before_him() -> None:
    text = "Trump said that Zelenskiy would come. The president called it a big deal."
    assert codes(text, "president") == ["USA"]


def test_the_role_is_the_office_without_its_state() -> None:
    ((_, mention),) = mentions_in(reading_of("Cypriot Defence Minister Eleni Stavrou resigned."))
    assert mention.role == "Defence Minister"


def test_a_family_name_alone_means_the_person_named_before() -> None:
    text = "Slovak Prime Minister Juraj Novotný flew home. Novotný declined to comment."
    assert (person(text, "Novotný"), codes(text, "Novotný")) == ("Juraj Novotný", ["SVK"])


def test_a_courtesy_title_means_the_person_named_before() -> None:
    text = "Danish Defence Minister Karl Holm resigned. Mr Holm gave no reason."
    assert person(text, "Mr Holm") == "Karl Holm"


def test_a_family_name_written_first_is_understood() -> None:
    text = "Chinese spokesperson Zhou Lan took questions. Zhou said the drill was routine."
    assert person(text, "Zhou") == "Zhou Lan"


def test_a_known_office_holder_needs_no_title() -> None:
    assert (person("Lavrov rejected the offer.", "Lavrov"), codes("Lavrov rejected the offer.", "Lavrov")) == ("Lavrov", ["RUS"])


def test_whom_an_office_holder_speaks_for_depends_on_the_day() -> None:
    text = "Mark Rutte welcomed the vote."
    assert codes(text, "Mark Rutte", published="2023-05-01") == ["NLD"]
    assert codes(text, "Mark Rutte", published="2025-05-01") == ["org:NATO"]


def test_an_unknown_name_beside_a_verb_of_saying_is_a_person_without_an_actor() -> None:
    assert ("Hanna Brandt", [], "Hanna Brandt") in named("“It was dark,” said Hanna Brandt.")


@pytest.mark.parametrize(
    ("text", "pronoun", "who"),
    [
        ("Greek Foreign Minister Nikos Alexiou arrived. He said talks would follow.", "He", "Nikos Alexiou"),
        ("Spokeswoman Irina Belova met Mayor Ivan Petrov. She said the town was calm.", "She", "Irina Belova"),
        ("“We are ready,” Irish minister Aoife Burke said. “We always were,” she added.", "she", "Aoife Burke"),
        ("Polish general Jan Wilk spoke first. Putin, he fumed, would not stop.", "he", "Jan Wilk"),
    ],
)
def test_he_and_she_mean_the_last_fitting_person(text: str, pronoun: str, who: str) -> None:
    assert person(text, pronoun) == who


def test_the_office_alone_means_its_last_holder() -> None:
    text = "Latvian Defence Minister Liga Ozola met Prime Minister Juris Kalns. The defence minister promised drones."
    assert person(text, "defence minister") == "Liga Ozola"


def test_a_counterpart_shares_the_office() -> None:
    reading = reading_of("Turkish Foreign Minister Ali Kaya called his Greek counterpart Nikos Alexiou.")
    last = [mention for _, mention in mentions_in(reading)][-1]
    assert (last.person, last.role, last.actors[0].code) == ("Nikos Alexiou", "Foreign Minister", "GRC")


def test_both_leaders_are_the_last_two_persons_of_different_states() -> None:
    text = "Chadian President Ali Deby met Sudanese President Omar Salih. Both leaders called for calm."
    assert codes(text, "leaders") == ["TCD", "SDN"]


def test_it_in_it_is_clear_means_nobody() -> None:
    assert "it" not in [words for words, _, _ in named("Iran protested. It is clear that talks failed, and it takes time.")]


def test_it_after_a_verb_of_saying_means_the_speaker() -> None:
    assert codes("Hamas said it would hand over the list.", "it") == ["org:Hamas"]


def test_they_means_the_coordinated_subject_before() -> None:
    text = "Mali and Niger left the talks. They accused France of meddling."
    assert codes(text, "They") == ["MLI", "NER"]


def test_pronouns_inside_a_quotation_are_left_alone() -> None:
    assert named("Iran protested. “They will pay for it.”") == [("Iran", ["IRN"], None)]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Commissioner for Harbour Affairs, Jana Roe, said it.", "Commissioner for Harbour Affairs, Jana Roe", "Jana Roe"),
        ("Kenya's commander on the ground, Noah Bii, said it.", "Kenya's commander on the ground, Noah Bii", "Noah Bii"),
        ("Margaret Holm of the WHO said it.", "Margaret Holm of the WHO", "Margaret Holm"),
        (
            "Ana Roe, Israel's ambassador to the United Nations, rejected it.",
            "Ana Roe, Israel's ambassador to the United Nations",
            "Ana Roe",
        ),
    ],
)
def test_portfolios_places_and_seats_belong_to_the_role(text: str, words: str, expected: str) -> None:
    assert person(text, words) == expected


def test_he_is_not_whom_a_fronted_clause_met() -> None:
    text = "Kurti spoke on Monday. After meeting the Russian ambassador, Ivan Petrov, he said he was alarmed."
    assert (person(text, "he"), codes(text, "he")) == ("Kurti", ["XKX"])


def test_he_is_the_subject_of_the_sentence_before_not_whom_it_mentions() -> None:
    text = "Italy's minister, Paolo Verdi, who called both Kurti and Vucic on Sunday, urged calm. He offered help."
    assert person(text, "He") == "Paolo Verdi"


def test_an_envoy_for_a_state_speaks_for_whoever_sent_them() -> None:
    assert codes("The US special envoy for Sudan urged talks.", "US special envoy for Sudan") == ["USA"]


def test_a_pope_is_known_by_his_name_without_its_number() -> None:
    assert person("Pope Leo XIV met the envoys. Leo called for peace.", "Leo") == "Pope Leo XIV"

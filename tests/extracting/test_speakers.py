"""Who speaks: subjects far from their verbs, behind titles, behind statements, and beside others."""

import pytest
from tests.extracting.reacting import reactions_of


def speakers(text: str) -> list[tuple[list[str], str | None]]:
    return [([actor.code for actor in reaction.actors], reaction.person) for reaction in reactions_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Ghana is a valued partner,” Mr. Rutte said.", [(["org:NATO"], "Rutte")]),
        ("“This is a crime,” Spain and Portugal said in a joint statement.", [(["ESP", "PRT"], None)]),
        ("“This is not our war,” read a statement by Iraq's prime minister, Ali Hassan.", [(["IRQ"], "Ali Hassan")]),
        ("Aid groups working in Hodeida said the raid would worsen an already dire situation.", [(["group:Aid groups"], None)]),
        ("A top Chilean general told parliament that the raid was a barbaric crime.", [(["CHL"], None)]),
        ("The office of Polish President Jan Nowak called the ruling outrageous.", [(["POL"], None)]),
        ("In Vienna, a government spokesman condemned the raid.", [(["AUT"], None)]),
        ("According to Peruvian President Ana Rojas, the raid was an intolerable crime.", [(["PER"], "Ana Rojas")]),
        ("The foreign ministers of Chile, Peru and Cuba said that they condemned the raid.", [(["CHL", "PER", "CUB"], None)]),
    ],
)
def test_speakers_are_found_where_they_stand(text: str, expected: list[tuple[list[str], str | None]]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Austria said that it was following events with concern; Spain went further, accusing Israel of breaking the deal.",
            [(["AUT"], None), (["ESP"], None)],
        ),
        (
            "Rome condemned the raid, while in Madrid the defence minister, Ana Robles, called for calm.",
            [(["ITA"], None), (["ESP"], "Ana Robles")],
        ),
        (
            "Chile, fresh from talks with Peru and Cuba, has refused to take part in the raid.",
            [(["CHL"], None)],
        ),
    ],
)
def test_a_new_clause_has_its_own_speaker(text: str, expected: list[tuple[list[str], str | None]]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "According to the Ukrainian air force, 34 drones were shot down.",
        "The blast killed three people, according to the interior ministry in Kabul.",
        "According to analysts, the raid was a barbaric crime.",
    ],
)
def test_sources_of_news_take_no_position(text: str) -> None:
    assert speakers(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Jane Roe, the US envoy, promised in Manila to stand by the islands and in Tokyo called the blockade a crime.",
            [(["USA"], "Jane Roe"), (["USA"], "Jane Roe")],
        ),
        ("Kenya's leader said during a visit to Cairo last week that as president he would not yield.", [(["KEN"], None)]),
    ],
)
def test_places_and_occasions_part_nobody_from_a_verb(text: str, expected: list[tuple[list[str], str | None]]) -> None:
    assert [speaker for speaker in speakers(text) if speaker in expected][: len(expected)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Qatar, a mediator in the talks, and Egypt condemned the plan.", [(["QAT", "EGY"], None)]),
        ("Britain, which holds the presidency, and France urged the Council to act.", [(["GBR", "FRA"], None)]),
        ("Oslo, a mediator, recalled its envoy, and Sweden condemned the plan.", [(["SWE"], None)]),
    ],
)
def test_the_first_of_two_subjects_may_be_described(text: str, expected: list[tuple[list[str], str | None]]) -> None:
    assert speakers(text)[-1:] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Keir Starmer told the Commons he was “appalled” to hear that Israel had fired on the convoy.",
            (["GBR"], "Keir Starmer"),
        ),
        ("A UN report found that the army had committed genocide.", (["org:United Nations"], None)),
        ("“There must be peace,” Volker Türk's spokeswoman, Ana Rojas, told reporters.", (["org:United Nations"], "Ana Rojas")),
    ],
)
def test_whom_others_words_stand_beside_does_not_speak(text: str, expected: tuple[list[str], str | None]) -> None:
    assert expected in speakers(text)
    assert all("ISR" not in codes for codes, _ in speakers(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The UAE, accused of arming the militia, condemned the atrocities.", [(["ARE"], None)]),
        ("Oslo, hailed as a mediator, urged calm.", [(["NOR"], None)]),
        ("Kenya, which lies to the south, called for calm.", [(["KEN"], None)]),
    ],
)
def test_what_others_say_of_a_speaker_is_not_his_position(text: str, expected: list[tuple[list[str], str | None]]) -> None:
    assert speakers(text) == expected


def test_a_new_clause_behind_a_quotation_has_nothing_to_do_with_it() -> None:
    found = reactions_of("Egypt voiced its “full support for the state”, while Sweden denounced the raid.")
    assert [reaction.quote for reaction in found] == ["full support for the state", None]

"""Diplomatic and political steps."""

import pytest
from tests.extracting.reacting import reactions_of, told, words


@pytest.mark.parametrize(
    ("text", "actors", "stance", "action"),
    [
        ("Sweden has closed its embassy in Kyiv.", ["SWE"], "concern", "embassy_closed"),
        ("The Portuguese embassy in Kyiv was shut on Monday.", ["PRT"], "concern", "embassy_closed"),
        ("Italy kept its embassy open.", ["ITA"], "neutral", "embassy_open"),
        ("Japan reopened its embassy in Kyiv.", ["JPN"], "neutral", "embassy_reopened"),
        ("Canada evacuated its diplomats from Tehran.", ["CAN"], "concern", "evacuation"),
        ("Britain advised against all travel to Israel.", ["GBR"], "warn", "travel_warning"),
        ("France told its nationals to leave Lebanon.", ["FRA"], "warn", "travel_warning"),
        ("Poland summoned the Russian ambassador.", ["POL"], "oppose", "ambassador_summoned"),
        ("Chile recalled its ambassador from Israel.", ["CHL"], "oppose", "ambassador_recalled"),
        ("Romania expelled three Russian diplomats.", ["ROU"], "oppose", "diplomats_expelled"),
        ("Moldova declared the Russian attaché persona non grata.", ["MDA"], "oppose", "diplomats_expelled"),
        ("Bolivia severed diplomatic relations with Israel.", ["BOL"], "oppose", "relations_cut"),
        ("Australia imposed sanctions on two Russian generals.", ["AUS"], "oppose", "sanctions"),
        ("Washington lifted sanctions on Syria.", ["USA"], "support", "sanctions"),
        ("Japan lodged a protest with Pyongyang over the missile.", ["JPN"], "oppose", "protest_note"),
        ("Russia vetoed a draft resolution on the ceasefire.", ["RUS"], "oppose", "un_vote"),
        (
            "The Security Council adopted a resolution demanding a ceasefire.",
            ["org:United Nations Security Council"],
            "urge",
            "un_vote",
        ),
        ("Jordan closed its airspace.", ["JOR"], "oppose", "other"),
        ("Egypt suspended talks with Israel.", ["EGY"], "oppose", "talks_suspended"),
        ("Turkish President Recep Tayyip Erdogan will visit Moscow next week.", ["TUR"], "neutral", "visit"),
    ],
)
def test_a_step_is_read_with_who_takes_it(text: str, actors: list[str], stance: str, action: str) -> None:
    found = [reaction for reaction in reactions_of(text) if reaction.action is not None]
    assert [told(reaction) for reaction in found] == [(actors, stance, action)]
    assert found[0].directness == "act"


def test_the_owner_of_the_embassy_acts_not_the_host() -> None:
    found = reactions_of("U.S. and Dutch embassies in Kyiv closed because of an expected air raid.")
    assert [told(reaction) for reaction in found] == [(["USA", "NLD"], "concern", "embassy_closed")]


def test_those_who_follow_suit_take_the_same_step() -> None:
    found = reactions_of(
        "Germany closed its embassy in Kyiv. Austria and Hungary followed suit, while Malta kept its embassy open."
    )
    assert [told(reaction) for reaction in found] == [
        (["DEU"], "concern", "embassy_closed"),
        (["AUT", "HUN"], "concern", "embassy_closed"),
        (["MLT"], "neutral", "embassy_open"),
    ]


def test_a_step_not_taken_is_none() -> None:
    assert reactions_of("Germany did not close its embassy in Kyiv. Austria has not recalled its ambassador.") == []


def test_two_steps_in_one_sentence_are_two_records() -> None:
    found = reactions_of("Finland closed its border with Russia and expelled nine Russian diplomats.")
    assert [told(reaction)[2] for reaction in found] == ["other", "diplomats_expelled"]
    assert words(found[1]) == "expelled nine Russian diplomats"


def test_a_list_item_without_a_subject_takes_it_from_the_heading() -> None:
    found = reactions_of(
        "What Pakistan has done:\n- Closed its airspace to Indian airlines\n- Expelled the Indian defence attaché\n"
    )
    assert [told(reaction) for reaction in found] == [(["PAK"], "oppose", "other"), (["PAK"], "oppose", "diplomats_expelled")]


def test_an_announced_step_is_planned() -> None:
    (found,) = [reaction for reaction in reactions_of("Spain will close its embassy in Tehran.") if reaction.action]
    assert found.modality in {"planned", "anticipated"}


def test_a_council_vote_and_what_the_resolution_says_are_one_record() -> None:
    found = reactions_of("The UN Security Council passed a resolution on Monday and demanded that the militants withdraw.")
    assert [told(reaction)[2] for reaction in found] == ["un_vote"]


def test_speaking_to_reporters_is_no_call() -> None:
    assert reactions_of("Kenyan President William Ruto spoke to reporters in Nairobi.") == []


def test_a_call_between_two_has_both_as_actors() -> None:
    found = reactions_of("The strike followed a phone call between Washington and Moscow.")
    assert [told(reaction) for reaction in found] == [(["USA", "RUS"], "neutral", "call")]


def test_whom_an_act_provokes_acts_next() -> None:
    found = reactions_of("Spain recognised the State of Palestine, prompting Israel to recall its ambassador.")
    assert [told(reaction) for reaction in found] == [(["ESP"], "support", "other"), (["ISR"], "oppose", "ambassador_recalled")]


@pytest.mark.parametrize(
    ("text", "actors", "action"),
    [
        ("Norway ordered the closure of the Belarusian consulate in Kirkenes.", ["NOR"], "embassy_closed"),
        ("The expulsion by Chile of two Iranian attachés surprised nobody.", ["CHL"], "diplomats_expelled"),
        ("Peru's expulsion of three Russian diplomats followed the raid.", ["PER"], "diplomats_expelled"),
        ("Mali announced its withdrawal from the convention on cluster bombs.", ["MLI"], "other"),
    ],
)
def test_a_step_may_be_told_by_a_noun(text: str, actors: list[str], action: str) -> None:
    found = [reaction for reaction in reactions_of(text) if reaction.action is not None]
    assert [(told(reaction)[0], reaction.action) for reaction in found] == [(actors, action)]


def test_an_expulsion_called_for_is_none() -> None:
    assert [
        reaction.action for reaction in reactions_of("The Czech opposition called for the expulsion of the Russian envoys.")
    ] == [None]


@pytest.mark.parametrize(
    ("text", "actors", "action"),
    [
        ("Spain began repatriating its nationals from Beirut.", ["ESP"], "evacuation"),
        ("More than 300 Dutch nationals have been evacuated from Khartoum by air.", ["NLD"], "evacuation"),
        (
            "Two Russian envoys were declared persona non grata, the Slovenian foreign ministry said.",
            ["SVN"],
            "diplomats_expelled",
        ),
        ("The Danish embassy in Kyiv was operating with a skeleton staff.", ["DNK"], "embassy_limited"),
        ("The Israeli military ordered residents of four villages to leave.", ["ISR"], "evacuation"),
        ("Latvia barred nine Georgian officials from entering the country.", ["LVA"], "sanctions"),
        ("Ukraine recalled its negotiating team from Istanbul.", ["UKR"], "talks_suspended"),
        ("Moscow cast the lone veto.", ["RUS"], "un_vote"),
        ("Argentina, which denies any part in the affair, expelled a Venezuelan diplomat.", ["ARG"], "diplomats_expelled"),
        ("Japan added nine tankers to its sanctions list.", ["JPN"], "sanctions"),
    ],
)
def test_steps_in_passives_gerunds_and_asides_keep_their_doer(text: str, actors: list[str], action: str) -> None:
    found = [reaction for reaction in reactions_of(text) if reaction.action is not None]
    assert [(told(reaction)[0], reaction.action) for reaction in found] == [(actors, action)]


@pytest.mark.parametrize(
    "text",
    [
        "Congress must pass the missile defence bill before the recess.",
        "The NATO mission in Iraq has limited its patrols.",
        "American sanctions compliance officers have announced a seminar on Russian banks.",
        "The generals held a discussion with industry about artillery shells.",
        "Leaders meeting in Nairobi heard about the artillery strikes.",
        "The minister announced that he was travelling to the front line.",
    ],
)
def test_demands_modifiers_and_affairs_at_home_are_no_steps(text: str) -> None:
    assert [reaction.action for reaction in reactions_of(text) if reaction.action is not None] == []


def test_a_meeting_of_friends_supports_and_one_of_rivals_takes_no_side() -> None:
    (friends,) = reactions_of(
        "Polish President Andrzej Duda met Lithuanian President Gitanas Nausėda in Vilnius to deepen the partnership."
    )
    (rivals,) = reactions_of(
        "Armenian Prime Minister Nikol Pashinyan met Azerbaijani President Ilham Aliyev in Tirana to discuss the truce."
    )
    assert (friends.stance, rivals.stance) == ("support", "neutral")


def test_the_words_of_a_step_end_before_the_next_verb() -> None:
    found = reactions_of("Estonia expelled two Russian diplomats it accused of spying.")
    assert [(reaction.action, words(reaction)) for reaction in found if reaction.action] == [
        ("diplomats_expelled", "Estonia expelled two Russian diplomats")
    ]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Italian Prime Minister Giorgia Meloni phoned Volodymyr Zelenskyy to reaffirm her support.", "support"),
        ("Italian Prime Minister Giorgia Meloni phoned Volodymyr Zelenskyy on Monday.", "neutral"),
        ("The Danish defence minister visited Kyiv with a package of generators.", "support"),
        ("The Serbian foreign minister visited Minsk.", "neutral"),
    ],
)
def test_a_call_or_visit_takes_the_side_of_what_it_is_for(text: str, stance: str) -> None:
    assert [reaction.stance for reaction in reactions_of(text) if reaction.action in {"call", "visit"}] == [stance]

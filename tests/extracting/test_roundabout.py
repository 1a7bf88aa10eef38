"""Positions told in a roundabout way: as nouns that come from somewhere, as one of many, as someone's words."""

import pytest
from tests.extracting.reacting import reactions_of, told


@pytest.mark.parametrize(
    ("text", "actors", "stance"),
    [
        ("Criticism poured in from Turkey and Malaysia.", ["TUR", "MYS"], "oppose"),
        ("Calls for restraint came from Beijing and New Delhi.", ["CHN", "IND"], "urge"),
        ("The raid drew the ire of Pakistan.", ["PAK"], "oppose"),
        ("Kazakhstan joined the chorus of condemnation.", ["KAZ"], "oppose"),
        ("Oman added its voice to the criticism.", ["OMN"], "oppose"),
        ("Norway is among the countries calling for an inquiry.", ["NOR"], "urge"),
        ("Among those to condemn the raid was Jordan.", ["JOR"], "oppose"),
        ("Slovenia has become the latest country to condemn the raid.", ["SVN"], "oppose"),
        ("Colombian President Gustavo Petro's verdict: “genocide”.", ["COL"], "oppose"),
    ],
)
def test_positions_are_told_in_a_roundabout_way(text: str, actors: list[str], stance: str) -> None:
    assert [told(reaction) for reaction in reactions_of(text)] == [(actors, stance, None)]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("In Moldovan President Maia Sandu's words, the vote was “a test of survival”.", "Maia Sandu"),
        ("For Greek Prime Minister Kyriakos Mitsotakis, the deal is “a red line”.", "Kyriakos Mitsotakis"),
        ("As Estonian Foreign Minister Margus Tsahkna put it, “there is no way back”.", "Margus Tsahkna"),
        ("Polish Prime Minister Donald Tusk was blunt: “Russia is lying.”", "Donald Tusk"),
    ],
)
def test_quoted_words_are_ascribed_without_a_verb_of_speech(text: str, person: str) -> None:
    (reaction,) = reactions_of(text)
    assert reaction.person == person


@pytest.mark.parametrize(
    "text",
    [
        "The refugees came from Khartoum.",
        "The strike was met with silence in Riyadh.",
        "For years, the port was known as “the gate”.",
    ],
)
def test_what_comes_from_somewhere_need_be_no_position(text: str) -> None:
    assert reactions_of(text) == []

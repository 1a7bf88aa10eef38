"""Positions handed on without quotation marks, echoes of others, moods, visits, and who officials speak for."""

import pytest
from tests.extracting.reacting import reactions_of, told, words


@pytest.mark.parametrize(
    ("text", "actors", "stance"),
    [
        ("Chile said the raid was a flagrant breach of the truce.", ["CHL"], "oppose"),
        ("The raid was a flagrant breach of the truce, Chile's foreign minister said.", ["CHL"], "oppose"),
        ("The raid was a flagrant breach of the truce, said Chile's foreign minister.", ["CHL"], "oppose"),
        ("Latvia said it would not join the patrols.", ["LVA"], "oppose"),
        ("Latvia said it was looking into the report.", ["LVA"], "neutral"),
        ("Ghana's delegate stressed that the parties must come back to the talks.", ["GHA"], "urge"),
        ("Peru's delegate underscored the need for dialogue.", ["PER"], "urge"),
        ("Oxfam said families were trapped without water.", ["org:Oxfam"], "concern"),
    ],
)
def test_unquoted_words_take_a_side(text: str, actors: list[str], stance: str) -> None:
    assert [told(reaction) for reaction in reactions_of(text)] == [(actors, stance, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Two villages were hit by shells, the governor of Kharkiv said.",
        "Poland said three drones had been shot down.",
        "Residents said the road was closed.",
    ],
)
def test_accounts_of_what_happened_are_no_positions(text: str) -> None:
    assert reactions_of(text) == []


@pytest.mark.parametrize(
    ("text", "actors", "stance"),
    [
        ("Spain condemned the raid. Portugal echoed that condemnation.", ["PRT"], "oppose"),
        ("Spain condemned the raid, as did Portugal.", ["PRT"], "oppose"),
        ("Spain condemned the raid. Portugal issued a similar statement.", ["PRT"], "oppose"),
        ("Spain condemned the raid. Similar statements came from Portugal.", ["PRT"], "oppose"),
        ("Spain warned of a wider war. Portugal followed suit.", ["PRT"], "warn"),
    ],
)
def test_who_follows_another_takes_the_same_side(text: str, actors: list[str], stance: str) -> None:
    assert told(reactions_of(text)[-1]) == (actors, stance, None)


def test_nothing_is_echoed_where_nothing_was_said() -> None:
    assert reactions_of("Portugal followed suit.") == []


@pytest.mark.parametrize(
    ("text", "actors", "stance"),
    [
        ("There was anger in Baghdad over the raid.", ["IRQ"], "oppose"),
        ("The reaction from Tehran was furious.", ["IRN"], "oppose"),
        ("Tehran's response was cautious.", ["IRN"], "concern"),
    ],
)
def test_the_mood_of_a_capital_is_its_governments(text: str, actors: list[str], stance: str) -> None:
    assert [told(reaction) for reaction in reactions_of(text)] == [(actors, stance, None)]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Polish Prime Minister Donald Tusk, on a two-day visit to Ankara, met students.", ["POL"]),
        ("Turkish Foreign Minister Hakan Fidan is in Baghdad for talks.", ["TUR"]),
        ("Polish Prime Minister Donald Tusk went to Ankara in May.", ["POL"]),
    ],
)
def test_visits_are_told_by_nouns_and_places_too(text: str, actors: list[str]) -> None:
    found = [reaction for reaction in reactions_of(text) if reaction.action == "visit"]
    assert [told(reaction) for reaction in found] == [(actors, "neutral", "visit")]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("A NATO official called the raid reckless.", ["org:NATO"]),
        ("A senior Omani official called the raid reckless.", ["OMN"]),
        ("Two Omani officials called the raid reckless.", ["group:Two Omani officials"]),
        ("Sudan's sovereign council called the raid reckless.", ["SDN"]),
    ],
)
def test_officials_speak_for_their_state_unless_counted(text: str, actors: list[str]) -> None:
    assert [told(reaction)[0] for reaction in reactions_of(text)] == [actors]


def test_after_opens_a_clause_with_its_own_subject() -> None:
    (reaction,) = reactions_of("The convoy turned back after Norway imposed sanctions on its owners.")
    assert told(reaction) == (["NOR"], "oppose", "sanctions")


def test_the_host_summons_an_envoy_when_nobody_is_named() -> None:
    (reaction,) = reactions_of("The Chadian ambassador in Cairo was summoned over the raid.")
    assert told(reaction) == (["EGY"], "oppose", "ambassador_summoned")


def test_both_sides_of_a_meeting_may_be_its_subject() -> None:
    (reaction,) = reactions_of("Emmanuel Macron and Donald Tusk met in Lublin on Monday.")
    assert told(reaction) == (["FRA", "POL"], "neutral", "talks")


def test_idioms_of_irregular_verbs_inflect() -> None:
    (reaction,) = reactions_of("Kenya laid the blame on the rebels.")
    assert told(reaction) == (["KEN"], "oppose", None)
    assert words(reaction) == "Kenya laid the blame on the rebels"


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("Ghana told its neighbours to keep out.", (["GHA"], "urge", None)),
        ("Washington gave the rebels until Sunday to withdraw.", (["USA"], "warn", None)),
        ("Kenya proposed a new truce.", (["KEN"], "support", None)),
        ("Foreign Ministry spokeswoman Maria Zakharova: the strike is a barbaric crime.", (["RUS"], "oppose", None)),
        ("Norway's condemnation of the raid was read out in the hall.", (["NOR"], "oppose", None)),
        ("In Copenhagen, the foreign ministry called for an inquiry.", (["DNK"], "urge", None)),
    ],
)
def test_sides_are_taken_by_orders_deadlines_proposals_and_names(text: str, told_of: tuple[list[str], str, None]) -> None:
    assert [told(reaction) for reaction in reactions_of(text)] == [told_of]


def test_a_position_taken_in_a_telephone_call_is_the_call() -> None:
    (reaction,) = reactions_of(
        "Mette Frederiksen told her Norwegian counterpart in an overnight call that the raid was a barbaric crime."
    )
    assert told(reaction) == (["DNK"], "oppose", "call")


@pytest.mark.parametrize(
    "text",
    [
        "Nigeria's president dismissed five ministers.",
        "Chad requested artillery shells.",
        "Neither Chad nor Niger supported the plan.",
        "There was no sign that Chad had recalled its ambassador.",
    ],
)
def test_affairs_of_state_and_denials_are_no_positions(text: str) -> None:
    assert reactions_of(text) == []

"""Verbs that are a position only by what stands after them, and forms that only qualify a noun."""

import pytest
from tests.extracting.reacting import reactions_of, told


@pytest.mark.parametrize(
    ("text", "actors", "stance"),
    [
        ("Rwanda has agreed to let relief trucks cross the border.", ["RWA"], "support"),
        ("Baku agreed to the Georgian proposal on prisoners.", ["AZE"], "support"),
        ("Both Ethiopia and Eritrea undertook to open the road.", ["ETH", "ERI"], "support"),
        ("Colombian President Gustavo Petro found the raid unjustified.", ["COL"], "oppose"),
        ("Kenyan President William Ruto found the sanctions justified.", ["KEN"], "support"),
        ("Austria proposed freezing the association treaty.", ["AUT"], "oppose"),
        ("Ghana proposed sending observers to the border.", ["GHA"], "support"),
        ("Kazakhstan is ready to mediate in the conflict.", ["KAZ"], "support"),
        ("Iran is ready to retaliate.", ["IRN"], "warn"),
        ("Oman hopes that the summit will bring a truce.", ["OMN"], "support"),
        ("India hoped the two sides would show restraint.", ["IND"], "urge"),
        ("Jordan wants a truce before the feast.", ["JOR"], "urge"),
        ("Turkey put the raid down to an ambush near the border.", ["TUR"], "defend"),
        ("Serbia promised to let the convoy pass.", ["SRB"], "support"),
    ],
)
def test_what_follows_the_verb_makes_it_a_position(text: str, actors: list[str], stance: str) -> None:
    assert [told(reaction) for reaction in reactions_of(text)] == [(actors, stance, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Ukrainian police found the bodies of two unlawfully detained men.",
        "The Polish minister agreed to be photographed.",
        "Norway hopes to win two medals.",
        "Sweden is prepared to give $20 million to schools.",
        "Greece put the piano down to the left of the door.",
        "Spain proposed a date for the concert.",
    ],
)
def test_other_complements_make_none(text: str) -> None:
    assert reactions_of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Israeli soldiers were looking for a wanted man in Nablus.",
        "Two Iranians accused of spying went on trial.",
        "The Polish diplomat, who asked not to be named, went home.",
        "The Ukrainian singer was describing himself as a patriot.",
        "The Russian ambassador reflected on the year in Kharkiv.",
        "Egyptian officers say they have seen no smugglers.",
        "A Polish officer said the “Golden Eagle Show” was on at noon.",
    ],
)
def test_forms_that_qualify_or_name_a_thing_tell_no_position(text: str) -> None:
    assert reactions_of(text) == []


def test_a_participle_with_its_object_still_accuses() -> None:
    (reaction,) = reactions_of("Poland has accused Belarus of arming the smugglers.")
    assert told(reaction) == (["POL"], "oppose", None)


def test_days_of_mourning_and_treaty_articles_are_steps() -> None:
    (mourning,) = reactions_of("Lebanon declared three days of mourning.")
    assert told(mourning) == (["LBN"], "concern", "other")
    (article,) = reactions_of("Estonia invoked Article 4 of the treaty after the drones crossed its border.")
    assert told(article) == (["EST"], "concern", "other")


def test_two_states_before_a_verb_accuse_together() -> None:
    (reaction,) = reactions_of("Georgia and the US accuse Belarus of arming the smugglers.")
    assert told(reaction) == (["GEO", "USA"], "oppose", None)


def test_a_pronoun_takes_up_who_spoke_before_not_who_was_spoken_of() -> None:
    reactions = reactions_of(
        "“We will not yield to Alexander Lukashenko,” Polish Foreign Minister Radoslaw Sikorski told reporters. "
        "“Lukashenko is a threat to peace,” he said."
    )
    assert {reaction.person for reaction in reactions} == {"Radoslaw Sikorski"}


def test_somebody_else_who_comes_forward_between_takes_the_pronoun() -> None:
    reactions = reactions_of(
        "“We will not yield to threats,” Polish Foreign Minister Radoslaw Sikorski told reporters. "
        "Belarusian President Alexander Lukashenko rejected the charge. “Poland is a threat to peace,” he said."
    )
    assert [reaction.person for reaction in reactions][-1] == "Alexander Lukashenko"


def test_concern_and_a_hope_in_two_quotations_are_two_positions() -> None:
    reactions = reactions_of(
        "“We are deeply concerned about the raid,” Indian foreign ministry spokesman Randhir Jaiswal said.\n\n"
        "“At this hour, we hope both sides exercise restraint.”"
    )
    assert [reaction.stance for reaction in reactions] == ["concern", "urge"]


@pytest.mark.parametrize(
    "text",
    [
        "The loans requested by Kyiv are on the way.",
        "The route is guaranteed by Turkey.",
        "The grain backed by Egypt is in port.",
    ],
)
def test_who_asked_for_a_thing_in_passing_urges_nothing(text: str) -> None:
    assert not [reaction for reaction in reactions_of(text) if reaction.stance == "urge"]


def test_whom_somebody_accuses_is_still_accused() -> None:
    (reaction,) = reactions_of("Poland looked east to Belarus, which it accused of arming the smugglers.")
    assert told(reaction) == (["POL"], "oppose", None)


def test_a_scrap_that_hangs_on_a_preposition_is_no_saying() -> None:
    assert reactions_of("Polish police said the fire was set with a “home-made device”.") == []
    (reaction,) = reactions_of("The Polish police said the fire was “an act of terror”.")
    assert told(reaction) == (["POL"], "oppose", None)

"""What a publisher demands and threatens in its own statement."""

import pytest
from tests.extracting.reacting import reactions_of, told

STATEMENT = "We condemn the missile strikes on Kharkiv. "


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("All hostages must be freed.", "urge"),
        ("The attack must be investigated by the court.", "urge"),
        ("Those who ordered the shelling will be held to account.", "warn"),
        ("Russian aggression against its neighbours will not be tolerated.", "warn"),
    ],
)
def test_demands_and_threats_of_a_statement_are_its_publishers(text: str, stance: str) -> None:
    found = reactions_of(STATEMENT + text, publisher="UK Ministry of Defence", title="Statement on Ukraine")
    assert told(found[-1]) == (["GBR"], stance, None)


@pytest.mark.parametrize("text", ["The soldiers must have been tired.", "The base will be handed over in May."])
def test_what_must_be_so_is_no_demand(text: str) -> None:
    found = reactions_of(STATEMENT + text, publisher="UK Ministry of Defence", title="Statement on Ukraine")
    assert [told(reaction) for reaction in found] == [(["GBR"], "oppose", None)]


def test_a_newsroom_demands_nothing() -> None:
    assert reactions_of("All hostages must be freed.", publisher="Reuters") == []


@pytest.mark.parametrize(
    "text",
    [
        "He has shown the calm that we must have in a diplomat.",
        "Many families were fleeing the barbaric violence of the militia.",
        "I will never forget the day I met the envoy.",
        "Do we want another senseless war?",
    ],
)
def test_what_a_statement_says_in_passing_is_no_position(text: str) -> None:
    found = reactions_of(STATEMENT + text, publisher="UK Ministry of Defence", title="Statement on Ukraine")
    assert [told(reaction) for reaction in found] == [(["GBR"], "oppose", None)]

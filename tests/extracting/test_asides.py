"""What governments say in passing about other things than conflicts."""

import pytest
from tests.extracting.reacting import reactions_of, told


def stances(text: str, publisher: str | None = "The White House") -> list[str]:
    return [reaction.stance for reaction in reactions_of(text, publisher=publisher)]


@pytest.mark.parametrize(
    "text",
    [
        "The President welcomed Guyana's plan to cut emissions and plant mangroves.",
        "The two leaders reaffirmed their commitment to a close and vibrant friendship.",
        "The Vice President condemned the delay of vaccination in Chad.",
        "MR. ORTEGA: I do appreciate the question, Lena.",
        "The President urged Congress to pass a funding bill and to end the shutdown before the war costs more.",
        "The Secretary congratulated Mr. Tavares on his appointment.",
    ],
)
def test_other_affairs_and_courtesies_of_a_government_are_no_reactions(text: str) -> None:
    assert stances(text) == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The President welcomed Guyana's plan to send peacekeepers to Haiti.", "support"),
        ("The Secretary condemned the shelling of a vaccination centre in Sumy.", "oppose"),
        ("The President urged Rwanda to withdraw its troops and to open its clinics to migrants.", "urge"),
        ("The United States stands with the people of Moldova.", "support"),
    ],
)
def test_a_plain_word_of_conflict_keeps_a_position(text: str, stance: str) -> None:
    assert stance in stances(text)


def test_a_newsroom_picks_what_it_tells() -> None:
    assert told(reactions_of("France condemned the delay of vaccination in Chad.")[0]) == (["FRA"], "oppose", None)

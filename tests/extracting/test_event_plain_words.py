"""Plain sentences of war are read whoever acts and whoever suffers; the same words about something else are not."""

from collections.abc import Callable

import pytest

from briefing_tui.extracting import default_extractor
from briefing_tui.model import EscalationEvent, trigger
from briefing_tui.reading import Metadata, read_bytes

SETTING = (
    "Norway wrote about the war. Missiles, drones, howitzers, soldiers, battalions and the army are words of the conflict.\n\n"
)

Actions = Callable[[str], list[str]]


@pytest.fixture(scope="session")
def actions_in() -> Actions:
    """The actions of the events a text tells, in text order, read as part of war news published on a Wednesday."""

    def read(text: str) -> list[str]:
        briefing = default_extractor().extract(
            read_bytes((SETTING + text).encode(), name="test", metadata=Metadata(published="2024-11-20"))
        )
        found = [r for r in briefing.records if isinstance(r, EscalationEvent) and trigger(r).start >= len(SETTING)]
        return [record.action for record in sorted(found, key=lambda record: trigger(record).start)]

    return read


@pytest.mark.parametrize(
    "text",
    [
        "Eritrean soldiers killed two Tigrayans in Adigrat on Sunday.",
        "Soldiers shot two Palestinians near Nablus on Sunday.",
        "Three Sudanese were killed by soldiers in Omdurman on Sunday.",
        "Kyiv's incursion into Kursk continued on Sunday.",
        "Rebels made a rapid advance toward Hama on Tuesday.",
        "Soldiers overthrew President Bazoum of Niger on Wednesday.",
        "Iranian police used tear gas in Zahedan on Friday.",
        "Fifty Ukrainian soldiers were released from captivity on Friday.",
        "Kenyan police officers are patrolling the streets of Port-au-Prince.",
        "A hundred British marines are expected in Freetown on Monday.",
        "Nikopol suffered one of the worst attacks of the war on Sunday.",
        "Two drones hit a kiln in Nikopol on Sunday.",
    ],
)
def test_a_plain_sentence_is_an_event(actions_in: Actions, text: str) -> None:
    assert len(actions_in(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Rwanda sent no troops to Mozambique.",
        "Rwanda sent flowers to the choir of the Mozambican soldiers.",
        "Hospitals in Madrid are on high alert for a wave of influenza.",
        "Iceland closed its airspace on Sunday because of volcanic ash.",
        "Two former marines landed a contract in Tripoli.",
        "Sudanese refugees crossed into Chad on Sunday.",
        "Character assassination is the favourite weapon of the two parties in Warsaw.",
        "Congress is debating legislation on a withdrawal of troops from Niger.",
        "The border guards stopped a flow of drugs entering Panama.",
        "North Korea's state newspaper blasted South Korea on Sunday.",
    ],
)
def test_the_same_words_about_something_else_are_none(actions_in: Actions, text: str) -> None:
    assert actions_in(text) == []


def test_what_is_told_twice_is_one_event(actions_in: Actions) -> None:
    text = "A suicide bomb attack shook Quetta on Sunday. A suicide bomber blew himself up outside a hotel in Quetta, police in Pakistan said."
    assert actions_in(text) == ["other"]

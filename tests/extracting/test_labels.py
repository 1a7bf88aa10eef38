"""Speakers named by a heading, by the head of an item, or in the sentence after their words."""

import pytest
from tests.extracting.reacting import reactions_of, told


def whose(text: str) -> list[tuple[list[str], str | None]]:
    return [([actor.code for actor in reaction.actors], reaction.person) for reaction in reactions_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China\n\n“We oppose any such step,” the foreign ministry said.", (["CHN"], None)),
        ("POLAND\n\nForeign Minister Jan Nowak condemned the raid.", (["POL"], "Jan Nowak")),
        ("Japan: Prime Minister Kenji Mori – “totally intolerable”.", (["JPN"], "Kenji Mori")),
        ("Peru – Foreign Minister Ana Rojas: “These raids are unjustifiable.”", (["PER"], "Ana Rojas")),
        ("India\n\n“We condemn this barbaric raid.”", (["IND"], None)),
    ],
)
def test_people_and_organs_that_are_nobodys_belong_to_the_heading(text: str, expected: tuple[list[str], str | None]) -> None:
    assert whose(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "China\n\nPoland's foreign ministry condemned the raid.",
        "China\n\nPoland closed the border. The foreign ministry in Warsaw condemned the raid.",
    ],
)
def test_who_is_said_to_be_anothers_does_not_speak_for_the_heading(text: str) -> None:
    assert "CHN" not in [code for codes, _ in whose(text) for code in codes]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("“Never again!” Oksana Hrytsenko, the Ukrainian ambassador in Rome, wrote on Telegram.", "Oksana Hrytsenko"),
        ("“How many more must die?” Polish Prime Minister Jan Nowak asked in a speech.", "Jan Nowak"),
        ("“Enough!” Israeli minister Dana Levi said on Friday.", "Dana Levi"),
    ],
)
def test_a_cry_and_its_speaker_may_be_two_sentences(text: str, person: str) -> None:
    (reaction,) = reactions_of(text)
    assert reaction.person == person


def test_what_follows_a_cry_may_be_a_statement_of_another() -> None:
    found = reactions_of("Zelenskyy spoke in Kyiv. “Enough!” Hungary said that it would veto the sanctions.")
    assert "HUN" not in [actor.code for reaction in found if reaction.quote for actor in reaction.actors]


def test_an_appeal_is_its_owners() -> None:
    assert told(reactions_of("Ankara's call for a no-fly zone went unheeded.")[0]) == (["TUR"], "urge", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("POLISH FOREIGN MINISTER JAN NOWAK:\n\n“We condemn this raid.”", (["POL"], "Jan Nowak")),
        ("OMAN STATE NEWS AGENCY\n\n“We condemn this raid.”", (["OMN"], None)),
        ("PERU'S FOREIGN MINISTRY SAID:\n\n“We condemn this raid.”", (["PER"], None)),
    ],
)
def test_a_line_in_capitals_announces_who_speaks_below(text: str, expected: tuple[list[str], str | None]) -> None:
    assert whose(text) == [expected]


def test_a_plain_paragraph_announces_nobody() -> None:
    assert whose("Poland's army lost a tank near Kursk.\n\n“We condemn this raid.”") == []

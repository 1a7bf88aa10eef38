"""What a speaker judges or means to do, told by the build of the clause."""

import pytest
from tests.extracting.reacting import SETTING, reactions_of, told


@pytest.mark.parametrize(
    ("text", "actors", "stance"),
    [
        ("The Kremlin said there was no point in a meeting with the mediators.", ["RUS"], "oppose"),
        ("Belgium said it was time for Europe to think about its borders.", ["BEL"], "urge"),
        ("Venezuela's foreign minister said Guyana had no right to sign the contracts.", ["VEN"], "oppose"),
        ("Latvia said the aim was to wreck the talks.", ["LVA"], "oppose"),
        ("Poland's president said Moldova deserved a better neighbour.", ["POL"], "support"),
    ],
)
def test_judgements_are_told_by_their_build(text: str, actors: list[str], stance: str) -> None:
    assert [told(reaction) for reaction in reactions_of(text)] == [(actors, stance, None)]


@pytest.mark.parametrize(
    ("text", "actors", "stance"),
    [
        ("Orban told state radio later that he would not yield.", ["HUN"], "oppose"),
        ("Hamas said in response that it was ready to free the captives.", ["org:Hamas"], "support"),
        (
            "Danish Prime Minister Mette Frederiksen told the hall that her country had decided to give its guns away.",
            ["DNK"],
            "support",
        ),
        ("Slovakia will not block the sanctions package, Slovak Foreign Minister Juraj Blanar said.", ["SVK"], "support"),
        ("Kyiv said it had no choice but to answer.", ["UKR"], "defend"),
    ],
)
def test_speakers_tell_their_own_mind(text: str, actors: list[str], stance: str) -> None:
    assert [told(reaction) for reaction in reactions_of(text)] == [(actors, stance, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway said it would send 12 jets in May.",
        "Egypt said the crossing was opened at noon.",
        "Analysts said there was no point in a meeting.",
        "Kosovo proclaimed its independence in 2008.",
    ],
)
def test_accounts_and_analysts_judge_nothing(text: str) -> None:
    assert reactions_of(text) == []


def test_a_relative_clause_between_does_not_end_what_is_said() -> None:
    (reaction,) = reactions_of("Qatar said the raid, which killed five people, was a flagrant violation of its borders.")
    assert told(reaction) == (["QAT"], "oppose", None)


@pytest.mark.parametrize(
    ("text", "actors", "stance"),
    [
        ("The representative of France called for calm. His delegation, he said, stood ready to help.", ["FRA"], "support"),
        ("Iran's foreign ministry spoke of peace. The blockade, it added, had no legal basis.", ["IRN"], "oppose"),
        ("The Kremlin spoke of peace. Kyiv, it said, had betrayed its own people.", ["RUS"], "oppose"),
    ],
)
def test_a_speaker_may_interrupt_what_he_says(text: str, actors: list[str], stance: str) -> None:
    assert told(reactions_of(text)[-1]) == (actors, stance, None)


def test_a_speaker_behind_a_whole_clause_interrupts_nothing() -> None:
    assert reactions_of("The guard is on alert, Guyana's president said, after a plane was lost.") == []


def test_who_says_he_will_scrap_something_opposes_it() -> None:
    (reaction,) = reactions_of("Slovak leader Jan Roe said he would scrap the scheme.")
    assert told(reaction) == (["SVK"], "oppose", None)


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Kremlin: the raid is a barbaric crime", [(["RUS"], "oppose", None)]),
        ("Sudan: the famine is a crime", []),
    ],
)
def test_a_headline_cites_a_seat_of_government_but_no_country(headline: str, expected: list[tuple[list[str], str, None]]) -> None:
    assert [told(reaction) for reaction in reactions_of("The talks went on.", setting=f"{headline}\n\n{SETTING}")] == expected


@pytest.mark.parametrize(
    ("text", "actors", "stance"),
    [
        ("Ghana says Togo has not done enough about the smugglers.", ["GHA"], "oppose"),
        ("Kazakhstan said Belarus had forfeited its role as a mediator.", ["KAZ"], "oppose"),
        ("Tunisia said the plan was doomed.", ["TUN"], "oppose"),
        ("Moldova said Russia did not want peace.", ["MDA"], "oppose"),
        ("Oman said the talks had gone well.", ["OMN"], "support"),
        ("The Kremlin said the exchange was useful.", ["RUS"], "support"),
        ("Seoul said the drill was defensive.", ["KOR"], "defend"),
        ("Finland said a truce was unlikely before winter.", ["FIN"], "concern"),
        ("Austria said the time for talks had come.", ["AUT"], "urge"),
        ("A Hamas official said the group would not lay down its arms.", ["org:Hamas"], "oppose"),
    ],
)
def test_a_verdict_on_others_is_a_view_whatever_its_words(text: str, actors: list[str], stance: str) -> None:
    assert [told(reaction) for reaction in reactions_of(text)] == [(actors, stance, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Ghana said the bridge was 40 metres long.",
        "Tunisia said the ship was in port.",
        "Oman said the bus had gone to the airport.",
    ],
)
def test_plain_accounts_are_no_verdicts(text: str) -> None:
    assert reactions_of(text) == []

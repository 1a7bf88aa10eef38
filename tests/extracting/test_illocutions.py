"""What is done by saying something: demands, threats, promises, refusals, denials — told by mood and modal, not by coloured words."""

import pytest
from tests.extracting.reacting import reactions_of


def _stance(sentence: str) -> str:
    (found,) = reactions_of(sentence)
    return found.stance


def _quoted(words: str) -> str:
    return _stance(f"“{words},” Polish Foreign Minister Radosław Sikorski said on Tuesday.")


@pytest.mark.parametrize(
    "words",
    [
        "The barges must turn round at once",
        "Both armies need to move their guns out of range",
        "Somebody has to tell the generals the truth",
        "Pick up the telephone and talk",
        "Do not walk past these graves",
    ],
)
def test_an_obligation_or_an_imperative_asks(words: str) -> None:
    assert _quoted(words) == "urge"


@pytest.mark.parametrize(
    "words",
    [
        "We will hit back at a place of our own choice",
        "If they sail through the strait, they will regret it",
        "Whoever fires on our patrol boats will pay for it",
        "Touch one of our cables and you will see what happens",
        "If the siege goes on we will have to rethink everything",
    ],
)
def test_a_future_deed_of_force_or_a_reckoning_threatens(words: str) -> None:
    assert _quoted(words) == "warn"


@pytest.mark.parametrize(
    "words",
    [
        "We will keep sending generators for as long as the lights are out",
        "We shall stay at their side through the next winter",
        "We are ready to train another brigade",
        "The people of Odesa are not on their own",
        "Our friendship has never been closer",
    ],
)
def test_a_promise_of_help_supports(words: str) -> None:
    assert _quoted(words) == "support"


@pytest.mark.parametrize(
    "words",
    [
        "We will not sign a paper that others have written",
        "We cannot accept a border drawn with tanks",
        "The generals should never have been given those keys",
        "We reject the very idea",
        "An armistice on paper is no peace",
    ],
)
def test_a_refusal_or_a_reproach_opposes(words: str) -> None:
    assert _quoted(words) == "oppose"


@pytest.mark.parametrize(
    "words",
    [
        "We did not fire on the ferry",
        "Our gunners fired only after two warnings",
        "We had no part in the raid",
        "We acted in accordance with the charter",
        "We have never threatened our neighbours",
    ],
)
def test_an_account_or_denial_of_ones_own_conduct_defends(words: str) -> None:
    assert _quoted(words) == "defend"


@pytest.mark.parametrize("words", ["We will not comment on that", "We are still looking into it", "No decision has been made"])
def test_an_answer_put_off_is_neutral(words: str) -> None:
    assert _quoted(words) == "neutral"


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        (
            "The urgent need to rebuild was the great theme of a fine meeting, and we welcome it",
            "support",
        ),  # a need that is a noun
        ("Nobody was attacked, and we were attacked for saying so, which is shameful", "oppose"),  # what is suffered is not done
        ("They should have been warned about this disgraceful plan", "oppose"),  # too late to ask
    ],
)
def test_near_misses_are_told_by_their_other_words(words: str, stance: str) -> None:
    assert _quoted(words) == stance


def test_words_handed_on_are_read_with_their_speaker_for_it() -> None:
    assert _stance("Ankara said it would not “lend a single airfield” to the operation.") == "oppose"
    assert _stance("Ankara said the pact would put the neighbours “at war within weeks”.") == "warn"
    assert _stance("Macron told Orbán to “mind his own borders”.") == "urge"


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("“Every boat was searched as the law allows,” the Kremlin's Dmitry Peskov countered.", "defend"),
        ("The Kremlin's Dmitry Peskov countered that the plan was a provocation.", "oppose"),
        ("Hungarian Prime Minister Viktor Orban promised to veto any such embargo.", "oppose"),
        ("Israel's answer will be “painful and swift”, Defence Minister Israel Katz promised.", "warn"),
    ],
)
def test_retorts_and_promises_take_the_side_of_what_they_say(sentence: str, stance: str) -> None:
    assert _stance(sentence) == stance

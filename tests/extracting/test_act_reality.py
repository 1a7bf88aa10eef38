"""Words of diplomatic steps that tell of none."""

import pytest
from tests.extracting.reacting import reactions_of


def actions(text: str) -> list[str]:
    return [reaction.action for reaction in reactions_of(text) if reaction.action is not None]


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President William Ruto said he was ready to meet the leaders of Sudan.",
        "Egypt repeated its offer of holding talks with Ethiopia.",
        "The interest on the frozen Russian assets will pay for shells.",
        "Lifting sanctions will help Syria to rebuild.",
        "French President Emmanuel Macron returned to Paris on Friday.",
        "More Danish soldiers have arrived in Estonia.",
        "The bakery opposite the Italian embassy closed after forty years.",
        "Reporters phoned the palace in Kyiv for a comment.",
        "Tehran hit out at the European Union over the new sanctions.",
        "Residents left the quarter after an evacuation order was posted.",
    ],
)
def test_what_is_offered_described_or_lived_through_is_no_step(text: str) -> None:
    assert actions(text) == []


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Kenyan President William Ruto met the leaders of Sudan on Friday.", "talks"),
        ("Switzerland has frozen Russian assets worth millions.", "sanctions"),
        ("French President Emmanuel Macron returned to Kyiv on Friday.", "visit"),
        ("The United States lifted sanctions on Syria.", "sanctions"),
    ],
)
def test_a_step_taken_is_read(text: str, action: str) -> None:
    assert actions(text) == [action]

"""What analysts judge to be so."""

import pytest
from tests.extracting.reacting import assessments_of, reactions_of


@pytest.mark.parametrize(
    ("text", "assessor", "content"),
    [
        (
            "The new mines could slow the Russian advance, according to the Institute for the Study of War.",
            "org:Institute for the Study of War",
            "The new mines could slow the Russian advance",
        ),
        (
            "British military intelligence assessed that Russian losses had doubled.",
            "GBR",
            "Russian losses had doubled",
        ),
    ],
)
def test_an_attributed_judgement_is_an_assessment(text: str, assessor: str, content: str) -> None:
    (found,) = assessments_of(text)
    assert found.assessor is not None
    assert (found.assessor.code, found.content) == (assessor, content)


def test_a_hedged_judgement_is_speculated() -> None:
    (found,) = assessments_of("Russia may run out of tanks, according to the Institute for the Study of War.")
    assert found.modality == "speculated"


def test_a_ministers_claim_is_no_assessment() -> None:
    assert assessments_of("Russian Defence Minister Andrei Belousov said that the front line had moved.") == []


def test_a_judgement_without_a_side_is_no_reaction() -> None:
    assert reactions_of("The new mines could slow the Russian advance, according to the Institute for the Study of War.") == []

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


@pytest.mark.parametrize(
    ("text", "assessor", "content"),
    [
        ("The army is unlikely to retake the port before spring, analysts say.", "group:analysts", "The army is unlikely to retake the port before spring"),
        ("Economists expect the Russian budget to run short.", "group:Economists", "the Russian budget to run short"),
        ("A study by the Kiel Institute found that arms deliveries had halved.", "org:Kiel Institute", "arms deliveries had halved"),
        ("Jana Roe, a fellow at the Harbour Institute, argues that the blockade has failed.", "org:Harbour Institute", "the blockade has failed"),
        ("In its daily intelligence update, Britain's Ministry of Defence said the bridge had been rebuilt.", "GBR", "the bridge had been rebuilt"),
        ("In the view of most military analysts, the line will hold through winter.", "group:most military analysts", "the line will hold through winter"),
    ],
)  # fmt: skip
def test_judgements_come_in_many_verbs_and_from_many_mouths(text: str, assessor: str, content: str) -> None:
    (found,) = assessments_of(text)
    assert found.assessor is not None
    assert (found.assessor.code, found.content) == (assessor, content)


@pytest.mark.parametrize(
    "text",
    [
        "We see the Russian army as a threat to our homes.",
        "The Senate Intelligence Committee considered a bill on missile sales to Riyadh.",
        "President Volodymyr Zelenskyy expects more missiles from Berlin.",
    ],
)
def test_what_parties_see_and_expect_is_no_assessment(text: str) -> None:
    assert assessments_of(text) == []

"""A briefing cannot be made of records that its text does not bear out."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model import Briefing, EvidenceError, check_evidence, trigger
from briefing_tui.model.values import Evidence


def with_evidence(briefing: Briefing, **changes: object) -> Briefing:
    """The briefing with the first span of its second record changed."""
    item = briefing.records[1]
    spans = (replace(item.evidence[0], **changes), *item.evidence[1:])
    return replace(briefing, records=(briefing.records[0], replace(item, evidence=spans), *briefing.records[2:]))


def test_evidence_that_reads_otherwise_is_refused_with_its_place(briefing: Briefing) -> None:
    with pytest.raises(
        EvidenceError, match=r"aid_item i:1: trigger evidence at 56-62 should read 'HYMARS', but there stands 'HIMARS'"
    ):
        with_evidence(briefing, exact="HYMARS")


@pytest.mark.parametrize(("start", "end"), [(-1, 5), (62, 56), (56, 56), (0, 10_000)])
def test_evidence_outside_the_text_is_refused(briefing: Briefing, start: int, end: int) -> None:
    with pytest.raises(EvidenceError, match="lies outside the text"):
        with_evidence(briefing, start=start, end=end)


def test_evidence_with_other_surroundings_is_refused(briefing: Briefing) -> None:
    with pytest.raises(EvidenceError, match="should follow"):
        with_evidence(briefing, prefix="elsewhere ")


@given(shift=st.integers(-300, 300).filter(bool))
def test_shifted_evidence_is_always_refused(briefing: Briefing, shift: int) -> None:
    with pytest.raises(EvidenceError):
        with_evidence(briefing, start=56 + shift, end=62 + shift)


def test_a_record_without_a_trigger_is_refused(briefing: Briefing) -> None:
    with pytest.raises(EvidenceError, match="no trigger"):
        with_evidence(briefing, role="item")


def test_two_records_of_one_id_are_refused(briefing: Briefing) -> None:
    with pytest.raises(EvidenceError, match="share the id p:1"):
        replace(briefing, records=(briefing.records[0], *briefing.records))


def test_an_item_of_a_package_that_is_not_there_is_refused(briefing: Briefing) -> None:
    with pytest.raises(EvidenceError, match="i:1 refers to p:1"):
        replace(briefing, records=briefing.records[1:])


def test_a_package_may_not_name_another_kind_as_its_item(briefing: Briefing) -> None:
    with pytest.raises(EvidenceError, match="no item"):
        replace(briefing, records=(replace(briefing.records[0], items=("r:1",)), *briefing.records[1:]))


def test_the_first_trigger_is_the_one_a_record_is_known_by(briefing: Briefing) -> None:
    assert trigger(briefing.records[0]).exact == "$275 million package"


def test_one_record_can_be_checked_alone(briefing: Briefing) -> None:
    check_evidence(briefing.records[0], briefing.text)
    with pytest.raises(EvidenceError):
        check_evidence(briefing.records[0], "Another text.")


def test_offsets_count_code_points_not_bytes() -> None:
    text = "“🇺🇦” said Élysée"
    start = text.index("Élysée")
    span = Evidence(role="trigger", start=start, end=start + 6, exact="Élysée", prefix="said ", rule="by-hand")
    assert text[span.start : span.end] == span.exact
    assert start == 10

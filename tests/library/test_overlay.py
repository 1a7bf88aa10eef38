"""Corrections laid over records: which record they find, and what they do to it."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.library.overlay import Anchor, Correction, effective, find_homes, lay_over, standing, with_field
from briefing_tui.model import Briefing, EscalationEvent, Record


def correction(number: int, action: str = "accept", record: str = "r:1", start: int = 10, end: int = 20, **more) -> Correction:
    kind = more.pop("kind", "reaction")
    about = {} if record is None else {"kind": kind, "record": record, "start": start, "end": end}
    return Correction(number=number, content_id="b:1", action=action, by="ada", at="2024-11-21T08:00:00Z", **about, **more)


def record_of(briefing: Briefing, id_: str) -> Record:
    return next(record for record in briefing.records if record.id == id_)


def test_a_correction_finds_its_record_by_id_however_far_the_trigger_moved() -> None:
    assert find_homes([correction(1)], [Anchor("r:1", "reaction", 500, 510)]) == {1: "r:1"}


def test_else_it_finds_the_record_of_its_kind_whose_trigger_overlaps_most() -> None:
    anchors = [Anchor("a", "reaction", 0, 12), Anchor("b", "reaction", 14, 30), Anchor("c", "escalation_event", 10, 20)]
    assert find_homes([correction(1)], anchors) == {1: "b"}


@pytest.mark.parametrize(
    "anchors",
    [[], [Anchor("a", "reaction", 20, 30)], [Anchor("a", "reaction", 0, 10)], [Anchor("a", "assessment", 10, 20)]],
)
def test_else_it_is_orphaned(anchors: list[Anchor]) -> None:
    assert find_homes([correction(1)], anchors) == {}


def test_what_was_said_of_a_record_that_is_gone_does_not_fall_on_a_neighbour_with_corrections_of_its_own() -> None:
    said = [correction(1, "reject", record="gone", start=5, end=20), correction(2, "accept", record="r:1")]
    assert find_homes(said, [Anchor("r:1", "reaction", 10, 20)]) == {2: "r:1"}


def test_of_two_records_that_are_gone_only_the_one_that_overlaps_more_finds_the_new_one() -> None:
    said = [correction(1, record="x", start=0, end=12), correction(2, "reject", record="y", start=8, end=30)]
    assert find_homes(said, [Anchor("new", "reaction", 10, 20)]) == {2: "new"}


def test_all_that_was_said_of_one_record_moves_together() -> None:
    said = [correction(1), correction(2, "edit", field="stance", new="warn")]
    assert find_homes(said, [Anchor("new", "reaction", 12, 20)]) == {1: "new", 2: "new"}


def test_a_later_decision_counts_in_the_place_of_an_earlier_one(briefing: Briefing) -> None:
    said = [correction(1, "accept"), correction(2, "reject")]
    assert effective(said, {1: "r:1", 2: "r:1"}) == {2}
    assert lay_over(briefing.records, said)[1] == {"r:1": "rejected"}


def test_an_undo_brings_back_what_was_said_before(briefing: Briefing) -> None:
    said = [correction(1, "accept"), correction(2, "reject"), correction(3, "undo", old=2)]
    assert [one.number for one in standing(said)] == [1]
    assert lay_over(briefing.records, said)[1] == {"r:1": "accepted"}


def test_edits_of_several_fields_add_up_and_the_newest_of_a_field_counts(briefing: Briefing) -> None:
    said = [
        correction(1, "edit", field="stance", new="warn"),
        correction(2, "edit", field="person", new="Agnès Callamard"),
        correction(3, "edit", field="stance", new="concern"),
    ]
    records, decisions = lay_over(briefing.records, said)
    made = next(record for record in records if record.id == "r:1")
    assert (made.stance, made.person, made.quote) == ("concern", "Agnès Callamard", "reckless")
    assert decisions == {"r:1": "edited"}
    assert record_of(briefing, "r:1").stance == "oppose"


def test_an_edited_record_that_was_accepted_is_both_and_a_rejected_one_only_that(briefing: Briefing) -> None:
    edit = correction(1, "edit", field="stance", new="warn")
    assert lay_over(briefing.records, [edit, correction(2, "accept")])[1] == {"r:1": "accepted edited"}
    assert lay_over(briefing.records, [edit, correction(2, "reject")])[1] == {"r:1": "rejected"}


def test_what_a_person_has_looked_at_needs_no_review(briefing: Briefing) -> None:
    unsure = [replace(record, needs_review=True) for record in briefing.records]
    records, _ = lay_over(unsure, [correction(1, "accept")])
    assert [record.id for record in records if not record.needs_review] == ["r:1"]


def test_a_date_that_was_set_is_resolved_with_the_user_as_anchor(briefing: Briefing) -> None:
    event = record_of(briefing, "e:1")
    made = with_field(event, "date", "2024-11")
    assert isinstance(made, EscalationEvent)
    assert made.date == "2024-11"
    assert made.date_value is not None
    assert (made.date_value.first, made.date_value.last) == ("2024-11-01", "2024-11-30")
    assert (made.date_value.precision, made.date_value.anchor) == ("month", "user")
    assert with_field(made, "date", None).date_value is None


def test_numbers_become_decimals_again(briefing: Briefing) -> None:
    assert with_field(record_of(briefing, "p:1"), "amount", 1.5).amount == Decimal("1.5")


@pytest.mark.parametrize(
    ("field", "value"),
    [("no_such_field", 1), ("stance", "angry"), ("person", 3), ("date", "2024-13"), ("actors", [{"code": "NOR"}]), ("date", [])],
)
def test_what_the_contract_no_longer_allows_is_left_out(briefing: Briefing, field: str, value: object) -> None:
    assert with_field(record_of(briefing, "r:1"), field, value) is None
    records, decisions = lay_over(briefing.records, [correction(1, "edit", field=field, new=value)])
    assert records == briefing.records
    assert decisions == {}


def test_nothing_said_changes_nothing(briefing: Briefing) -> None:
    assert lay_over(briefing.records, []) == (briefing.records, {})


spans = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: (pair[0], pair[0] + pair[1]))
named_spans = st.lists(st.tuples(st.sampled_from("abcdefgh"), spans), max_size=8, unique_by=lambda one: one[0])


@given(named_spans, named_spans, st.randoms())
def test_however_texts_are_read_anew_no_correction_is_told_twice_or_moved_without_touching(said, read, shuffle) -> None:
    corrections = [correction(number, record=name, start=start, end=end) for number, (name, (start, end)) in enumerate(said)]
    anchors = [Anchor(name, "reaction", start, end) for name, (start, end) in read]
    homes = find_homes(corrections, anchors)
    by_id = {anchor.id: anchor for anchor in anchors}
    assert len(set(homes.values())) == len(homes)
    for one in corrections:
        if one.record in by_id:
            assert homes[one.number] == one.record
        elif one.number in homes:
            home = by_id[homes[one.number]]
            assert min(home.end, one.end) > max(home.start, one.start)
    shuffle.shuffle(anchors)
    assert find_homes(corrections, anchors) == homes

"""Days, weeks and months of what happened."""

from tests.tallying.told import Paper, event, item, package, paper, reaction

from briefing_tui.model import Record
from briefing_tui.tallying.timeline import Step, label_of, moments, timeline


def days(
    *pairs: tuple[Paper, Record], step: Step = "day", oldest_first: bool = False
) -> list[tuple[str | None, list[tuple[str, bool, int]]]]:
    keyed = [(number, source, record) for number, (source, record) in enumerate(pairs)]
    spans = timeline(moments(keyed), step, oldest_first=oldest_first)
    return [(span.label, [(pairs[line[0].key][1].id, line[0].is_stated, len(line)) for line in span.lines]) for span in spans]


def test_the_date_in_the_text_counts_and_else_the_day_of_publication() -> None:
    assert days(
        (paper(1, "2024-11-20"), event("strike", date="2024-11-17", id="e:1")),
        (paper(1, "2024-11-20"), event("strike", id="e:2", place="Kyiv")),
        (paper(1, "2024-11-20"), package(5, announced="2024-11-19")),
    ) == [
        ("2024-11-20", [("e:2", False, 1)]),
        ("2024-11-19", [("p:1", True, 1)]),
        ("2024-11-17", [("e:1", True, 1)]),
    ]


def test_the_undated_come_last_either_way() -> None:
    records = [
        (paper(1, None), event("strike")),
        (paper(2, "2024-11-20"), event("strike")),
        (paper(3, "2024-11-22"), event("strike")),
    ]
    assert [label for label, _ in days(*records)] == ["2024-11-22", "2024-11-20", None]
    assert [label for label, _ in days(*records, oldest_first=True)] == ["2024-11-20", "2024-11-22", None]


def test_what_is_dated_by_the_month_stands_under_the_month() -> None:
    records = [(paper(1), event("strike", date="2024-11")), (paper(1), event("strike", id="e:2", date="2024-11-01/2024-11-03"))]
    assert [label for label, _ in days(*records)] == ["2024-11-01", "2024-11"]
    assert [label for label, _ in days(*records, step="month")] == ["2024-11"]


def test_weeks_begin_on_monday() -> None:
    assert label_of("2024-11-24", "week") == "2024-11-18"
    assert label_of("2024-11-18", "week") == "2024-11-18"
    assert label_of("2024", "month") == "2024"
    assert label_of(None, "day") is None


def test_a_long_interval_stands_under_what_holds_it_and_not_on_its_first_day() -> None:
    assert label_of("2024-11-01/2024-11-08", "day") == "2024-11-01"
    assert label_of("2024-11-01/2024-11-30", "day") == "2024-11"
    assert label_of("2024-02-01/2024-11-30", "month") == "2024"
    assert label_of("2007-03-24/2022-03-24", "month") == "2007/2022"
    records = [(paper(1), event("strike", date=when)) for when in ("2022-02-24/2024-02-24", "2022", "2022-01-01", "2024-01-01")]
    assert [label for label, _ in days(*records)] == ["2024-01-01", "2022-01-01", "2022", "2022/2024"]


def test_the_same_thing_told_twice_is_one_line() -> None:
    strike = {"place": "Kyiv", "date": "2024-11-17"}
    assert days((paper(1), event("strike", id="e:1", **strike)), (paper(2), event("strike", id="e:2", **strike))) == [
        ("2024-11-17", [("e:1", True, 2)])
    ]


def test_other_words_are_another_line() -> None:
    ((_, lines),) = days((paper(1), reaction("condemned")), (paper(2), reaction("deplored", id="r:2")))
    assert len(lines) == 2


def test_parts_running_totals_and_the_items_of_a_package_are_no_lines() -> None:
    assert days(
        (paper(1), package(5, scope="component")),
        (paper(1), package(6, scope="cumulative")),
        (paper(1), item("HIMARS", package="p:1")),
        (paper(1), item("mines", id="i:2")),
    ) == [("2024-11-20", [("i:2", False, 1)])]


def test_what_was_said_is_not_dated_by_the_year_it_aims_at() -> None:
    assert days((paper(1), reaction("net zero by 2050", date="2050"))) == [("2024-11-20", [("r:1", False, 1)])]


def test_what_is_planned_keeps_its_later_date() -> None:
    assert days((paper(1), event("exercise", date="2025-09", modality="planned"))) == [("2025-09", [("e:1", True, 1)])]


def test_a_span_counts_its_lines_by_kind() -> None:
    (span,) = timeline(moments([(1, paper(1), event("strike")), (2, paper(1), package(5)), (3, paper(1), reaction("no"))]))
    assert span.counts == {"aid_package": 1, "reaction": 1, "escalation_event": 1}

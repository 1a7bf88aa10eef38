"""`totals` and `timeline`: what they print."""

import csv
import io
import json
from pathlib import Path

import pytest


@pytest.fixture
def ask(command, archive: Path):
    return lambda verb, *arguments: command(verb, "--library", archive, *arguments)


def test_a_package_told_by_two_briefings_is_counted_once_and_again_after_months(ask) -> None:
    outcome = ask("totals")
    assert outcome.code == 0
    assert outcome.out.decode().splitlines() == [
        "Aid packages by donor · 2 packages told by 3 records",
        "",
        "USD",
        "  donor  given or bound to  briefings",
        "  US     $550M (2)                  3",
        "",
        "(n) so many packages · ~ about · + or more · rounded to four digits; --json has all of it.",
        "",
        "Look twice: 1 figure came back more than 7 days apart and was counted 1 more time; --days-apart N",
        "  takes mentions within N days for one.",
        "  $275M US → Ukraine: 2024-11-20, 2025-03-01",
    ]


def test_every_number_leads_to_its_records(ask) -> None:
    value = json.loads(ask("totals", "--json").out)
    (row,) = value["rows"]
    assert (row["names"], row["codes"], row["currency"], row["documents"]) == (["United States"], ["USA"], "USD", 3)
    assert row["records"] == ["p:1", "p:2", "p:3"]
    assert {name: row["undertaken"][name] for name in ("count", "low", "high", "open", "about")} == {
        "count": 2,
        "low": 550_000_000,
        "high": 550_000_000,
        "open": False,
        "about": False,
    }
    assert [[told["record"] for told in thing["told_by"]] for thing in row["undertaken"]["things"]] == [["p:1", "p:2"], ["p:3"]]


def test_each_package_can_be_listed_with_the_briefings_that_tell_of_it(ask) -> None:
    lines = ask("totals", "--packages").out.decode().splitlines()
    assert lines[3:8] == [
        "  donor  given or bound to  briefings",
        "  US     $550M (2)                  3",
        "    - $275M · US → Ukraine · 2024-11-20* · announced · told by 2 briefings: p:1 in by-hand, p:2 in",
        "      doc-2",
        "    - $275M · US → Ukraine · 2025-03-01* · announced · told by 1 briefing: p:3 in doc-3",
    ]


def test_what_is_one_package_can_be_chosen(ask) -> None:
    assert json.loads(ask("totals", "--json", "--days-apart", "365").out)["rows"][0]["undertaken"]["high"] == 275_000_000
    assert json.loads(ask("totals", "--json", "--every-mention").out)["rows"][0]["undertaken"]["high"] == 825_000_000


def test_a_query_narrows_what_is_added(ask) -> None:
    value = json.loads(ask("totals", "--json", "-source:tass", "after:2025-01-01").out)
    assert value["rows"][0]["records"] == ["p:3"]


def test_totals_as_csv_name_the_records_too(ask) -> None:
    (row,) = csv.DictReader(io.StringIO(ask("totals", "--csv").out.decode(), newline=""))
    assert (row["donor"], row["undertaken_low"], row["records"]) == ("United States", "550000000", "p:1 p:2 p:3")


def test_items_have_the_donor_of_their_package_even_when_it_was_not_found(ask) -> None:
    value = json.loads(ask("totals", "--by", "item", "--json", "kind:item").out)
    (row,) = value["rows"]
    assert row["names"] == ["HIMARS"]
    assert row["undertaken"]["things"][0]["donors"] == ["USA"]


def test_nothing_to_add_is_exit_code_1(ask) -> None:
    outcome = ask("totals", "zzzz")
    assert (outcome.code, outcome.out) == (1, b"No aid packages found by zzzz.\n")


def test_an_unknown_way_is_named(ask) -> None:
    outcome = ask("totals", "--by", "donors")
    assert outcome.code == 2
    assert "did you mean donor?" in outcome.complaints[0]


def test_a_timeline_has_each_thing_once_with_its_id(ask) -> None:
    outcome = ask("timeline", "--by", "month", "-kind:reaction")
    assert outcome.out.decode().splitlines() == [
        "2025-03 · 1 package, 1 event, 1 assessment",
        "* 2025-03-01 $275M · United States → Ukraine · announced [p:3]",
        "* 2025-03-01 strike · Belgorod · (reported) [e:3]",
        "* 2025-03-01 someone · assesses · analysts expect little change · (speculated) [a:3]",
        "",
        "2024-11 · 1 package, 1 event, 1 assessment",
        "* 2024-11-20 $275M · United States → Ukraine · announced [p:1 +1]",
        "* 2024-11-20 strike · Belgorod · (reported) [e:1 +1]",
        "* 2024-11-20 someone · assesses · analysts expect little change · (speculated) [a:1 +1]",
        "",
        "* told on that day; the text gives no date · [id +n] told by n more",
    ]


def test_a_timeline_for_programs_has_all_days_and_tells_what_is_stated(ask) -> None:
    lines = [json.loads(line) for line in ask("timeline", "--jsonl", "--oldest-first", "kind:event").out.splitlines()]
    assert [(line["day"], line["date_is_stated"], line["record"]["id"]) for line in lines] == [
        ("2024-11-20", False, "e:1"),
        ("2024-11-22", False, "e:2"),
        ("2025-03-01", False, "e:3"),
    ]
    days = json.loads(ask("timeline", "--json", "--limit", "1").out)
    assert [(day["day"], day["counts"]) for day in days] == [
        ("2025-03-01", {"aid_package": 1, "reaction": 1, "escalation_event": 1, "assessment": 1})
    ]
    rows = list(csv.DictReader(io.StringIO(ask("timeline", "--csv", "kind:event").out.decode(), newline="")))
    assert [row["told_by"] for row in rows] == ["e:3", "e:2", "e:1"]


def test_an_empty_timeline_is_exit_code_1(ask) -> None:
    assert ask("timeline", "zzzz").code == 1
    assert json.loads(ask("timeline", "--json", "zzzz").out) == []

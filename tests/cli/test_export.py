"""`export`: files that are whole, complete and harmless."""

import csv
import io
import json
import os
from pathlib import Path

import pytest


@pytest.fixture
def export(command, archive: Path):
    return lambda *arguments: command("export", "--library", archive, *arguments)


def test_csv_is_what_comes_without_a_format(export) -> None:
    rows = list(csv.DictReader(io.StringIO(export().out.decode(), newline="")))
    assert [row["id"] for row in rows] == [f"{kind}:{number}" for number in "321" for kind in "pirae"]
    assert rows[5]["title"] == "'=cmd|' /C calc'!A0"


def test_the_ending_of_the_file_tells_the_format(export, tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    outcome = export("--output", path, "kind:event")
    assert (outcome.code, outcome.out) == (0, b"")
    assert outcome.complaints == [f"{path}: 3 records"]
    assert [json.loads(line)["record"]["id"] for line in path.read_text().splitlines()] == ["e:3", "e:2", "e:1"]


def test_records_in_json_lines_lose_nothing(export, briefing) -> None:
    from briefing_tui.model import EscalationEvent
    from briefing_tui.model.json_reading import from_plain

    last = json.loads(export("--format", "jsonl", "kind:event").out.splitlines()[-1])
    assert from_plain(EscalationEvent, last["record"]) == briefing.records[3]


def test_whole_briefings_are_accepted_by_verify_and_by_add(export, command, tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    assert export("--briefings", "--output", path).code == 0
    assert command("verify", path).out.startswith(b"3 briefings, 15 records")
    assert export("--briefings", "silent").out.count(b"\n") == 1


def test_a_markdown_report_holds_no_markup_of_others(export) -> None:
    report = export("--format", "markdown", "kind:event").out.decode()
    assert report.startswith("# Records found by: kind:event\n")
    assert "## A \\[look\\](http\\://a.b) back" in report
    assert "- undated strike Belgorod reported\n" in report


def test_parquet_has_the_same_columns(export, tmp_path: Path) -> None:
    files = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "records.parquet"
    assert export("--output", path).code == 0
    assert files.read_table(path).num_rows == 15


def test_a_disk_that_fills_up_leaves_what_was_there_and_says_so_in_one_line(export, tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no device that is always full")
    outcome = export("--output", "/dev/full")
    assert outcome.code == 6
    assert outcome.complaints == ["briefing-tui: /dev/full: No space left on device"]


def test_a_file_is_replaced_only_by_a_whole_one(export, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "records.csv"
    path.write_text("before")

    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    outcome = export("--output", path)
    assert outcome.code == 6
    assert outcome.complaints == [f"briefing-tui: {path}: No space left on device"]
    assert path.read_text() == "before"
    assert [entry.name for entry in tmp_path.iterdir()] == ["records.csv"]


def test_a_link_stays_a_link_and_keeps_the_permissions_of_its_file(export, tmp_path: Path) -> None:
    target, link = tmp_path / "target.csv", tmp_path / "link.csv"
    target.write_text("before")
    target.chmod(0o640)
    link.symlink_to(target)
    assert export("--output", link).code == 0
    assert link.is_symlink()
    assert target.read_text().startswith("id,kind")
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_folder_or_a_missing_folder_is_one_line(export, tmp_path: Path) -> None:
    assert export("--output", tmp_path).complaints == [f"briefing-tui: {tmp_path}: is a folder; name a file in it"]
    missing = tmp_path / "none" / "a.csv"
    assert export("--output", missing).complaints == [f"briefing-tui: {missing}: No such file or directory"]


def test_nothing_found_is_exit_code_1_and_an_empty_table(export) -> None:
    outcome = export("zzzz")
    assert outcome.code == 1
    assert outcome.out.startswith(b"id,kind")
    assert outcome.complaints[-1] == "Nothing found."


def test_whole_briefings_have_one_format(export) -> None:
    assert export("--briefings", "--format", "csv").code == 2


def test_the_columns_are_explained_without_a_library(command) -> None:
    lines = command("export", "--columns").out.decode().splitlines()
    assert lines[0] == "id                 text      the record's id"
    assert "donors             list      codes of those who give" in lines

"""`search`: hits for people and for programs."""

import csv
import io
import json
import os
import pty
import sys
from pathlib import Path

import pytest


@pytest.fixture
def search(command, archive: Path):
    return lambda *arguments: command("search", "--library", archive, *arguments)


def test_a_hit_is_a_paragraph_with_record_sentence_and_ids(search) -> None:
    outcome = search("belgorod", "source:tass")
    assert outcome.code == 0
    assert outcome.out.decode().splitlines() == [
        "assessment · someone · assesses · speculated",
        "    Reports say a drone factory in Belgorod was hit; analysts expect little change.",
        "    2024-11-22 · TASS · a:2 in #2 · =cmd|' /C calc'!A0",
        "",
        "event · undated · strike · Belgorod · reported",
        "    Reports say a drone factory in Belgorod was hit; analysts expect little change.",
        "    2024-11-22 · TASS · e:2 in #2 · =cmd|' /C calc'!A0",
    ]


def test_words_of_the_line_are_one_query_and_a_dash_leaves_out(search) -> None:
    assert search("kind:event", "-source:tass", "--count").out == b"2\n"
    assert search("--count", "-source:tass", "kind:event").out == b"2\n"
    assert search("--count", "--", "-source:tass", "kind:event").out == b"2\n"


def test_nothing_found_is_exit_code_1(search) -> None:
    outcome = search("zzzz")
    assert (outcome.code, outcome.out, outcome.complaints) == (1, b"", ["Nothing found."])
    assert search("--count", "zzzz").code == 1


def test_a_query_that_cannot_be_understood_is_exit_code_2_with_a_caret_beneath_the_place(search) -> None:
    outcome = search("norway", "stanse:oppose")
    assert (outcome.code, outcome.out) == (2, b"")
    assert outcome.complaints[0].startswith("briefing-tui: there is no field “stanse”; did you mean stance:?")
    assert outcome.complaints[1:] == ["  norway stanse:oppose", "         ^^^^^^"]


def test_a_name_that_nobody_has_is_exit_code_2(search) -> None:
    outcome = search("actor:norwey")
    assert outcome.code == 2
    assert "norwey" in outcome.complaints[0]


def test_what_a_name_was_taken_for_is_told_on_standard_error(search) -> None:
    assert any("HIMARS" in line or "high mobility" in line.lower() for line in search("himars").complaints)


def test_the_newest_come_first_and_a_limit_says_how_much_is_left(search) -> None:
    outcome = search("kind:event", "--limit", "1")
    assert "    2025-03-01 · Reuters · e:3 in #3" in outcome.out.decode()
    assert outcome.complaints == ["1 of 3 hits; --limit N or --all shows more"]


def test_json_lines_have_document_record_and_sentence(search) -> None:
    lines = [json.loads(line) for line in search("--jsonl", "belgorod", "kind:event", "source:tass").out.splitlines()]
    (line,) = lines
    assert line["document"]["id"] == "doc-2"
    assert line["record"]["id"] == "e:2"
    assert line["record"]["evidence"][0]["prefix"] == "he move “reckless.”\nReports say "
    sentence = line["sentence"]
    start, end = sentence["highlights"][0]
    assert sentence["text"][start - sentence["start"] : end - sentence["start"]] == "Belgorod"


def test_a_library_that_holds_nothing_says_so(command, tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite"
    command("add", "--library", library, tmp_path / "missing.txt")
    outcome = command("search", "--library", library, "norway")
    assert outcome.code == 1
    assert outcome.complaints == [f"{library} holds no briefings yet; “briefing-tui add PATH…” puts some in."]


def test_json_is_one_array_even_of_nothing(search) -> None:
    assert [hit["kind"] for hit in json.loads(search("--json", "silent").out)] == ["sentence"]
    assert json.loads(search("--json", "zzzz").out) == []


def test_csv_has_the_columns_of_export_and_the_sentence(search) -> None:
    rows = list(csv.DictReader(io.StringIO(search("--csv", "silent").out.decode(), newline="")))
    assert [(row["kind"], row["briefing"], row["title"], row["sentence"]) for row in rows] == [
        ("sentence", "doc-2", "'=cmd|' /C calc'!A0", "Oslo kept silent.")
    ]


def test_facets_are_written_as_queries_have_them(search) -> None:
    lines = search("--facets", "belgorod").out.decode().splitlines()
    assert "        3  kind:event" in lines


def test_nothing_in_a_text_steers_a_terminal(search) -> None:
    out = search("winter").out.decode()
    assert "\x1b" not in out
    assert "Winter ␛[31mcame." in out


@pytest.mark.parametrize(("variables", "is_coloured"), [({"TERM": "xterm"}, True), ({"TERM": "xterm", "NO_COLOR": "1"}, False)])
def test_on_a_terminal_hits_are_marked_unless_no_colour_is_wanted(
    archive: Path, environment: dict[str, str], variables: dict[str, str], is_coloured: bool
) -> None:
    child, terminal = pty.fork()
    if child == 0:
        os.execve(
            sys.executable,
            [sys.executable, "-m", "briefing_tui", "search", "--library", str(archive), "silent"],
            environment | variables,
        )
    seen = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        seen += piece
    os.waitpid(child, 0)
    os.close(terminal)
    assert ("Oslo kept \x1b[1;4msilent\x1b[22;24m." in seen.decode()) == is_coloured
    assert (b"\x1b" in seen) == is_coloured

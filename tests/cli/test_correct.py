"""`correct`: what a person says of records and briefings, from the command line."""

import json
from pathlib import Path

import pytest
from tests.library.correcting import library_of, read_again

from briefing_tui.library import open_library
from briefing_tui.model import Briefing


@pytest.fixture
def library(tmp_path: Path, briefing: Briefing, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LOGNAME", "ada")
    path = tmp_path / "library.sqlite"
    library_of(path, briefing).close()
    monkeypatch.setenv("BRIEFING_TUI_LIBRARY", str(path))
    return path


@pytest.fixture
def correct(command, library: Path, monkeypatch: pytest.MonkeyPatch):
    def run(*arguments: str):
        monkeypatch.setenv("BRIEFING_TUI_LIBRARY", str(library))
        return command("correct", *arguments)

    return run


def listed(correct, *arguments: str) -> list[dict]:
    return json.loads(correct("--list", "--json", *arguments).out)


def test_a_record_is_edited_and_accepted_at_once(correct) -> None:
    outcome = correct("r:1", "--set", "stance=warn", "--set", "person=Agnès Callamard", "--accept", "--note", "heard the tape")
    assert (outcome.code, outcome.complaints) == (
        0,
        ["r:1: stance: oppose → warn", "r:1: person: none → Agnès Callamard", "r:1: accepted"],
    )
    said = listed(correct)
    assert [(one["action"], one["by"], one["note"], one["state"]) for one in said] == [
        ("edit", "ada", "heard the tape", "counts"),
        ("edit", "ada", "heard the tape", "counts"),
        ("accept", "ada", "heard the tape", "counts"),
    ]


def test_search_finds_what_was_decided_and_leaves_out_what_was_rejected(correct, command, library: Path) -> None:
    correct("r:1", "--reject")
    assert command("search", "--library", library, "--count", "kind:reaction").out == b"0\n"
    assert command("search", "--library", library, "--count", "kind:reaction", "is:rejected").out == b"1\n"
    correct("r:1", "--undo")
    assert command("search", "--library", library, "--count", "kind:reaction").out == b"1\n"


def test_an_edit_is_found_by_its_new_value_only(correct, command, library: Path) -> None:
    correct("p:1", "--set", "amount=300m", "--set", "recipients=Georgia")
    assert command("search", "--library", library, "--count", "amount:300m", "recipient:georgia").out == b"1\n"
    assert command("search", "--library", library, "--count", "amount:275m").out == b"0\n"


def test_the_list_tells_who_when_and_what_became_of_it(correct) -> None:
    correct("r:1", "--accept", "--by", "Ben")
    correct("r:1", "--reject", "--note", "it is a headline")
    first, second = correct("--list").out.decode().splitlines()
    assert first.startswith("1 ")
    assert first.endswith("Ben r:1 in #1 accepted (superseded)")
    assert second.endswith("ada r:1 in #1 rejected “it is a headline”")
    assert correct("--list", "e:1").code == 1
    assert correct("--list", "#1").out.count(b"\n") == 2


def test_an_orphan_is_listed(correct, library: Path, briefing: Briefing) -> None:
    correct("e:1", "--accept")
    with open_library(library, write=True) as opened:
        read_again(opened, briefing, *(one for one in briefing.records if one.id != "e:1"))
    (orphan,) = listed(correct)
    assert (orphan["state"], orphan["record"], orphan["first_record"], orphan["document"]) == ("orphaned", None, "e:1", 1)
    assert correct("--list", "e:1").code == 0


def test_a_record_alone_shows_its_fields_and_what_can_be_set(correct) -> None:
    lines = correct("p:1").out.decode().splitlines()
    assert lines[0] == "aid_package p:1"
    assert "  amount            = 275000000" in lines
    assert "  scope             = package   (package, component, cumulative)" in lines


def test_a_day_of_publication_is_set_and_withdrawn(correct, command, library: Path) -> None:
    outcome = correct("#1", "--published", "2024-11-27")
    assert outcome.complaints == ["b:941ed352646c955d: published: 2024-11-20 → 2024-11-27"]
    assert command("search", "--library", library, "--count", "after:2024-11-27", "kind:sentence,package").out != b"0\n"
    assert correct("#1", "--undo").code == 0
    assert command("search", "--library", library, "--count", "after:2024-11-27").out == b"0\n"
    assert correct("#1", "--undo").complaints[0].endswith("nobody has set the day of publication of #1")
    assert correct("#1", "--published", "none").complaints == ["b:941ed352646c955d: published: 2024-11-20 → not known"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "correct needs the ID of a record or briefing"),
        (["r:1", "e:1", "--accept"], "one RECORD or BRIEFING at a time"),
        (["r:1", "--accept", "--reject"], "not allowed with"),
        (["r:1", "--accept", "--undo"], "--undo stands alone"),
        (["#1", "--published", "2024-11-20", "--accept"], "--published stands alone"),
        (["#1", "--published", "20.11.2024"], "is not a date"),
        (["--list", "--accept"], "--list corrects nothing"),
        (["r:1", "--accept", "--json"], "--json goes with --list"),
        (["r:1", "--set", "stance"], "--set is written FIELD=VALUE"),
        (["r:1", "--set", "stanse=warn"], "did you mean stance?"),
        (["r:1", "--set", "actors=Norwy"], "did you mean norway?"),
        (["r:9", "--accept"], "there is no record 'r:9'"),
        (["#9", "--published", "2024-11-20"], "there is no briefing '#9'"),
        (["#1", "--accept"], "there is no record '#1'"),
        (["#1"], "of the briefing #1 --published and --undo can be said"),
        (["r:1", "--undo"], "nobody has corrected reaction r:1"),
    ],
)
def test_what_cannot_be_corrected_is_a_wrong_command_line(correct, arguments: list[str], said: str) -> None:
    outcome = correct(*arguments)
    assert outcome.code == 2
    assert said in outcome.complaints[0]
    assert correct("--list").code == 1


def test_an_account_without_a_name_is_unknown(correct, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 4711")

    monkeypatch.setattr("getpass.getuser", nobody)
    correct("r:1", "--accept")
    assert listed(correct)[0]["by"] == "unknown"


def test_hostile_notes_cannot_steer_the_terminal(correct) -> None:
    correct("r:1", "--set", "person=\x1b]0;pwned\x07", "--note", "\x1b[2J\u202e", "--by", "\x9b31m")
    for outcome in (correct("--list"), correct("r:1"), correct("--list", "--json")):
        assert not {0x1B, 0x07} & set(outcome.out)
        assert "\u202e" not in outcome.out.decode()
        assert "\x9b" not in outcome.out.decode()


def test_a_library_that_may_only_be_read_is_one_clear_line(correct, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_tui.library.opening.os.access", lambda path, mode: mode == 4)
    outcome = correct("r:1", "--accept")
    assert outcome.code == 3
    assert outcome.complaints == [f"briefing-tui: {library}: permission denied; it may only be read"]
    assert correct("--list").code == 1


@pytest.mark.parametrize(
    "arguments", [["r:\udcff", "--accept"], ["\udcff", "--published", "none"], ["--list", "\udcff"], ["r:1", "--set", "\udcff=1"]]
)
def test_bytes_that_are_no_text_name_nothing(correct, arguments: list[str]) -> None:
    outcome = correct(*arguments)
    assert outcome.code == 2
    assert len(outcome.complaints) >= 1


def test_where_a_record_is_can_be_said(correct) -> None:
    assert correct("r:1", "--in", "#1", "--accept").code == 0
    assert correct("r:1", "--in", "#2", "--accept").complaints[0] == "briefing-tui: there is no briefing '#2'"


def test_show_tells_what_was_said_of_a_record(correct, command, library: Path) -> None:
    before = command("show", "--library", library, "r:1").out
    correct("r:1", "--set", "stance=warn", "--note", "heard the tape")
    correct("e:1", "--accept")
    shown = command("show", "--library", library, "r:1").out.decode()
    assert b"corrections:" not in before
    assert "\ncorrections:\n" in shown
    assert "stance: oppose → warn “heard the tape”" in shown
    assert "accepted" not in shown

"""Saved searches, and what is new for them."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from briefing_tui.library import LibraryError

FIRST = "Norway condemned the strike."


@pytest.fixture(scope="module")
def first_library(tmp_path_factory: pytest.TempPathFactory, own_folders: dict[str, str]) -> Path:
    """A library with the first briefing, made once for all."""
    folder = tmp_path_factory.mktemp("first")
    (folder / "1.txt").write_text(FIRST)
    subprocess.run(
        [
            sys.executable,
            "-m",
            "briefing_tui",
            "add",
            "--library",
            folder / "library.sqlite",
            "--published",
            "2024-11-20",
            folder / "1.txt",
        ],
        env=os.environ | own_folders,
        stdout=subprocess.DEVNULL,
        timeout=120,
        check=True,
    )
    return folder / "library.sqlite"


@pytest.fixture
def add(command, first_library: Path, tmp_path: Path):
    """`add("words", published="2024-11-20")` adds a briefing of these words to the library."""
    library = tmp_path / "library.sqlite"
    count = 0

    def run(text: str, published: str = "2024-11-20") -> Path:
        nonlocal count
        count += 1
        if (count, text, published) == (1, FIRST, "2024-11-20"):
            shutil.copy(first_library, library)
            return library
        story = tmp_path / f"{count}.txt"
        story.write_text(text)
        assert command("add", "--library", library, "--published", published, story).code == 0
        return library

    return run


def titles(outcome) -> list[str]:
    return [line["sentence"]["text"] for line in map(json.loads, outcome.out.splitlines())]


def test_what_is_there_when_a_search_is_saved_is_not_new(command, add) -> None:
    library = add("Norway condemned the strike.")
    assert command("save", "--library", library, "norway", "norway").code == 0
    assert command("watch", "--library", library, "--saved", "norway").code == 1
    add("Norway sent a ship.")
    outcome = command("watch", "--library", library, "--saved", "norway", "--jsonl")
    assert (outcome.code, titles(outcome)) == (0, ["Norway sent a ship."])
    outcome = command("watch", "--library", library, "--saved", "norway", "--jsonl")
    assert (outcome.code, outcome.out) == (1, b"")


def test_a_briefing_of_an_old_date_that_is_added_late_is_new(command, add) -> None:
    library = add("Norway condemned the strike.", "2024-11-20")
    command("save", "--library", library, "norway", "norway")
    add("Norway joined the alliance.", "1949-04-04")
    assert titles(command("watch", "--library", library, "--saved", "norway", "--jsonl")) == ["Norway joined the alliance."]


def test_what_is_there_can_be_told_too(command, add) -> None:
    library = add("Norway condemned the strike.")
    command("save", "--library", library, "--from-start", "norway", "norway")
    assert titles(command("watch", "--library", library, "--saved", "norway", "--jsonl")) == ["Norway condemned the strike."]


def test_a_peek_is_told_again(command, add) -> None:
    library = add("Norway condemned the strike.")
    command("save", "--library", library, "--from-start", "norway", "norway")
    for _ in range(2):
        assert command("watch", "--library", library, "--saved", "norway", "--peek").code == 0
    assert command("watch", "--library", library, "--saved", "norway").code == 0
    assert command("watch", "--library", library, "--saved", "norway").code == 1


def test_a_text_that_is_extracted_again_is_not_told_again(command, add) -> None:
    library = add("Norway condemned the strike.")
    command("save", "--library", library, "--from-start", "norway", "norway")
    command("watch", "--library", library, "--saved", "norway")
    with sqlite3.connect(library) as connection:
        connection.execute("UPDATE documents SET rules = 'older'")
    connection.close()
    assert command("add", "--refresh", "--library", library).code == 0
    assert command("watch", "--library", library, "--saved", "norway").code == 1


@pytest.mark.parametrize("shape", ["--json", "--jsonl", "--csv"])
def test_every_shape_is_that_of_search(command, add, shape: str) -> None:
    library = add("Norway condemned the strike.")
    command("save", "--library", library, "--from-start", "norway", "norway")
    watched = command("watch", "--library", library, "--saved", "norway", shape).out
    assert b"Norway condemned the strike." in watched
    from briefing_tui.cli.search import run

    assert run(["--library", str(library), shape, "norway"]) == 0


def test_what_could_not_be_written_is_told_again(add, command, environment: dict[str, str]) -> None:
    library = add("Norway condemned the strike.")
    command("save", "--library", library, "--from-start", "norway", "norway")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "briefing_tui", "watch", "--library", library, "--saved", "norway"],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment,
            timeout=60,
            check=False,
        )
    assert done.returncode == 6
    assert command("watch", "--library", library, "--saved", "norway").code == 0


def test_a_new_query_under_the_name_replaces_the_old_one_and_says_what_that_was(command, add) -> None:
    library = add("Norway condemned the strike.")
    command("save", "--library", library, "mine", "norway")
    outcome = command("save", "--library", library, "mine", "kind:reaction", "-source:tass")
    assert outcome.complaints == ["mine was: norway"]
    assert command("saved", "--library", library, "mine").out == b"kind:reaction -source:tass\n"


def test_searches_are_listed_in_three_ways_and_forgotten(command, add) -> None:
    library = add("Norway condemned the strike.")
    assert command("saved", "--library", library).code == 1
    command("save", "--library", library, "b", "norway")
    command("save", "--library", library, "aa", "kind:event")
    assert command("saved", "--library", library).out == b"aa  kind:event\nb   norway\n"
    assert command("saved", "--library", library, "--names").out == b"aa\nb\n"
    assert [one["query"] for one in json.loads(command("saved", "--library", library, "--json").out)] == ["kind:event", "norway"]
    assert command("forget", "--library", library, "aa").complaints == ["aa is forgotten; its query was: kind:event"]
    assert command("saved", "--library", library, "--names").out == b"b\n"


@pytest.mark.parametrize("name", ["two words", "-x", "a/b", "", "a\x1b[31m", "x" * 81, "$(ls)"])
def test_a_name_that_a_shell_would_stumble_over_is_refused(command, add, name: str) -> None:
    library = add("Norway condemned the strike.")
    outcome = command("save", "--library", library, "--", name, "norway")
    assert outcome.code == 2
    assert b"\x1b" not in outcome.err


def test_a_misspelled_name_names_the_one_meant(command, add) -> None:
    library = add("Norway condemned the strike.")
    command("save", "--library", library, "nuclear", "norway")
    for verb in (["watch", "--saved"], ["forget"], ["saved"]):
        outcome = command(*verb, "nuclaer", "--library", library)
        assert outcome.code == 2
        assert outcome.complaints[0] == "briefing-tui: there is no saved search 'nuclaer'; did you mean nuclear?"


def test_a_query_that_cannot_be_understood_is_not_saved(command, add) -> None:
    library = add("Norway condemned the strike.")
    outcome = command("save", "--library", library, "mine", "stance:opose")
    assert outcome.code == 2
    assert "did you mean oppose?" in outcome.complaints[0]
    assert command("saved", "--library", library).code == 1


def test_a_query_that_is_no_text_is_not_saved(command, add) -> None:
    library = add("Norway condemned the strike.")
    assert command("save", "--library", library, "mine", "a\udcff").code == 2
    assert command("watch", "--library", library, "--saved", "\udcff").code == 2


def test_a_name_that_nobody_has_yet_may_come(command, add) -> None:
    library = add("Norway condemned the strike.")
    outcome = command("save", "--library", library, "mine", "actor:russia")
    if outcome.err:  # the lexicon may know the name though no briefing has it
        assert outcome.complaints[0].endswith("saved all the same")
    assert command("watch", "--library", library, "--saved", "mine").code == 1
    add("On Wednesday Russia launched missiles at Kharkiv, killing three people.")
    assert command("watch", "--library", library, "--saved", "mine").code == 0


def test_the_shared_search_of_a_library_that_may_only_be_read_is_told_to_each_person_once(
    command, add, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    library = add("Norway condemned the strike.")
    command("save", "--library", library, "--from-start", "norway", "norway")
    monkeypatch.setattr("briefing_tui.cli.kept_searches.may_be_written", lambda _: False)
    before = library.read_bytes()
    for reader in ("ada", "ben"):
        monkeypatch.setenv("BRIEFING_TUI_STATE", str(tmp_path / reader))
        assert command("watch", "--library", library, "--saved", "norway").code == 0
        assert command("watch", "--library", library, "--saved", "norway").code == 1
        assert command("saved", "--library", library, "norway").out == b"norway\n"
    assert library.read_bytes() == before


def test_a_search_of_ones_own_in_a_library_that_may_only_be_read(
    command, add, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    library = add("Norway condemned the strike.")
    command("save", "--library", library, "theirs", "norway")
    monkeypatch.setattr("briefing_tui.cli.kept_searches.may_be_written", lambda _: False)
    monkeypatch.setenv("BRIEFING_TUI_STATE", str(tmp_path / "state"))
    assert command("save", "--library", library, "--from-start", "mine", "strike").code == 0
    assert command("saved", "--library", library, "--names").out == b"mine\ntheirs\n"
    assert command("watch", "--library", library, "--saved", "mine").code == 0
    assert command("watch", "--library", library, "--saved", "mine").code == 1
    assert command("forget", "--library", library, "mine").code == 0
    outcome = command("forget", "--library", library, "theirs")
    assert outcome.code == 3
    assert outcome.complaints == [f"briefing-tui: {library}: may only be read, and theirs is kept in it"]
    assert [path.name for path in (tmp_path / "state").iterdir()] == ["saved.json"]


@pytest.mark.parametrize("content", ["", "[]", "{", '{"x": 3}', '{"KEY": {"a": 1, "b": {"query": 3}}}', "[" * 100_000, "\udc80"])
def test_a_damaged_state_file_is_as_good_as_none(
    command, add, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: str
) -> None:
    library = add("Norway condemned the strike.")
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "saved.json").write_text(content.replace("KEY", str(library)), errors="surrogateescape")
    monkeypatch.setenv("BRIEFING_TUI_STATE", str(tmp_path / "state"))
    monkeypatch.setattr("briefing_tui.cli.kept_searches.may_be_written", lambda _: False)
    assert command("saved", "--library", library).code == 1
    assert command("save", "--library", library, "mine", "norway").code == 0
    assert command("saved", "--library", library, "--names").out == b"mine\n"


def test_a_state_folder_that_cannot_be_written_is_one_clear_line(
    command, add, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    library = add("Norway condemned the strike.")
    monkeypatch.setenv("BRIEFING_TUI_STATE", "/dev/null/state")
    monkeypatch.setattr("briefing_tui.cli.kept_searches.may_be_written", lambda _: False)
    outcome = command("save", "--library", library, "mine", "norway")
    assert outcome.code == 3
    assert len(outcome.complaints) == 1
    assert "the library may only be read, so this is kept there" in outcome.complaints[0]


def test_no_library_is_one_clear_line(command, tmp_path: Path) -> None:
    for verb in (["save", "a", "b"], ["saved"], ["forget", "a"], ["watch", "--saved", "a"]):
        outcome = command(*verb, "--library", tmp_path / "none.sqlite")
        assert outcome.code == 3
        assert len(outcome.complaints) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_search_that_cannot_be_marked_is_an_error_and_not_silence(command, add, monkeypatch: pytest.MonkeyPatch) -> None:
    library = add("Norway condemned the strike.")
    command("save", "--library", library, "--from-start", "norway", "norway")

    def fail(*_: object) -> None:
        raise LibraryError("x: another program is writing to it")

    monkeypatch.setattr("briefing_tui.cli.kept_searches.mark_seen", fail)
    assert command("watch", "--library", library, "--saved", "norway").code == 3
    monkeypatch.undo()


def test_verbs_say_what_they_need(command) -> None:
    assert command("save").complaints == ["briefing-tui: save needs a NAME and a QUERY"]
    assert command("save", "name").code == 2
    assert command("watch").complaints == ["briefing-tui: watch needs --saved NAME"]
    assert command("watch", "story.txt", "--saved", "a").code == 2
    assert command("forget").code == 2
    assert command("forget", "a", "b").code == 2
    assert command("saved", "a", "b").code == 2


def test_a_library_of_another_account_is_watched(command, add, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = add("Norway condemned the strike.")
    command("save", "--library", library, "--from-start", "norway", "norway")
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    shutil.copy(library, shelf / "library.sqlite")
    shelf.chmod(0o500)
    monkeypatch.setenv("BRIEFING_TUI_STATE", str(tmp_path / "state"))
    monkeypatch.setattr("briefing_tui.cli.kept_searches.may_be_written", lambda _: False)
    assert command("watch", "--library", shelf / "library.sqlite", "--saved", "norway").code == 0
    assert command("watch", "--library", shelf / "library.sqlite", "--saved", "norway").code == 1
    shelf.chmod(0o700)

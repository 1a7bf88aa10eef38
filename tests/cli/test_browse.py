"""`browse`, and the bare command where a library is: what they do without a terminal. With one, see tests/terminal."""

import pytest
from tests.tui.libraries import make_library


@pytest.fixture
def library(tmp_path):
    return make_library(tmp_path / "archive.sqlite")


def test_without_a_terminal_it_prints_what_search_prints(command, library):
    printed = command("browse", "--library", library, "stance:support")
    assert printed.code == 0
    assert printed == command("search", "--library", library, "stance:support")


def test_the_explorers_own_option_does_the_same(command, library):
    assert command("--library", library, "stance:support") == command("search", "--library", library, "stance:support")
    assert command(f"--library={library}", "-stance:support", "kind:reaction").code == 0


def test_a_query_that_cannot_be_understood_is_pointed_at(command, library):
    refused = command("browse", "--library", library, "stanse:support")
    assert refused.code == 2
    assert "did you mean stance:?" in refused.complaints[0]
    assert refused.complaints[-1].strip() == "^^^^^^"


def test_a_library_that_is_not_there_is_named_with_the_way_to_make_one(command, tmp_path):
    missing = command("browse", "--library", tmp_path / "none.sqlite")
    assert missing.code == 3
    assert missing.complaints == [
        f"briefing-tui: {tmp_path / 'none.sqlite'}: there is no library; “briefing-tui add PATH…” makes one"
    ]


def test_without_a_path_the_persons_own_library_is_opened_once_it_holds_anything(command, tmp_path, monkeypatch):
    monkeypatch.setenv("BRIEFING_TUI_LIBRARY", str(tmp_path / "own.sqlite"))
    assert "this is the bundled example" in command().err.decode()
    make_library(tmp_path / "own.sqlite")
    printed = command()
    assert printed.code == 0
    assert b"Poland" in printed.out
    assert "this is the newest of" in printed.err.decode()


def test_a_named_file_is_opened_though_there_is_a_library(command, library, tmp_path, monkeypatch):
    monkeypatch.setenv("BRIEFING_TUI_LIBRARY", str(library))
    (tmp_path / "story.txt").write_text("Norway gave Ukraine 20 tanks on Monday.\n")
    assert b"Norway" in command(tmp_path / "story.txt").out

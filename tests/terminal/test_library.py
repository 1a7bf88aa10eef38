"""The program over a library, as a person starts it."""

import os
import re

import pytest
from tests.terminal.test_program import assert_restored, unexpected
from tests.tui.libraries import hostile_and_dated, make_library


@pytest.fixture
def library(tmp_path):
    return make_library(tmp_path / "archive.sqlite")


def test_a_person_finds_reads_copies_and_corrects_in_a_library(start, library, tmp_path):
    terminal = start("browse", "--library", library)
    terminal.wait_for("3 of 3")
    terminal.press("/poland")
    terminal.wait_for("2 hits: 1 reaction · 1 text")
    terminal.press("\r")
    terminal.press("\r")
    terminal.wait_for("› Poland welcomed the new aid for Ukraine.")
    terminal.press("y")
    terminal.wait_for("copied.txt")
    assert "Poland welcomed" in (tmp_path / "briefing_tui_state" / "copied.txt").read_text("utf-8")
    terminal.press("q")
    terminal.press("a")
    terminal.wait_for("Accepted · u undoes")
    terminal.wait_for("›A Poland")
    terminal.press("b")
    terminal.wait_for("Briefings 1")
    terminal.press("\x1b")
    terminal.press("f")
    terminal.wait_for("Facets of 2 hits")
    terminal.press("q")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert_restored(terminal)
    assert unexpected(terminal.sent, copying=True) == []


def test_a_bare_start_opens_the_persons_own_library_and_the_example_as_long_as_there_is_none(start, tmp_path):
    terminal = start(BRIEFING_TUI_DATA=str(tmp_path / "data"))
    terminal.wait_for("The bundled example")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    (tmp_path / "data").mkdir()
    make_library(tmp_path / "data" / "library.sqlite")
    terminal = start(BRIEFING_TUI_DATA=str(tmp_path / "data"))
    terminal.wait_for("Washington widens its support")
    terminal.wait_for("3 of 3")
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_a_query_may_stand_on_the_command_line(start, library):
    terminal = start("--library", library, "stance:support", "-source:tass")
    terminal.wait_for("stance:support")
    terminal.wait_for("1 of 1")
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_a_query_that_cannot_be_understood_is_told_before_the_screen_opens(start, library):
    terminal = start("--library", library, "stanse:support")
    assert terminal.wait_for_end() == 2
    assert b"did you mean stance" in terminal.sent
    assert b"^^^^^^" in terminal.sent
    assert b"\x1b[?1049h" not in terminal.sent


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_library_on_a_read_only_folder_is_explored_but_not_corrected(start, library):
    library.chmod(0o444)
    library.parent.chmod(0o555)
    try:
        terminal = start("browse", "--library", library)
        terminal.wait_for("3 of 3")
        terminal.press("a")
        terminal.wait_for("permission denied")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    finally:
        library.parent.chmod(0o755)


def test_hostile_text_out_of_a_library_reaches_the_terminal_harmless(start, tmp_path):
    terminal = start("browse", "--library", make_library(tmp_path / "hostile.sqlite", hostile_and_dated()))
    terminal.wait_for("1 Aid inventory")
    for keys in ("2", "w", "\x1b", "3", "4", "G", "q", "/mines", "\r", "n", "b", "\x1b", "f", "j", "j", " ", "\x1b", "E", "j"):
        terminal.press(keys)
    assert unexpected(terminal.sent) == []
    terminal.press("\x03")
    terminal.wait_for_end()
    assert unexpected(terminal.sent) == []


def test_an_idle_screen_over_a_library_sends_nothing(start, library):
    terminal = start("browse", "--library", library)
    terminal.wait_for("3 of 3")
    terminal.settle(quiet_seconds=2)
    assert terminal.read(2) == b""


def test_leaving_while_hits_are_counted_is_an_ordinary_end(start, library):
    for _ in range(5):
        terminal = start("browse", "--library", library, "harbour")
        terminal.wait_for("Source text")
        terminal.child.send("/a\x03")
        assert terminal.wait_for_end() == 0
        assert re.search(rb"Traceback|Error", terminal.sent) is None

import pytest

from briefing_tui.cli.kiosk_environment import KNOWN_TERMS, steers_python, trusted_environment


@pytest.mark.parametrize("term", ["", "../../x", "\x1b]0;x\x07", "x" * 100_000, "XTERM", "xterm ", "xterm\n", "vt100;id"])
def test_a_terminal_we_do_not_know_is_taken_for_a_vt100(term):
    assert trusted_environment({"TERM": term})["TERM"] == "vt100"


def test_terminals_we_know_keep_their_names_and_a_dumb_one_is_told_apart():
    assert {"xterm-256color", "screen", "tmux-256color", "linux", "vt100", "xterm-kitty"} <= KNOWN_TERMS
    for term in (*KNOWN_TERMS, "dumb"):
        assert trusted_environment({"TERM": term})["TERM"] == term


@pytest.mark.parametrize(
    ("given", "trusted"),
    [
        ({}, "C.UTF-8"),
        ({"LANG": "de_DE.ISO-8859-15"}, "de_DE.ISO-8859-15"),
        ({"LANG": "C.UTF-8", "LC_ALL": "ru_RU.KOI8-R"}, "ru_RU.KOI8-R"),
        ({"LANG": "de_DE.UTF-8", "LC_CTYPE": ""}, "de_DE.UTF-8"),
        ({"LC_ALL": "x; id"}, "C.UTF-8"),
        ({"LANG": "../../etc.UTF-8"}, "C.UTF-8"),
        ({"LANG": "de_DE.UTF-7"}, "C.UTF-8"),
        ({"LANG": "ja_JP.ISO-2022-JP"}, "C.UTF-8"),
        ({"LANG": "de_DE.UTF-8\n"}, "C.UTF-8"),
    ],
)
def test_of_the_locale_only_a_charset_we_know_is_taken(given, trusted):
    assert trusted_environment(given)["LANG"] == trusted


def test_nothing_else_is_taken_and_no_value_as_it_was():
    given = {
        "NO_COLOR": "\x1b[31m",
        "PATH": "/tmp",
        "HOME": "/tmp",
        "TEXTUAL_LOG": "x",
        "BRIEFING_TUI_DEBUG": "1",
        "TERM": "xterm",
    }
    assert trusted_environment(given) == {"NO_COLOR": "1", "TERM": "xterm", "LANG": "C.UTF-8"}


def test_variables_that_steer_the_interpreter_are_noticed():
    assert steers_python({"PYTHONPATH": "/tmp"})
    assert not steers_python({"PATH": "/usr/bin"})

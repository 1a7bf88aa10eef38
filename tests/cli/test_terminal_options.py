"""How the explorer is told what line it is at the end of."""

import pytest

from briefing_tui.cli.arguments import UsageError
from briefing_tui.cli.browse import command_line as browse_line
from briefing_tui.cli.explore import command_line
from briefing_tui.cli.terminal_options import chosen_profile


@pytest.fixture(autouse=True)
def surroundings(tmp_path, monkeypatch):
    for name in ("SSH_CONNECTION", "BRIEFING_TUI_REMOTE", "BRIEFING_TUI_ASCII", "LC_ALL", "LC_CTYPE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("BRIEFING_TUI_CONFIG", str(tmp_path))


def profile(*words):
    return chosen_profile(command_line().parse(words, paths="paths"))


def test_an_ssh_session_is_remote_and_anything_else_is_not(monkeypatch):
    assert not profile().is_remote
    monkeypatch.setenv("SSH_CONNECTION", "192.0.2.1 50000 192.0.2.2 22")
    assert profile().is_remote


def test_options_come_before_variables_and_variables_before_settings(tmp_path, monkeypatch):
    (tmp_path / "config.toml").write_text("remote = true\nascii = true\n")
    assert profile().is_remote
    assert profile().charset == "ascii"
    monkeypatch.setenv("BRIEFING_TUI_REMOTE", "no")
    monkeypatch.setenv("BRIEFING_TUI_ASCII", "0")
    assert not profile().is_remote
    assert profile().charset == "utf-8"
    assert profile("--remote").is_remote
    assert profile("--ascii").charset == "ascii"
    monkeypatch.setenv("BRIEFING_TUI_REMOTE", "1")
    assert not profile("--local").is_remote


def test_an_empty_variable_says_nothing(monkeypatch):
    monkeypatch.setenv("BRIEFING_TUI_REMOTE", "")
    assert not profile().is_remote


def test_a_variable_that_says_neither_yes_nor_no_is_told(monkeypatch):
    monkeypatch.setenv("BRIEFING_TUI_ASCII", "perhaps")
    with pytest.raises(UsageError, match="BRIEFING_TUI_ASCII must be 1 or 0, not 'perhaps'"):
        profile()


def test_a_setting_of_another_kind_is_told_with_the_name_of_the_file(tmp_path):
    (tmp_path / "config.toml").write_text('remote = "yes"\n')
    with pytest.raises(UsageError, match=r"config\.toml: remote must be true or false"):
        profile()


def test_local_and_remote_together_are_a_wrong_command_line(command):
    for verb in ([], ["browse"]):
        outcome = command(*verb, "--local", "--remote")
        assert outcome.code == 2
        assert b"not allowed with" in outcome.err


def test_browse_takes_the_same_options():
    options = browse_line().parse(["--remote", "--ascii", "--", "norway"], paths="query")
    assert chosen_profile(options).is_remote

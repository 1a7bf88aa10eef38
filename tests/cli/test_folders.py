"""Where the command keeps things, and how it does without."""

import json
import sys
from pathlib import Path

import pytest

from briefing_tui.cli.folders import cache_folder, config_folder, data_folder, own_lexicon, state_folder

VARIABLES = ("BRIEFING_TUI_CONFIG", "BRIEFING_TUI_DATA", "BRIEFING_TUI_STATE", "BRIEFING_TUI_CACHE")


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in (*VARIABLES, "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))


def test_the_folders_follow_the_xdg_convention(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert config_folder() == tmp_path / ".config" / "briefing-tui"
    assert data_folder() == tmp_path / ".local" / "share" / "briefing-tui"
    assert state_folder() == tmp_path / ".local" / "state" / "briefing-tui"
    assert cache_folder() == tmp_path / ".cache" / "briefing-tui"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "xdg"))
    assert config_folder() == tmp_path / "xdg" / "briefing-tui"


def test_the_programs_own_variables_come_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in VARIABLES:
        monkeypatch.setenv(name, str(tmp_path / name))
    assert [config_folder(), data_folder(), state_folder(), cache_folder()] == [tmp_path / name for name in VARIABLES]


def test_asking_for_folders_makes_none(tmp_path: Path) -> None:
    config_folder()
    data_folder()
    state_folder()
    cache_folder()
    assert list(tmp_path.iterdir()) == []


def test_a_lexicon_of_ones_own_is_found_only_where_there_is_one(tmp_path: Path) -> None:
    assert own_lexicon() is None
    (tmp_path / ".config" / "briefing-tui" / "lexicon").mkdir(parents=True)
    assert own_lexicon() == tmp_path / ".config" / "briefing-tui" / "lexicon"


def test_one_line_of_ones_own_lexicon_is_a_new_word(process, tmp_path: Path) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "mine.toml").write_text('_names = ["name"]\n[state]\nQQQ = { name = ["Ruritania"] }\n')
    story = "Ruritania condemned the missile strike on Kyiv."

    def actors(**variables: str) -> set[str]:
        records = json.loads(process("extract", "-", stdin=story.encode(), **variables).out)["records"]
        return {actor["code"] for record in records if record["kind"] == "reaction" for actor in record["actors"]}

    assert "QQQ" not in actors()
    assert "QQQ" in actors(BRIEFING_TUI_CONFIG=str(tmp_path))


def test_a_damaged_cache_is_made_again(process, tmp_path: Path) -> None:
    whole = process("extract", "-", stdin=b"Norway condemned the strike.", BRIEFING_TUI_CACHE=str(tmp_path))
    (kept,) = tmp_path.glob("lexicon-*")
    for damage in (b"", b"nonsense", kept.read_bytes()[:1000]):
        kept.write_bytes(damage)
        again = process("extract", "-", stdin=b"Norway condemned the strike.", BRIEFING_TUI_CACHE=str(tmp_path))
        assert (again.code, again.out, again.err) == (0, whole.out, b"")


def test_the_cache_keeps_only_the_lexicon_in_use(process, tmp_path: Path) -> None:
    tag = sys.implementation.cache_tag
    for name in (f"lexicon-1-0.{tag}.marshal", "lexicon-1-0.cpython-300.marshal", "another-program.marshal"):
        (tmp_path / name).write_bytes(b"old")
    process("extract", "-", stdin=b"Text.", BRIEFING_TUI_CACHE=str(tmp_path))
    kept = {path.name for path in tmp_path.iterdir()}
    assert {"lexicon-1-0.cpython-300.marshal", "another-program.marshal"} < kept
    assert f"lexicon-1-0.{tag}.marshal" not in kept
    assert len(kept) == 3

"""Which library is meant: flag, then environment, then settings, then the data folder."""

from pathlib import Path

import pytest

from briefing_tui.cli.arguments import UsageError
from briefing_tui.cli.library_option import library_path


@pytest.fixture(autouse=True)
def own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("BRIEFING_TUI_LIBRARY", raising=False)
    monkeypatch.setenv("BRIEFING_TUI_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("BRIEFING_TUI_DATA", str(tmp_path / "data"))
    (tmp_path / "config").mkdir()
    return tmp_path


def test_without_a_word_it_lies_in_the_data_folder(own: Path) -> None:
    assert library_path(None) == own / "data" / "library.sqlite"


def test_flag_beats_environment_beats_settings(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (own / "config" / "config.toml").write_text('library = "mine.sqlite"\n')
    assert library_path(None) == own / "config" / "mine.sqlite"
    monkeypatch.setenv("BRIEFING_TUI_LIBRARY", "~/theirs.sqlite")
    assert library_path(None) == own / "theirs.sqlite"
    assert library_path("/archive/all.sqlite") == Path("/archive/all.sqlite")


def test_a_home_that_is_nobodys_is_taken_as_it_is_written() -> None:
    assert library_path("~nobody-of-that-name/a.sqlite") == Path("~nobody-of-that-name/a.sqlite")


@pytest.mark.parametrize("setting", ["library = 3", 'library = ""', "library = [1]"])
def test_a_setting_that_names_no_file_is_refused(own: Path, setting: str) -> None:
    (own / "config" / "config.toml").write_text(setting)
    with pytest.raises(UsageError, match="library must be the name of a file"):
        library_path(None)

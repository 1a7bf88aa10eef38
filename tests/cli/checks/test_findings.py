"""What the doctor says of each thing it looks at."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_tui.cli.checks import Finding, guarded
from briefing_tui.cli.checks.own_files import check_lexicon, check_settings, setting_faults
from briefing_tui.cli.checks.places import place_findings, room_findings
from briefing_tui.cli.checks.program import package_findings
from briefing_tui.cli.checks.terminal import encoding_finding, size_finding, tmux_findings


@pytest.fixture(autouse=True)
def own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("BRIEFING_TUI_CONFIG", str(tmp_path))
    monkeypatch.delenv("BRIEFING_TUI_DEBUG", raising=False)
    return tmp_path


@pytest.mark.parametrize(
    ("columns", "lines", "state", "says"),
    [
        (39, 40, "wrong", "39 columns × 40 lines; the explorer needs 40 × 12; enlarge the window"),
        (200, 11, "wrong", "200 columns × 11 lines; the explorer needs 40 × 12; enlarge the window"),
        (40, 12, "ok", "40 columns × 12 lines: one pane at a time"),
        (80, 24, "ok", "80 columns × 24 lines: panes in two rows"),
        (120, 40, "ok", "120 columns × 40 lines: three panes side by side"),
        (0, 0, "note", "does not tell its size; the explorer takes it for 80 × 24"),
    ],
)
def test_the_size_of_the_terminal(columns: int, lines: int, state: str, says: str) -> None:
    finding = size_finding(columns, lines)
    assert (finding.state, finding.says) == (state, says)


@pytest.mark.parametrize(
    ("environment", "encoding", "state"),
    [
        ({"LANG": "en_US.UTF-8"}, "utf-8", "ok"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "C"}, "utf-8", "note"),
        ({}, "UTF-8", "note"),
        ({"LC_CTYPE": "de_DE.ISO-8859-1"}, "iso8859-1", "wrong"),
        ({"LANG": "C"}, "", "wrong"),
    ],
)
def test_the_encoding_of_the_terminal(environment: dict[str, str], encoding: str, state: str) -> None:
    assert encoding_finding(environment, encoding).state == state


def test_tmux_that_holds_copies_and_keys_back_is_told_how_not_to() -> None:
    assert [finding.fix for finding in tmux_findings("external", "500")] == [
        "tmux set -s set-clipboard on",
        "tmux set -s escape-time 10",
    ]
    assert [finding.state for finding in tmux_findings("on", "10")] == ["ok"]
    assert [finding.state for finding in tmux_findings("", "")] == ["note"]


def test_a_missing_package_is_wrong_and_a_missing_extra_only_a_note() -> None:
    findings = package_findings(
        [
            "rich<16,>=14.0",
            "no-such-package>=1",
            "httpx<1,>=0.28; extra == 'engine'",
            'no-such-writer>=2; extra == "parquet"',
            "briefing-tui[engine]; extra == 'dev'",
            "no-such-linter; extra == 'dev'",
        ]
    )
    assert [(finding.about, finding.state) for finding in findings] == [
        ("packages", "wrong"),
        ("extra engine", "ok"),
        ("extra parquet", "note"),
    ]


def test_a_folder_that_is_not_there_is_fine_where_it_can_be_made(tmp_path: Path) -> None:
    first = next(place_findings("data", tmp_path / "a" / "b"))
    assert (first.state, first.says) == ("ok", f"{tmp_path}/a/b; not there yet")
    assert not (tmp_path / "a").exists()


def test_a_file_in_the_place_of_a_folder_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    (finding,) = place_findings("state", tmp_path / "a" / "b")
    assert finding.state == "wrong"
    assert f"{tmp_path}/a is no folder" in finding.says


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_names_the_variable_for_another_one(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    (finding,) = place_findings("cache", tmp_path / "a")
    tmp_path.chmod(0o700)
    assert (finding.state, finding.fix) == ("note", "export BRIEFING_TUI_CACHE=FOLDER")


@pytest.mark.parametrize(("free", "states"), [(63 << 20, ["wrong"]), (500 << 20, ["note"]), (2 << 30, [])])
def test_little_room_is_noted_and_next_to_none_is_wrong(tmp_path: Path, free: int, states: list[str]) -> None:
    assert [finding.state for finding in room_findings("data folder", tmp_path, free)] == states


def test_a_misspelled_setting_names_the_one_meant() -> None:
    assert list(setting_faults({"libary": "a.sqlite", "engine": 3, "library": 3})) == [
        "there is no setting libary; did you mean library?",
        "engine must be a table",
        "library must be a string",
    ]


def test_settings_that_are_no_toml_are_wrong_with_their_place(own: Path) -> None:
    (own / "config.toml").write_text("library = \n")
    (finding,) = check_settings()
    assert finding.state == "wrong"
    assert str(own / "config.toml") in finding.says
    assert "line 1" in finding.says


def test_an_engine_without_a_model_is_wrong(own: Path) -> None:
    (own / "config.toml").write_text('[engine]\nurl = "http://127.0.0.1:1/v1"\n')
    (finding,) = check_settings()
    assert finding.says == f"{own / 'config.toml'}: engine.model is missing"


def test_words_of_ones_own_are_counted(own: Path) -> None:
    (own / "lexicon").mkdir()
    (own / "lexicon" / "a.toml").write_text('_names = ["name"]\n[org]\nA = { code = "org:A", name = ["Alpha"] }\n')
    (finding,) = check_lexicon()
    assert (finding.state, finding.says) == ("ok", f"{own / 'lexicon'}: 1 entries of your own")


def test_a_lexicon_file_that_is_broken_or_in_vain_is_told(own: Path) -> None:
    (own / "lexicon").mkdir()
    (own / "lexicon" / "a.toml").write_text("[org]\nA = 3\n")
    (own / "lexicon" / "b.toml").write_text('_names = ["name"]\n[weapn]\nA = { name = ["Alpha"] }\n')
    broken, vain = check_lexicon()
    assert "org.A is not written as" in broken.says
    assert vain.says == f"{own / 'lexicon' / 'b.toml'}: no rule looks for the category weapn; did you mean weapon?"
    assert {broken.state, vain.state} == {"wrong"}


def test_a_check_that_fails_is_a_finding_itself() -> None:
    def check() -> Iterator[Finding]:
        yield Finding(about="a", state="ok", says="fine")
        raise PermissionError(13, "no")

    fine, failed = guarded("a", check)
    assert fine.state == "ok"
    assert failed.says == "cannot be checked (PermissionError: [Errno 13] no)"

"""Wrong command lines, help, and the exit codes that scripts rely on."""

from pathlib import Path

import pytest

from briefing_tui.cli import exit_codes
from briefing_tui.cli.verbs import VERBS


def test_exit_codes_are_api() -> None:
    codes = {name: value for name, value in vars(exit_codes).items() if name.isupper() and isinstance(value, int)}
    assert codes == {
        "OK": 0,
        "NOTHING": 1,
        "USAGE": 2,
        "PARTIAL": 3,
        "INTEGRITY": 4,
        "NO_TERMINAL": 5,
        "UNWRITABLE": 6,
        "INTERNAL": 70,
        "TIMED_OUT": 124,
        "TERMINAL_GONE": 129,
        "INTERRUPTED": 130,
        "PIPE_CLOSED": 141,
    }


def test_an_unknown_option_names_the_one_meant_and_points_at_the_mistake(command) -> None:
    outcome = command("extract", "--publishd", "2024-11-20", "a.txt")
    assert outcome.code == 2
    assert outcome.complaints == [
        "briefing-tui: there is no option --publishd; did you mean --published?",
        "  briefing-tui extract --publishd 2024-11-20 a.txt",
        "                       ^^^^^^^^^^",
    ]


@pytest.mark.parametrize(
    ("date", "said", "caret"),
    [
        ("2024-13-01", "there is no month 13", "     ^^   "),
        ("2024-02-30", "2024-02 has no day 30", "        ^^"),
        ("20.11.2024", "'20.11.2024' is not a date", "^" * 10),
        ("2024-1-1", "'2024-1-1' is not a date", "^" * 8),
        ("0000-01-01", "there is no year 0000", "^^^^"),
    ],
)
def test_a_wrong_date_gets_a_caret_under_its_wrong_part(command, date: str, said: str, caret: str) -> None:
    outcome = command("extract", "--published", date, "a.txt")
    assert outcome.code == 2
    message, line, pointer = outcome.complaints
    assert said in message
    assert pointer == " " * line.index(date) + caret.rstrip()


def test_the_caret_counts_cells_of_wide_characters(command) -> None:
    outcome = command("extract", "新聞.txt", "--from", "odt")
    assert outcome.complaints[1:] == ["  briefing-tui extract 新聞.txt --from odt", " " * 39 + "^^^"]


def test_control_characters_of_an_argument_do_not_reach_the_terminal(command) -> None:
    outcome = command("extract", "--\x1b]0;pwned\x07", "a.txt")
    assert outcome.code == 2
    assert b"\x1b" not in outcome.err
    assert b"\x07" not in outcome.err


@pytest.mark.parametrize("verb", ["extract", "verify"])
def test_a_verb_without_paths_says_what_it_needs(command, verb: str) -> None:
    outcome = command(verb)
    assert outcome.code == 2
    assert "or - for standard input" in outcome.complaints[0]


def test_json_and_jsonl_together_are_refused(command) -> None:
    assert command("extract", "--json", "--jsonl", "a.txt").code == 2


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("import", "; did you mean add?"),
        ("list", "; did you mean browse?"),
        ("Serch", "; did you mean search?"),
        ("norway", "; --help lists the verbs, and search finds words"),
    ],
)
def test_a_word_that_is_neither_file_nor_verb_is_answered_with_the_verb_meant(
    command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, word: str, meant: str
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = command(word)
    assert outcome.code == 2
    assert outcome.complaints[0] == f"briefing-tui: there is no file and no verb {word!r}{meant}"


@pytest.mark.parametrize(
    ("words", "same"), [(("help",), ("--help",)), (("help", "add"), ("add", "--help")), (("-V",), ("--version",))]
)
def test_help_and_version_are_found_where_people_look_for_them(
    command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], same: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    asked, meant = command(*words), command(*same)
    assert (asked.code, asked.out) == (0, meant.out)


def test_a_misspelled_verb_is_recognised(command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = command("extrct", "a.txt")
    assert outcome.code == 2
    assert outcome.complaints[0] == "briefing-tui: there is no file and no verb 'extrct'; did you mean extract?"


def test_a_file_named_like_a_verb_opens_with_a_path(command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("verify").write_text("Norway condemned the strike.")
    outcome = command("./verify")
    assert outcome.code == 0
    assert b"Norway condemned the strike." in outcome.out


def test_everything_after_two_dashes_is_a_path(command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("--json").write_text("Norway condemned the strike.")
    outcome = command("extract", "--", "--json")
    assert outcome.code == 0
    assert b"Norway condemned the strike." in outcome.out


def test_options_may_follow_paths(command, tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("Norway condemned the strike.")
    assert command("extract", source, "--jsonl", source).out.count(b"\n") == 2


@pytest.mark.parametrize("verb", [[], ["extract"], ["verify"], ["schema"]])
def test_help_names_every_option_with_examples_in_under_a_screen_width(command, verb: list[str]) -> None:
    outcome = command(*verb, "--help")
    assert outcome.code == 0
    text = outcome.out.decode()
    assert "examples:" in text
    assert "usage: briefing-tui" in text
    assert max(map(len, text.splitlines())) <= 130
    assert outcome.err == b""


def test_the_main_help_tells_all_verbs_and_exit_codes(command) -> None:
    text = command("-h").out.decode()
    for verb in VERBS:
        assert f"\n  {verb} " in text
    for code in (0, 1, 2, 3, 4, 5, 6, 70, 130):
        assert f" {code} " in text


def test_the_version_is_the_packages_own(command) -> None:
    from importlib.metadata import version

    assert command("--version").out.decode() == f"briefing-tui {version('briefing-tui')}\n"

"""The README tells what the program does: its tables are checked against the code."""

import re
from pathlib import Path

import pytest

from briefing_tui.cli import exit_codes
from briefing_tui.cli.verbs import VERBS
from briefing_tui.model.vocabulary import RECORD_KINDS
from briefing_tui.reading.formats import format_of_name


@pytest.fixture(scope="module")
def readme(root: Path) -> str:
    return (root / "README.md").read_text("utf-8")


def section(readme: str, title: str) -> str:
    return readme.split(f"\n## {title}\n")[1].split("\n## ", maxsplit=1)[0]


def test_every_exit_code_is_in_the_table_and_no_other(readme: str) -> None:
    told = {int(code) for code in re.findall(r"^\| (\d+) \|", section(readme, "Exit codes"), re.MULTILINE)}
    assert told == {value for name, value in vars(exit_codes).items() if name.isupper() and isinstance(value, int)}


def test_every_verb_is_shown_at_work(readme: str) -> None:
    for verb in VERBS:
        assert f"briefing-tui {verb}" in readme


def test_every_kind_of_record_is_explained(readme: str) -> None:
    assert re.findall(r"^\| `(\w+)` \|", section(readme, "What it finds"), re.MULTILINE) == list(RECORD_KINDS)


def test_the_file_names_it_says_are_recognised_are(readme: str) -> None:
    for line in section(readme, "What it reads").splitlines():
        for suffix in re.findall(r"`(\.\w+)`", line):
            form = format_of_name(f"file{suffix}")
            assert form is not None
            assert line.lower().replace("json lines", "jsonl").startswith(f"| {form}")


def test_every_key_it_names_is_a_key_of_the_explorer(readme: str) -> None:
    from briefing_tui.tui.commands import COMMANDS, key_name

    told = {
        key
        for line in section(readme, "Keys").splitlines()
        if line.startswith("| `")
        for key in re.findall(r"`([^`]+)`", line.split("|")[1])
    }
    known = {key_name(key) for command in COMMANDS for key in command.keys}
    assert told <= known


def test_both_commands_for_a_fresh_machine_are_single_lines(readme: str) -> None:
    for name in ("explorer", "tests"):
        (line,) = re.findall(rf"<!-- {name} -->\n```sh\n(.*)\n```", readme)
        assert line.startswith("python3 -m venv .venv && .venv/bin/pip install ")

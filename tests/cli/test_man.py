"""`man`: one page for the command and all its verbs."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from briefing_tui.cli import exit_codes
from briefing_tui.cli.arguments import CommandParser
from briefing_tui.cli.completing import command_verbs
from briefing_tui.cli.manual_page import ENVIRONMENT, manual_page


def shown(page: bytes) -> str:
    """The page as groff shows it on a terminal, without overstriking; skips where there is no groff."""
    groff = shutil.which("groff")
    if groff is None:
        pytest.skip("there is no groff here")
    done = subprocess.run(
        [groff, "-man", "-ww", "-Tutf8", "-P-c", "-P-b", "-P-u"], input=page, capture_output=True, timeout=60, check=True
    )
    assert done.stderr == b""
    return done.stdout.decode()


def test_groff_reads_the_page_without_a_warning_and_shows_every_verb_option_and_exit_code(command) -> None:
    text = shown(command("man").out)
    for verb in command_verbs():
        assert re.search(rf"^ +briefing-tui {verb.name}", text, re.MULTILINE)
        for option in verb.options:
            assert ", ".join(option.names) in text
    for code in exit_codes.MEANINGS:
        assert re.search(rf"^ +{code} +[A-Z]", text, re.MULTILINE)


def test_man_shows_the_page_without_a_warning(command, tmp_path: Path) -> None:
    man = shutil.which("man")
    if man is None:
        pytest.skip("there is no man here")
    page = tmp_path / "page.1"
    page.write_bytes(command("man").out)
    done = subprocess.run([man, "--warnings", "-l", page], capture_output=True, timeout=60, check=True)
    assert done.stderr == b""


def test_the_ways_to_call_it_stand_below_one_another(command) -> None:
    page = command("man").out.decode()
    assert "\nbriefing\\-tui \\-\\-library FILE [QUERY" in page
    assert "\nbriefing\\-tui add \\-\\-refresh" in page


def test_every_exit_code_has_its_meaning() -> None:
    codes = {value for name, value in vars(exit_codes).items() if name.isupper() and isinstance(value, int)}
    assert set(exit_codes.MEANINGS) == codes


def test_every_environment_variable_the_program_reads_is_told(root: Path) -> None:
    read = set()
    for path in (root / "src").rglob("*.py"):
        read |= set(re.findall(r"BRIEFING_TUI_[A-Z]+", path.read_text("utf-8")))
    assert read <= set(ENVIRONMENT)


def test_what_troff_would_obey_is_shown_as_it_is() -> None:
    parser = CommandParser("briefing-tui", usage=r"briefing-tui 'a' \b", description=".sp “now”", epilog="examples:\n  .ex ~^`\n")
    assert shown(manual_page({"": parser}).encode()).count("\n") > 10
    text = shown(manual_page({"": parser}).encode())
    for line in (r"briefing-tui 'a' \b", ".sp “now”", ".ex ~^`"):
        assert line in text


def test_the_page_is_plain_ascii_so_that_any_formatter_reads_it(command) -> None:
    assert command("man").out.isascii()


def test_man_takes_no_arguments(command) -> None:
    assert command("man", "search").code == 2

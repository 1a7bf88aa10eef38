"""One program on many kinds of terminal: what each is sent, and what it shows."""

import os
import re
import subprocess
import sys

import pyte
import pytest
from tests.terminal.test_program import COLOUR, SEQUENCE, assert_restored, unexpected
from tests.tui.libraries import make_library

TERMS = ["xterm-256color", "xterm", "screen", "tmux-256color", "linux", "vt100", "vt220", "rxvt-unicode", "foot-extra"]
UNUSUAL = ["../../../etc/passwd", "\x1b[31mred", "x" * 5000, "xterm; rm -rf", "%s%n", "dumb", "unknown", ""]
OF_A_VT100 = re.compile(rb"(?:(?:0|1|4|7)?(?:;(?:0|1|4|7))*m|[0-9;]*[HABCDJKr]|\?(?:7|25|1049|2004)[hl])\Z")
"""What a VT100 knows (its user guide, appendix), and switches it does not know and leaves alone."""
SCREENS = ("", "2", "3jj", "4", "\x1b1", "w", "\x1b2w", "\x1b?", "\x1b!", "\x1b/ukraine", "\r", "\r")
"""Keys that lead through all screens of the explorer, one after the other."""
LIBRARY_SCREENS = (
    "",
    "jj",
    "b",
    "\x1b",
    "f",
    "j\x1b",
    "S",
    "\x1b",
    "1E",
    "j\r",
    "\x1b",
    "\x1b",
    "w",
    "\x1b",
    "a",
    "x",
    "/poland",
    "\r",
)
"""The same for what only a library has."""
KINDS = {
    "colour": {},
    "without colour": {"NO_COLOR": "1"},
    "vt100": {"TERM": "vt100"},
    "linux": {"TERM": "linux"},
    "KOI8-R": {"LANG": "ru_RU.KOI8-R"},
}


@pytest.fixture
def seed(root):
    return root / "seeds" / "example.txt"


@pytest.fixture
def briefing(tmp_path):
    path = tmp_path / "briefing.txt"
    path.write_text(
        "Київ – Ukraine\n\nNorway’s foreign minister criticized the “reckless” decision… in Kyiv. Poland gave Ukraine 20 tanks worth €5 million "
        "— a café in Łódź, 字 and 😀 ½ ✓ → │.\nМинистр сказал: Norway condemned the strike on Kyiv.\n",
        "utf-8",
    )
    return path


@pytest.mark.parametrize("term", TERMS)
def test_on_any_terminal_it_shows_moves_searches_and_leaves_the_terminal_as_it_was(start, seed, term):
    terminal = start(seed, TERM=term)
    terminal.wait_for("International reactions")
    terminal.wait_for("$275M")
    terminal.press("2")
    before = terminal.lines()
    terminal.press("jj")
    assert terminal.lines() != before
    terminal.press("/norway")
    terminal.wait_for("1 hit: 1 reaction")
    terminal.press("\r\r")
    terminal.wait_for("back to the records")
    terminal.press("q")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert_restored(terminal)
    assert set(unexpected(terminal.sent)) <= ({b"\x1bM"} if term == "vt100" else set())  # reverse index, in place of inserting


def test_a_vt100_is_sent_only_what_a_vt100_knows(start, briefing):
    terminal = start(briefing, TERM="vt100")
    terminal.wait_for("20 tanks")
    for keys in SCREENS:
        terminal.press(keys)
    terminal.press("\x03")
    assert terminal.wait_for_end() == 0
    assert terminal.sent.isascii()
    assert {one for one in sequences(terminal.sent) if not OF_A_VT100.match(one)} == set()
    assert {match[0] for match in SEQUENCE.finditer(terminal.sent) if match.lastgroup in {"osc", "c0"}} <= {b"\x08", b"\x07"}


def test_the_linux_console_is_sent_nothing_that_its_font_lacks(start, briefing):
    terminal = start(briefing, TERM="linux")
    terminal.wait_for("20 tanks")
    terminal.press("4")
    shown = "\n".join(terminal.lines())
    assert "Київ - Ukraine" in shown
    assert 'the "reckless" decision~' in shown
    assert "café in Łódź, ?? and ?? ½ V > │." in shown
    letters = set(shown) - set("│─½éЛŁódźКиївМинистр сказал:\n")
    assert {character for character in letters if not character.isascii() and not character.isalpha()} <= set("·«»")


@pytest.mark.parametrize(
    ("locale", "words", "shown"),
    [
        ("ru_RU.KOI8-R", ("koi8-r", "Министр"), "Министр сказал"),
        ("ru_RU.CP1251", ("cp1251", "Министр"), "Министр сказал"),
        ("de_DE.ISO-8859-1", ("iso8859-1", "café"), "café in Lódz"),
        ("pl_PL.ISO-8859-2", ("iso8859-2", "Łódź"), "Łódź"),
    ],
)
def test_in_an_8_bit_locale_letters_are_typed_and_sent_in_its_charset(start, briefing, locale, words, shown):
    charset, typed = words
    terminal = start(briefing, LANG=locale)
    emulator = Latin(terminal, charset)
    terminal.wait_until(lambda: "20 tanks" in emulator.text(), "20 tanks")
    terminal.press(b"4/" + typed.encode(charset))
    terminal.wait_until(lambda: f"/{typed}" in emulator.text(), typed)
    terminal.wait_until(lambda: "1 hit" in emulator.text(), "1 hit")
    assert shown in emulator.text()
    assert "\ufffd" not in emulator.text()
    assert not any(0x80 <= byte < 0xA0 for byte in terminal.sent)
    terminal.press("\x03")
    assert terminal.wait_for_end() == 0


class Latin:
    """A terminal that takes every byte for one character of its charset."""

    def __init__(self, terminal, charset: str) -> None:
        self._terminal, self._charset = terminal, charset

    def text(self) -> str:
        from tests.terminal.conftest import PRIVATE

        screen = pyte.Screen(120, 40)
        pyte.Stream(screen).feed(PRIVATE.sub(b"", self._terminal.sent).decode(self._charset, "replace"))
        return "\n".join(screen.display)


def test_with_ascii_nothing_else_is_sent_and_other_letters_can_be_typed(start, briefing):
    terminal = start("--ascii", briefing)
    terminal.wait_for("Kiiv - Ukraine")
    terminal.press("4/Łódź")
    terminal.wait_for("/Lodz")
    terminal.wait_for("1 hit")
    terminal.press("\x03")
    assert terminal.wait_for_end() == 0
    assert terminal.sent.isascii()


def test_without_any_locale_it_is_utf_8(start, briefing):
    terminal = start(briefing, LANG="", LC_ALL="", LC_CTYPE="")
    terminal.wait_for("Київ")
    terminal.press("/€5")
    terminal.wait_for("/€5")
    terminal.press("\x03")
    assert terminal.wait_for_end() == 0


@pytest.mark.parametrize("variables", KINDS.values(), ids=KINDS)
def test_no_cell_is_hidden_by_its_colour_on_any_screen(start, seed, variables):
    terminal = start(seed, **variables)
    terminal.wait_for("1 Aid")
    for keys in SCREENS:
        terminal.press(keys)
        assert hidden_cells(terminal) == []
    terminal.press("\x03")
    assert terminal.wait_for_end() == 0


@pytest.mark.parametrize("variables", [{}, {"NO_COLOR": "1"}, {"TERM": "vt100"}], ids=["colour", "without colour", "vt100"])
def test_nor_on_any_screen_of_a_library(start, tmp_path, variables):
    terminal = start("browse", "--library", make_library(tmp_path / "archive.sqlite"), **variables)
    terminal.wait_for("3 of 3")
    for keys in LIBRARY_SCREENS:
        terminal.press(keys)
        assert hidden_cells(terminal) == []
    terminal.press("\x03")
    assert terminal.wait_for_end() == 0
    if variables.get("TERM") == "vt100":
        assert terminal.sent.isascii()
        assert {one for one in sequences(terminal.sent) if not OF_A_VT100.match(one)} == set()


def hidden_cells(terminal) -> list[tuple[str, str, str]]:
    """Cells that show something in the colour of their background, or in one that is a person's own background."""
    return [
        (cell.data, cell.fg, cell.bg)
        for row in terminal.screen.buffer.values()
        for cell in row.values()
        if cell.data.strip()
        and (cell.fg == cell.bg != "default" or {cell.fg, cell.bg} in ({"default", "black"}, {"default", "white"}))
    ]


def sequences(sent: bytes) -> list[bytes]:
    """The control sequences in what was sent, without their introducer."""
    return [match["csi"] for match in SEQUENCE.finditer(sent) if match.lastgroup == "csi"]


@pytest.mark.parametrize(
    "variables", [{"NO_COLOR": "1"}, {"TERM": "vt100"}, {"TERM": "xterm-mono"}], ids=["NO_COLOR", "vt100", "mono"]
)
def test_without_colour_focus_selection_and_modality_are_still_seen(start, seed, variables):
    terminal = start(seed, **variables)
    terminal.wait_for("International reactions")
    terminal.wait_for("asserted")
    terminal.press("2j")
    assert COLOUR.search(terminal.sent) is None
    titles = terminal.screen.buffer[terminal.line_of("International reactions")]
    active = {name: titles[terminal_column(terminal, name)].reverse for name in ("Aid inventory", "International", "Escalation")}
    assert active == {"Aid inventory": False, "International": True, "Escalation": False}
    rows = [line for line in terminal.lines() if re.search(r"[│|][›>]", line)]
    assert rows
    words = " ".join(terminal.lines())
    assert "claimed" in words
    assert "speculated" in words
    terminal.press("\x03")
    assert terminal.wait_for_end() == 0


def terminal_column(terminal, words: str) -> int:
    """Where these words begin on the line of titles."""
    return terminal.screen.display[terminal.line_of("International reactions")].index(words)


@pytest.mark.parametrize("term", UNUSUAL, ids=lambda term: repr(term[:12]))
def test_a_terminal_that_cannot_be_drawn_on_gets_plain_lines_and_never_its_own_name(start, seed, term):
    terminal = start(seed, TERM=term)
    assert terminal.wait_for_end() == 0
    assert b"\x1b" not in terminal.sent
    assert b"Aid inventory" in terminal.sent
    assert not term or len(term) < 10 or term.encode() not in terminal.sent


ENDS = {"a file": "{file}", "a pipe": "| cat >{file}", "nothing": "/dev/null", "closed": "&-"}


@pytest.mark.parametrize("end", ["file", "pipe", "/dev/null", "closed"])
@pytest.mark.parametrize("stream", [0, 1, 2])
def test_with_one_end_that_is_no_terminal_no_escape_goes_astray(start_shell, seed, tmp_path, stream, end):
    place = tmp_path / "astray"
    place.write_bytes(b"")
    direction = "<" if stream == 0 else f"{stream}>"
    command = f"{sys.executable} -m briefing_tui {seed}"
    line = {
        "file": f"{command} {direction}{place}",
        "pipe": f"cat {place} | {command}"
        if stream == 0
        else f"{command} {stream}>&1 {'>/dev/tty' if stream == 2 else ''} | cat >{place}",
        "/dev/null": f"{command} {direction}/dev/null",
        "closed": f"{command} {direction}&-",
    }[end]
    terminal = start_shell(line)
    if stream == 2:
        terminal.wait_for("embassy")
        terminal.press("q")
    code = terminal.wait_for_end()
    assert code in ({0, 5, 6} if end == "closed" else {0, 5})
    assert b"\x1b" not in place.read_bytes()
    assert b"Traceback" not in terminal.sent + place.read_bytes()
    if stream == 0:
        assert b"\x1b" not in terminal.sent


def test_without_any_terminal_it_prints_a_summary(seed, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "briefing_tui", seed],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        start_new_session=True,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "TERM": "xterm", "LANG": "C.UTF-8"},
    )
    assert done.returncode == 0
    assert b"Aid inventory" in done.stdout
    assert b"\x1b" not in done.stdout + done.stderr


def test_documents_by_standard_input_and_no_terminal_for_keys_is_told_with_its_code(start_shell, seed, tmp_path):
    errors = tmp_path / "errors"
    terminal = start_shell(f"setsid {sys.executable} -m briefing_tui - <{seed} 2>{errors}")
    assert terminal.wait_for_end() in {0, 5}
    assert b"\x1b" not in terminal.sent + errors.read_bytes()


@pytest.fixture
def start_shell(start, tmp_path, monkeypatch):
    """Starts a line of the shell on a terminal."""
    from tests.terminal import conftest

    def started(line: str):
        spawn = conftest.pexpect.spawn

        def in_shell(_program, _arguments, **options):
            return spawn("/bin/sh", ["-c", line], **options)

        monkeypatch.setattr(conftest.pexpect, "spawn", in_shell)
        return start()

    return started

"""Whatever is painted, a terminal shows exactly that, and little is sent for it."""

import unicodedata

import pyte
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.style import Style
from wcwidth import wcwidth

from briefing_tui.tui.terminal.grid import Cell
from briefing_tui.tui.wire import Wire

WIDTH, HEIGHT = 24, 8
PLAIN = Style()
STYLES = (
    PLAIN,
    Style(bold=True),
    Style(dim=True),
    Style(bold=True, dim=True),
    Style(reverse=True),
    Style(underline=True),
    Style(bold=True, reverse=True, underline=True),
    Style(color="red"),
    Style(color="green", bold=True),
    Style(color="black", bgcolor="yellow"),
    Style(color="red", bgcolor="red"),
    Style(bgcolor="cyan"),
)
PYTE_COLOURS = {
    "": "default",
    "30": "black",
    "31": "red",
    "32": "green",
    "33": "brown",
    "34": "blue",
    "35": "magenta",
    "36": "cyan",
}
LETTERS = "ab x.é─│›•«Жע" + "汉字かな한" + "🛡🚀" + "\u0301\u0308" + "\u200b\u202e\x1b\x07\x9b\r\n\t\u2066\U000e0041"


class Emulator:
    """A terminal as the driver leaves it: no wrapping, what is sent is sent as it is."""

    def __init__(self, width: int = WIDTH, height: int = HEIGHT) -> None:
        self.screen = pyte.Screen(width, height)
        self.screen.reset_mode(pyte.modes.DECAWM)
        self._stream = pyte.Stream(self.screen)

    def take(self, frame: str) -> None:
        self._stream.feed(frame)

    def resize(self, width: int, height: int) -> None:
        self.screen.resize(height, width)
        self.screen.reset_mode(pyte.modes.DECAWM)

    def cells(self) -> list[list[tuple[object, ...]]]:
        return [[self._cell(y, x) for x in range(self.screen.columns)] for y in range(self.screen.lines)]

    def _cell(self, y: int, x: int) -> tuple[object, ...]:
        cell = self.screen.buffer[y][x]
        look = (cell.fg, cell.bg, cell.bold, cell.underscore, cell.reverse)
        if cell.data == " " and cell.bg == "default" and not cell.underscore and not cell.reverse:
            look = ("default", "default", False, False, False)
        return (cell.data, *look)


def as_emulated(cell: Cell) -> tuple[object, ...]:
    text, pen = cell
    looks = {bit: bool(pen.attributes & bit) for bit in (1, 8, 32)}
    colours = PYTE_COLOURS[pen.foreground], PYTE_COLOURS[pen.background and str(int(pen.background) - 10)]
    return (unicodedata.normalize("NFC", text), *colours, looks[1], looks[8], looks[32])


def assert_shown(wire: Wire, emulator: Emulator) -> None:
    assert emulator.cells() == [[as_emulated(cell) for cell in row] for row in wire.rows()]


texts = st.text(st.sampled_from(LETTERS) | st.characters().filter(lambda c: wcwidth(c) in {-1, 1}), max_size=WIDTH + 6)
styles = st.sampled_from(STYLES)
paints = st.tuples(
    st.just("paint"),
    st.integers(-1, WIDTH + 2),
    st.integers(-1, HEIGHT + 1),
    st.lists(st.tuples(st.sampled_from(("", " " * 13, "word")) | texts, styles | st.none()), max_size=3),
)
scrolls = st.tuples(
    st.just("scroll"), st.integers(0, HEIGHT - 1), st.integers(0, HEIGHT - 1), st.integers(-HEIGHT, HEIGHT)
).filter(lambda step: step[1] < step[2] and 0 < abs(step[3]) <= step[2] - step[1])
frames = st.tuples(st.just("frame"), st.integers(-1, WIDTH), st.integers(-1, HEIGHT))
others = st.tuples(st.sampled_from(("forget", "resize")), st.integers(2, WIDTH), st.integers(2, HEIGHT))
steps = st.lists(paints | scrolls | frames | others, max_size=40)


def simple(runs):
    """What a test can expect of an emulator: marks only after narrow letters."""
    return [(text, style) for text, style in runs if not any(unicodedata.category(c).startswith("M") for c in text)]


@given(steps, st.booleans())
@example([("paint", WIDTH - 1, 0, [("汉", None)]), ("frame", 0, 0)], False)
@example([("paint", 0, 0, [("汉汉", None)]), ("frame", 0, 0), ("paint", 1, 0, [("a", None)]), ("frame", 0, 0)], False)
@example([("frame", 0, 0), ("paint", 0, 1, [("word", None)]), ("scroll", 0, 1, 1)], False)
@example([("paint", 0, 7, [("a" * WIDTH, None)]), ("frame", 3, 3), ("paint", 0, 6, [("b" * WIDTH, None)])], True)
def test_a_terminal_shows_exactly_what_was_painted(steps, is_vt100):
    wire = Wire(WIDTH, HEIGHT, colours=ColorSystem.STANDARD, is_vt100=is_vt100)
    emulator = Emulator()
    for step in [*steps, ("frame", 2, 1)]:
        match step:
            case "paint", int(x), int(y), list(runs):
                wire.paint(max(0, x), y, simple(runs))
            case "scroll", first, last, lines:
                if last < wire.height:
                    wire.scroll(first, last, lines)
            case "forget", _, _:
                emulator.take("\x1b[3;1H\x1b[31mwhat a shell left there")
                wire.forget()
            case "resize", width, height:
                wire.resize(width, height)
                emulator.resize(width, height)
            case "frame", x, y:
                emulator.take(wire.frame((x, y)))
                assert_shown(wire, emulator)
                cursor = emulator.screen.cursor
                assert (cursor.x, cursor.y) == (max(0, min(x, wire.width - 1)), max(0, min(y, wire.height - 1)))


@given(texts)
def test_only_printable_characters_leave(text):
    wire = Wire(WIDTH, HEIGHT)
    wire.frame((0, 0))
    wire.paint(0, 0, [(text, None)])
    sent = wire.frame((0, 0))
    for sequence in ("\x1b[K", "\x1b[H", "\x1b[m", "\r"):
        sent = sent.replace(sequence, "")
    while "\x1b[" in sent:
        before, _, after = sent.partition("\x1b[")
        digits = len(after) - len(after.lstrip("0123456789;"))
        assert after[digits] in "XHCDKm"
        sent = before + after[digits + 1 :]
    assert all(character.isprintable() or unicodedata.category(character).startswith("M") for character in sent)


def test_marks_stand_on_their_letter_and_what_comes_after_stands_in_its_place():
    wire, emulator = Wire(WIDTH, HEIGHT), Emulator()
    wire.paint(0, 0, [("e\u0301a\u0308bc", None)])
    emulator.take(wire.frame((0, 0)))
    assert emulator.screen.display[0].rstrip() == "éäbc"
    wire.paint(0, 0, [("e\u0301a\u0308bX", None)])
    assert wire.frame((0, 0)) == "\x1b[3CX\r"


def test_a_mark_without_a_letter_is_left_out():
    wire = Wire(WIDTH, HEIGHT)
    wire.paint(0, 0, [("\u0301a \u0301b", None)])
    assert "".join(text for text, _ in wire.rows()[0]).rstrip() == "a b"


def test_where_a_terminal_holds_a_pictograph_for_narrow_the_next_letter_still_stands_in_its_place():
    wire = Wire(WIDTH, HEIGHT)
    wire.frame((0, 0))
    wire.paint(0, 0, [("🚀x", None)])
    assert wire.frame((0, 0)) == "  \x1b[1;1H🚀\x1b[1;3Hx\r"


@pytest.mark.parametrize(
    ("before", "after", "most"),
    [
        ("the same line", "the same line", 0),
        ("one word here", "one wort here", 1),
        ("a line to erase", "", 3),
        ("left              right", "LEFT              right", 4),
    ],
)
def test_only_what_differs_is_sent(before, after, most):
    wire = Wire(WIDTH, HEIGHT)
    wire.paint(0, 3, [(before.ljust(WIDTH), None)])
    wire.frame((0, 3))
    wire.paint(0, 3, [(after.ljust(WIDTH), None)])
    start_and_end = len("\x1b[22C") + len("\r")
    assert len(wire.frame((0, 3))) <= most + start_and_end


def test_nothing_is_sent_for_a_frame_that_changes_nothing():
    wire = Wire(WIDTH, HEIGHT)
    wire.paint(0, 0, [("words", Style(bold=True))])
    wire.frame((0, 0))
    wire.paint(0, 0, [("words", Style(bold=True))])
    assert wire.frame((0, 0)) == ""


def test_what_differs_only_in_the_look_of_blanks_is_not_sent():
    wire = Wire(WIDTH, HEIGHT, colours=ColorSystem.STANDARD)
    wire.paint(0, 0, [("a  b", None)])
    wire.frame((0, 0))
    wire.paint(0, 0, [("a", None), ("  ", Style(bold=True, color="red")), ("b", None)])
    assert wire.frame((0, 0)) == ""


def test_words_keep_their_look_across_blanks():
    wire = Wire(WIDTH, HEIGHT)
    wire.frame((0, 0))
    wire.paint(0, 0, [("two", Style(bold=True)), (" ", None), ("words", Style(bold=True))])
    assert wire.frame((9, 0)) == "\x1b[1mtwo words"


def test_a_foreground_like_the_background_is_reversed_instead():
    wire = Wire(WIDTH, HEIGHT, colours=ColorSystem.STANDARD)
    wire.frame((0, 0))
    wire.paint(0, 0, [("seen", Style(color="red", bgcolor="red"))])
    assert wire.frame((4, 0)) == "\x1b[7mseen"


def test_a_terminal_without_colours_gets_none():
    wire = Wire(WIDTH, HEIGHT, colours=None)
    wire.frame((0, 0))
    wire.paint(0, 0, [("red", Style(color="red", bold=True))])
    assert wire.frame((3, 0)) == "\x1b[1mred"


def test_the_cursor_is_seen_only_where_it_is_asked_for():
    wire = Wire(WIDTH, HEIGHT)
    wire.frame((0, 0))
    wire.paint(0, 0, [("typed", None)])
    assert wire.frame((5, 0), shows_cursor=True) == "typed\x1b[?25h"
    assert wire.frame((5, 0), shows_cursor=True) == ""
    assert wire.frame((5, 0)) == "\x1b[?25l"


def test_a_row_of_which_little_stays_is_erased_and_written_anew():
    wire, emulator = Wire(120, 3), Emulator(120, 3)
    wire.paint(0, 1, [(f"{'first pane':39}│{'second pane':39}│third pane", None)])
    emulator.take(wire.frame((0, 0)))
    wire.paint(0, 1, [(f"{'':39}│{'':39}│{'':40}", None)])
    sent = wire.frame((0, 1))
    emulator.take(sent)
    assert emulator.screen.display[1] == f"{'':39}│{'':39}│{'':40}"
    assert len(sent) <= len("\r\n\x1b[K\x1b[39C│\x1b[39C│\r")


@pytest.mark.parametrize("lines", [9, -9])
def test_moving_rows_further_than_there_are_any_empties_them(lines):
    wire = Wire(8, 9)
    for y in range(9):
        wire.paint(0, y, [(f"row {y}", None)])
    wire.scroll(1, 3, lines)
    assert ["".join(text for text, _ in row).rstrip() for row in wire.rows()] == [
        "row 0",
        "",
        "",
        "",
        *(f"row {y}" for y in range(4, 9)),
    ]

"""What moves the terminal's cursor and writes cells with as few bytes as it takes."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple
from unicodedata import category

from briefing_tui.tui.cells import is_one_cell_each
from briefing_tui.tui.terminal.grid import Cell
from briefing_tui.tui.terminal.pen import PLAIN, Pen, transition

_PICTOGRAPHS: Final = (
    ("\u200b", "\u200f"),
    ("\u2300", "\u23ff"),
    ("\u25a0", "\u27bf"),
    ("\u2b00", "\u2bff"),
    ("\U0001f000", "\U0010ffff"),
)
"""Where characters stand that are drawn in one cell or in two, by the terminal and its fonts (Unicode blocks of symbols)."""


class State(NamedTuple):
    """How far a frame has come."""

    pieces: int
    place: tuple[int, int] | None
    row: int | None
    pen: Pen | None


class Passage(NamedTuple):
    """A part of a frame, and where it ends."""

    text: str
    end: State


class Quill:
    """Collects the bytes of a frame, and knows where that leaves the terminal's cursor and in which look.

    The terminal does not wrap lines. After the last column, and after a character of whose width terminals have different
    opinions, where the cursor stands is not known: then the next move is absolute.
    """

    def __init__(self, *, is_vt100: bool) -> None:
        self._is_vt100 = is_vt100
        self.width = 0
        """Columns of the screen."""
        self._place: tuple[int, int] | None = None
        self._row: int | None = None
        """Where the cursor stands; its row may be known when its column is not."""
        self._pen: Pen | None = None
        self._sent: list[str] = []

    def taken(self) -> str:
        """What has been collected since the last time."""
        text = "".join(self._sent)
        self._sent.clear()
        return text

    def state(self) -> State:
        """Where cursor and look are, and how much has been collected."""
        return State(len(self._sent), self._place, self._row, self._pen)

    def go_back(self, state: State) -> Passage:
        """Take back what has been collected since then; `go_on` would send it after all."""
        passage = Passage("".join(self._sent[state.pieces :]), self.state())
        del self._sent[state.pieces :]
        self._place, self._row, self._pen = state.place, state.row, state.pen
        return passage

    def go_on(self, passage: Passage) -> None:
        """Send a passage that was taken back, from the state in which it began."""
        self._sent.append(passage.text)
        self._place, self._row, self._pen = passage.end.place, passage.end.row, passage.end.pen

    def forget(self) -> None:
        """Somebody else has sent something: neither cursor nor look are known."""
        self._place = self._row = self._pen = None

    def clear(self) -> None:
        """Empty the screen."""
        self._sent.append("\x1b[m\x1b[H\x1b[J")
        self._pen = PLAIN
        self._place, self._row = (0, 0), 0

    def move_to(self, x: int, y: int) -> None:
        """Move the cursor to a column and row, both from 0."""
        if self._place == (x, y):
            return
        self._sent.append(min(self._ways(x, y), key=len))
        self._place, self._row = (x, y), y

    def write(self, cell: Cell, width: int) -> None:
        """Write a cell where the cursor stands."""
        text, pen = cell
        if not (text == " " and pen == PLAIN and self._pen is not None and not self._pen.shows_on_blank):
            self._take(pen)
        certain = is_certain(text)
        if width > 1 and not certain and self._place is not None:
            x, y = self._place  # where the terminal holds it for narrow, what stood there before must not shine through
            self._sent.append(f"{' ' * width}\x1b[{y + 1};{x + 1}H")
        self._sent.append(text)
        if self._place is not None:
            x, y = self._place
            self._place = (x + width, y) if certain and x + width < self.width else None

    def write_letters(self, letters: str, pen: Pen) -> None:
        """Write ASCII in one look where the cursor stands; spaces in it show nothing of the look."""
        self._take(pen)
        self._sent.append(letters)
        if self._place is not None:
            x, y = self._place
            self._place = (x + len(letters), y) if x + len(letters) < self.width else None

    def erase(self, cells: int) -> None:
        """Make cells from the cursor on blank; the cursor stays (ECH of ECMA-48)."""
        self._take(PLAIN)
        self._sent.append(f"\x1b[{cells}X")

    def erase_line(self) -> None:
        """Make the rest of the row blank; the cursor stays (EL)."""
        self._take(PLAIN)
        self._sent.append("\x1b[K")

    def show_cursor(self, is_shown: bool) -> None:
        """Make the cursor visible or not (DECTCEM)."""
        self._sent.append(f"\x1b[?25{'h' if is_shown else 'l'}")

    def scroll(self, first: int, last: int, lines: int) -> None:
        """Move the rows from `first` to `last` up by this many lines, or down by as many if negative; blank ones come in.

        A line feed at the bottom of a scrolling region moves it up; lines inserted at its top move it down (IL of ECMA-48,
        or RI on a VT100, which has no IL).
        """
        self._take(PLAIN)
        if lines > 0:
            edge, moves = last, "\n" * lines
        else:
            edge, moves = first, f"\x1b[{-lines}L" if not self._is_vt100 else "\x1bM" * -lines
        self._sent.append(f"\x1b[{first + 1};{last + 1}r\x1b[{edge + 1}H{moves}\x1b[r")
        self._place = self._row = None  # most terminals have the cursor go home then, not all

    def _take(self, pen: Pen) -> None:
        if self._pen != pen:
            self._sent.append("\x1b[m" if self._pen is None else "")
            self._sent.append(transition(PLAIN if self._pen is None else self._pen, pen, is_vt100=self._is_vt100))
            self._pen = pen

    def _ways(self, x: int, y: int) -> list[str]:
        ways = [f"\x1b[{y + 1}{f';{x + 1}' if x else ''}H" if x or y else "\x1b[H"]
        if self._row is not None and x == 0 and 0 <= y - self._row <= 2:
            ways.append("\r" + "\n" * (y - self._row))
        if self._place is not None:
            across, down = x - self._place[0], y - self._place[1]
            if down == 0:
                ways.append(_step(across, "C", "D"))
            if across == 0:
                ways.append(_step(down, "B", "A"))
        return ways


def _step(by: int, on: str, back: str) -> str:
    number = abs(by)
    return f"\x1b[{number if number > 1 else ''}{on if by > 0 else back}"


@lru_cache(maxsize=8192)
def is_certain(text: str) -> bool:
    """Whether terminals agree about the width of a character (with its marks): not so for marks and pictographs."""
    if is_one_cell_each(text):
        return True
    if len(text) > 1 or category(text).startswith("M"):
        return False
    return not any(first <= text <= last for first, last in _PICTOGRAPHS)

"""The last metre to the terminal: of each frame only the cells that differ from what is shown are sent.

Textual composes, and sends whole regions. Here what it composed is painted into one grid, and what the terminal shows is
kept in another; a frame is the shortest way from the one to the other. Nothing but printable characters, and the sequences
made here, can get from a document to the terminal.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.style import Style

from briefing_tui.tui.terminal.charset import approximate
from briefing_tui.tui.terminal.grid import BLANK, Row, blank_row, cells_of, width_of
from briefing_tui.tui.terminal.pen import Pen, pen_of
from briefing_tui.tui.terminal.quill import Quill

_WORTH_ERASING: Final = 11
"""Blank cells in the middle of a row from which on erasing them, and going on behind, takes fewer bytes than spaces."""
_WORTH_ERASING_LINE: Final = 3
"""The same at the end of a row."""
_ERASED: Final = [BLANK] * _WORTH_ERASING
_WORTH_SKIPPING: Final = 5
"""Unchanged cells between changed ones from which on going over them takes fewer bytes than writing them again."""


class Wire:
    """Two grids of the same size: what is wanted, and what the terminal shows as far as that is known."""

    def __init__(
        self, width: int, height: int, *, charset: str = "utf-8", colours: ColorSystem | None = None, is_vt100: bool = False
    ) -> None:
        """`colours` None leaves all colours out; what is not in `charset` is approximated."""
        self._charset, self._colours, self._is_vt100 = charset, colours, is_vt100
        self._quill = Quill(is_vt100=is_vt100)
        self._wanted: list[Row] = []
        self._shown: list[Row] | None = None
        self._touched: set[int] = set()
        self._scrolls: list[tuple[int, int, int]] = []
        self._shows_cursor: bool | None = None
        self.width = self.height = 0
        self.resize(width, height)

    def resize(self, width: int, height: int) -> None:
        """Begin anew with an empty screen of this size."""
        self.width = self._quill.width = width
        self.height = height
        self._wanted = [blank_row(width) for _ in range(height)]
        self.forget()

    def forget(self) -> None:
        """What the terminal shows is not known any more: the next frame clears it and sends everything."""
        self._shown = self._shows_cursor = None
        self._scrolls.clear()
        self._touched = set(range(self.height))
        self._quill.forget()

    def paint(self, x: int, y: int, runs: Iterable[tuple[str, Style | None]]) -> None:
        """Have text in its styles stand in row `y` from column `x` on; what does not fit is cut."""
        if not 0 <= y < self.height or x >= self.width:
            return
        cells = cells_of((self._fit(text), self._pen(style)) for text, style in runs)
        row = self._wanted[y]
        end = min(self.width, x + len(cells))
        row[x:end] = cells[: end - x]
        _mend_halves(row, x, end)
        self._touched.add(y)

    def scroll(self, first: int, last: int, lines: int) -> None:
        """Say that the rows from `first` to `last` have moved up by so many lines (down if negative); blank ones came in."""
        _shift(self._wanted, first, last, lines, self.width)
        self._touched.update(range(first, last + 1))
        if self._shown is not None:
            self._scrolls.append((first, last, lines))

    def frame(self, cursor: tuple[int, int], *, shows_cursor: bool = False) -> str:
        """What to send so that the terminal shows what is wanted, with its cursor at this column and row, visible or not."""
        if self._shown is None:
            self._quill.clear()
            self._shown = [blank_row(self.width) for _ in range(self.height)]
        for first, last, lines in self._scrolls:
            self._quill.scroll(first, last, lines)
            _shift(self._shown, first, last, lines, self.width)
        self._scrolls.clear()
        for y in sorted(self._touched):
            wanted, shown = self._wanted[y], self._shown[y]
            if wanted != shown:
                self._send_row(y, wanted, shown)
                self._shown[y] = wanted.copy()
        self._touched.clear()
        self._quill.move_to(max(0, min(cursor[0], self.width - 1)), max(0, min(cursor[1], self.height - 1)))
        if self._shows_cursor != shows_cursor:
            self._shows_cursor = shows_cursor
            self._quill.show_cursor(shows_cursor)
        return self._quill.taken()

    def rows(self) -> list[Row]:
        """What is wanted, row by row."""
        return self._wanted

    def _fit(self, text: str) -> str:
        if self._charset == "utf-8" or text.isascii():
            return text
        return "".join(approximate(character, self._charset) for character in text)

    def _pen(self, style: Style | None) -> Pen:
        return pen_of(style, colours=self._colours, is_vt100=self._is_vt100)

    def _send_row(self, y: int, wanted: Row, shown: Row) -> None:
        """Send what differs, or erase the row and send what stands in it, whichever is shorter."""
        quill = self._quill
        before = quill.state()
        self._send_differences(y, wanted, shown)
        if wanted.count(BLANK) * 2 > self.width:
            differences = quill.go_back(before)
            quill.move_to(0, y)
            quill.erase_line()
            self._send_differences(y, wanted, blank_row(self.width))
            anew = quill.go_back(before)
            quill.go_on(min(differences, anew, key=lambda passage: len(passage.text)))

    def _send_differences(self, y: int, wanted: Row, shown: Row) -> None:
        tail = self.width
        while tail and wanted[tail - 1] == BLANK:
            tail -= 1
        x = 0
        while x < self.width:
            if wanted[x] == shown[x]:
                x += 1
                continue
            while x and wanted[x][0] == "":
                x -= 1
            end = self._end_of_run(wanted, shown, x)
            if end - max(x, tail) > _WORTH_ERASING_LINE:
                self._send_run(y, wanted, x, min(end, tail))
                self._quill.move_to(max(x, tail), y)
                self._quill.erase_line()
                return
            self._send_run(y, wanted, x, end)
            x = end

    def _end_of_run(self, wanted: Row, shown: Row, start: int) -> int:
        """Where what has to be sent from `start` on ends: cells that are as they were are worth going over only in numbers."""
        end = x = start
        while x < self.width and x - end < _WORTH_SKIPPING:
            x += 1
            if wanted[x - 1] != shown[x - 1]:
                end = x
        while end < self.width and wanted[end][0] == "":
            end += 1
        return end

    def _send_run(self, y: int, wanted: Row, start: int, end: int) -> None:
        x = start
        while x < end:
            blanks = x
            while blanks < end and wanted[blanks] == BLANK:
                blanks += 1
            if blanks - x >= _WORTH_ERASING and not self._is_vt100:
                self._quill.move_to(x, y)
                self._quill.erase(blanks - x)
                x = blanks
                continue
            self._quill.move_to(x, y)
            letters = self._letters(wanted, x, end)
            if len(letters) > 1:
                self._quill.write_letters(letters, wanted[x][1])
                x += len(letters)
                continue
            width = width_of(wanted[x], wanted[x + 1 : x + 2])
            self._quill.write(wanted[x] if wanted[x][0] else (" ", wanted[x][1]), width)
            x += width

    def _letters(self, wanted: Row, start: int, end: int) -> str:
        """ASCII from `start` on that can be written as one piece: in one look, up to where erasing would be shorter."""
        pen = wanted[start][1]
        letters: list[str] = []
        for x in range(start, end):
            cell = wanted[x]
            text = cell[0]
            if not text or not text.isascii():
                break
            if cell == BLANK:
                if pen.shows_on_blank or not letters or wanted[x : min(end, x + _WORTH_ERASING)] == _ERASED:
                    break
            elif cell[1] != pen:
                break
            letters.append(text)
        return "".join(letters)


def _shift(rows: list[Row], first: int, last: int, lines: int, width: int) -> None:
    kept = rows[first + lines : last + 1] if lines > 0 else rows[first : max(first, last + 1 + lines)]
    blank = [blank_row(width) for _ in range(last + 1 - first - len(kept))]
    rows[first : last + 1] = kept + blank if lines > 0 else blank + kept


def _mend_halves(row: Row, start: int, end: int) -> None:
    """A wide character of which one half was painted over, or has no place, shows nothing."""
    if end < len(row) and row[end][0] == "":
        row[end] = BLANK
    for head in {start - 1, end - 1}:
        if 0 <= head < len(row) and row[head][0] and cell_len(row[head][0]) > 1 and (head + 1 == len(row) or row[head + 1][0]):
            row[head] = BLANK

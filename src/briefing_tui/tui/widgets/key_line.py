"""The last line: the keys that matter now."""

from __future__ import annotations

from textual.strip import Strip

from briefing_tui.tui.cells import width_cells
from briefing_tui.tui.looks import Looks
from briefing_tui.tui.widgets.line_canvas import LineCanvas, Run, line_of


class KeyLine(LineCanvas):
    """Keys and what they do, as many as fit."""

    def __init__(self, looks: Looks) -> None:
        super().__init__(id="keys")
        self.looks = looks
        self.hints: list[tuple[str, str]] = []
        """Key and word, the most important first."""

    def draw_line(self, y: int) -> Strip:
        """The only line."""
        del y
        room = self.size.width - 1
        runs: list[Run] = [(" ", self.looks.plain)]
        for key, word in self.hints:
            cells = width_cells(key) + width_cells(word) + 1
            if cells > room:
                break
            runs += [(key, self.looks.key), (f" {word}   ", self.looks.plain)]
            room -= cells + 3
        return line_of(runs, self.size.width)

"""The tab line of terminals too small for all panes at once."""

from __future__ import annotations

from textual.strip import Strip

from briefing_tui.tui.cells import width_cells
from briefing_tui.tui.looks import Looks
from briefing_tui.tui.widgets.line_canvas import LineCanvas, Run, line_of


class PaneTabs(LineCanvas):
    """Numbers, names and counts of the panes; the open one is marked."""

    def __init__(self, looks: Looks) -> None:
        super().__init__(id="tabs")
        self.looks = looks
        self.tabs: list[tuple[str, str, bool]] = []
        """For each tab: its full words, its brief ones, and whether it is the open one."""

    def draw_line(self, y: int) -> Strip:
        """The only line."""
        del y
        width = self.size.width
        long = [words for words, _, _ in self.tabs]
        words = long if sum(map(width_cells, long)) + 2 * len(long) <= width else [brief for _, brief, _ in self.tabs]
        runs: list[Run] = []
        for word, (_, _, is_open) in zip(words, self.tabs, strict=True):
            runs.append((f"›{word} " if is_open else f" {word} ", self.looks.title_active if is_open else self.looks.plain))
        while len(runs) > 1 and sum(width_cells(text) for text, _ in runs[: self._open(runs) + 1]) > width:
            del runs[0]  # the open one is always in sight
        return line_of(runs, width)

    def _open(self, runs: list[Run]) -> int:
        """Which of the last tabs, as many as there are runs, is the open one."""
        shown = self.tabs[len(self.tabs) - len(runs) :]
        return next((index for index, (_, _, is_open) in enumerate(shown) if is_open), 0)

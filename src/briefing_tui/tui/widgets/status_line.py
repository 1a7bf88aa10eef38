"""The line above the keys: what just happened, and the search as it is typed."""

from __future__ import annotations

from textual.strip import Strip

from briefing_tui.model.safe_text import safe_line
from briefing_tui.tui.cells import clip, width_cells
from briefing_tui.tui.looks import Looks
from briefing_tui.tui.search_box import SearchBox
from briefing_tui.tui.widgets.line_canvas import LineCanvas, Run, line_of, marked_runs

_LEAST_ASIDE = 16
"""Cells from which on a part of what was taken for what is worth showing."""


class StatusLine(LineCanvas):
    """A message; or, while a search is typed, the query with its count of hits. The text cursor does not blink."""

    def __init__(self, looks: Looks) -> None:
        super().__init__(id="status")
        self.looks = looks
        self.message = ""
        self.is_problem = False
        self.box: SearchBox | None = None
        """The search being typed."""
        self.prompt = "/"
        """What stands before it."""
        self.count = ""
        """What it has found so far, or why it cannot be understood."""
        self.aside = ""
        """What its parts were taken for; shown where there is room."""
        self.fault: tuple[int, int] | None = None
        """The part of it that cannot be understood."""

    def say(self, message: str, *, problem: bool = False) -> None:
        """Show one line until the next one."""
        self.message, self.is_problem = safe_line(message), problem

    def caret_cells(self) -> int:
        """Where the caret stands, in cells from the left."""
        if self.box is None:
            return 0
        prompt, count = self._around(self.box)
        return width_cells(prompt) + width_cells(self._visible(self.box, prompt, count)[0])

    def draw_line(self, y: int) -> Strip:
        """The only line."""
        del y
        width = self.size.width
        if self.box is None:
            style = self.looks.problem if self.is_problem else self.looks.plain
            return line_of([(" ", self.looks.plain), (self.message, style)], width)
        prompt, count = self._around(self.box)
        before, under, after = self._visible(self.box, prompt, count)
        first = self.box.caret - len(before)
        runs: list[Run] = [
            (prompt, self.looks.strong),
            *self._faulty(before, first),
            (under or " ", self.looks.cursor),
            *self._faulty(after, self.box.caret + len(under)),
        ]
        gap = width - sum(width_cells(text) for text, _ in runs) - width_cells(count)
        return line_of([*runs, (" " * max(0, gap), self.looks.plain), (count, self.looks.plain)], width)

    def _around(self, box: SearchBox) -> tuple[str, str]:
        """What stands before what is typed, and behind it."""
        width = self.size.width
        count = f"  {self.count} " if self.count else ""
        prompt = f" {self.prompt}"
        most = max(width // 2, width - width_cells(prompt) - width_cells(box.text) - 5)
        left = most - width_cells(count) - 3
        if self.aside and left >= _LEAST_ASIDE:
            count = f"{count.rstrip()} · {clip(self.aside, left)} "
        elif width_cells(count) > most:
            brief = self.count if self.fault is not None else self.count.partition(":")[0]
            count = f"  {clip(brief, max(0, most - 3))} "
        return prompt, count

    def _visible(self, box: SearchBox, prompt: str, count: str) -> tuple[str, str, str]:
        return box.visible(max(4, self.size.width - width_cells(count) - width_cells(prompt)))

    def _faulty(self, text: str, start: int) -> list[Run]:
        """A part of what is typed, which begins at `start` of it, with what cannot be understood marked."""
        spans = [(self.fault[0] - start, self.fault[1] - start)] if self.fault is not None else []
        return marked_runs(text, self.looks.plain, spans, self.looks.fault)

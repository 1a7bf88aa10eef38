"""The last line: the keys that matter now."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from briefing_tui.tui.cells import width_cells
from briefing_tui.tui.commands import KeyHint
from briefing_tui.tui.looks import Looks
from briefing_tui.tui.widgets.line_canvas import LineCanvas, Run, line_of


class KeyLine(LineCanvas):
    """Keys and what they do: in full, briefly, or only the most important, as the width allows."""

    def __init__(self, looks: Looks) -> None:
        super().__init__(id="keys")
        self.looks = looks
        self.hints: list[KeyHint] = []

    def appearance(self) -> object:
        """The keys."""
        return (tuple(self.hints), self.size)

    def draw_line(self, y: int) -> Strip:
        """The only line."""
        del y
        words, gap = fit_hints(self.hints, self.size.width - 1)
        runs: list[Run] = [(" ", self.looks.plain)]
        for number, (key, word) in enumerate(words):
            runs += [(" " * gap if number else "", self.looks.plain), (key, self.looks.key), (f" {word}", self.looks.plain)]
        return line_of(runs, self.size.width)


def fit_hints(hints: Sequence[KeyHint], room: int) -> tuple[list[tuple[str, str]], int]:
    """Keys with their words that fit into `room` cells, in order, and the gap between them."""
    kept = list(hints)
    while kept:
        for gap, brief in ((3, False), (3, True), (2, True)):
            words = [(hint.key, hint.brief if brief else hint.words) for hint in kept]
            if sum(width_cells(key) + 1 + width_cells(word) for key, word in words) + gap * (len(words) - 1) <= room:
                return words, gap
        kept.remove(max(kept, key=lambda hint: hint.rank))
    return [], 0

"""How the cells of a row are laid out in the width there is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from briefing_tui.tui.cells import clip, pad, share_width, width_cells
from briefing_tui.tui.rows import COLUMNS, UNDATED, Pane, RowText

GAP: Final = 2
"""Cells between columns."""
TABLE_FROM: Final[dict[Pane, int]] = {"aid": 62, "reactions": 84, "events": 64}
"""Panes at least this wide show one line a record, in columns; narrower ones two."""
_LEAST: Final[dict[Pane, tuple[int, ...]]] = {"aid": (16, 9, 9, 8), "reactions": (14, 8, 5, 16, 8), "events": (10, 10, 9, 8, 8)}
"""Cells below which a column makes no sense, in the order of `COLUMNS`."""

Cell = tuple[str, str]
"""The name of a column and the text in it, padded to its width."""


def fit_table(pane: Pane, rows: Iterable[RowText], room: int) -> tuple[int, ...]:
    """Widths of the columns for rows like these in `room` cells; 0 for a column that is empty throughout."""
    natural = [0] * len(COLUMNS[pane])
    running_over = 0
    for row in rows:
        for index, cell in enumerate(row.cells):
            width = width_cells(cell) + (2 * row.indent if index == 0 else 0)
            if index == 0 and not row.cells[1]:
                running_over = max(running_over, width)
            else:
                natural[index] = max(natural[index], width)
    natural[0] = max(natural[0], running_over - (natural[1] + GAP if natural[1] else 0))
    gaps = GAP * max(0, sum(width > 0 for width in natural) - 1)
    return tuple(share_width(natural, _LEAST[pane], max(0, room - gaps)))


def table_line(pane: Pane, row: RowText, widths: Sequence[int]) -> list[Cell]:
    """The row on one line, in columns; what is too long runs on over an empty column, names that do not fit give way to codes."""
    line: list[Cell] = []
    columns = [(index, name, width) for index, (name, width) in enumerate(zip(COLUMNS[pane], widths, strict=True)) if width]
    while columns:
        index, name, width = columns.pop(0)
        indent = "  " * row.indent if index == 0 else ""
        while columns and width_cells(row.cells[index]) > width - len(indent) and not row.cells[columns[0][0]]:
            width += GAP + columns.pop(0)[2]
        fitting = _first_fitting((row.cells[index], row.short[index]), width - len(indent))
        line.append((name, pad(indent + fitting, width)))
    return line


def line_count(pane: Pane, width: int, *, is_part: bool) -> int:
    """How many lines a row takes in a pane of this width; a part (an item of a package) always takes one."""
    return 1 if width >= TABLE_FROM[pane] or is_part else 2


def narrow_line(pane: Pane, row: RowText, line: int, room: int) -> list[Cell]:
    """Line 0 or 1 of the row in a narrow pane: what matters left, a word or two right."""
    named = dict(zip(COLUMNS[pane], row.cells, strict=True))
    brief = dict(zip(COLUMNS[pane], row.short, strict=True))
    if pane == "aid" and row.indent:
        told = [
            named["status"] if named["status"] != "announced" else "",
            named["modality"] if named["modality"] != "asserted" else "",
        ]
        return _ends(("what", "  " * row.indent + named["what"]), ("modality", " · ".join(filter(None, told))), room)
    if pane == "aid":
        if line == 0:
            return [("what", pad(named["what"], room))]
        tail = f"{named['status']} · {named['modality']}"
        flow = _first_fitting((named["flow"], brief["flow"]), room - width_cells(tail) - GAP - 2)
        return _ends(("flow", "  " + flow), ("tail", tail), room)
    if pane == "reactions":
        if line == 0:
            who = _first_fitting((named["who"], brief["who"]), room - width_cells(named["stance"]) - GAP)
            return _ends(("who", who), ("stance", named["stance"]), room)
        return _ends(("words", "  " + named["words"]), ("modality", named["modality"]), room)
    if line == 0:
        return _ends(("action", named["action"]), ("modality", named["modality"]), room)
    date = f"{named['date']} · " if named["date"] != UNDATED and named["who"] else named["date"]
    date = "" if date == UNDATED and named["who"] else date
    left = room - width_cells(named["place"]) - GAP - 2
    sides = _first_fitting((date + named["who"], date + brief["who"]), left)
    return _ends(("who", "  " + sides), ("place", named["place"]), room)


def _ends(left: Cell, right: Cell, room: int) -> list[Cell]:
    """One cell at each end; the right one keeps its words as long as the left has half the room."""
    tail = clip(right[1], max(room // 2, room - width_cells(left[1]) - GAP)) if right[1] else ""
    left_room = max(0, room - width_cells(tail) - (GAP if tail else 0))
    shown = (left[0], pad(left[1], left_room) + (" " * GAP if tail else ""))
    return [shown, (right[0], tail)] if tail else [shown]


def _first_fitting(choices: tuple[str, ...], room: int) -> str:
    return next((choice for choice in choices if width_cells(choice) <= room), choices[-1])

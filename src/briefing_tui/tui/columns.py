"""How the cells of a row are laid out in the width there is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from briefing_tui.model.panes import Pane
from briefing_tui.telling.rows import COLUMNS, FORMS, UNDATED, RowText
from briefing_tui.tui.cells import clip, pad, share_width, width_cells

GAP: Final = 2
"""Cells between columns."""
TABLE_FROM: Final[dict[Pane, int]] = {"aid": 62, "reactions": 84, "events": 64}
"""Panes at least this wide show one line a record, in columns; narrower ones two."""
_LEAST: Final[dict[Pane, tuple[int, ...]]] = {"aid": (16, 9, 9, 8), "reactions": (14, 8, 5, 16, 8), "events": (10, 10, 9, 8, 8)}
"""Cells below which a column makes no sense, in the order of `COLUMNS`."""
ACTORS_COLUMN: Final[dict[Pane, int]] = {"aid": 1, "reactions": 0, "events": 2}
"""The column, in the order of `COLUMNS`, that names actors."""
ACTORS_LINE: Final[dict[Pane, int]] = {"aid": 1, "reactions": 0, "events": 1}
"""The line of a narrow row that names actors."""

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


def table_line(pane: Pane, row: RowText, widths: Sequence[int], form: int = 0) -> list[Cell]:
    """The row on one line, in columns, actors in this form; what is too long runs on over an empty column."""
    line: list[Cell] = []
    cells = row.forms[form]
    columns = [(index, name, width) for index, (name, width) in enumerate(zip(COLUMNS[pane], widths, strict=True)) if width]
    while columns:
        index, name, width = columns.pop(0)
        indent = "  " * row.indent if index == 0 else ""
        while columns and width_cells(cells[index]) > width - len(indent) and not cells[columns[0][0]]:
            width += GAP + columns.pop(0)[2]
        line.append((name, pad(indent + cells[index], width)))
    return line


def fit_table_form(pane: Pane, rows: Sequence[RowText], widths: Sequence[int]) -> int:
    """The form of actors for all rows of a table."""
    index = ACTORS_COLUMN[pane]
    return _fullest(lambda form: sum(width_cells(row.forms[form][index]) > widths[index] for row in rows), len(rows), 0)


def fit_narrow_form(pane: Pane, rows: Sequence[RowText], room: int) -> int:
    """The form of actors for all rows of a narrow pane, where full names are never tried: the panes beside it agree."""

    def is_cut(row: RowText, form: int) -> bool:
        left, right = _narrow_ends(pane, row, ACTORS_LINE[pane], form)
        return width_cells(left[1]) + (GAP + width_cells(right[1]) if right[1] else 0) > room

    return _fullest(lambda form: sum(is_cut(row, form) for row in rows), len(rows), 1)


def line_count(pane: Pane, width: int, *, is_part: bool) -> int:
    """How many lines a row takes in a pane of this width; a part (an item of a package) always takes one."""
    return 1 if width >= TABLE_FROM[pane] or is_part else 2


def narrow_line(pane: Pane, row: RowText, line: int, room: int, form: int = 0) -> list[Cell]:
    """Line 0 or 1 of the row in a narrow pane, actors in this form: what matters left, a word or two right.

    The right words keep their room as long as the left ones have half of it.
    """
    left, right = _narrow_ends(pane, row, line, form)
    tail = clip(right[1], max(room // 2, room - width_cells(left[1]) - GAP)) if right[1] else ""
    left_room = max(0, room - width_cells(tail) - (GAP if tail else 0))
    shown = (left[0], pad(left[1], left_room) + (" " * GAP if tail else ""))
    return [shown, (right[0], tail)] if tail else [shown]


def _narrow_ends(pane: Pane, row: RowText, line: int, form: int) -> tuple[Cell, Cell]:
    named = dict(zip(COLUMNS[pane], row.forms[form], strict=True))
    if pane == "aid" and row.indent:
        told = [
            named["status"] if named["status"] != "announced" else "",
            named["modality"] if named["modality"] != "asserted" else "",
        ]
        return ("what", "  " * row.indent + named["what"]), ("modality", " · ".join(filter(None, told)))
    if pane == "aid":
        if line == 0:
            return ("what", named["what"]), ("flow", "")
        return ("flow", "  " + named["flow"]), ("tail", f"{named['status']} · {named['modality']}")
    if pane == "reactions":
        if line == 0:
            return ("who", named["who"]), ("stance", named["stance"])
        return ("words", "  " + named["words"]), ("modality", named["modality"] if named["modality"] != "asserted" else "")
    if line == 0:
        return ("action", named["action"]), ("modality", named["modality"])
    date = "" if named["date"] == UNDATED and named["who"] else named["date"]
    return ("who", "  " + " · ".join(filter(None, (date, named["who"])))), ("place", named["place"])


def _fullest(count_cut: Callable[[int], int], count: int, first: int) -> int:
    """The fullest form, from `first` on, that cuts at most a third of the rows; else the one that cuts the fewest."""
    cut = {form: count_cut(form) for form in range(first, len(FORMS))}
    return next((form for form in cut if 3 * cut[form] <= count), min(cut, key=lambda form: cut[form]))

"""The same library in a plain Textual application: what one would write first, with Textual's own widgets, theme and driver.

    python benchmarks/stock_textual.py LIBRARY

Three tables of records side by side, the text of the selected record's briefing beneath with its words selected, and an input
that narrows the tables as one types. It is what `wire.py` compares the explorer with.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import DataTable, Footer, Header, Input, TextArea
from textual.widgets.text_area import Selection

from briefing_tui.library import open_library
from briefing_tui.library.documents import all_documents, load_briefing
from briefing_tui.model import Record, trigger
from briefing_tui.model.panes import PANES, pane_of
from briefing_tui.model.safe_text import safe_cells
from briefing_tui.telling.rows import COLUMNS, PANE_TITLES, row_text


class StockExplorer(App[None]):
    """Everything is in memory; nothing is clever."""

    CSS = "#tables { height: 55%; } DataTable { width: 1fr; } TextArea { height: 1fr; } Input { display: none; }"
    BINDINGS: ClassVar = [Binding("slash", "search", "Search"), Binding("q", "quit", "Quit")]

    def __init__(self, library: Path) -> None:
        super().__init__()
        with open_library(library) as opened:
            self.briefings = [load_briefing(opened, facts.number) for facts in all_documents(opened)]
        self.rows: dict[str, tuple[int, Record]] = {}
        for number, briefing in enumerate(self.briefings):
            self.rows |= {f"{number}/{record.id}": (number, record) for record in briefing.records}

    def compose(self) -> ComposeResult:
        """Tables over text."""
        yield Header()
        with Horizontal(id="tables"):
            for pane in PANES:
                table: DataTable[Text] = DataTable(id=pane, cursor_type="row")
                table.border_title = PANE_TITLES[pane]
                yield table
        yield TextArea(id="text", read_only=True)
        yield Input(placeholder="Search")
        yield Footer()

    def on_mount(self) -> None:
        """Fill the tables."""
        self.fill("")
        self.query_one("#reactions", DataTable).focus()

    def fill(self, words: str) -> None:
        """List the records whose cells contain these words."""
        for pane in PANES:
            table = self.query_one(f"#{pane}", DataTable)
            table.clear(columns=True)
            table.add_columns(*COLUMNS[pane])
            for key, (_, record) in self.rows.items():
                cells = row_text(record).cells
                if pane_of(record) == pane and words.lower() in " ".join(cells).lower():
                    table.add_row(*map(Text, cells), key=key)

    def on_data_table_row_highlighted(self, event: DataTable.RowHighlighted) -> None:
        """Show the text, with the words of the record selected."""
        if event.row_key is None or event.row_key.value not in self.rows or not event.data_table.has_focus:
            return
        number, record = self.rows[event.row_key.value]
        area = self.query_one("#text", TextArea)
        text = "\n".join(map(safe_cells, self.briefings[number].text.split("\n")))
        if area.text != text:
            area.load_text(text)
        words = trigger(record)
        area.selection = Selection(place_in(text, words.start), place_in(text, words.end))
        area.scroll_cursor_visible(center=True)

    def action_search(self) -> None:
        """Type what to look for."""
        box = self.query_one(Input)
        box.display = True
        box.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the tables."""
        self.fill(event.value)


def place_in(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset."""
    before = text[:offset]
    return before.count("\n"), len(before) - before.rfind("\n") - 1


if __name__ == "__main__":
    StockExplorer(Path(sys.argv[1])).run()

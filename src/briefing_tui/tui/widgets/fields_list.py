"""The fields of a record that a person may set."""

from __future__ import annotations

from textual.strip import Strip

from briefing_tui.library.editable import EditableField, editable_fields
from briefing_tui.model import Actor, Record
from briefing_tui.model.safe_text import safe_line
from briefing_tui.telling.why import why_title
from briefing_tui.tui.cells import clip, pad
from briefing_tui.tui.looks import Looks
from briefing_tui.tui.widgets.cursor_list import CursorList
from briefing_tui.tui.widgets.line_canvas import Run, line_of

_NAME_CELLS = 18


class FieldsList(CursorList):
    """Lists the fields of one record with what they say now."""

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks, id="fields")
        self.record: Record | None = None
        self._fields: list[EditableField] = []

    def show(self, record: Record) -> None:
        """List the fields of this record; the cursor stays where it is when it is the same one."""
        is_same = self.record is not None and self.record.id == record.id
        self.record = record
        self._fields = list(editable_fields(type(record)).values())
        self.show_from(self.cursor if is_same else 0)

    @property
    def chosen(self) -> EditableField | None:
        """The selected field."""
        return self._fields[self.cursor] if self.cursor < len(self._fields) else None

    def row_count(self) -> int:
        """One row for each field."""
        return len(self._fields)

    def row_height(self, row: int) -> int:
        """One line."""
        del row
        return 1

    def empty_words(self) -> str:
        """Not seen: every record has fields."""
        return ""

    def title_runs(self) -> tuple[list[Run], list[Run]]:
        """The record's own row."""
        plain = self.looks.plain
        title = why_title(self.record) if self.record is not None else ""
        return [(clip(f" Edit: {title} ", self.size.width), plain)], [("enter edits · esc closes ", plain)]

    def draw_row(self, row: int, line: int) -> Strip:
        """Name and value."""
        del line
        field = self._fields[row]
        base = self.base_of(row)
        name_style = base if base is self.looks.cursor else self.looks.faint
        marker = "› " if row == self.cursor else "  "
        value = self.value_words(field)
        return line_of([(marker, base), (pad(field.name, _NAME_CELLS), name_style), (value, base)], self.size.width, base)

    def value_words(self, field: EditableField) -> str:
        """What a field says, as a person would write it; safe for a terminal."""
        value = getattr(self.record, field.name)
        if value is None or value == ():
            return ""
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, Actor):
            return safe_line(value.code)
        if isinstance(value, tuple):
            parts = [one.code if isinstance(one, Actor) else str(one) for one in value]
            return safe_line(("; " if any("," in part for part in parts) else ", ").join(parts))
        return safe_line(str(value))


def how_to_write(field: EditableField) -> str:
    """What may be typed for a field, in a few words."""
    forms = {
        "actors": "names or codes, with commas",
        "actor": "a name or code",
        "words": "words, with commas",
        "number": "275000000, 275,000,000 or 275m",
        "count": "a whole number",
        "flag": "yes or no",
        "currency": "a code such as USD",
        "date": "YYYY-MM-DD, YYYY-MM or YYYY",
    }
    said = ", ".join(field.choices) if field.choices else forms.get(field.form, "")
    return " · ".join(filter(None, [said, "empty: nothing" if field.is_optional else ""]))

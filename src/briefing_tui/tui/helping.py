"""The help text, made from the commands."""

from __future__ import annotations

from rich.style import Style

from briefing_tui.telling.rows import PROPOSED
from briefing_tui.telling.why import MODALITY_MEANINGS
from briefing_tui.tui.cells import pad, width_cells
from briefing_tui.tui.commands import commands_of, key_name
from briefing_tui.tui.looks import Looks
from briefing_tui.tui.widgets.line_canvas import Run
from briefing_tui.tui.wrapping import wrap_line

FIRST_RUN_HINT = "Move with ↑ ↓, read the sentence behind a row with enter, search with /, see all keys with ?"
"""Shown to newcomers until the first message."""
_GROUPS = ("Going", "Records", "Searching", "In a library", "Correcting, in a library", "Moving", "Showing", "Leaving")
_KEY_CELLS = 22


def help_lines(looks: Looks, copied_path: str, width: int, *, in_kiosk: bool = False) -> list[list[Run]]:
    """What `?` shows: the keys, and how to read the screen; in lines of at most `width` cells."""
    commands = commands_of(in_kiosk=in_kiosk)
    lines: list[list[Run]] = []

    def entry(key: str, style: Style, meaning: str) -> None:
        if width >= _KEY_CELLS + 40:
            beginnings, room = [("    ", looks.plain), (pad(key, _KEY_CELLS), style)], width - _KEY_CELLS - 5
        else:
            lines.append([("  ", looks.plain), (key, style)])
            beginnings, room = [("    ", looks.plain)], width - 5
        for start, end in wrap_line(meaning, 0, len(meaning), room):
            lines.append([*beginnings, (meaning[start:end], looks.plain)])
            beginnings = [(" " * sum(width_cells(text) for text, _ in beginnings), looks.plain)]

    def heading(words: str) -> None:
        lines.extend([[], [(f"  {words}", looks.strong)]] if lines else [[(f"  {words}", looks.strong)]])

    for group in _GROUPS:
        if any(command.group == group for command in commands):
            heading(group)
        for command in commands:
            if command.group == group:
                entry(" ".join(map(key_name, command.keys)), looks.key, command.summary(in_kiosk=in_kiosk))
    heading("Reading the screen")
    entry("›", looks.key, "the selected row, and the line with the words it was read from")
    entry("•", looks.key, "a row the search found")
    entry("reversed", looks.trigger, "the words that made the record")
    entry("underlined", looks.evidence, "words another field was read from")
    entry("found", looks.hit, "what the search found")
    entry("A X E", looks.key, "in a library: a record that somebody accepted, rejected or edited")
    entry(PROPOSED, looks.key, "a record that an engine proposed, and our rules did not read")
    heading("Who vouches for a record")
    for modality, meaning in MODALITY_MEANINGS.items():
        left_out = " (narrow lists of reactions leave this word out)" if modality == "asserted" else ""
        entry(modality, looks.modalities[modality], meaning + left_out)
    if not in_kiosk:
        heading("Copied quotes are also kept in")
        entry("", looks.plain, copied_path)
    lines += [[], [("  Right-to-left text is shown in its stored order.", looks.faint)]]
    return lines

"""The help text, made from the commands."""

from __future__ import annotations

from briefing_tui.tui.cells import pad, width_cells
from briefing_tui.tui.commands import COMMANDS, key_name
from briefing_tui.tui.looks import Looks
from briefing_tui.tui.why import MODALITY_MEANINGS
from briefing_tui.tui.widgets.line_canvas import Run

_GROUPS = ("Going", "Records", "Searching", "Moving", "Showing", "Leaving")


def help_lines(looks: Looks, copied_path: str) -> list[list[Run]]:
    """What `?` shows: the keys, and how to read the screen."""
    lines: list[list[Run]] = []
    rows = {group: [command for command in COMMANDS if command.group == group] for group in _GROUPS}
    key_words = {command: " ".join(map(key_name, command.keys)) for command in COMMANDS}
    room = max(map(width_cells, key_words.values())) + 2
    for group, commands in rows.items():
        lines.append([(f"  {group}", looks.strong)])
        lines.extend(
            [("    ", looks.plain), (pad(key_words[one], room), looks.key), (one.summary(), looks.plain)] for one in commands
        )
        lines.append([])
    lines.append([("  Reading the screen", looks.strong)])
    lines += [
        [
            ("    ", looks.plain),
            (pad("›", room), looks.key),
            ("the selected row, and the line with the words it was read from", looks.plain),
        ],
        [("    ", looks.plain), (pad("•", room), looks.key), ("a row the search found", looks.plain)],
        [
            ("    ", looks.plain),
            ("reversed", looks.trigger),
            (pad("", room - 8), looks.plain),
            ("the words that made the record", looks.plain),
        ],
        [
            ("    ", looks.plain),
            ("underlined", looks.evidence),
            (pad("", room - 10), looks.plain),
            ("words another field was read from", looks.plain),
        ],
        [("    ", looks.plain), ("found", looks.hit), (pad("", room - 5), looks.plain), ("what the search found", looks.plain)],
    ]
    lines.append([])
    lines.append([("  Who vouches for a record", looks.strong)])
    lines.extend(
        [("    ", looks.plain), (pad(modality, room), looks.modalities[modality]), (meaning, looks.plain)]
        for modality, meaning in MODALITY_MEANINGS.items()
    )
    lines += [[], [("  Copied quotes are also kept in", looks.strong)], [(f"    {copied_path}", looks.plain)], []]
    lines.append([("  Right-to-left text is shown in its stored order.", looks.faint)])
    return lines

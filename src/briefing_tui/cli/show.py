"""`briefing-tui show`: one record or one briefing of the library."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from briefing_tui.cli.arguments import CommandParser, UsageError
from briefing_tui.cli.library_option import add_library_option

if TYPE_CHECKING:
    from briefing_tui.library import Library

USAGE_LINE = "briefing-tui show [--json | --text] [--library FILE] ID…"
DESCRIPTION = """\
Show a record, with the words that every field of it was read from, or a briefing with all its records. ID is a record's id
(p:540147a00844), a briefing's (b:65c9858f276952cd, the id it came with, its address, or its number in the library, 12 or '#12'), or
the beginning of one that begins no other."""
EPILOG = """\
--text prints the text of a briefing, exactly as it stands where standard output is no terminal. Of an ID that means several,
all are listed, and nothing is shown.

examples:
  briefing-tui show p:540147a00844
  briefing-tui show --json '#12' | jq .records
"""
_RECORD_ID: Final = re.compile(r"[aeipr]:[0-9a-f]+")
_MOST_LISTED: Final = 20
_SHORTEST_BEGINNING: Final = 3
_MOST_BEGINNING: Final = 1_000


def command_line() -> CommandParser:
    """The parser of `show`."""
    parser = CommandParser("briefing-tui show", usage=USAGE_LINE, description=DESCRIPTION, epilog=EPILOG)
    parser.add_argument("ids", nargs="*", metavar="ID", help="of a record or a briefing")
    add_library_option(parser)
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="the record under its document, or the whole briefing, sealed")
    shape.add_argument("--text", action="store_true", help="only the text: of a briefing, or the sentence of a record")
    return parser


def run(arguments: Sequence[str]) -> int:
    """Show every ID; returns the exit code."""
    options = command_line().parse(arguments, paths="ids")
    if not options.ids:
        raise UsageError("show needs an ID; search tells them")

    from briefing_tui.cli.exit_codes import NOTHING, OK
    from briefing_tui.cli.library_option import open_named_library
    from briefing_tui.library.snapshots import one_state

    shape = "json" if options.json else "text" if options.text else "words"
    code = OK
    with open_named_library(options.library) as library:
        for place, name in enumerate(options.ids):
            if place and shape == "words":
                from briefing_tui.cli.output import write_text

                write_text("\n")
            with one_state(library):
                if not _show(library, name, shape):
                    code = NOTHING
    return code


def _show(library: Library, name: str, shape: str) -> bool:
    """Show what `name` means; whether it means one thing."""
    from briefing_tui.cli.messages import complain
    from briefing_tui.cli.shown import show_briefing, show_record
    from briefing_tui.library.documents import document_facts, find_document, find_record

    if _RECORD_ID.fullmatch(name):
        rows = find_record(library, name)
        if len(rows) == 1 or (rows and _is_whole_id(library, rows[:2], name)):
            show_record(library, rows[0], shape)
            return True
        if rows:
            _list_records(library, name, rows)
            return False
    numbers = find_document(library, name) or _ids_beginning(library, name)
    current = [number for number, facts in document_facts(library, numbers).items() if facts.superseded_by is None]
    if len(numbers) == 1 or (len(current) == 1 and not name.startswith("b:")):
        show_briefing(library, (current or numbers)[0], shape)
        return True
    if numbers:
        _list_briefings(library, name, numbers)
        return False
    complain(f"{library.path}: there is no record and no briefing {name!r}")
    return False


def _ids_beginning(library: Library, name: str) -> list[int]:
    """The numbers of current documents whose input id begins with `name`."""
    from briefing_tui.library.sqlite_words import told_plainly

    if len(name) < _SHORTEST_BEGINNING or not name.isprintable():
        return []
    with told_plainly(library.path):
        rows = library.connection.execute(
            "SELECT number FROM documents WHERE id >= ? AND id < ? AND superseded_by IS NULL ORDER BY id LIMIT ?",
            (name, f"{name}\U0010ffff", _MOST_BEGINNING),
        )
        return [number for (number,) in rows]


def _is_whole_id(library: Library, rows: Sequence[int], name: str) -> bool:
    """Whether only the first of the rows has exactly this id; the others only begin so."""
    from briefing_tui.library.documents import load_records

    return [load_records(library, [row])[row].id == name for row in rows] == [True, False]


def _list_records(library: Library, name: str, rows: Sequence[int]) -> None:
    from briefing_tui.cli.cells import DEFAULT_WIDTH, clip
    from briefing_tui.cli.messages import complain, say
    from briefing_tui.library.documents import document_facts, load_records
    from briefing_tui.library.row_numbers import place_of
    from briefing_tui.telling.rows import one_line

    complain(f"{name!r} means {len(rows):,} records:")
    listed = rows[:_MOST_LISTED]
    facts = document_facts(library, [place_of(row).document for row in listed])
    for row, record in load_records(library, listed).items():
        document = facts[place_of(row).document]
        words = f"{record.id} in #{document.number}  {document.published or 'no date'}  {one_line(record)}"
        say(clip(words, DEFAULT_WIDTH))


def _list_briefings(library: Library, name: str, numbers: Sequence[int]) -> None:
    from briefing_tui.cli.cells import DEFAULT_WIDTH, clip
    from briefing_tui.cli.messages import complain, say
    from briefing_tui.library.documents import document_facts

    complain(f"{name!r} means {len(numbers):,} briefings:")
    for facts in document_facts(library, numbers[:_MOST_LISTED]).values():
        older = "" if facts.superseded_by is None else f"  superseded by #{facts.superseded_by}"
        words = f"#{facts.number} {facts.id}  {facts.published or 'no date'}{older}  {facts.title or ''}"
        say(clip(words, DEFAULT_WIDTH))

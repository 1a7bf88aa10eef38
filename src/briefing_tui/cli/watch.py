"""`briefing-tui watch`: what is new for a saved search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from briefing_tui.cli.arguments import CommandParser, UsageError
from briefing_tui.cli.library_option import add_library_option

if TYPE_CHECKING:
    import argparse

    from briefing_tui.library import Library
    from briefing_tui.searching.searcher import Hit, Plan, Searcher

_CHUNK: Final = 500
USAGE_LINE = "briefing-tui watch --saved NAME [--json | --jsonl | --csv] [--peek] [--library FILE]"
DESCRIPTION = """\
Print what a saved search finds in briefings that were added since it was last watched, the newest first. New is what was added
later, whatever its date; a text that is extracted again is not told again. Nothing new is exit code 1."""
EPILOG = """\
How far it has been told is remembered only after everything was written: a run that is cut off is told again as a whole.

examples:
  briefing-tui add inbox/ && briefing-tui watch --saved nuclear
  briefing-tui watch --saved nuclear --jsonl | jq -r .document.title
  briefing-tui watch --saved nuclear --peek > /dev/null && notify-send 'something new'
"""


def command_line() -> CommandParser:
    """The parser of `watch`."""
    parser = CommandParser("briefing-tui watch", usage=USAGE_LINE, description=DESCRIPTION, epilog=EPILOG)
    parser.add_argument("--saved", metavar="NAME", help="the saved search")
    add_library_option(parser)
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="one array of hits, as search --json prints them")
    shape.add_argument("--jsonl", action="store_true", help="one object a line")
    shape.add_argument("--csv", action="store_true", help="the columns of export, and the sentence")
    parser.add_argument("--peek", action="store_true", help="the next watch tells the same again")
    parser.set_defaults(paths=[])
    return parser


def run(arguments: Sequence[str]) -> int:
    """Print what is new and remember that; returns the exit code."""
    options = command_line().parse(arguments, paths="paths")
    if options.paths:
        raise UsageError(f"watch takes no PATH; a saved search is named by --saved {options.paths[0]}", word=options.paths[0])
    if options.saved is None:
        raise UsageError("watch needs --saved NAME")

    from briefing_tui.cli.exit_codes import NOTHING, OK
    from briefing_tui.cli.kept_searches import named_search, tell_seen
    from briefing_tui.cli.library_option import open_named_library
    from briefing_tui.cli.messages import say
    from briefing_tui.cli.output import finish_output
    from briefing_tui.cli.query_words import query_faults_told, read_query
    from briefing_tui.library.saved import last_document
    from briefing_tui.searching.errors import QueryError
    from briefing_tui.searching.searcher import Searcher

    with open_named_library(options.library) as library:
        search = named_search(library, options.saved)
        last = last_document(library)
        searcher = Searcher(library)
        with query_faults_told(search.query):
            query = read_query(search.query)
        try:
            plan = searcher.plan(query)
        except QueryError as error:  # a name that nobody in the library has yet: nothing is new
            say(str(error))
            return NOTHING
        rows = _new_rows(searcher, plan, search.seen, last)
        _print(library, searcher, plan, rows, options)
        path = library.path
    finish_output()  # what was not written was not told
    if not options.peek and last > search.seen:
        tell_seen(path, search, last)
    return OK if rows else NOTHING


def _new_rows(searcher: Searcher, plan: Plan, seen: int, last: int) -> list[int]:
    """The hits in documents added after number `seen` up to `last`, newest first."""
    from briefing_tui.library.row_numbers import place_of

    if last <= seen:
        return []
    return [row for row in searcher.rows(plan) if seen < place_of(row).document <= last]


def _print(library: Library, searcher: Searcher, plan: Plan, rows: list[int], options: argparse.Namespace) -> None:
    if options.json or options.jsonl or options.csv:
        from briefing_tui.cli.hit_forms import write_hits

        hits = (hit for page in _pages(searcher, plan, rows) for hit in page)
        write_hits(library, hits, "json" if options.json else "jsonl" if options.jsonl else "csv")
        return

    from briefing_tui.cli.cells import output_has_colour, output_width
    from briefing_tui.cli.hit_lines import hit_lines
    from briefing_tui.cli.output import write_text
    from briefing_tui.library.documents import load_records

    room, colour = output_width(), output_has_colour()
    is_first = True
    for page in _pages(searcher, plan, rows):
        records = load_records(library, [hit.row for hit in page if hit.record is not None])
        for hit in page:
            lines = [*([] if is_first else [""]), *hit_lines(hit, records.get(hit.row), room, colour=colour)]
            write_text("".join(f"{line}\n" for line in lines))
            is_first = False


def _pages(searcher: Searcher, plan: Plan, rows: list[int]) -> Iterator[list[Hit]]:
    for start in range(0, len(rows), _CHUNK):
        yield searcher.hits(plan, rows[start : start + _CHUNK])

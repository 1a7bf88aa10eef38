"""`briefing-tui timeline`: the days on which things happened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing_tui.cli.arguments import CommandParser, one_of, whole_number
from briefing_tui.cli.library_option import add_library_option
from briefing_tui.cli.query_words import add_query, parse_query_line

if TYPE_CHECKING:
    import argparse

    from briefing_tui.library import Library
    from briefing_tui.tallying.timeline import Span

MOST_SPANS = 14
USAGE_LINE = """\
briefing-tui timeline [--by day|week|month] [--oldest-first] [--json | --jsonl | --csv] [--limit N | --all]
                             [--library FILE] [QUERY…]"""
DESCRIPTION = """\
Tell day by day what the library, or QUERY of it, says has happened: by the date that the text gives, else by the day of
publication, which is marked with *. What several briefings tell alike is one line. A package stands for its parts and items;
running totals are left out. What is dated by a month or a year stands under that month or year."""
EPILOG = f"""\
As text the first {MOST_SPANS} days, weeks or months are shown; --json, --jsonl and --csv give all of them.

examples:
  briefing-tui timeline kind:event country:ukraine after:2024-11-01
  briefing-tui timeline --by month kind:package
  briefing-tui timeline --jsonl actor:norway | jq -r '[.day, .record.id] | @tsv'
"""


def command_line() -> CommandParser:
    """The parser of `timeline`."""
    parser = CommandParser("briefing-tui timeline", usage=USAGE_LINE, description=DESCRIPTION, epilog=EPILOG)
    add_query(parser)
    add_library_option(parser)
    parser.add_argument(
        "--by", type=one_of("day", "week", "month"), default="day", metavar="STEP", help="day, week (by its Monday) or month"
    )
    parser.add_argument("--oldest-first", action="store_true", help="begin with the oldest")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="one array of days, weeks or months")
    shape.add_argument("--jsonl", action="store_true", help="an object for each line of each day")
    shape.add_argument("--csv", action="store_true", help="a row for each line of each day")
    most = parser.add_mutually_exclusive_group()
    most.add_argument("--limit", type=whole_number(1, 10**9), metavar="N", help="N days, weeks or months")
    most.add_argument("--all", action="store_true", help="all of them")
    return parser


def run(arguments: Sequence[str]) -> int:
    """Print the timeline; returns the exit code."""
    options = parse_query_line(command_line(), arguments)

    from briefing_tui.cli.exit_codes import NOTHING, OK
    from briefing_tui.cli.found import found_rows, records_by_row
    from briefing_tui.cli.library_option import open_named_library
    from briefing_tui.cli.query_words import query_faults_told, read_query
    from briefing_tui.tallying.timeline import moments, timeline

    with query_faults_told(options.query):
        query = read_query(options.query)
        with open_named_library(options.library) as library:
            rows = found_rows(library, query)
            spans = timeline(moments(records_by_row(library, rows)), options.by, oldest_first=options.oldest_first)
            _print(library, spans, options)
    return OK if spans else NOTHING


def _print(library: Library, spans: list[Span], options: argparse.Namespace) -> None:
    from briefing_tui.cli.output_file import write_pieces

    shown = spans if options.limit is None else spans[: options.limit]
    if options.json or options.jsonl or options.csv:
        from briefing_tui.cli.timeline_forms import timeline_csv, timeline_json, timeline_json_lines

        form = timeline_json if options.json else timeline_json_lines if options.jsonl else timeline_csv
        write_pieces(form(library, shown), None)
        return
    from briefing_tui.cli.messages import say
    from briefing_tui.cli.timeline_text import timeline_lines

    if not (options.all or options.limit):
        shown = spans[:MOST_SPANS]
    write_pieces((f"{line}\n" for line in timeline_lines(library, shown, options.by)), None)
    if not spans:
        say("Nothing found.")
    elif len(shown) < len(spans):
        say(f"{len(shown):,} of {len(spans):,} {options.by}s; --limit N or --all shows more")

"""`briefing-tui totals`: aid added up, each package once."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_tui.cli.arguments import CommandParser, one_of, whole_number
from briefing_tui.cli.library_option import add_library_option
from briefing_tui.cli.query_words import add_query, parse_query_line

WAYS = ("donor", "item", "class", "month", "recipient", "mechanism", "status", "publisher")
USAGE_LINE = """\
briefing-tui totals [--by WAY] [--every-mention | --days-apart N] [--packages] [--json | --csv]
                           [--limit N | --all] [--library FILE] [QUERY…]"""
DESCRIPTION = """\
Add up the aid that the library tells of, or that QUERY finds of it. Parts of packages and running totals are never added;
currencies are never converted; “up to” and “more than” make a sum a range; a package of several donors stands under all of
them jointly; what is considered, expected or asked for stands apart. A package that several briefings tell of is counted once."""
EPILOG = """\
Two mentions are of one package when amount, currency, donors and recipients are the same and their days (of announcement
where the text states it, else of publication) are at most 7 days apart. A side that one text leaves open agrees with any; two
stated days of announcement more than 3 days apart, two tranche numbers or two mechanisms are two packages.
--json tells for every row the packages, and for every package the records it was told by.

examples:
  briefing-tui totals
  briefing-tui totals --by month recipient:ukraine after:2024-01-01
  briefing-tui totals --by item donor:norway
  briefing-tui totals --json | jq -r '.rows[0].records[]' | head -3 | xargs -n1 briefing-tui show
"""


def command_line() -> CommandParser:
    """The parser of `totals`."""
    parser = CommandParser("briefing-tui totals", usage=USAGE_LINE, description=DESCRIPTION, epilog=EPILOG)
    add_query(parser)
    add_library_option(parser)
    parser.add_argument(
        "--by", type=one_of(*WAYS), default="donor", metavar="WAY", help=f"what to add up by: {', '.join(WAYS)} (default: donor)"
    )
    counting = parser.add_mutually_exclusive_group()
    counting.add_argument("--every-mention", action="store_true", help="count each mention, also of the same package")
    counting.add_argument(
        "--days-apart",
        type=whole_number(0, 36_500),
        default=7,
        metavar="N",
        help="mentions of one package lie at most N days apart",
    )
    parser.add_argument("--packages", action="store_true", help="beneath each row its packages or items, and who tells of them")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="one object: rows, packages, records, stated totals")
    shape.add_argument("--csv", action="store_true", help="a line for each row")
    most = parser.add_mutually_exclusive_group()
    most.add_argument("--limit", type=whole_number(1, 10**9), metavar="N", help="show N rows a currency (default: 25, as text)")
    most.add_argument("--all", action="store_true", help="show all rows and all stated totals")
    return parser


def run(arguments: Sequence[str]) -> int:
    """Add up and print; returns the exit code."""
    options = parse_query_line(command_line(), arguments)

    from briefing_tui.cli.exit_codes import NOTHING, OK
    from briefing_tui.cli.found import found_rows, package_finder, records_at
    from briefing_tui.cli.library_option import open_named_library
    from briefing_tui.cli.output_file import write_pieces
    from briefing_tui.cli.query_words import query_faults_told, read_query
    from briefing_tui.tallying.tellings import tellings
    from briefing_tui.tallying.totals import totals

    with query_faults_told(options.query):
        query = read_query(options.query)
        with open_named_library(options.library) as library:
            rows = found_rows(library, query, pane="aid")
            added = totals(
                tellings(records_at(library, rows), package_finder(library)),
                options.by,
                once=not options.every_mention,
                days_apart=options.days_apart,
            )
    if options.json:
        from briefing_tui.cli.totals_forms import totals_object
        from briefing_tui.model.json_form import json_text

        write_pieces([json_text(totals_object(added), indent=2) + "\n"], None)
    elif options.csv:
        from briefing_tui.cli.totals_forms import totals_csv

        write_pieces(totals_csv(added), None)
    else:
        from briefing_tui.cli.output import write_text
        from briefing_tui.cli.totals_text import totals_lines

        most = None if options.all else options.limit or 25
        for line in totals_lines(added, query.text, most, each=options.packages):
            write_text(f"{line}\n")
    return OK if added.rows else NOTHING

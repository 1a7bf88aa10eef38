"""`briefing-tui save`: a query under a name."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_tui.cli.arguments import CommandParser, UsageError
from briefing_tui.cli.library_option import add_library_option
from briefing_tui.cli.query_words import add_query, parse_query_line

USAGE_LINE = "briefing-tui save [--library FILE] [--from-start] NAME QUERY…"
DESCRIPTION = """\
Keep a query under a name, for “watch --saved NAME” and “search "$(briefing-tui saved NAME)"”. What the library holds already
is not new to it, unless --from-start. Saving under a name that is there changes its query."""
EPILOG = """\
examples:
  briefing-tui save nuclear '"nuclear doctrine" kind:event,reaction'
  briefing-tui save big-aid amount:'>=100m' recipient:ukraine
"""


def command_line() -> CommandParser:
    """The parser of `save`."""
    parser = CommandParser("briefing-tui save", usage=USAGE_LINE, description=DESCRIPTION, epilog=EPILOG)
    parser.add_argument("saved", nargs="?", metavar="NAME", help="letters and digits, with - _ and . between")
    add_query(parser)
    add_library_option(parser)
    parser.add_argument("--from-start", action="store_true", help="the first watch also tells what is there already")
    return parser


def run(arguments: Sequence[str]) -> int:
    """Keep the query; returns the exit code."""
    options = parse_query_line(command_line(), arguments)
    if not options.saved or not options.query:
        raise UsageError("save needs a NAME and a QUERY")

    from briefing_tui.cli.clock import utc_now
    from briefing_tui.cli.exit_codes import OK
    from briefing_tui.cli.kept_searches import checked_name, keep_search, kept_searches
    from briefing_tui.cli.library_option import open_named_library
    from briefing_tui.cli.messages import say
    from briefing_tui.cli.query_words import query_faults_told, read_query
    from briefing_tui.library.saved import SavedSearch, last_document
    from briefing_tui.searching.errors import QueryError
    from briefing_tui.searching.searcher import Searcher

    name = checked_name(options.saved)
    try:
        options.query.encode()
    except UnicodeEncodeError:
        raise UsageError(f"the query holds bytes that are no text: {options.query!r}") from None
    with query_faults_told(options.query):
        query = read_query(options.query)
    with open_named_library(options.library) as library:
        path = library.path
        before = kept_searches(library).get(name)
        seen = 0 if options.from_start else last_document(library)
        try:
            Searcher(library).plan(query)
        except QueryError as error:  # a name that nobody in the library has yet may come with the next briefing
            say(f"{error}; saved all the same")
    keep_search(path, SavedSearch(name, options.query, utc_now(), seen))
    if before is not None and before.query != options.query:
        say(f"{name} was: {before.query}")
    return OK

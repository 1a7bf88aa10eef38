"""`briefing-tui forget`: drop a saved search."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_tui.cli.arguments import CommandParser, UsageError
from briefing_tui.cli.library_option import add_library_option

USAGE_LINE = "briefing-tui forget [--library FILE] NAME"
DESCRIPTION = "Drop a saved search. The briefings it found stay where they are."
EPILOG = """\
examples:
  briefing-tui forget nuclear
"""


def command_line() -> CommandParser:
    """The parser of `forget`."""
    parser = CommandParser("briefing-tui forget", usage=USAGE_LINE, description=DESCRIPTION, epilog=EPILOG)
    parser.add_argument("saved", nargs="?", metavar="NAME", help="the saved search")
    add_library_option(parser)
    parser.set_defaults(paths=[])
    return parser


def run(arguments: Sequence[str]) -> int:
    """Drop it; returns the exit code."""
    options = command_line().parse(arguments, paths="paths")
    if options.saved is None:
        raise UsageError("forget needs a NAME")
    if options.paths:
        raise UsageError("forget takes one NAME", word=options.paths[0])

    from briefing_tui.cli.exit_codes import OK
    from briefing_tui.cli.kept_searches import drop_search, named_search
    from briefing_tui.cli.library_option import open_named_library
    from briefing_tui.cli.messages import say

    with open_named_library(options.library) as library:
        search = named_search(library, options.saved)
        path = library.path
    drop_search(path, search.name)
    say(f"{search.name} is forgotten; its query was: {search.query}")
    return OK

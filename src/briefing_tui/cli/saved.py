"""`briefing-tui saved`: the saved searches."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_tui.cli.arguments import CommandParser, UsageError
from briefing_tui.cli.library_option import add_library_option

USAGE_LINE = "briefing-tui saved [--json | --names] [--library FILE] [NAME]"
DESCRIPTION = "List the saved searches with their queries, or print the query of one. None at all is exit code 1."
EPILOG = """\
examples:
  briefing-tui saved
  briefing-tui search "$(briefing-tui saved nuclear)"
  for name in $(briefing-tui saved --names); do briefing-tui watch --saved "$name"; done
"""


def command_line() -> CommandParser:
    """The parser of `saved`."""
    parser = CommandParser("briefing-tui saved", usage=USAGE_LINE, description=DESCRIPTION, epilog=EPILOG)
    parser.add_argument("saved", nargs="?", metavar="NAME", help="print the query of this one")
    add_library_option(parser)
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="an array of objects: name, query, created, seen")
    shape.add_argument("--names", action="store_true", help="the names alone, one a line")
    parser.set_defaults(paths=[])
    return parser


def run(arguments: Sequence[str]) -> int:
    """List, or print one query; returns the exit code."""
    options = command_line().parse(arguments, paths="paths")
    if options.paths:
        raise UsageError("saved takes one NAME", word=options.paths[0])

    import json
    from dataclasses import asdict

    from briefing_tui.cli.exit_codes import NOTHING, OK
    from briefing_tui.cli.kept_searches import kept_searches, named_search
    from briefing_tui.cli.library_option import open_named_library
    from briefing_tui.cli.output import write_json, write_text
    from briefing_tui.model.safe_text import safe_line

    with open_named_library(options.library) as library:
        one = None if options.saved is None else named_search(library, options.saved)
        kept = kept_searches(library) if one is None else {one.name: one}
    if options.json:
        plain = [asdict(search) for search in kept.values()]
        write_json(json.dumps(plain, indent=2))
    elif options.names:
        write_text("".join(f"{name}\n" for name in kept))
    elif one is not None:
        write_text(f"{safe_line(one.query)}\n")
    else:
        room = max(map(len, kept), default=0)
        write_text("".join(f"{name:<{room}}  {safe_line(search.query)}\n" for name, search in kept.items()))
    return OK if kept else NOTHING

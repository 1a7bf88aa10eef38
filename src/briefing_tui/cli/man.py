"""`briefing-tui man`: the man page."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_tui.cli.arguments import CommandParser, UsageError

USAGE_LINE = "briefing-tui man"
DESCRIPTION = "Print the man page of this command and all its verbs, for man to show or to be installed."
EPILOG = """\
examples:
  briefing-tui man | man -l -
  briefing-tui man > ~/.local/share/man/man1/briefing-tui.1
"""


def command_line() -> CommandParser:
    """The parser of `man`."""
    parser = CommandParser("briefing-tui man", usage=USAGE_LINE, description=DESCRIPTION, epilog=EPILOG)
    parser.set_defaults(paths=[])
    return parser


def run(arguments: Sequence[str]) -> int:
    """Print the page; returns the exit code."""
    options = command_line().parse(arguments, paths="paths")
    if options.paths:
        raise UsageError("man takes no arguments", word=options.paths[0])

    from briefing_tui.cli.completing.command_words import command_parsers
    from briefing_tui.cli.exit_codes import OK
    from briefing_tui.cli.manual_page import manual_page
    from briefing_tui.cli.output import write_program_text
    from briefing_tui.searching.help_text import SYNTAX, field_rows

    write_program_text(manual_page(command_parsers(), syntax=SYNTAX, fields=field_rows()))
    return OK

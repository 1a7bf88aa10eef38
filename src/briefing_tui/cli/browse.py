"""`briefing-tui browse`: the explorer over the library, or over what a query finds in it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.cli.arguments import CommandParser
from briefing_tui.cli.library_option import add_library_option, library_path
from briefing_tui.cli.query_words import add_query, parse_query_line
from briefing_tui.cli.terminal_options import add_terminal_options, chosen_profile

if TYPE_CHECKING:
    from briefing_tui.library import Library
    from briefing_tui.tui import Profile

USAGE_LINE = "briefing-tui browse [--plain] [--remote | --local] [--ascii] [--library FILE] [QUERY…]"
DESCRIPTION = """\
Explore the library by keyboard: aid, reactions and events of all its briefings, the newest first, or what QUERY finds; / changes
the query. “briefing-tui --library FILE [QUERY…]” does the same, and so does “briefing-tui” alone when your library holds
anything. Where standard input or output is no terminal it prints what “briefing-tui search” prints."""
EPILOG = """\
examples:
  briefing-tui browse
  briefing-tui browse kind:reaction stance:oppose after:2024-11-18
  briefing-tui browse --library archive.sqlite actor:norway
"""


def command_line() -> CommandParser:
    """The parser of `browse`."""
    parser = CommandParser("briefing-tui browse", usage=USAGE_LINE, description=DESCRIPTION, epilog=EPILOG)
    add_query(parser)
    add_library_option(parser)
    parser.add_argument("--plain", action="store_true", help="print the hits, even on a terminal")
    add_terminal_options(parser)
    return parser


def run(arguments: Sequence[str]) -> int:
    """Open the explorer over the library; returns the exit code."""
    options = parse_query_line(command_line(), arguments)
    path = library_path(options.library)
    if options.plain or not screen_and_keys():
        from briefing_tui.cli.search import run as search

        return search(["--library", str(path), "--", options.query] if options.query else ["--library", str(path)])

    from briefing_tui.cli.exit_codes import NOTHING
    from briefing_tui.cli.messages import say
    from briefing_tui.library import open_library

    with open_library(path) as library:
        if not holds_anything(library):
            say(f"{path} holds no briefings yet; “briefing-tui add PATH…” puts some in")
            return NOTHING
        return explore_library(library, options.query, profile=chosen_profile(options))


def explore_library(library: Library, query: str = "", *, profile: Profile, first_run: bool = False) -> int:
    """Open the explorer; `first_run` adds a hint for newcomers. Returns the exit code."""
    from briefing_tui.cli.folders import cache_folder, own_lexicon, state_folder
    from briefing_tui.cli.query_words import query_faults_told
    from briefing_tui.tui import Person, run_library_explorer

    person = Person(account_name(), own_lexicon(), cache_folder())
    with query_faults_told(query):
        return run_library_explorer(
            library, query, person=person, state_folder=state_folder(), profile=profile, first_run=first_run
        )


def own_library() -> Library | None:
    """The person's own library, open, when there is one that holds anything.

    Raises:
        LibraryError: when there is one that cannot be read.
    """
    path = library_path(None)
    if not _is_file(path):
        return None

    from briefing_tui.library import open_library

    library = open_library(path)
    if holds_anything(library):
        return library
    library.close()
    return None


def holds_anything(library: Library) -> bool:
    """Whether there is a briefing in a library."""
    from briefing_tui.library.sqlite_words import told_plainly

    with told_plainly(library.path):
        return library.connection.execute("SELECT 1 FROM documents LIMIT 1").fetchone() is not None


def screen_and_keys() -> bool:
    """Whether there is a terminal to draw on, and one to take keys from."""
    return screen_is_capable() and sys.stdin is not None and sys.stdin.isatty()


def screen_is_capable() -> bool:
    """Whether standard output is a terminal that can be drawn on."""
    if sys.stdout is None or not sys.stdout.isatty():
        return False

    from briefing_tui.tui import can_draw

    return can_draw(os.environ)


def account_name() -> str:
    """Who corrects records: the name of the account, or "unknown"."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False

"""`briefing-tui [PATH|-]…`: the explorer on a terminal, a plain summary anywhere else."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import IO, TYPE_CHECKING, Final

from briefing_tui import __version__
from briefing_tui.cli.arguments import CommandParser, UsageError, did_you_mean
from briefing_tui.cli.browse import screen_is_capable
from briefing_tui.cli.exit_codes import IN_WORDS, NO_TERMINAL, OK, PARTIAL
from briefing_tui.cli.input_options import add_input_options
from briefing_tui.cli.kiosk import add_kiosk_options
from briefing_tui.cli.library_option import add_library_option
from briefing_tui.cli.terminal_options import add_terminal_options, chosen_profile
from briefing_tui.cli.verbs import VERBS

if TYPE_CHECKING:
    from briefing_tui.cli.inputs import InputOptions
    from briefing_tui.library import Library
    from briefing_tui.model import Briefing, Document
    from briefing_tui.reading import ReadingError

USAGE_LINE = """\
briefing-tui [--plain] [--remote | --local] [--ascii] [--engine] [--from FORMAT] [--published DATE]
                    [--publisher NAME] [PATH|-]…
       briefing-tui --library FILE [QUERY…]
       briefing-tui --kiosk LIBRARY [--idle-minutes N] [--total-minutes N] [--even-if-unsafe]
       briefing-tui VERB …"""
DESCRIPTION = """\
Explore briefings on conflict and aid by keyboard: who gave what, who said what, what happened, and for
every entry the sentence that says it. Without PATH it opens your library, or a bundled example as long as
you have none. Where standard input or output is no terminal, or TERM is dumb, it prints a plain summary."""
_VERB_LINES = "\n".join(f"  {name:<11} {purpose}" for name, purpose in VERBS.items())
EPILOG = f"""\
verbs:
{_VERB_LINES}
  A file named like a verb is opened as ./extract. “briefing-tui VERB --help” tells more.

examples:
  briefing-tui
  briefing-tui --published 2024-11-20 story.txt page.html
  curl -s https://example.org/statement.html | briefing-tui --from html -
  briefing-tui extract --from jsonl --jsonl - < many.jsonl > records.jsonl

{IN_WORDS}
"""

CALLED_OTHERWISE: Final = {
    **dict.fromkeys(("import", "ingest", "load", "index", "fetch", "update", "refresh"), "add"),
    **dict.fromkeys(("find", "grep", "query", "facets"), "search"),
    **dict.fromkeys(("list", "ls", "open", "explore", "tui", "ui"), "browse"),
    **dict.fromkeys(("get", "cat", "view", "info"), "show"),
    **dict.fromkeys(("sum", "sums", "total", "aggregate", "stats", "statistics"), "totals"),
    **dict.fromkeys(("accept", "reject", "edit", "fix"), "correct"),
    **dict.fromkeys(("dump", "csv", "backup"), "export"),
    **dict.fromkeys(("status", "check", "config"), "doctor"),
    **dict.fromkeys(("alert", "alerts", "new", "news"), "watch"),
}
"""What other programs call such a verb."""


def command_line() -> CommandParser:
    """The parser of the command without a verb."""
    parser = CommandParser("briefing-tui", usage=USAGE_LINE, description=DESCRIPTION, epilog=EPILOG)
    parser.add_argument("paths", nargs="*", metavar="PATH", help="a file, folder or archive; - is standard input")
    parser.add_argument("--plain", action="store_true", help="print the plain summary, even on a terminal")
    add_input_options(parser)
    add_library_option(parser)
    add_terminal_options(parser)
    add_kiosk_options(parser)
    parser.add_argument("--version", action="version", version=f"briefing-tui {__version__}", help="show the version and exit")
    return parser


def run(arguments: Sequence[str]) -> int:
    """Open the explorer, or print the summary; returns the exit code."""
    if _names_library(arguments):
        from briefing_tui.cli.browse import run as browse

        return browse(arguments)
    options = command_line().parse(arguments, paths="paths")
    _refuse_misspelled_verb(options.paths)
    if options.idle_minutes or options.total_minutes or options.even_if_unsafe:
        raise UsageError("--idle-minutes, --total-minutes and --even-if-unsafe belong to --kiosk LIBRARY")
    screen = not options.plain and screen_is_capable()
    stdin = sys.stdin.buffer if sys.stdin is not None else None
    keys_at_hand = stdin is not None and stdin.isatty()
    if screen and "-" in options.paths:
        stdin, keys_at_hand = _free_keyboard()
        if not keys_at_hand:
            from briefing_tui.cli.messages import complain

            complain("the documents come by standard input and there is no terminal for the keys; use --plain for a summary")
            return NO_TERMINAL

    from briefing_tui.cli.inputs import InputOptions

    wanted = InputOptions(form=options.form, published=options.published, publisher=options.publisher)
    from briefing_tui.cli.pipeline import extract_documents, open_proposer, text_first

    if not options.paths and not options.engine:
        from briefing_tui.cli.browse import explore_library, own_library

        library = own_library()
        if library is not None:
            with library:
                if screen and keys_at_hand:
                    return explore_library(library, profile=chosen_profile(options), first_run=True)
                return _print_library(library)
    proposer = open_proposer() if options.engine else None
    documents = _documents(options.paths, wanted, stdin)
    if not (screen and keys_at_hand):
        return _print_summaries(extract_documents(documents, proposer=proposer), bundled=not options.paths)

    from briefing_tui.cli.folders import state_folder
    from briefing_tui.tui import run_explorer

    profile = chosen_profile(options)
    arrivals = text_first(documents, proposer=proposer)
    return run_explorer(arrivals, state_folder=state_folder(), profile=profile, first_run=not options.paths)


def _names_library(arguments: Sequence[str]) -> bool:
    for word in arguments:
        if word == "--":
            return False
        if word == "--library" or word.startswith("--library="):
            return True
    return False


def _print_library(library: Library) -> int:
    from briefing_tui.cli.messages import say
    from briefing_tui.cli.search import run as search

    say(f"No file was named: this is the newest of {library.path}. briefing-tui --help tells how to open a file.")
    return search(["--library", str(library.path)])


def _documents(paths: Sequence[str], wanted: InputOptions, stdin: IO[bytes] | None) -> Iterator[Document | ReadingError]:
    if paths:
        from briefing_tui.cli.inputs import read_documents

        yield from read_documents(paths, wanted, stdin)
        return

    from briefing_tui.cli.bundled import read_bundled

    yield read_bundled()


def _print_summaries(briefings: Iterator[Briefing | str], *, bundled: bool) -> int:
    from briefing_tui.cli.messages import complain, say
    from briefing_tui.cli.output import write_text
    from briefing_tui.cli.pipeline import Remark
    from briefing_tui.cli.summary import summary_lines

    if bundled:
        say("No file was named: this is the bundled example. briefing-tui --help tells how to open your own.")
    code, first = OK, True
    for briefing in briefings:
        if isinstance(briefing, str):
            complain(briefing)
            code = code if isinstance(briefing, Remark) else PARTIAL
            continue
        write_text(("" if first else "\n\n") + "\n".join(summary_lines(briefing)) + "\n")
        first = False
    return code


def _free_keyboard() -> tuple[IO[bytes] | None, bool]:
    """Put the controlling terminal in the place of standard input; the documents' stream, and whether keys can be read."""
    if sys.stdin is None:
        return None, False
    if sys.stdin.isatty():
        return None, False
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return None, False
    documents = os.fdopen(os.dup(0), "rb")
    os.dup2(terminal, 0)
    os.close(terminal)
    return documents, True


def _refuse_misspelled_verb(paths: Sequence[str]) -> None:
    """A single word that is no file was meant as a verb."""
    if not paths or not paths[0].isalpha() or os.path.lexists(paths[0]):
        return
    word = paths[0].lower()
    verb = CALLED_OTHERWISE.get(word)
    hint = f"; did you mean {verb}?" if verb else did_you_mean(word, VERBS) or "; --help lists the verbs, and search finds words"
    raise UsageError(f"there is no file and no verb {paths[0]!r}{hint}", word=paths[0])

"""`briefing-tui --kiosk LIBRARY`: a library for people who are not to be trusted, to be read and nothing else."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from briefing_tui.cli.arguments import CommandParser, UsageError
from briefing_tui.cli.kiosk_environment import UNDRAWABLE, steers_python, trusted_environment

OPTION: Final = "--kiosk"
IDLE_MINUTES: Final = 30.0
TOTAL_MINUTES: Final = 480.0
MOST_MINUTES: Final = 100_000.0

USAGE_LINE = "briefing-tui --kiosk LIBRARY [--idle-minutes N] [--total-minutes N] [--even-if-unsafe]"
DESCRIPTION = """\
Show a library on a terminal to people who are not to be trusted, such as visitors of a public account: they read, search and
copy to the clipboard of their own terminal. Nothing is written, nothing started, nothing sent, and no settings are read."""
EPILOG = """\
“briefing-tui serve” prints what sshd needs to offer this to the public; docs/kiosk.md tells the whole way.
"""


def add_kiosk_options(parser: CommandParser) -> None:
    """Add what a kiosk takes."""
    parser.add_argument(OPTION, metavar="LIBRARY", help="only read this library, for people who are not to be trusted")
    parser.add_argument(
        "--idle-minutes", type=minutes, metavar="N", help=f"with {OPTION}: end after so long without a key (default: 30)"
    )
    parser.add_argument("--total-minutes", type=minutes, metavar="N", help=f"with {OPTION}: end after so long (default: 480)")
    parser.add_argument(
        "--even-if-unsafe", action="store_true", help=f"with {OPTION}: start as root too, and on a library this account may write"
    )


def command_line() -> CommandParser:
    """The parser of the kiosk."""
    parser = CommandParser("briefing-tui", usage=USAGE_LINE, description=DESCRIPTION, epilog=EPILOG)
    add_kiosk_options(parser)
    parser.set_defaults(paths=[])
    return parser


def is_kiosk(words: Sequence[str]) -> bool:
    """Whether a command line asks for a kiosk; then nothing else it says is obeyed."""
    before = words[: words.index("--")] if "--" in words else words
    return any(word == OPTION or word.startswith(OPTION + "=") for word in before)


def run(arguments: Sequence[str]) -> int:
    """Show the library until the visitor leaves or the time is up; returns the exit code."""
    began = time.monotonic()
    given = dict(os.environ)
    os.environ.clear()
    os.environ.update(trusted_environment(given))
    time.tzset()
    sys.dont_write_bytecode = True
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP):  # before the terminal is ours, and after, its keys are signals
        signal.signal(number, signal.SIG_IGN)
    options = command_line().parse(arguments, paths="paths")
    if options.paths:
        raise UsageError(f"beside {OPTION} LIBRARY there is nothing else to open", word=options.paths[0])

    from briefing_tui.cli.exit_codes import NO_TERMINAL, NOTHING, OK, TIMED_OUT
    from briefing_tui.cli.messages import complain, say

    if not _is_terminal():
        complain("this shows a library on a terminal and does nothing else: no commands, no files; try ssh -t and no command")
        return NO_TERMINAL
    path = Path(options.kiosk).absolute()
    if not options.even_if_unsafe:
        _refuse_what_is_unsafe(path, is_steered=steers_python(given) and not sys.flags.isolated)

    from briefing_tui.cli.kiosk_confinement import confine
    from briefing_tui.library.sealed import open_sealed
    from briefing_tui.tui import profile_of, run_kiosk

    profile = profile_of(os.environ, kiosk=True)
    os.environ.pop("NO_COLOR", None)  # colour is ours to leave out, not Textual's
    idle = 60 * (options.idle_minutes or IDLE_MINUTES)
    total = 60 * (options.total_minutes or TOTAL_MINUTES)
    with open_sealed(path) as library:
        if library.connection.execute("SELECT 1 FROM documents LIMIT 1").fetchone() is None:
            complain(f"{library.path} holds no briefings yet")
            return NOTHING
        farewell = run_kiosk(
            library,
            profile=profile,
            idle_seconds=idle,
            end=began + total,
            confine=lambda: confine(total_seconds=total),
        )
    if farewell.words:
        say(farewell.words)
    return TIMED_OUT if farewell.is_time_up else farewell.code or OK


def minutes(value: str) -> float:
    """An argparse type: minutes, more than none."""
    try:
        number = float(value)
    except ValueError:
        number = 0.0
    if not 0 < number <= MOST_MINUTES:
        raise UsageError(f"{value!r} is no number of minutes from 0 to {MOST_MINUTES:,.0f}", word=value)
    return number


def _is_terminal() -> bool:
    streams = (sys.stdin, sys.stdout)
    return os.environ["TERM"] != UNDRAWABLE and all(stream is not None and stream.isatty() for stream in streams)


def _refuse_what_is_unsafe(path: Path, *, is_steered: bool) -> None:
    """A kiosk is the last of several walls; it is not to be the only one.

    Raises:
        UsageError: naming what is wrong.
    """
    anyway = "; --even-if-unsafe starts it nevertheless"
    if os.geteuid() == 0:
        raise UsageError(f"a kiosk is not for root: give it an account of its own{anyway}")
    if os.geteuid() != os.getuid() or os.getegid() != os.getgid():
        raise UsageError(f"a kiosk is not to have the rights of another account{anyway}")
    if os.access(path, os.W_OK):
        raise UsageError(f"{path}: this account may write it; a kiosk's library belongs to another account{anyway}")
    if os.access(path.parent, os.W_OK):
        raise UsageError(f"{path.parent}: this account may put another library there{anyway}")
    if is_steered:
        raise UsageError(f"the environment steers Python; start it by “env -i … python -I -m briefing_tui”{anyway}")

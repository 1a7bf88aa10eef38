"""What the command tells its caller by its exit code. These are API and do not change."""

from typing import Final

OK: Final = 0
NOTHING: Final = 1
"""Nothing was found, nothing is new."""
USAGE: Final = 2
"""The command line, a query or the person's own lexicon is wrong."""
PARTIAL: Final = 3
"""Some inputs failed, be it the only one; the rest is done."""
INTEGRITY: Final = 4
"""A result no longer agrees with its text."""
NO_TERMINAL: Final = 5
"""The explorer needs a terminal and found none."""
UNWRITABLE: Final = 6
"""The output could not be written (a full disk)."""
INTERNAL: Final = 70
"""A fault of the program itself."""
TIMED_OUT: Final = 124
"""A kiosk's time was up, as timeout(1) has it."""
TERMINAL_GONE: Final = 129
"""The explorer lost its terminal, as after SIGHUP. Other signals end it with 128 and their number."""
INTERRUPTED: Final = 130
"""Stopped by Ctrl-C."""
PIPE_CLOSED: Final = 141
"""The reader of our output went away, as `head` does. Nothing is said about it."""

IN_WORDS: Final = """\
exit codes:
  0  done                              6  the output could not be written
  1  nothing found                     70 a fault of the program itself
  2  wrong command line or lexicon     124 the time of a kiosk was up
  3  some inputs failed, rest done     129 the terminal went away
  4  a result disagrees with its text  130 interrupted
  5  the explorer needs a terminal"""
"""The table that `--help` shows."""

MEANINGS: Final = {
    OK: "Done.",
    NOTHING: "Nothing was found, nothing is new.",
    USAGE: "The command line, a query, the settings or a lexicon file is wrong; a caret shows the place.",
    PARTIAL: "Some inputs failed, be it the only one, or something doctor looked at is wrong; the rest is done.",
    INTEGRITY: "A result disagrees with its text, or the library is damaged.",
    NO_TERMINAL: "Documents come by standard input and there is no terminal to take keys from, or a kiosk is not on a terminal.",
    UNWRITABLE: "The output could not be written, as on a full disk.",
    INTERNAL: "A fault of the program itself; BRIEFING_TUI_DEBUG=1 shows where.",
    TIMED_OUT: "The time of a kiosk was up: nobody pressed a key, or it had been long enough.",
    TERMINAL_GONE: "The terminal went away. Other signals that end the explorer add their number to 128: 143 for SIGTERM.",
    INTERRUPTED: "Interrupted.",
    PIPE_CLOSED: "The reader of the output went away, as head does; nothing is said about it.",
}
"""The table of the man page."""

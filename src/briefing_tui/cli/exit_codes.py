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
INTERRUPTED: Final = 130
"""Stopped by Ctrl-C."""
PIPE_CLOSED: Final = 141
"""The reader of our output went away, as `head` does. Nothing is said about it."""

IN_WORDS: Final = """\
exit codes:
  0  done                              5  the explorer needs a terminal
  1  nothing found                     6  the output could not be written
  2  wrong command line or lexicon     70 a fault of the program itself
  3  some inputs failed, rest done     130 interrupted
  4  a result disagrees with its text"""
"""The table that `--help` shows."""

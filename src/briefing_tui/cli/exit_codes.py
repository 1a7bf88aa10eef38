"""What the command tells its caller by its exit code. These are API and do not change."""

from typing import Final

OK: Final = 0
NOTHING: Final = 1
"""Nothing was found, nothing is new."""
USAGE: Final = 2
"""The command line, a query or the lexicon is wrong."""
PARTIAL: Final = 3
"""Some inputs failed, be it the only one; the rest is done."""
INTEGRITY: Final = 4
"""A result no longer agrees with its text."""
NO_TERMINAL: Final = 5
"""The explorer needs a terminal and found none."""
UNWRITABLE: Final = 6
"""The output could not be written (a full disk)."""
INTERRUPTED: Final = 130
"""Stopped by Ctrl-C."""
PIPE_CLOSED: Final = 141
"""The reader of our output went away, as `head` does. Nothing is said about it."""

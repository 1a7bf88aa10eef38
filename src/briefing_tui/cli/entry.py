"""The command's entry: which verb is meant, and what becomes of errors that end it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

from briefing_tui.cli.arguments import UsageError
from briefing_tui.cli.exit_codes import INTERRUPTED, USAGE
from briefing_tui.cli.messages import complain

VERBS = ("extract",)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `briefing-tui` with `arguments` (the process's own when None); returns its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    verb, rest = (words[0], words[1:]) if words and words[0] in VERBS else ("explore", words)
    try:
        code: int = import_module(f"briefing_tui.cli.{verb}").run(rest)
    except UsageError as error:
        complain(error)
        return USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    return code

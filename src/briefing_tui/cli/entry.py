"""The command's entry: which verb is meant, and what becomes of errors that end it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from briefing_tui.cli.arguments import UsageError
from briefing_tui.cli.exit_codes import INTEGRITY, INTERNAL, INTERRUPTED, OK, PARTIAL, PIPE_CLOSED, UNWRITABLE, USAGE
from briefing_tui.cli.kiosk import is_kiosk
from briefing_tui.cli.messages import complain, point_at, show
from briefing_tui.cli.output import OutputError, PipeClosedError, abandon_output, finish_output
from briefing_tui.cli.verbs import VERBS


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `briefing-tui` with `arguments` (the process's own when None); returns its exit code.

    The first argument is a verb when it is exactly the name of one; anything else is a path for the explorer, and
    `./extract` is a file of that name.
    """
    words = asked_for(list(sys.argv[1:] if arguments is None else arguments))
    verb, rest = (words[0], words[1:]) if words and words[0] in VERBS else ("explore", words)
    if is_kiosk(words):
        verb, rest = "kiosk", words
    try:
        code = _run(verb, rest)
        finish_output()
    except UsageError as error:
        complain(error)
        if error.word is not None:
            point_at(words, error.word, error.at, error.length)
        return USAGE
    except PipeClosedError:
        abandon_output()
        return PIPE_CLOSED
    except OutputError as error:
        abandon_output()
        complain(error)
        return UNWRITABLE
    except KeyboardInterrupt:
        abandon_output()
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the edge: whatever failed is told in one line, or with its way
        trouble = _library_trouble(error)
        if trouble is not None:
            complain(error)
            return trouble
        if os.environ.get("BRIEFING_TUI_DEBUG"):
            _show_way(error)
            return INTERNAL
        complain(f"a fault of this program ({type(error).__name__}: {error}); BRIEFING_TUI_DEBUG=1 shows where")
        return INTERNAL
    return code


def asked_for(words: list[str]) -> list[str]:
    """`help`, `help VERB`, `version` and `-V` as the options they stand for, unless there is a file of that name."""
    if words[:1] == ["-V"] or (words == ["version"] and not os.path.lexists("version")):
        return ["--version", *words[1:]]
    if words[:1] == ["help"] and not os.path.lexists("help"):
        return [*(verb for verb in words[1:2] if verb in VERBS), "--help"]
    return words


def _show_way(error: Exception) -> None:
    """Tell where a fault happened, as Python would; what it says of a document steers no terminal."""
    import traceback

    from briefing_tui.model.safe_text import safe_cells

    for line in "".join(traceback.format_exception(error)).rstrip().split("\n"):
        show(safe_cells(line))


def _library_trouble(error: Exception) -> int | None:
    """The exit code of a library that cannot be used; None when it is something else that went wrong."""
    if "briefing_tui.library" not in sys.modules:
        return None
    from briefing_tui.library import DamagedLibraryError, FullDiskError, LibraryError

    match error:
        case DamagedLibraryError():
            return INTEGRITY
        case FullDiskError():
            return UNWRITABLE
        case LibraryError():
            return PARTIAL
        case _:
            return None


def _run(verb: str, arguments: Sequence[str]) -> int:
    try:
        code: int = import_module(f"briefing_tui.cli.{verb}").run(arguments)
    except SystemExit as ended:  # argparse, once it has printed --help or --version
        return ended.code if isinstance(ended.code, int) else OK
    return code

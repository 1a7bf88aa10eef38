"""Opens the explorer on a terminal."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from briefing_tui.model import Document
from briefing_tui.tui.person import Person
from briefing_tui.tui.profile import Profile
from briefing_tui.tui.running import run_app, tell

if TYPE_CHECKING:
    from briefing_tui.library import Library
    from briefing_tui.tui.app import ExplorerApp

SOME_FAILED = 3
"""Exit code when a source could not be read."""
PATIENCE_SECONDS = 0.5
"""How long leaving waits for what is being read."""


def run_explorer(briefings: Iterator[Document | str], *, state_folder: Path, profile: Profile, first_run: bool = False) -> int:
    """Explore `briefings` until the person quits; returns the exit code.

    The first one is taken before the screen is opened, so that the first frame shows it; the rest arrive while the person
    reads. A bare document may come before its own briefing: its text is shown at once, its records follow. A string is a
    problem with one source, a line to show. `state_folder` is made when something is written there: copied quotes, and the log
    of a failure. `first_run` adds a hint for newcomers.
    Problems are told on standard error afterwards; then the code is 3.
    """
    gc.disable()  # all that is made until the first frame stays; the app turns it on again
    ready: list[Document | str] = []
    for arrival in briefings:
        ready.append(arrival)
        if not isinstance(arrival, str):
            break
    else:
        return _report([problem for problem in ready if isinstance(problem, str)])
    _take_environment()
    from briefing_tui.tui.files_app import FilesApp

    app = FilesApp(ready, briefings, state_folder=state_folder, first_run=first_run, profile=profile)
    code = _run(app)
    if app.reading is not None:
        _part_from(app.reading, code)
    return code


def run_library_explorer(
    library: Library, query: str = "", *, person: Person, state_folder: Path, profile: Profile, first_run: bool = False
) -> int:
    """Explore what `query` finds in a library until the person quits; returns the exit code.

    The library stays open afterwards. Counts and further answers come from a thread with a connection of its own.

    Raises:
        QueryError: when the query cannot be understood; nothing has been shown then.
        LibraryError: when the library cannot be read.
    """
    gc.disable()
    from briefing_tui.library import LibraryError
    from briefing_tui.searching.errors import QueryError
    from briefing_tui.searching.searcher import Searcher
    from briefing_tui.tui.archive.asking import Question, begin_answer
    from briefing_tui.tui.remembering import Scribe, memory_of_library

    searcher = Searcher(library)
    memory = memory_of_library(state_folder, library)
    last_place = memory.recall()
    answer = None
    if last_place is not None and query.strip() in {"", last_place.query}:
        with suppress(QueryError, LibraryError):  # what was understood the last time may have been said of a saved search
            answer = begin_answer(searcher, Question(0, last_place.query))
    if answer is None:
        last_place = None
        answer = begin_answer(searcher, Question(0, query.strip()))
    _take_environment()
    from briefing_tui.tui.library_app import LibraryApp

    app = LibraryApp(library, searcher, answer, person=person, state_folder=state_folder, first_run=first_run, profile=profile)
    app.explorer.last_place, app.scribe = last_place, Scribe(memory)
    return _run(app)


def _take_environment() -> None:
    """Textual's settings load code, write logs and press keys: they are taken away."""
    for name in [name for name in os.environ if name == "NO_COLOR" or name.startswith("TEXTUAL")]:
        del os.environ[name]  # colour is ours to leave out


def _run(app: ExplorerApp) -> int:
    return run_app(app) or _report(app.explorer.problems)


def _part_from(reading: Thread, code: int) -> None:
    """End the process at once if its reading thread cannot be waited for.

    Python may not wind down while the thread is inside compiled code (the scanner): the process would be aborted. A source
    such as an open pipe, on the other hand, may keep it waiting for ever.
    """
    reading.join(PATIENCE_SECONDS)
    if reading.is_alive():
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _report(problems: list[str]) -> int:
    from briefing_tui.model.safe_text import safe_line

    for problem in problems:
        tell(f"briefing-tui: {safe_line(problem)}")
    return SOME_FAILED if problems else 0

"""Opens the explorer for people who are not to be trusted."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from briefing_tui.tui.profile import Profile
from briefing_tui.tui.running import run_app

if TYPE_CHECKING:
    from briefing_tui.library import Library


class Farewell(NamedTuple):
    """How a session ended: the exit code, a line to say afterwards, and whether its time was up."""

    code: int
    words: str
    is_time_up: bool


def run_kiosk(library: Library, *, profile: Profile, idle_seconds: float, end: float, confine: Callable[[], None]) -> Farewell:
    """Explore `library` until the visitor quits, presses no key for `idle_seconds`, or `end` (of `time.monotonic`) has come.

    `confine` is called when everything that is needed has been opened and loaded, before anything is drawn.
    """
    gc.disable()
    from briefing_tui.searching.searcher import Searcher
    from briefing_tui.tui.archive.asking import Question, begin_answer
    from briefing_tui.tui.kiosk_app import KioskApp

    searcher = Searcher(library)
    answer = begin_answer(searcher, Question(0, ""))
    app = KioskApp(library, searcher, answer, profile=profile, idle_seconds=idle_seconds, end=end)
    confine()
    code = run_app(app)
    return Farewell(code, app.farewell, is_time_up=bool(app.farewell) and not code)

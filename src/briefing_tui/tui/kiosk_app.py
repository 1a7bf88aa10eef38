"""The application over a library for people who are not to be trusted."""

from __future__ import annotations

import signal
from pathlib import Path
from time import monotonic
from typing import Final

from textual import events

from briefing_tui.library import Library
from briefing_tui.searching.searcher import Searcher
from briefing_tui.tui.archive.asking import Answer
from briefing_tui.tui.library_app import LibraryApp
from briefing_tui.tui.person import Person
from briefing_tui.tui.profile import Profile

WARNING_SECONDS: Final = 60.0
"""How long before it ends for want of keys a session says so."""
NOWHERE: Final = Path("/nonexistent")
"""A folder that is not there: nothing is kept."""


class KioskApp(LibraryApp, inherit_bindings=False):
    """Keeps nothing, and ends when nobody presses a key any more or the time is up."""

    def __init__(
        self, library: Library, searcher: Searcher, answer: Answer, *, profile: Profile, idle_seconds: float, end: float
    ) -> None:
        """`end` is a time of `time.monotonic`."""
        super().__init__(
            library, searcher, answer, person=Person("visitor"), state_folder=NOWHERE, first_run=True, profile=profile
        )
        self.idle_seconds = idle_seconds
        self.end = end
        self.farewell = ""
        """Why the session was ended, if it was not the visitor who left."""
        self._touched = monotonic()

    def keep(self, quote: str) -> str:
        """Nothing is kept; the visitor's own terminal may have it."""
        del quote
        return ""

    def begin(self) -> None:
        """Also watch the clock."""
        super().begin()
        self.look_at_clock()

    def code_of_signal(self, number: int) -> int:
        """A session that has had its part of the processor ends like one whose time is up."""
        if number != signal.SIGXCPU:
            return super().code_of_signal(number)
        self.farewell = "This session has had its part of the processor. Good-bye."
        return 0

    async def on_event(self, event: events.Event) -> None:
        """Whatever comes from the keyboard is a sign of life."""
        if isinstance(event, (events.Key, events.Paste)):
            self._touched = monotonic()
        await super().on_event(event)

    def look_at_clock(self) -> None:
        """End the session when it is time, warn before, and look again when that may be."""
        now = monotonic()
        idle_left, left = self._touched + self.idle_seconds - now, self.end - now
        if left <= 0:
            self.leave("This session has lasted as long as one may. Good-bye.")
        elif idle_left <= 0:
            self.leave("Nobody has pressed a key for a while. Good-bye.")
        elif idle_left <= WARNING_SECONDS < self.idle_seconds:
            self.explorer.status.say("Still there? Any key goes on; without one this session ends in a minute")
            self.explorer.settle_status()
            self.set_timer(min(idle_left, left), self.look_at_clock)
        else:
            warning = WARNING_SECONDS if self.idle_seconds > WARNING_SECONDS else 0
            self.set_timer(min(idle_left - warning, left), self.look_at_clock)

    def leave(self, farewell: str) -> None:
        """End the session and say why."""
        self.farewell = farewell
        self.exit(0)

"""The application over briefings that are being read from files."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from textual.message import Message

from briefing_tui.model import Briefing, Document
from briefing_tui.model.safe_text import safe_line
from briefing_tui.tui.app import ExplorerApp
from briefing_tui.tui.failing import trace_of
from briefing_tui.tui.keeping import keep_quote, log_failure
from briefing_tui.tui.looks import looks
from briefing_tui.tui.profile import Profile
from briefing_tui.tui.remembering import Scribe, memory_of_files
from briefing_tui.tui.screens.files_screen import FilesScreen
from briefing_tui.tui.shelf import Arrival, Shelf, haystacks_of

BATCH: Final = 50
"""Briefings that are put on the shelf together when they come fast."""


class Arrived(Message):
    """Briefings (or, as strings, problems) that have just been read, ready to be searched; `last` when there are no more."""

    def __init__(self, arrivals: list[Arrival], *, last: bool) -> None:
        super().__init__()
        self.arrivals = arrivals
        self.last = last


class FilesApp(ExplorerApp, inherit_bindings=False):
    """Shows the first briefings at once and takes in the rest while the person reads."""

    def __init__(
        self,
        ready: list[Document | str],
        coming: Iterator[Document | str],
        *,
        state_folder: Path,
        first_run: bool = False,
        profile: Profile = Profile(),  # noqa: B008 - it cannot be changed
    ) -> None:
        """`ready` holds at least one briefing or document; `coming` is read in a thread of its own."""
        super().__init__(state_folder=state_folder, profile=profile)
        shelf = Shelf()
        for briefing in ready:
            if not isinstance(briefing, str):
                shelf.add(briefing)
        last_place = None
        if not profile.is_kiosk:
            memory = memory_of_files(state_folder, shelf.briefings[0].sha256)
            last_place = memory.recall()
            self.scribe = Scribe(memory)
        self.explorer: FilesScreen = FilesScreen(
            shelf,
            looks(colour=profile.has_colour, sparing=profile.is_remote),
            copied=state_folder / "copied.txt",
            keep=lambda quote: keep_quote(quote, state_folder),
            scroll_rows=self.scroll_rows,
            first_run=first_run,
        )
        self.explorer.last_place = last_place
        if last_place is not None and last_place.query:
            self.explorer.search.mark(last_place.query)
        self.explorer.problems.extend(safe_line(problem) for problem in ready if isinstance(problem, str))
        self.reading: threading.Thread | None = None
        """Takes in the rest; may outlive the app while a source keeps it waiting."""
        self._coming = coming

    def on_mount(self) -> None:
        """More may come."""
        self.explorer.is_loading = True  # Textual itself runs the method of the same name of the class above

    def begin(self) -> None:
        """Take in the rest."""
        self.reading = threading.Thread(target=self._take_in, name="reading", daemon=True)
        self.reading.start()

    def on_arrived(self, message: Arrived) -> None:
        """Put what came on the shelf."""
        if not gc.isenabled():  # `run_explorer` turned it off: until now nearly everything made was made to stay
            gc.freeze()
            gc.enable()
        self.explorer.add(message.arrivals, last=message.last)
        if self.explorer.last_place is not None:
            if self.explorer.return_to_last_place() or message.last:
                self.explorer.last_place = None
            self.explorer.settle()

    def _take_in(self) -> None:
        """Runs in its own thread: hands over what comes, a few at a time."""
        batch: list[Arrival] = []
        try:
            for arrival in self._coming:
                batch.append((arrival, haystacks_of(arrival) if isinstance(arrival, Briefing) else None))
                if len(batch) >= BATCH or len(self.explorer.shelf.briefings) < BATCH:
                    if not self.post_from_thread(Arrived(batch, last=False)):
                        return
                    batch = []
        except Exception as error:  # noqa: BLE001 - a source may fail in any way; the person keeps what is there
            log_failure(trace_of(error), self.state_folder)
            batch.append((f"reading stopped: {error}", None))
        self.post_from_thread(Arrived(batch, last=True))

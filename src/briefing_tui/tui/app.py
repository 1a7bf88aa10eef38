"""The Textual application around the explorer's screen."""

from __future__ import annotations

import asyncio
import gc
import signal
import threading
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from rich.console import RenderableType
from textual.app import App
from textual.driver import Driver
from textual.message import Message
from textual.reactive import Reactive
from textual.screen import Screen

from briefing_tui.model import Briefing, Document
from briefing_tui.shipped import shipped_folder
from briefing_tui.tui.keeping import keep_quote, log_failure
from briefing_tui.tui.looks import looks
from briefing_tui.tui.safe_text import safe_line
from briefing_tui.tui.screens.files_screen import FilesScreen
from briefing_tui.tui.shelf import Arrival, Shelf, haystacks_of

BATCH: Final = 50
"""Briefings that are put on the shelf together when they come fast."""
INTERNAL_FAILURE: Final = 70
"""Exit code of a failure that is ours (EX_SOFTWARE of sysexits.h)."""


class Arrived(Message):
    """Briefings (or, as strings, problems) that have just been read, ready to be searched; `last` when there are no more."""

    def __init__(self, arrivals: list[Arrival], *, last: bool) -> None:
        super().__init__()
        self.arrivals = arrivals
        self.last = last


class ExplorerApp(App[int], inherit_bindings=False):
    """Shows the first briefings at once and takes in the rest while the person reads."""

    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = sorted(shipped_folder("styles").glob("*.tcss"))
    TITLE = "briefing-tui"
    ALLOW_SELECT = False
    theme = Reactive("ansi-dark")
    """The sixteen colours of the person's own terminal, from the start: setting it later would read all style sheets twice."""

    def __init__(
        self,
        ready: list[Document | str],
        coming: Iterator[Document | str],
        *,
        state_folder: Path,
        first_run: bool = False,
        colour: bool = True,
    ) -> None:
        """`ready` holds at least one briefing or document; `coming` is read in a thread of its own."""
        super().__init__()
        self.animation_level = "none"
        self.state_folder = state_folder
        self.failure: str | None = None
        """One line about what went wrong inside, if anything did."""
        shelf = Shelf()
        for briefing in ready:
            if not isinstance(briefing, str):
                shelf.add(briefing)
        self.explorer = FilesScreen(
            shelf,
            looks(colour=colour),
            copied=state_folder / "copied.txt",
            keep=lambda quote: keep_quote(quote, state_folder),
            scroll_rows=self.scroll_rows,
            first_run=first_run,
        )
        self.explorer.problems.extend(safe_line(problem) for problem in ready if isinstance(problem, str))
        self.reading: threading.Thread | None = None
        """Takes in the rest; may outlive the app while a source keeps it waiting."""
        self._coming = coming

    def get_default_screen(self) -> Screen[None]:
        """The explorer is the only screen."""
        return self.explorer

    def get_driver_class(self) -> type[Driver]:
        """A driver that survives what real terminals do."""
        from briefing_tui.tui.terminal_driver import hardened

        return hardened(super().get_driver_class())

    def scroll_rows(self, first: int, last: int, lines: int) -> bool:
        """Have the terminal move its rows from `first` to `last` up by this many lines; False where it cannot."""
        scroll = getattr(self._driver, "scroll", None)
        if scroll is None:
            return False
        scroll(first, last, lines)
        return True

    def on_mount(self) -> None:
        """Begin to take in the rest once the first frame has been painted."""
        if threading.current_thread() is threading.main_thread():
            loop = asyncio.get_running_loop()
            for number in (signal.SIGTERM, signal.SIGHUP):
                loop.add_signal_handler(number, self.exit, 128 + number)
        self.explorer.is_loading = True
        self.call_after_refresh(self._start_reading)

    def on_arrived(self, message: Arrived) -> None:
        """Put what came on the shelf."""
        if not gc.isenabled():  # `run_explorer` turned it off: until now nearly everything made was made to stay
            gc.freeze()
            gc.enable()
        self.explorer.add(message.arrivals, last=message.last)

    def _start_reading(self) -> None:
        self.reading = threading.Thread(target=self._take_in, name="reading", daemon=True)
        self.reading.start()

    def _take_in(self) -> None:
        """Runs in its own thread: hands over what comes, a few at a time."""
        batch: list[Arrival] = []
        try:
            for arrival in self._coming:
                batch.append((arrival, haystacks_of(arrival) if isinstance(arrival, Briefing) else None))
                if len(batch) >= BATCH or len(self.explorer.shelf.briefings) < BATCH:
                    if not self._hand_over(batch, last=False):
                        return
                    batch = []
        except Exception as error:  # noqa: BLE001 - a source may fail in any way; the person keeps what is there
            log_failure(traceback.format_exc(), self.state_folder)
            batch.append((f"reading stopped: {error}", None))
        self._hand_over(batch, last=True)

    def _hand_over(self, batch: list[Arrival], *, last: bool) -> bool:
        """Post what came; False when the person has left in the meantime."""
        if not self.is_running:
            return False
        try:
            return self.post_message(Arrived(batch, last=last))
        except RuntimeError:  # the event loop closed between the question and the post
            return False

    def _fatal_error(self) -> None:
        """Close after a failure of our own: one line for the person, the trace without local variables into a file."""
        self._fail(traceback.format_exc())

    def panic(self, *renderables: RenderableType) -> None:
        """Close after a failure inside Textual."""
        self._fail(traceback.format_exc() if renderables else "")

    def _fail(self, trace: str) -> None:
        place = log_failure(trace, self.state_folder)
        self.failure = f"briefing-tui failed; details are in {place}" if place else "briefing-tui failed"
        self._close_messages_no_wait()

"""The Textual application around an explorer's screen."""

from __future__ import annotations

import asyncio
import signal
import threading
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from rich.console import RenderableType
from textual._compositor import CompositorUpdate
from textual.app import App
from textual.driver import Driver
from textual.message import Message
from textual.reactive import Reactive
from textual.screen import Screen

from briefing_tui.shipped import shipped_folder
from briefing_tui.tui.keeping import log_failure
from briefing_tui.tui.profile import Profile
from briefing_tui.tui.screens.explorer_screen import ExplorerScreen

if TYPE_CHECKING:
    from briefing_tui.tui.terminal.display import Display

INTERNAL_FAILURE: Final = 70
"""Exit code of a failure that is ours (EX_SOFTWARE of sysexits.h)."""


class ExplorerApp(App[int], inherit_bindings=False):
    """What every explorer has around its one screen: a driver that survives real terminals, and an orderly end."""

    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = sorted(shipped_folder("styles").glob("*.tcss"))
    TITLE = "briefing-tui"
    ALLOW_SELECT = False
    theme = Reactive("ansi-dark")
    """The sixteen colours of the person's own terminal, from the start: setting it later would read all style sheets twice."""
    explorer: ExplorerScreen

    def __init__(self, *, state_folder: Path, profile: Profile) -> None:
        """`state_folder` is made when something is written there."""
        super().__init__()
        self.profile = profile
        self.animation_level = "none"
        self.state_folder = state_folder
        self.failure: str | None = None
        """One line about what went wrong inside, if anything did."""

    def get_default_screen(self) -> Screen[None]:
        """The explorer is the only screen."""
        return self.explorer

    def get_driver_class(self) -> type[Driver]:
        """A driver that survives what real terminals do."""
        from briefing_tui.tui.terminal.driver import hardened

        return hardened(super().get_driver_class())

    def scroll_rows(self, first: int, last: int, lines: int) -> bool:
        """Have the terminal move its rows from `first` to `last` up by this many lines; False where it cannot."""
        display = self._terminal_display()
        if display is None:
            return False
        display.scroll(first, last, lines)
        return True

    def repaint(self) -> None:
        """Send the whole screen again."""
        display = self._terminal_display()
        if display is not None:
            display.repaint()
        else:
            self.screen.refresh()

    def _terminal_display(self) -> Display | None:
        return getattr(self._driver, "display", None)

    def _display(self, screen: Screen[object], renderable: Any) -> None:
        """Show what has been composed: through our own wire where that is possible."""
        display = self._terminal_display()
        if display is None or not isinstance(renderable, CompositorUpdate):
            super()._display(screen, renderable)
            return
        if not self._batch_count and self._running and not self._closed:
            display.draw(renderable, self.screen.outer_size.clamp_offset(self.cursor_position))
        self.post_display_hook()

    def on_mount(self) -> None:
        """Begin the work in the background once the first frame has been painted."""
        if threading.current_thread() is threading.main_thread():
            loop = asyncio.get_running_loop()
            for number in (signal.SIGTERM, signal.SIGHUP):
                loop.add_signal_handler(number, self.exit, 128 + number)
        self.call_after_refresh(self.begin)

    def begin(self) -> None:
        """What happens in the background, from the first frame on."""
        raise NotImplementedError

    def post_from_thread(self, post: Message) -> bool:
        """Post what another thread has made; False when the person has left in the meantime."""
        if not self.is_running:
            return False
        try:
            return self.post_message(post)
        except RuntimeError:  # the event loop closed between the question and the post
            return False

    def _fatal_error(self) -> None:
        """Close after a failure of our own: one line for the person, the trace without local variables into a file."""
        self._fail(traceback.format_exc())

    def panic(self, *renderables: RenderableType) -> None:
        """Close after a failure inside Textual."""
        self._fail(traceback.format_exc() if renderables else "")

    def _fail(self, trace: str) -> None:
        place = None if self.profile.is_kiosk else log_failure(trace, self.state_folder)
        self.failure = f"briefing-tui failed; details are in {place}" if place else "briefing-tui failed"
        self._close_messages_no_wait()

"""The Textual application around an explorer's screen."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from rich.console import RenderableType
from textual import events
from textual._compositor import CompositorUpdate
from textual.app import App
from textual.driver import Driver
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import Reactive
from textual.screen import Screen
from textual.strip import Strip

from briefing_tui.model.safe_text import safe_line
from briefing_tui.shipped import shipped_folder
from briefing_tui.tui.failing import trace_of
from briefing_tui.tui.keeping import log_failure
from briefing_tui.tui.profile import Profile
from briefing_tui.tui.remembering import LastPlace, Scribe
from briefing_tui.tui.screens.explorer_screen import ExplorerScreen
from briefing_tui.tui.screens.pointing import cursor_place
from briefing_tui.tui.screens.returning import place_of
from briefing_tui.tui.widgets.line_canvas import LineCanvas

if TYPE_CHECKING:
    from briefing_tui.tui.terminal.display import Display
    from briefing_tui.tui.terminal.driver import TerminalDriver

INTERNAL_FAILURE: Final = 70
"""Exit code of a failure that is ours (EX_SOFTWARE of sysexits.h)."""
NOTING_SECONDS: Final = 1.0
"""How long after a key it is looked where the person is by then."""


class ExplorerApp(App[int], inherit_bindings=False):
    """What every explorer has around its one screen: a driver that survives real terminals, and an orderly end."""

    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = sorted(shipped_folder("styles").glob("*.tcss"))
    TITLE = "briefing-tui"
    ALLOW_SELECT = False
    theme = Reactive("ansi-dark")
    """The sixteen colours of the person's own terminal, from the start: setting it later would read all style sheets twice."""
    explorer: ExplorerScreen
    shows_caret = False
    """Whether the terminal's own cursor is seen, where `cursor_position` has it."""

    def __init__(self, *, state_folder: Path, profile: Profile) -> None:
        """`state_folder` is made when something is written there."""
        self.profile, self.state_folder = profile, state_folder  # a driver is chosen on the way
        super().__init__()
        self.animation_level = "none"
        self._is_showing = False
        self.failure: str | None = None
        """One line about what went wrong inside, if anything did."""
        self.trace = ""
        """The way to it."""
        self.scribe: Scribe | None = None
        """Remembers where the person is; None where that is nobody's business."""
        self._is_touched = False
        """Whether a key has been pressed."""
        self._is_noting = False

    def get_default_screen(self) -> Screen[None]:
        """The explorer is the only screen."""
        for canvas in self.explorer.canvases():
            canvas.draw_straight = self.draw_straight
        return self.explorer

    def get_driver_class(self) -> type[Driver]:
        """A driver that survives what real terminals do."""
        from briefing_tui.tui.terminal.composed import is_known_textual
        from briefing_tui.tui.terminal.driver import hardened

        if not is_known_textual() and not self.profile.is_kiosk:
            from importlib.metadata import version

            unknown = "Textual hands its frames over in a way that is not known here: it sends them itself, and more of them"
            log_failure(f"{unknown} (Textual {version('textual')})", self.state_folder)
        return hardened(super().get_driver_class())

    def scroll_rows(self, first: int, last: int, lines: int) -> bool:
        """Have the terminal move its rows from `first` to `last` up by this many lines; False where it cannot."""
        display = self._terminal_display()
        if display is None or (display.wire.width, display.wire.height) != self.size:
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

    def draw_straight(self, canvas: LineCanvas, lines: Iterable[tuple[int, Strip]]) -> bool:
        """Draw lines of a widget without Textual's compositor; False when that has to do it."""
        display = self._terminal_display()
        if display is None or self._batch_count or not self._running or self._closed or not self.explorer.is_arranged:
            return False
        region = canvas.region  # asked for only now: asked for before all is laid out, Textual forgets what it has to draw
        if (display.wire.width, display.wire.height) != self.size or region.size != canvas.size:
            return False
        for y, strip in lines:
            display.wire.paint(region.x, region.y + y, ((text, style) for text, style, _ in strip))
        self.show_soon()
        return True

    def show_soon(self) -> None:
        """Send what was drawn straight, and move the terminal's cursor to its place, as soon as nothing else is to be done."""
        if not self._is_showing:
            self._is_showing = True
            asyncio.get_running_loop().call_soon(self._show)

    def _show(self) -> None:
        self._is_showing = False
        display = self._terminal_display()
        if display is not None and self._running and not self._closed:
            display.show(self._place_of_cursor(), shows_cursor=self.shows_caret)

    def _place_of_cursor(self) -> Offset:
        if self.explorer.is_arranged:  # else no widget knows its place
            self.cursor_position = cursor_place(self.explorer)
        return self.screen.outer_size.clamp_offset(self.cursor_position)

    def _terminal_display(self) -> Display | None:
        return getattr(self._driver, "display", None)

    def _display(self, screen: Screen[object], renderable: Any) -> None:
        """Show what has been composed: through our own wire where that is possible."""
        display = self._terminal_display()
        if display is None or not isinstance(renderable, CompositorUpdate):
            super()._display(screen, renderable)
            return
        if not self._batch_count and self._running and not self._closed:
            display.draw(renderable, self._place_of_cursor(), shows_cursor=self.shows_caret)
        self.post_display_hook()

    def on_load(self) -> None:
        """What fails in the event loop itself fails like everything else."""
        asyncio.get_running_loop().set_exception_handler(self._on_loop_failure)

    def on_mount(self) -> None:
        """Begin the work in the background once the first frame has been painted."""
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

    async def on_event(self, event: events.Event) -> None:
        """Whoever presses a key goes somewhere: look where, a little later."""
        await super().on_event(event)
        if isinstance(event, events.Key | events.Paste):
            self.explorer.last_place = None
            self._is_touched = True
            if self.scribe is not None and not self._is_noting:
                self._is_noting = True
                asyncio.get_running_loop().call_later(NOTING_SECONDS, self._note_place)

    def exit(self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """End with the exit code `result`; the first one given counts."""
        driver = self._terminal_driver()
        code = driver.end(result or 0) if driver is not None else result
        if self.scribe is not None and not self._exit:
            self.scribe.finish(self._place_now())
        super().exit(code, return_code, message)

    def code_of_signal(self, number: int) -> int:
        """The exit code after a signal that ends the program; called in a thread of its own."""
        return 128 + number

    def action_suspend_process(self) -> None:
        """Stop, as a job of a shell, until the shell brings it back."""
        driver = self._terminal_driver()
        if driver is None or not driver.can_suspend or driver.code is not None:
            return
        self._note_place()
        if not driver.suspend():
            self.explorer.status.say("No shell has started this, so there is none to go back to")
            self.explorer.settle_status()

    def fail(self, error: BaseException) -> None:
        """Note a failure of our own, and end; from any thread.

        One line for the person, the way to it without any values into a file.
        """
        if self.failure is None:
            self.failure, self.trace = "briefing-tui failed", trace_of(error)
            place = None if self.profile.is_kiosk else log_failure(self.trace, self.state_folder)
            if place is not None:
                self.failure += f"; details are in {safe_line(str(place))}"
        driver = self._terminal_driver()
        if driver is not None:
            driver.end(INTERNAL_FAILURE)

    def fail_from_thread(self, error: BaseException) -> None:
        """What a thread of ours was for will not be done any more: end."""
        self.fail(error)
        driver = self._terminal_driver()
        if driver is not None:
            driver.call_soon(self._close_failed)

    def give_terminal_back(self) -> None:
        """Leave the terminal as it was found, should that not have happened yet."""
        driver = self._terminal_driver()
        if driver is not None:
            driver.stop_application_mode()
            driver.close()

    def take_time(self) -> None:
        """The terminal has been given back, and what is left to do may take as long as it takes."""
        driver = self._terminal_driver()
        if driver is not None and not driver.is_stuck:
            driver.take_time()

    def _terminal_driver(self) -> TerminalDriver | None:
        return self._driver if hasattr(self._driver, "suspend") else None  # type: ignore[return-value]

    def _place_now(self) -> LastPlace | None:
        return place_of(self.explorer) if self.explorer.is_mounted else None

    def _note_place(self) -> None:
        self._is_noting = False
        place = self._place_now()
        if self.scribe is not None and place is not None:
            self.scribe.note(place)

    def _handle_exception(self, error: Exception) -> None:
        """Textual's own way for what fails in a widget, a message, a timer; it goes on to `_fatal_error` or `panic`."""
        self.fail(error)
        super()._handle_exception(error)

    def _set_pointer_shape(self, shape: str) -> None:
        """Leave the mouse's pointer alone: no mouse is used, and old terminals would print what asks for another shape."""

    def _fatal_error(self) -> None:
        """Close, without Textual's screen of local variables."""
        self._close_failed()

    def panic(self, *renderables: RenderableType) -> None:
        """Close after a failure inside Textual, without what it would show."""
        del renderables
        self.failure = self.failure or "briefing-tui failed"
        self._close_failed()

    def _close_failed(self) -> None:
        if self.scribe is not None and not self._is_touched:
            self.scribe.forget()  # the way back there may be what fails: it is not gone again the next time
        elif self.scribe is not None:
            self.scribe.finish(None)
        self._close_messages_no_wait()

    def _on_loop_failure(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        del loop
        error = context.get("exception")
        if isinstance(error, Exception):
            self._handle_exception(error)

"""Runs an application on the terminal, and sees to it that every failure ends in one line and with the terminal as it was."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from briefing_tui.tui.failing import trace_of
from briefing_tui.tui.keeping import log_failure

if TYPE_CHECKING:
    from briefing_tui.tui.app import ExplorerApp

LEAST_OF_SIGNALS = 128
"""Exit codes from here on are those of signals, and of a terminal that is gone."""


def run_app(app: ExplorerApp) -> int:
    """Run `app` until it ends; returns the exit code, after a failure of ours that of `app.INTERNAL_FAILURE`.

    After a signal, or without its terminal, the process has to be over soon: nothing may be waited for any more.
    """
    from briefing_tui.tui.app import INTERNAL_FAILURE

    with _failures_taken_by(app):
        try:
            code = app.run(mouse=False) or 0
        except Exception as error:  # noqa: BLE001 - what fails in the end itself
            app.fail(error)
        app.give_terminal_back()
    if app.failure is not None:
        tell(f"{app.failure}{_trace_if_wanted(app)}")
        code = INTERNAL_FAILURE
    if code < LEAST_OF_SIGNALS:
        app.take_time()
    return code


def tell(line: str) -> None:
    """Say something on standard error, if there is anybody left to hear it."""
    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            sys.stderr.write(f"{line}\n")
            sys.stderr.flush()


@contextmanager
def _failures_taken_by(app: ExplorerApp) -> Iterator[None]:
    """Failures in threads, and in places that nobody calls, become failures of the app: they never write on its screen."""

    def in_thread(failure: threading.ExceptHookArgs) -> None:
        if failure.exc_value is not None:
            app.fail_from_thread(failure.exc_value)

    def nowhere(failure: sys.UnraisableHookArgs) -> None:
        if failure.exc_value is not None and not app.profile.is_kiosk:
            log_failure(trace_of(failure.exc_value), app.state_folder)

    before = threading.excepthook, sys.unraisablehook
    threading.excepthook, sys.unraisablehook = in_thread, nowhere
    try:
        yield
    finally:
        threading.excepthook, sys.unraisablehook = before


def _trace_if_wanted(app: ExplorerApp) -> str:
    return f"\n{app.trace}" if app.trace and os.environ.get("BRIEFING_TUI_DEBUG") else ""

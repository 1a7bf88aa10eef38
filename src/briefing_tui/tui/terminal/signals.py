"""Signals from outside, and an end that comes at the latest when it was said to come."""

from __future__ import annotations

import os
import select
import signal
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from time import monotonic
from types import FrameType
from typing import Final

ENDING: Final = (
    signal.SIGHUP,
    signal.SIGINT,
    signal.SIGQUIT,
    signal.SIGTERM,
    signal.SIGALRM,
    signal.SIGUSR1,
    signal.SIGUSR2,
    signal.SIGXCPU,
)
"""What would end the program without a word to the terminal."""
_STOPPING_SECONDS: Final = 0.4
"""How long a stop may take to arrive, and how long the news that it is over."""


class SignalWatch:
    """Hears signals, and keeps the time, in a thread of its own: whatever the rest of the program is busy with.

    Python runs handlers only between two steps of its main thread, which may never take the next one. The number of each
    signal goes through a pipe as well (`signal.set_wakeup_fd`), and that is what is listened to here.
    """

    def __init__(self, *, on_signal: Callable[[int], None], at_deadline: Callable[[], None]) -> None:
        """Both are called in the thread; `at_deadline` is the last thing that is."""
        self._on_signal, self._at_deadline = on_signal, at_deadline
        self._deadline: float | None = None
        self._continued = threading.Event()
        self._is_stopping = False
        self._reading, self._writing = os.pipe()
        for end in (self._reading, self._writing):
            os.set_blocking(end, False)

    def start(self, *, ignored: Iterable[signal.Signals] = ()) -> None:
        """Begin to listen; only the main thread may. What whoever started us had ignored stays so."""
        for number in ignored:
            signal.signal(number, signal.SIG_IGN)
        for number in (*ENDING, signal.SIGWINCH, signal.SIGTSTP, signal.SIGCONT):
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._note)
        signal.set_wakeup_fd(self._writing, warn_on_full_buffer=False)
        threading.Thread(target=self._run, name="signals", daemon=True).start()

    @property
    def can_stop(self) -> bool:
        """Whether a shell that could go on with something else has started us."""
        return signal.getsignal(signal.SIGTSTP) is not signal.SIG_IGN

    def end_within(self, seconds: float) -> None:
        """Call `at_deadline` after so long, unless `take_time` is called before. The first one counts."""
        if self._deadline is None:
            self._deadline = monotonic() + seconds
            self._nudge()

    def take_time(self) -> None:
        """There is no deadline any more."""
        self._deadline = None
        self._nudge()

    def stop_group(self) -> bool:
        """Stop the whole job (a pipeline, a shell script around us), until somebody continues it; False if nothing stopped it.

        The signal takes a moment to arrive (other threads of ours may take it first), and is dropped where the job has no
        shell that could continue it.
        """
        self._continued.clear()
        self._is_stopping = True
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(0, signal.SIGTSTP)
        was_stopped = self._continued.wait(_STOPPING_SECONDS) or self._continued.wait(_STOPPING_SECONDS)
        signal.signal(signal.SIGTSTP, self._note)
        self._is_stopping = False
        return was_stopped

    def _note(self, number: int, frame: FrameType | None) -> None:
        """The number is in the pipe already, unless somebody else (asyncio's `add_signal_handler`) has put theirs in its place."""
        del frame
        if signal.set_wakeup_fd(self._writing, warn_on_full_buffer=False) != self._writing:
            with suppress(BlockingIOError):
                os.write(self._writing, bytes([number]))

    def _nudge(self) -> None:
        with suppress(BlockingIOError):  # there is enough to wake up for
            os.write(self._writing, b"\0")

    def _run(self) -> None:
        while True:
            deadline = self._deadline
            select.select([self._reading], [], [], None if deadline is None else max(0.0, deadline - monotonic()))
            try:
                numbers = os.read(self._reading, 64)
            except BlockingIOError:
                numbers = b""
            for number in numbers:
                if number == signal.SIGCONT and self._is_stopping:
                    self._continued.set()
                elif number:
                    self._on_signal(number)
            if self._deadline is not None and monotonic() >= self._deadline:
                self._at_deadline()
                return

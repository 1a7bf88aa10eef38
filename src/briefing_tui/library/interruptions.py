"""Ctrl-C, and being asked to end, while a library is written: what is there is kept, and the rest is left for another time."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from types import FrameType, TracebackType
from typing import Final, Self, TypeVar

_Item = TypeVar("_Item")
_ASKING: Final = ("SIGINT", "SIGTERM", "SIGHUP")
"""Signals that ask a program to end: Ctrl-C, `kill`, and a terminal that goes away."""

_Handler = Callable[[int, FrameType | None], object] | int | None


class Interruptions:
    """Within it a signal to end is only remembered, except while `wait_for` waits: it ends the waiting, and with it the items.

    So what is done with an item, up to the end of its transaction, is never cut in two. On the way out `KeyboardInterrupt` is
    raised if there was such a signal. A signal that is ignored stays so (`nohup`), and threads other than the main one get none.
    """

    def __init__(self) -> None:
        self._came = False
        self._is_waiting = False
        self._before: dict[int, _Handler] = {}

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            for name in _ASKING:
                number = getattr(signal, name, None)
                if number is not None and signal.getsignal(number) not in (signal.SIG_IGN, None):
                    self._before[number] = signal.signal(number, self._note)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
        if self._came and kind is None:
            raise KeyboardInterrupt

    def wait_for(self, items: Iterable[_Item]) -> Iterator[_Item]:
        """The items, until a signal to end comes."""
        source = iter(items)
        while not self._came:
            try:
                self._is_waiting = True
                item = next(source)
                self._is_waiting = False
            except StopIteration:
                return
            except KeyboardInterrupt:
                self._came = True
                return
            finally:
                self._is_waiting = False
            yield item

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        self._came = True
        if self._is_waiting:
            self._is_waiting = False
            raise KeyboardInterrupt

"""Work spread over processes, its results in the order of the tasks, and no task able to end the run."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Thread
from typing import Final, Generic, TypeVar

_Task = TypeVar("_Task")
_Done = TypeVar("_Done")
LONG_STRETCHES: Final = 10
"""Results that take longer than so many waits, each of `_LOOK_UP_SECONDS`, are announced by an empty list."""
_AHEAD: Final = 6
"""Chunks a process that wait for it, so that it never waits for us."""

_LOOK_UP_SECONDS: Final = 0.5
"""How long we wait at a stretch: a signal that comes just as the waiting begins is heeded only when it ends."""


class Workers(Generic[_Task, _Done]):
    """Processes that do `work` on one task after the other. `work` must be a function of a module, tasks and results picklable.

    They end with us: at once when nothing more is asked of them, and also when this process is killed.
    `lost` says what the result of a task is that ended its process (by exhausting the memory, say) when it was tried alone.
    """

    def __init__(self, work: Callable[[_Task], _Done], lost: Callable[[_Task], _Done], jobs: int) -> None:
        self._work = work
        self._lost = lost
        self._jobs = jobs

    def run(self, chunks: Iterable[Sequence[_Task]]) -> Generator[list[_Done]]:
        """The results of each chunk of tasks, in their order. Chunks are taken only a few ahead of what is asked for.

        An empty list comes before results that take long, so that who asks for them need not wait with a file locked.
        """
        waiting: deque[tuple[Sequence[_Task], Future[bytes]]] = deque()
        pool = _Pool(self._jobs)
        try:
            for chunk in chunks:
                waiting.append((chunk, pool.submit(_work_through, self._work, chunk)))
                if len(waiting) > _AHEAD * self._jobs:
                    if _takes_long(waiting[0][1]):
                        yield []
                    done, pool = self._first(waiting, pool)
                    yield done
            while waiting:
                if _takes_long(waiting[0][1]):
                    yield []
                done, pool = self._first(waiting, pool)
                yield done
        finally:
            pool.end()

    def _first(self, waiting: deque[tuple[Sequence[_Task], Future[bytes]]], pool: _Pool) -> tuple[list[_Done], _Pool]:
        chunk, future = waiting.popleft()
        while not future.done():
            wait([future], timeout=_LOOK_UP_SECONDS)
        try:
            return pickle.loads(future.result()), pool  # noqa: S301 - made by our own process
        except BrokenProcessPool:
            pool.end()
        done = [self._alone(task) for task in chunk]
        pool = _Pool(self._jobs)
        again = [chunk for chunk, _ in waiting]
        waiting.clear()
        waiting.extend((chunk, pool.submit(_work_through, self._work, chunk)) for chunk in again)
        return done, pool

    def _alone(self, task: _Task) -> _Done:
        pool = _Pool(1)
        try:
            done: list[_Done] = pickle.loads(pool.submit(_work_through, self._work, [task]).result())  # noqa: S301
        except BrokenProcessPool:
            return self._lost(task)
        finally:
            pool.end()
        return done[0]


def _takes_long(future: Future[bytes]) -> bool:
    return not any(wait([future], timeout=_LOOK_UP_SECONDS).done for _ in range(LONG_STRETCHES))


class _Pool:
    """Processes that wait for tasks, and that end when they are told to or when nobody is left to tell them."""

    def __init__(self, jobs: int) -> None:
        method = "fork" if sys.platform == "linux" else "spawn"  # what is loaded before is shared by forked processes
        context = get_context(method)
        theirs, self._ours = context.Pipe(duplex=False)
        self._executor = ProcessPoolExecutor(jobs, context, _settle_in, (theirs, self._ours))

    def submit(
        self,
        run: Callable[[Callable[[_Task], _Done], Sequence[_Task]], bytes],
        work: Callable[[_Task], _Done],
        tasks: Sequence[_Task],
    ) -> Future[bytes]:
        """Have a process do `run(work, tasks)`. Should one have ended by itself before, the result is that."""
        try:
            return self._executor.submit(run, work, tasks)
        except BrokenProcessPool as error:
            broken: Future[bytes] = Future()
            broken.set_exception(error)
            return broken

    def end(self) -> None:
        """End the processes, whatever they are doing, and wait until they have: Python's own end would trip over half an end of ours."""
        self._ours.close()
        self._executor.shutdown(wait=True, cancel_futures=True)


def _settle_in(ours: Connection, parents: Connection) -> None:
    """A child leaves Ctrl-C to its parent, lets be what it has inherited, and ends when its parent closes the pipe or dies."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN if name == "SIGINT" else signal.SIG_DFL)
    parents.close()
    Thread(target=_end_with_parent, args=(ours,), daemon=True).start()
    gc.freeze()


def _end_with_parent(ours: Connection) -> None:
    with suppress(EOFError, OSError):
        ours.recv_bytes()
    os._exit(0)


def _work_through(work: Callable[[_Task], _Done], tasks: Sequence[_Task]) -> bytes:
    return pickle.dumps([work(task) for task in tasks], pickle.HIGHEST_PROTOCOL)

"""Work spread over processes, its results in the order of the tasks, and no task able to end the run."""

from __future__ import annotations

import gc
import pickle
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Final, Generic, TypeVar

_Task = TypeVar("_Task")
_Done = TypeVar("_Done")
_AHEAD: Final = 2
"""Chunks a process that wait for it, so that it never waits for us."""


class Workers(Generic[_Task, _Done]):
    """Processes that do `work` on one task after the other. `work` must be a function of a module, tasks and results picklable.

    `lost` says what the result of a task is that ended its process (by exhausting the memory, say) when it was tried alone.
    """

    def __init__(self, work: Callable[[_Task], _Done], lost: Callable[[_Task], _Done], jobs: int) -> None:
        self._work = work
        self._lost = lost
        self._jobs = jobs

    def run(self, chunks: Iterable[Sequence[_Task]]) -> Iterator[list[_Done]]:
        """The results of each chunk of tasks, in their order. Chunks are taken only a few ahead of what is asked for."""
        waiting: deque[tuple[Sequence[_Task], Future[bytes]]] = deque()
        pool = self._pool(self._jobs)
        try:
            for chunk in chunks:
                waiting.append((chunk, pool.submit(_work_through, self._work, chunk)))
                if len(waiting) > _AHEAD * self._jobs:
                    done, pool = self._first(waiting, pool)
                    yield done
            while waiting:
                done, pool = self._first(waiting, pool)
                yield done
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    def _first(
        self, waiting: deque[tuple[Sequence[_Task], Future[bytes]]], pool: ProcessPoolExecutor
    ) -> tuple[list[_Done], ProcessPoolExecutor]:
        chunk, future = waiting.popleft()
        try:
            return pickle.loads(future.result()), pool  # noqa: S301 - made by our own process
        except BrokenProcessPool:
            pool.shutdown(wait=False, cancel_futures=True)
        done = [self._alone(task) for task in chunk]
        pool = self._pool(self._jobs)
        again = [chunk for chunk, _ in waiting]
        waiting.clear()
        waiting.extend((chunk, pool.submit(_work_through, self._work, chunk)) for chunk in again)
        return done, pool

    def _alone(self, task: _Task) -> _Done:
        with self._pool(1) as pool:
            try:
                done: list[_Done] = pickle.loads(pool.submit(_work_through, self._work, [task]).result())  # noqa: S301
            except BrokenProcessPool:
                return self._lost(task)
        return done[0]

    @staticmethod
    def _pool(jobs: int) -> ProcessPoolExecutor:
        method = "fork" if sys.platform == "linux" else "spawn"  # what is loaded before is shared by forked processes
        return ProcessPoolExecutor(jobs, mp_context=get_context(method), initializer=_settle_in)


def _settle_in() -> None:
    """A child leaves Ctrl-C to its parent, and lets be what it has inherited."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()


def _work_through(work: Callable[[_Task], _Done], tasks: Sequence[_Task]) -> bytes:
    return pickle.dumps([work(task) for task in tasks], pickle.HIGHEST_PROTOCOL)

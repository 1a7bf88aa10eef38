"""Processes that work for us do not outlive us, and one that ends does not end the rest."""

import signal
import subprocess
import sys
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from briefing_tui.library import workers
from briefing_tui.library.workers import Workers

BUSY = """
import signal, time
from briefing_tui.library.workers import Workers
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored in what a shell runs in the background
def work(task):
    print(task, flush=True)
    time.sleep(3600)
list(Workers(work, print, 2).run([["begun"], ["begun"]]))
"""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_processes_end_with_the_one_that_made_them_however_it_ends(number: signal.Signals) -> None:
    running = subprocess.Popen([sys.executable, "-c", BUSY], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        assert running.stdout is not None
        running.stdout.read(2 * len("begun\n"))
        running.send_signal(number)
        running.communicate(timeout=30)  # standard output ends when nobody holds it any more
        assert running.returncode != 0
    finally:
        running.kill()


def doubled(task: int) -> int:
    return 2 * task


def lost(task: int) -> int:
    return -task


class BreakingExecutor(ProcessPoolExecutor):
    """Processes one of which has ended when the third chunk is handed over."""

    submitted = 0

    def submit(self, *arguments: Any, **named: Any) -> Future[Any]:
        BreakingExecutor.submitted += 1
        if BreakingExecutor.submitted == 3:
            raise BrokenProcessPool
        return super().submit(*arguments, **named)


def test_a_process_that_has_ended_before_a_chunk_is_handed_over_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "ProcessPoolExecutor", BreakingExecutor)
    run = Workers(doubled, lost, 2).run([[1], [2], [3], [4]])
    assert list(run) == [[2], [4], [6], [8]]


def waits_for(task: tuple[Path, int]) -> int:
    while not task[0].exists():
        pass
    return task[1]


def test_results_that_take_long_are_announced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "LONG_STRETCHES", 1)
    begun = tmp_path / "begun"
    results = Workers(waits_for, lambda task: task[1], 2).run([[(begun, 1)], [(begun, 2)]])
    assert next(results) == []
    begun.touch()
    assert [done for done in results if done] == [[1], [2]]

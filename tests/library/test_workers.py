"""Processes that work for us do not outlive us."""

import signal
import subprocess
import sys

import pytest

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

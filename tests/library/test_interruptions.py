"""Signals to end: what is being done is done, and nothing more is begun."""

import os
import signal
from collections.abc import Iterator

import pytest

from briefing_tui.library.interruptions import Interruptions


@pytest.fixture(autouse=True)
def heed_ctrl_c() -> Iterator[None]:
    """Tests may run in the background of a shell, where Ctrl-C is ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_a_signal_while_an_item_is_dealt_with_ends_the_items_after_it() -> None:
    def deal_with(item: int) -> int:
        if item == 2:
            os.kill(os.getpid(), signal.SIGINT)
        return item

    done = []
    with pytest.raises(KeyboardInterrupt), Interruptions() as interruptions:
        done += map(deal_with, interruptions.wait_for([1, 2, 3]))
    assert done == [1, 2]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_while_an_item_is_waited_for_ends_the_waiting(number: signal.Signals) -> None:
    def items() -> Iterator[int]:
        yield 1
        os.kill(os.getpid(), number)
        yield 2

    done = []
    before = signal.signal(
        number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL
    )  # nohup ignores some
    try:
        with pytest.raises(KeyboardInterrupt), Interruptions() as interruptions:
            done += interruptions.wait_for(items())
    finally:
        signal.signal(number, before)
    assert done == [1]


def test_handlers_are_put_back() -> None:
    before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
    with Interruptions():
        assert signal.getsignal(signal.SIGTERM) != before[1]
    assert (signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)) == before


def test_a_signal_that_is_ignored_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with Interruptions() as interruptions:
            os.kill(os.getpid(), signal.SIGHUP)
            assert list(interruptions.wait_for([1])) == [1]
    finally:
        signal.signal(signal.SIGHUP, before)

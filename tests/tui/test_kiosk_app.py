"""The application of a kiosk: its clock, and what it keeps."""

import time
from contextlib import asynccontextmanager

import pytest
from tests.tui.conftest import Person
from tests.tui.libraries import make_library

from briefing_tui.library.sealed import open_sealed
from briefing_tui.searching.searcher import Searcher
from briefing_tui.tui.archive.asking import Question, begin_answer
from briefing_tui.tui.kiosk_app import KioskApp
from briefing_tui.tui.profile import Profile


@pytest.fixture
def open_kiosk(tmp_path):
    @asynccontextmanager
    async def opened(*, idle_seconds=1800.0, lasts_seconds=28_800.0):
        with open_sealed(make_library(tmp_path / "public.sqlite")) as library:
            connections = [one.connection for one in library.spare]
            searcher = Searcher(library)
            app = KioskApp(
                library,
                searcher,
                begin_answer(searcher, Question(0, "")),
                profile=Profile(is_remote=True, is_kiosk=True),
                idle_seconds=idle_seconds,
                end=time.monotonic() + lasts_seconds,
            )
            app.connections = connections
            async with app.run_test(size=(120, 40)) as pilot:
                await pilot.pause()
                yield Person(app, pilot)

    return opened


async def wait_until(is_so, person):
    end = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < end
        await person.pilot.pause(0.01)


async def test_nobody_at_the_keys_ends_the_session(open_kiosk):
    async with open_kiosk(idle_seconds=0.05) as person:
        await wait_until(lambda: person.app.farewell, person)
        assert person.app.farewell == "Nobody has pressed a key for a while. Good-bye."


async def test_a_session_does_not_last_for_ever(open_kiosk):
    async with open_kiosk(lasts_seconds=0.05) as person:
        await wait_until(lambda: person.app.farewell, person)
        assert person.app.farewell == "This session has lasted as long as one may. Good-bye."


async def test_before_it_ends_for_want_of_keys_it_says_so_and_a_key_puts_it_off(open_kiosk):
    async with open_kiosk(idle_seconds=60.2) as person:
        await wait_until(lambda: "Still there?" in person.status(), person)
        await person.press("j")
        person.app.look_at_clock()
        await person.pilot.pause()
        assert person.app.farewell == ""
        assert "Still there?" not in person.screen()


async def test_a_copied_sentence_is_kept_nowhere(open_kiosk, tmp_path):
    async with open_kiosk() as person:
        before = sorted(tmp_path.rglob("*"))
        await person.press("y")
        assert person.status() == "Copied to the clipboard of your terminal, if it allows it"
        assert sorted(tmp_path.rglob("*")) == before


async def test_a_query_that_costs_too_much_is_told_in_a_line_and_the_next_one_is_answered(open_kiosk):
    async with open_kiosk() as person:
        (asked,) = person.app.connections
        asked.most_seconds = -1.0  # every statement has had its time at its first step
        asked.set_progress_handler(asked.is_spent, 1)
        await person.type("/harbour")
        await wait_until(lambda: "takes too long and was given up; ask for less" in person.screen(), person)
        asked.most_seconds = 60.0
        await person.type(" poland")
        await wait_until(lambda: "1 hit" in person.screen() or "2 hits" in person.screen(), person)


async def test_help_does_not_speak_of_what_is_not_there(open_kiosk):
    async with open_kiosk() as person:
        await person.press("question_mark")
        shown = person.screen()
        assert "Correcting" not in shown
        assert "background" not in shown


async def test_nobody_is_told_to_save_a_search_who_cannot(open_kiosk):
    async with open_kiosk() as person:
        await person.press("S")
        assert "No searches are saved in this library" in person.screen()
        assert "briefing-tui save" not in person.screen()

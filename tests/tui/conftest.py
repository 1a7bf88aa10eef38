"""What tests of the explorer share."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from tests.tui.briefings import harbour
from tests.tui.libraries import make_library
from textual import events

from briefing_tui.library import open_library
from briefing_tui.model import Document
from briefing_tui.searching.searcher import Searcher
from briefing_tui.tui.app import ExplorerApp
from briefing_tui.tui.archive.asking import Question, begin_answer
from briefing_tui.tui.files_app import FilesApp
from briefing_tui.tui.library_app import LibraryApp
from briefing_tui.tui.person import Person as Explorer
from briefing_tui.tui.profile import Profile


class Person:
    """Somebody at the keyboard of an explorer."""

    def __init__(self, app: ExplorerApp, pilot) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def explorer(self):
        return self.app.explorer

    async def press(self, *keys: str) -> None:
        """Press keys as the terminal driver would, letting the app run after each; then wait until it rests."""
        for key in keys:
            event = events.Key(key, {"space": " "}.get(key, key if len(key) == 1 else None))
            event.set_sender(self.app)
            self.app._driver.send_message(event)
            for _ in range(40):
                await asyncio.sleep(0)
        await self.pilot.pause()

    async def type(self, words: str) -> None:
        names = {" ": "space", "/": "slash"}
        await self.press(*(names.get(letter, letter) for letter in words))

    async def all_read(self) -> None:
        while self.explorer.is_loading:
            await self.pilot.pause(0.01)
        await self.pilot.pause()

    def lines(self) -> list[str]:
        """What the screen shows, line by line, without trailing spaces."""
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    def screen(self) -> str:
        return "\n".join(self.lines()) + "\n"

    def status(self) -> str:
        return self.explorer.status.message

    def selected(self) -> str | None:
        """The id of the selected record."""
        return self.explorer.record.id if self.explorer.record else None


OpenExplorer = Callable[..., AbstractAsyncContextManager[Person]]


@pytest.fixture(autouse=True)
def no_multiplexer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may sit in tmux or screen."""
    for name in ("TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.fixture
def open_explorer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OpenExplorer:
    """Opens an explorer on briefings made by hand: `async with open_explorer(harbour(), size=(120, 40)) as person`."""
    for name in ("NO_COLOR", "TEXTUAL", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS"):
        monkeypatch.delenv(name, raising=False)

    @asynccontextmanager
    async def opened(
        *ready: Document | str,
        coming: Iterable[Document | str] = (),
        size: tuple[int, int] = (120, 40),
        first_run: bool = False,
        colour: bool = True,
        remote: bool = False,
        wait: bool = True,
    ) -> AsyncIterator[Person]:
        app = FilesApp(
            list(ready) or [harbour()],
            iter(coming),
            state_folder=tmp_path / "state",
            first_run=first_run,
            profile=Profile(has_colour=colour, is_remote=remote),
        )
        async with app.run_test(size=size) as pilot:
            person = Person(app, pilot)
            if wait:
                await person.all_read()
            yield person

    return opened


class Archivist(Person):
    """Somebody at the keyboard of an explorer over a library."""

    async def press(self, *keys: str) -> None:
        for key in keys:
            await super().press(key)
            await self.rest()

    async def rest(self) -> None:
        """Wait until every question is answered and every correction written."""
        async with asyncio.timeout(20):
            while self.explorer.search.is_waiting or self.app.corrector.undelivered:
                await self.pilot.pause(0.002)
        await self.pilot.pause()


@pytest.fixture
def open_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OpenExplorer:
    """Opens an explorer on a library of briefings made by hand."""
    for name in ("NO_COLOR", "TEXTUAL", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS"):
        monkeypatch.delenv(name, raising=False)

    @asynccontextmanager
    async def opened(
        *briefings, query: str = "", size: tuple[int, int] = (120, 40), remote: bool = False
    ) -> AsyncIterator[Archivist]:
        path = make_library(tmp_path / "library.sqlite", *briefings)
        with open_library(path) as library:
            searcher = Searcher(library)
            answer = begin_answer(searcher, Question(0, query))
            person = Explorer("tester", cache_folder=tmp_path.parent / "cache")
            profile = Profile(is_remote=remote)
            app = LibraryApp(library, searcher, answer, person=person, state_folder=tmp_path / "state", profile=profile)
            async with app.run_test(size=size) as pilot:
                archivist = Archivist(app, pilot)
                await pilot.pause()
                await archivist.rest()
                yield archivist

    return opened

"""The application over a library."""

from __future__ import annotations

import gc
from pathlib import Path

from textual.message import Message

from briefing_tui.library import Library
from briefing_tui.searching.searcher import Searcher
from briefing_tui.tui.app import ExplorerApp
from briefing_tui.tui.archive.asking import Answer
from briefing_tui.tui.archive.correcting import Corrector, Outcome
from briefing_tui.tui.archive.desk import Desk
from briefing_tui.tui.archive.listing import LibraryListing
from briefing_tui.tui.keeping import keep_quote
from briefing_tui.tui.looks import looks
from briefing_tui.tui.person import Person
from briefing_tui.tui.profile import Profile
from briefing_tui.tui.screens.library_screen import LibraryScreen


class Answered(Message):
    """What the library answered, or the beginning of it."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.answer = answer


class Corrected(Message):
    """What became of a correction."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__()
        self.outcome = outcome


class LibraryApp(ExplorerApp, inherit_bindings=False):
    """Shows the beginning of an answer at once; the rest, and other answers, come from a thread of their own."""

    def __init__(
        self,
        library: Library,
        searcher: Searcher,
        answer: Answer,
        *,
        person: Person,
        state_folder: Path,
        first_run: bool = False,
        profile: Profile = Profile(),  # noqa: B008 - it cannot be changed
    ) -> None:
        """`answer` is the beginning of the answer to the first question."""
        super().__init__(state_folder=state_folder, profile=profile)
        self.corrector = Corrector(library.path, person, lambda outcome: self.post_from_thread(Corrected(outcome)))
        self.desk = Desk(library, lambda found: self.post_from_thread(Answered(found)))
        self.explorer: LibraryScreen = LibraryScreen(
            LibraryListing(library, searcher, answer),
            looks(colour=profile.has_colour, sparing=profile.is_remote),
            ask=self.desk.ask,
            do=self.corrector.do,
            copied=state_folder / "copied.txt",
            keep=self.keep,
            scroll_rows=self.scroll_rows,
            first_run=first_run,
        )

        self.explorer.is_kiosk = profile.is_kiosk

    def keep(self, quote: str) -> str:
        """Store a copied quote, and say where."""
        return keep_quote(quote, self.state_folder)

    def begin(self) -> None:
        """Find the rest of the first answer."""
        self.explorer.search.ask_again()

    def on_answered(self, message: Answered) -> None:
        """Show what came."""
        if not gc.isenabled():  # as `FilesApp` does
            gc.freeze()
            gc.enable()
        self.explorer.take(message.answer)
        if self.explorer.last_place is not None and message.answer.problem is None:
            self.explorer.return_to_last_place()
            if message.answer.is_complete:
                self.explorer.last_place = None
            self.explorer.settle()

    def on_corrected(self, message: Corrected) -> None:
        """Tell what became of a correction."""
        self.corrector.undelivered -= 1
        self.explorer.corrections.take(message.outcome)

    def on_unmount(self) -> None:
        """Nobody asks any more."""
        self.desk.close()

"""What a person says of records, written into the library in a thread: another program may be writing, and is waited for."""

from __future__ import annotations

import sqlite3
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

from briefing_tui.library import Library, LibraryError, open_library
from briefing_tui.tui.person import Person


@dataclass(frozen=True, slots=True)
class Deed:
    """One correction. `record` is None when it concerns the briefing; `text` is what was typed for a field or a day."""

    document: int
    action: Literal["accept", "reject", "edit", "publish", "undo"]
    record: str | None = None
    field: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a deed: a line to show, and whether the library has changed."""

    deed: Deed
    words: str
    is_done: bool


class Corrector:
    """Does deeds one after the other. `deliver` is called in its thread with the outcome of each."""

    def __init__(self, path: Path, person: Person, deliver: Callable[[Outcome], object]) -> None:
        self._path = path
        self._person = person
        self._deliver = deliver
        self.undelivered = 0
        """Deeds whose outcome has not been taken yet."""
        self._waiting: deque[Deed] = deque()
        self._news = threading.Condition()
        self._thread: threading.Thread | None = None

    def do(self, deed: Deed) -> None:
        """Do this as soon as those before are done."""
        with self._news:
            self._waiting.append(deed)
            self.undelivered += 1
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._work, name="correcting")  # no daemon: what was said is to be kept
                self._thread.start()

    def _work(self) -> None:
        while True:
            with self._news:
                if not self._waiting:
                    self._thread = None
                    return
                deed = self._waiting.popleft()
            try:
                with open_library(self._path, write=True) as library:
                    words = self._write(library, deed)
                outcome = Outcome(deed, words, is_done=True)
            except (LibraryError, sqlite3.Error) as error:
                outcome = Outcome(deed, str(error), is_done=False)
            except Exception as error:  # noqa: BLE001 - the person is told, and goes on
                words = f"a fault of this program ({type(error).__name__}: {error}); nothing was changed"
                outcome = Outcome(deed, words, is_done=False)
            self._deliver(outcome)

    def _write(self, library: Library, deed: Deed) -> str:
        from briefing_tui.library import corrections

        by, at = self._person.name, datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        if deed.record is None:
            return self._publish(library, deed, by, at)
        match deed.action:
            case "accept" | "reject":
                corrections.decide(library, deed.record, deed.action, by=by, at=at, document=deed.document)
                return f"{deed.action.capitalize()}ed · u undoes"
            case "edit":
                corrections.edit(library, deed.record, deed.field, deed.text, by=by, at=at, document=deed.document)
                return f"{deed.field} is set · u undoes"
            case _:
                corrections.undo(library, deed.record, by=by, at=at, document=deed.document)
                return "Undone: what was said before counts again"

    def _publish(self, library: Library, deed: Deed, by: str, at: str) -> str:
        from briefing_tui.extracting import LexiconError
        from briefing_tui.library import corrections
        from briefing_tui.library.adding import Lexica

        day = deed.text.strip()
        if deed.action != "undo" and day and not _is_day(day):
            raise LibraryError(f"{day!r} is no day; write it as YYYY-MM-DD, such as 2024-11-20")
        lexica = Lexica(self._person.own_lexicon, self._person.cache_folder)
        try:
            if deed.action == "undo":
                corrections.undo_published(library, deed.document, by=by, at=at, lexica=lexica)
                return "Undone: the day of publication is what it was before"
            corrections.set_published(library, deed.document, day or None, by=by, at=at, lexica=lexica)
        except LexiconError as error:
            raise LibraryError(str(error)) from error
        return f"Published {day}; the text was read again · u undoes" if day else "Published on an unknown day · u undoes"


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False

"""Where a person was when they left, for the next time: a small file for each library, or briefing, that was explored."""

from __future__ import annotations

import hashlib
import os
import stat
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefing_tui.model.panes import PANES, Pane
from briefing_tui.tui.keeping import log_failure, private_folder

if TYPE_CHECKING:
    from briefing_tui.library import Library

FIRST_LINE: Final = "briefing-tui place 1"
MOST_PLACES: Final = 200
"""Places that are remembered; the newest stay."""
MOST_CHARACTERS: Final = 4_000
"""Of a query; a longer one is not remembered."""
_LARGEST: Final = 20_000
"""Bytes of a file of ours."""
_SETTLE_SECONDS: Final = 1.0
"""While somebody goes from place to place, only so often is one written down."""
_LAST_SECONDS: Final = 0.5
"""How long leaving waits for the disk."""
_HEXADECIMAL: Final = frozenset("0123456789abcdef")
_MOST_OF_RECORD: Final = 200
_MOST_DIGITS: Final = 12


class PlaceError(ValueError):
    """What should be a place is none."""


@dataclass(frozen=True, slots=True)
class LastPlace:
    """Where a person was. What it points at may be gone by the next time."""

    query: str = ""
    pane: Pane = "aid"
    is_in_text: bool = False
    document: str = ""
    """The sha256 of the open briefing's text."""
    record: str = ""
    """The id of the selected record, if one of this briefing was."""
    offset: int = 0
    """The first character of the text that was in sight."""


def written(place: LastPlace) -> str:
    """A place as the lines of its file."""
    return (
        f"{FIRST_LINE}\nquery {place.query}\npane {place.pane}\nin-text {'yes' if place.is_in_text else 'no'}\n"
        f"document {place.document}\nrecord {place.record}\noffset {place.offset}\n"
    )


def read(text: str) -> LastPlace:
    """The place that the lines of a file tell.

    Raises:
        PlaceError: when they tell none.
    """
    first, *lines = text.split("\n")
    if first != FIRST_LINE:
        raise PlaceError("not of this format")
    said = dict(line.split(" ", 1) for line in lines if " " in line)
    query, document, record, offset = (said.get(name, "") for name in ("query", "document", "record", "offset"))
    pane = next((pane for pane in PANES if pane == said.get("pane")), None)
    if pane is None or said.get("in-text") not in {"yes", "no"}:
        raise PlaceError("no pane")
    if len(query) > MOST_CHARACTERS or not query.isprintable():
        raise PlaceError("no query")
    if len(document) not in {0, 64} or not _HEXADECIMAL.issuperset(document):
        raise PlaceError("no document")
    if len(record) > _MOST_OF_RECORD or not record.isascii() or not record.isprintable() or " " in record:
        raise PlaceError("no record")
    if len(offset) > _MOST_DIGITS or not offset.isascii() or not offset.isdecimal():
        raise PlaceError("no offset")
    return LastPlace(query, pane, said["in-text"] == "yes", document, record, int(offset))


class Memory:
    """The last place in one library, or one reading of files: a file named by a digest, so that no name tells what was read."""

    def __init__(self, state_folder: Path, subject: str) -> None:
        """`subject` tells one thing that is explored from all others."""
        self._state_folder = state_folder
        self._folder = state_folder / "places"
        self.path = self._folder / hashlib.sha256(subject.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    def recall(self) -> LastPlace | None:
        """The last place; None where there is none. What is broken is ignored, and told only to the log."""
        try:
            return read(_small_file(self.path))
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            log_failure(f"{self.path} is ignored: {type(error).__name__}", self._state_folder)
            return None

    def keep(self, place: LastPlace) -> None:
        """Write a place down. Whatever happens meanwhile, the file holds the old place or the new one.

        Raises:
            OSError: when it cannot be written; then it holds the old one.
        """
        if len(place.query) > MOST_CHARACTERS or not place.query.isprintable():
            return
        private_folder(self._state_folder)
        private_folder(self._folder)
        is_new = not self.path.exists()
        draft = self._folder / f".{self.path.name}.{os.getpid()}"
        with suppress(FileNotFoundError):
            draft.unlink()
        try:
            file = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            try:
                data = written(place).encode("utf-8", "replace")
                while data:
                    data = data[os.write(file, data) :]
                os.fsync(file)
            finally:
                os.close(file)
            draft.replace(self.path)
        except OSError:
            with suppress(OSError):
                draft.unlink()
            raise
        if is_new:
            self._forget_oldest()

    def forget(self) -> None:
        """Remember nothing of this any more."""
        with suppress(OSError):
            self.path.unlink()

    def _forget_oldest(self) -> None:
        known: list[tuple[float, Path]] = []
        for path in self._folder.iterdir():
            with suppress(OSError):  # another session was faster
                known.append((path.lstat().st_mtime, path))
        for _, path in sorted(known, reverse=True)[MOST_PLACES:]:
            with suppress(OSError):
                path.unlink()


class Scribe:
    """Writes places down in a thread of its own, now and then and at the end: no key waits for a disk."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self._next: LastPlace | None = None
        self._written: LastPlace | None = None
        self._is_last = False
        self._news = threading.Condition()
        self._thread: threading.Thread | None = None

    def note(self, place: LastPlace) -> None:
        """Remember this place, soon."""
        with self._news:
            if self._is_last or place in (self._next, self._written):
                return
            self._next = place
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="remembering", daemon=True)
                self._thread.start()
            self._news.notify_all()

    def finish(self, place: LastPlace | None) -> None:
        """Remember this place, or what was noted last, at once; a disk that takes long is not waited for."""
        if place is not None:
            self.note(place)
        with self._news:
            self._is_last = True
            self._news.notify_all()
        if self._thread is not None:
            self._thread.join(_LAST_SECONDS)

    def forget(self) -> None:
        """Remember nothing of this."""
        with self._news:
            self._is_last, self._next = True, None
            self._news.notify_all()
        if self._thread is not None:
            self._thread.join(_LAST_SECONDS)  # else what is being written just now would be there again afterwards
        self.memory.forget()

    def _run(self) -> None:
        while True:
            with self._news:
                self._news.wait_for(lambda: self._next is not None or self._is_last)
                self._news.wait_for(lambda: self._is_last, _SETTLE_SECONDS)
                place, self._next = self._next, None
            if place is not None and place != self._written:
                self._written = place
                with suppress(OSError):  # a full disk: the old place stays, and there is nothing the person could do
                    self.memory.keep(place)
            elif self._is_last:
                return


def memory_of_library(state_folder: Path, library: Library) -> Memory:
    """What is remembered of a library: of this path, and of one that began with the same briefing."""
    first = library.connection.execute("SELECT sha256 FROM documents ORDER BY number LIMIT 1").fetchone()
    return Memory(state_folder, f"library\0{os.path.realpath(library.path)}\0{first[0] if first else ''}")


def memory_of_files(state_folder: Path, sha256: str) -> Memory:
    """What is remembered of files whose first text has this digest."""
    return Memory(state_folder, f"files\0{sha256}")


def _small_file(path: Path) -> str:
    """The text of a regular file that is as small as ours are.

    Raises:
        OSError: when it cannot be read.
        ValueError: when it is something else.
    """
    file = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_NOFOLLOW)
    try:
        known = os.fstat(file)
        if not stat.S_ISREG(known.st_mode) or known.st_size > _LARGEST:
            raise PlaceError("no file of ours")
        return os.read(file, _LARGEST).decode("utf-8")
    finally:
        os.close(file)

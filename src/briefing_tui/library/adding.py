"""Sources into the library: read and extracted in as many processes as there are cores, written by this one, a batch at a time."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Final, Literal, NamedTuple

from briefing_tui.extracting import default_extractor
from briefing_tui.library.errors import LibraryError
from briefing_tui.library.indexing import settle_index
from briefing_tui.library.interruptions import Interruptions
from briefing_tui.library.opening import Library
from briefing_tui.library.preparing import Prepared, prepare
from briefing_tui.library.sqlite_words import told_plainly
from briefing_tui.library.workers import Workers
from briefing_tui.library.writing import Batch, Origin, Outcome, begin_batch
from briefing_tui.reading import ReadingError
from briefing_tui.reading.sources import PassedOver, Source, read_source, source_bytes

CHUNK_BYTES: Final = 512 * 1024
"""Source bytes that a process is given at a time."""
CHUNK_SOURCES: Final = 200
BATCH_CHARACTERS: Final = 5_000_000
"""Code points of text that one transaction writes at most."""
BATCH_SECONDS: Final = 5.0
"""After this long a transaction is closed: what a killed run can lose."""
FEW: Final = 8
"""Fewer sources than this are extracted in this process: starting others would take longer."""


class Lexica(NamedTuple):
    """Where the person's own lexicon and the compiled one are, for the processes to load."""

    own: Path | None
    cache: Path | None


@dataclass(slots=True)
class Tally:
    """What became of the sources so far."""

    outcomes: dict[Outcome, int] = field(default_factory=lambda: {"added": 0, "known": 0, "new version": 0, "completed": 0})
    skipped: int = 0
    """Sources that were not read again, because they are in the library as they are."""
    failures: int = 0
    source_bytes: int = 0
    records: int = 0
    """Of the briefings that are new."""

    @property
    def documents(self) -> int:
        """Texts that have been dealt with."""
        return sum(self.outcomes.values()) + self.skipped

    def include(self, other: Tally) -> None:
        """Add what became of other sources."""
        for outcome, count in other.outcomes.items():
            self.outcomes[outcome] += count
        self.skipped += other.skipped
        self.failures += other.failures
        self.source_bytes += other.source_bytes
        self.records += other.records


class Wanted(NamedTuple):
    """A source that has to be read, the digest it will be known by, and its size in bytes."""

    source: Source
    digest: str
    size: int


def add_sources(
    library: Library,
    sources: Iterable[Source | ReadingError],
    *,
    lexica: Lexica,
    rules: str,
    now: Callable[[], str],
    jobs: int,
    complain: Callable[[str], None],
    progress: Callable[[Tally], None],
) -> Tally:
    """Read, extract and write `sources`, in their order; what is in the library already is passed over.

    `jobs` is how many processes extract at the same time; `now` gives the time of adding (UTC, ISO 8601); `complain` gets a line
    for each source that cannot be read, `progress` the tally as it grows. A run that is killed loses at most the last
    transaction, one that is interrupted nothing that was written; run again, it goes on from there, and the library becomes the
    one it would have been.

    Raises:
        KeyboardInterrupt: when it was interrupted, or asked to end by SIGTERM or SIGHUP.
        LibraryError: when the library cannot be written; all transactions before that are in it.
        LexiconError: when the person's lexicon cannot be used.
    """
    tally = Tally()
    elsewhere: dict[str, Origin] = {}
    extracted = _extracted(_unknown(library, sources, tally, elsewhere, complain), lexica, jobs)
    with closing(extracted), Interruptions() as interruptions:
        for first in interruptions.wait_for(extracted):  # outside a transaction, so that others may write meanwhile
            if not first:
                continue
            with begin_batch(library, now=now(), rules=rules) as batch:
                began, characters = time.monotonic(), 0
                for chunk in chain([first], interruptions.wait_for(extracted)):
                    if not chunk:
                        break
                    characters += _write(batch, chunk, tally, complain)
                    progress(tally)
                    if characters >= BATCH_CHARACTERS or time.monotonic() - began >= BATCH_SECONDS:
                        break
        if elsewhere:
            with begin_batch(library, now=now(), rules=rules) as batch:
                for origin in elsewhere.values():
                    batch.note_again(origin)
    settle_index(library)
    progress(tally)
    return tally


def digest_of(source: Source, data: bytes) -> str:
    """A digest of a source's bytes and of what is known of it besides: what has the same digest is read the same."""
    known = repr((source.form, source.charset, source.is_piece, source.metadata)).encode("utf-8", "surrogatepass")
    return hashlib.sha256(hashlib.sha256(known).digest() + data).hexdigest()


_Read = tuple[Wanted, list[Prepared | str]]
"""What was read from a source: briefings, or lines about what could not be read of it."""


def _write(batch: Batch, chunk: Sequence[_Read], tally: Tally, complain: Callable[[str], None]) -> int:
    """Write what was read; returns how many code points of text that was."""
    characters = 0
    for wanted, read in chunk:
        for part, one in enumerate(read):
            if isinstance(one, str):
                tally.failures += 1
                complain(one)
                continue
            key = f"{wanted.source.key}#{part}" if part and wanted.source.key else wanted.source.key
            outcome = batch.add(one, Origin(wanted.source.place, key, wanted.digest))
            tally.outcomes[outcome] += 1
            tally.records += len(one.records) if outcome in ("added", "new version") else 0
            characters += one.characters
    return characters


def _unknown(
    library: Library,
    sources: Iterable[Source | ReadingError],
    tally: Tally,
    elsewhere: dict[str, Origin],
    complain: Callable[[str], None],
) -> Iterator[Wanted]:
    """The sources that have to be read. Those that hold what is known from another one go into `elsewhere`, by their keys."""
    asked: set[str | None] = set()
    for source in sources:
        data = source if isinstance(source, ReadingError) else _bytes_of(source)
        if isinstance(source, ReadingError) or isinstance(data, ReadingError):
            tally.failures += not isinstance(data, PassedOver)
            complain(str(data))
            continue
        tally.source_bytes += len(data)
        digest = digest_of(source, data)
        known = None if source.key in asked else _known(library, source.key, digest)  # what was asked for is yet to be written
        if known is None:
            if source.key is not None:
                asked.add(source.key)
                elsewhere.pop(source.key, None)
            yield Wanted(source, digest, len(data))
            continue
        if known == "elsewhere" and source.key is not None:
            elsewhere[source.key] = Origin(source.place, source.key, digest)
        tally.skipped += 1


def _known(library: Library, key: str | None, digest: str) -> Literal["here", "elsewhere"] | None:
    """Whether the library has what a source holds: from this source, or only from another one; None when it has to be read."""
    ask = library.connection.execute
    with told_plainly(library.path):
        if key is not None and ask("SELECT digest FROM sources WHERE key = ? AND is_latest", (key,)).fetchone() == (digest,):
            return "here"
        documents = {row for (row,) in ask("SELECT document FROM sources WHERE digest = ? AND is_latest LIMIT 2", (digest,))}
    if key is None:
        return "here" if documents else None
    return "elsewhere" if len(documents) == 1 else None


def _bytes_of(source: Source) -> bytes | ReadingError:
    try:
        return source_bytes(source)
    except ReadingError as error:
        return error


def _extracted(sources: Iterator[Wanted], lexica: Lexica, jobs: int) -> Generator[list[_Read]]:
    """What is read from `sources`, in their order, some at a time; an empty list before what takes long."""
    few = list(islice(sources, FEW))
    if jobs <= 1 or len(few) < FEW:
        for wanted in chain(few, sources):
            if wanted.size >= CHUNK_BYTES:
                yield []
            yield [_read(lexica, wanted)]
        return
    default_extractor(*lexica)  # before the processes are made, so that they share it
    yield from Workers(partial(_read, lexica), _lost, jobs).run(_chunks(chain(few, sources)))


def _chunks(sources: Iterable[Wanted]) -> Iterator[list[Wanted]]:
    chunk: list[Wanted] = []
    size = 0
    for wanted in sources:
        chunk.append(wanted)
        size += wanted.size
        if size >= CHUNK_BYTES or len(chunk) >= CHUNK_SOURCES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _read(lexica: Lexica, wanted: Wanted) -> _Read:
    place = wanted.source.place
    try:
        documents = read_source(wanted.source)
    except ReadingError as error:
        return wanted, [str(error)]
    except Exception as error:  # noqa: BLE001 - one bad source must not end a run over thousands; it is reported
        return wanted, [_fault(place, "read", error)]
    found: list[Prepared | str] = []
    for document in documents:
        if isinstance(document, ReadingError):
            found.append(str(document))
            continue
        try:
            found.append(prepare(default_extractor(*lexica).extract(document)))
        except LibraryError as error:
            found.append(f"{place}: {error}")
        except Exception as error:  # noqa: BLE001 - nor must one document
            found.append(_fault(place, "extracted", error))
    return wanted, found


def _fault(place: str, done: str, error: Exception) -> str:
    if os.environ.get("BRIEFING_TUI_DEBUG"):
        raise error
    return f"{place}: cannot be {done}, by a fault of this program ({type(error).__name__}: {error})"


def _lost(wanted: Wanted) -> _Read:
    return wanted, [f"{wanted.source.place}: reading it ended the process that did (out of memory?); it was passed over"]

"""Taking sources into a library, with what a person sees of it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from briefing_tui.cli.arguments import UsageError
from briefing_tui.cli.clock import utc_now
from briefing_tui.cli.folders import cache_folder, own_lexicon
from briefing_tui.cli.messages import complain
from briefing_tui.cli.progress import ShareDone
from briefing_tui.extracting import LexiconError
from briefing_tui.extracting.fingerprint import extraction_fingerprint
from briefing_tui.extracting.names import lexicon_names
from briefing_tui.library import Library
from briefing_tui.library.adding import Lexica, Tally, add_sources
from briefing_tui.library.aliases import refresh_aliases
from briefing_tui.library.documents import count_documents
from briefing_tui.library.refreshing import outdated, refresh
from briefing_tui.reading import ReadingError
from briefing_tui.reading.sources import Source


class TakingIn:
    """Adds to one library, as often as asked, with the person's own lexicon.

    Raises:
        UsageError: when the lexicon cannot be used.
        LibraryError: when the library cannot be written.
    """

    def __init__(self, library: Library, jobs: int) -> None:
        self.library = library
        self._jobs = jobs
        self._lexica = Lexica(own_lexicon(), cache_folder())
        try:
            self._rules = extraction_fingerprint(self._lexica.own)
            refresh_aliases(library, self._rules, lambda: lexicon_names(*self._lexica))
        except LexiconError as error:
            raise UsageError(str(error)) from error

    def run(self, sources: Iterable[Source | ReadingError], *, whole: int | None = None) -> Tally:
        """Add `sources` (`whole` bytes of them, where that is known); what cannot be read is told on standard error."""
        progress = ShareDone("briefings", whole)

        def told(line: str) -> None:
            progress.wipe()
            complain(line)

        try:
            return add_sources(
                self.library,
                sources,
                lexica=self._lexica,
                rules=self._rules,
                now=utc_now,
                jobs=self._jobs,
                complain=told,
                progress=lambda tally: progress.show(tally.documents, tally.source_bytes),
            )
        except KeyboardInterrupt:
            told(
                f"interrupted; {self.library.path} holds {_count(count_documents(self.library), 'briefing')}, "
                "and the same command goes on from there"
            )
            raise
        finally:
            progress.wipe()

    def refresh(self) -> tuple[int, int]:
        """Extract again what other rules have extracted; returns how many documents that were, and how many could not be."""
        numbers = outdated(self.library, self._rules)
        progress = ShareDone("documents extracted again", len(numbers))

        def told(line: str) -> None:
            progress.wipe()
            complain(f"{self.library.path}: {line}")

        try:
            failed = refresh(
                self.library,
                numbers,
                lexica=self._lexica,
                rules=self._rules,
                now=utc_now(),
                jobs=self._jobs,
                complain=told,
                progress=lambda done: progress.show(done, done),
            )
        except KeyboardInterrupt:
            told("interrupted; the same command goes on from there")
            raise
        finally:
            progress.wipe()
        return len(numbers), failed


def size_of(paths: Sequence[str]) -> int | None:
    """The bytes of all files under `paths`; None when that cannot be known before, as of standard input."""
    total = 0
    for path in paths:
        try:
            if path == "-" or not Path(path).exists():
                return None
            if Path(path).is_file():
                total += Path(path).stat().st_size
                continue
            for folder, _, names in os.walk(path):
                for name in names:
                    total += os.lstat(os.path.join(folder, name)).st_size  # noqa: PTH118 - a Path for each of many files takes long
        except (OSError, ValueError):
            return None
    return total


def sum_up(tally: Tally, library: Library) -> str:
    """What came of adding, in a line."""
    known = tally.outcomes["known"] + tally.skipped
    fresh = tally.outcomes["added"] + tally.outcomes["new version"]
    parts = [f"{_count(fresh, 'briefing')} added with {_count(tally.records, 'record')}"]
    if tally.outcomes["new version"]:
        parts.append(f"{tally.outcomes['new version']:,} of them newer versions")
    if tally.outcomes["completed"]:
        parts.append(f"{tally.outcomes['completed']:,} completed")
    if known:
        parts.append(f"{known:,} there already")
    if tally.failures:
        parts.append(f"{tally.failures:,} that could not be read")
    return f"{', '.join(parts)}; {library.path} holds {_count(count_documents(library), 'briefing')}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"

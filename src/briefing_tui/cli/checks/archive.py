"""The library: whether it opens, is whole, and what waits to be done with it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Final

from briefing_tui.cli.checks.finding import Finding

if TYPE_CHECKING:
    from briefing_tui.library import Library

_ABOUT: Final = "library"
_LONG_JOURNAL: Final = 64 << 20
_FAULTS_SHOWN: Final = 5


def check_library(path: Path, *, own_option: str = "") -> Iterator[Finding]:
    """How it is with the library at `path`; `own_option` is what a command needs to mean the same one (` --library …`)."""
    from briefing_tui.library import DamagedLibraryError, LibraryError, open_library
    from briefing_tui.library.sqlite_words import told_plainly

    if not path.exists():
        fix = f"briefing-tui add{own_option} PATH…"
        yield Finding(about=_ABOUT, state="ok", says=f"{path}; not there yet, and needed only for an archive", fix=fix)
        return
    try:
        with open_library(path) as library, told_plainly(path):
            faults = list(_faults(library))
            yield from faults
            yield from _journal(path)
            if not any(fault.is_damage for fault in faults):
                yield from _contents(library)
                yield from _corrections(library, own_option)
                yield from _rules(library, own_option)
    except LibraryError as error:
        yield Finding(about=_ABOUT, state="wrong", says=str(error), is_damage=isinstance(error, DamagedLibraryError))


def _faults(library: Library) -> Iterator[Finding]:
    """What SQLite's own check finds: pages, order of rows, indexes against tables (`PRAGMA quick_check`)."""
    try:
        told = [row[0] for row in library.connection.execute(f"PRAGMA quick_check({_FAULTS_SHOWN})")]
    except sqlite3.DatabaseError as error:
        told = [str(error)]
    if told == ["ok"]:
        version = library.connection.execute("PRAGMA user_version").fetchone()[0]
        megabytes = library.path.stat().st_size / (1 << 20)
        says = f"{library.path}: whole, format {version}, {megabytes:,.0f} MB"
        yield Finding(about=_ABOUT, state="ok", says=says)
        return
    fix = f"cp {quote(str(library.path))} {quote(f'{library.path}.damaged')}; add the sources to a new library"
    for line in told:
        says = f"{library.path}: damaged: {' '.join(str(line).split())}"
        yield Finding(about=_ABOUT, state="wrong", says=says, fix=fix, is_damage=True)


def _journal(path: Path) -> Iterator[Finding]:
    journal = path.with_name(path.name + "-wal")
    size = journal.stat().st_size if journal.exists() else 0
    if size > _LONG_JOURNAL:
        says = f"{journal.name} holds {size / (1 << 20):,.0f} MB: somebody is adding to it, or was stopped; nothing is lost"
        yield Finding(about=_ABOUT, state="note", says=says, fix="the next add folds it in")
    for kept in sorted(path.parent.glob(f"{path.name}.before-*")):
        says = f"{kept.name}: the copy made before an update of the format"
        yield Finding(about=_ABOUT, state="note", says=says, fix=f"rm {quote(str(kept))}")


def _contents(library: Library) -> Iterator[Finding]:
    def one(question: str, *values: str) -> int:
        count: int = library.connection.execute(question, values).fetchone()[0]
        return count

    briefings = one("SELECT count(*) FROM documents WHERE superseded_by IS NULL")
    older = one("SELECT count(*) FROM documents WHERE superseded_by IS NOT NULL")
    records = one("SELECT count(*) FROM records")
    searches = one("SELECT count(*) FROM saved_searches")
    says = f"{_many(briefings, 'briefing')} and {_many(older, 'earlier version')}, {_many(records, 'record')}, {_many(searches, 'saved search')}"
    yield Finding(about="contents", state="ok", says=says)


def _corrections(library: Library, own_option: str) -> Iterator[Finding]:
    from briefing_tui.library.corrections import all_corrections

    told = list(all_corrections(library))
    superseded = {
        number for (number,) in library.connection.execute("SELECT number FROM documents WHERE superseded_by IS NOT NULL")
    }
    earlier = sum(one.state == "counts" and one.document in superseded for one in told)
    orphaned = sum(one.state == "orphaned" for one in told)
    if orphaned:
        says = f"{_many(orphaned, 'correction')} of records that today's rules do not read; kept, and back with their record"
        yield Finding(about="corrections", state="note", says=says, fix=f"briefing-tui correct --list{own_option}")
    if earlier:
        says = f"{_many(earlier, 'correction')} of earlier versions of briefings; look whether the new ones need them too"
        yield Finding(about="corrections", state="note", says=says, fix=f"briefing-tui correct --list{own_option}")
    if told and not orphaned and not earlier:
        yield Finding(about="corrections", state="ok", says=f"{_many(len(told), 'correction')}, all with their record")


def _rules(library: Library, own_option: str) -> Iterator[Finding]:
    """Whether the records are those that today's rules and words would read."""
    from briefing_tui.cli.folders import own_lexicon
    from briefing_tui.extracting import LexiconError
    from briefing_tui.extracting.fingerprint import extraction_fingerprint
    from briefing_tui.library.refreshing import outdated

    try:
        numbers = outdated(library, extraction_fingerprint(own_lexicon()))
    except LexiconError:  # told of among the settings
        return
    if numbers:
        says = f"{_many(len(numbers), 'briefing')} extracted by other rules or words than today's"
        yield Finding(about="extraction", state="note", says=says, fix=f"briefing-tui add --refresh{own_option}")
    else:
        yield Finding(about="extraction", state="ok", says="all by today's rules and words")


def _many(number: int, noun: str) -> str:
    plural = f"{noun}es" if noun.endswith("ch") else f"{noun}s"
    return f"{number:,} {noun if number == 1 else plural}"

"""Extracting again what is in the library, with today's rules and words. Texts, origins and people's corrections stay."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from functools import partial
from itertools import islice
from typing import Final

from briefing_tui.extracting import default_extractor
from briefing_tui.library.adding import Lexica
from briefing_tui.library.documents import load_document
from briefing_tui.library.interruptions import Interruptions
from briefing_tui.library.opening import Library
from briefing_tui.library.preparing import Prepared, prepare
from briefing_tui.library.sqlite_words import told_plainly
from briefing_tui.library.workers import Workers
from briefing_tui.library.writing import begin_batch
from briefing_tui.model import Document

_CHUNK: Final = 50
_CHUNKS_A_BATCH: Final = 20


def outdated(library: Library, rules: str) -> list[int]:
    """The numbers of the documents whose records other rules than `rules` have made, in the order of adding."""
    with told_plainly(library.path):
        rows = library.connection.execute("SELECT number FROM documents WHERE rules <> ? ORDER BY number", (rules,))
        return [number for (number,) in rows]


def refresh(
    library: Library,
    numbers: list[int],
    *,
    lexica: Lexica,
    rules: str,
    now: str,
    jobs: int,
    complain: Callable[[str], None],
    progress: Callable[[int], None],
) -> int:
    """Extract the documents `numbers` again; returns how many could not be. `progress` gets how many are done.

    A run that is killed leaves each document either as it was or wholly as it is now.

    Raises:
        KeyboardInterrupt: when it was interrupted; what was done until then stays.
        LibraryError: when the library cannot be read or written.
        LexiconError: when the person's lexicon cannot be used.
    """
    default_extractor(*lexica)
    chunks = ([(number, load_document(library, number)) for number in part] for part in _parts(numbers))
    results = Workers(partial(_extract, lexica), _lost, jobs).run(chunks) if jobs > 1 else _alone(lexica, chunks)
    failed = done = 0
    with closing(results), Interruptions() as interruptions:
        while batch_of := list(islice(interruptions.wait_for(results), _CHUNKS_A_BATCH)):
            with begin_batch(library, now=now, rules=rules) as batch:
                for number, prepared in (one for chunk in batch_of for one in chunk):
                    done += 1
                    if isinstance(prepared, str):
                        failed += 1
                        complain(prepared)
                    elif batch.is_dated_as(
                        number, prepared
                    ):  # else a person has dated it meanwhile, and it was extracted for that
                        batch.replace(number, prepared)
            progress(done)
    return failed


_Task = tuple[int, Document]


def _alone(lexica: Lexica, chunks: Iterator[list[_Task]]) -> Generator[list[tuple[int, Prepared | str]]]:
    for chunk in chunks:
        yield [_extract(lexica, task) for task in chunk]


def _extract(lexica: Lexica, task: _Task) -> tuple[int, Prepared | str]:
    number, document = task
    try:
        return number, prepare(default_extractor(*lexica).extract(document))
    except Exception as error:  # one bad document must not end a run over thousands; it is reported
        if os.environ.get("BRIEFING_TUI_DEBUG"):
            raise
        return number, f"#{number}: cannot be extracted, by a fault of this program ({type(error).__name__}: {error})"


def _lost(task: _Task) -> tuple[int, Prepared | str]:
    return task[0], f"#{task[0]}: extracting it ended the process that did (out of memory?); it was left as it was"


def _parts(numbers: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(numbers), _CHUNK):
        yield numbers[start : start + _CHUNK]

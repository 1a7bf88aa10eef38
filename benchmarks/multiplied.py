"""A library many times the size of a corpus, made of its briefings: other days, other rare words, so that its vocabulary grows as it does with real text.

Used by `search.py`. A copy of a briefing is published on other days, and of the words that few briefings have some are spelt otherwise:
of the same length, so that all evidence stays where it is, and beginning alike, so that beginnings stay as common as they were.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Final

from briefing_tui.extracting.names import lexicon_names
from briefing_tui.library import Library, open_library
from briefing_tui.library.aliases import refresh_aliases
from briefing_tui.library.documents import load_extracted
from briefing_tui.library.indexing import settle_index
from briefing_tui.library.preparing import Prepared, prepare
from briefing_tui.library.writing import Origin, begin_batch
from briefing_tui.model import Briefing

BATCH: Final = 500
RARE: Final = 4
"""Words in at most so many documents of the corpus may be spelt otherwise in a copy."""
CHANGED: Final = 0.45
"""The share of the rare words that a copy spells otherwise: the vocabulary of ten copies is about four times as large (Heaps' law)."""
DAYS_APART: Final = 97
"""Days between a briefing's copies."""
_WORD: Final = re.compile(r"[A-Za-z]{4,}")
_VOWELS: Final = "aeiou"
_CONSONANTS: Final = "bcdfghjklmnpqrstvwxyz"


def multiply(small: Path, large: Path, times: int) -> None:
    """Write the library `large`: `times` as many briefings as `small` has, these themselves among them."""
    draft = large.with_suffix(".part")
    for suffix in ("", "-wal", "-shm", "-turn"):
        draft.with_name(draft.name + suffix).unlink(missing_ok=True)
    with open_library(small) as source:
        numbers = [number for (number,) in source.connection.execute("SELECT number FROM documents ORDER BY number")]
        rare = frozenset(term for (term,) in source.connection.execute("SELECT term FROM terms WHERE count <= ?", (RARE,)))
    chunks = [(copy, numbers[at : at + 100]) for copy in range(times) for at in range(0, len(numbers), 100)]
    random.Random(times).shuffle(chunks)  # documents of all days come in any order, as they do when archives are added
    with (
        multiprocessing.Pool(initializer=_begin, initargs=(small, rare)) as pool,
        open_library(draft, write=True, create=True) as library,
    ):
        refresh_aliases(library, "benchmark", partial(lexicon_names))
        waiting: list[Prepared] = []
        for prepared in pool.imap(_copies, chunks):
            waiting.extend(prepared)
            if len(waiting) >= BATCH:
                write(library, waiting)
                waiting = []
        write(library, waiting)
        settle_index(library)
        library.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    draft.replace(large)


def write(library: Library, waiting: list[Prepared]) -> None:
    """Add prepared briefings in one transaction."""
    with begin_batch(library, now="2026-11-23T00:00:00Z", rules="benchmark") as batch:
        for prepared in waiting:
            batch.add(prepared, Origin(prepared.id, prepared.id, prepared.sha256))


def varied(briefing: Briefing, copy: int, rare: frozenset[str]) -> Briefing:
    """The briefing under another day and id, some of its rare words spelt otherwise. Copy 0 is the briefing itself."""
    if copy == 0:
        return briefing
    text = _WORD.sub(lambda word: _respelt(word[0], copy) if word[0].lower() in rare else word[0], briefing.text)
    if text == briefing.text:  # nothing rare in it: its longest word makes it another text
        longest = max(_WORD.findall(text) or [""], key=len)
        text = text.replace(longest, _mutated(longest, copy)) if longest else f"{text[:-1]}{copy}"
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    published = briefing.published and (date.fromisoformat(briefing.published) - timedelta(DAYS_APART * copy)).isoformat()
    records = tuple(
        replace(
            record,
            evidence=tuple(replace(span, exact=text[span.start : span.end], prefix="", suffix="") for span in record.evidence),
        )
        for record in briefing.records
    )
    return replace(
        briefing,
        id=f"{briefing.id}~{copy}",
        url=briefing.url and f"{briefing.url}~{copy}",
        text=text,
        sha256=sha256,
        content_id=f"b:{sha256[:16]}",
        published=published,
        records=records,
    )


def _respelt(word: str, copy: int) -> str:
    """The word, or in some copies another one in its place; always the same one in the same copy."""
    chance = int.from_bytes(hashlib.blake2b(f"{copy} {word.lower()}".encode(), digest_size=4).digest()) / 2**32
    return _mutated(word, copy) if chance < CHANGED else word


def _mutated(word: str, copy: int) -> str:
    seed = hashlib.blake2b(f"{copy} {word.lower()}".encode(), digest_size=32).digest()
    letters = list(word[:3])
    for letter, number in zip(word[3:], seed * (1 + len(word) // 32), strict=False):
        kinds = _VOWELS if letter.lower() in _VOWELS else _CONSONANTS
        other = kinds[number % len(kinds)]
        letters.append(other.upper() if letter.isupper() else other)
    return "".join(letters)


class _Source:
    library: Library
    rare: frozenset[str]


def _begin(small: Path, rare: frozenset[str]) -> None:
    _Source.library = open_library(small)
    _Source.rare = rare


def _copies(chunk: tuple[int, list[int]]) -> list[Prepared]:
    copy, numbers = chunk
    return [prepare(varied(load_extracted(_Source.library, number), copy, _Source.rare)) for number in numbers]


def lines_of(library: Library) -> Iterator[str]:
    """Every text of a library on one line of its own, as tools for lines want it."""
    from briefing_tui.library.texts import text_of  # noqa: PLC0415

    for (number,) in library.connection.execute("SELECT number FROM documents ORDER BY day DESC, number DESC").fetchall():
        yield from text_of(library.connection, number).splitlines()

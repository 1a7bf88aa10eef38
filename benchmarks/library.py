"""What the library costs and what it withstands: adding beside extracting, SIGKILL, a full disk, readers while one writes.

    python benchmarks/library.py [--corpus FILE.jsonl[.xz]] [--only speed,kill,disk,readers,times] [--documents N] [--kills 10] [--times 10]

speed    extracting alone, and `briefing-tui add`, in turn, over the whole corpus with all cores: the share of the speed that is left
kill     `add` of the first N documents, ended by SIGKILL at random points and run again: is the content that of an undisturbed run?
disk     `add` into a file system too small for it (needs root, for a tmpfs): one line, and does the library open afterwards?
readers  ten processes that search and open briefings again and again while one adds: errors, and briefings seen by halves
times    a library of `--times` as many documents, made of the corpus's briefings under other days and ids: writing alone

Prints a table for each, asserts nothing. Everything is written to a temporary folder.
"""

from __future__ import annotations

import argparse
import hashlib
import lzma
import multiprocessing
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any, Final

from briefing_tui.extracting import default_extractor
from briefing_tui.library import LibraryError, open_library
from briefing_tui.library.adding import Wanted, _chunks
from briefing_tui.library.checking import check_documents, structure_faults
from briefing_tui.library.documents import load_briefing
from briefing_tui.library.preparing import prepare
from briefing_tui.library.workers import Workers
from briefing_tui.library.writing import Origin, begin_batch
from briefing_tui.model import Briefing
from briefing_tui.reading import ReadingError
from briefing_tui.reading.sources import find_sources, read_source, source_bytes

CORPUS: Final = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "us_government.jsonl.xz"
PROGRAM: Final = Path(sys.executable).with_name("briefing-tui")
CORES: Final = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
TIMES: Final = {"added", "created"}
"""Columns that tell when, and not what."""
OWN: Final = {
    "combos": "SELECT facets, names FROM combos ORDER BY facets, names",
    "units": 'SELECT row, start, "end", facets, names FROM units JOIN combos ON id = combo ORDER BY row',
    "sentences": "SELECT document, facets, names, spans FROM sentences JOIN combos ON id = combo ORDER BY document",
    "tallies": "SELECT words FROM tallies ORDER BY words",
    "record_search": "SELECT term, doc, col, offset FROM temp.record_places ORDER BY term, doc, col, offset",
    "search": "SELECT term, doc, col, offset FROM temp.places ORDER BY term, doc, col, offset",
    "headlines": "SELECT rowid FROM headlines ORDER BY rowid",
}
"""Tables whose content is not simply all columns: the number of a combination depends on how the work was cut into batches."""


def main() -> int:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--only", default="speed,kill,disk,readers,times")
    parser.add_argument("--documents", type=int, default=3000, help="for kill, disk and readers")
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=3, help="for speed")
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--seed", type=int, default=20261123)
    options = parser.parse_args()
    if not options.corpus.exists():
        print(f"{options.corpus} is not there", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="briefing-tui-library-") as name:
        folder = Path(name)
        os.environ |= {f"BRIEFING_TUI_{what}": str(folder / what.lower()) for what in ("CONFIG", "STATE", "DATA")}
        whole, part = folder / "corpus.jsonl", folder / "part.jsonl"
        with (lzma.open if options.corpus.suffix == ".xz" else open)(options.corpus, "rb") as lines, whole.open("wb") as out:
            shutil.copyfileobj(lines, out)
        with whole.open("rb") as lines:
            part.write_bytes(b"".join(islice(lines, options.documents)))
        for what in options.only.split(","):
            print(f"\n== {what}", flush=True)
            match what:
                case "speed":
                    measure_speed(whole, folder, options.rounds)
                case "kill":
                    kill_and_go_on(part, folder, options.kills, random.Random(options.seed))
                case "disk":
                    fill_the_disk(part, folder)
                case "readers":
                    read_while_writing(part, folder)
                case "times":
                    multiply(whole, folder, options.times)
                case _:
                    parser.error(f"there is nothing called {what}")
    return 0


# -- speed


def measure_speed(corpus: Path, folder: Path, rounds: int) -> None:
    """Extracting alone and adding, in turn."""
    shares: list[float] = []
    size = 0
    print(f"{CORES} cores; documents a second")
    print(f"{'':8}{'extracting':>12}{'adding':>12}{'share':>8}{'again':>12}")
    for number in range(rounds):
        library = folder / f"speed-{number}.sqlite"
        began = time.perf_counter()
        documents = extract_all(corpus)
        extracting = documents / (time.perf_counter() - began)
        began = time.perf_counter()
        add(library, corpus)
        adding = documents / (time.perf_counter() - began)
        began = time.perf_counter()
        add(library, corpus)
        again = documents / (time.perf_counter() - began)
        shares.append(adding / extracting)
        size = library.stat().st_size
        library.unlink()
        print(f"round {number + 1:<2}{extracting:>12,.0f}{adding:>12,.0f}{adding / extracting:>8.0%}{again:>12,.0f}", flush=True)
    print(f"median share {median(shares):.0%}; {size / 1e6:,.0f} MB for {corpus.stat().st_size / 1e6:,.0f} MB of JSON Lines")


def extract_all(corpus: Path) -> int:
    """Read and extract every document in as many processes as there are cores, keeping nothing."""
    default_extractor()
    wanted = (
        Wanted(source, "", len(source_bytes(source)))
        for source in find_sources([str(corpus)])
        if not isinstance(source, ReadingError)
    )
    return sum(sum(done) for done in Workers(_extract, _nothing, CORES).run(_chunks(wanted)))


def _extract(wanted: Wanted) -> int:
    extractor = default_extractor()
    return sum(1 for document in read_source(wanted.source) if extractor.extract(document))


def _nothing(_: Wanted) -> int:
    return 0


# -- kill


def kill_and_go_on(corpus: Path, folder: Path, kills: int, draw: random.Random) -> None:
    """SIGKILL at random points of a run, which is then run again to its end."""
    undisturbed = folder / "undisturbed.sqlite"
    add(undisturbed, corpus)
    wanted = content_digest(undisturbed)
    again = folder / "again.sqlite"
    began = time.perf_counter()
    add(again, corpus)
    seconds = time.perf_counter() - began
    print(
        f"an undisturbed run takes {seconds:.1f} s; another one: {'the same' if content_digest(again) == wanted else 'OTHER'} content"
    )
    print(f"{'killed after':>14}{'documents then':>16}{'same content':>14}{'verify':>8}{'integrity_check':>17}")
    for number in range(kills):
        library = folder / f"killed-{number}.sqlite"
        after = draw.uniform(0.03, 0.9) * seconds
        process = subprocess.Popen(
            [PROGRAM, "add", "--library", library, corpus],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        there = _count(library)
        add(library, corpus)
        same = content_digest(library) == wanted
        verified = subprocess.run([PROGRAM, "verify", "--library", library], capture_output=True, check=False).returncode == 0
        with sqlite3.connect(library) as connection:
            sound = connection.execute("PRAGMA integrity_check").fetchone()[0]
        print(
            f"{after:>12.1f} s{there:>16,}{'yes' if same else 'NO':>14}{'ok' if verified else 'FAILS':>8}{sound:>17}", flush=True
        )
        library.unlink()


def content_digest(library: Path) -> str:
    """A digest of everything in a library that does not depend on when it was written."""
    digest = hashlib.sha256()
    with sqlite3.connect(library) as connection:
        connection.execute("CREATE VIRTUAL TABLE temp.places USING fts5vocab('main', 'search', 'instance')")
        connection.execute("CREATE VIRTUAL TABLE temp.record_places USING fts5vocab('main', 'record_search', 'instance')")
        for table, columns in _tables(connection):
            question = OWN.get(table) or f"SELECT {columns} FROM {table} ORDER BY {columns}"
            for row in connection.execute(question):
                digest.update(repr(row).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _tables(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    rows = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
    ).fetchall()
    for (name,) in rows:
        if not name.startswith(("search_", "record_search_", "headlines_")):
            columns = [f'"{row[1]}"' for row in connection.execute(f"PRAGMA table_info({name})") if row[1] not in TIMES]
            yield name, ", ".join(columns)


def _count(library: Path) -> int:
    try:
        with open_library(library) as opened:
            return int(opened.connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    except LibraryError:
        return 0


# -- disk


def fill_the_disk(corpus: Path, folder: Path) -> None:
    """Add into a tmpfs that is too small."""
    small = folder / "small"
    small.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", small], capture_output=True, check=False).returncode:
        print("skipped: a tmpfs cannot be mounted here")
        return
    try:
        library = small / "library.sqlite"
        done = subprocess.run([PROGRAM, "add", "--library", library, corpus], capture_output=True, text=True, check=False)
        print(f"exit {done.returncode}; said: {done.stderr.strip()!r}")
        print(f"opens afterwards, on the full disk: {_count(library):,} documents")
        after = subprocess.run([PROGRAM, "verify", "--library", library], capture_output=True, text=True, check=False)
        print(f"verify: exit {after.returncode}: {(after.stdout + after.stderr).strip()}")
        roomy = folder / "roomy.sqlite"
        for path in small.iterdir():
            shutil.copy(path, folder / path.name.replace("library", "roomy"))
        add(roomy, corpus)
        print(f"copied to a larger disk and run again: {_count(roomy):,} documents")
    finally:
        subprocess.run(["umount", small], check=False)


# -- readers


def read_while_writing(corpus: Path, folder: Path) -> None:
    """Ten readers, one writer."""
    library = folder / "busy.sqlite"
    head = folder / "head.jsonl"
    with corpus.open("rb") as lines:
        head.write_bytes(b"".join(islice(lines, 100)))
    add(library, head)
    stop = multiprocessing.Event()
    told: Any = multiprocessing.Queue()
    readers = [multiprocessing.Process(target=_read, args=(library, stop, told, number)) for number in range(10)]
    for reader in readers:
        reader.start()
    add(library, corpus)
    stop.set()
    results = [told.get() for _ in readers]
    for reader in readers:
        reader.join()
    print(f"{'reader':>8}{'opened':>10}{'briefings':>11}{'errors':>8}{'by halves':>11}")
    for number, opened, briefings, errors, halves in sorted(results):
        print(f"{number:>8}{opened:>10,}{briefings:>11,}{errors:>8}{halves:>11}")


def _read(library: Path, stop: Any, told: Any, number: int) -> None:
    draw = random.Random(number)
    opened = briefings = errors = halves = 0
    while not stop.is_set():
        try:
            with open_library(library) as reading:
                opened += 1
                for _ in range(20):
                    last = reading.connection.execute("SELECT max(number) FROM documents").fetchone()[0]
                    one = draw.randint(1, last)
                    briefing = load_briefing(reading, one)
                    counts = reading.connection.execute(
                        "SELECT aid + reactions + events, characters FROM documents WHERE number = ?", (one,)
                    ).fetchone()
                    briefings += 1
                    halves += counts != (len(briefing.records), len(briefing.text))
        except (LibraryError, sqlite3.Error) as error:
            errors += 1
            print(f"reader {number}: {error}", file=sys.stderr)
    told.put((number, opened, briefings, errors, halves))


# -- times


def multiply(corpus: Path, folder: Path, times: int) -> None:
    """A library of many times the corpus, its documents under other days: what writing costs as it grows."""
    library = folder / "multiple.sqlite"
    print(f"{'documents':>12}{'a second':>10}{'MB':>8}   writing alone, one process")
    with open_library(library, write=True, create=True) as opened:
        count = 0
        for turn in range(times):
            began, seconds, before = 0.0, 0.0, count
            for chunk in _briefings(corpus):
                prepared = [(prepare(_another(one, turn)), one.id) for one in chunk]
                began = time.perf_counter()
                with begin_batch(opened, now="2026-01-01T00:00:00Z", rules="benchmark") as batch:
                    for one, name in prepared:
                        batch.add(one, Origin("benchmark", None, f"{turn} {name}"))
                seconds += time.perf_counter() - began
                count += len(chunk)
            print(f"{count:>12,}{(count - before) / seconds:>10,.0f}{library.stat().st_size / 1e6:>8,.0f}", flush=True)
        faults = structure_faults(opened)
        faults += [fault for checked in islice(check_documents(opened), 10_000) for fault in checked.faults]
    print("sound" if not faults else f"FAULTS: {faults[:3]}")


def _briefings(corpus: Path) -> Iterator[list[Briefing]]:
    sources = (source for source in find_sources([str(corpus)]) if not isinstance(source, ReadingError))
    chunks = iter(lambda: [Wanted(one, "", 0) for one in islice(sources, 200)], [])
    waiting: list[Briefing] = []
    for done in Workers(_extracted, partial(list), CORES).run(chunks):
        waiting += [briefing for found in done for briefing in found]
        if len(waiting) >= 2000:
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def _extracted(wanted: Wanted) -> list[Briefing]:
    return [
        default_extractor().extract(document) for document in read_source(wanted.source) if not isinstance(document, ReadingError)
    ]


def _another(briefing: Briefing, turn: int) -> Briefing:
    """The same briefing as if it were another: its text is told apart by a line at its end, its day lies elsewhere."""
    if not turn:
        return briefing
    text = f"{briefing.text}\n{turn}"
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    day = briefing.published and (date.fromisoformat(briefing.published) - timedelta(days=97 * turn)).isoformat()
    return replace(briefing, text=text, sha256=digest, content_id=f"b:{digest[:16]}", id=f"{turn}-{briefing.id}", published=day)


def add(library: Path, corpus: Path) -> None:
    """`briefing-tui add`, which must succeed."""
    done = subprocess.run([PROGRAM, "add", "--library", library, corpus], capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"add: exit {done.returncode}: {done.stderr.strip()}")


if __name__ == "__main__":
    raise SystemExit(main())

"""How long questions to a library take, at the size of a corpus and at many times that, beside bare FTS5 and ripgrep over the same texts.

    python benchmarks/search.py [--corpus FILE.jsonl[.xz]] [--times 10] [--folder FOLDER] [--questions 120] [--rounds 3] [--seed N]

From the text of a query to a page of 50 rows with their highlights, in a process that has been asked before. The questions are
drawn from the corpus; each is asked in several rounds in ever another order, and its median time counts. Beside the time on the
clock stands that of the processor, which other programs disturb less; growth is told of that. The libraries and the others' files
are made once and kept in the folder; making the large ones takes a good half hour.

bare FTS5  a full-text table with the sentences as its content, newest last: `MATCH … ORDER BY rowid DESC LIMIT 50` with snippet()
ripgrep    `rg --ignore-case --max-count 50` over the sentences, one a line, the newest first (skipped when it is not installed)

Prints a table, asserts nothing.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

from multiplied import multiply

from briefing_tui.library import Library, open_library
from briefing_tui.library.folding import words_of
from briefing_tui.library.texts import text_of
from briefing_tui.searching import parse_query, parse_typing
from briefing_tui.searching.searcher import Searcher

CORPUS: Final = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "us_government.jsonl.xz"
PROGRAM: Final = Path(sys.executable).with_name("briefing-tui")
FEWER: Final = 20
"""Questions of a kind that the others are asked: some take them seconds."""
PATIENCE_SECONDS: Final = 60.0
"""For one kind of question to one of the others."""
LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


class Kind(NamedTuple):
    """One kind of question: how it is put to us, to FTS5 and to ripgrep (None: it cannot be)."""

    name: str
    asked: Sequence[str]
    ask: Callable[[Searcher, str], object]
    goal: float | None
    """Milliseconds."""
    fts5: Callable[[str], str] | None = None
    ripgrep: Callable[[str], str] | None = None


def main() -> int:
    """Make what is missing, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", "--documents", type=Path, default=CORPUS)
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "briefing-tui-search")
    parser.add_argument("--questions", type=int, default=120)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=20261123)
    parser.add_argument("--alone", action="store_true", help="leave bare FTS5 and ripgrep out")
    options = parser.parse_args()
    small, large = options.folder / "1.sqlite", options.folder / f"{options.times}.sqlite"
    if not small.exists() and not options.corpus.exists():
        print(f"{options.corpus} is not there", file=sys.stderr)
        return 1
    options.folder.mkdir(parents=True, exist_ok=True)
    if not small.exists():
        print(f"adding {options.corpus} to {small} …", file=sys.stderr)
        subprocess.run([PROGRAM, "add", "--quiet", "--library", small, options.corpus], check=False)
    if not large.exists():
        print(f"making {large} …", file=sys.stderr)
        multiply(small, large, options.times)
    with open_library(small) as first, open_library(large) as second:
        kinds = list(questions(first, random.Random(options.seed), options.questions))
        libraries = (first, second)
        for library, path in zip(libraries, (small, large), strict=True):
            print(described(library, path))
        print()
        ours = [measure(library, kinds, options.rounds, options.seed) for library in libraries]
        others = {} if options.alone else dict(ask_others(libraries, kinds, options.folder))
    print_ours(kinds, ours, options.times)
    if others:
        print()
        print_others(kinds, ours, others)
    return 0


def questions(library: Library, draw: random.Random, most: int) -> Iterator[Kind]:
    """Questions of every kind, drawn from the texts and records of a library."""
    words = list(dict.fromkeys(drawn_words(library, draw, 3 * most)))
    beginnings = [word for word in words if word.isascii()]
    prefix = {"fts5": '"{}" *'.format, "ripgrep": r"\b{}".format}
    yield Kind("one letter typed", list(LETTERS), page_while_typing, 10, **prefix)
    for length, name in ((2, "two letters"), (3, "three letters"), (4, "four letters"), (6, "six letters")):
        asked = sorted({word[:length] for word in beginnings if len(word) > length})
        yield Kind(f"{name} typed", draw.sample(asked, min(most, len(asked))), page_while_typing, 10, **prefix)
    pairs = [f"{one} {other[: draw.randint(1, 4)]}" for one, other in pairwise(words)][:most]
    yield Kind("a word and a beginning", pairs, page_while_typing, 10, lambda q: '"{}" "{}" *'.format(*q.split()))
    yield Kind("a word", words[:most], page, None, '"{}"'.format, r"\b{}\b".format)
    phrases = list(drawn_phrases(library, draw, most))
    yield Kind("a phrase", [f'"{phrase}"' for phrase, _ in phrases], page, None, str, lambda q: q.strip('"').replace(" ", r"\W+"))
    yield Kind("phrase, actor, date", [f'"{phrase}" {rest}' for phrase, rest in phrases], page, 5)
    yield Kind("facets of a word", words[:most], facets, 10)
    yield Kind("facets while typing", [word[: draw.randint(1, 4)] for word in words[:most]], facets_while_typing, 10)
    yield Kind(
        "facets of records", ["kind:reaction", "actor:usa", "has:quote", "stance:support", "kind:event", "is:quoted"], facets, 10
    )
    yield Kind("facets of everything", [""], facets, 10)
    yield Kind("a typo", [slipped(word, draw) for word in frequent_words(library, draw, most)], page_with_suggestion, 30)
    yield Kind("a word by relevance", [f"sort:relevance {word}" for word in words[:most]], page, None)


def page(searcher: Searcher, text: str) -> object:
    """Fifty rows with highlights."""
    return searcher.page(searcher.plan(parse_query(text)))


def page_while_typing(searcher: Searcher, text: str) -> object:
    """The same for a query that is not yet complete."""
    return searcher.page(searcher.plan(parse_typing(text)))


def facets(searcher: Searcher, text: str) -> object:
    """Counts by kind, actor, stance and so on."""
    return searcher.facets(searcher.plan(parse_query(text)))


def facets_while_typing(searcher: Searcher, text: str) -> object:
    """The same for a query that is not yet complete."""
    return searcher.facets(searcher.plan(parse_typing(text)))


def page_with_suggestion(searcher: Searcher, text: str) -> object:
    """Nothing is found; what was meant, and fifty rows of that."""
    found = searcher.page(searcher.plan(parse_query(text)))
    meant = [] if found else searcher.suggest(text)
    return searcher.page(searcher.plan(parse_query(meant[0]))) if meant else found


def drawn_words(library: Library, draw: random.Random, most: int) -> Iterator[str]:
    """Words of the library's texts, each as likely as it is frequent."""
    last = library.connection.execute("SELECT max(number) FROM documents").fetchone()[0]
    for _ in range(most):
        words = words_of(text_of(library.connection, draw.randint(1, last)))
        if words:
            word = draw.choice(words)
            if word not in ("and", "or", "not"):
                yield word


def drawn_phrases(library: Library, draw: random.Random, most: int) -> Iterator[tuple[str, str]]:
    """Two neighbouring words of a record's sentence, and filters for its actor and its time."""
    rows = library.connection.execute(
        """SELECT u.row, u.start, u."end", r.document, d.published, a.code FROM units u JOIN records r ON r.row = u.row
           JOIN documents d ON d.number = r.document
           JOIN record_actors a ON a.document = r.document AND a.ordinal = r.ordinal AND length(a.code) = 3
           WHERE d.published IS NOT NULL ORDER BY u.row, a.code"""
    ).fetchall()
    for _, start, end, document, published, code in draw.sample(rows, min(most, len(rows))):
        words = words_of(text_of(library.connection, document)[start:end])
        if len(words) > 1:
            at = draw.randrange(len(words) - 1)
            yield f"{words[at]} {words[at + 1]}", f"actor:{code} after:{int(published[:4]) - draw.randint(0, 3)}-01-01"


def frequent_words(library: Library, draw: random.Random, most: int) -> list[str]:
    """Words that people misspell: of six letters and more, in many documents."""
    rows = library.connection.execute("SELECT term FROM terms WHERE level >= 7 AND length(term) >= 6 ORDER BY term")
    words = [term for (term,) in rows if term.isascii() and term.isalpha()]
    return draw.sample(words, min(most, len(words)))


def slipped(word: str, draw: random.Random) -> str:
    """The word with one slip of the finger: a letter left out, doubled, wrong, or two swapped."""
    at = draw.randrange(1, len(word) - 1)
    return draw.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + draw.choice(LETTERS) + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        ]
    )


class Times(NamedTuple):
    """Milliseconds of each question of a kind."""

    clock: list[float]
    processor: list[float]


def measure(library: Library, kinds: Sequence[Kind], rounds: int, seed: int) -> list[Times]:
    """How long each question takes, kind by kind."""
    searcher = Searcher(library)
    draw = random.Random(seed)
    times: list[list[list[tuple[float, float]]]] = [[[] for _ in kind.asked] for kind in kinds]
    for kind in kinds:
        for text in kind.asked[:3]:
            kind.ask(searcher, text)
    for _ in range(rounds):
        for number, kind in enumerate(kinds):
            for index in draw.sample(range(len(kind.asked)), len(kind.asked)):
                clock, processor = time.perf_counter(), time.process_time()
                kind.ask(searcher, kind.asked[index])
                used = time.process_time() - processor
                times[number][index].append((1000 * (time.perf_counter() - clock), 1000 * used))
    return [
        Times([median(one for one, _ in every) for every in kind], [median(one for _, one in every) for every in kind])
        for kind in times
    ]


def ask_others(
    libraries: Sequence[Library], kinds: Sequence[Kind], folder: Path
) -> Iterator[tuple[tuple[str, str, int], list[float]]]:
    """Milliseconds that bare FTS5 and ripgrep take for what they can be asked, by who, kind and number of the library."""
    rg = shutil.which("rg")
    if rg is None:
        print("ripgrep is not installed: left out")
    for number, library in enumerate(libraries):
        table = folder / f"{library.path.stem}.fts5.sqlite"
        lines = folder / f"{library.path.stem}.txt"
        if not table.exists():
            print(f"making {table} …", file=sys.stderr)
            make_plain(library, table)
        if not lines.exists():
            print(f"making {lines} …", file=sys.stderr)
            write_lines(library, lines)
        connection = sqlite3.connect(table)
        connection.execute("PRAGMA cache_size = -16384")
        for kind in kinds:
            if kind.fts5 is not None:
                yield ("fts5", kind.name, number), list(timed(kind, kind.fts5, partial(ask_fts5, connection)))
            if kind.ripgrep is not None and rg is not None:
                yield ("ripgrep", kind.name, number), list(timed(kind, kind.ripgrep, partial(ask_ripgrep, rg, lines)))
        connection.close()


def timed(kind: Kind, put: Callable[[str], str], ask: Callable[[str], object]) -> Iterator[float]:
    """Milliseconds of some of the questions, put the other's way, as long as patience lasts."""
    ask(put(kind.asked[0]))
    begun = time.perf_counter()
    for text in kind.asked[:: max(1, len(kind.asked) // FEWER)]:
        started = time.perf_counter()
        ask(put(text))
        yield 1000 * (time.perf_counter() - started)
        if time.perf_counter() - begun > PATIENCE_SECONDS:
            return


def ask_fts5(connection: sqlite3.Connection, match: str) -> object:
    """Fifty rows of the plain table."""
    return connection.execute(
        "SELECT rowid, snippet(plain, 0, '[', ']', '…', 40) FROM plain WHERE plain MATCH ? ORDER BY rowid DESC LIMIT 50", (match,)
    ).fetchall()


def ask_ripgrep(program: str, lines: Path, pattern: str) -> object:
    """Fifty lines of the file."""
    return subprocess.run(
        [program, "--ignore-case", "--max-count", "50", "--no-config", "--", pattern, lines], capture_output=True, check=False
    )


def make_plain(library: Library, path: Path) -> None:
    """The sentences in a full-text table that keeps them, the oldest first."""
    draft = path.with_suffix(".part")
    draft.unlink(missing_ok=True)
    connection = sqlite3.connect(draft)
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("CREATE VIRTUAL TABLE plain USING fts5 (words, tokenize='unicode61 remove_diacritics 2')")
    connection.execute("INSERT INTO plain (plain, rank) VALUES ('hashsize', 67108864)")
    connection.executemany("INSERT INTO plain (words) VALUES (?)", ((one,) for one in sentences(library, "day, number")))
    connection.commit()
    connection.close()
    draft.replace(path)


def write_lines(library: Library, path: Path) -> None:
    """The sentences one a line, the newest first."""
    draft = path.with_suffix(".part")
    with draft.open("w", encoding="utf-8", errors="replace") as file:
        for sentence in sentences(library, "day DESC, number DESC"):
            file.write(" ".join(sentence.split()) + "\n")
    draft.replace(path)


def sentences(library: Library, order: str) -> Iterator[str]:
    """Every sentence of every text."""
    from briefing_tui.library.packing import unpack_structure  # noqa: PLC0415

    connection = library.open_again().connection
    for number, structure in connection.execute(f"SELECT number, structure FROM documents ORDER BY {order}").fetchall():
        text = text_of(connection, number)
        for sentence in unpack_structure(structure)[1]:
            yield text[sentence.start : sentence.end]


def described(library: Library, path: Path) -> str:
    """How large a library is."""
    documents, characters = library.connection.execute("SELECT count(*), sum(characters) FROM documents").fetchone()
    units = library.connection.execute("SELECT sum(count) FROM day_counts WHERE kind <> 'document'").fetchone()[0]
    records = library.connection.execute("SELECT count(*) FROM units").fetchone()[0]
    words = library.connection.execute("SELECT count(*) FROM terms").fetchone()[0]
    return (
        f"{documents:>9,} documents, {characters / 1e6:,.0f} million characters, {units:,} sentences and records ({records:,} records),"
        f" {words:,} different words, a file of {path.stat().st_size / 1e6:,.0f} MB"
    )


def p95(times: Sequence[float]) -> float:
    """The time that nineteen of twenty questions stay below."""
    return sorted(times)[max(0, -(-19 * len(times) // 20) - 1)]


def print_ours(kinds: Sequence[Kind], ours: list[list[Times]], times: int) -> None:
    """Our times at both sizes."""
    print(
        f"milliseconds on the clock, and of the processor; {os.getloadavg()[0]:.1f} programs were running on {os.cpu_count()} cores"
    )
    print(f"{'':24} {'n':>4} {'1 ×':>10} {'':>6} {'':>6}   {f'{times} ×':>8} {'':>6} {'':>6}")
    print(
        f"{'':24} {'':>4} {'median':>10} {'p95':>6} {'cpu':>6}   {'median':>8} {'p95':>6} {'cpu':>6}   {'growth':>6}  {'goal':>5}"
    )
    for number, kind in enumerate(kinds):
        one, many = ours[0][number], ours[1][number]
        goal = "" if kind.goal is None else f"{kind.goal:.0f}"
        print(
            f"{kind.name:24} {len(one.clock):>4} {median(one.clock):>10.1f} {p95(one.clock):>6.1f} {p95(one.processor):>6.1f}"
            f"   {median(many.clock):>8.1f} {p95(many.clock):>6.1f} {p95(many.processor):>6.1f}"
            f"   {p95(many.processor) / p95(one.processor):>6.2f}  {goal:>5}"
        )


def print_others(kinds: Sequence[Kind], ours: list[list[Times]], others: dict[tuple[str, str, int], list[float]]) -> None:
    """p95 of all three at both sizes."""
    print("p95, milliseconds, at both sizes")
    print(f"{'':24} {'ours':>17} {'bare FTS5':>19} {'ripgrep':>19}")
    for number, kind in enumerate(kinds):
        cells = [(p95(ours[0][number].clock), p95(ours[1][number].clock))]
        for who in ("fts5", "ripgrep"):
            found = [others.get((who, kind.name, size)) for size in (0, 1)]
            cells.append(tuple(p95(one) if one else None for one in found))
        if any(one is not None for pair in cells[1:] for one in pair):
            told = ["".join(f"{'–' if one is None else f'{one:,.1f}':>9}" for one in pair) for pair in cells]
            print(f"{kind.name:24} {told[0]} {told[1]:>19} {told[2]:>19}")


if __name__ == "__main__":
    raise SystemExit(main())

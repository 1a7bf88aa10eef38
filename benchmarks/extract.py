"""How fast documents become records: sentences a second on one core, time a stage, memory over the run.

    python benchmarks/extract.py [--corpus FILE.jsonl[.xz]] [--documents 2000] [--every 12]

Reads every n-th line of a JSON Lines corpus into memory first, so that decompression is not measured. Prints a table,
asserts nothing.
"""

from __future__ import annotations

import argparse
import json
import lzma
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

from briefing_tui.extracting import Extractor, extractor
from briefing_tui.model.json_form import to_json
from briefing_tui.reading import ReadingError, read_bytes, read_jsonl

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "us_government.jsonl.xz"
SEED = Path(__file__).resolve().parents[1] / "seeds" / "example.txt"
SIZES = (2_000, 20_000, 200_000, 2_000_000)
MOST_PIECES = 200
STAGES = (
    "open_reading",
    "find_money",
    "find_quantities",
    "find_dates",
    "find_actors",
    "read_aid",
    "read_reactions",
    "read_events",
    "read_assessments",
    "assemble",
)


def main() -> int:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--every", type=int, default=12)
    options = parser.parse_args()
    with (lzma.open if options.corpus.suffix == ".xz" else open)(options.corpus, "rb") as lines:
        rows = list(islice(lines, 0, options.documents * options.every, options.every))

    started = time.perf_counter()
    reader = Extractor()
    print(f"lexicon and automaton, without a cache: {time.perf_counter() - started:.2f} s")

    spent: dict[str, float] = defaultdict(float)
    wrapped = [name for name in STAGES if hasattr(extractor, name)]
    plain = run(rows, reader)
    dense = run([json.dumps({"id": "seed", "text": SEED.read_text("utf-8")}).encode()] * 50, reader)
    for name in wrapped:
        setattr(extractor, name, timed(getattr(extractor, name), spent, name))
    run(rows, reader)
    plain.show()
    print("stages, in a second run (with the clock's own cost):")
    for name, seconds in sorted(spent.items(), key=lambda pair: -pair[1]):
        print(f"  {name:18} {seconds:7.2f} s  {100 * seconds / sum(spent.values()):5.1f} %")
    show_sizes(rows, reader)
    rate = dense.sentences / sum(dense.seconds.values())
    print(f"the bundled briefing, where nearly every sentence tells something: {rate:,.0f} sentences/s")
    loaded = sorted({"pydantic", "textual", "rich"} & sys.modules.keys())
    print(f"loaded of pydantic, textual, rich: {', '.join(loaded) or 'none'}")
    return 0


def show_sizes(rows: list[bytes], reader: Extractor) -> None:
    """What a byte costs in documents of four sizes, all made of the same texts on the subject."""
    texts = [json.loads(row)["text"] for row in rows]
    texts = [text for text in texts if reader.extract(read_bytes(text.encode(), name="sizes")).records]
    whole = "\n\n".join(texts)
    whole = (whole + "\n\n") * (SIZES[-1] // max(1, len(whole)) + 1)
    print("cost by the size of a document, of texts on the subject:")
    for size in SIZES:
        pieces = [whole[start : start + size] for start in range(0, SIZES[-1], size)][:MOST_PIECES]
        documents = [read_bytes(piece.encode(), name="sizes") for piece in pieces]
        begun = time.process_time()
        for document in documents:
            reader.extract(document)
        spent_seconds = time.process_time() - begun
        print(f"  {size:>9,} characters  {1e6 * spent_seconds / sum(map(len, pieces)):6.2f} s a million characters")


class Figures:
    """What one run over the corpus took."""

    def __init__(self) -> None:
        self.documents = self.sentences = self.characters = self.records = self.failed = 0
        self.seconds: dict[str, float] = defaultdict(float)
        self.peak_mb: list[float] = []

    def show(self) -> None:
        """Print the table."""
        total = sum(self.seconds.values())
        print(
            f"{self.documents:,} documents, {self.characters / 1e6:.1f} million characters, {self.sentences:,} sentences, "
            f"{self.records:,} records, {self.failed} failed"
        )
        for name, seconds in self.seconds.items():
            print(f"  {name:12} {seconds:7.2f} s  {self.sentences / seconds:9,.0f} sentences/s")
        print(f"  {'in all':12} {total:7.2f} s  {self.sentences / total:9,.0f} sentences/s on one core")
        print("peak memory at the quarters of the run: " + ", ".join(f"{size:.1f} MB" for size in self.peak_mb))


def run(rows: list[bytes], reader: Extractor) -> Figures:
    """Read, extract and write every row, each step on its own clock."""
    figures = Figures()
    quarters = {len(rows) * part // 4 for part in (1, 2, 3, 4)}
    documents = read_jsonl(rows, name="corpus")
    for number in range(1, len(rows) + 1):
        begun = time.process_time()
        document = next(documents)
        read = time.process_time()
        if isinstance(document, ReadingError):
            figures.failed += 1
            continue
        try:
            briefing = reader.extract(document)
        except Exception as error:  # noqa: BLE001 - a fault to mend, counted and named; the rest is measured
            print(f"{document.id}: {type(error).__name__}: {error}", file=sys.stderr)
            figures.failed += 1
            continue
        extracted = time.process_time()
        to_json(briefing)
        written = time.process_time()
        figures.seconds["reading"] += read - begun
        figures.seconds["extracting"] += extracted - read
        figures.seconds["JSON"] += written - extracted
        figures.documents += 1
        figures.sentences += len(document.sentences)
        figures.characters += len(document.text)
        figures.records += len(briefing.records)
        if number in quarters:
            figures.peak_mb.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return figures


def timed(stage: Callable[..., Any], spent: dict[str, float], name: str) -> Callable[..., Any]:
    """`stage` with its time added to `spent`."""

    def run_stage(*arguments: Any) -> Any:
        begun = time.perf_counter()
        result = stage(*arguments)
        spent[name] += time.perf_counter() - begun
        return result

    return run_stage


if __name__ == "__main__":
    raise SystemExit(main())

"""A library of briefings with many records each, drawn from a larger one: what `wire.py` explores.

    python benchmarks/record_rich.py SOURCE --out rich.sqlite [--records 1000] [--at-least 4] [--seed 20261123]

SOURCE is a library, or JSON Lines of texts (`{"id": …, "title": …, "publisher": …, "published": …, "text": …}`, also .xz),
which are read into a library first: two minutes for 25,000 press releases. Briefings with at least so many records and at most
20,000 characters are drawn until they have `--records` together. Prints how many were drawn.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from terminal_program import EXPLORER

from briefing_tui.library import Library, open_library
from briefing_tui.library.documents import DocumentFacts, all_documents, load_text

MOST_CHARACTERS = 20_000
SQLITE_FILES = b"SQLite format 3\x00"


def main() -> None:
    """Draw and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--records", type=int, default=1000)
    parser.add_argument("--at-least", type=int, default=4)
    parser.add_argument("--seed", type=int, default=20261123)
    options = parser.parse_args()
    if options.out.exists():
        raise SystemExit(f"{options.out} is there already")
    with tempfile.TemporaryDirectory() as folder, open_source(options.source, Path(folder)) as source:
        rich = [one for one in all_documents(source) if is_rich(one, options.at_least)]
        random.Random(options.seed).shuffle(rich)
        drawn = list(until(rich, options.records))
        texts = Path(folder, "drawn.jsonl")
        texts.write_text("".join(json.dumps(plain(one, load_text(source, one.number))) + "\n" for one in drawn), "utf-8")
        add(texts, options.out)
    counts = [count_records(one) for one in drawn]
    print(
        f"{options.out}: {len(drawn)} briefings with {sum(counts):,} records, {sum(counts) / max(1, len(drawn)):.1f} a briefing"
    )


def open_source(path: Path, folder: Path) -> Library:
    """A library as it is, or one that is made of texts."""
    with path.open("rb") as beginning:
        is_library = beginning.read(16) == SQLITE_FILES
    if is_library:
        return open_library(path)
    texts = path
    if path.suffix == ".xz":
        texts = folder / path.stem
        texts.write_bytes(lzma.decompress(path.read_bytes()))
    add(texts, folder / "all.sqlite")
    return open_library(folder / "all.sqlite")


def add(texts: Path, library: Path) -> None:
    """Have the program read texts into a library."""
    subprocess.run([*EXPLORER, "add", "--library", library, "--from", "jsonl", texts], check=True, stdout=sys.stderr)


def is_rich(document: DocumentFacts, at_least: int) -> bool:
    """Whether a briefing has records enough, and is one that people read in one go."""
    return count_records(document) >= at_least and document.characters <= MOST_CHARACTERS


def count_records(document: DocumentFacts) -> int:
    """Rows of all three panes."""
    return sum(document.counts.values())


def until(documents: list[DocumentFacts], records: int) -> Iterator[DocumentFacts]:
    """The first documents that have so many records together."""
    for document in documents:
        if records <= 0:
            return
        records -= count_records(document)
        yield document


def plain(document: DocumentFacts, text: str) -> dict[str, str | None]:
    """A text as it is added again."""
    return {
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
        "url": document.url,
        "text": text,
    }


if __name__ == "__main__":
    main()

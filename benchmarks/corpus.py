"""What extraction does with a large corpus of real texts: whether all evidence resolves, and a sample of records to be judged.

    python benchmarks/corpus.py [--corpus FILE.jsonl[.xz]] [--seed 20261122] [--sample 100] [--out sample.jsonl]

Extracts every text of the corpus, in as many processes as there are cores. Every span of evidence is compared with the
text. Then a seeded draw of `--sample` records a kind is written to `--out`, one object a line with the record, its sentence
and those around it, for a person to judge. Prints a table, asserts nothing.
"""

from __future__ import annotations

import argparse
import json
import lzma
import multiprocessing
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from briefing_tui.extracting import default_extractor
from briefing_tui.model import Briefing, Record, trigger
from briefing_tui.model.json_form import to_plain
from briefing_tui.reading import ReadingError, read_jsonl

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "us_government.jsonl.xz"
KINDS = ("aid_package", "aid_item", "reaction", "escalation_event")


def main() -> int:
    """Extract, check, draw, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--seed", type=int, default=20261122)
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    if not options.corpus.exists():
        print(f"{options.corpus} is not there", file=sys.stderr)
        return 1
    started = time.perf_counter()
    counts: Counter[str] = Counter()
    found: dict[str, list[dict[str, Any]]] = {kind: [] for kind in KINDS}
    with multiprocessing.Pool() as pool:
        for told, records in pool.imap(look_at, lines_of(options.corpus), chunksize=100):
            counts.update(told)
            for record in records:
                found[record["record"]["kind"]].append(record)
    print(f"{counts['documents']:,} documents, {counts['failed']} failed, {time.perf_counter() - started:.0f} s")
    print(f"{counts['spans']:,} spans of evidence, {counts['broken']} that do not resolve")
    for kind in KINDS:
        print(f"  {kind:17} {len(found[kind]):>7,} records in {counts['with ' + kind]:>6,} documents")
    if options.out:
        draw = random.Random(options.seed)
        chosen = [record for kind in KINDS for record in draw.sample(found[kind], min(options.sample, len(found[kind])))]
        options.out.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in chosen), "utf-8")
        print(f"{len(chosen)} records drawn with the seed {options.seed} into {options.out}")
    return 0


def lines_of(path: Path) -> Iterator[bytes]:
    """The lines of a JSON Lines file, compressed or not."""
    with (lzma.open if path.suffix == ".xz" else open)(path, "rb") as lines:
        yield from lines


@cache
def extractor() -> Any:
    """One extractor a process."""
    return default_extractor()


def look_at(line: bytes) -> tuple[Counter[str], list[dict[str, Any]]]:
    """Counts for one text, and its records with the words around them."""
    document = next(iter(read_jsonl([line], name="corpus")))
    if isinstance(document, ReadingError):
        return Counter({"failed": 1}), []
    try:
        briefing = extractor().extract(document)
    except Exception as error:  # noqa: BLE001 - a fault to mend, counted and named; the rest is looked at
        print(f"{document.id}: {type(error).__name__}: {error}", file=sys.stderr)
        return Counter({"failed": 1}), []
    spans = [span for record in briefing.records for span in record.evidence]
    counts = Counter({"documents": 1, "spans": len(spans)})
    counts["broken"] = sum(document.text[span.start : span.end] != span.exact for span in spans)
    counts.update({f"with {kind}" for kind in {record.kind for record in briefing.records}})
    return counts, [shown(briefing, record) for record in briefing.records if record.kind in KINDS]


def shown(briefing: Briefing, record: Record) -> dict[str, Any]:
    """A record as it is judged: its fields, its trigger, and the sentences around it."""
    span = trigger(record)
    sentences = briefing.sentences
    place = next((index for index, sentence in enumerate(sentences) if sentence.start <= span.start < sentence.end), 0)
    around = sentences[max(0, place - 2) : place + 3]
    fields = to_plain(record)
    fields.pop("evidence")
    return {
        "doc": briefing.id,
        "title": briefing.title,
        "publisher": briefing.publisher,
        "published": briefing.published,
        "trigger": span.exact,
        "rule": span.rule,
        "context": briefing.text[around[0].start : around[-1].end] if around else briefing.text[:400],
        "record": fields,
    }


if __name__ == "__main__":
    raise SystemExit(main())

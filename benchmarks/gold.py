"""How well records are found: the scorer's table for the open gold set and for its parts.

    python benchmarks/gold.py [--gold FOLDER]

The parts: the documents rules were written with and the fifteen held back from that (a fixed draw), and real documents and
written ones (`syn-…`). Needs the folder of gold annotations with its scorer `goldkit.py`; prints tables, asserts nothing.
"""

from __future__ import annotations

import argparse
import ast
import json
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
HELD_BACK = 15
_ERROR = re.compile(r"^(\w+) · [^·\n]+ · (missed|false alarm|duplicate|field) · (?:.|\n)*? · (\{.*\})$", re.MULTILINE)
"""A line of the scorer: kind, document, what is wrong, the words (which may hold line ends), details."""
MEASURES = ("precision", "recall", "f1", "strict_f1")


def main() -> int:
    """Extract, score every part, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=GOLD)
    folder: Path = parser.parse_args().gold
    if not (folder / "goldkit.py").exists():
        print(f"{folder} holds no gold set", file=sys.stderr)
        return 1
    documents = read_lines(folder / "dev" / "docs.jsonl")
    records = read_lines(folder / "dev" / "gold.jsonl")
    held = held_back(documents)
    parts: dict[str, Callable[[str], bool]] = {
        "all": lambda _: True,
        "tuned": lambda name: name not in held,
        "held back": lambda name: name in held,
        "real": lambda name: not name.startswith("syn-"),
        "written": lambda name: name.startswith("syn-"),
    }
    with tempfile.TemporaryDirectory() as scratch:
        predicted = extract(documents, Path(scratch))
        for title, belongs in parts.items():
            write_lines(Path(scratch) / "docs.jsonl", [row for row in documents if belongs(row["id"])])
            write_lines(Path(scratch) / "gold.jsonl", [row for row in records if belongs(row["doc"])])
            write_lines(Path(scratch) / "predicted.jsonl", [row for row in predicted if belongs(row["id"])])
            report = score(folder / "goldkit.py", Path(scratch))
            show(title, report)
    return 0


def held_back(documents: list[dict[str, Any]]) -> set[str]:
    """The ids of the documents kept from those who wrote the rules: a fixed draw, without the bundled briefing."""
    return set(random.Random(20241120).sample(sorted(row["id"] for row in documents if row["id"] != "seed"), HELD_BACK))


def extract(documents: list[dict[str, Any]], scratch: Path) -> list[dict[str, Any]]:
    """The briefings of `documents`, by the command as users run it."""
    write_lines(scratch / "all.jsonl", documents)
    command = [sys.executable, "-m", "briefing_tui", "extract", "--from", "jsonl", "--jsonl", str(scratch / "all.jsonl")]
    done = subprocess.run(command, capture_output=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def score(scorer: Path, scratch: Path) -> dict[str, Any]:
    """The scorer's report on the documents, gold and predictions in `scratch`."""
    files = [str(scratch / name) for name in ("docs.jsonl", "gold.jsonl", "predicted.jsonl")]
    command = [sys.executable, str(scorer), "score", *files, "--json", "--errors", "100000"]
    done = subprocess.run(command, capture_output=True, check=False)
    report: dict[str, Any] = json.loads(done.stdout)
    report["errors"] = causes(done.stderr.decode())
    return report


def causes(errors: str) -> dict[str, Counter[str]]:
    """What went wrong, by kind: how many records were missed, are false or told twice, and which fields of found ones differ."""
    found: dict[str, Counter[str]] = {}
    for kind, sort, detail in _ERROR.findall(errors):
        counts = found.setdefault(kind, Counter())
        if sort == "field":
            counts.update(f"wrong {name}" for name in ast.literal_eval(detail))
        else:
            counts[sort] += 1
    return found


def show(title: str, report: dict[str, Any]) -> None:
    """Print one part as a table."""
    print(f"{title}: {report['documents']} documents, evidence {report['evidence_ok']} ok, {report['evidence_broken']} broken")
    print(f"  {'':17} {'n':>5} {'precision':>10} {'recall':>7} {'f1':>7} {'strict':>7}   95 % of f1")
    for kind, row in report["kinds"].items():
        low, high = row["f1_95ci"]
        figures = "{:>10.3f} {:>7.3f} {:>7.3f} {:>7.3f}".format(*(row[name] for name in MEASURES))
        print(f"  {kind:17} {row['tp'] + row['fn']:>5} {figures}   {low:.2f}-{high:.2f}")
    for kind, counts in report["errors"].items():
        print(f"  {kind:17} " + ", ".join(f"{count} {name}" for name, count in counts.most_common()))
    print()


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def write_lines(path: Path, rows: list[dict[str, Any]]) -> None:
    """Write a JSON Lines file."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


if __name__ == "__main__":
    raise SystemExit(main())

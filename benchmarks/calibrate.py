"""Whether confidence means what it says: a reliability table for the open gold set, and the weights behind it.

    python benchmarks/calibrate.py [--gold FOLDER] [--more DOCS.jsonl GOLD.jsonl]… [--unseen DOCS.jsonl GOLD.jsonl]… [--write]

Every record that the open set counts is right (an annotator has it and agrees on its key fields) or wrong. The signs of
`extracting/confidence.py` are weighed by logistic regression, a kind at a time. The table is made by cross-validation: no
document is judged by weights that were fitted with it. `--write` puts the weights, fitted with all documents, into the program.
`--more` fits with further annotated documents as well, `--unseen` with such as no rule was written with. Rules are righter on
the documents they were written with than on new texts; so the documents held back from that, and the unseen ones, count as
much as all others together.
"""

from __future__ import annotations

import argparse
import importlib.util
import math
import sys
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from gold import GOLD, held_back, read_lines  # beside this file

from briefing_tui.extracting import confidence, default_extractor
from briefing_tui.model.json_form import to_plain
from briefing_tui.reading import ReadingError, read_jsonl

WEIGHTS = Path(confidence.__file__).with_name("confidence_weights.py")
BINS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
FOLDS = 8
RIDGE = 0.03
STEPS = 400


@dataclass
class Example:
    """One record of ours that counts: its signs, and whether it is right."""

    document: str
    signs: dict[str, float]
    right: bool
    unseen: bool


def main() -> int:
    """Extract, compare, fit, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--more", nargs=2, type=Path, action="append", default=[], metavar=("DOCS", "GOLD"))
    parser.add_argument("--unseen", nargs=2, type=Path, action="append", default=[], metavar=("DOCS", "GOLD"))
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if not (options.gold / "goldkit.py").exists():
        print(f"{options.gold} holds no gold set", file=sys.stderr)
        return 1
    kit = load_scorer(options.gold / "goldkit.py")
    documents = options.gold / "dev" / "docs.jsonl"
    sets = [(documents, options.gold / "dev" / "gold.jsonl", held_back(read_lines(documents)))]
    sets += [(texts, gold, set()) for texts, gold in options.more]
    sets += [(texts, gold, {row["id"] for row in read_lines(texts)}) for texts, gold in options.unseen]
    examples: dict[str, list[Example]] = defaultdict(list)
    for texts, gold, unseen in sets:
        for kind, found in compare(kit, texts, gold, unseen).items():
            examples[kind].extend(found)
    written: dict[str, dict[str, float]] = {}
    for kind, found in examples.items():
        said = [
            (weights, example) for fold in range(FOLDS) for weights in [without(found, fold)] for example in part(found, fold)
        ]
        show(kind, said)
        show(f"{kind}, documents no rule was written with", [pair for pair in said if pair[1].unseen])
        written[kind] = fit(found)
    if options.write:
        WEIGHTS.write_text(source_of(written), "utf-8")
        print(f"written: {WEIGHTS}")
    return 0


def load_scorer(path: Path) -> Any:
    """The gold set's own scorer as a module, so that right and wrong are its judgement."""
    spec = importlib.util.spec_from_file_location("goldkit", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def compare(kit: Any, documents: Path, gold_path: Path, held: set[str]) -> dict[str, list[Example]]:
    """Every record of ours that counts, by kind, right or wrong by the scorer's pairing and comparison."""
    gold = read_lines(gold_path)
    reader = default_extractor()
    examples: dict[str, list[Example]] = defaultdict(list)
    with documents.open("rb") as lines:
        for document in read_jsonl(lines, name=documents.name):
            if isinstance(document, ReadingError):
                continue
            reading = reader.read(document)
            records = reader.records_of(reading)
            for kind in kit.KINDS:
                ours = [record for record in records if record.kind == kind]
                theirs = [record for record in gold if record["doc"] == document.id and record["kind"] == kind]
                for record, right in zip(ours, judged(kit, kind, theirs, [to_plain(record) for record in ours]), strict=True):
                    if right is not None:
                        signs = confidence.signs_of(record, reading)
                        examples[kind].append(Example(document.id, signs, right, document.id in held))
    return examples


def judged(kit: Any, kind: str, gold: list[Any], ours: list[Any]) -> list[bool | None]:
    """For each record of ours whether it is right; None where the annotators leave it open."""
    weights = [[max((kit.overlap(kind, kit.trigger(p), a) for a in g["anchors"]), default=0.0) for p in ours] for g in gold]
    for row, g in zip(weights, gold, strict=True):
        for j, p in enumerate(ours):
            if row[j]:
                row[j] += 0.1 * sum(kit.field_equal(f, g, p) for f in kit.STRICT[kind]) + (0 if g.get("optional") else 1)
    out: list[bool | None] = [False] * len(ours)
    for i, j in kit.assign(weights) if gold and ours else []:
        same = all(kit.field_equal(f, gold[i], ours[j]) for f in kit.STRICT[kind])
        out[j] = None if gold[i].get("optional") else same
    for j in range(len(ours)):
        if out[j] is False and any(weights[i][j] and gold[i].get("optional") for i in range(len(gold))):
            out[j] = None
    return out


def fit(examples: list[Example]) -> dict[str, float]:
    """Weights by logistic regression with a ridge, by gradient descent. Unseen documents count as much as all others together."""
    names = sorted({name for example in examples for name in example.signs})
    unseen = sum(example.unseen for example in examples)
    more = (len(examples) - unseen) / unseen if 0 < unseen < len(examples) else 1.0
    rows = [
        ([example.signs.get(name, 0.0) for name in names], float(example.right), more if example.unseen else 1.0)
        for example in examples
    ]
    whole = sum(weight for *_, weight in rows)
    weights = [0.0] * len(names)
    speed = [0.0] * len(names)
    for _ in range(STEPS):
        slope = [0.0 if name == "always" else RIDGE * weight for name, weight in zip(names, weights, strict=True)]
        for values, right, counts in rows:
            error = (probable(weights, values) - right) * counts / whole
            for place, value in enumerate(values):
                slope[place] += error * value
        speed = [0.9 * before - 0.5 * part for before, part in zip(speed, slope, strict=True)]
        weights = [weight + step for weight, step in zip(weights, speed, strict=True)]
    return dict(zip(names, weights, strict=True))


def predicted(weights: dict[str, float], example: Example) -> float:
    """The confidence these weights give to a record."""
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in example.signs.items())))


def probable(weights: list[float], values: list[float]) -> float:
    """The same for bare rows."""
    return 1 / (1 + math.exp(-sum(weight * value for weight, value in zip(weights, values, strict=True))))


def part(examples: list[Example], fold: int) -> list[Example]:
    """The examples of every document of this fold."""
    documents = sorted({example.document for example in examples})
    chosen = set(documents[fold::FOLDS])
    return [example for example in examples if example.document in chosen]


def without(examples: list[Example], fold: int) -> dict[str, float]:
    """The weights fitted without the documents of this fold."""
    left = {example.document for example in part(examples, fold)}
    return fit([example for example in examples if example.document not in left])


def show(kind: str, judgements: list[tuple[dict[str, float], Example]]) -> None:
    """The reliability table of one kind, with the Brier score and what always saying the mean would have."""
    if not judgements:
        return
    pairs = [(predicted(weights, example), example.right) for weights, example in judgements]
    mean = sum(right for _, right in pairs) / len(pairs)
    brier = sum((said - right) ** 2 for said, right in pairs) / len(pairs)
    print(f"{kind}: {len(pairs)} records, {mean:.2f} right; Brier score {brier:.3f}, of the mean alone {mean * (1 - mean):.3f}")
    print("  confidence   records   mean said   right")
    for low, high in pairwise(BINS):
        inside = [(said, right) for said, right in pairs if low <= said < high]
        if inside:
            said = sum(pair[0] for pair in inside) / len(inside)
            right = sum(pair[1] for pair in inside) / len(inside)
            print(f"  {low:.1f}-{min(high, 1.0):.1f}      {len(inside):>7}   {said:>9.2f}   {right:>5.2f}")


def source_of(weights: dict[str, dict[str, float]]) -> str:
    """The module of the weights."""
    lines = [
        '"""The weights of `confidence.py`, made by `benchmarks/calibrate.py`; do not edit by hand."""',
        "",
        "from typing import Final",
        "",
        "WEIGHTS: Final[dict[str, dict[str, float]]] = {",
    ]
    for kind, named in weights.items():
        lines.append(f'    "{kind}": {{')
        lines.extend(f'        "{name}": {value:.3f},' for name, value in named.items())
        lines.append("    },")
    return "\n".join([*lines, "}", ""])


if __name__ == "__main__":
    raise SystemExit(main())

"""The open gold set, when it lies beside this source tree: detection must not fall below the floors of gold_floors.toml."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

FLOORS = tomllib.loads((Path(__file__).parent / "gold_floors.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def report(shared_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the scorer says of the whole open set."""
    gold = shared_folder / "gold"
    scorer, documents = gold / "goldkit.py", gold / "dev" / "docs.jsonl"
    if not scorer.exists() or not documents.exists():
        pytest.skip("the gold set is not beside this source tree")
    predicted = tmp_path_factory.mktemp("gold") / "predicted.jsonl"
    with predicted.open("wb") as out, documents.open("rb") as source:
        subprocess.run(
            [sys.executable, "-m", "briefing_tui", "extract", "--from", "jsonl", "--jsonl", "-"],
            stdin=source,
            stdout=out,
            timeout=300,
            check=True,
        )
    scored = subprocess.run(
        [sys.executable, scorer, "score", documents, gold / "dev" / "gold.jsonl", predicted, "--json"],
        capture_output=True,
        timeout=300,
        check=False,
    )
    return json.loads(scored.stdout)


def test_every_document_is_read_and_every_span_of_evidence_resolves(report: dict[str, Any]) -> None:
    assert report["missing_documents"] == []
    assert report["evidence_broken"] == 0
    assert report["evidence_ok"] > 0


@pytest.mark.parametrize("kind", FLOORS)
@pytest.mark.parametrize("measure", ["f1", "precision"])
def test_detection_keeps_above_its_floor(report: dict[str, Any], kind: str, measure: str) -> None:
    assert report["kinds"][kind][measure] >= FLOORS[kind][measure]

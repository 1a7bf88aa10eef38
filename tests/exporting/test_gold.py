"""Judged records as annotations, in the form the scorer reads."""

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.library.correcting import library_of

from briefing_tui.exporting.gold import gold_lines, gold_texts
from briefing_tui.library.corrections import decide, edit_fields
from briefing_tui.model import Briefing
from briefing_tui.model.json_form import to_json

ADA = {"by": "ada", "at": "2024-11-22T09:00:00Z"}


class Source(NamedTuple):
    id: str
    content_id: str = "b:1"


def lines(briefing: Briefing) -> dict[str, dict]:
    made = (json.loads(line) for line in gold_lines((Source("by-hand"), record) for record in briefing.records))
    return {one["id"]: one for one in made}


def test_a_record_becomes_its_annotation(briefing: Briefing) -> None:
    made = lines(briefing)
    assert made["p:1"] == {
        "id": "p:1",
        "kind": "aid_package",
        "anchors": [{"start": 21, "end": 41, "exact": "$275 million package"}],
        "scope": "package",
        "donors": ["USA"],
        "recipients": ["UKR"],
        "amount": 275_000_000,
        "currency": "USD",
        "bound": "exact",
        "mechanism": None,
        "status": "announced",
        "modality": "asserted",
        "doc": "by-hand",
    }
    assert made["i:1"]["package"] == "p:1"
    assert made["r:1"]["actors"] == ["org:Amnesty International"]
    assert made["e:1"]["date"] is None


def test_assessments_are_not_annotated(briefing: Briefing) -> None:
    assert set(lines(briefing)) == {"p:1", "i:1", "r:1", "e:1"}


def test_an_item_without_its_package_stands_alone(briefing: Briefing) -> None:
    items = [(Source("by-hand"), record) for record in briefing.records if record.kind == "aid_item"]
    assert json.loads(next(gold_lines(items)))["package"] is None


def test_a_text_is_written_with_what_is_known_of_it(briefing: Briefing) -> None:
    (line,) = gold_texts([briefing])
    text = json.loads(line)
    assert (text["id"], text["published"], text["text"]) == ("by-hand", "2024-11-20", briefing.text)


@pytest.fixture
def library(tmp_path: Path, briefing: Briefing) -> Path:
    path = tmp_path / "library.sqlite"
    with library_of(path, briefing) as opened:
        decide(opened, "p:1", "accept", **ADA)
        edit_fields(opened, "r:1", {"stance": "concern", "person": "Agnès Callamard"}, **ADA)
        decide(opened, "e:1", "reject", **ADA)
    return path


def run(*arguments: str | Path) -> tuple[int, list[dict]]:
    done = subprocess.run(
        [sys.executable, "-m", "briefing_tui", *map(str, arguments)], capture_output=True, timeout=60, check=False
    )
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def test_only_what_was_accepted_or_edited_is_exported_as_it_was_edited(library: Path) -> None:
    code, made = run("export", "--gold", "--library", library)
    assert code == 0
    assert [(one["id"], one.get("stance"), one.get("person")) for one in made] == [
        ("p:1", None, None),
        ("r:1", "concern", "Agnès Callamard"),
    ]
    assert run("export", "--gold", "--library", library, "kind:event") == (1, [])
    assert [one["id"] for one in run("export", "--gold-texts", "--library", library)[1]] == ["by-hand"]


def test_gold_is_json_lines_and_nothing_else(library: Path) -> None:
    assert run("export", "--gold", "--format", "csv", "--library", library)[0] == 2
    assert run("export", "--gold", "--briefings", "--library", library)[0] == 2


def test_the_scorer_reads_it_and_finds_each_record_right_that_was_accepted(
    library: Path, briefing: Briefing, shared_folder: Path, tmp_path: Path
) -> None:
    scorer = shared_folder / "gold" / "goldkit.py"
    if not scorer.exists():
        pytest.skip("the scorer is not here")
    run("export", "--gold", "--library", library, "--output", tmp_path / "gold.jsonl")
    run("export", "--gold-texts", "--library", library, "--output", tmp_path / "docs.jsonl")
    (tmp_path / "predicted.jsonl").write_text(f"{to_json(briefing)}\n", "utf-8")
    done = subprocess.run(
        [sys.executable, scorer, "score", *(tmp_path / f"{name}.jsonl" for name in ("docs", "gold", "predicted")), "--json"],
        capture_output=True,
        timeout=60,
        check=True,
    )
    kinds = json.loads(done.stdout)["kinds"]
    assert {kind: (found["tp"], found["strict"], found["fp"], found["fn"]) for kind, found in kinds.items()} == {
        "aid_package": (1, 1, 0, 0),
        "aid_item": (0, 0, 1, 0),
        "reaction": (1, 0, 0, 0),
        "escalation_event": (0, 0, 1, 0),
    }


def test_items_of_two_texts_with_one_id_do_not_take_each_others_package(briefing: Briefing) -> None:
    package, item = (next(record for record in briefing.records if record.kind == kind) for kind in ("aid_package", "aid_item"))
    told = [(Source("1", "b:1"), package), (Source("1", "b:2"), item)]
    assert [json.loads(line).get("package") for line in gold_lines(told)] == [None, None]

"""Every rule by sentences: at least two that it reads, and at least one near miss that it must leave alone.

The sentences are in `rules/*.toml`, a table for each rule under its name, as it stands in a record's evidence. A text is read
after a paragraph that puts it on the subject of a war, as of 20 November 2024, a Wednesday, by a newsroom. A rule that reads
what a ministry or an alliance says in its own name has that `publisher` in its table.
"""

import tomllib
from pathlib import Path

import pytest

from briefing_tui.extracting import default_extractor
from briefing_tui.model import Document
from briefing_tui.reading import Metadata, read_bytes, read_jsonl

FILES = sorted((Path(__file__).parent / "rules").glob("*.toml"))
RULES = {name: table for file in FILES for name, table in tomllib.loads(file.read_text("utf-8")).items()}


SETTING = (
    "Russian missiles struck Kharkiv overnight in the heaviest bombardment of the war. The shelling wounded soldiers near the front "
    "line as the ceasefire collapsed.\n\n"
)
NEWSROOM = "The Daily Courier"


def rules_of(text: str, *, publisher: str = NEWSROOM, setting: str = SETTING) -> set[str]:
    """The names of the rules that read anything in `text`."""
    document = read_bytes(
        (setting + text).encode(),
        name="test",
        form="text",
        metadata=Metadata(published="2024-11-20", publisher=publisher),
    )
    records = default_extractor().extract(document).records
    return {span.rule for record in records for span in record.evidence if span.start >= len(setting)}


def cases(kind: str) -> list[tuple[str, str]]:
    return [(name, text) for name, table in RULES.items() for text in table[kind]]


def test_no_rule_is_described_twice() -> None:
    names = [name for file in FILES for name in tomllib.loads(file.read_text("utf-8"))]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", RULES)
def test_every_rule_has_enough_sentences(name: str) -> None:
    assert set(RULES[name]) - {"publisher"} == {"fires", "near_misses"}
    assert len(RULES[name]["fires"]) >= 2
    assert len(RULES[name]["near_misses"]) >= 1


@pytest.mark.parametrize(("name", "text"), cases("fires"))
def test_the_rule_reads_the_sentence(name: str, text: str) -> None:
    assert name in rules_of(text, publisher=RULES[name].get("publisher", NEWSROOM))


@pytest.mark.parametrize(("name", "text"), cases("near_misses"))
def test_the_rule_leaves_the_near_miss_alone(name: str, text: str) -> None:
    assert name not in rules_of(text, publisher=RULES[name].get("publisher", NEWSROOM))


def test_every_rule_that_reads_the_bundled_briefing_is_described(root: Path) -> None:
    assert rules_of((root / "seeds" / "example.txt").read_text("utf-8"), setting="") - set(RULES) == set()


def test_every_rule_that_reads_the_open_gold_set_is_described(shared_folder: Path) -> None:
    documents = shared_folder / "gold" / "dev" / "docs.jsonl"
    if not documents.exists():
        pytest.skip("the gold set is not beside this source tree")
    extractor = default_extractor()
    with documents.open("rb") as lines:
        briefings = [extractor.extract(document) for document in read_jsonl(lines, name="gold") if isinstance(document, Document)]
    used = {span.rule for briefing in briefings for record in briefing.records for span in record.evidence}
    assert used - set(RULES) == set()

import subprocess
import sys
from pathlib import Path

import pytest

from briefing_tui.model import vocabulary
from briefing_tui.searching import parse_query
from briefing_tui.searching.fields import FIELDS, completions, field_named, nearest_field
from briefing_tui.searching.help_text import SYNTAX, field_rows, field_table, search_help
from briefing_tui.searching.values import choices, fold_spelling


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_the_example_of_every_field_is_a_query(field: object) -> None:
    parse_query(field.example)  # type: ignore[attr-defined]


def test_no_two_fields_share_a_name() -> None:
    names = [name for field in FIELDS for name in (field.name, *field.aliases)]
    assert len(names) == len(set(names))


def test_no_two_words_of_a_field_are_spelled_alike() -> None:
    for field in FIELDS:
        assert len({fold_spelling(word) for word in field.words}) == len(field.words)
        for word in field.words:
            assert choices(field, word) == (word,)
        for spelling, words in field.spellings.items():
            assert choices(field, spelling) == words
            assert set(words) <= set(field.words)


def test_a_field_is_known_by_its_names_in_any_case() -> None:
    for written in ("publisher", "source", "Source", "SOURCE"):
        field = field_named(written)
        assert field is not None
        assert field.name == "publisher"
    assert field_named("http") is None


def test_slips_are_told_from_other_words() -> None:
    assert nearest_field("stanse") == "stance"
    assert nearest_field("recepient") == "recipient"
    assert [nearest_field(word) for word in ("http", "note", "in", "wikipedia", "mailto")] == [None] * 5


def test_completion_offers_closed_vocabularies() -> None:
    offered = completions()
    assert offered["stance"] == ("support", "defend", "oppose", "concern", "warn", "urge", "neutral")
    assert offered["actor"] == ()
    assert set(vocabulary.get_args(vocabulary.EventAction)) <= set(offered["action"])


def test_help_tells_every_field_and_fits_the_terminal() -> None:
    lines = search_help(80).split("\n")
    assert max(map(len, lines)) <= 80
    for field in FIELDS:
        assert any(line.startswith(f"  {field.name}:") for line in lines)
    assert [name for name, _ in field_rows()] == [f"{field.name}:" for field in FIELDS]


def test_the_ways_of_asking_that_help_shows_are_queries() -> None:
    from datetime import date

    for text, _ in SYNTAX:
        assert parse_query(text, today=date(2024, 11, 20)).tree is not None


def test_the_readme_has_the_table_of_fields(root: Path) -> None:
    section = (root / "README.md").read_text("utf-8").split("\n## Searching\n")[1].split("\n## ", maxsplit=1)[0]
    assert field_table() in section


def test_the_queries_that_the_readme_shows_are_read(root: Path) -> None:
    section = (root / "README.md").read_text("utf-8").split("\n## Searching\n")[1].split("\n## ", maxsplit=1)[0]
    shown = [line.split("'")[1] for line in section.splitlines() if line.startswith("briefing-tui search '")]
    assert len(shown) == 5
    for query in shown:
        parse_query(query)


def test_reading_a_query_loads_next_to_nothing() -> None:
    source = (
        "import sys, briefing_tui.searching as s; s.parse_query('a stance:oppose after:2024'); print(*sys.modules, sep='\\n')"
    )
    loaded = set(subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True).stdout.split())
    assert not loaded & {
        "dataclasses",
        "inspect",
        "difflib",
        "pydantic",
        "textual",
        "rich",
        "sqlite3",
        "briefing_tui.model.records",
    }
    assert not any(name.startswith(("briefing_tui.extracting", "briefing_tui.library")) for name in loaded)

"""The shipped lexicon as data: valid, commented, and each word under one key."""

import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

from briefing_tui.extracting.actors.state_names import STATE_NAMES
from briefing_tui.extracting.lexicon import FOLDER, load_lexicon

FILES = sorted(FOLDER.glob("*.toml"))
OWN = ["anaphors", "armed_groups", "bodies", "collectives", "media", "offices", "organisations", "persons", "places", "states"]

SHARED: dict[str, dict[str, str]] = {}
"""Words that two entries of a category share on purpose, with the reason."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_valid_and_opens_with_a_comment_on_what_it_holds(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert tomllib.loads(text)


def test_the_table_of_state_names_is_the_lexicons() -> None:
    states = tomllib.loads((FOLDER / "states.toml").read_text(encoding="utf-8"))["state"]
    assert {code: entry["label"] for code, entry in states.items()} == STATE_NAMES


def test_there_are_the_249_codes_of_iso_3166_and_kosovo() -> None:
    assert len(STATE_NAMES) == 250
    assert all(len(code) == 3 and code.isupper() for code in STATE_NAMES)


@pytest.mark.parametrize("name", OWN)
def test_every_code_is_a_state_or_a_named_organisation(name: str) -> None:
    tables = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    for category, entries in tables.items():
        if category.startswith("_"):
            continue
        for key, entry in entries.items():
            for attribute in ("actor", "code", "state"):
                code = entry.get(attribute)
                if code is not None:
                    assert code in STATE_NAMES or code.startswith(("org:", "group:")), f"{category}.{key}.{attribute}: {code}"
            assert set(entry.get("states", [])) <= STATE_NAMES.keys(), f"{category}.{key}.states"


@pytest.mark.parametrize("name", OWN)
def test_no_word_stands_under_two_keys_of_a_category_without_a_reason(name: str) -> None:
    category = {"armed_groups": "org", "organisations": "org", "bodies": "body", "media": "media"}.get(
        name, name.removesuffix("s")
    )
    lexicon = load_lexicon()
    doubled = {}
    for senses in lexicon.senses:
        keys: dict[str, set[str]] = defaultdict(set)
        for entry, _, _, surface in senses:
            if lexicon.entries[entry].category == category:
                keys[surface].add(lexicon.entries[entry].key)
        doubled |= {surface: sorted(names) for surface, names in keys.items() if len(names) > 1}
    assert {word: names for word, names in doubled.items() if word not in SHARED.get(category, {})} == {}

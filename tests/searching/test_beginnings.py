"""Beginnings of words: with a star all of them, while typing the most frequent."""

from pathlib import Path

import pytest
from tests.library.correcting import library_of

from briefing_tui.library import Library
from briefing_tui.model import Briefing, with_records
from briefing_tui.reading import read_bytes
from briefing_tui.searching import parse_query, parse_typing
from briefing_tui.searching.searcher import Searcher

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@pytest.fixture
def library(tmp_path: Path, briefing: Briefing) -> Library:
    """Fifty words that begin with "mine", each in a text of its own, "minefield" in three."""
    words = [f"mine{one}{other}" for one in LETTERS[:5] for other in LETTERS[:10]]
    texts = [f"The {word} lay there." for word in words] + [f"A minefield near village {number}." for number in range(3)]
    documents = [read_bytes(text.encode(), name="text") for text in texts]
    return library_of(tmp_path / "library.sqlite", *(with_records(document, ()) for document in documents), briefing)


def count(library: Library, text: str) -> int:
    searcher = Searcher(library)
    return searcher.count(searcher.plan(parse_query(text)))


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("mine*", 53),
        ("mine* lay", 50),
        ("-mine*", 5),
        ('"the mine*"', 50),
        ('"announced a $275*"', 2),
        ('"$275 mil*" kind:package', 1),
    ],
)
def test_with_a_star_every_word_that_begins_so_is_found(library: Library, query: str, hits: int) -> None:
    assert count(library, query) == hits


def test_while_typing_the_most_frequent_are_looked_for_and_that_is_told(library: Library) -> None:
    searcher = Searcher(library)
    plan = searcher.plan(parse_typing("mine"))
    (expansion,) = plan.expansions
    assert expansion.meanings[0] == "minefield"
    assert expansion.note == "the 32 most frequent"
    assert searcher.count(plan) == 3 + 31


def test_a_phrase_is_found_in_the_words_of_a_record_as_in_a_sentence(library: Library) -> None:
    assert count(library, '"million package"') == 2  # two records have this sentence
    assert count(library, '"million package that includes" kind:item') == 1
    assert count(library, '"package million" kind:item') == 0
    assert count(library, '"HIMARS United States" kind:package') == 0

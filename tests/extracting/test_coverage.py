"""What no record used: amounts, numbers, quotations and list items, and how many sentences the records speak for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.extracting import default_extractor
from briefing_tui.model import Coverage
from briefing_tui.reading import Metadata, read_bytes


def coverage_of(text: str) -> Coverage:
    document = read_bytes(
        text.encode("utf-8", "surrogatepass"), name="test", form="text", metadata=Metadata(published="2024-11-20")
    )
    coverage = default_extractor().extract(document, leftovers=True).coverage
    assert coverage is not None
    return coverage


def leftovers_of(text: str) -> list[tuple[str, str]]:
    return [(leftover.kind, leftover.exact) for leftover in coverage_of(text).leftovers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bakery on the corner sold 340 loaves.", [("number", "340")]),
        ("The bakery on the corner sold twelve loaves.", [("number", "twelve")]),
        ("Tickets cost $15 at the door.", [("amount", "$15")]),
        ("The sign said “mind the low step” and little else.", [("quotation", "“mind the low step”")]),
    ],
)
def test_what_no_record_used_is_left_over(text: str, expected: list[tuple[str, str]]) -> None:
    assert leftovers_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Norway said on Wednesday it would give Ukraine $40 million in military aid.",
        "Sweden will send 16 Archer howitzers to Ukraine.",
        "Finland's president called the missile strike on Odesa “a crime against children.”",
    ],
)
def test_what_a_record_used_is_not_left_over(text: str) -> None:
    assert leftovers_of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The museum reopened on 3 May 2021.",  # a date
        "One of the visitors laughed.",  # a pronoun
        "A retired F-16 stands in the park.",  # a name
        "The so-called “expert” went home.",  # a word held at arm's length
    ],
)
def test_dates_names_and_single_quoted_words_are_no_leftovers(text: str) -> None:
    assert leftovers_of(text) == []


def test_list_items_without_a_record_are_left_over() -> None:
    text = "The package for Ukraine includes:\n- 20 Javelin launchers\n- a signed photograph of the mayor\n"
    kinds = leftovers_of(text)
    assert ("list_item", "a signed photograph of the mayor") in kinds
    assert not any("Javelin" in words for _, words in kinds)


def test_sentences_are_counted_with_and_without_records() -> None:
    coverage = coverage_of("Norway condemned the missile strike on Odesa. The weather was mild. Nobody was at the beach.")
    assert (coverage.sentences, coverage.used, coverage.not_read) == (3, 1, 0)


@given(st.text(max_size=300).map(lambda text: f"Of {text} 12 remain."))
def test_every_leftover_says_what_the_text_says_there(text: str) -> None:
    document = read_bytes(text.encode("utf-8", "surrogatepass"), name="test", form="text", metadata=Metadata())
    coverage = default_extractor().extract(document, leftovers=True).coverage
    assert coverage is not None
    assert all(document.text[part.start : part.end] == part.exact for part in coverage.leftovers)

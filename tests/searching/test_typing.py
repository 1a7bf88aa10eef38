import pytest
from tests.searching.asking import typed, typing

from briefing_tui.searching.tree import Choice, Filter, Phrase, Word


def test_the_word_being_typed_is_the_beginning_of_a_word() -> None:
    assert typing("norway mi").tree == typing("norway mi*").tree
    assert typed("norway mi ") == "norway mi"
    assert typed("(norway or swed") == "norway or swed*"


def test_a_word_to_leave_out_is_left_out_as_it_stands() -> None:
    assert typed("mines -s") == "mines -s"


def test_a_phrase_being_typed_ends_in_the_beginning_of_a_word() -> None:
    assert typing('"nuclear doc').tree == Phrase(("nuclear", "doc"), is_prefix=True)
    assert typing('"nuclear doc ').tree == Phrase(("nuclear", "doc"))
    assert typing('"nuclear doc"').tree == Phrase(("nuclear", "doc"))


def test_a_value_being_typed_matches_all_values_that_begin_so() -> None:
    query = typing("class:mi")
    assert query.tree == Filter("class", (Choice("missile"), Choice("mine")))
    assert query.notes == ("class:mi may be missile, mine",)
    assert typed("stance:oppose,wa") == "stance:oppose,warn"
    assert typed("actor:nor") == "actor:nor*"
    assert typed('source:"the ti') == 'publisher:"the ti"*'


def test_a_whole_value_is_not_taken_for_the_beginning_of_another() -> None:
    assert typed("class:mine") == "class:mine"
    assert typed("action:embassy_open") == "action:embassy_open"


@pytest.mark.parametrize(
    "text", ["stance:", "amount:>", "date:2", "date:202", "(", "-(", '"', "-", "currency:e", "stance:xyz", "()", "or"]
)
def test_what_says_nothing_yet_is_left_out_and_noted(text: str) -> None:
    query = typing(f"mines {text}")
    assert query.tree == Word("mines")
    assert query.notes or text == "-("


def test_operators_without_a_second_side_wait_for_it() -> None:
    assert typed("norway or ") == "norway"
    assert typed("norway | (") == "norway"
    assert typed("norway and") == "norway"
    assert typed("a)b") == "a b*"


def test_an_unknown_field_is_searched_as_text_with_a_word_about_it() -> None:
    query = typing("stanse:op")
    assert query.tree == Phrase(("stanse:op",), is_prefix=True)
    assert "did you mean stance:" in query.notes[0]


def test_what_is_too_long_is_cut_and_noted() -> None:
    assert "4,000 characters" in typing("mines " * 100_000).notes[0]
    assert typing("(" * 1_000_000).tree is None
    assert typed("(" * 100 + "a") == ""


def test_a_query_that_is_complete_is_read_as_such() -> None:
    query = typing('actor:norway after:7d "nuclear doctrine" ')
    assert query.notes == ()
    assert typed(query.text) == 'actor:norway published:2024-11-14.. "nuclear doctrine"'

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.tui import searchable_text
from briefing_tui.tui.folding import fold, text_pattern, text_query
from briefing_tui.tui.searchable_text import SearchableText


def find(query, text, most=1000):
    return SearchableText(text).find(text_query(query), most)


def test_hits_are_offsets_into_the_text_as_it_is():
    text = "The anti-personnel mines; antipersonnel  mines; re\u0301sume\u0301; 155 mm."
    assert [text[start:end] for start, end in find("anti personnel mines", text)[0]] == ["anti-personnel mines"]
    assert [text[start:end] for start, end in find("antipersonnel mines", text)[0]] == [
        "anti-personnel mines",
        "antipersonnel  mines",
    ]
    assert [text[start:end] for start, end in find("resume", text)[0]] == ["re\u0301sume"]
    assert [text[start:end] for start, end in find("155mm", text)[0]] == ["155 mm"]


def test_hits_do_not_overlap():
    assert find("aa", "aaaaa") == ([(0, 2), (2, 4)], False)


def test_no_more_than_wanted_are_found_and_that_there_may_be_more_is_said():
    assert find("a", "a a a", 2) == ([(0, 1), (2, 3)], True)
    assert find("a", "a a b", 2) == ([(0, 1), (2, 3)], False)
    assert find("-", "- - -", 2) == ([(0, 1), (2, 3)], True)


def test_a_text_that_nearly_agrees_everywhere_is_given_up_in_the_end(monkeypatch):
    monkeypatch.setattr(searchable_text, "MOST_MISSES", 3)
    assert find("aa", "a a a a a a a a") == ([], True)


@given(st.text("ab -\u0301\u00ad1\n", max_size=60), st.text("ab -\u03011", min_size=1, max_size=6))
def test_it_finds_what_the_pattern_finds(text, query):
    pattern = text_pattern(query)
    if pattern is not None:
        assert find(query, text)[0] == [match.span() for match in pattern.finditer(fold(text))]


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("a" * 2_000_000, "a" * 39 + "b"),
        ("a" * 2_000_000, "a" * 120),
        ("a " * 1_000_000, "a " * 59 + "b"),
        ("a " * 1_000_000, "a" * 40),
        (("a" * 39 + "  ") * 50_000, "a" * 40),
    ],
)
def test_two_million_repeated_letters_are_searched_without_a_pause(text, query):
    searchable = SearchableText(text)
    searchable.find(text_query("a"), 1)
    begun = time.process_time()
    searchable.find(text_query(query), 20_000)
    assert time.process_time() - begun < 1

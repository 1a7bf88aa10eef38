import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.tui.folding import any_word_pattern, fold, row_haystack, row_needle_words, text_pattern


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("norway", "NORWAY’s minister"),
        ("Eide", "espen barth eide"),
        ("155mm", "155 mm rounds"),
        ("155 mm", "155-mm rounds"),
        ("155-mm", "155mm rounds"),
        ("antipersonnel", "anti-personnel mines"),
        ("anti-personnel", "antipersonnel mines"),
        ("anti personnel", "anti-personnel mines"),
        ("resume", "a résumé"),
        ("resume", "a re\u0301sume\u0301"),
        ("résumé", "a resume"),
        ("kyiv's", "Kyiv’s move"),
        ("zelenskyy", "Zelen\u00adskyy"),
        ("f-16", "F‑16 jets"),
        ("barth  eide", "Barth\nEide"),
        ("(", "(sic)"),
        ("-", "a - b"),
        ("$275", "a $275 million"),
    ],
)
def test_a_query_finds_what_a_person_means(query, text):
    assert text_pattern(query).search(fold(text))


@pytest.mark.parametrize(("query", "text"), [("usa", "thus a"), ("iran", "Ital-y ran"), ("155", "15 5")])
def test_words_are_not_glued_together(query, text):
    assert not text_pattern(query).search(fold(text))


def test_nothing_typed_is_nothing_to_look_for():
    assert text_pattern("") is None
    assert text_pattern("  \t ") is None
    assert any_word_pattern(" ") is None


def test_rows_contain_numbers_with_their_units_however_written():
    assert row_needle_words("155 mm") == ["155mm"]
    assert "155mm" in row_haystack("155-mm shells")


def test_every_word_of_a_query_is_marked_in_rows():
    pattern = any_word_pattern("norway opposes")
    assert [match[0] for match in pattern.finditer(fold("Norway · Eide  opposes"))] == ["norway", "opposes"]


@given(st.text(st.characters(), max_size=50))
def test_folding_keeps_every_offset(text):
    assert len(fold(text)) == len(text)


@given(st.text(st.characters(), max_size=30), st.text(st.characters(), max_size=80))
def test_no_query_is_an_error_and_no_hit_is_empty(query, text):
    row_needle_words(query)
    for pattern in (text_pattern(query), any_word_pattern(query)):
        if pattern is not None:
            assert all(match.end() > match.start() for match in pattern.finditer(fold(text)))


@given(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12))
def test_a_word_finds_itself(word):
    assert text_pattern(word).search(fold(f"before {word} after"))

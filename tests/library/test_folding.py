"""Words in Python are the words of SQLite's tokenizer, for every character there is."""

import itertools
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.library.folding import fold_words, joined, shape_of, tokens_of, words_of


def index_words(texts: list[str]) -> list[list[str]]:
    """What FTS5 makes of each text."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE search USING fts5 (words, tokenize='unicode61 remove_diacritics 2')")
    connection.execute("CREATE VIRTUAL TABLE places USING fts5vocab (search, instance)")
    connection.executemany("INSERT INTO search (rowid, words) VALUES (?, ?)", enumerate(texts))
    found: list[list[str]] = [[] for _ in texts]
    for number, term in connection.execute("SELECT doc, term FROM places ORDER BY doc, offset"):
        found[number].append(term)
    connection.close()
    return found


def test_every_character_is_a_letter_a_mark_or_a_gap_as_it_is_for_sqlite() -> None:
    characters = [chr(code) for code in range(1, 0x110000) if not 0xD800 <= code < 0xE000]
    texts = [f"a{character}b" for character in characters]
    for text, words in zip(texts, index_words(texts), strict=True):
        assert words_of(text) == words, ascii(text)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=1, max_size=20))
def test_any_text_has_the_words_that_sqlite_finds(texts: list[str]) -> None:
    assert [words_of(text) for text in texts] == index_words(texts)


@given(st.text())
def test_tokens_are_the_words_with_their_places(text: str) -> None:
    tokens = list(tokens_of(text))
    assert [token.word for token in tokens] == words_of(text)
    assert all(words_of(text[token.start : token.end]) == [token.word] for token in tokens)
    assert all(one.end <= other.start for one, other in itertools.pairwise(tokens))


@given(st.text())
def test_a_shape_has_the_places_of_its_text(text: str) -> None:
    assert len(shape_of(text)) == len(text) + 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kyiv’s", ["kyiv", "s"]),
        ("São Tomé e Príncipe", ["sao", "tome", "e", "principe"]),
        ("Türkiye TÜRKİYE", ["turkiye", "turkiye"]),
        ("Straße STRASSE", ["straße", "strasse"]),
        ("cafe\u0301s", ["cafes"]),
        ("Київ", ["київ"]),
        ("北京 和 平壤", ["北京", "和", "平壤"]),
        ("155-mm 155mm", ["155", "mm", "155mm"]),
        ("U.S.-made", ["u", "s", "made"]),
        ("🚀 Łódź 🇺🇦", ["łodz"]),
        ("ﬁre １５５", ["ﬁre", "１５５"]),
        ("", []),
    ],
)
def test_words_are_folded_as_people_type_them(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_where_a_word_stands_counts_its_accents() -> None:
    assert [(token.word, token.start, token.end) for token in tokens_of("“cafe\u0301s” 🚀 Łódź")] == [
        ("cafes", 1, 7),
        ("łodz", 11, 15),
    ]


def test_a_name_is_compared_by_its_words_and_a_code_by_its_letters() -> None:
    assert fold_words("  U.S.\nAgency (for) Development ") == "u s agency for development"
    assert joined("org:United Nations") == "orgunitednations"

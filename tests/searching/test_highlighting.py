"""What was looked for is marked where it stands in the source."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.library.folding import tokens_of
from briefing_tui.searching.highlighting import highlights
from briefing_tui.searching.plans import Marks


def marked(text: str, marks: Marks) -> list[str]:
    return [text[first - 1000 : last - 1000] for first, last in highlights(text, 1000, marks)]


def words(*every: str) -> Marks:
    return Marks(words=frozenset(every))


def phrase(*every: str) -> Marks:
    return Marks(phrases=frozenset({every}))


def beginning(*every: str) -> Marks:
    return Marks(prefixes=frozenset({every}))


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        ("Kyiv, Kyiv’s and KYIV.", words("kyiv"), ["Kyiv", "Kyiv", "KYIV"]),
        ("Kyivan Rus", words("kyiv"), []),
        ("Kyivan Rus, Kyiv", beginning("kyiv"), ["Kyivan", "Kyiv"]),
        ("the 155-mm shell", phrase("155", "mm"), ["155-mm"]),
        ("the 155\n  mm shell", phrase("155", "mm"), ["155\n  mm"]),
        ("mm 155", phrase("155", "mm"), []),
        ("nuclear doctrine, nuclear docks", beginning("nuclear", "doc"), ["nuclear doctrine", "nuclear docks"]),
        ("cafe\u0301s in São Tomé", words("cafes", "tome"), ["cafe\u0301s", "Tomé"]),
        ("cafe\u0301 society 🚀 now", phrase("cafe", "society"), ["cafe\u0301 society"]),
        ("the the the", words("the"), ["the", "the", "the"]),
        ("a b a b a", phrase("a", "b", "a"), ["a b a"]),
        ("東京 and 東", beginning("東"), ["東京", "東"]),
        ("", words("the"), []),
        ("anything", Marks(), []),
    ],
)
def test_words_phrases_and_beginnings_are_marked(text: str, marks: Marks, expected: list[str]) -> None:
    assert marked(text, marks) == expected


def test_marks_that_touch_are_one() -> None:
    marks = Marks(words=frozenset({"nuclear"}), phrases=frozenset({("nuclear", "doctrine"), ("doctrine", "talks")}))
    assert marked("nuclear doctrine talks", marks) in (["nuclear doctrine talks"], ["nuclear doctrine"])


@given(st.text(), st.text(max_size=3), st.integers(0, 10**6))
def test_marks_are_whole_words_of_the_text_in_their_order(text: str, begun: str, start: int) -> None:
    tokens = list(tokens_of(text))
    sought = {token.word for token in tokens[::2]}
    prefixes = frozenset((token.word,) for token in tokens_of(begun))
    spans = highlights(text, start, Marks(words=frozenset(sought), prefixes=prefixes))
    expected = {
        place
        for token in tokens
        if token.word in sought or any(token.word.startswith(prefix) for (prefix,) in prefixes)
        for place in range(start + token.start, start + token.end)
    }
    assert {place for first, last in spans for place in range(first, last)} == expected
    assert all(one[1] < other[0] for one, other in itertools.pairwise(spans))

"""Whatever is typed is answered, or refused with its place: never another error."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.searching.small_library import BRIEFINGS_OF_SEVEN, make_library

from briefing_tui.searching import QueryError, parse_query, parse_typing
from briefing_tui.searching.fields import FIELDS
from briefing_tui.searching.searcher import Searcher
from briefing_tui.searching.tree import Query

PIECES = st.sampled_from(
    [
        *(f"{field.name}:" for field in FIELDS),
        *"tanks kyiv 155 mm 155mm himars UN united nations norway oslo b:12 #3 #99999999999999999999 p:1 TASS belgorod".split(),
        *"\" ( ) - * : , .. >= or OR and not NOT ’ “ 東 京 🚀 \u0301 ß İ \0 % _ \\ ' ; 100m 1e400 2024-11 unknown".split(" "),
        *"oppose reaction strike relevance amount quote review EUR € today".split(),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=40),
    st.text(st.characters(), max_size=20),
    st.lists(PIECES, max_size=8).map(" ".join),
    st.lists(PIECES, max_size=8).map("".join),
)


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    path: Path = tmp_path_factory.mktemp("fuzzing") / "library.sqlite"
    with make_library(path, BRIEFINGS_OF_SEVEN) as library:
        yield Searcher(library)


def answer(searcher: Searcher, query: Query) -> None:
    try:
        plan = searcher.plan(query)
    except QueryError as error:
        refused = error
    else:
        refused = None
    if refused is not None:
        assert 0 <= refused.start <= refused.end <= len(query.text)
        assert "\n" not in str(refused)
        return
    assert all(0 <= one.start <= one.end <= len(query.text) for one in plan.expansions)
    rows = [hit.row for hit in searcher.page(plan)]
    assert searcher.count(plan) >= len(rows)
    searcher.facets(plan)
    for word in query.text.split()[:3]:
        searcher.suggest(word)


@settings(max_examples=1500, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
@example("id:\ud800 actor:\udfff place:\ud800 title:\ud800 \ud800 publisher:\ud800")
@example("-" * 60 + "tanks")
@example(" or ".join(f"w{number}" for number in range(130)))
@example(" ".join(f"w{number}*" for number in range(60)))
@example("(" * 20 + "-(tanks or -(the -(a or -b)))" + ")" * 20)
def test_any_text_is_answered_or_refused(searcher: Searcher, text: str) -> None:
    answer(searcher, parse_typing(text))
    try:
        query = parse_query(text)
    except QueryError:
        return
    answer(searcher, query)

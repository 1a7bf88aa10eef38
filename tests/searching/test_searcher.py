"""The index finds what looking at every record and sentence finds, whatever is asked."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.library.correcting import library_of
from tests.searching.looking import is_hit
from tests.searching.small_library import AMOUNTS, PUBLISHERS, STATES, WORDS, make_briefing, make_library, make_units

from briefing_tui.library.row_numbers import place_of
from briefing_tui.model import AidItem, Briefing
from briefing_tui.model.panes import PANES, pane_of
from briefing_tui.searching import parse_query
from briefing_tui.searching.searcher import Hit, Searcher
from briefing_tui.searching.tree import (
    Choice,
    Days,
    Filter,
    Name,
    Node,
    Not,
    Numbers,
    Phrase,
    Query,
    Unknown,
    Word,
    all_of,
    any_of,
)

DRAW = random.Random(20241119)
BRIEFINGS = [make_briefing(number, DRAW) for number in range(60)]
UNITS = make_units(BRIEFINGS)


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    path: Path = tmp_path_factory.mktemp("searching") / "library.sqlite"
    with make_library(path, BRIEFINGS) as library:
        yield Searcher(library)


def days() -> st.SearchStrategy[Days]:
    day = st.none() | st.dates(date(2024, 10, 1), date(2025, 2, 1))
    return st.builds(Days, day, day).filter(is_forward)


def is_forward(span: Days) -> bool:
    if span.first is None or span.last is None:
        return span.first != span.last
    return span.first <= span.last


def filters() -> st.SearchStrategy[Filter]:
    states = st.sampled_from(sorted(STATES.values())).map(Name)
    number = st.none() | st.sampled_from([*AMOUNTS, Decimal(12), Decimal(99_999_999), Decimal(10) ** 9])
    numbers = st.builds(
        Numbers,
        number,
        number,
        includes_low=st.booleans(),
        includes_high=st.booleans(),
        currency=st.sampled_from([None, "USD", "EUR"]),
    ).filter(lambda span: (span.low or span.high) is not None and (span.low or 0) <= (span.high or 10**12))
    return st.one_of(
        filters_of("kind", st.sampled_from("package item reaction event sentence".split()).map(Choice)),
        filters_of("stance", st.sampled_from(["oppose", "warn"]).map(Choice)),
        filters_of("action", st.just(Choice("strike"))),
        filters_of("class", st.just(Choice("air_defence"))),
        filters_of("currency", st.just(Choice("EUR"))),
        filters_of("is", st.just(Choice("review"))),
        filters_of("has", st.sampled_from(["place", "person", "amount", "quantity"]).map(Choice)),
        *(filters_of(field, states) for field in ("actor", "donor", "recipient", "target")),
        filters_of("place", st.sampled_from(["Belgorod", "petersburg", "Saint Petersburg"]).map(Name)),
        filters_of("person", st.sampled_from(["eide", "Barth Eide", "LAVROV"]).map(Name)),
        filters_of("publisher", st.sampled_from([name for name in PUBLISHERS if name]).map(Name)),
        filters_of("title", st.sampled_from(WORDS[:8]).map(Name)),
        filters_of("amount", numbers),
        filters_of("quantity", numbers),
        filters_of("date", days() | st.just(Unknown())),
        filters_of("published", days() | st.just(Unknown())),
    )


def filters_of(field: str, values: st.SearchStrategy[object]) -> st.SearchStrategy[Filter]:
    return st.lists(values, min_size=1, max_size=2, unique=True).map(lambda chosen: Filter(field, tuple(chosen)))  # type: ignore[arg-type]


def words() -> st.SearchStrategy[Node]:
    known = st.sampled_from([word for word in (*WORDS, "norway", "Lavrov", "himars", "zebra") if word != "🚀"])
    return st.one_of(
        known.map(Word),
        st.builds(Word, st.sampled_from([*"t d sh nu k g d東".split(), "東"]), st.just(True)),
        st.lists(known, min_size=1, max_size=3).map(lambda chosen: Phrase(tuple(chosen))),
    )


NODES = st.recursive(
    words() | filters(),
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(all_of),
        st.lists(inner, min_size=2, max_size=3).map(any_of),
        inner.map(lambda child: child.child if isinstance(child, Not) else Not(child)),
    ),
    max_leaves=6,
)


@settings(max_examples=600, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NODES)
def test_any_query_finds_what_looking_at_everything_finds(searcher: Searcher, node: Node) -> None:
    expected = [unit for unit in UNITS if is_hit(unit, node)]
    plan = searcher.plan(Query(node))
    rows = searcher.rows(plan)
    assert list(rows) == sorted(rows, reverse=True)
    hits = searcher.hits(plan, list(rows))
    assert [(hit.document, hit.record) for hit in hits] == [(one.document, one.record and one.record.id) for one in expected]
    assert searcher.count(plan) == len(expected)
    assert searcher.count(plan, most=3) == min(3, len(expected))


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NODES, st.integers(1, 9))
def test_pages_follow_one_another_without_gap_or_overlap(searcher: Searcher, node: Node, limit: int) -> None:
    plan = searcher.plan(Query(node))
    seen: list[int] = []
    while page := searcher.page(plan, limit=limit, after_row=seen[-1] if seen else None):
        assert len(page) <= limit
        seen += [hit.row for hit in page]
    assert seen == list(searcher.rows(plan))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NODES)
def test_the_rows_of_a_pane_are_its_records_in_the_order_of_the_pane(searcher: Searcher, node: Node) -> None:
    plan = searcher.plan(Query(node))
    for pane in PANES:
        rows = searcher.rows(plan, pane=pane)
        expected = [unit.record.id for unit in UNITS if unit.record and pane_of(unit.record) == pane and is_hit(unit, node)]
        assert [hit.record for hit in searcher.hits(plan, list(rows))] == expected


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NODES)
def test_facets_count_the_hits(searcher: Searcher, node: Node) -> None:
    expected = [unit for unit in UNITS if is_hit(unit, node)]
    facets = searcher.facets(searcher.plan(Query(node)))
    assert facets.of == len(expected)
    assert not facets.is_partial
    assert sum(count for _, count in facets.counts.get("kind", [])) == len(expected)
    reactions = sum(1 for unit in expected if getattr(unit.record, "stance", None) == "warn")
    assert dict(facets.counts.get("stance", [])).get("warn", 0) == reactions
    published = sum(1 for unit in expected if unit.briefing.publisher == "The White House")
    assert dict(facets.counts.get("publisher", [])).get("The White House", 0) == published


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NODES)
def test_every_highlight_lies_in_its_sentence_and_holds_whole_words(searcher: Searcher, node: Node) -> None:
    for hit in searcher.page(searcher.plan(Query(node)), limit=20):
        assert BRIEFINGS[hit.document - 1].text[hit.start : hit.end] == hit.text
        edges = [edge for span in hit.highlights for edge in span]
        assert edges == sorted(edges)
        for first, last in hit.highlights:
            assert hit.start <= first < last <= hit.end
            assert BRIEFINGS[hit.document - 1].text[first:last].strip()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NODES)
def test_by_relevance_the_same_is_found_in_another_order(searcher: Searcher, node: Node) -> None:
    newest = searcher.rows(searcher.plan(Query(node)))
    plan = searcher.plan(Query(node, sort="relevance"))
    first: list[Hit] = searcher.page(plan, limit=10)
    rest = searcher.page(plan, limit=1000, after_row=first[-1].row) if first else []
    assert sorted(hit.row for hit in (*first, *rest)) == sorted(newest)


def test_facets_of_everything_are_those_kept_in_the_library(searcher: Searcher) -> None:
    facets = searcher.facets(searcher.plan(Query(None)))
    assert facets.of == len(UNITS)
    assert dict(facets.counts["kind"])["sentence"] == sum(unit.record is None for unit in UNITS)
    assert dict(facets.counts["class"]).keys() == {"artillery", "air_defence"}


def test_the_newest_come_first_and_the_last_added_first_within_a_day(searcher: Searcher) -> None:
    rows = searcher.rows(searcher.plan(Query(None)))
    places = [place_of(row) for row in rows]
    assert places == sorted(places, reverse=True)
    assert [place.document for place in places] == [unit.document for unit in UNITS]


def test_numbers_with_decimals_are_found_as_they_are_written(tmp_path: Path, briefing: Briefing) -> None:
    records = tuple(
        replace(record, quantity=Decimal("1.2")) if isinstance(record, AidItem) else record for record in briefing.records
    )
    with library_of(tmp_path / "library.sqlite", replace(briefing, records=records)) as library:
        searcher = Searcher(library)
        counts = {
            asked: searcher.count(searcher.plan(parse_query(f"quantity:{asked}"))) for asked in ("1.2", ">1.2", "<=1.2", "1.1")
        }
    assert counts == {"1.2": 1, ">1.2": 0, "<=1.2": 1, "1.1": 0}

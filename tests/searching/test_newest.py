"""Rows come newest first whichever way the index is walked."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from tests.searching.looking import is_hit
from tests.searching.small_library import make_briefing, make_library, make_units
from tests.searching.test_searcher import NODES

from briefing_tui.searching import newest
from briefing_tui.searching.expressions import (
    EVERYTHING,
    NOTHING,
    Stretch,
    any_term,
    both,
    either,
    rows_within,
    stretches,
    without,
)
from briefing_tui.searching.searcher import Searcher
from briefing_tui.searching.tree import Node, Query

DRAW = random.Random(3)
BRIEFINGS = [make_briefing(number, DRAW) for number in range(40)]
UNITS = make_units(BRIEFINGS)
TANKS = any_term("{words names}", ["tanks"])
WARNING = any_term("facets", ["stwarn"])


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    path: Path = tmp_path_factory.mktemp("sieving") / "library.sqlite"
    with make_library(path, BRIEFINGS) as library:
        yield Searcher(library)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NODES)
def test_sieving_rows_by_wide_ranges_finds_the_same(searcher: Searcher, node: Node) -> None:
    plan = searcher.plan(Query(node))
    expected = [unit for unit in UNITS if is_hit(unit, node)]
    rows = list(searcher.rows(plan))
    assert [(hit.document, hit.record) for hit in searcher.hits(plan, rows)] == [
        (one.document, one.record and one.record.id) for one in expected
    ]
    assert searcher.count(plan) == len(expected)
    assert list(searcher.rows(plan, most=2)) == rows[:2]


@pytest.fixture(autouse=True)
def _every_range_is_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(newest, "WIDE", 0)


def test_ranges_cut_the_rows_into_stretches_newest_first() -> None:
    recent = rows_within([(500, 900)])
    assert list(stretches(both([TANKS, recent]))) == [Stretch(500, 900, '{words names} : "tanks"', "search")]
    assert [(one.first, one.last, one.match) for one in stretches(either([both([TANKS, recent]), WARNING]))] == [
        (901, 2**56 - 1, 'facets : "stwarn"'),
        (500, 900, '({words names} : "tanks" OR facets : "stwarn")'),
        (0, 499, 'facets : "stwarn"'),
    ]


def test_what_only_records_can_have_is_looked_for_among_records() -> None:
    assert [one.table for one in stretches(both([TANKS, WARNING]))] == ["record_search"]
    assert [one.table for one in stretches(either([TANKS, WARNING]))] == ["search"]
    assert [one.table for one in stretches(without(WARNING))] == ["search"]
    assert [one.table for one in stretches(without(any_term("facets", ["kdsentence"])))] == ["record_search"]


def test_everything_and_nothing_are_simplified_away() -> None:
    assert both([EVERYTHING, TANKS]) == TANKS
    assert both([NOTHING, TANKS]) == NOTHING
    assert either([EVERYTHING, TANKS]) == EVERYTHING
    assert either([NOTHING, TANKS]) == TANKS
    assert without(without(TANKS)) == TANKS
    assert without(EVERYTHING) == NOTHING


def test_spans_that_touch_are_one() -> None:
    assert rows_within([(5, 9), (1, 4), (20, 30), (25, 40), (60, 50)]) == rows_within([(1, 9), (20, 40)])
    assert rows_within([]) == NOTHING

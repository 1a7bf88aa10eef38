"""Totals add packages once, keep bounds and currencies apart, and say what they left out."""

from decimal import Decimal

from tests.tallying.told import item, package, paper

from briefing_tui.tallying.sizes import Size
from briefing_tui.tallying.tellings import tellings
from briefing_tui.tallying.totals import By, Totals, totals


def added(by: By, *records: tuple, once: bool = True) -> Totals:
    return totals(tellings(records), by, once=once)


def amounts(result: Totals) -> dict[tuple[str | None, ...], tuple[int, int] | tuple[int, int, str]]:
    """What is undertaken, by names and currency."""
    found: dict[tuple[str | None, ...], tuple[int, int] | tuple[int, int, str]] = {}
    for row in result.rows:
        size = row.tallies["undertaken"].size
        if size is not None:
            ends = int(size.low), int(size.high)
            found[*row.names, row.measure] = (*ends, "or more") if size.is_open else ends
    return found


def test_packages_of_one_donor_are_added() -> None:
    result = added("donor", (paper(1), package(275)), (paper(2), package(100)), (paper(3), package(7, give="NOR")))
    assert amounts(result) == {("United States", "USD"): (375, 375), ("Norway", "USD"): (7, 7)}


def test_a_package_told_twice_is_counted_once_and_the_row_knows_both_records() -> None:
    result = added("donor", (paper(1), package(275, id="p:1")), (paper(2), package(275, id="p:2")))
    (row,) = result.rows
    assert amounts(result) == {("United States", "USD"): (275, 275)}
    assert row.records == ["p:1", "p:2"]
    assert (len(row.things), row.documents) == (1, 2)


def test_every_mention_counts_when_asked() -> None:
    result = added("donor", (paper(1), package(275)), (paper(2), package(275)), once=False)
    assert amounts(result) == {("United States", "USD"): (550, 550)}


def test_parts_and_running_totals_are_never_added_and_are_counted_as_left_out() -> None:
    result = added(
        "donor",
        (paper(1), package(275)),
        (paper(1), package(100, id="p:2", scope="component", parent="p:1")),
        (paper(1), package(60_000, id="p:3", scope="cumulative")),
    )
    assert amounts(result) == {("United States", "USD"): (275, 275)}
    assert result.left_out == {"component": 1, "cumulative": 1}


def test_currencies_stay_apart() -> None:
    result = added("donor", (paper(1), package(5)), (paper(2), package(6, "EUR")))
    assert amounts(result) == {("United States", "USD"): (5, 5), ("United States", "EUR"): (6, 6)}


def test_bounds_make_the_sum_a_range() -> None:
    result = added(
        "donor",
        (paper(1), package(100)),
        (paper(2), package(40, bound="up_to")),
        (paper(3), package(3, high=5, bound="range")),
    )
    assert amounts(result) == {("United States", "USD"): (103, 145)}


def test_more_than_leaves_the_sum_open() -> None:
    assert amounts(added("donor", (paper(1), package(100, bound="at_least")))) == {
        ("United States", "USD"): (100, 100, "or more")
    }


def test_a_joint_package_is_not_split() -> None:
    result = added("donor", (paper(1), package(100, give="USA GBR")), (paper(2), package(7)))
    assert amounts(result) == {("United Kingdom", "United States", "USD"): (100, 100), ("United States", "USD"): (7, 7)}


def test_what_is_sought_or_expected_stands_beside_and_is_not_added() -> None:
    (row,) = added(
        "donor",
        (paper(1), package(10)),
        (paper(2), package(61, status="requested")),
        (paper(3), package(9, modality="anticipated")),
    ).rows
    assert row.tallies["undertaken"].size == Size(Decimal(10), Decimal(10))
    assert row.tallies["prospective"].size == Size(Decimal(70), Decimal(70))


def test_packages_without_an_amount_are_counted_apart() -> None:
    result = added("donor", (paper(1), package(10)), (paper(2), package(None)))
    assert [(row.measure, row.tallies["undertaken"].without_figure) for row in result.rows] == [("USD", 0), (None, 1)]


def test_months_come_in_their_order() -> None:
    result = added(
        "month", (paper(1, "2024-11-20"), package(1)), (paper(2, "2023-02-01"), package(900)), (paper(3, None), package(2))
    )
    assert [row.names for row in result.rows] == [("2023-02",), ("2024-11",), ()]


def test_each_publisher_has_what_it_tells() -> None:
    result = added(
        "publisher",
        (paper(1, publisher="A"), package(275)),
        (paper(2, publisher="B"), package(275)),
        (paper(3, publisher="B"), package(275)),
    )
    assert amounts(result) == {("A", "USD"): (275, 275), ("B", "USD"): (275, 275)}


def test_status_recipient_and_mechanism_are_ways_to_add_up() -> None:
    told = (paper(1), package(5, status="delivered", mechanism="pda"))
    assert amounts(added("status", told)) == {("delivered", "USD"): (5, 5)}
    assert amounts(added("mechanism", told)) == {("pda", "USD"): (5, 5)}
    assert amounts(added("recipient", told)) == {("Ukraine", "USD"): (5, 5)}


def test_items_are_added_by_name_and_unit_and_some_is_no_number() -> None:
    result = added(
        "item",
        (paper(1), package(5)),
        (paper(1), item("10 tanks", 10)),
        (paper(2, "2024-12-20"), item("up to 4 tanks", 4, bound="up_to")),
        (paper(3, "2023-12-20"), item("dozens of tanks")),
        (paper(3), item("30 tons of wheat", 30, unit="tonne", id="i:2")),
    )
    rows = {(row.names, row.measure): row.tallies["undertaken"] for row in result.rows}
    assert rows.keys() == {(("tanks",), ""), (("wheat",), "tonne")}
    assert rows[("tanks",), ""].size == Size(Decimal(10), Decimal(14))
    assert rows[("tanks",), ""].without_figure == 1


def test_items_of_a_running_total_are_left_out() -> None:
    result = added(
        "class",
        (paper(1), package(60, scope="cumulative")),
        (paper(1), item("600 Stingers", 600, package="p:1", item_class="air_defence")),
        (paper(1), item("4 Patriots", 4, id="i:2", item_class="air_defence")),
    )
    (row,) = result.rows
    assert row.tallies["undertaken"].size == Size(Decimal(4), Decimal(4))
    assert result.left_out == {"cumulative": 1}


def test_a_stated_total_stands_beside_the_sum_of_its_time() -> None:
    (stated,) = added(
        "donor",
        (paper(1, "2021-05-01"), package(900)),
        (paper(2, "2024-03-01"), package(275)),
        (paper(3, "2024-05-01"), package(125)),
        (paper(4, "2024-11-20"), package(600, scope="cumulative", since="2022-02")),
        (paper(5, "2024-12-20"), package(50)),
        (paper(6, "2023-12-20"), package(300, scope="cumulative", since="2022-02")),
    ).stated
    assert stated.telling.source.number == 4
    assert stated.computed == Size(Decimal(400), Decimal(400))
    assert stated.difference == Size(Decimal(200), Decimal(200))
    assert [telling.source.number for telling in stated.others] == [6]


def test_a_figure_that_comes_back_after_weeks_is_pointed_out() -> None:
    result = added(
        "donor",
        (paper(1, "2024-01-01"), package(60)),
        (paper(2, "2024-03-01"), package(60)),
        (paper(3, "2024-03-01"), package(61)),
    )
    assert [[thing.day for thing in group] for group in result.repeats] == [["2024-01-01", "2024-03-01"]]


def test_one_row_sums_up_a_currency() -> None:
    result = added("donor", (paper(1), package(5)), (paper(2), package(6, give="NOR")), (paper(3), package(7, "EUR")))
    assert result.sum_of("USD").tallies["undertaken"].size == Size(Decimal(11), Decimal(11))
    assert result.measures == ["USD", "EUR"]

"""When two texts tell of one package, and when of two."""

from tests.tallying.told import item, package, paper

from briefing_tui.tallying.retellings import Thing, things_told
from briefing_tui.tallying.sizes import Size
from briefing_tui.tallying.tellings import tellings


def told(*records: tuple) -> list[Thing]:
    return things_told(tellings(records))


def documents(things: list[Thing]) -> list[list[int]]:
    return [[telling.source.number for telling in thing.tellings] for thing in things]


def test_the_same_amount_from_the_same_donor_within_a_week_is_one_package() -> None:
    things = told((paper(1, "2024-11-20"), package(275)), (paper(2, "2024-11-22"), package(275)), (paper(3), package(276)))
    assert documents(things) == [[1, 2], [3]]


def test_a_package_told_every_few_days_stays_one_however_long() -> None:
    days = ["2024-11-01", "2024-11-07", "2024-11-13", "2024-11-20"]
    assert len(told(*((paper(n, day), package(60)) for n, day in enumerate(days)))) == 1


def test_the_same_amount_after_more_than_a_week_of_silence_is_another_package() -> None:
    assert len(told((paper(1, "2022-04-13"), package(800)), (paper(2, "2022-04-21"), package(800)))) == 2


def test_the_stated_day_of_announcement_counts_before_the_day_of_publication() -> None:
    things = told(
        (paper(1, "2024-11-20"), package(275, announced="2024-11-20")),
        (paper(2, "2025-03-01"), package(275, announced="2024-11-20")),
    )
    assert documents(things) == [[1, 2]]


def test_two_announcements_days_apart_are_two_packages_though_texts_between_them_tell_of_one() -> None:
    things = told(
        (paper(1, "2022-04-13"), package(800, announced="2022-04-13")),
        (paper(2, "2022-04-17"), package(800)),
        (paper(3, "2022-04-21"), package(800, announced="2022-04-21")),
    )
    assert documents(things) == [[1, 2], [3]]


def test_other_donors_recipients_currencies_tranches_or_mechanisms_are_other_packages() -> None:
    others = [
        package(5, give="GBR"),
        package(5, to="NOR"),
        package(5, "EUR"),
        package(5, give="USA GBR"),
    ]
    assert len(told((paper(1), package(5)), *((paper(n, "2024-11-20"), other) for n, other in enumerate(others, 2)))) == 5
    assert len(told((paper(1), package(5, tranche=70)), (paper(2), package(5, tranche=71)))) == 2
    assert len(told((paper(1), package(5, mechanism="pda")), (paper(2), package(5, mechanism="usai")))) == 2


def test_donors_in_another_order_are_the_same_donors() -> None:
    assert len(told((paper(1), package(5, give="USA GBR")), (paper(2), package(5, give="GBR USA")))) == 1


def test_a_side_that_a_text_leaves_open_agrees_with_any_single_package() -> None:
    things = told((paper(1), package(5)), (paper(2), package(5, give="")))
    assert documents(things) == [[1, 2]]
    assert [actor.code for actor in things[0].donors] == ["USA"]


def test_an_open_side_that_fits_two_packages_joins_neither() -> None:
    things = told((paper(1), package(5)), (paper(2), package(5, give="GBR")), (paper(3), package(5, give="")))
    assert documents(things) == [[1], [2], [3]]


def test_two_records_of_one_document_are_two_packages() -> None:
    assert len(told((paper(1), package(5)), (paper(1), package(5, id="p:2")))) == 2


def test_undated_texts_agree_with_each_other() -> None:
    assert len(told((paper(1, None), package(5)), (paper(2, None), package(5)))) == 1


def test_the_widest_bound_stands() -> None:
    (thing,) = told((paper(1), package(400)), (paper(2), package(400, bound="up_to")))
    assert thing.size == Size(low=0, high=400)


def test_a_thing_stands_where_its_firmest_telling_puts_it() -> None:
    (thing,) = told((paper(1, "2024-11-18"), package(5, modality="anticipated")), (paper(2), package(5)))
    assert thing.standing == "undertaken"
    assert thing.day == "2024-11-18"


def test_what_the_last_telling_calls_off_is_called_off() -> None:
    (thing,) = told((paper(1, "2024-11-18"), package(5)), (paper(2), package(5, status="suspended")))
    assert thing.standing == "called_off"
    assert thing.spokesman.status == "suspended"


def test_the_furthest_status_speaks_for_a_thing() -> None:
    (thing,) = told((paper(1, "2024-11-18"), package(5, status="delivered")), (paper(2), package(5, status="announced")))
    assert thing.spokesman.status == "delivered"


def test_on_request_every_mention_counts() -> None:
    assert len(things_told(tellings([(paper(1), package(5)), (paper(2), package(5))]), once=False)) == 2


def test_items_are_one_when_name_number_and_unit_agree() -> None:
    things = told((paper(1), item("10 tanks", 10)), (paper(2), item("ten tanks", 10)), (paper(3), item("12 tanks", 12)))
    assert documents(things) == [[1, 2], [3]]

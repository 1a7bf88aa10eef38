import itertools
from dataclasses import replace
from decimal import Decimal

import pytest
from tests.tui.briefings import AMNESTY, HARBOUR_TEXT, NOR, RUS, UKR, USA, briefing, evidence, harbour, hostile, quiet

from briefing_tui.model import AidItem, AidPackage, Reaction
from briefing_tui.model.panes import pane_records
from briefing_tui.telling.rows import briefing_heading, one_line, row_text
from briefing_tui.telling.wording import amount_words, item_words, number_words


def record(record_id):
    return next(one for one in harbour().records if one.id == record_id)


def test_a_package_says_amount_flow_status_and_modality():
    row = row_text(record("p:1"))
    assert row.cells == ("$425M", "United States → Ukraine", "announced", "asserted")
    assert [form[1] for form in row.forms] == ["United States → Ukraine", "US → Ukraine", "USA → UKR"]


def test_items_stand_indented_beneath_their_package_in_text_order():
    listed = [(one.id, row_text(one).indent) for one in pane_records(harbour(), "aid")]
    assert listed == [("p:1", 0), ("i:0", 1), ("i:1", 1), ("i:2", 1)]


def test_an_item_whose_package_comes_later_in_the_text_still_stands_beneath_it():
    text = "Rockets come with a $5 million package."
    item = AidItem(id="i", description="Rockets", package="p", evidence=(evidence(text, "trigger", "Rockets"),))
    package = AidPackage(id="p", evidence=(evidence(text, "trigger", "$5 million package"),), items=("i",))
    assert [one.id for one in pane_records(briefing(text, (item, package)), "aid")] == ["p", "i"]


def test_packages_that_are_part_of_each_other_are_each_listed_once():
    text = "One package and another package."
    first = AidPackage(id="a", parent="b", evidence=(evidence(text, "trigger", "One package"),))
    second = AidPackage(id="b", parent="a", evidence=(evidence(text, "trigger", "another package"),))
    assert sorted(one.id for one in pane_records(briefing(text, (first, second)), "aid")) == ["a", "b"]


def test_a_package_without_an_amount_is_called_by_the_words_of_the_text():
    text = "They sent a large aid package."
    package = AidPackage(id="p", donors=(USA,), evidence=(evidence(text, "trigger", "a large aid package"),), mechanism="pda")
    assert row_text(package).cells[0] == "a large aid package · PDA"
    assert row_text(package).cells[1] == "United States → ?"


def test_a_running_total_is_marked_as_one():
    text = "more than $60 billion"
    package = AidPackage(
        id="p",
        amount=Decimal(60_000_000_000),
        currency="USD",
        bound="at_least",
        scope="cumulative",
        since="2022-02",
        evidence=(evidence(text, "trigger", text),),
    )
    assert row_text(package).cells[0] == "over $60B · running total · since 2022-02"


def test_a_reaction_says_who_stance_manner_and_words():
    assert row_text(record("r:1")).cells == (
        "Norway · Kari Nordmann",
        "opposes",
        "partly quoted",
        "“We will not look away”",
        "asserted",
    )


def test_a_reaction_without_a_quote_shows_its_trigger():
    assert row_text(record("r:2")).cells == (
        "Amnesty International",
        "urges",
        "paraphrased",
        "urged both sides to spare grain ships",
        "asserted",
    )


def test_a_diplomatic_act_is_named_instead_of_a_stance():
    act = replace(record("r:2"), action="embassy_closed", directness="act")
    assert row_text(act).cells[1:3] == ("embassy closed", "act")


def test_an_event_says_date_action_sides_place_and_modality():
    row = row_text(record("e:1"))
    assert row.cells == ("2025-03-03", "strike", "Ukraine → Russia", "Bryansk", "claimed")
    assert [form[2] for form in row.forms] == ["Ukraine → Russia", "Ukraine → Russia", "UKR → RUS"]


def test_an_event_without_a_date_says_so_and_one_without_an_actor_points_at_its_target():
    row = row_text(replace(record("e:1"), date=None, actors=(), count=3))
    assert row.cells[:3] == ("undated", "strike × 3", "→ Russia")


def test_an_assessment_is_listed_with_the_reactions():
    assert [one.id for one in pane_records(harbour(), "reactions")] == ["r:1", "r:2", "a:1"]
    assert row_text(record("a:1")).cells[:2] == ("Institute for the Study of War", "assesses")


def test_someone_unnamed_is_someone():
    text = "It was condemned."
    assert row_text(Reaction(id="r", evidence=(evidence(text, "trigger", "condemned"),))).cells[0] == "someone"


def test_rows_of_a_hostile_briefing_are_harmless():
    for one in hostile().records:
        for words in (*itertools.chain(*row_text(one).forms), one_line(one)):
            assert words.isprintable()
    assert briefing_heading(hostile()) == "[b]Bold␛[31m[/b] �title · ␇[/] · ␛[1m"


def test_a_briefing_without_a_title_is_called_by_its_first_words():
    assert briefing_heading(briefing("Shells fell on Odesa.\nMore.", ())) == "Shells fell on Odesa. More."
    assert briefing_heading(quiet()) == "A quiet day · Harbour Wire · 2025-03-05"


def test_first_words_that_go_on_end_in_an_ellipsis():
    assert briefing_heading(briefing("Shells fell. " * 40, ())) == ("Shells fell. " * 13)[:159] + "…"


def test_one_line_holds_all_that_is_known():
    assert one_line(record("e:1")) == "2025-03-03  strike  Ukraine → Russia  Bryansk  claimed"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("275000000", "275M"),
        ("61400000000", "61.4B"),
        ("1000000000000", "1T"),
        ("1234567", "1,234,567"),
        ("22500", "22,500"),
        ("0.5", "0.5"),
        ("100", "100"),
        ("1E+2", "100"),
        ("-3000000", "-3M"),
        ("1E+40", "1E+40"),
        ("NaN", "NaN"),
        ("0", "0"),
    ],
)
def test_numbers_are_brief_and_never_rounded(number, words):
    assert number_words(Decimal(number)) == words


def test_amounts_carry_currency_and_bound():
    assert amount_words(Decimal(500_000_000), "USD", "up_to") == "up to $500M"
    assert amount_words(Decimal(1_500_000_000), "EUR", "range", Decimal(2_000_000_000)) == "€1.5B–€2B"
    assert amount_words(Decimal(400_500), "CAD", "approx") == "about CAD 400,500"
    assert amount_words(Decimal(5), None) == "5"


def test_an_item_tells_its_number_once():
    text = HARBOUR_TEXT
    item = AidItem(id="i", description="Bradleys", quantity=Decimal(20), evidence=(evidence(text, "trigger", "Bradley"),))
    assert item_words(item) == "20 × Bradleys"
    assert item_words(replace(item, description="20 Bradleys")) == "20 Bradleys"
    assert item_words(replace(item, description="some 1,200 rounds", quantity=Decimal(1200))) == "some 1,200 rounds"
    assert item_words(replace(item, bound="up_to")) == "up to 20 × Bradleys"


def test_the_actors_of_the_fixtures_are_who_they_seem():
    assert [actor.code for actor in (USA, UKR, RUS, NOR)] == ["USA", "UKR", "RUS", "NOR"]
    assert AMNESTY.code == "org:Amnesty International"

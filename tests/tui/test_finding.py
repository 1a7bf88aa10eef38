from tests.tui.briefings import HARBOUR_TEXT, briefing, harbour, quiet

from briefing_tui.tui import finding
from briefing_tui.tui.finding import TEXT, Findings, touching
from briefing_tui.tui.shelf import Shelf


def shelf(*briefings):
    made = Shelf()
    for one in briefings:
        made.add(one)
    return made


def search(query, *briefings):
    findings = Findings(query)
    findings.extend(shelf(*(briefings or [harbour()])))
    return findings


def test_a_name_finds_rows_that_only_know_the_office():
    found = search("norway")
    assert found.rows == {"aid": [], "reactions": [0], "events": []}
    assert found.spans == [[]]
    assert found.counted() == "1 hit: 1 reaction"


def test_a_code_finds_its_rows():
    assert search("UKR").rows == {"aid": [0, 1, 2, 3], "reactions": [], "events": [0]}


def test_all_words_of_a_query_have_to_be_in_the_row_but_in_the_text_they_are_a_phrase():
    found = search("norway opposes")
    assert found.rows["reactions"] == [0]
    assert found.spans == [[]]
    assert search("grain ships").spans == [[(HARBOUR_TEXT.index("grain ships"), HARBOUR_TEXT.index("grain ships") + 11)]]


def test_hits_are_counted_by_place():
    assert search("odesa").counted() == "2 hits: 1 reaction · 1 text"
    assert search("155mm").counted() == "2 hits: 1 aid · 1 text"
    assert search("drone").counted() == "3 hits: 1 event · 2 text"
    assert search("zzz ").counted() == "nothing found for “zzz”"


def test_the_walk_goes_through_panes_and_text_of_one_briefing_then_the_next():
    found = search("ukraine", harbour(), briefing("Ukraine again.", ()))
    assert [(step[0], step[1]) for step in found.steps] == [(0, 0)] * 4 + [(0, 2), (0, TEXT), (0, TEXT), (1, TEXT)]


def test_the_walk_goes_round_the_end():
    found = search("norway")
    assert found.next_after((0, 1, 0)) == ((0, 1, 0), True)
    assert found.next_after((0, 0, 2)) == ((0, 1, 0), False)
    assert found.next_after((0, 1, 0), backwards=True) == ((0, 1, 0), True)
    assert search("zzz").next_after((0, 0, 0)) is None


def test_a_search_in_the_panes_shows_a_row_first_and_one_in_the_text_a_place_there():
    found = search("odesa")
    assert found.first_from((0, 2, 0))[1] == 1
    assert found.first_from((0, TEXT, 0))[1] == TEXT


def test_briefings_that_come_later_are_searched_too():
    made = shelf(quiet())
    found = Findings("norway")
    found.extend(made)
    assert not found.steps
    made.add(harbour())
    found.extend(made)
    assert found.steps == [(1, 1, 0)]


def test_records_that_come_after_their_text_are_found():
    made = Shelf()
    full = harbour()
    made.add(briefing(full.text, ()))
    made.is_awaiting = True
    found = Findings("norway")
    found.extend(made)
    made.add(full)
    found.extend(made)
    assert found.rows["reactions"] == [0]
    assert len(made.briefings) == 1


def test_hits_within_a_stretch_of_text():
    found = search("a", briefing("a b a b a", ()))
    assert touching(found.spans_in(0), 2, 6) == [(4, 5)]
    assert touching(found.spans_in(7), 0, 5) == ()


def test_a_common_letter_in_a_huge_text_is_cut_and_said_to_be(monkeypatch):
    monkeypatch.setattr(finding, "MOST_TEXT_HITS", 3)
    found = search("a", briefing("a a a a a", ()))
    assert found.counted() == "3+ hits: 3+ text"

"""The explorer over a library, key by key."""

import sqlite3

import pytest
from tests.tui.briefings import harbour, quiet
from tests.tui.conftest import Person
from tests.tui.libraries import POLAND_TEXT, hostile_and_dated, poland

from briefing_tui.library import open_library
from briefing_tui.library.preparing import prepare
from briefing_tui.library.saved import SavedSearch, save_search
from briefing_tui.library.writing import Origin, begin_batch
from briefing_tui.tui.archive.asking import Answer, Question


async def test_it_opens_on_the_newest_records_under_the_headings_of_their_briefings(open_archive):
    async with open_archive() as person:
        assert person.selected() == "p:1"
        screen = person.screen()
        assert "── Washington widens its support" in screen
        lists = person.explorer.lists
        assert [one.source.counted() for one in lists.values()] == ["4", "4", "1"]
        assert lists["reactions"].source.record(0).id == "r:poland"
        assert "3 of 3" in person.lines()[0]


async def test_what_is_typed_is_found_letter_by_letter_and_nothing_else_is_listed(open_archive):
    async with open_archive() as person:
        await person.type("/polan")
        assert person.selected() == "r:poland"
        assert "2 hits: 1 reaction · 1 text" in person.screen()
        assert "No aid found" in person.screen()
        await person.press("enter")
        assert person.explorer.situation == "pane"
        assert "polan* · 1 of 1" in person.lines()[0]


async def test_a_whole_word_is_kept_as_it_was_typed(open_archive):
    async with open_archive() as person:
        await person.type("/stance:support")
        await person.press("enter")
        assert person.explorer.search.text == "stance:support"
        assert person.selected() == "r:poland"


async def test_a_name_finds_what_only_knows_the_office(open_archive):
    async with open_archive() as person:
        await person.type("/actor:norway")
        assert person.selected() == "r:1"
        assert "Norway (NOR)" in person.screen()


async def test_a_query_that_cannot_be_understood_says_where_and_what_may_be_meant(open_archive):
    async with open_archive() as person:
        await person.type("/harbour stanse:oppose")
        assert "there is no field “stanse”; did you mean stance:?" in person.screen()
        assert person.explorer.status.fault == (8, 14)
        await person.press("enter")
        assert person.explorer.situation == "typing"
        await person.press("escape")
        assert person.selected() == "p:1"


async def test_escape_while_typing_brings_back_what_was_listed(open_archive):
    async with open_archive() as person:
        await person.press("j", "j")
        await person.type("/poland")
        await person.press("escape")
        assert person.selected() == "i:1"
        assert person.explorer.search.text == ""
        assert [one.source.counted() for one in person.explorer.lists.values()] == ["4", "4", "1"]


async def test_escape_lists_everything_again_and_stays_at_the_record(open_archive):
    async with open_archive() as person:
        await person.type("/norway")
        await person.press("enter")
        assert person.selected() == "r:1"
        await person.press("escape")
        await person.rest()
        assert person.explorer.search.text == ""
        assert person.explorer.lists["aid"].source.counted() == "4"
        assert person.selected() == "r:1"


async def test_after_a_search_that_found_nothing_escape_goes_back_to_the_record_before_it(open_archive):
    async with open_archive() as person:
        await person.press("j", "j")
        await person.type("/zebra")
        await person.press("enter", "escape")
        await person.rest()
        assert person.selected() == "i:1"


async def test_the_count_on_the_status_line_is_of_the_answer_that_came_after_the_query_was_kept(open_archive):
    async with open_archive() as person:
        await person.type("/p")
        ask, asked = person.explorer.ask, []
        person.explorer.ask = asked.append
        await Person.press(person, *"oland", "enter")
        assert "2 hits: 1 reaction · 1 text" not in person.status()
        ask(asked[-1])
        await person.rest()
        assert "2 hits: 1 reaction · 1 text · " in person.status()


async def test_opening_the_facets_leaves_the_selected_record_where_it_was(open_archive):
    async with open_archive() as person:
        await person.press("j", "j", "f")
        await person.rest()
        await person.press("escape")
        assert person.selected() == "i:1"


async def test_a_search_begins_behind_the_query_there_is(open_archive):
    async with open_archive() as person:
        await person.type("/ukraine")
        await person.press("enter")
        await person.type("/stance:support")
        assert person.explorer.status.box.text == "ukraine stance:support"
        assert person.selected() == "r:poland"


async def test_n_walks_records_and_sentences_from_briefing_to_briefing_and_goes_round(open_archive):
    async with open_archive() as person:
        await person.type("/harbour")
        await person.press("enter")
        walked = []
        for _ in range(9):
            explorer = person.explorer
            at = person.selected() if explorer.place != "text" else explorer.briefing.text[slice(*explorer.reader.hit_now)]
            walked.append((explorer.number, explorer.place, at))
            await person.press("n")
        assert {place for _, place, _ in walked} == {"reactions", "text"}
        assert {number for number, _, _ in walked} == {1, 3}
        assert all(at == "harbour" for _, place, at in walked if place == "text")
        await person.press("N")


async def test_from_the_last_hit_n_begins_again(open_archive):
    async with open_archive() as person:
        await person.type("/stance:support")
        await person.press("enter", "n")
        assert person.status().startswith("From the beginning again")
        assert person.selected() == "r:poland"


async def test_n_without_a_query_says_how_to_start_one(open_archive):
    async with open_archive() as person:
        await person.press("n")
        assert person.status() == "No search yet: / starts one"


async def test_what_was_looked_for_is_marked_in_the_text(open_archive):
    async with open_archive() as person:
        await person.type("/odesa")
        await person.press("enter")
        number = person.explorer.number
        spans = person.explorer.reader.hits
        text = person.explorer.briefing.text
        assert [text[start:end] for start, end in spans] == ["Odesa"] * len(spans)
        assert spans
        assert number in {1, 3}


async def test_where_only_sentences_are_found_the_first_comes_into_sight(open_archive):
    async with open_archive() as person:
        await person.type("/noon")
        assert person.explorer.number == 3
        assert person.explorer.reader.hits == [(POLAND_TEXT.index("noon"), POLAND_TEXT.index("noon") + 4)]
        assert "1 hit: 1 text" in person.screen()


async def test_brackets_go_through_all_briefings_with_hits(open_archive):
    async with open_archive() as person:
        await person.press("left_square_bracket")
        assert "A quiet day" in person.lines()[0]
        assert person.selected() is None
        await person.press("left_square_bracket")
        assert "Poland backs the harbour" in person.lines()[0]
        await person.press("left_square_bracket")
        assert person.status() == "This is the first briefing"


async def test_enter_reads_the_sentence_of_a_record(open_archive):
    async with open_archive() as person:
        await person.type("/poland")
        await person.press("enter", "enter")
        assert person.explorer.place == "text"
        assert any(line.startswith("› Poland welcomed the new aid for Ukraine.") for line in person.lines())


async def test_the_list_of_briefings_is_narrowed_by_typing_and_opens_one(open_archive):
    async with open_archive() as person:
        await person.press("b")
        assert any("2025-03-06" in line and "Poland backs the harbour" in line for line in person.lines())
        row = next(line for line in person.lines()[1:] if "Washington widens" in line)
        assert row.split()[-3:] == ["4", "3", "1"]
        await person.type("qui d")
        assert "Briefings 1" in person.screen()
        await person.press("enter")
        assert "A quiet day" in person.lines()[0]
        assert person.explorer.situation == "text"


async def test_the_list_of_briefings_closes_without_a_change(open_archive):
    async with open_archive() as person:
        await person.press("b", "x", "escape")
        assert person.explorer.situation == "briefings"
        await person.press("escape")
        assert person.explorer.situation == "pane"
        assert person.selected() == "p:1"


async def test_facets_count_values_and_put_them_into_the_query(open_archive):
    async with open_archive() as person:
        await person.press("f")
        await person.rest()
        screen = person.screen()
        assert "[ ] reaction" in screen
        assert "Norway (NOR)" in screen
        while person.explorer.facets.chosen != ("stance", "support"):
            await person.press("j")
        await person.press("space")
        await person.rest()
        assert person.explorer.search.text == "stance:support"
        assert person.explorer.facets.chosen == ("stance", "support")
        assert "[x] support" in person.screen()
        await person.press("space")
        await person.rest()
        assert person.explorer.search.text == ""
        await person.press("f")
        assert person.explorer.situation == "pane"


async def test_hits_can_be_listed_by_relevance(open_archive):
    async with open_archive() as person:
        await person.press("s")
        assert person.status() == "Relevance needs words to look for: / types some"
        await person.type("/harbour")
        await person.press("enter", "s")
        await person.rest()
        assert person.explorer.search.text == "harbour sort:relevance"
        assert not person.explorer.listing.answer.by_date
        await person.press("n", "n", "N", "j", "right_square_bracket", "enter", "escape", "s")
        await person.rest()
        assert person.explorer.search.text == "harbour"


async def test_an_answer_nobody_waits_for_any_more_is_dropped(open_archive):
    async with open_archive() as person:
        await person.type("/poland")
        listed = person.explorer.listing.answer
        person.explorer.take(Answer(Question(1, "something older")))
        assert person.explorer.listing.answer is listed


@pytest.mark.parametrize("query", ["(", "[", "*", '"', "-", "a(b", "  ", "日本", "[/red]", "%s", "or or", "sort:", "amount:>"])
async def test_whatever_is_typed_is_survived(open_archive, query):
    async with open_archive() as person:
        await person.press("slash")
        person.explorer.status.box.insert(query)
        person.explorer.retype()
        await person.rest()
        await person.press("enter", "n", "N", "escape", "escape")
        assert person.app.is_running


async def test_a_record_is_accepted_rejected_and_the_last_word_undone(open_archive):
    async with open_archive() as person:
        await person.press("a")
        await person.rest()
        assert person.status() == "Accepted · u undoes"
        assert any(line.startswith("›A $425M") for line in person.lines())
        await person.press("j", "x")
        await person.rest()
        assert any(line.startswith("›X ") for line in person.lines())
        await person.press("u")
        await person.rest()
        assert not any(line.startswith("›X ") for line in person.lines())
        await person.press("u")
        await person.rest()
        assert not any("A $425M" in line for line in person.lines())


async def test_a_rejected_record_is_left_out_of_the_next_search(open_archive):
    async with open_archive() as person:
        await person.type("/stance:support")
        await person.press("enter", "x")
        await person.rest()
        assert person.selected() == "r:poland"
        await person.type("/")
        await person.press("backspace")
        assert person.explorer.lists["reactions"].source.counted() == "0"


async def test_a_field_is_edited_among_all_that_can_be(open_archive):
    async with open_archive() as person:
        await person.type("/poland")
        await person.press("enter", "E")
        assert person.explorer.situation == "fields"
        while person.explorer.fields.chosen.name != "stance":
            await person.press("j")
        await person.press("enter")
        assert person.lines()[-2].startswith(" stance: support")
        await person.press("ctrl+u")
        await person.type("opose")
        await person.press("enter")
        await person.rest()
        assert "did you mean oppose?" in person.status()
        await person.press("enter", "ctrl+u")
        await person.type("oppose")
        await person.press("enter")
        await person.rest()
        assert person.status() == "stance is set · u undoes"
        await person.press("escape")
        assert any("›E Poland" in line and "opposes" in line for line in person.lines())
        await person.press("w")
        await person.press("G")
        assert "stance: support → oppose · tester" in person.screen()


async def test_writing_a_value_can_be_given_up(open_archive):
    async with open_archive() as person:
        await person.press("E", "enter", "z", "escape")
        assert person.explorer.situation == "fields"
        await person.press("escape")
        assert person.explorer.situation == "pane"


async def test_the_day_of_publication_can_be_set(open_archive):
    async with open_archive() as person:
        await person.type("/poland")
        await person.press("enter", "P", "ctrl+u")
        await person.type("2025-02-30")
        await person.press("enter")
        await person.rest()
        assert person.explorer.status.is_problem
        await person.press("P", "ctrl+u")
        await person.type("2024-01-02")
        await person.press("enter")
        await person.rest()
        assert person.explorer.briefing.published == "2024-01-02"
        assert "2024-01-02" in person.lines()[0]
        await person.press("u")
        await person.rest()
        assert person.explorer.briefing.published == "2025-03-06"


async def test_a_library_that_may_only_be_read_says_so_in_one_line(open_archive, monkeypatch):
    from briefing_tui.library import LibraryError
    from briefing_tui.tui.archive import correcting

    async with open_archive() as person:

        def refuse(path, *, write):
            raise LibraryError(f"{path}: permission denied; it may only be read")

        monkeypatch.setattr(correcting, "open_library", refuse)
        await person.press("a")
        await person.rest()
        assert person.status().endswith("permission denied; it may only be read")
        assert person.explorer.status.is_problem


async def test_hostile_text_is_harmless_here_too(open_archive):
    async with open_archive(hostile_and_dated(), size=(160, 45)) as person:
        for key in ("1", "w", "j", "escape", "2", "E", "j", "escape", "3", "enter", "y", "escape", "b", "escape", "f", "j"):
            await person.press(key)
            await person.rest()
            assert all(line.isprintable() for line in person.lines()), key


async def test_a_document_that_cannot_be_read_is_told_and_the_rest_stays(open_archive):
    async with open_archive() as person:
        path = person.explorer.listing.library.path
        with sqlite3.connect(path) as connection:
            connection.execute("UPDATE documents SET structure = x'00' WHERE number = 3")
        await person.type("/poland")
        assert person.app.is_running
        assert "document #3" in person.screen()
        await person.press("escape")
        assert person.selected() == "p:1"


@pytest.mark.parametrize("size", [(20, 5), (8, 3), (40, 12), (60, 18), (80, 24), (119, 24), (120, 32), (200, 50)])
async def test_it_works_in_windows_of_every_size(open_archive, size):
    async with open_archive(size=size) as person:
        keys = (
            "j tab enter G escape w j escape b down enter f j space f slash n o enter n s E j enter escape escape ] [ ?".split()
        )
        names = {"]": "right_square_bracket", "[": "left_square_bracket", "?": "question_mark"}
        for key in keys:
            await person.press(names.get(key, key))
            await person.rest()
        assert len(person.lines()) == size[1]
        assert person.app.is_running


async def test_a_saved_search_is_opened(open_archive):
    async with open_archive() as person:
        await person.press("S")
        assert "No searches are saved yet" in person.screen()
        await person.press("escape")
        with open_library(person.explorer.listing.library.path, write=True) as library:
            save_search(library, SavedSearch("backing", "stance:support", "2025-03-06T08:00:00Z", 0))
        await person.press("S")
        assert "› backing  stance:support" in person.screen()
        await person.press("enter")
        assert person.selected() == "r:poland"
        assert "stance:support · 1 of 1" in person.lines()[0]


async def test_a_briefing_added_meanwhile_is_met_by_the_next_question(open_archive):
    async with open_archive(harbour(), quiet()) as person:
        await person.type("/poland")
        assert person.selected() != "r:poland"
        with (
            open_library(person.explorer.listing.library.path, write=True) as library,
            begin_batch(library, now="2025-03-07T08:00:00Z", rules="test") as batch,
        ):
            batch.add(prepare(poland()), Origin("3.txt", "3.txt", "3"))
        await person.press("backspace", "d")
        assert person.selected() == "r:poland"


async def test_over_files_what_needs_a_library_says_so(open_explorer):
    async with open_explorer() as person:
        for key in ("b", "f", "s", "a", "x", "E", "u", "P"):
            await person.press(key)
            assert "only in a library; “briefing-tui add PATH…” makes one" in person.status()
            assert person.explorer.situation == "pane"

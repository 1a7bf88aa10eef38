import threading
from dataclasses import replace

import pytest
from tests.tui.briefings import HARBOUR_TEXT, briefing, evidence, harbour, hostile, long_line, quiet
from tests.tui.libraries import poland

from briefing_tui.model import trigger
from briefing_tui.tui.shelf import ShelfRows


def trigger_text(person):
    return trigger(person.explorer.record).exact


async def test_it_opens_on_the_first_record_with_its_evidence_in_sight(open_explorer):
    async with open_explorer(harbour()) as person:
        assert person.selected() == "p:1"
        assert any(line.startswith("› The United States will send Ukraine a $425 million") for line in person.lines())


async def test_it_opens_on_the_first_pane_that_has_something(open_explorer):
    only_reaction = briefing(HARBOUR_TEXT, tuple(one for one in harbour().records if one.id == "r:2"))
    async with open_explorer(only_reaction) as person:
        assert person.explorer.place == "reactions"
        assert "No aid found in this text" in person.screen()


async def test_a_briefing_without_records_says_so_in_plain_words(open_explorer):
    async with open_explorer(quiet()) as person:
        assert "No aid found in this text" in person.screen()
        assert "No reactions found in this text" in person.screen()
        assert "No escalation events found in this text" in person.screen()
        for key in ("j", "G", "enter", "y", "w", "n", "right_square_bracket", "tab", "tab", "tab", "enter", "w"):
            await person.press(key)


@pytest.mark.parametrize(("down", "up"), [("j", "k"), ("down", "up")])
async def test_rows_are_walked_up_and_down(open_explorer, down, up):
    async with open_explorer(harbour()) as person:
        await person.press(down, down)
        assert person.selected() == "i:1"
        await person.press(up)
        assert person.selected() == "i:0"
        await person.press(up, up, up)
        assert person.selected() == "p:1"


async def test_first_and_last_row_are_one_key_away(open_explorer):
    async with open_explorer(harbour()) as person:
        await person.press("G")
        assert person.selected() == "i:2"
        await person.press("g")
        assert person.selected() == "p:1"


async def test_pages_move_within_the_list(open_explorer):
    many = [briefing(f"{HARBOUR_TEXT}{number}", harbour().records) for number in range(30)]
    async with open_explorer(*many) as person:
        for key in ("ctrl+d", "pagedown", "ctrl+f", "space"):
            before = person.explorer.lists["aid"].cursor
            await person.press(key)
            assert person.explorer.lists["aid"].cursor > before
        for key in ("ctrl+u", "pageup", "ctrl+b"):
            before = person.explorer.lists["aid"].cursor
            await person.press(key)
            assert person.explorer.lists["aid"].cursor < before


@pytest.mark.parametrize(("key", "place"), [("1", "aid"), ("2", "reactions"), ("3", "events"), ("4", "text")])
async def test_numbers_go_to_the_panes(open_explorer, key, place):
    async with open_explorer(harbour()) as person:
        await person.press(key)
        assert person.explorer.place == place


async def test_a_pane_that_was_hidden_opens_on_its_first_record(open_explorer):
    async with open_explorer(harbour(), size=(100, 30)) as person:
        await person.press("3")
        assert person.selected() == "e:1"
        assert any(line.startswith("› Ukraine claimed a drone strike") for line in person.lines())


async def test_tab_goes_round_and_shift_tab_back(open_explorer):
    async with open_explorer(harbour()) as person:
        places = []
        for _ in range(4):
            await person.press("tab")
            places.append(person.explorer.place)
        assert places == ["reactions", "events", "text", "aid"]
        await person.press("shift+tab")
        assert person.explorer.place == "text"


@pytest.mark.parametrize("record_id", [one.id for one in harbour().records])
async def test_enter_shows_the_very_words_of_each_record(open_explorer, record_id):
    async with open_explorer(harbour(), size=(120, 30)) as person:
        explorer = person.explorer
        for pane, one in explorer.lists.items():
            for row, record in enumerate(explorer.shelf.rows(pane).records):
                if record.id == record_id:
                    explorer.walk.go_to_place(pane)
                    one.select(row)
        await person.press("enter")
        assert explorer.place == "text"
        shown = " ".join(line[2:].strip() for line in person.lines() if line.startswith("› "))
        assert " ".join(trigger_text(person).split()) in shown


FILLER = "Nothing of note was said in this place, at some length and to no end.\n"


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (40, 12)])
async def test_the_whole_sentence_and_a_line_around_it_come_into_sight(open_explorer, size):
    sentence = (
        "Norway condemned the strike on the harbour, which its minister, speaking to reporters, called a grave breach of the law."
    )
    text = FILLER * 30 + sentence + "\n" + FILLER * 30
    said = replace(harbour().records[-1], id="r:9", evidence=(evidence(text, "trigger", "Norway condemned"),))
    async with open_explorer(briefing(text, (said,)), size=size) as person:
        await person.press("enter")
        words = " ".join(line.removeprefix("›").strip() for line in person.lines())
        assert f"to no end. {sentence} Nothing of note" in words
        reader = person.explorer.reader
        first = reader.text().line_at(text.index(sentence)) - reader.top
        assert 1 <= first <= max(1, reader.size.height // 2)


async def test_a_sentence_that_is_in_sight_does_not_move_the_text(open_explorer):
    sentences = [f"Sentence number {number} is short." for number in range(60)]
    text = "\n".join(sentences)
    said = tuple(
        replace(harbour().records[-1], id=f"r:{number}", evidence=(evidence(text, "trigger", f"number {number} is"),))
        for number in (0, 5, 8)
    )
    async with open_explorer(briefing(text, said)) as person:
        await person.press("j", "j")
        assert person.selected() == "r:8"
        assert person.explorer.reader.top == 0


async def test_of_a_sentence_longer_than_the_window_the_words_themselves_come_into_sight(open_explorer):
    text = "and so on " * 100 + "Norway condemned the strike " + "and so on " * 90 + "."
    said = replace(harbour().records[-1], id="r:9", evidence=(evidence(text, "trigger", "Norway condemned the strike"),))
    async with open_explorer(briefing(text, (said,)), size=(40, 12)) as person:
        await person.press("enter")
        assert "Norway condemned" in person.screen()


async def test_a_long_title_gives_way_to_publisher_and_date(open_explorer):
    long = briefing("Text.", (), title="A title " * 30, publisher="Harbour Wire", published="2025-03-05")
    async with open_explorer(long, size=(80, 24)) as person:
        assert person.lines()[0].endswith("… · Harbour Wire · 2025-03-05")
        await person.pilot.resize_terminal(40, 12)
        await person.pilot.pause()
        assert person.lines()[0].endswith("…")


@pytest.mark.parametrize("key", ["escape", "q", "tab"])
async def test_the_text_is_left_for_the_records(open_explorer, key):
    async with open_explorer(harbour()) as person:
        await person.press("enter", key)
        assert person.explorer.place == "aid"
        assert person.app.is_running


async def test_the_text_scrolls_by_lines_and_pages(open_explorer):
    long = briefing("\n".join(f"Line number {number} of the text." for number in range(200)), ())
    async with open_explorer(long) as person:
        await person.press("4", "j", "j")
        assert person.explorer.reader.top == 2
        await person.press("pagedown")
        assert person.explorer.reader.top > 15
        await person.press("G")
        assert "Line number 199 of the text." in person.screen()
        await person.press("g")
        assert person.explorer.reader.top == 0


async def test_q_quits_from_the_records(open_explorer):
    async with open_explorer(harbour()) as person:
        await person.press("q")
        assert person.app.return_value == 0
        assert not person.app.is_running or person.app._exit


async def test_ctrl_c_quits_from_anywhere(open_explorer):
    async with open_explorer(harbour()) as person:
        await person.press("slash", "a", "ctrl+c")
        assert person.app._exit


async def test_searching_jumps_to_the_row_as_it_is_typed_and_enter_keeps_it(open_explorer):
    async with open_explorer(harbour()) as person:
        await person.type("/norway")
        assert person.selected() == "r:1"
        assert "1 hit: 1 reaction" in person.screen()
        await person.press("enter")
        assert person.explorer.situation == "pane"
        assert person.explorer.place == "reactions"
        assert any("›•Norway" in line for line in person.lines())


async def test_keys_that_come_all_at_once_mean_the_same_as_slow_ones(open_explorer):
    from textual import events

    async with open_explorer(harbour()) as person:
        for key in ["slash", *"norway", "enter", "enter", "w", "escape", "escape", "j"]:
            person.app._driver.send_message(events.Key(key, key if len(key) == 1 else None))
        await person.pilot.pause()
        assert person.explorer.search.findings.query == "norway"
        assert person.selected() == "r:2"


async def test_the_newcomers_path_from_search_to_copied_quote(open_explorer, tmp_path):
    async with open_explorer(harbour(), first_run=True) as person:
        assert "/" in person.lines()[-1]
        await person.type("/norway")
        await person.press("enter", "enter")
        assert person.explorer.place == "text"
        assert any(line.startswith("› “We will not look away,” said Norwegian") for line in person.lines())
        await person.press("y")
        start, end = HARBOUR_TEXT.index("“We will"), HARBOUR_TEXT.index("a crime.") + len("a crime.")
        expected = (
            f"“{HARBOUR_TEXT[start:end]}” — Washington widens its support, Harbour Wire, 2025-03-04, "
            f"characters {start}–{end} [{harbour().id}]"
        )
        assert person.app.clipboard == expected
        assert (tmp_path / "state" / "copied.txt").read_text("utf-8") == expected + "\n\n"
        assert "copied.txt" in person.status()
        await person.press("q", "q")
        assert person.app._exit


async def test_escape_while_typing_returns_to_where_the_search_began(open_explorer):
    async with open_explorer(harbour()) as person:
        await person.press("j")
        await person.type("/norway")
        await person.press("escape")
        assert person.selected() == "i:0"
        assert person.explorer.situation == "pane"
        assert not person.explorer.search.findings


async def test_escape_clears_a_kept_search(open_explorer):
    async with open_explorer(harbour()) as person:
        await person.type("/odesa")
        await person.press("enter", "escape")
        assert not person.explorer.search.findings
        assert "•" not in person.screen()


async def test_n_walks_rows_and_text_and_goes_round(open_explorer):
    async with open_explorer(harbour()) as person:
        await person.type("/odesa")
        await person.press("enter")
        assert person.selected() == "r:1"
        await person.press("n")
        assert person.explorer.place == "text"
        assert person.explorer.reader.hit_now == (HARBOUR_TEXT.index("Odesa"), HARBOUR_TEXT.index("Odesa") + 5)
        await person.press("n")
        assert person.explorer.place == "reactions"
        assert person.status().startswith("From the beginning again")
        await person.press("N")
        assert person.explorer.place == "text"


async def test_n_walks_across_briefings(open_explorer):
    async with open_explorer(quiet(), harbour(), briefing("Norway again.", (), title="Third")) as person:
        await person.type("/norway")
        await person.press("enter")
        assert person.explorer.number == 1
        await person.press("n")
        assert (person.explorer.number, person.explorer.place) == (2, "text")
        assert "Third" in person.lines()[0]


async def test_n_without_a_search_says_how_to_start_one(open_explorer):
    async with open_explorer(harbour()) as person:
        await person.press("n")
        assert person.status() == "No search yet: / starts one"


@pytest.mark.parametrize("query", ["(", "[", "*", "\\", '"', "-", "a(b", "  ", "日本", "[/red]", "%s", "{0}"])
async def test_whatever_is_searched_for_is_only_text(open_explorer, query):
    async with open_explorer(hostile()) as person:
        await person.press("slash")
        person.explorer.status.box.insert(query)
        person.explorer.search.retype()
        await person.press("enter", "n", "N", "escape")
        assert person.app.is_running


async def test_a_search_that_finds_nothing_says_so(open_explorer):
    async with open_explorer(harbour()) as person:
        await person.type("/zzz")
        assert "nothing found" in person.screen()
        assert person.selected() == "p:1"


async def test_pasted_text_goes_to_the_search(open_explorer):
    async with open_explorer(harbour()) as person:
        from textual import events

        await person.press("slash")
        person.explorer.post_message(events.Paste("nor\nway\x1b[2J"))
        await person.pilot.pause()
        assert person.explorer.status.box.text == "nor way␛[2J"


async def test_pasted_text_without_a_search_is_told_where_it_could_go_and_runs_nothing(open_explorer):
    async with open_explorer() as person:
        from textual import events

        before = person.lines()
        person.app.post_message(events.Paste("jj3q\r"))
        await person.pilot.pause()
        assert person.status() == "What is pasted goes into a search: / begins one"
        assert person.lines()[:-2] == before[:-2]


async def test_why_shows_each_field_and_moving_there_marks_its_words(open_explorer):
    async with open_explorer(harbour()) as person:
        await person.press("w")
        assert "Why: $425M" in person.screen()
        assert "subject-of-aid-verb" in person.screen()
        await person.press("j", "j")
        assert person.explorer.why.reason.field == "donors"
        assert person.explorer.reader._triggers == [
            (HARBOUR_TEXT.index("The United States"), HARBOUR_TEXT.index("The United States") + 17)
        ]
        await person.press("w")
        assert person.explorer.overlay is None
        assert person.explorer.reader._triggers[0][0] == HARBOUR_TEXT.index("a $425")


async def test_enter_on_a_reason_goes_to_its_words(open_explorer):
    async with open_explorer(harbour(), size=(60, 12)) as person:
        await person.press("3", "w", "G", "k", "k")
        while person.explorer.why.reason.field != "date":
            await person.press("k")
        await person.press("enter")
        assert person.explorer.place == "text"
        assert any("3 March 2025" in line for line in person.lines())


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_why_and_help_close_and_the_program_stays(open_explorer, key):
    async with open_explorer(harbour()) as person:
        for opener in ("w", "question_mark", "exclamation_mark"):
            await person.press(opener)
            assert person.explorer.overlay is not None
            await person.press(key)
            assert person.explorer.overlay is None
        assert person.app.is_running
        assert not person.app._exit


async def test_a_panel_scrolls_although_its_keys_came_before_its_first_frame(open_explorer):
    from textual import events

    async with open_explorer(harbour(), size=(80, 24)) as person:
        for key in ("question_mark", "G"):
            person.app._driver.send_message(events.Key(key, None))
        await person.pilot.pause()
        assert "Right-to-left text" in person.screen()


async def test_help_scrolls(open_explorer):
    async with open_explorer(harbour(), size=(80, 24)) as person:
        await person.press("question_mark", "G")
        assert "Right-to-left text" in person.screen()
        await person.press("g")
        assert "Going" in person.screen()


async def test_briefings_that_come_later_are_listed_under_headings(open_explorer):
    async with open_explorer(harbour(), coming=[quiet(), "bad.txt: is a directory", hostile()]) as person:
        assert "1 of 3 · 1 problem: !" in person.lines()[0]
        assert person.selected() == "p:1"
        assert any(line.startswith("── Washington widens its support") for line in person.lines())
        await person.press("right_square_bracket")
        assert "A quiet day" in person.lines()[0]
        await person.press("right_square_bracket")
        assert "3 of 3" in person.lines()[0]
        assert person.selected() == "i:\x1b[31m"
        await person.press("right_square_bracket")
        assert person.status() == "This is the last briefing"
        await person.press("left_square_bracket", "left_square_bracket")
        assert person.selected() == "p:1"
        await person.press("exclamation_mark")
        assert "bad.txt: is a directory" in person.screen()


async def test_all_panes_show_the_briefing_of_the_selected_record(open_explorer):
    def again(number):
        return briefing(f"{HARBOUR_TEXT}{number}", harbour().records, title=f"Story {number}")

    async with open_explorer(*map(again, range(12))) as person:
        while person.explorer.number < 7:
            await person.press("pagedown")
        lists, shelf = person.explorer.lists, person.explorer.shelf
        assert [one.briefing for one in lists.values()] == [person.explorer.number] * 3
        for pane in ("reactions", "events"):
            assert lists[pane].cursor == shelf.rows(pane).rows_of(person.explorer.number).start
        await person.press("tab", "j", "1")
        assert lists["reactions"].cursor == shelf.rows("reactions").rows_of(person.explorer.number).start + 1


async def test_a_briefing_without_records_has_none_selected_and_arrows_lead_on_from_its_place(open_explorer):
    async with open_explorer(harbour(), quiet(), hostile()) as person:
        await person.press("right_square_bracket")
        assert person.selected() is None
        assert not any(line.startswith("›") for line in person.lines())
        await person.press("enter")
        assert person.status() == "Nothing is selected here"
        await person.press("tab", "shift+tab")
        assert person.explorer.number == 1
        await person.press("down")
        assert (person.explorer.number, person.selected()) == (2, "i:\x1b[31m")
        await person.press("left_square_bracket", "up")
        assert (person.explorer.number, person.selected()) == (0, "i:2")


async def test_a_text_is_shown_before_its_records_have_been_read(open_explorer):
    from dataclasses import fields

    from briefing_tui.model import Document

    full = harbour()
    bare = Document(**{field.name: getattr(full, field.name) for field in fields(Document)})
    async with open_explorer(bare, coming=[]) as person:
        assert "The United States will send Ukraine" in person.screen()
        assert "No aid found" not in person.screen()
        assert "The records could not be read" in person.screen()
    async with open_explorer(bare, coming=[full]) as person:
        assert person.selected() == "p:1"
        assert len(person.explorer.shelf.briefings) == 1
        assert "$425M" in person.screen()


async def test_whoever_reads_is_not_torn_away_when_the_records_come(open_explorer):
    from dataclasses import fields

    from briefing_tui.model import Document

    full = harbour()
    bare = Document(**{field.name: getattr(full, field.name) for field in fields(Document)})
    gate = threading.Event()

    def coming():
        gate.wait(10)
        yield full

    async with open_explorer(bare, coming=coming(), size=(60, 14), wait=False) as person:
        assert "Reading the text …" in person.screen()
        await person.press("4", "G")
        top = person.explorer.reader.top
        assert top > 0
        gate.set()
        await person.all_read()
        assert person.explorer.reader.top == top
        assert person.explorer.place == "text"
        await person.press("escape")
        assert person.selected() == "p:1"


async def test_a_source_that_fails_while_reading_is_a_problem_not_a_crash(open_explorer, tmp_path):
    def broken():
        yield quiet()
        raise RuntimeError("the disk is gone")

    async with open_explorer(harbour(), coming=broken()) as person:
        assert person.explorer.problems == ["reading stopped: the disk is gone"]
        assert "RuntimeError" in (tmp_path / "state" / "failures.log").read_text("utf-8")


async def test_moving_to_a_row_of_another_briefing_opens_it(open_explorer):
    async with open_explorer(harbour(), hostile()) as person:
        await person.press("G")
        assert person.explorer.number == 1
        assert "[the mines] [sic] [/red] [@click=app.quit]press[/]" in person.screen()


async def test_hostile_text_shows_as_it_is_and_harms_nothing(open_explorer):
    async with open_explorer(hostile(), size=(160, 45)) as person:
        for key in ("1", "w", "j", "escape", "2", "w", "escape", "3", "enter", "y", "escape", "question_mark", "escape"):
            await person.press(key)
            assert person.app.is_running
            assert all(line.isprintable() for line in person.lines())
        assert "[link=http://x]link[/link]" in person.screen()
        assert person.app.clipboard.isprintable()


async def test_a_folder_that_cannot_be_written_is_said_and_the_clipboard_still_gets_the_quote(open_explorer, tmp_path):
    (tmp_path / "state").write_text("a file where the folder should be")
    async with open_explorer(harbour()) as person:
        await person.press("y")
        assert "could not be written" in person.status()
        assert person.app.clipboard.startswith("“The United States will send Ukraine")


async def test_a_line_of_two_million_characters_opens_scrolls_and_is_searched(open_explorer):
    async with open_explorer(long_line()) as person:
        await person.press("4", "G")
        assert "100%" in person.screen()
        await person.type("/dolor")
        assert "20,000+ text" in person.screen()


async def test_fifty_thousand_rows_draw_only_what_is_seen(open_explorer):
    text = "mine " * 50_000
    from briefing_tui.model import AidItem, Evidence

    items = tuple(
        AidItem(
            id=f"i:{number}",
            description="mine",
            evidence=(Evidence(role="trigger", start=5 * number, end=5 * number + 4, exact="mine", rule="r"),),
        )
        for number in range(50_000)
    )
    async with open_explorer(briefing(text, items)) as person:
        await person.press("G")
        assert person.selected() == "i:49999"
        assert len(person.explorer.lists["aid"]._texts) < 1000
        await person.press("k", "k", "ctrl+u")
        assert person.app.is_running


@pytest.mark.parametrize(
    "size",
    [(20, 5), (8, 3), (40, 12), (79, 30), (80, 23), (80, 24), (119, 24), (120, 24), (200, 50), (500, 200), (30, 100), (300, 6)],
)
async def test_it_works_in_windows_of_every_size(open_explorer, size):
    async with open_explorer(harbour(), hostile(), size=size) as person:
        keys = "j tab j tab j enter j G escape w j enter escape 1 slash n o enter n question_mark j escape y".split()
        for key in keys:
            await person.press(key)
        lines = person.lines()
        assert len(lines) == size[1]
        assert person.app.is_running
        assert not person.app._exit


async def test_a_window_that_changes_its_size_keeps_the_place(open_explorer):
    async with open_explorer(harbour()) as person:
        await person.press("2", "j")
        for size in [(60, 20), (40, 12), (100, 30), (160, 45), (20, 5), (120, 40)]:
            await person.pilot.resize_terminal(*size)
            await person.pilot.pause()
            assert person.selected() == "r:2"
        assert any(line.count("› Amnesty") for line in person.lines())


async def test_a_message_lasts_until_the_next_key(open_explorer):
    async with open_explorer(harbour(), first_run=True) as person:
        assert person.status().startswith("Move with ↑ ↓")
        await person.press("n")
        assert person.status().startswith("No search yet")
        await person.press("j")
        assert not person.status().startswith("No search yet")


async def test_a_failure_of_our_own_is_one_line_and_a_log_without_variables(open_explorer, tmp_path, monkeypatch):
    from briefing_tui.tui.screens.explorer_screen import ExplorerScreen

    monkeypatch.setattr(ExplorerScreen, "toggle_why", lambda self: 1 / 0)
    person = None
    with pytest.raises(ZeroDivisionError):
        async with open_explorer(harbour()) as person:
            await person.press("w")
    assert person is not None
    log = (tmp_path / "state" / "failures.log").read_text("utf-8")
    assert "ZeroDivisionError" in log
    assert person.app.failure.startswith("briefing-tui failed; details are in ")


class Endless(ShelfRows):
    """Half a million items, each made when it is asked for."""

    asked = 0

    def __len__(self):
        return 500_000

    def record(self, row):
        self.asked += 1
        return replace(next(one for one in harbour().records if one.id == "i:0"), id=f"i:{row}")

    def briefing(self, row):
        return 0

    def rows_of(self, briefing):
        return range(500_000) if briefing == 0 else range(0)

    def has_heading(self, row):
        return row == 0


async def test_of_half_a_million_rows_only_those_in_sight_are_asked_for(open_explorer):
    async with open_explorer(harbour()) as person:
        rows = person.explorer.shelf.panes["aid"] = Endless("aid", person.explorer.shelf)
        for keys in (("G", "k", "k"), ("ctrl+u", "pageup", "pageup"), ("g", "j")):
            rows.asked = 0
            await person.press(*keys)
            assert rows.asked < 1000
        await person.press("G")
        assert person.selected() == "i:499999"
        rows.asked = 0
        await person.pilot.resize_terminal(60, 20)
        await person.pilot.pause()
        assert rows.asked < 1000
        assert person.lines()[-3].startswith("›   20 Bradley")


async def test_the_words_of_a_record_in_another_briefing_stay_marked_with_every_letter_that_is_typed(open_explorer):
    async with open_explorer(harbour(), coming=[poland()]) as person:
        await person.type("/poland")
        assert any(line.startswith("› Poland welcomed the new aid") for line in person.lines())

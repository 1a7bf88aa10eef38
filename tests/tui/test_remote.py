"""The explorer at the end of a slow line: what is shown, and how little is sent from one picture to the next."""

import pytest
from rich.color import ColorSystem
from tests.tui.briefings import briefing, evidence, harbour
from tests.tui.libraries import poland

from briefing_tui.model import Actor, Briefing, Reaction
from briefing_tui.tui.archive import listing
from briefing_tui.tui.screens.pointing import cursor_place
from briefing_tui.tui.wire import Wire

SIZES = [(120, 40), (100, 30), (60, 20)]
NAMES = [f"{name} of {place}" for name in ("Ada", "Ben", "Cleo", "Dov", "Eva") for place in ("Oslo", "Riga", "Bonn", "Kyiv")]
FILLER = "Nothing else was said that day, and those who had come went home again before the evening. " * 12


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def size(request):
    return request.param


def many() -> list[Briefing]:
    """Twenty texts of a page with two reactions each."""
    return [said_by(number, name) for number, name in enumerate(NAMES)]


def said_by(number: int, name: str) -> Briefing:
    first = f"{name} said on Monday that the harbour must stay open to every ship that carries grain."
    second = f"{name} later warned that winter would come early this year."
    text = f"Talks in the harbour, part {number}\n{FILLER}\n{first}\n{FILLER}\n{second}\n"

    def reaction(place: int, words: str) -> Reaction:
        return Reaction(
            id=f"r:{number}-{place}",
            actors=(Actor(code="NOR", name="Norway"),),
            person=name,
            stance="urge" if place == 1 else "warn",
            evidence=(evidence(text, "trigger", words),),
        )

    records = (reaction(1, "said on Monday"), reaction(2, "later warned"))
    return briefing(text, records, title=f"Talks in the harbour, part {number}", publisher="Wire", published="2025-03-04")


def frame(person, wire: Wire) -> int:
    """Bytes that the wire sends for what is shown now."""
    for y, strip in enumerate(person.app.screen._compositor.render_strips()):
        wire.paint(0, y, ((text, style) for text, style, _ in strip))
    return len(wire.frame(tuple(cursor_place(person.explorer))).encode())


async def sent(person, *keys: str) -> int:
    """Bytes that these keys cost together."""
    wire = Wire(*person.app.size, colours=ColorSystem.STANDARD)
    frame(person, wire)
    await person.press(*keys)
    return frame(person, wire)


def text_lines(person) -> list[str]:
    """What stands under the title of the text pane."""
    lines = person.lines()
    first = next(number for number, line in enumerate(lines) if line.startswith((" 4 Source text", " 4 Excerpt")))
    return [line for line in lines[first + 1 : -2] if line]


async def test_an_excerpt(open_explorer, snapshot, size):
    async with open_explorer(harbour(), coming=[poland()], size=size, remote=True) as person:
        await person.press("2", "j", "j", "j")
        assert person.screen() == snapshot


async def test_a_text_that_was_asked_for(open_explorer, snapshot, size):
    async with open_explorer(harbour(), coming=[poland()], size=size, remote=True) as person:
        await person.press("2", "j", "j", "j", "enter")
        assert person.screen() == snapshot


async def test_a_first_look_while_typing(open_archive, snapshot, size):
    async with open_archive(harbour(), poland(), *many(), size=size, remote=True) as person:
        await person.type("/harb")
        assert person.screen() == snapshot


async def test_another_briefing_shows_its_sentence_and_nothing_else(open_explorer):
    async with open_explorer(*many(), remote=True) as person:
        assert "characters" in person.screen()
        await person.press("j", "j")
        assert text_lines(person) == [
            "› Ada of Riga said on Monday that the harbour must stay open to every ship that",
            "  carries grain.",
        ]
        assert " 4 Excerpt · enter opens the text" in person.screen()


@pytest.mark.parametrize("keys", [("enter",), ("4",), ("tab", "tab"), ("right_square_bracket",), ("left_square_bracket",)])
async def test_the_whole_text_comes_when_it_is_asked_for(open_explorer, keys):
    async with open_explorer(*many(), remote=True) as person:
        await person.press("j", "j")
        await person.press(*keys)
        assert "4 Source text" in person.screen()
        assert len(text_lines(person)) > 10


async def test_within_an_opened_briefing_the_text_stays_whole_until_another_one_is_selected(open_explorer):
    async with open_explorer(*many(), remote=True) as person:
        await person.press("j", "j", "enter", "q", "j")
        assert "4 Source text" in person.screen()
        assert "Ada of Riga later warned" in "\n".join(text_lines(person))
        await person.press("j")
        assert "4 Excerpt" in person.screen()


async def test_a_single_text_is_shown_as_on_a_terminal_at_hand(open_explorer):
    async with open_explorer(harbour(), remote=True) as person:
        await person.press("j", "j")
        assert "4 Source text" in person.screen()


async def test_what_is_typed_shows_the_sentence_with_the_hit_and_dropping_it_brings_the_text_back(open_explorer):
    async with open_explorer(*many(), remote=True) as person:
        before = person.screen()
        await person.type("/cleo")
        assert text_lines(person)[0].startswith("› Cleo of Oslo said on Monday")
        await person.press("escape")
        assert person.screen() == before


async def test_a_hit_in_a_text_is_an_excerpt_while_typing_and_the_whole_text_when_kept(open_explorer):
    async with open_explorer(*many(), remote=True) as person:
        await person.type("/before the evening")
        assert "4 Excerpt" in person.screen()
        assert "again before the evening." in " ".join(line.strip("› ") for line in text_lines(person))
        await person.press("enter")
        assert "4 Source text" in person.screen()


async def test_a_long_sentence_is_cut_around_its_words_and_says_so(open_explorer):
    text = "Word " * 100 + "then Oslo objected " + "and so on " * 50 + ".\n"
    said = Reaction(
        id="r:long",
        actors=(Actor(code="NOR", name="Norway"),),
        stance="oppose",
        evidence=(evidence(text, "trigger", "objected"),),
    )
    async with open_explorer(*many(), coming=[briefing(text, (said,), title="Long")], remote=True) as person:
        await person.press("G")
        lines = text_lines(person)
        assert len(lines) == 2
        assert lines[0].lstrip("› ").startswith("…")
        assert lines[1].endswith("…")
        assert "objected" in "".join(lines)


async def test_few_bytes_are_sent_for_the_cursor(open_explorer):
    async with open_explorer(*many(), remote=True) as person:
        await person.press("j", "j")
        counts = sorted([await sent(person, "j") for _ in range(24)])
        assert counts[len(counts) // 2] <= 220
        assert counts[0] > 0


async def test_a_list_moves_by_half_a_window_and_is_still_until_the_next(open_explorer):
    async with open_explorer(*many(), remote=True) as person:
        reactions = person.explorer.lists["reactions"]
        begins = []
        for _ in range(20):
            await person.press("j")
            begins.append(reactions.begin)
        assert len(set(begins)) <= 5


async def test_each_pane_keeps_its_own_place_until_a_text_is_opened(open_explorer):
    async with open_explorer(harbour(), coming=many(), remote=True) as person:
        shown = person.explorer.lists["reactions"]
        await person.press("2", "G", "1")
        assert (person.explorer.number, shown.briefing) == (0, len(NAMES))
        await person.press("2")
        assert (person.explorer.number, shown.briefing) == (len(NAMES), len(NAMES))
        await person.press("1", "enter", "q", "2")
        assert (person.explorer.number, shown.briefing) == (0, 0)


async def test_few_bytes_are_sent_for_the_pane(open_explorer):
    async with open_explorer(harbour(), coming=many(), remote=True) as person:
        await person.press("1", "j", "2")
        for _ in range(2):
            assert await sent(person, "1") <= 400
            assert await sent(person, "2") <= 400


async def test_few_bytes_are_sent_for_a_letter(open_archive):
    async with open_archive(*many(), remote=True) as person:
        await person.press("slash")
        counts = [await sent(person, letter) for letter in "harbour"]
        assert max(counts) <= 1400
        assert sorted(counts)[3] <= 400


async def test_lists_are_full_again_when_a_search_is_kept(open_archive):
    async with open_archive(*many(), remote=True) as person:
        await person.type("/norway")
        typed = person.screen().count("Norway")
        await person.press("enter")
        assert person.screen().count("Norway") > typed


async def test_the_keys_of_text_and_pane_stand_in_the_same_places(open_explorer):
    async with open_explorer(harbour(), remote=True) as person:
        pane = person.lines()[-1]
        await person.press("enter")
        text = person.lines()[-1]
        assert pane == " enter read the sentence   / search   y copy quote   w why   tab next pane   ? help   q quit"
        assert text == " esc back to the records   / search   y copy quote   w why   tab next pane   ? help   q back"


async def test_the_selected_row_is_seen_without_colour(open_explorer):
    async with open_explorer(*many(), remote=True, colour=False) as person:
        await person.press("j")
        row = person.explorer.lists["reactions"].region.y + person.explorer.lists["reactions"].cursor_line()
        lit = [
            text for text, style, _ in person.app.screen._compositor.render_strips()[row] if style is not None and style.reverse
        ]
        assert "".join(lit).startswith("› Norway")


@pytest.mark.parametrize("size", [(120, 40), (100, 30), (60, 20)])
@pytest.mark.parametrize("remote", [False, True], ids=["local", "remote"])
async def test_the_terminals_cursor_stands_on_what_is_selected_typed_or_read(open_explorer, size, remote):
    def under_cursor() -> str:
        x, y = cursor_place(person.explorer)
        return person.app.screen._compositor.render_strips()[y].text[x:]

    async with open_explorer(*many(), size=size, remote=remote) as person:
        for _ in range(9):
            await person.press("j")
            assert under_cursor().startswith("› Norway")
        await person.press("question_mark")
        assert under_cursor().startswith("  Going")
        await person.press("escape", "w")
        assert under_cursor().startswith("› ")
        await person.press("escape", "4", "g")
        assert under_cursor().startswith(("  Talks in the harbour", "› Talks in the harbour"))
        await person.type("/abc")
        x, y = cursor_place(person.explorer)
        assert (x, y) == (5, size[1] - 2)
        assert person.lines()[y].startswith(" /abc")
        await person.press("left")
        assert cursor_place(person.explorer) == (4, size[1] - 2)


async def test_what_the_next_step_shows_is_at_hand_before_it_is_asked_for(open_archive, monkeypatch):
    async with open_archive(*many(), remote=True) as person:
        await person.press("j")
        person.explorer.look_ahead()
        monkeypatch.setattr(listing, "load_briefing", None)
        await person.press("j")
        assert "4 Excerpt" in person.screen()
        assert "said on Monday that the harbour must stay open" in "\n".join(text_lines(person))

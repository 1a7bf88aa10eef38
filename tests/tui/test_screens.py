"""What a person sees, frame by frame. `pytest --snapshot-update` writes the frames anew; look at the difference before you keep it."""

import pytest
from tests.tui.briefings import harbour, hostile, quiet

SIZES = [(160, 45), (120, 40), (100, 30), (60, 20), (40, 12)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_first_screen(open_explorer, snapshot, size):
    async with open_explorer(harbour(), size=size, first_run=True) as person:
        assert person.screen() == snapshot


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_sentence_behind_a_reaction(open_explorer, snapshot, size):
    async with open_explorer(harbour(), size=size) as person:
        await person.press("2", "enter")
        assert person.screen() == snapshot


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_search_being_typed(open_explorer, snapshot, size):
    async with open_explorer(harbour(), size=size) as person:
        await person.type("/ukraine")
        assert person.screen() == snapshot


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_why(open_explorer, snapshot, size):
    async with open_explorer(harbour(), size=size) as person:
        await person.press("2", "w", "j", "j")
        assert person.screen() == snapshot


@pytest.mark.parametrize("size", [(120, 60), (40, 12)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_help(open_explorer, snapshot, size):
    async with open_explorer(harbour(), size=size) as person:
        person.explorer.copied = "~/.local/state/briefing-tui/copied.txt"
        await person.press("question_mark")
        assert person.screen() == snapshot


@pytest.mark.parametrize("size", [(160, 45), (100, 30), (40, 12)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_hostile_briefing(open_explorer, snapshot, size):
    async with open_explorer(hostile(), size=size) as person:
        assert person.screen() == snapshot


@pytest.mark.parametrize("size", [(160, 45), (100, 30)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_several_briefings_and_a_problem(open_explorer, snapshot, size):
    async with open_explorer(harbour(), coming=[quiet(), "bad.txt: is a directory", hostile()], size=size) as person:
        await person.press("3", "j")
        assert person.screen() == snapshot


async def test_a_briefing_without_records(open_explorer, snapshot):
    async with open_explorer(quiet()) as person:
        assert person.screen() == snapshot


def marked(person) -> str:
    """The screen with ⟦reversed⟧ and ⟨underlined⟩ words."""
    lines = []
    for strip in person.app.screen._compositor.render_strips():
        line = ""
        for text, style, _ in strip:
            before, after = "", ""
            if style is not None and style.reverse:
                before, after = "⟦", "⟧"
            elif style is not None and style.underline:
                before, after = "⟨", "⟩"
            line += f"{before}{text}{after}"
        lines.append(line.rstrip())
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("colour", [True, False], ids=["colour", "no colour"])
async def test_marks_in_the_text(open_explorer, snapshot, colour):
    async with open_explorer(harbour(), size=(100, 30), colour=colour) as person:
        await person.type("/odesa")
        await person.press("enter")
        assert marked(person) == snapshot


async def test_without_colour_no_colour_is_used_at_all(open_explorer):
    async with open_explorer(harbour(), colour=False) as person:
        await person.type("/ukraine")
        await person.press("enter", "n", "n", "n", "n", "w")
        for strip in person.app.screen._compositor.render_strips():
            for _, style, _ in strip:
                assert style is None or (style.color is None or style.color.is_default)
                assert style is None or (style.bgcolor is None or style.bgcolor.is_default)


async def test_nothing_is_ever_painted_in_the_colour_of_its_ground(open_explorer):
    async with open_explorer(harbour(), hostile()) as person:
        await person.type("/ukraine")
        await person.press("enter", "n")
        for strip in person.app.screen._compositor.render_strips():
            for text, style, _ in strip:
                if text.strip() and style is not None and style.color is not None and not style.color.is_default:
                    assert style.color != style.bgcolor

"""Windows in which there is no room for anything."""

import pytest

TINY = [(19, 40), (120, 4), (8, 3), (3, 2), (1, 1)]


@pytest.mark.parametrize("size", TINY, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_window_without_room_says_so_and_shows_nothing_else(open_explorer, size):
    async with open_explorer(size=size) as person:
        first, *others = person.lines()
        assert first in {"terminal too small: 20×5 at least", "terminal too small", "too small", "small", "…"}
        assert len(first) <= size[0]
        assert not any(others)


async def test_the_smallest_window_with_room_shows_records_and_the_text(open_explorer):
    async with open_explorer(size=(20, 5)) as person:
        assert "1 Aid" in person.screen()
        await person.press("3")
        assert "3 Events" in person.screen()
        await person.press("4")
        assert "4 Text" in person.screen()


async def test_everything_is_back_when_the_window_has_grown_again(open_explorer):
    async with open_explorer() as person:
        await person.press("2", "j", "enter")
        before = person.screen()
        await person.pilot.resize_terminal(10, 3)
        assert person.lines() == ["too small", "", ""]
        await person.pilot.resize_terminal(120, 40)
        assert person.screen() == before


async def test_a_search_being_typed_is_back_too(open_explorer):
    async with open_explorer() as person:
        await person.type("/mines")
        before = person.screen()
        await person.pilot.resize_terminal(19, 4)
        await person.pilot.resize_terminal(120, 40)
        assert person.screen() == before


async def test_keys_that_nobody_sees_do_nothing(open_explorer):
    async with open_explorer() as person:
        before = person.screen()
        await person.pilot.resize_terminal(10, 3)
        await person.press("j", "3", "slash", "question_mark", "w")
        await person.pilot.resize_terminal(120, 40)
        assert person.screen() == before


async def test_leaving_works_in_any_window(open_explorer):
    async with open_explorer(size=(10, 3)) as person:
        await person.press("q")
        assert person.app.return_code == 0
        assert person.app._exit

"""What reaches the terminal is what Textual composed, however fast keys come and however slow the line is."""

import asyncio
import random
import unicodedata

import pytest
from rich.color import ColorSystem
from tests.tui.briefings import harbour, hostile
from tests.tui.test_wire import Emulator, as_emulated

from briefing_tui.tui.profile import Profile
from briefing_tui.tui.terminal import composed
from briefing_tui.tui.terminal.display import Display
from briefing_tui.tui.terminal.grid import Cell
from briefing_tui.tui.wire import Wire

KEYS = [
    *"jjjjkkk123456ggGGwwbfn",
    "tab",
    "enter",
    "escape",
    "slash",
    "a",
    "e",
    "backspace",
    "ctrl+d",
    "ctrl+u",
    "pagedown",
    "pageup",
    "question_mark",
]


class SlowLine:
    """A terminal that takes what it is sent only when it is told to."""

    def __init__(self, size: tuple[int, int], profile: Profile) -> None:
        self.emulator = Emulator(*size)
        self.frames: list[str] = []
        self.is_busy = False
        self.display = Display(profile, send=self._send, is_idle=lambda: not self.is_busy)

    def watch(self, app) -> None:
        app._driver.display = self.display
        app.screen.refresh()

    def _send(self, frame: str) -> None:
        self.frames.append(frame)
        self.emulator.take(frame)


async def watched(person, size: tuple[int, int]) -> SlowLine:
    """A terminal that shows what this person sees."""
    line = SlowLine(size, Profile())
    line.watch(person.app)
    await person.pilot.pause()
    return line


def composed_screen(app) -> str:
    return unicodedata.normalize("NFC", "\n".join(strip.text for strip in app.screen._compositor.render_strips()))


def shown(line: SlowLine) -> str:
    return "\n".join(line.emulator.screen.display)


@pytest.mark.parametrize("size", [(120, 40), (90, 30), (60, 18)])
@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_after_any_keys_the_terminal_shows_what_was_composed(open_explorer, size, seed):
    chance = random.Random(seed)
    async with open_explorer(harbour(), hostile(), size=size) as person:
        line = await watched(person, size)
        pressed: list[str] = []
        for _ in range(60):
            line.is_busy = chance.random() < 0.4
            pressed.append(chance.choice(KEYS))
            await person.press(pressed[-1])
            if line.is_busy:
                continue
            await all_drawn(person)
            line.display.catch_up()
            differing = [
                pair
                for pair in zip(shown(line).splitlines(), composed_screen(person.app).splitlines(), strict=True)
                if pair[0] != pair[1]
            ]
            assert not differing, f"after {pressed}"
            looks_right = line.emulator.cells() == [[as_emulated(cell) for cell in row] for row in line.display.wire.rows()]
            assert looks_right
            assert line.display.wire.rows() == drawn_by_textual(person.app)
        assert not person.app.failure


def drawn_by_textual(app) -> list[list[Cell]]:
    """What a wire would be told if all of it came from Textual's compositor."""
    wire = Wire(*app.size, colours=ColorSystem.STANDARD)
    for y, strip in enumerate(app.screen._compositor.render_strips()):
        wire.paint(0, y, [(text, style) for text, style, _ in strip])
    return wire.rows()


async def all_drawn(person) -> None:
    """Textual draws what it has to lay out a moment later."""
    screen = person.app.screen
    async with asyncio.timeout(20):
        while not screen.is_arranged or screen._layout_required or screen._dirty_widgets or screen._compositor._dirty_regions:
            await person.pilot.pause(0.002)


async def test_pictures_that_a_busy_terminal_would_show_too_late_are_left_out(open_explorer):
    async with open_explorer(harbour()) as person:
        line = await watched(person, (120, 40))
        line.is_busy = True
        frames = len(line.frames)
        await person.press(*"jjj2jj")
        assert len(line.frames) == frames
        line.is_busy = False
        line.display.catch_up()
        assert len(line.frames) == frames + 1
        assert shown(line) == composed_screen(person.app)


async def test_a_terminal_that_somebody_has_written_on_is_sent_everything_again(open_explorer):
    async with open_explorer(harbour()) as person:
        line = await watched(person, (120, 40))
        line.emulator.take("\x1b[5;5Hwrite: you have mail\x1b[7m")
        assert shown(line) != composed_screen(person.app)
        await person.press("ctrl+l")
        assert shown(line) == composed_screen(person.app)


async def test_a_new_size_is_drawn_anew(open_explorer):
    async with open_explorer(harbour()) as person:
        line = await watched(person, (120, 40))
        for width, height in ((80, 24), (130, 45), (20, 5), (100, 30)):
            line.emulator.resize(width, height)
            await person.pilot.resize_terminal(width, height)
            await person.pilot.pause()
            assert shown(line) == composed_screen(person.app)


def test_a_textual_that_hands_over_its_frames_otherwise_is_noticed(monkeypatch):
    assert composed.is_known_textual()

    class ChopsUpdate:
        def __init__(self, strips: object) -> None:
            self.strips = strips

    monkeypatch.setattr(composed, "ChopsUpdate", ChopsUpdate)
    composed.is_known_textual.cache_clear()
    assert not composed.is_known_textual()
    composed.is_known_textual.cache_clear()


def test_a_textual_that_keeps_its_lines_elsewhere_is_noticed(monkeypatch):
    class Widget:
        def __init__(self) -> None:
            self.lines = ()

    monkeypatch.setattr(composed, "Widget", Widget)
    composed.is_known_textual.cache_clear()
    assert not composed.is_known_textual()
    composed.is_known_textual.cache_clear()


async def test_rows_are_not_moved_on_a_screen_whose_new_size_has_not_been_drawn_yet(open_explorer):
    async with open_explorer(harbour(), size=(120, 40)) as person:
        line = await watched(person, (120, 40))
        assert person.app.scroll_rows(1, 30, 2)
        line.display.wire.resize(120, 24)
        assert not person.app.scroll_rows(1, 30, 2)
        assert len(line.display.wire.rows()) == 24

"""A widget that draws itself line by line and sends only the cells that changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from briefing_tui.tui.cells import clip, width_cells

Run = tuple[str, Style]
"""Safe text in one style."""


DrawStraight = Callable[["LineCanvas", Iterable[tuple[int, Strip]]], bool]
"""Draws lines of a widget by their numbers; False when it cannot, without having looked at them."""


class LineCanvas(ScrollView, can_focus=False):
    """Base of everything on the screen: a subclass says how line `y` looks now, `repaint` does the rest.

    Textual repaints a whole widget when anything in it changes. Here each visible line is compared with what is on the
    screen; only the span of cells that differs is refreshed. A widget of many lines keeps those it has drawn, and hands out
    the same strip as long as nothing in it has changed.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._on_screen: dict[int, Strip] = {}
        self._drawn: dict[int, Strip] = {}
        """Lines that were drawn to be compared, and are about to be asked for."""
        self._drawn_size = (0, 0)
        self.top = 0
        """The first line of the content that is shown. (Textual's own offset goes back to 0 with every new layout.)"""
        self._top_on_screen = 0
        self._appearance: object = None
        """What `repaint` brought to the screen last."""
        self.draw_straight: DrawStraight | None = None
        """Draws lines past Textual, where that is possible: it takes half the time."""

    @property
    def size(self) -> Size:
        """All of the widget: nothing drawn line by line has borders, padding or bars."""
        return self.outer_size  # Textual's own way to it is long, and drawing asks for it all the time

    def draw_line(self, y: int) -> Strip:
        """Line `y` of the widget as it should look now."""
        raise NotImplementedError

    def appearance(self) -> object:
        """All that decides how the widget looks, if that is quickly told: as long as it stays equal, no line is looked at."""
        return None

    def prepare(self) -> None:
        """Called before lines are drawn, and whenever the size has changed: a place to settle what is visible."""

    def render_line(self, y: int) -> Strip:
        """Draw one line for the compositor, and remember it as shown."""
        if self._drawn_size != self.size:
            self._drawn_size = self.size
            self._on_screen.clear()
            self._drawn.clear()
            self.prepare()
            self._top_on_screen = self.top
        strip = self._drawn.pop(y, None)
        if strip is None:
            self._appearance = None
            strip = self.draw_line(y)
        self._on_screen[y] = strip
        return strip

    def repaint(self) -> None:
        """Bring the screen up to date with as few cells as possible."""
        if self._drawn_size != self.size or not self._on_screen:
            return  # not drawn yet at this size: the compositor will ask for every line
        appearance = self.appearance()
        if appearance is not None and appearance == self._appearance:
            return
        self.prepare()
        self._appearance = self.appearance()
        lines = [self.draw_line(y) for y in range(self.size.height)]
        moved, self._top_on_screen = self.top - self._top_on_screen, self.top
        if moved:
            self.moved_by_terminal(moved, lines)
        self._drawn = {}
        if self.draw_straight is not None and self.draw_straight(self, self._lines_that_differ(lines)):
            return
        for y, line in enumerate(lines):
            shown = self._on_screen.get(y)
            if shown is None:
                self._drawn[y] = line
                self.refresh(Region(0, y, self.size.width, 1))
                continue
            if shown is line:
                continue
            span = changed_span(shown, line)
            if span is not None:
                self._drawn[y] = line
                self.refresh(Region(span[0], y, span[1] - span[0], 1))

    def _lines_that_differ(self, lines: Sequence[Strip]) -> Iterator[tuple[int, Strip]]:
        """What has to be drawn, and is on the screen from then on."""
        for y, line in enumerate(lines):
            shown = self._on_screen.get(y)
            if shown is not line and (shown is None or list(shown) != list(line)):
                self._on_screen[y] = line
                self._styles_cache.set_dirty(Region(0, y, 1, 1))  # Textual's memory of the line as it was
                yield y, line

    def moved_by_terminal(self, moved: int, lines: Sequence[Strip]) -> None:
        """Called when the content has moved up by `moved` lines, to look like `lines`: a place to let the terminal move its rows."""


def changed_span(before: Strip, after: Strip) -> tuple[int, int] | None:
    """The cells, half-open, in which two lines of equal width differ."""
    old, new = list(before), list(after)
    if old == new:
        return None
    old_cells, new_cells = list(_characters(old)), list(_characters(new))
    first = 0
    shortest = min(len(old_cells), len(new_cells))
    while first < shortest and old_cells[first] == new_cells[first]:
        first += 1
    if first == len(old_cells) == len(new_cells):
        return None
    last = 0
    while last < shortest - first and old_cells[-1 - last] == new_cells[-1 - last]:
        last += 1
    start = width_cells("".join(character for character, _ in new_cells[:first]))
    kept = width_cells("".join(character for character, _ in new_cells[len(new_cells) - last :]))
    return start, max(before.cell_length, after.cell_length) - kept


def line_of(runs: Iterable[Run], width: int, fill: Style | None = None) -> Strip:
    """A strip of exactly `width` cells: the runs, cut with an ellipsis or filled up with spaces."""
    segments: list[Segment] = []
    room = width
    for text, style in runs:
        if not text or room <= 0:
            continue
        cells = width_cells(text)
        if cells > room:
            text = clip(text, room)  # noqa: PLW2901 - the cut run
            cells = width_cells(text)
            segments.append(Segment(text, style or None))
            room -= cells
            break
        segments.append(Segment(text, style or None))
        room -= cells
    if room > 0:
        segments.append(Segment(" " * room, fill))
    return Strip(Segment.simplify(segments), width)


@lru_cache(maxsize=16)
def blank_line(width: int) -> Strip:
    """A line of nothing; the same one for the same width, so that it is quickly told from others."""
    return line_of([], width)


def marked_runs(text: str, style: Style, spans: Sequence[tuple[int, int]], mark: Style) -> list[Run]:
    """`text` in `style` with `spans` of it, in order and apart, in `mark`."""
    runs: list[Run] = []
    position = 0
    for start, end in spans:
        start, end = max(start, position), min(end, len(text))  # noqa: PLW2901 - clamped to the text
        if start >= end:
            continue
        runs += [(text[position:start], style), (text[start:end], mark)]
        position = end
    runs.append((text[position:], style))
    return [run for run in runs if run[0]]


def _characters(segments: Iterable[Segment]) -> Iterable[tuple[str, Style | None]]:
    for text, style, _ in segments:
        for character in text:
            yield character, style

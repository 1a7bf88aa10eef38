"""What Textual composed, as text at places of the screen. The one place that knows how its compositor hands it over."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from functools import cache

from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual._styles_cache import StylesCache
from textual.app import App
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

Runs = list[tuple[str, Style | None]]


@cache
def is_known_textual() -> bool:
    """Whether the installed Textual hands its frames over in the way that is read here (as 8.2 does)."""
    expected = (
        (LayoutUpdate.__init__, {"strips", "region"}),
        (ChopsUpdate.__init__, {"chops", "spans", "chop_ends"}),
        (getattr(App, "_display", None), {"screen", "renderable"}),
        (getattr(Screen, "_refresh_layout", None), {"size", "scroll"}),
        (getattr(StylesCache, "set_dirty", None), {"regions"}),
    )
    keeps_lines = "_styles_cache" in Widget.__init__.__code__.co_names
    return keeps_lines and all(
        function is not None and names <= set(inspect.signature(function).parameters) for function, names in expected
    )


def painted(update: CompositorUpdate) -> Iterator[tuple[int, int, Runs]]:
    """Column, row, and the text in its styles that shall stand there."""
    if isinstance(update, LayoutUpdate):
        for y, strips in enumerate(update.strips, update.region.y):
            yield update.region.x, y, [run for strip in strips for run in _runs(strip)]
    elif isinstance(update, ChopsUpdate):
        for y in dict.fromkeys(y for y, _, _ in update.spans):
            for x, strip in update.chops[y].items():
                if strip is not None:
                    yield x, y, list(_runs(strip))


def full_size(update: CompositorUpdate) -> tuple[int, int] | None:
    """Columns and rows of a frame that covers the whole screen; None for one that covers less."""
    return (update.region.width, update.region.height) if isinstance(update, LayoutUpdate) else None


def _runs(strip: Strip | Iterable[Segment]) -> Iterator[tuple[str, Style | None]]:
    for text, style, control in strip:
        if not control:
            yield text, style

"""What the explorer's screen asks of a search, be it one in memory or one in a library."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, Protocol

from briefing_tui.model.panes import PANES

Place = Literal["aid", "reactions", "events", "text"]
"""Where keys can go: a pane or the source text."""
PLACES: tuple[Place, ...] = (*PANES, "text")
Overlay = Literal["why", "help", "problems", "briefings", "facets", "saved", "fields"]
"""What may stand over the panes: the why panel in their place, others over the text too."""


class Search(Protocol):
    """A search from its first letter to the last hit."""

    @property
    def text(self) -> str:
        """The query as it was kept last."""
        ...

    def start(self) -> None:
        """Begin to type."""
        ...

    def retype(self) -> None:
        """What is typed has changed."""
        ...

    def keep(self) -> None:
        """Stop typing and stay at the hit."""
        ...

    def cancel(self) -> None:
        """Stop typing and go back to where it began."""
        ...

    def forget(self) -> bool:
        """Mark nothing any more; whether there was anything to forget."""
        ...

    def step(self, *, backwards: bool = False) -> None:
        """To the next or previous hit."""
        ...

    def counted(self) -> str:
        """What was found, in words; empty without a search."""
        ...

    def expanded(self) -> str:
        """What parts of the query were taken for, where that needs saying; else empty."""
        ...

    def spans_in(self, briefing: int) -> Sequence[tuple[int, int]]:
        """The hits in a briefing's text as offsets, in order."""
        ...

    def in_row(self) -> re.Pattern[str] | None:
        """Finds the words to mark in the folded cells of rows that are hits."""
        ...

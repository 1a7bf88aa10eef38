"""Taking along what is read: a sentence with where it stands."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from briefing_tui.model import trigger
from briefing_tui.telling.citing import citation, sentence_span
from briefing_tui.tui.clipboard import copying_of

if TYPE_CHECKING:
    from briefing_tui.tui.screens.explorer_screen import ExplorerScreen


def copy_quote(explorer: ExplorerScreen) -> None:
    """Copy the sentence at hand with its citation: that of the search hit in the text, else of the selected record."""
    record = explorer.record
    if explorer.place == "text" and explorer.reader.hit_now is not None:
        span = explorer.reader.hit_now
    elif record is not None:
        words = trigger(record)
        span = (words.start, words.end)
    else:
        explorer.status.say("Nothing is selected here")
        return
    quote = citation(explorer.briefing, *sentence_span(explorer.briefing, *span))
    copying = copying_of(quote, os.environ)
    # Textual's own way sends any length, and knows neither tmux nor screen.
    explorer.app._clipboard = quote  # noqa: SLF001 - what was copied last, for those who paste here
    driver = explorer.app._driver  # noqa: SLF001 - there is no public way to it
    if driver is not None and copying.sequence:
        driver.write(copying.sequence)
    explorer.status.say(" · ".join(filter(None, [copying.words, explorer.keep(quote)])))

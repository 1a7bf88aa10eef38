"""Where a person is, in words that hold beyond the session; and the way back there the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing_tui.model.panes import PANES
from briefing_tui.tui.remembering import LastPlace

if TYPE_CHECKING:
    from briefing_tui.tui.screens.explorer_screen import ExplorerScreen

WELCOME: Final = "Back where you left off"


def place_of(explorer: ExplorerScreen) -> LastPlace | None:
    """Where the person is; None while something is typed, which may still be dropped."""
    if explorer.status.box is not None or explorer.reader.briefing is None:
        return None
    record = explorer.record
    return LastPlace(
        explorer.search.text,
        explorer.pane,
        explorer.place == "text",
        explorer.briefing.sha256,
        record.id if record is not None else "",
        explorer.reader.offset_at_top(),
    )


def go_back_to(explorer: ExplorerScreen, place: LastPlace) -> bool:
    """Go as near to a place as is possible by now; whether that is all the way."""
    number = explorer.listing.number_of(place.document)
    if number is None:
        return False
    before = _spot(explorer)
    explorer.number = number
    for pane in PANES:
        explorer.select_in(pane)
    row = explorer.listing.row_of(place.pane, number, place.record) if place.record else None
    if row is not None:
        explorer.pane = place.pane
        explorer.lists[place.pane].select(row)
    if place.is_in_text:
        explorer.place = "text"
    elif row is not None:
        explorer.place = place.pane
    explorer.reader.show(explorer.briefing, number)
    explorer.mark_evidence()
    explorer.reader.begin_at(place.offset)
    if not explorer.status.is_problem and (place.query or place.offset or _spot(explorer) != before):
        explorer.status.say(f"{WELCOME} · esc clears the query" if place.query else WELCOME)
    return row is not None or not place.record


def _spot(explorer: ExplorerScreen) -> tuple[object, ...]:
    return explorer.number, explorer.pane, explorer.place, explorer.lists[explorer.pane].cursor

"""Warships by the prefix of their navy: "HMS Diamond", "USS Abraham Lincoln carrier strike group"."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.events.participants import Party
from briefing_tui.extracting.passages import Passage

_SHIP: Final = re.compile(
    r"\b(?:USS|HMS|HMCS|HMAS|HNLMS|INS|BRP|ROKS|TCG|KRI|JS|FS|ITS)(?: [A-Z][\w’'-]+){1,3}(?: carrier(?: strike)? group)?"
)  # prefixes in use by the navies of the United States, Britain, Canada, Australia, the Netherlands, India and Israel and others


def with_ships(passage: Passage, parties: list[Party]) -> list[Party]:
    """The parties with every ship of a navy as one, in place of what was read within its name."""
    if not any(token.low in _PREFIXES for token in passage.tokens if token.capital):
        return parties
    for match in _SHIP.finditer(passage.text):
        start, end = passage.start + match.start(), passage.start + match.end()
        inside = [party for party in parties if party.start < end and party.end > start]
        end = max([end, *(party.end for party in inside if party.is_any({"warship"}))])
        first = inside[0] if inside else None
        ship = Party(
            start,
            end,
            frozenset({"warship"}),
            first.actors if first is not None and first.mention is not None and first.mention.person is None else (),
            preposition=first.preposition if first is not None else None,
        )
        parties = sorted((*(party for party in parties if party not in inside), ship), key=lambda party: party.start)
    return parties


_PREFIXES: Final = frozenset("uss hms hmcs hmas hnlms ins brp roks tcg kri js fs its".split(" "))

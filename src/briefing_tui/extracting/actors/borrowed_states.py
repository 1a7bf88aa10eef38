"""States that words take from others beside them: a minister from a colleague or from what he says, "both sides" from a hyphen."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.actors.atoms import AtomRow
from briefing_tui.extracting.actors.owners import Phrase, actor_of
from briefing_tui.extracting.passages import Mention
from briefing_tui.model import Actor

_STATE_CODE: Final = 3


def joined_state(row: AtomRow, phrase: Phrase, mentions: list[Mention]) -> Actor | None:
    """The state of a titled person named right before "and" and this one, who has none of their own."""
    before = phrase.first - 1
    if before < 1 or row.letters[before] != "a" or not mentions:
        return None
    last = mentions[-1]
    close = last.kind == "person" and last.role and 0 <= row.atoms[before].start - last.end <= len(", ")
    return last.actors[0] if close and len(last.actors) == 1 and len(last.actors[0].code) == _STATE_CODE else None


def state_ahead(row: AtomRow, phrase: Phrase) -> str | None:
    """The state whose own intentions a minister tells: "says Pakistan wants", "says Australian troops will stay"."""
    for match in _OWN_CLAUSE.finditer(row.letters, phrase.last):
        verbs = [atom.low for atom in row.atoms[match.end() : match.end() + 2]]
        plain = row.letters[match.start()] == "S"
        if (verbs[0] in _WILLING if plain else verbs[0] in _GOING) or (
            plain and verbs[0] in ("is", "was") and verbs[-1] in _PREPARED
        ):
            actor = actor_of(row.atoms[match.start()])
            return actor.code if actor is not None and len(actor.code) == _STATE_CODE else None
    return None


_OWN_CLAUSE: Final = re.compile(r"(?<=[lf])S(?=l)|(?<![DSCo])Dq{0,2}[BG](?=l)")
"""A state that opens a clause, or the forces of one, as letters."""
_WILLING: Final = frozenset("wants might hopes plans intends supports stands welcomes needs regrets prefers may could".split())
_GOING: Final = frozenset("will would".split())
_PREPARED: Final = frozenset("ready prepared willing determined committed considering hoping planning keen".split())


def hyphened_pair(row: AtomRow) -> tuple[Actor, ...]:
    """The two states that a hyphen joins: "an Israeli-Palestinian meeting"; empty without such a pair."""
    match = _HYPHENED.search(row.letters)
    if match is None:
        return ()
    pair = tuple(actor for index in (match.start(), match.end() - 1) if (actor := actor_of(row.atoms[index])) is not None)
    return pair if len({actor.code for actor in pair}) == len(match[0]) - 1 else ()


_HYPHENED: Final = re.compile(r"[DS]-[DS]")

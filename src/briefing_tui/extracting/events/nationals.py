"""People named by where they come from: "six Palestinians", "three Sudanese", "two Tigrayans"."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.passages import Mention, Passage
from briefing_tui.model import Actor

_COUNTED: Final = re.compile(
    r"\b(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|dozens of|hundreds of|scores of|thousands of)"
    r" (?:(?:more|other|young|unarmed|innocent|ethnic) )?([A-Z][a-z]{2,}(?:ans|is|ese|ards))\b"
)
_NUMBERS: Final = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty thirty forty fifty several more many some of other".split(
        " "
    )
)
_AFTER: Final = frozenset(
    ", . ; : and or in at near on by from during after when who was were is are have had has had as with over under around off inside outside dead".split(
        " "
    )
)
"""What follows a nationality that stands for its people and modifies no noun."""


def national_ends(passage: Passage) -> frozenset[int]:
    """Where the words end that mean people of a nation, and not the nation or something of it."""
    ends: set[int] = set()
    for hit in passage.of("state"):
        if hit.how == "people" or (hit.how == "demonym" and _stands_alone(passage, hit.start, hit.end)):
            ends.add(hit.end)
    return frozenset(ends)


def _stands_alone(passage: Passage, start: int, end: int) -> bool:
    """Whether a nationality is counted and has no noun after it: "three Sudanese in the camp"."""
    first, last = passage.token_at(start), passage.token_at(end)
    following = passage.tokens[last].low if last < len(passage.tokens) else "."
    before = passage.tokens[first - 1].low if first else ""
    return following in _AFTER and (before in _NUMBERS or before.replace(",", "").isdigit())


def counted_peoples(passage: Passage) -> list[tuple[int, int]]:
    """The spans of counted peoples whatever their name: "two Tigrayans"."""
    return [(passage.start + match.start(1), passage.start + match.end(1)) for match in _COUNTED.finditer(passage.text)]


def with_hyphened(actors: tuple[Actor, ...], mention: Mention, before: Mention | None) -> tuple[Actor, ...]:
    """The actors of both halves of a name with a hyphen: "U.S.-British"."""
    if before is None or mention.start != before.end + 1 or not mention.adjective:
        return actors
    known = {actor.code for actor in actors}
    return (*(actor for actor in before.actors if actor.code not in known), *actors)

"""Lists of targets: "claiming strikes on: – A. – B." is one event for each item, told in the words of its introduction."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing_tui.extracting.candidates import Candidate
from briefing_tui.extracting.locations import locations_in
from briefing_tui.extracting.participants import Party, find_parties
from briefing_tui.extracting.passages import Passage, Reading

_TAIL_TOKENS: Final = 7
_ITEM_TOKENS: Final = 12
_LISTED: Final = frozenset({"strike", "ground_assault", "territory_change", "naval_incident", "sabotage", "withdrawal", "cyber"})


def introduces_targets(candidate: Candidate) -> bool:
    """Whether the trigger stands at the end of a list's introduction: "strikes on the following targets:"."""
    passage = candidate.passage
    if candidate.action not in _LISTED or not passage.text.rstrip().endswith(":"):
        return False
    return len(passage.between(candidate.hit.end, passage.end)) <= _TAIL_TOKENS


def read_item(reading: Reading, passage: Passage, introductions: dict[int, Candidate]) -> tuple[Candidate, list[Party]] | None:
    """The event a list item tells by naming a place or a thing to be hit; None when its list has no introduction of that kind.

    `introductions` maps the index of an introducing passage to its trigger.
    """
    introduction = next(
        (introductions[p.index] for p in reversed(reading.introduction_of(passage)) if p.index in introductions), None
    )
    if introduction is None or not passage.tokens:
        return None
    parties = find_parties(passage, frozenset(), frozenset(), [])
    if not locations_in(passage) and not any(party.is_any({"site", "territory", "vessel", "warship"}) for party in parties):
        return None
    words = [token for token in passage.tokens if token.low.isalnum() or len(token.low) > 1]
    if not words:
        return None
    last = words[0]
    for token in passage.tokens[passage.token_at(words[0].start) :][:_ITEM_TOKENS]:
        if token.low in {".", ";", ":", "(", "–", "—"}:
            break
        last = token
    return replace(
        introduction,
        passage=passage,
        start=words[0].start,
        end=last.end,
        objects=tuple(parties),
        weapons=(),
        roles=None,
        rule="listed-target",
        definite=False,
    ), parties

"""Places carried from one sentence to the next: "the town" is the one named last, and what a paragraph tells on happened where it was."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.events.event_places import is_modifier
from briefing_tui.extracting.events.locations import Location, locations_in
from briefing_tui.extracting.events.party_words import PREPOSITIONS
from briefing_tui.extracting.events.told import Told
from briefing_tui.extracting.passages import Passage, Reading
from briefing_tui.model.patterns import compile_later

_ANAPHOR: Final = compile_later(
    r"\b(?:(?:the|this|that|its|their) (?:(?:same|besieged|border|port|coastal|northern|southern|eastern|western|key|strategic|nearby) )?"
    r"(?P<noun>town|city|village|settlement|port|airport|airfield|base|air base|camp|facility|compound|hospital|island|strip|enclave|region|province|area|district|capital|waterway|reservoir|plant|refinery|bridge|suburb|site)"
    r"|(?P<there>there))\b(?!-)",
    re.IGNORECASE,
)
_OPENING: Final = re.compile(
    r"(?:In|At|Near|Outside) (?:the )?(?:nearby |neighbou?ring )?(?:(?:city|town|village|region|port) of )?"
)
_TOWNS: Final = frozenset({"town", "city", "village", "settlement", "port", "capital", "suburb", "district"})
_REGIONS: Final = frozenset({"region", "province", "strip", "enclave", "waterway", "island"})
_FAMILY: Final = frozenset(
    {"strike", "ground_assault", "territory_change", "naval_incident", "other", "targeted_killing", "abduction"}
)
_ELSEWHERE: Final = frozenset({"elsewhere", "separately", "meanwhile", "also"})
_PLACED: Final = frozenset(
    {
        "strike",
        "ground_assault",
        "territory_change",
        "withdrawal",
        "naval_incident",
        "other",
        "blockade",
        "abduction",
        "sabotage",
        "troop_deployment",
    }
)
_SITES: Final = frozenset({"base", "air base", "facility", "compound", "hospital", "camp", "site", "airfield"})
_STORY_REACH: Final = 6
_BACK: Final = 3
_CLAUSE_REACH: Final = 90


def carry_places(reading: Reading, events: list[Told]) -> None:
    """Give events without a place the one their words or their paragraph refer to."""
    placed: Told | None = None
    for event in events:
        if event.place is None and event.action in _PLACED and not event.heading and event.candidate.rule != "reference":
            place = _meant(reading, event, placed)
            if place is not None:
                event.place, event.place_rule = place, "place-meant"
            elif placed is not None and _goes_on(placed, event):
                event.place, event.place_rule = placed.place, "place-carried"
            else:
                opened = _opened_on(reading, event)
                if opened is not None:
                    event.place, event.place_rule = opened, "place-the-paragraph-opens-on"
        if event.place is not None and event.place.rank > 0 and not event.heading:
            placed = event


def _meant(reading: Reading, event: Told, placed: Told | None) -> Location | None:
    """The place that "the town" or "there" in the event's clause means: the last one named before that it fits."""
    candidate = event.candidate
    passage = candidate.passage
    low = candidate.hit.start - (_CLAUSE_REACH if candidate.roles is None else 0)
    match = _ANAPHOR.search(
        reading.text, max(passage.start, low, candidate.start), min(passage.end, candidate.hit.end + _CLAUSE_REACH)
    )
    if match is None or any(
        word in reading.text[candidate.hit.end : match.start()] for word in (";", " after ", " which ", " who ", " said")
    ):
        return None
    noun = (match["noun"] or "there").lower()
    if noun == "capital":
        return _capital(reading, passage)
    own = [place for place in locations_in(passage) if place.end <= match.start() and _is_where(passage, place)]
    for place in reversed(own):
        if _fits(place, noun):
            return place
    for earlier in reversed(reading.passages[max(0, passage.index - _BACK) : passage.index]):
        for place in reversed(locations_in(earlier)):
            if _fits(place, noun) and _is_where(earlier, place):
                return place
    if noun in _SITES and placed is not None and placed.place is not None and placed.place.rank == 2:
        return placed.place if passage.index - placed.candidate.passage.index <= _STORY_REACH else None
    return None


def _opened_on(reading: Reading, event: Told) -> Location | None:
    """The place the sentence before opens on: "In Kharkiv, the minister was shown a school. He saw a bomb that …"."""
    passage = event.candidate.passage
    if not passage.index or event.action not in {"strike", "ground_assault"} or locations_in(passage):
        return None
    before = reading.passages[passage.index - 1]
    if before.sentence.block != passage.sentence.block:
        return None
    opening = _OPENING.match(before.text)
    if opening is None:
        return None
    return next((place for place in locations_in(before) if place.start - before.start == opening.end() and place.rank > 0), None)


def _is_where(passage: Passage, place: Location) -> bool:
    """Whether a place's name says where, and not who speaks: "in Goma", but not "Baku's prosecutor", "Moscow said"."""
    if is_modifier(passage, place) or passage.text[place.end - passage.start :].startswith(("'s", "’s")):
        return False
    index = passage.token_at(place.start)
    before = [token.low for token in passage.tokens[max(0, index - 3) : index]]
    return bool(
        set(before)
        & (PREPOSITIONS | {"entered", "captured", "seized", "retook", "took", "reached", "bombed", "shelled", "struck", "hit"})
    )


def _capital(reading: Reading, passage: Passage) -> Location | None:
    """The capital city a text has named, when it has named but one."""
    found = {
        hit.entry.key: Location(hit.start, hit.end, reading.text[hit.start : hit.end], hit.entry.key, 2)
        for near in reading.passages[: passage.index + 1]
        for hit in near.of("state")
        if hit.how == "capital"
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _fits(place: Location, noun: str) -> bool:
    if noun == "there":
        return place.rank > 0
    if noun in _TOWNS:
        return place.rank == 2 or (noun in {"city", "town"} and place.rank == 1 and " " not in place.name)
    if noun in _REGIONS:
        return place.rank == 1
    if noun == "area":
        return place.rank > 0
    return place.rank == 2 and (noun in place.name.lower() or noun in {"facility", "site", "compound"})


def _goes_on(placed: Told, event: Told) -> bool:
    """Whether the next sentence of a paragraph goes on with what was told of a place."""
    passage: Passage = event.candidate.passage
    before = placed.candidate.passage
    if passage.sentence.block != before.sentence.block or not 0 < passage.index - before.index <= 2:
        return False
    if event.action not in _FAMILY or placed.action not in _FAMILY or locations_in(passage):
        return False
    if passage.tokens and passage.tokens[0].low in _ELSEWHERE - {"also"}:
        return False
    return not event.codes or event.codes == placed.codes

"""Lists of targets are one event for each: items under "claiming strikes on:", and places in a row, "strikes on A, B and C"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing_tui.extracting.events.candidates import Candidate
from briefing_tui.extracting.events.locations import locations_in
from briefing_tui.extracting.events.participants import Party, find_parties
from briefing_tui.extracting.passages import Passage, Reading

_TAIL_TOKENS: Final = 7
_ITEM_TOKENS: Final = 12
_LIST_LENGTH: Final = 3
_LINKS: Final = frozenset({",", "and", "the", "as", "well", "in"})
_UNITS: Final = ("raion", "oblast", "region", "province", "district", "governorate", "prefecture", "county", "state")
"""Words that end the name of an area a place lies in."""
_SPLIT: Final = frozenset({"strike", "ground_assault"})
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


def split_places(candidate: Candidate, parties: list[Party]) -> list[Candidate]:
    """The candidate, and one more for each further place of a list of three or more: "strikes on A, B and C"."""
    if candidate.action not in _SPLIT or candidate.rule == "reference":
        return [candidate]
    run: list[Party] = []
    for party in parties:
        if party.start < candidate.hit.end:
            continue
        if party.place is None or party.place.rank == 0 or (run and party.preposition != run[-1].preposition):
            if run:
                break
            continue
        if run and not all(token.low in _LINKS for token in candidate.passage.between(run[-1].end, party.start)):
            break
        run.append(party)
    if len(run) < _LIST_LENGTH or run[0].preposition is None or not _is_list(candidate.passage, run):
        return [candidate]
    return [
        replace(candidate, place=run[0].place),
        *(
            replace(
                candidate, start=party.start, end=party.end, objects=(party,), place=party.place, roles=None, rule="listed-place"
            )
            for party in run[1:]
        ),
    ]


def _is_list(passage: Passage, run: list[Party]) -> bool:
    """Whether places in a row stand side by side ("A, B and C") and not each within the next ("A, B district, C province")."""
    gaps = passage.between(run[0].end, run[-1].start)
    within = any(passage.text[: party.end - passage.start].lower().endswith(_UNITS) for party in run[1:])
    return not within and any(token.low in {"and", "well"} for token in gaps)

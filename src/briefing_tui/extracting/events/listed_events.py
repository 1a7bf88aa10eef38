"""Lists of targets are one event for each: items under "claiming strikes on:", and places in a row, "strikes on A, B and C"."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Final

from briefing_tui.extracting.events.candidates import Candidate
from briefing_tui.extracting.events.clauses import BE, HAVE
from briefing_tui.extracting.events.locations import locations_in
from briefing_tui.extracting.events.participants import Party, find_parties
from briefing_tui.extracting.passages import Passage, Reading, Token

_TAIL_TOKENS: Final = 7
_ITEM_TOKENS: Final = 12
_LIST_LENGTH: Final = 3
_LINKS: Final = frozenset({",", "and", "the", "as", "well", "in"})
_UNITS: Final = ("raion", "oblast", "region", "province", "district", "governorate", "prefecture", "county", "state")
"""Words that end the name of an area a place lies in."""
_HIT: Final = frozenset({"site", "territory", "place", "vessel", "warship"})
_GAP_TOKENS: Final = 9
_LINK_TOKENS: Final = 5
_DATE_REACH: Final = 8
_SPLIT: Final = frozenset({"strike", "ground_assault", "territory_change"})
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
    further = _further(candidate, parties)
    if further:
        return [candidate, *further]
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


def _further(candidate: Candidate, parties: list[Party]) -> list[Candidate]:
    """What the same words tell of a second target: "one hit the airport and another the port", "A in May and B in June", "A as well as B"."""
    passage = candidate.passage
    objects = [party for party in parties if party.start >= candidate.hit.end]
    tokens = passage.tokens
    out: list[Candidate] = []
    for left, right in itertools.pairwise(objects):
        if not right.is_any(_HIT) or out:
            continue
        gap = passage.between(left.end, right.start)
        words = [token.low for token in gap]
        if not words or len(words) > _GAP_TOKENS or ";" in words:
            continue
        start = right.start
        gapped = next(
            (i for i, word in enumerate(words) if word in {"another", "others"} and i and words[i - 1] in {"and", ","}), None
        )
        if gapped is not None and gapped + 3 >= len(words) and candidate.roles is not None:
            start = gap[gapped].start
        elif not _begins_another(words) and not _is_dated_pair(passage, left, right, gap):
            continue
        if any(token.start in {hit.start for hit in passage.of("event", "deed") if hit.how.startswith("verb")} for token in gap):
            continue
        following = passage.token_at(right.end)
        if following < len(tokens) and tokens[following].low in BE | HAVE:
            continue
        out.append(
            replace(candidate, start=start, end=right.end, objects=(right,), place=right.place, roles=None, rule="further-target")
        )
    return out


def _begins_another(words: list[str]) -> bool:
    """Whether the words between two targets are "as well as (a)" or "along with (the)"."""
    text = " ".join(words).strip(", ")
    return text.startswith(("as well as", "along with")) and len(words) <= _LINK_TOKENS


def _is_dated_pair(passage: Passage, left: Party, right: Party, gap: list[Token]) -> bool:
    """Whether each of two places has its own day: "Goma on 27 January and Bukavu on 14 February"."""
    if left.place is None or right.place is None or left.place.rank != right.place.rank:
        return False
    words = [token.low for token in gap]
    between = any(left.end <= date.start and date.end <= right.start for date in passage.dates)
    after = any(0 <= date.start - right.end <= _DATE_REACH for date in passage.dates)
    return between and after and "and" in words[-2:] + words[-1:] and not {"to", "between", "from"} & set(words)


def _is_list(passage: Passage, run: list[Party]) -> bool:
    """Whether places in a row stand side by side ("A, B and C") and not each within the next ("A, B district, C province")."""
    gaps = passage.between(run[0].end, run[-1].start)
    within = any(passage.text[: party.end - passage.start].lower().endswith(_UNITS) for party in run[1:])
    return not within and any(token.low in {"and", "well"} for token in gaps)

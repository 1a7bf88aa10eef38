"""What convoys, ships, flights and trucks of aid carry."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from briefing_tui.extracting.aid.chains import Given, coordinated, is_filler
from briefing_tui.extracting.aid.context import AidContext
from briefing_tui.extracting.aid.government import fights_here
from briefing_tui.extracting.aid.item_phrases import Thing
from briefing_tui.extracting.aid.receiving import recipients_in
from briefing_tui.extracting.aid.verbs import AidVerb
from briefing_tui.extracting.passages import Passage
from briefing_tui.model.patterns import compile_later
from briefing_tui.model.vocabulary import AidStatus

_CARRIERS: Final = compile_later(
    r"\b(?:trucks?|lorr(?:y|ies)|convoys?|ships?|vessels?|flights?|planes?|aircraft|air forces?|trains?|vehicles?|boats?|barges?|flotilla|wagons?|teams?|agenc(?:y|ies)|c-130s?|c-17s?|il-76s?|an-124s?|antonovs?|cargo)\b",
    re.IGNORECASE,
)
_FREIGHT: Final = frozenset({"humanitarian", "medical", "energy", "equipment", "ammunition", "small_arms"})


_HIT: Final = compile_later(
    r",?(?: (?:that|which|when))?(?: \w+){0,4}? (?:was |were |came under |has been |had been )?(?:hit|struck|targeted|attack(?:ed)?|seized|sunk|hijacked|intercepted|fire)\b",
    re.IGNORECASE,
)
"""After the load of a ship that is told of because it was attacked."""


def _is_freight(thing: Thing) -> bool:
    """Whether ships and trucks of aid carry such things, "weapons" among them."""
    return thing.item_class in _FREIGHT or (thing.item_class == "other" and thing.generic)


def cargo(context: AidContext, passage: Passage, verb: AidVerb, things: Sequence[Thing]) -> list[Given]:
    """What convoys, ships and flights of aid carry."""
    first = next((thing for thing in things if thing.start >= verb.end), None)
    if first is None or not context.on_subject:
        return []
    dropped = _DROPPED.match(passage.text, verb.start - passage.start) and first.quantity is not None
    if not dropped and not _CARRIERS.search(passage.text[: verb.start - passage.start]):
        return []
    if dropped and first.item_class not in {"humanitarian", "medical"}:
        return []
    if any(not is_filler(passage, token) for token in passage.between(verb.end, first.start)):
        return []
    chain = coordinated(passage, things, first)
    if any(first.start <= mention.start < first.end and mention.adjective for mention in passage.mentions):
        return []
    if not all(_is_freight(thing) for thing in chain) or _HIT.match(passage.text, chain[-1].end - passage.start):
        return []
    carrier = next(
        (thing for thing in reversed(things) if thing.end <= verb.start and len(passage.between(thing.end, verb.start)) <= 1),
        None,
    )
    return [Given(passage, load, "cargo", verb.status, verb.hit, 0.75) for load in _loads(carrier, chain)]


_DROPPED: Final = compile_later(r"drop", re.IGNORECASE)


def under_way(context: AidContext, passage: Passage, things: Sequence[Thing], verbs: Sequence[AidVerb]) -> list[Given]:
    """Things said to be waiting at a border, ready to go or bound for who needs them ("4,000 tonnes of flour waiting in Egypt")."""
    del verbs
    out: list[Given] = []
    if not context.on_subject:
        return out
    for thing in things:
        relief = thing.item_class in {"humanitarian", "medical"} and thing.quantity is not None
        load = load_of(passage, things, thing)
        if load and context.near(passage.index) and _WAITING.match(passage.text, load[-1].end - passage.start):
            out.extend(Given(passage, member, "cargo", "in_delivery", None, 0.65) for member in load)
            continue
        match = _WAITING.match(passage.text, thing.end - passage.start)
        if match is None or not (relief or (match["bound"] and (thing.named or thing.quantity is not None))):
            continue
        if fights_here(passage, thing.start, thing.end, things) or thing.item_class in {"aviation", "naval"}:
            continue
        if match["bound"] and not any(context.is_receiver(side) for side in recipients_in(context, passage)):
            continue
        status: AidStatus = "in_delivery" if match["bound"] else "announced"
        out.append(Given(passage, thing, "under-way", status, None, 0.65))
    return out


_WAITING: Final = compile_later(
    r",?\s+(?:(?:is|are|was|were|that (?:is|are|was|were)|have|has|had|been|already|now|still|currently)\s+){0,3}(?:waiting|(?:stood|standing|sat|sitting|parked|backed up) (?:at|on|in|near)|ready|stuck|stranded|pre-?positioned|stockpiled|queu(?:ing|eing|ed)|on standby|held up|lined up|piled up"
    r"|(?P<bound>on (?:its|their|the) way to|en route to|bound for|destined for|intended for|meant for|earmarked for|headed (?:to|for)))\b",
    re.IGNORECASE,
)


def _loads(carrier: Thing | None, chain: list[Thing]) -> list[Thing]:
    """The things carried, each with its number; without numbers they are one load, counted by their carriers ("30 lorries carrying flour")."""
    if any(thing.quantity is not None for thing in chain):
        return chain
    if carrier is not None and carrier.quantity is not None and carrier.count != 1:
        return [replace(carrier, end=chain[-1].end, item_class=chain[0].item_class, weak=False, named=False, generic=False)]
    return [replace(chain[0], end=chain[-1].end)]


def load_of(passage: Passage, things: Sequence[Thing], carrier: Thing) -> list[Thing]:
    """What a ship, plane or truck that is sent has on board ("a plane with 40 tons of medicine"); empty when it is no carrier."""
    if carrier.item_class not in {"naval", "aviation", "vehicle", "humanitarian"}:
        return []
    base = passage.start
    match = _LOADED.match(passage.text, carrier.end - base)
    if match is None or not _CARRIERS.search(passage.text, carrier.start - base, carrier.end - base):
        return []
    first = next((thing for thing in things if thing.start >= base + match.end()), None)
    if first is None or any(not is_filler(passage, token) for token in passage.between(base + match.end(), first.start)):
        return []
    chain = coordinated(passage, things, first)
    return _loads(carrier, chain) if all(_is_freight(thing) for thing in chain) else []


_LOADED: Final = compile_later(
    r",?\s+(?:each )?(?:with|carrying|bearing|bringing|(?:loaded|laden|packed|filled|piled|stocked) with|full of|containing|holding)\b(?: (?:some|about|nearly|a total of))?",
    re.IGNORECASE,
)


def brought(context: AidContext, passage: Passage, verb: AidVerb, things: Sequence[Thing]) -> list[Given]:
    """What a plane, ship or team arrived or left with."""
    match = _WITH_LOAD.match(passage.text, verb.end - passage.start)
    if match is None or not context.on_subject:
        return []
    at = passage.start + match.end()
    first = next((thing for thing in things if thing.start >= at), None)
    if first is None or any(not is_filler(passage, token) for token in passage.between(at, first.start)):
        return []
    if fights_here(passage, verb.start, first.start, things):
        return []
    chain = coordinated(passage, things, first)
    relief = first.item_class in {"humanitarian", "medical", "energy"}
    if not relief and first.quantity is None:
        carried = _CARRIERS.search(passage.text[: verb.start - passage.start]) or (len(chain) > 1 and not first.generic)
        if (first.item_class == "other" and not first.generic) or not carried:
            return []
    return [Given(passage, thing, "cargo", verb.status, verb.hit, 0.7) for thing in chain]


_WITH_LOAD: Final = compile_later(r"(?! up)[^.;,]{0,80}?\b(?:with|carrying|bringing|laden with|loaded with)\b")

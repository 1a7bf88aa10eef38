"""Things that only look given: machines on the move by themselves, the trucks that carry what is given, supplies cut off, goods of trade."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from briefing_tui.extracting.aid.chains import FIGHTING, Given
from briefing_tui.extracting.aid.context import AidContext
from briefing_tui.extracting.aid.receiving import recipients_in
from briefing_tui.extracting.passages import Passage
from briefing_tui.model.patterns import compile_later

_MACHINES: Final = frozenset({"uav", "missile", "aviation", "naval", "armoured_vehicle", "vehicle"})
_RELIEF: Final = frozenset({"humanitarian", "medical", "energy"})


def only_looks_given(context: AidContext, passage: Passage, given: Given, others: Sequence[Given]) -> bool:
    """Whether what a rule took for a gift is something else in its sentence; `others` are all that were found there."""
    thing = given.thing
    words = passage.text[thing.start - passage.start : thing.end - passage.start].lower()
    return (
        _moves_by_itself(context, passage, given, others)
        or _rushes_to_a_scene(context, passage, given)
        or _is_bare_carrier(words, given, others)
        or _is_cut_off(passage, given)
        or _is_traded(passage, words)
        or _is_carried_by_someone(context, passage, given)
        or (
            thing.quantity is None
            and _ADDED.match(words) is not None
            and _APPOSED.search(passage.text, 0, thing.start - passage.start) is not None
        )
        or _explains(passage, given, others)
        or _is_figure_of_speech(passage, given, words)
        or (thing.start > passage.start and _FIGURATIVE.match(passage.text, thing.start - passage.start) is not None)
    )


def _moves_by_itself(context: AidContext, passage: Passage, given: Given, others: Sequence[Given]) -> bool:
    """Whether a machine only goes somewhere ("the tanks entered the town"): no word near by tells that it is a gift."""
    if given.verb is None or given.verb.entry.get("frame") != "arrive" or given.thing.item_class not in _MACHINES:
        return False
    if context.relief and given.thing.item_class == "vehicle" and given.thing.quantity is not None:
        return False
    if any(other.verb == given.verb and other.thing.item_class not in _MACHINES for other in others):
        return False
    if FIGHTING.search(passage.text):
        return not (passage.has("handover") or _GIFT.search(passage.text))
    reach = 0 if given.thing.item_class in {"uav", "missile"} else 1
    around = context.reading.passages[max(0, passage.index - reach) : passage.index + reach + 1]
    return not any(_names_help(place) or _GIFT.search(place.text) for place in around)


def _names_help(passage: Passage) -> bool:
    """Whether a noun of aid, and not only one of arms, stands in the sentence."""
    return passage.has("handover", "mechanism") or any(hit.entry.key != "weapons" for hit in passage.of("aid_noun"))


_GIFT: Final = compile_later(
    r"\b(?:donat\w+|promised|pledged|gifts?|supplied|provided|deliver(?:y|ies|ed)|shipments?|consignments?|batch|sent by|given by|handed over|arms deal|ordered|first)\b",
    re.IGNORECASE,
)
"""Words that tell a gift on its way from a machine on a mission."""


def _rushes_to_a_scene(context: AidContext, passage: Passage, given: Given) -> bool:
    """Whether a ship, aircraft or vehicle is sent to act itself ("the destroyer was rushed to the scene", "vessels were mobilised")."""
    if given.verb is None or given.thing.item_class not in {"naval", "aviation", "vehicle", "uav"}:
        return False
    words = passage.text[given.thing.start - passage.start : given.thing.end - passage.start]
    if (
        given.rule == "subject-of-giving"
        and _WARSHIP.search(words)
        and not (passage.has("handover") or _GIFT.search(passage.text))
    ):
        return True
    after = passage.text[given.verb.start - passage.start : given.verb.start - passage.start + 60]
    if _TO_ACT.match(after):
        return True
    return _MOBILISED.match(after) is not None and not any(context.is_receiver(side) for side in recipients_in(context, passage))


_WARSHIP: Final = compile_later(
    r"\b(?:aircraft carriers?|destroyers?|warships?|frigates?|submarines?|strike groups?|bombers?|cruisers?)$", re.IGNORECASE
)
_TO_ACT: Final = compile_later(
    r"\w+ (?:\w+ )?(?:to (?:the |an? )?(?:\w+ )?(?:scene|area|site|rescue|crash|wreck|strait|region|waters|coast|border)\b|to (?:give chase|search|patrol|monitor|escort|intercept|track|shadow|evacuate|rescue|help (?:search|rescue|find)|pick up))",
    re.IGNORECASE,
)
_MOBILI: Final = r"(?:mobili[sz]|scrambl|dispatch|deploy|rush)\w*"
_MOBILISED: Final = compile_later(_MOBILI + r"\b", re.IGNORECASE)


def _is_bare_carrier(words: str, given: Given, others: Sequence[Given]) -> bool:
    """Whether a convoy, truck or ship is named without what it carries, or its load is told besides."""
    if _CONVOY.fullmatch(words):
        return given.thing.quantity is None or given.thing.count == 1
    return (
        given.rule not in {"cargo", "list-of-aid"}
        and _CARRIER.search(words) is not None
        and any(other.rule == "cargo" and other.thing.start > given.thing.end for other in others)
    )


_CONVOY: Final = compile_later(
    r"(?:\w+ ){0,3}(?:convoys?|aid trucks?|aid ships?|aid flights?|relief flights?|humanitarian trucks?)", re.IGNORECASE
)
_CARRIER: Final = compile_later(
    r"(?:trucks?|lorr(?:y|ies)|convoys?|vehicles|planes?|aircraft|ships?|vessels?|flights?)$", re.IGNORECASE
)


def _is_cut_off(passage: Passage, given: Given) -> bool:
    """Whether supplies are named as what is lacking or kept out ("has cut off all supplies, including food and fuel")."""
    if given.rule not in {"included-in-aid", "apposed-to-package", "object-of-giving", "inverted-list", "noun-of-handing-over"}:
        return False
    lead = passage.text[max(0, given.thing.start - passage.start - 140) : given.thing.start - passage.start]
    if given.thing.item_class in _RELIEF or given.thing.item_class == "equipment" or given.thing.generic:
        return given.thing.quantity is None and _LACKING.search(lead) is not None
    return given.rule == "included-in-aid" and _LOST.search(lead) is not None


_LACKING: Final = compile_later(
    r"\b(?:cut(?:ting)? off|block(?:s|ed|ing|ade)|shut(?:ting)? off|sealed off|depriv\w+|ban(?:s|ned|ning)|halt(?:s|ed|ing) (?:all |the )?(?:entry|flow)|prevent(?:s|ed|ing)?|obstruct\w*|shortages?|scarcity"
    r"|lack(?:s|ed|ing)?|ran out|run(?:ning)? (?:out|low|short)|without|dwindl\w+|deplet\w+|not enough|insufficient|prices? (?:of|for)|loot(?:s|ed|ing)?|stole|stolen|smuggl\w+|unhindered)\b[^.;]*$",
    re.IGNORECASE,
)
_LOST: Final = compile_later(
    r"\b(?:lost|loses|losing|losses|captured|seized|abandon\w+|destroy\w+|carrying weapons|armed with|armed|parad\w+|display\w+|such as|indiscriminate)\b[^.;]*\b(?:weapons?|arms|equipment|hardware|vehicles|weaponry)\b[^.;]*$",
    re.IGNORECASE,
)


def _is_traded(passage: Passage, words: str) -> bool:
    """Whether it is what states sell one another every day, and nothing in the sentence calls it help."""
    return (
        _COMMODITY.search(words) is not None
        and _TRADE.search(passage.text) is not None
        and not (passage.has("aid_noun") or _CHARITY.search(passage.text))
    )


_COMMODITY: Final = compile_later(
    r"\b(?:crude|oil|petroleum|lng|gas|coal|grain|grains|wheat|corn|fertili[sz]ers?|electricity|diesel)$", re.IGNORECASE
)
_TRADE: Final = compile_later(
    r"\b(?:export(?:s|ed|ing|ers?)?|trade|sold|sales?|sell(?:s|ing)?|imports?|market|tariffs?|sanctions?)\b", re.IGNORECASE
)
_CHARITY: Final = compile_later(r"\b(?:donat\w+|humanitarian|free of charge|aid|assistance|relief)\b", re.IGNORECASE)


def _is_carried_by_someone(context: AidContext, passage: Passage, given: Given) -> bool:
    """Whether a weapon is on somebody, not on its way to anybody ("he boarded the flight carrying the weapon")."""
    thing = given.thing
    return (
        given.rule == "cargo"
        and thing.quantity is None
        and thing.item_class not in _RELIEF
        and not (thing.named or context.relief)
        and not any(context.is_receiver(side) for side in recipients_in(context, passage))
        and (thing.definite or not context.default_recipient.actors)
    )


_ADDED: Final = compile_later(r"(?:first|last|latest|largest|biggest|only|second|third|most) \w", re.IGNORECASE)
_APPOSED: Final = compile_later(r", (?:the|its|their|an?) $")
"""What only says more of the things before: "…, the first food to reach the town"."""


def _explains(passage: Passage, given: Given, others: Sequence[Given]) -> bool:
    """Whether it ends a list after ", a" without "and": it only says what the thing before it is ("NASAMS, an air defence platform")."""
    thing = given.thing
    if any(other.thing.start > thing.start for other in others):
        return False
    before = next((other.thing for other in reversed(others) if other.thing.end <= thing.start), None)
    gap = "" if before is None else passage.text[before.end - passage.start : thing.start - passage.start]
    return _COMMA_A.fullmatch(gap) is not None


_COMMA_A: Final = re.compile(r",\s+(?:an?|one of \w+(?: \w+)?)\s+")


def _is_figure_of_speech(passage: Passage, given: Given, words: str) -> bool:
    """Whether the noun is meant otherwise: "a recruiting tool", "these drugs", "areas such as clean water", "the artillery it needs"."""
    thing, text, base = given.thing, passage.text, passage.start
    if (
        _ABSTRACT.search(words) is not None
        or _TOPICS.search(text, max(0, thing.start - base - 90), thing.start - base) is not None
    ):
        return True
    if _TO_RESTOCK.search(text, max(0, thing.start - base - 40), thing.start - base) is not None:
        return True
    if _AT_HOME.match(text, thing.end - base) is not None:
        return True
    bare = thing.quantity is None and not thing.named
    return bare and thing.definite and _NEEDED.match(text, thing.end - base) is not None


_ABSTRACT: Final = compile_later(
    r"\b(?:job|workforce|vocational|apprenticeship|skills?|on-the-job|teacher)[- ]training\b"
    r"|\b(?:legal|moral|political|diplomatic|public|popular|bipartisan|unwavering|strong|continued|overwhelming) support$"
    r"|\btool$|\bcomponent$|\b(?:emerging|clean|green|digital|quantum|foundational|critical and emerging) technolog(?:y|ies)$|\bpeacekeepers?$"
    r"|^(?:(?:these|those|the|illicit|illegal|deadly|dangerous|lethal|hard|synthetic|more|harmful) )*drugs?$"
    r"|\bnational missile defen[cs]e\b|\bartificial intelligence$|\bcar bombs?$|\bnuclear reactors?$|\bcommercial aircraft$|\bzero-emission\b|^(?:big|large|small|key|important) parts$"
    r"|\b(?:american|government-operated|recreational|commercial|hobby|civilian|rogue) (?:drones?|uas|unmanned aircraft systems?)\b",
    re.IGNORECASE,
)
_TOPICS: Final = compile_later(
    r"\b(?:areas|sectors|issues|topics|fields|challenges|priorities|matters|subjects|rights|threats|cooperation|collaboration)\b[^.;:]{0,20}(?:such as|including|like|spanning|on|in|:)[^.;:]*$",
    re.IGNORECASE,
)
_TO_RESTOCK: Final = compile_later(
    r"\bto (?:replenish|restock|refill|refuel|feed|fuel|arm) (?:the |its |their |israel['’]s |ukraine['’]s )?$", re.IGNORECASE
)
_AT_HOME: Final = compile_later(
    r" (?:for|to) (?:(?:our|the|all|more|homeless|disabled|eligible|american|\w+) )?(?:veterans|low-income|taxpayers|americans|american (?:families|workers|farmers|people|children)|students|seniors|first responders|law enforcement|our (?:troops|warfighters|servicemembers|service members))\b",
    re.IGNORECASE,
)
"""Receivers of a state's help to its own people."""
_NEEDED: Final = compile_later(
    r" (?:(?:that|which) )?(?:it|they|he|she|we|you|[A-Z]\w+|(?:the|our|their) \w+) (?:needs?|requires?|wants?|deserves?)\b"
)
_FIGURATIVE: Final = compile_later(
    r"(?:“|\")?(?:smoking guns?|silver bullets?|magic bullets?|top guns?|surgical tools?|\w+ tool that|plane to catch|(?:\w+ )?(?:international|political|financial|legal|justice|economic|education|school|judicial|electoral"
    r"|banking|multilateral|trading|immigration|monetary|tax|health ?care|democratic|global|prison|caste|party|university|criminal|court|voting|value|family) systems?)\b",
    re.IGNORECASE,
)
"""Words of arms and machines that mean something else."""

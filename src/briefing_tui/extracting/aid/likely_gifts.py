"""How sure it is that the object of a verb is given to another, and is neither fired, sold on the market nor bought for oneself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from briefing_tui.extracting.aid.buyers import ON_BEHALF, buys_for_itself
from briefing_tui.extracting.aid.chains import CIVIL, near_aid
from briefing_tui.extracting.aid.context import USUAL_GIVERS, AidContext
from briefing_tui.extracting.aid.government import fights_here
from briefing_tui.extracting.aid.item_phrases import Thing
from briefing_tui.extracting.aid.passive_receivers import HELPING, subject_receives
from briefing_tui.extracting.aid.receiving import recipients_in
from briefing_tui.extracting.aid.verbs import AidVerb
from briefing_tui.extracting.passages import Mention, Passage
from briefing_tui.model.patterns import compile_later

_RELIEF: Final = frozenset({"humanitarian", "medical", "energy"})


def object_confidence(
    context: AidContext, passage: Passage, verb: AidVerb, chain: Sequence[Thing], things: Sequence[Thing]
) -> float | None:
    """How sure an object of this verb is aid; None when it is not."""
    sides = recipients_in(context, passage)
    home = context.home
    to_other = any(side.codes - {home} - {"USA"} and context.is_receiver(side) for side in sides)
    military = any(
        thing.named or thing.item_class not in {"humanitarian", "medical", "energy", "financial", "other", "vehicle", "equipment"}
        for thing in chain
    )
    if not context.on_subject:
        armed = any(thing.named or thing.item_class not in CIVIL for thing in chain)
        return 0.65 if to_other and armed and verb.frame in {"give", "equip"} else None
    if verb.frame in {"give", "equip"}:
        word = passage.text[verb.start - passage.start : verb.end - passage.start].lower()
        if word.startswith(_SENDING) and (
            (not to_other and not (context.default_recipient.actors and near_aid(context, passage)))
            or fights_here(passage, verb.start, chain[-1].end, things)
            or _AIMED.search(passage.text[chain[-1].end - passage.start :])
        ):
            return None
        if all(is_commodity(passage, thing) for thing in chain) and not (
            context.relief or near_aid(context, passage) or _FREE.search(passage.text)
        ):
            return None
        if _OUR_OWN.match(passage.text, verb.end - passage.start):
            return None
        if word.startswith("export") and all(thing.item_class in _RELIEF for thing in chain):
            return None  # grain and fuel are sold, not given
        if word.startswith(("fly", "fli", "flew", "flown")) and not to_other:
            return None
        if to_other:
            return 0.85
        if verb.passive and subject_receives(passage, verb):
            return 0.75
        if _is_relief_handed_out(context, passage, verb, chain):
            return 0.7
        if context.default_recipient.actors and (military or passage.has("aid_noun") or _speaks_of(context, passage)):
            return 0.7
        return None
    if verb.frame == "withhold" and not to_other and not passage.has("handover"):
        return None
    if verb.frame == "withhold" and all(thing.item_class == "energy" for thing in chain):
        return None
    if verb.frame in {"promise", "announce", "withhold"}:
        if verb.hit.entry.key == "consider" and not to_other:
            return None
        if (
            verb.frame == "announce"
            and military
            and not to_other
            and buys_for_itself(passage, verb.start, (verb.end, chain[0].start))
        ):
            return None
        if verb.hit.entry.key == "authorize" and not to_other and _PURCHASE.match(passage.text, verb.end - passage.start):
            return None
        if verb.hit.entry.key == "authorize" and not to_other and _PASSED.match(passage.text, verb.start - passage.start):
            return None
        if verb.hit.entry.key in {"announce", "authorize"} and not (to_other or context.default_recipient.actors):
            return None
        if to_other:
            return 0.8
        return 0.65 if military and context.default_recipient.actors else None
    if verb.frame in {"ask", "ask_for"}:
        return _asked_confidence(context, passage, verb, chain, military=military, to_other=to_other)
    if verb.frame == "thank":
        if (
            len(chain) == 1
            and chain[0].quantity is None
            and _BARE.fullmatch(passage.text, chain[0].start - passage.start, chain[0].end - passage.start)
        ):
            return None
        return 0.75 if military or any(thing.quantity is not None for thing in chain) else None
    if verb.frame == "receive":
        if verb.hit.entry.key == "expect" and not _is_counted(chain):
            return None
        if passage.text.startswith("got", verb.start - passage.start) and _HAS_GOT.search(
            passage.text, 0, verb.start - passage.start
        ):
            return None  # "I have got a plane" says only that I have one
        taker = [mention for mention in passage.mentions if mention.end <= verb.start and not mention.adjective]
        usual = context.default_recipient.codes
        if taker and usual & {actor.code for actor in taker[-1].actors}:
            return 0.75 if military or passage.has("aid_noun", "handover") else None
        giver = any(
            hit.start >= chain[-1].end and passage.text[: hit.start - passage.start].rstrip().endswith((" from", " from the"))
            for hit in passage.of("state", "org")
        )
        fights = fights_here(passage, verb.start, chain[-1].end, things)
        if taker and giver and (military or _is_counted(chain)) and not fights:
            return 0.7
        if military and not fights and taker and _receives_itself(passage, taker[-1], verb):
            return 0.6
        counted = any(thing.quantity is not None for thing in chain)
        return 0.6 if usual and (military or counted) and not taker and not fights else None
    if verb.frame == "order":
        if _DOMESTIC.search(passage.text) and not ON_BEHALF.search(passage.text):
            return None
        beside = next(
            (mention for mention in passage.mentions if 0 < mention.start - verb.end <= 2), None
        )  # "buy Ukraine a helicopter"
        if beside is not None and not (beside.adjective or beside.possessive) and beside.end < chain[0].start:
            return 0.7
        lead = [token.low for token in passage.tokens[max(0, passage.token_at(verb.start) - 3) : passage.token_at(verb.start)]]
        if any(word.startswith("request") for word in lead):
            return 0.8
        asked = any(
            hit.entry.category == "aid_verb" and hit.entry.get("frame") == "ask" and hit.end <= verb.start for hit in passage.hits
        )
        if military and (asked or ON_BEHALF.search(passage.text) or _MONEY.search(passage.text[: verb.start - passage.start])):
            return 0.7 if context.default_recipient.actors else None
        selling = any(
            hit.entry.get("unit") == "sale"
            for place in context.reading.passages[max(0, passage.index - 2) : passage.index + 1]
            for hit in place.hits
            if hit.entry.category == "aid_noun"
        )
        return 0.65 if military and (to_other or passage.has("mechanism") or selling) else None
    if verb.frame == "fund":
        if verb.hit.entry.key == "free" and not to_other:
            return None
        counted = any(thing.quantity is not None for thing in chain) and not _DOMESTIC.search(passage.text)
        if to_other and all(thing.item_class in _RELIEF for thing in chain) and _is_counted(chain):
            return 0.6
        return 0.6 if military and (to_other or (counted and context.default_recipient.actors)) else None
    return None


_BARE: Final = compile_later(r"(?:air|missile)[ -]defen[cs]es?", re.IGNORECASE)
_PASSED: Final = compile_later(r"(?:pass|adopt|back|endors|ratif|certif)", re.IGNORECASE)
"""Laws are passed and plans backed; of things this says that someone walks by them."""
_HAS_GOT: Final = compile_later(r"\b(?:have|has|had|['’](?:ve|s|d)) $", re.IGNORECASE)
_PURCHASE: Final = compile_later(r"\s+(?:the |a )?(?:\w+ )?(?:purchase|acquisition|procurement)s? of\b")
_DOMESTIC: Final = compile_later(
    r"\b(?:own (?:budget|programme|program|needs|forces|army|navy|air force|stocks)|(?:national|state|defen[cs]e) budget|modernis|moderniz|replac(?:e|es|ing|ement))",
    re.IGNORECASE,
)
"""What a state buys for itself."""


def _receives_itself(passage: Passage, taker: Mention, verb: AidVerb) -> bool:
    """Whether an army, group or state that is no usual giver is the subject right before a verb of receiving."""
    between = passage.between(taker.end, verb.start)
    codes = {actor.code for actor in taker.actors}
    return len(between) <= 3 and all(token.low in HELPING for token in between) and bool(codes) and not codes & USUAL_GIVERS


def _is_relief_handed_out(context: AidContext, passage: Passage, verb: AidVerb, chain: Sequence[Thing]) -> bool:
    """Whether supplies are distributed, unloaded or dropped to people the text need not name: "handed out blankets and tarpaulins"."""
    word = passage.text[verb.start - passage.start : verb.end - passage.start].lower()
    if not (verb.hit.entry.key == "deliver" or word.startswith(("hand", "provid", "send", "sent", "dispatch", "ship", "donat"))):
        return False
    if not all(thing.item_class in _RELIEF or thing.item_class == "equipment" for thing in chain) or not context.near(
        passage.index
    ):
        return False
    counted = any(thing.quantity is not None and not thing.weak for thing in chain) or _TO_PEOPLE.match(
        passage.text, chain[-1].end - passage.start
    )
    return bool(counted or (context.relief and len(chain) > 1)) and bool(context.relevance.foreign)


_TO_PEOPLE: Final = compile_later(
    r" (?:to|for|among) (?:[\w,.'’-]+ ){0,5}(?:people|families|households|children|refugees|residents|civilians|survivors|villagers|returnees|evacuees|hospitals|patients|women)\b",
    re.IGNORECASE,
)


def _asked_confidence(
    context: AidContext, passage: Passage, verb: AidVerb, chain: Sequence[Thing], *, military: bool, to_other: bool
) -> float | None:
    """How sure a thing asked for is asked of a giver by who needs it."""
    usual = context.default_recipient.codes
    codes = {actor.code for mention in passage.mentions for actor in mention.actors}
    asker = bool(usual & codes)
    before = {actor.code for mention in passage.mentions if mention.end <= verb.start for actor in mention.actors}
    in_need = any(
        len(code) == 3 and code not in USUAL_GIVERS and code != context.home for code in (before if not usual else usual & codes)
    )
    word = passage.text[verb.start - passage.start : verb.end - passage.start].lower()
    if word.startswith(_NEEDING):
        return 0.6 if military and (asker or in_need) else None
    if military and (asker or to_other):
        return 0.75
    if not military and not (
        _is_counted(chain) and (context.relief or to_other or asker or any(code.startswith("org:") for code in before))
    ):
        return None
    if verb.frame == "ask_for":
        asked = any(verb.end <= mention.start < chain[0].start for mention in passage.mentions)
        return 0.65 if asked else None
    agency = any(code.startswith("org:") for code in before) and not military
    return 0.65 if in_need or to_other or agency else None


_NEEDING: Final = ("need", "require", "urg", "demand", "call", "hope", "want", "lack")


_OUR_OWN: Final = compile_later(
    r" (?:to )?our (?:own |brave |young )?(?:troops|soldiers|service members|servicemen|military|forces|men|warfighters|veterans|officers|police)\b",
    re.IGNORECASE,
)


def is_commodity(passage: Passage, thing: Thing) -> bool:
    """Whether a thing is what states trade every day: gas, oil, power."""
    return (
        thing.item_class == "energy"
        and _COMMODITY.search(passage.text, thing.start - passage.start, thing.end - passage.start) is not None
    )


_COMMODITY: Final = compile_later(r"\b(?:gas|oil|crude|petroleum|lng|electricity|coal|power)$", re.IGNORECASE)
_FREE: Final = compile_later(
    r"\b(?:free of charge|for free|at no cost|donat\w+|gift\w*|in (?:return|exchange) for|humanitarian)\b", re.IGNORECASE
)


def _is_counted(chain: Sequence[Thing]) -> bool:
    return any(thing.quantity is not None for thing in chain)


def _speaks_of(context: AidContext, passage: Passage) -> bool:
    """Whether the text is one on relief, or names its usual receiver in this sentence or the one before."""
    usual = context.default_recipient.codes
    return context.relief or any(
        usual & {actor.code for actor in mention.actors}
        for place in context.reading.passages[max(0, passage.index - 1) : passage.index + 1]
        for mention in place.mentions
    )


_MONEY: Final = compile_later(
    r"\b(?:money|funds?|funding|cash|sum|grant|loan|donation|contribution|proceeds|profits|package|aid|assistance|initiative|programme|program|scheme|coalition)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
"""What pays for things bought for another."""
_SENDING: Final = ("send", "sent", "bring", "brought", "transport", "fly", "flew", "flown", "move")


_AIMED: Final = compile_later(
    r"^[^.;]{0,40}?\b(?:at|against|toward|towards|near|around|off|across|overnight|barrage|into (?:the )?(?:air|sky|sea)|crashing|slamming|raining|on (?:\w+ )?(?:missions?|patrols?|sorties?)|into (?:\w+['’]s? )?(?:air ?space|waters)|through the (?:strait|air ?space))\b",
    re.IGNORECASE,
)
"""What is sent to strike, not to help."""

"""Things after nouns of handing over: "the delivery of missiles", "an order with Kongsberg for launchers", "HIMARS deliveries"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from briefing_tui.extracting.aid.buyers import BUYERS
from briefing_tui.extracting.aid.chains import (
    CIVIL,
    FIGHTING,
    Given,
    coordinated,
    near_aid,
)
from briefing_tui.extracting.aid.context import USUAL_GIVERS, AidContext, Side
from briefing_tui.extracting.aid.item_phrases import Thing
from briefing_tui.extracting.aid.likely_gifts import is_commodity
from briefing_tui.extracting.aid.receiving import recipients_in
from briefing_tui.extracting.aid.verbs import AidVerb
from briefing_tui.extracting.passages import Passage, Token
from briefing_tui.extracting.scan import Hit
from briefing_tui.model.patterns import compile_later
from briefing_tui.model.vocabulary import AidStatus


def handed_over(context: AidContext, passage: Passage, things: Sequence[Thing], verbs: Sequence[AidVerb]) -> list[Given]:
    """Such as "The delivery of Patriot missiles to …", "a shipment of grain", "HIMARS deliveries"."""
    out: list[Given] = []
    if not context.on_subject and not (
        context.relevance.foreign
        and recipients_in(context, passage)
        and any(thing.named or thing.item_class not in CIVIL for thing in things)
    ):
        return out
    withheld = next((verb for verb in verbs if verb.frame == "withhold"), None)
    for thing in things:
        index = passage.token_at(thing.start)
        hit = _handover_before(passage, index)
        if hit is None and not thing.handed:
            continue
        if thing.handed and not thing.named:
            continue
        recipients = [
            side for side in recipients_in(context, passage) if context.is_receiver(side) and side.codes != {context.home}
        ]
        known = any(context.default_recipient.codes & {actor.code for actor in mention.actors} for mention in passage.mentions)
        arming = (thing.named or thing.item_class not in CIVIL) and context.on_subject and not FIGHTING.search(passage.text)
        pleading = hit is not None and hit.entry.key == "request" and arming and _names_one_in_need(context, passage)
        if (
            not recipients
            and not known
            and not pleading
            and not (context.default_recipient.actors and (arming or near_aid(context, passage)))
        ):
            continue
        if any(
            thing.start <= mention.start < thing.end
            and mention.adjective
            and {actor.code for actor in mention.actors} & context.default_recipient.codes
            for mention in passage.mentions
        ):
            continue
        if (
            hit is not None
            and thing.item_class == "vehicle"
            and passage.text[hit.start - passage.start : hit.end - passage.start].lower() == "convoy"
        ):
            continue
        if hit is not None and hit.entry.key == "sale" and not recipients:
            continue
        if hit is not None and (
            (hit.entry.key == "financing" and not recipients)
            or (is_commodity(passage, thing) and not (context.relief or near_aid(context, passage)))
            or _ILLICIT.search(passage.text[: hit.start - passage.start])
            or (not recipients and _PUNISHED.search(passage.text))
        ):
            continue
        if hit is not None and not recipients and context.default_recipient.codes <= BUYERS and context.default_recipient.actors:
            continue
        if hit is not None and hit.entry.key in _BUYING and not _buys_for_another(context, passage, recipients):
            continue
        status: AidStatus = (
            withheld.status if withheld is not None else hit.entry.get("status") if hit is not None else "in_delivery"
        )
        confidence = 0.8 if any(side.codes - {context.home} for side in recipients) else 0.65
        members = coordinated(passage, things, thing) if hit is not None else [thing]
        out.extend(
            Given(passage, member, "noun-of-handing-over", status, hit, confidence - (0.15 if member.weak else 0.0))
            for member in members
        )
    return out


def _names_one_in_need(context: AidContext, passage: Passage) -> bool:
    """Whether a state that is no usual giver is named."""
    return any(
        len(actor.code) == _STATE and actor.code not in USUAL_GIVERS and actor.code != context.home
        for mention in passage.mentions
        for actor in mention.actors
    )


_ILLICIT: Final = compile_later(r"\b(?:illicit|illegal|smuggled|clandestine)(?: \w+)? $", re.IGNORECASE)
_PUNISHED: Final = compile_later(
    r"\b(?:sanctioned|sanctions (?:on|against)|designated|blacklisted|traffick\w+|indicted)\b", re.IGNORECASE
)
_BUYING: Final = frozenset({"sale", "purchase", "order"})


def _buys_for_another(context: AidContext, passage: Passage, recipients: Sequence[Side]) -> bool:
    """Whether what is sold or ordered is not a usual giver's own: for another, or with another's money."""
    if _BEHALF.search(passage.text):
        return True
    others = any(side.codes - BUYERS - {context.home} and context.is_receiver(side) for side in recipients)
    if others or recipients:
        return others
    buyers = {actor.code for mention in passage.mentions for actor in mention.actors if len(actor.code) == _STATE}
    return bool(buyers) and not buyers & (USUAL_GIVERS - {"USA"}) - context.default_recipient.codes


_BEHALF: Final = compile_later(r"\bbehalf\b|\b(?:paid|financed|funded|covered) (?:for )?by\b", re.IGNORECASE)
_STATE: Final = 3


def _handover_before(passage: Passage, index: int) -> Hit | None:
    tokens = passage.tokens
    position = index - 1
    while position >= 0 and tokens[position].low in {
        "the",
        "its",
        "their",
        "more",
        "some",
        "a",
        "an",
        "additional",
        "further",
        "those",
        "these",
        "several",
        "new",
        "other",
    }:
        position -= 1
    if position < 1:
        return None
    end = tokens[position].end
    direct = next(
        (
            hit
            for hit in passage.hits
            if hit.entry.category == "handover"
            and hit.end == end
            and passage.text[hit.start - passage.start : end - passage.start].lower().endswith(("for", "of"))
        ),
        None,
    )
    if direct is not None:
        return direct
    if tokens[position].low == "for":
        return _asked_or_ordered(passage, tokens[position])
    if tokens[position].low != "of":
        return None
    before = tokens[position - 1].end
    day = next((day for day in passage.dates if day.end == before), None)
    if day is not None:  # "took delivery on Friday of"
        index = passage.token_at(day.start) - 1
        before = tokens[index - 1].end if index > 0 and tokens[index].low in {"on", "in"} else tokens[index].end
    return next((hit for hit in passage.hits if hit.entry.category == "handover" and hit.end == before), None)


def _asked_or_ordered(passage: Passage, preposition: Token) -> Hit | None:
    """A noun of asking or ordering whose "for" stands apart from it: "an order with Kongsberg for", "a request to Paris for"."""
    base = passage.start
    match = _APART.search(passage.text, max(0, preposition.start - base - _APART_CHARS), preposition.start - base)
    if match is None:
        return None
    return next(
        (
            hit
            for hit in passage.hits
            if hit.start == base + match.start("noun")
            and hit.entry.category in {"handover", "aid_noun", "aid_verb", "handover_noun"}
        ),
        None,
    )


_APART: Final = compile_later(
    r"\b(?P<noun>orders?|contracts?|requests?|appeals?|pleas?)(?:,? (?:together |jointly )?(?:with|to|from|placed|signed|submitted|made|worth|by|at) [^;:.“”]{2,70}?,?)? $",
    re.IGNORECASE,
)
_APART_CHARS: Final = 110

"""Things that money of aid is for, and people whose training is given: "€150 million for missiles", "train 5,000 soldiers"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from briefing_tui.extracting.aid.amount_words import past_conversion
from briefing_tui.extracting.aid.buyers import BUYERS, buys_for_itself
from briefing_tui.extracting.aid.chains import CIVIL, FIGHTING, Given, coordinated, is_filler, near_aid
from briefing_tui.extracting.aid.context import USUAL_GIVERS, AidContext, groups_of
from briefing_tui.extracting.aid.item_phrases import Thing
from briefing_tui.extracting.aid.receiving import recipients_in
from briefing_tui.extracting.aid.verbs import AidVerb
from briefing_tui.extracting.passages import Passage
from briefing_tui.model.patterns import compile_later
from briefing_tui.model.vocabulary import AidStatus, ItemClass

_FOR: Final = compile_later(
    r"\s*(?:(?:in|of|worth of) (?:\w+ ){0,2}(?:aid|assistance|funding|support|money|loans?|grants?)\s*)?(?:(?:this|last|next|earlier this|each|a|per) \w+\s*)?"
    r"(?:(?:[\w-]+ ){0,2}(?:grant|loan|package|deal|contract|agreement|tranche|contribution|donation|programme|program|fund|facility|pledge|appeal|top-up)s?\s*)?"
    r"(?:(?:with|from|to|by) (?:the )?[A-Z][\w.]*(?: [A-Z][\w.]*){0,4}\s*)?"
    r"(?:,\s[^,.;:“”]{3,60},\s*)?(?:(?:will |would |is to |are to |to )?go(?:es|ing)? (?:to|through) (?:\w+ ){1,6}?)?"
    r"(?:,?\s*(?:is|was|were|are|will be|would be|to be) (?:set aside|earmarked|allocated|used|spent|meant|intended|reserved)\s*)?"
    r"(?:,? enough )?(?:for|on|to (?:buy|purchase|procure|supply|acquire|order|provide|finance|fund|produce)|towards|toward)\b",
    re.IGNORECASE,
)
"""Between an amount and what it is for."""
_PAYING: Final = compile_later(
    r"\b(?:the |this |that |these |their |its |our )?(?:new |extra |additional |latest |\w+ )?(?:money|funds|funding|cash|grant|loan|sum|donation|contribution|package|aid|assistance|envelope|measures?|projects?|initiative|plan|deal|agreement|fund|programme|program|proceeds|allocation|half|rest|remainder|part|some|most|per ?cent|%)\b"
    r"[^.;:,]{0,40}?\b(?:pay(?:s|ing)? for|go(?:es|ing)? (?:to|towards?|on)|be (?:used|spent) (?:for|on|to (?:buy|purchase|procure|acquire|provide|supply))|us(?:ed|ing) (?:it )?to (?:buy|purchase|procure|supply|provide)|"
    r"financ(?:es?|ing)|fund(?:s|ing)?|cover(?:s|ing)?|provid(?:es?|ing)|buy(?:s|ing)?|purchas(?:es?|ing)|procur(?:es?|ing)|support(?:s|ing)? (?:the )?(?:supply|provision|purchase|delivery) of)\b",
    re.IGNORECASE,
)
"""Money as the subject of what it pays for."""
_IT_PAYS: Final = compile_later(
    r"\b(?:it|which|that)\b[^.;:,]{0,30}?\b(?:pay(?:s|ing)? for|go(?:es|ing)? (?:to|towards?|on)|be (?:used|spent) (?:for|on)|financ(?:es?|ing)|fund(?:s|ing)?|cover(?:s|ing)?)\b",
    re.IGNORECASE,
)


def _buys(context: AidContext, passage: Passage, start: int, end: int, things: Sequence[Thing]) -> bool:
    """Whether an amount is a deal by which a usual giver buys arms for itself: "Warsaw signed a $6bn deal for 180 tanks"."""
    first = next((thing for thing in things if thing.start >= end), None)
    if first is None or not (first.named or first.item_class not in CIVIL):
        return False
    if any(not side.codes <= BUYERS for side in recipients_in(context, passage)):
        return False
    return buys_for_itself(passage, start, (start, end))


_BUDGET: Final = compile_later(
    r"\b(?:defen[cs]e (?:bill|budget|authorization)|national defen[cs]e|fiscal year|appropriations? (?:bill|act)|for the (?:U\.?S\.? )?(?:army|navy|air force|marine corps))\b",
    re.IGNORECASE,
)
_OWN: Final = compile_later(r"\bown\b", re.IGNORECASE)


def paid_for(context: AidContext, passage: Passage, things: Sequence[Thing], verbs: Sequence[AidVerb]) -> list[Given]:
    """What an amount of aid, or "the money", is to buy."""
    if not things or not context.on_subject or not context.default_recipient.actors:
        return []
    status: AidStatus = next(
        (verb.status for verb in verbs if verb.frame in {"give", "promise", "announce", "fund", "order"}), "announced"
    )
    giving = any(verb.frame in {"give", "promise", "announce", "fund"} for verb in verbs) or near_aid(context, passage)
    places: list[int] = []
    for money in passage.money:
        end = past_conversion(passage, money.end) - passage.start
        match = _FOR.match(passage.text, end)
        if match and giving and not _buys(context, passage, passage.start + match.start(), passage.start + match.end(), things):
            places.append(match.end())
    if passage.money or near_aid(context, passage):
        places.extend(match.end() for match in (*_PAYING.finditer(passage.text), *_IT_PAYS.finditer(passage.text)))
    out: list[Given] = []
    for place in places:
        at = passage.start + place
        first = next((thing for thing in things if thing.start >= at), None)
        if first is None or any(not is_filler(passage, token) for token in passage.between(at, first.start)):
            continue
        if passage.text[first.start - passage.start : first.end - passage.start].lower() in {
            "air defence",
            "air defense",
            "training",
        }:
            continue
        sides = recipients_in(context, passage)
        if (
            sides
            and all(side.codes <= BUYERS for side in sides)
            and passage.has("handover", "aid_verb")
            and not near_aid(context, passage)
        ):
            continue
        if _BUDGET.search(passage.text):
            continue
        if _OWN.search(passage.text[place : first.end - passage.start]) or FIGHTING.search(
            passage.text[place : first.end - passage.start]
        ):
            continue
        out.extend(
            Given(passage, thing, "paid-for", status, None, 0.7 - (0.1 if thing.weak else 0.0))
            for thing in coordinated(passage, things, first)
        )
    return out


def trained(context: AidContext, passage: Passage, things: Sequence[Thing], verbs: Sequence[AidVerb]) -> list[Given]:
    """Training given to another's soldiers: "train Ukrainian pilots", "4,000 recruits have been trained in Britain"."""
    del things, verbs
    if not ("train" in passage.text or "treat" in passage.text) or not context.on_subject or not context.default_recipient.actors:
        return []
    out: list[Given] = []
    for match in (*_TRAINING.finditer(passage.text), *_TRAINED.finditer(passage.text), *_TREATED.finditer(passage.text)):
        start, end = passage.start + match.start(), passage.start + match.end()
        inside = {
            actor.code
            for group in groups_of(context, passage)
            for mention in group
            if start <= mention.start < end
            for actor in mention.actors
        }
        if not inside & context.default_recipient.codes and not (
            (near_aid(context, passage) or _is_trained_by_a_giver(passage, start))
            and (_THEIRS.match(match[0]) or (_COUNTED.search(match[0]) and not _trains_itself(context, passage, start)))
        ):
            continue
        taught: ItemClass = "medical" if match.re is _TREATED else "training"
        thing = Thing(start, end, start, taught, None, None, weak=False, definite=False, named=False)
        out.append(Given(passage, thing, "training-of-others", "announced", None, 0.7))
    return out


_TRAINING: Final = compile_later(
    r"\b(?:train(?:ing|ed|s)?)(?: of)?(?: (?:(?:more than|over|about|around|some|nearly|up to|at least|another|further|the|a|new|additional|all|many|hundreds of|thousands of|dozens of)|[\d,. ]*\d))*"
    r"(?: the|(?: [A-Z][\w-]+))?(?: [a-z-]+){0,3}? (?:troops|soldiers|pilots|forces|personnel|recruits|crews?|servicemen|medics|engineers|marines|brigades?|police|officers|army|military|fighters|technicians|sappers|instructors|units|operators|mechanics)\b"
)
_COUNTED: Final = compile_later(
    r"\b\d[\d,.]*\b.*\b(?:recruits|soldiers|troops|pilots|cadets|personnel|servicemen|marines|officers|fighters|forces|police)\b|\b(?:thousands|hundreds|dozens) of\b"
)


def _is_trained_by_a_giver(passage: Passage, start: int) -> bool:
    """Whether a usual giver is named right before the training ("Germany trained 1,200 fighters")."""
    subject = next((mention for mention in reversed(passage.mentions) if mention.end <= start), None)
    if subject is None or subject.adjective or len(passage.between(subject.end, start)) > 3:
        return False
    codes = {actor.code for actor in subject.actors}
    return bool(codes) and codes <= USUAL_GIVERS


def _trains_itself(context: AidContext, passage: Passage, start: int) -> bool:
    """Whether the receiver is the subject, who trains its own."""
    subject = next((mention for mention in reversed(passage.mentions) if mention.end <= start and not mention.adjective), None)
    return subject is None or bool({actor.code for actor in subject.actors} & context.default_recipient.codes)


_WHO: Final = r"(?:troops|soldiers|pilots|forces|personnel|recruits|crews?|servicemen|medics|engineers|marines|police(?: officers)?|officers|fighters|technicians|sappers|operators|mechanics|specialists|cadets)"
_TRAINED: Final = compile_later(
    rf"(?:\b(?:more than|over|about|around|some|nearly|up to|at least|hundreds of|thousands of|dozens of|tens of thousands of) )?(?:\b[\d,.]*\d )?(?:[A-Z][\w-]+ )?(?:[a-z-]+ )?{_WHO}"
    r" (?:(?:have|has|had|will|would|are|were|is|be|been|being|also|now|already|to) ){1,4}(?:trained|training|instructed)\b",
    re.IGNORECASE,
)
"""People who have been trained, as the subject."""
_TREATED: Final = compile_later(
    r"\b(?:treat(?:ing|ed|s|ment of)?|rehabilitat(?:e|es|ed|ing|ion of)) (?:(?:more than|over|about|around|some|nearly|up to|at least|another|the|hundreds of|thousands of|dozens of|[\d,.]*\d) )*"
    r"(?:(?:[A-Z][\w-]+|wounded|injured|war-wounded|sick) ){1,3}(?:soldiers|troops|servicemen|civilians|children|patients|people|fighters|veterans|evacuees)\b"
)
_THEIRS: Final = compile_later(r"training (?:of|for)\b")
"""Training of those a thing is given to, no side named."""

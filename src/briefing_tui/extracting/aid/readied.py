"""Things made ready for those who need them: built for a receiver, loaded, stored near by, due to open, named among what is held back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from briefing_tui.extracting.aid.chains import CIVIL, Given, coordinated, coordinated_before, is_filler
from briefing_tui.extracting.aid.context import AidContext, Side
from briefing_tui.extracting.aid.government import fights_here
from briefing_tui.extracting.aid.item_phrases import Thing
from briefing_tui.extracting.aid.receiving import recipients_in
from briefing_tui.extracting.aid.verbs import AidVerb
from briefing_tui.extracting.passages import Passage
from briefing_tui.model.patterns import compile_later
from briefing_tui.model.vocabulary import AidStatus

_RELIEF: Final = frozenset({"humanitarian", "medical"})


def readied(context: AidContext, passage: Passage, things: Sequence[Thing], verbs: Sequence[AidVerb]) -> list[Given]:
    """Every thing of the passage that is being made ready for another."""
    del verbs
    if not things or not context.on_subject:
        return []
    return [
        *_built_for_another(context, passage, things),
        *_stored(context, passage, things),
        *_let_in(context, passage, things),
        *_about_to_open(context, passage, things),
        *_among_those(context, passage, things),
        *_invested_in(context, passage, things),
    ]


def _built_for_another(context: AidContext, passage: Passage, things: Sequence[Thing]) -> list[Given]:
    """Such as "500 drones will be built for Ukraine", "will build 500 drones for Ukraine"."""
    out: list[Given] = []
    text, base = passage.text, passage.start
    for thing in things:
        if thing.item_class in _RELIEF or thing.generic:
            continue
        match = _ARE_BUILT.match(text, thing.end - base)
        if match is None and _BUILD.search(text, 0, thing.start - base):
            match = _FOR.match(text, thing.end - base)
        if match is None or not _names_receiver(context, passage, base + match.end()):
            continue
        if fights_here(passage, thing.start, thing.end, things):
            continue
        status: AidStatus = "contracted" if "order" in match[0] or "contract" in match[0] else "announced"
        out.append(Given(passage, thing, "built-for-another", status, None, 0.7))
    return out


_ARE_BUILT: Final = compile_later(
    r"(?: (?:that|which))? (?:will|are|is|were|was|would|have|has|to|being)(?: (?:also|now|soon|to|be|been|being|all))* (?:built|made|manufactured|produced|assembled|bought|purchased|procured|ordered|acquired)"
    r"(?: [\w ]{1,40}?)?? (?:for|on behalf of) (?:the )?",
    re.IGNORECASE,
)
_BUILD: Final = compile_later(
    r"\b(?:build|building|builds|built|manufactur(?:e|es|ed|ing)|produc(?:e|es|ed|ing)|assembl(?:e|es|ed|ing)) (?:(?:about|some|up to|more than|over|nearly|at least|an additional|another|a) )*$",
    re.IGNORECASE,
)
_FOR: Final = compile_later(r" (?:for|on behalf of) (?:the )?", re.IGNORECASE)


def _names_receiver(context: AidContext, passage: Passage, at: int) -> bool:
    """Whether a receiver that is not the publisher's own state begins right here."""
    return any(
        0 <= mention.start - at <= _BESIDE
        and context.is_receiver(Side(mention.actors))
        and bool(
            {actor.code for actor in mention.actors}
            & (context.default_recipient.codes or {actor.code for actor in mention.actors})
        )
        for mention in passage.mentions
        if not mention.possessive or mention.end < passage.end
    )


_BESIDE: Final = 4


def _stored(context: AidContext, passage: Passage, things: Sequence[Thing]) -> list[Given]:
    """Relief that an agency loads, stores near by or gets ready ("has pre-positioned 3,000 tents")."""
    out: list[Given] = []
    for match in _STORING.finditer(passage.text):
        at = passage.start + match.end()
        first = next((thing for thing in things if thing.start >= at), None)
        if first is None or any(not is_filler(passage, token) for token in passage.between(at, first.start)):
            continue
        chain = coordinated(passage, things, first)
        if first.quantity is None or not all(thing.item_class in {*_RELIEF, "equipment", "energy"} for thing in chain):
            continue
        if not (context.relief or context.near(passage.index)):
            continue
        out.extend(Given(passage, thing, "stored-for-relief", "in_delivery", None, 0.7) for thing in chain)
    return out


_STORING: Final = compile_later(
    r"\b(?:pre-?position(?:s|ed|ing)?|stockpil(?:es|ed|ing)|load(?:s|ed|ing)|stor(?:es|ed|ing)|assembl(?:es|ed|ing)|dispatch(?:es|ed|ing)|truck(?:s|ed|ing) in|airlift(?:s|ed|ing)?|fl(?:ew|ies|ying|own) in|ferr(?:ies|ied|ying)|bring(?:s|ing)? in|brought in|set(?:s|ting)? up|(?:has|have) opened)\b",
    re.IGNORECASE,
)


def _let_in(context: AidContext, passage: Passage, things: Sequence[Thing]) -> list[Given]:
    """Such as "allowed 40 trucks of fuel into Gaza", "Forty trucks of fuel were allowed in"."""
    out: list[Given] = []
    text, base = passage.text, passage.start
    for thing in things:
        if thing.quantity is None or thing.item_class not in {*_RELIEF, "vehicle", "energy", "equipment"}:
            continue
        passive = _WERE_LET.match(text, thing.end - base)
        active = _LET.search(text, 0, thing.start - base) and _IN.match(text, thing.end - base)
        if not (passive or active) or not (context.relief or context.near(passage.index)):
            continue
        if not (context.default_recipient.actors or recipients_in(context, passage)):
            continue
        out.append(Given(passage, thing, "let-in", "delivered", None, 0.7))
    return out


_WERE_LET: Final = compile_later(
    r"(?: \w+){0,3}? (?:was|were|has been|have been|had been) (?:\w+ )?(?:allowed|let|permitted|cleared|able) (?:in\b|into|through|to (?:enter|cross|go|pass|reach|get))",
    re.IGNORECASE,
)
_LET: Final = compile_later(
    r"\b(?:allow(?:s|ed|ing)?|let|lets|letting|permit(?:s|ted|ting)?) (?:(?:in|about|some|around|only|just|up to|more than|over|nearly|at least|another|an additional|the first) )*$",
    re.IGNORECASE,
)
_IN: Final = compile_later(
    r"(?: of \w+| (?:carrying|loaded with|with) [\w ]{3,40})?(?: a day| daily| each day)? (?:in\b|into|through|across|to (?:enter|cross|go into|pass|reach|get))",
    re.IGNORECASE,
)


def _about_to_open(context: AidContext, passage: Passage, things: Sequence[Thing]) -> list[Given]:
    """A field hospital, kitchen or shelter that is to open for people in need."""
    return [
        Given(passage, thing, "about-to-open", "announced", None, 0.65)
        for thing in things
        if _OPENS.match(passage.text, thing.end - passage.start)
        and _FACILITY.search(passage.text, thing.start - passage.start, thing.end - passage.start)
        and (context.relief or context.near(passage.index))
    ]


_OPENS: Final = compile_later(
    r"(?: \w+){0,3}? (?:(?:is|are|was|were) (?:due|set|expected|scheduled|planned|about|to|being)(?: to)?|will(?: also)?|has been|have been|was|were) (?:be )?(?:open|opened|start|set up|established|arrive|built|operational)\b",
    re.IGNORECASE,
)
_FACILITY: Final = compile_later(
    r"\b(?:field hospitals?|(?:mobile|field) (?:clinics?|kitchens?)|mobile medical units?|health posts?|stabili[sz]ation points?)$",
    re.IGNORECASE,
)


def _among_those(context: AidContext, passage: Passage, things: Sequence[Thing]) -> list[Given]:
    """Such as "Anti-tank missiles and shells are said to be among the weapons held back"."""
    last = None
    match = None
    for thing in things:
        match = _AMONG.match(passage.text, thing.end - passage.start)
        if match is not None:
            last = thing
            break
    if last is None or match is None or not (context.default_recipient.actors or recipients_in(context, passage)):
        return []
    held = _HELD.search(match[0]) is not None
    status: AidStatus = "suspended" if held else "announced"
    return [Given(passage, thing, "among-those-given", status, None, 0.7) for thing in coordinated_before(passage, things, last)]


_AMONG: Final = compile_later(
    r",? (?:is|are|was|were|will be)(?: (?:also|reportedly|understood|believed|thought|said|reported|expected|known|likely))*(?: to (?:be|have been))? (?:among|part of) (?:the|those) (?:\w+ ){0,2}?"
    r"(?:weapons?|weaponry|arms|equipment|items|supplies|systems|munitions|aid|kit|materiel|hardware|goods|deliver(?:y|ies)|shipments?|package|consignment)"
    r"(?: (?:that|which))?(?: (?:were|was|are|is|have|has|had|been|being|to|be|will|would|now|already|recently)){0,4} "
    r"(?:affected|held|withheld|paused|halted|suspended|delayed|blocked|stopped|frozen|delivered|sent|shipped|promised|pledged|donated|supplied|provided|given|handed|transferred|requested|approved|destined|bound|for|on)\b",
    re.IGNORECASE,
)
_HELD: Final = re.compile(r"(?:affected|held|withheld|paused|halted|suspended|delayed|blocked|stopped|frozen)$", re.IGNORECASE)


def _invested_in(context: AidContext, passage: Passage, things: Sequence[Thing]) -> list[Given]:
    """What money goes into for another: "is putting €200m into Ukrainian-made drones"."""
    out: list[Given] = []
    usual = context.default_recipient.codes
    for money in passage.money:
        match = _INTO.match(passage.text, money.end - passage.start)
        if match is None or not _PUTTING.search(passage.text, 0, money.start - passage.start):
            continue
        at = passage.start + match.end()
        first = next((thing for thing in things if thing.start >= at), None)
        if first is None or any(not is_filler(passage, token) for token in passage.between(at, first.start)):
            continue
        if first.item_class in CIVIL and first.item_class != "equipment":
            continue
        made_there = any(at <= hit.start < first.end and hit.entry.key in usual for hit in passage.of("state"))
        if not (made_there or _names_receiver(context, passage, first.end + len(" for "))):
            continue
        out.extend(
            Given(passage, thing, "paid-for", "allocated", None, 0.65) for thing in coordinated(passage, things, first)[:2]
        )
    return out


_INTO: Final = compile_later(
    r" (?:more )?(?:into|in|on|for|towards?) (?:the )?(?:(?:production|purchase|manufacture|making) of )?", re.IGNORECASE
)
_PUTTING: Final = compile_later(
    r"\b(?:put(?:s|ting)?|invest(?:s|ed|ing)?|pour(?:s|ed|ing)?|spend(?:s|ing)?|spent|inject(?:s|ed|ing)?|channel(?:s|led|ling)?|plough(?:s|ed|ing)?)\b[^.;]{0,30}$",
    re.IGNORECASE,
)

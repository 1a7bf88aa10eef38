"""Who gives where nobody is named beside the aid: the programme, the sentences before, the rest of the text."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from briefing_tui.extracting.actors.state_names import STATE_NAMES
from briefing_tui.extracting.aid.amount_signs import FROZEN
from briefing_tui.extracting.aid.context import NOBODY, USUAL_GIVERS, AidContext, Side
from briefing_tui.extracting.aid.direction import find_subject
from briefing_tui.extracting.aid.donors import made_by
from briefing_tui.extracting.aid.drafts import Draft
from briefing_tui.extracting.aid.verbs import find_verbs
from briefing_tui.extracting.passages import Mention, Passage
from briefing_tui.model import Actor
from briefing_tui.model.patterns import compile_later

NEIGHBOURS: Final = 4
"""How many sentences back a component looks for its package."""


CONFERENCE: Final = compile_later(
    r"\b(?:conference|summit|meeting|round ?table|donors'? (?:event|gathering)|forum|telethon)\b", re.IGNORECASE
)


def inherited(side: Side) -> Side:
    """A side taken over from another sentence."""
    return Side(side.actors, side.mentions, near=False)


def likely_giver(context: AidContext, draft: Draft, earlier: list[Draft]) -> Side:
    """The giver nobody names beside the aid: the programme's own, the nearest usual giver spoken of before it, else the one of the text."""
    passage = draft.passage
    giver = giver_of_mechanism(passage, draft)
    if giver is NOBODY:
        giver = _chamber(context, passage)
    if giver is not NOBODY or CONFERENCE.search(passage.text):
        return giver
    block = passage.sentence.block
    places = [
        place
        for place in context.reading.passages[max(0, passage.index - NEIGHBOURS) : passage.index + 1]
        if place.sentence.block == block
    ]
    for place in reversed(places):
        mentions = [mention for mention in place.mentions if mention.end <= draft.start]
        later = [mention for mention in place.mentions if mention.start >= draft.end] if place is passage else []
        for mention in [*reversed(mentions), *later]:
            side = Side(mention.actors, (mention,), near=place is passage)
            if _REPORTS.match(place.text, mention.end - place.start) or made_by(place, mention):
                continue
            if mention.kind != "medium" and side.codes and side.codes <= USUAL_GIVERS and not side.codes & draft.recipients.codes:
                return side
    givers = Counter(code for other in earlier if other.donors is not NOBODY for code in other.donors.codes & USUAL_GIVERS)
    if givers:
        code = givers.most_common(1)[0][0]
        other = next(other for other in earlier if code in other.donors.codes)
        if code not in draft.recipients.codes:
            return inherited(other.donors)
    titled = [hit for hit in context.reading.title_hits if hit.entry.category == "state" and hit.entry.key in USUAL_GIVERS]
    if titled and titled[0].entry.key not in draft.recipients.codes:
        code = titled[0].entry.key
        return Side((Actor(code=code, name=STATE_NAMES[code], via="list_heading"),), (), near=False)
    return NOBODY


_REPORTS: Final = compile_later(
    r"['’]?s? (?:\w+ )?(?:values?|valued|puts?|estimates?|estimated|reckons|calculates|counts?)\b", re.IGNORECASE
)
"""After a name that only says how much it is."""


def giver_of_mechanism(passage: Passage, draft: Draft) -> Side:
    """The giver that a programme's name says ("Presidential Drawdown Authority", "European Peace Facility")."""
    hits = [hit for hit in passage.hits if hit.entry.category == "mechanism" and hit.entry.get("giver")]
    near = [hit for hit in hits if draft.mechanism_span is not None and hit.start == draft.mechanism_span[0]]
    if not near:
        return NOBODY
    code = near[0].entry.get("giver")
    return Side((Actor(code=code, name=STATE_NAMES.get(code) or code.split(":", 1)[-1], via="name"),), (), near=False)


_OF_THE_SAME: Final = compile_later(
    r"\W*(?:it|this|these|the (?:package|donation|aid|assistance|contribution|sale|deal|shipment|delivery|money|funds?|loan|grant|freeze|suspension|pause|halt|decision|move))\b",
    re.IGNORECASE,
)


_FRAMES: Final = frozenset({"give", "promise", "announce", "fund"})


def giver_nearby(context: AidContext, draft: Draft) -> Side:
    """Who gives in the same sentence, or in the one or two before it that this one goes on from."""
    passage = draft.passage
    back = 2 if _OF_THE_SAME.match(passage.text) else 0
    for place in reversed(context.reading.passages[max(0, passage.index - back) : passage.index + 1]):
        if place.sentence.block != passage.sentence.block or (place is not passage and not place.has("aid_noun")):
            continue
        for verb in find_verbs(place):
            frames = _FRAMES | {"withhold"} if FROZEN.search(passage.text[: draft.start - passage.start]) else _FRAMES
            if verb.frame not in frames or verb.passive or verb.negated:
                continue
            side = find_subject(context, place, verb.start, draft.recipients.codes)
            if side is not NOBODY:
                return Side(side.actors, side.mentions, near=place is passage)
    return NOBODY


def _chamber(context: AidContext, passage: Passage) -> Side:
    """The giver whose parliament or council decides under a bare name: "the House passed", "Congress approved", "The Council adopted"."""
    match = _CHAMBERS.search(passage.text)
    if match is not None and not any(
        mention.start < passage.start + match.end() and passage.start + match.start() < mention.end
        for mention in passage.mentions
    ):
        return _named("USA", passage, match)
    match = _COUNCIL.search(passage.text)
    document = context.reading.document
    if match is not None and any(
        _EUROPEAN.search(words) for words in (document.title or "", document.publisher or "", document.text)
    ):
        return _named("org:European Union", passage, match)
    return NOBODY


def _named(code: str, passage: Passage, match: re.Match[str]) -> Side:
    actor = Actor(code=code, name=STATE_NAMES.get(code) or code.split(":", 1)[-1], via="metonym")
    return Side((actor,), (Mention(passage.start + match.start(), passage.start + match.end(), (actor,)),))


_CHAMBERS: Final = compile_later(
    r"\b(?:[Tt]he (?:House|Senate)|Congress|Capitol Hill|House Republicans|House Democrats|Senate Republicans|Senate Democrats|(?:Senate|House)(?= (?:bill|vote|measure|package|version|leaders|speaker|Speaker)))\b"
)
_COUNCIL: Final = compile_later(
    r"\b[Tt]he Council\b(?= (?:today |yesterday |on \w+ |also |has |have |had )*(?:adopted|approved|agreed|decided|took|allocated|established|increased|raised|mobili[sz]ed|granted))"
)
_EUROPEAN: Final = compile_later(r"\b(?:European|EU)\b")


def own_budget(context: AidContext, donors: Side) -> Side:
    """The Union where its Commission gives, except in the Commission's own texts: the money is the Union's."""
    donors = _state_of(context, donors)
    if not any(actor.code == _COMMISSION for actor in donors.actors):
        return donors
    if any(actor.code == _COMMISSION for actor in (*context.reading.publishers, *_publisher(context))):
        return donors
    actors: dict[str, Actor] = {}
    for actor in donors.actors:
        kept = Actor(code="org:European Union", name="European Union", via=actor.via) if actor.code == _COMMISSION else actor
        actors.setdefault(kept.code, kept)
    return Side(tuple(actors.values()), donors.mentions, donors.near)


def _state_of(context: AidContext, donors: Side) -> Side:
    """The state for a collective of its politicians ("Norway's parliamentary parties", "Dutch lawmakers")."""
    actors: dict[str, Actor] = {}
    for mention in donors.mentions:
        words = context.reading.text[mention.start : mention.end]
        named = next((hit.entry.key for hit in context.reading.hits_within(mention.start, mention.end, "state")), None)
        for actor in mention.actors:
            official = actor.code.startswith("group:") and named is not None and _POLITICIANS.search(words)
            kept = Actor(code=str(named), name=STATE_NAMES[str(named)], via="collective") if official else actor
            actors.setdefault(kept.code, kept)
    return Side(tuple(actors.values()), donors.mentions, donors.near) if donors.mentions else donors


_POLITICIANS: Final = compile_later(
    r"part(?:y|ies)|lawmakers|legislators|deputies|senators|MPs|parliamentarians|politicians|ministers|leaders|officials|authorities|coalition|government|taxpayers",
    re.IGNORECASE,
)


def _publisher(context: AidContext) -> tuple[Actor, ...]:
    return () if context.reading.publisher is None else (context.reading.publisher,)


_COMMISSION: Final = "org:European Commission"


def blocked_giver(context: AidContext, draft: Draft) -> Side:
    """The Union, where one of its members blocks or vetoes the money: who blocks is not who gives."""
    verb = draft.verb
    if verb is None or verb.frame != "withhold" or not draft.donors.codes & _VETOERS:
        return draft.donors
    word = draft.passage.text[verb.start - draft.passage.start : verb.end - draft.passage.start].lower()
    if not word.startswith(("block", "veto", "held up", "hold", "obstruct", "stall", "delay")) or not _EUROPEAN.search(
        context.reading.text
    ):
        return draft.donors
    return Side((Actor(code="org:European Union", name="European Union", via="metonym"),), (), near=False)


_VETOERS: Final = frozenset({"HUN", "SVK", "CYP", "AUT"})
"""Members that are known to hold up what the Union gives."""

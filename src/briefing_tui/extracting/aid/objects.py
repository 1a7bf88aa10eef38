"""Things as objects of verbs of giving, asking, ordering, withholding and carrying."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from briefing_tui.extracting.aid.cargo import brought, cargo, load_of
from briefing_tui.extracting.aid.chains import FILLERS, Given, coordinated, filler_spans
from briefing_tui.extracting.aid.context import AidContext
from briefing_tui.extracting.aid.government import governs
from briefing_tui.extracting.aid.item_bounds import verb_starts
from briefing_tui.extracting.aid.item_phrases import Thing
from briefing_tui.extracting.aid.likely_gifts import object_confidence
from briefing_tui.extracting.aid.passive_receivers import is_given_to, subject_receives
from briefing_tui.extracting.aid.verbs import AidVerb
from briefing_tui.extracting.passages import Passage, Token
from briefing_tui.model.patterns import compile_later

OBJECT_FRAMES: Final = frozenset({"give", "promise", "announce", "ask", "order", "withhold", "receive", "contain"})
_WITH: Final = frozenset({"equip", "thank", "ask_for"})
"""Frames whose thing follows a preposition: "supplied the army with tanks", "thanked Oslo for the launchers"."""


_AID_FILLERS: Final = frozenset(
    {
        "form",
        "range",
        "including",
        "consisting",
        "package",
        "packages",
        "as",
        "like",
        "comprising",
        "kinds",
        "types",
        "forms",
        "quantities",
        "use",
        "release",
        "delivery",
        "sale",
        "transfer",
        "export",
        "supply",
        "provision",
        "purchase",
        "deliveries",
        "shipment",
        "shipments",
        "handover",
        "donation",
        "with",
        "well",
    }
)


_LOADED: Final = compile_later(r"\s+(?:with|carrying|loaded|laden|full of|bringing)\b")
"""After a ship, plane or truck that only carries the aid."""
_OWN: Final = compile_later(r"\bown \w", re.IGNORECASE)
_PENALTY: Final = compile_later(
    r"\b(?:sanction|blacklist|designat|indict|charged|penalt|prosecut|arrest|convict|smuggl)", re.IGNORECASE
)
_CRIME: Final = compile_later(r"\b(?:guilty|conspir\w+|traffick\w+|indictment|smuggling|smugglers?)\b", re.IGNORECASE)
_BLAMED: Final = compile_later(
    r"\b(?:that|which|who|for|over|on|with|accused of|allegedly|suspected of)\s+(?:[\w-]+ ){0,2}$", re.IGNORECASE
)
"""Before a verb that only says what someone is punished for."""
_PRONOUNS: Final = frozenset({"it", "them", "him", "her", "us", "me", "you"})
_MUST_GO: Final = compile_later(r"\s+(?:to|removed|destroyed|withdrawn|out|gone|back|off|banned|away|returned|pulled)\b")
"""After what someone wants to be rid of or to act."""
_SURE: Final = 0.8
_GOVERNING: Final = frozenset({"give", "promise", "order", "receive"})
"""Frames whose object is found though adverbs or asides come before it."""
_RELIEF: Final = frozenset({"humanitarian", "medical", "energy"})


def objects(context: AidContext, passage: Passage, things: Sequence[Thing], verbs: Sequence[AidVerb]) -> list[Given]:
    """The objects of a verb of giving and whatever is coordinated with them."""
    out: list[Given] = []
    for verb in verbs:
        if verb.frame == "contain" or (verb.passive and verb.frame != "equip" and not is_given_to(passage, verb)):
            continue
        equip = verb.frame in _WITH
        if verb.frame == "arrive" and not verb.passive:
            out.extend(brought(context, passage, verb, things))
            continue
        if verb.frame == "carry":
            out.extend(cargo(context, passage, verb, things))
            continue
        if (
            verb.frame not in OBJECT_FRAMES
            and not equip
            and not (verb.frame == "fund" and verb.hit.entry.key in {"allocate", "free"})
        ):
            continue
        first = next((thing for thing in things if thing.start >= verb.end), None)
        if first is None or not (
            _reaches(context, passage, verb, first, things)
            or _after_unknown(passage, verb, first)
            or (not equip and not verb.passive and verb.frame in _GOVERNING and governs(passage, verb, first))
        ):
            continue
        if _CRIME.search(passage.text) or passage.text.startswith("capability", first.core - passage.start):
            continue
        if _PENALTY.search(passage.text) and _BLAMED.search(passage.text[: verb.start - passage.start]):
            continue
        loads = load_of(passage, things, first)
        if loads:
            if object_confidence(context, passage, verb, loads, things) is not None:
                out.extend(Given(passage, thing, "cargo", verb.status, verb.hit, 0.75, verb.negated) for thing in loads)
            continue
        if _OWN.search(passage.text[first.start - passage.start - 5 : first.end - passage.start]):
            continue
        if first.item_class == "mine" and verb.hit.entry.key == "authorize":
            continue  # mines are cleared, not authorised
        chain = coordinated(passage, things, first)
        base = object_confidence(context, passage, verb, chain, things)
        if base is None:
            continue
        if not any(
            thing.quantity is not None or not thing.weak or (thing.item_class in _RELIEF and base >= _SURE) for thing in chain
        ):
            continue
        if verb.hit.entry.key == "deploy" and not all(thing.item_class in _RELIEF for thing in chain):
            continue  # arms are deployed to fight, clinics to help
        if verb.hit.entry.key == "want" and _MUST_GO.match(passage.text, chain[-1].end - passage.start):
            continue
        for thing in chain:
            if thing.weak and _LOADED.match(passage.text, thing.end - passage.start):
                continue
            if (
                thing.generic
                and thing is not chain[-1]
                and re.match(r"\s*,?\s*(?:like|such as|including)\b", passage.text[thing.end - passage.start :])
            ):
                continue
            out.append(
                Given(
                    passage, thing, "object-of-giving", verb.status, verb.hit, base - (0.15 if thing.weak else 0.0), verb.negated
                )
            )
    return out


def _reaches(context: AidContext, passage: Passage, verb: AidVerb, thing: Thing, things: Sequence[Thing]) -> bool:
    """Whether only articles, recipients, amounts and words of aid stand between a verb and its object."""
    del context, things
    if verb.frame in _WITH:
        return _reaches_with(passage, verb, thing)
    position = verb.end
    spans = filler_spans(passage)
    lenient = False
    for token in passage.between(position, thing.start):
        if token.start < position:
            continue
        span = next((span for span in spans if span[0] <= token.start < span[1]), None)
        if span is not None:
            position = span[1]
            if span[2] == "aid":
                lenient = True
            continue
        if (
            token.low in FILLERS
            and not (token.low == "to" and not _mention_follows(passage, token))
            and not (token.low == "from" and not lenient)
        ):
            if token.low == "over" and not lenient:
                return False
            continue
        if lenient and token.low in _AID_FILLERS:
            continue
        if token.low in _PRONOUNS and token.start - verb.end <= 1:
            continue
        if token.low in {"that", "which", "will", "would"} and lenient:
            continue
        if (
            token.low in _AID_FILLERS
            or (token.low in {"for", "on"} and verb.frame == "ask")
            or token.low in {"'s", "'", "(", ")", "$", "“", '"'}
        ):
            continue
        return False
    return True


def _after_unknown(passage: Passage, verb: AidVerb, first: Thing) -> bool:
    """Whether members of a list that no word is known for come before the first thing ("asked for more airpower and air defences")."""
    if verb.passive or verb.frame not in {"give", "ask"}:
        return False
    between = passage.text[verb.end - passage.start : first.start - passage.start]
    if len(between) > _LEAD or _UNKNOWN.fullmatch(between) is None:
        return False
    verbs = verb_starts(passage)
    return not any(
        token.start in verbs or token.low in _NO_MEMBER or token.low.endswith(("ly", "ing"))
        for token in passage.between(verb.end, first.start)
    )


_LEAD: Final = 70
_UNKNOWN: Final = compile_later(
    r" (?:[\w’'-]+ ){0,2}[\w’'-]+(?:, (?:[\w’'-]+ ){0,2}[\w’'-]+)*(?:,? (?:and|as well as) |, )(?:more |some |the |additional )?",
    re.IGNORECASE,
)
_NO_MEMBER: Final = frozenset(
    "which who that whose where when while as to by at from with on in of is are was were be been has have had will would said says after before because but not he"
    " she it they we i this these those there here also them him her us me you its their our his".split()
)


def _reaches_with(passage: Passage, verb: AidVerb, thing: Thing) -> bool:
    between = passage.between(verb.end, thing.start)
    word = "with" if verb.frame == "equip" else "for"
    place = next((index for index, token in enumerate(between) if token.low == word), None)
    if place is None:
        return False
    if verb.passive:
        if place > 2 or not subject_receives(passage, verb):
            return False
    elif len(between[:place]) > 12 or not (
        verb.frame == "ask_for"
        or any(verb.end <= mention.start and mention.end <= between[place].start for mention in passage.mentions)
    ):
        return False
    return all(
        token.low in FILLERS
        or (verb.frame == "ask_for" and token.low in _HELP_IN)
        or any(q.start <= token.start < q.end for q in passage.quantities)
        for token in between[place + 1 :]
    )


_HELP_IN: Final = frozenset(
    "help in with financing funding paying acquiring buying getting obtaining procuring purchasing delivery deliveries supplies supply of permission use".split()
)


def _mention_follows(passage: Passage, token: Token) -> bool:
    return any(0 <= mention.start - token.end <= 5 for mention in passage.mentions)

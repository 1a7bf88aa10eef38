"""Things as objects of verbs of giving, asking, ordering, withholding and carrying."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from briefing_tui.extracting.aid.cargo import brought, cargo, load_of
from briefing_tui.extracting.aid.chains import CIVIL, FILLERS, Given, coordinated, filler_spans, near_aid
from briefing_tui.extracting.aid.context import USUAL_GIVERS, AidContext, recipients_in
from briefing_tui.extracting.aid.government import fights_here, governs
from briefing_tui.extracting.aid.item_phrases import Thing
from briefing_tui.extracting.aid.verbs import AidVerb
from briefing_tui.extracting.passages import Mention, Passage, Token
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
    }
)


_LOADED: Final = compile_later(r"\s+(?:with|carrying|loaded|laden|full of|bringing)\b")
"""After a ship, plane or truck that only carries the aid."""
_OWN: Final = compile_later(r"\bown \w", re.IGNORECASE)
_PENALISED: Final = compile_later(
    r"\b(?:sanction|blacklist|designat|indict|charg|penalt|prosecut|arrest|convict|smuggl)\w*\b[^.;:]{0,120}\b(?:that|which|who|for|over|of|accused of|allegedly|suspected of)\s+(?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
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
        if verb.frame == "contain" or (verb.passive and verb.frame != "equip" and not _is_given_to(passage, verb)):
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
            or (not equip and not verb.passive and verb.frame in _GOVERNING and governs(passage, verb, first))
        ):
            continue
        if _PENALISED.search(passage.text[: verb.start - passage.start]):
            continue
        loads = load_of(passage, things, first)
        if loads:
            if _object_confidence(context, passage, verb, loads, things) is not None:
                out.extend(Given(passage, thing, "cargo", verb.status, verb.hit, 0.75, verb.negated) for thing in loads)
            continue
        if _OWN.search(passage.text[first.start - passage.start - 5 : first.end - passage.start]):
            continue
        if first.item_class == "mine" and verb.hit.entry.key == "authorize":
            continue  # mines are cleared, not authorised
        chain = coordinated(passage, things, first)
        base = _object_confidence(context, passage, verb, chain, things)
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


def subject_receives(passage: Passage, verb: AidVerb) -> bool:
    """Whether a passive's subject is who receives: "the army will be supplied with rifles", "Kyiv was promised jets"."""
    word = passage.text[verb.start - passage.start : verb.end - passage.start].lower()
    if verb.frame == "equip" and (
        word not in _SUPPLIED_WITH or not (verb.ahead or _BEEN.search(passage.text[: verb.start - passage.start]))
    ):
        return False
    subject = next((mention for mention in reversed(passage.mentions) if mention.end <= verb.start), None)
    if subject is None or (subject.adjective and subject.kind == "name"):
        return _WHO_RECEIVES.search(passage.text[: verb.start - passage.start]) is not None
    between = passage.between(subject.end, verb.start)
    return len(between) <= 7 and all(
        token.low in _HELPING or token.low.endswith("ly") or token.low in _RECEIVERS for token in between
    )


_SUPPLIED_WITH: Final = frozenset(
    {"supplied", "equipped", "provided", "outfitted", "furnished", "issued", "resupplied", "reinforced", "kitted out"}
)
_BEEN: Final = compile_later(r"\b(?:been|being|was|were)\b[^,;]{0,20}$", re.IGNORECASE)
_RECEIVERS: Final = frozenset(
    "army forces troops soldiers units brigades navy air force pilots crews hospitals hospital refugees families people civilians households villagers rebels"
    " fighters militias militia police guards residents communities schools shelters clinics commandos patients government military".split()
)
_WHO_RECEIVES: Final = compile_later(
    r"\b(?:army|forces?|troops|soldiers|units|brigades?|navy|pilots|crews|hospitals?|refugees|families|people|civilians|households|rebels|militias?|police|guards|residents|communities|schools|clinics|patients)"
    r" (?:\w+ ){0,4}$",
    re.IGNORECASE,
)
_HELPING: Final = frozenset(
    "is are was were be been being has have had will would to can could may might must should also now soon already still finally to due set expected"
    " scheduled has first yet recently not 's".split()
)


def _is_given_to(passage: Passage, verb: AidVerb) -> bool:
    """Whether a passive has its receiver for a subject and the thing for an object: "were given 12 radios", "has been promised jets"."""
    return (
        verb.frame in {"give", "promise"}
        and passage.text[verb.start - passage.start : verb.end - passage.start].lower() in _GIVEN_TO
    )


_GIVEN_TO: Final = frozenset(
    "given sent lent promised offered handed granted gifted loaned supplied sold awarded pledged issued".split()
)


def _object_confidence(
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
        if verb.hit.entry.key in {"announce", "authorize"} and not (to_other or context.default_recipient.actors):
            return None
        if to_other:
            return 0.8
        return 0.65 if military and context.default_recipient.actors else None
    if verb.frame in {"ask", "ask_for"}:
        return _asked_confidence(context, passage, verb, chain, military=military, to_other=to_other)
    if verb.frame == "thank":
        return 0.75 if military or any(thing.quantity is not None for thing in chain) else None
    if verb.frame == "receive":
        if verb.hit.entry.key == "expect" and not _counted(chain):
            return None
        taker = [mention for mention in passage.mentions if mention.end <= verb.start and not mention.adjective]
        usual = context.default_recipient.codes
        if taker and usual & {actor.code for actor in taker[-1].actors}:
            return 0.75 if military or passage.has("aid_noun", "handover") else None
        giver = any(
            hit.start >= chain[-1].end and passage.text[: hit.start - passage.start].rstrip().endswith(" from")
            for hit in passage.of("state", "org")
        )
        fights = fights_here(passage, verb.start, chain[-1].end, things)
        if taker and giver and (military or _counted(chain)) and not fights:
            return 0.7
        if military and not fights and taker and _receives_itself(passage, taker[-1], verb):
            return 0.6
        counted = any(thing.quantity is not None for thing in chain)
        return 0.6 if usual and (military or counted) and not taker and not fights else None
    if verb.frame == "order":
        if _DOMESTIC.search(passage.text) and not _ON_BEHALF.search(passage.text):
            return None
        lead = [token.low for token in passage.tokens[max(0, passage.token_at(verb.start) - 3) : passage.token_at(verb.start)]]
        if any(word.startswith("request") for word in lead):
            return 0.8
        asked = any(
            hit.entry.category == "aid_verb" and hit.entry.get("frame") == "ask" and hit.end <= verb.start for hit in passage.hits
        )
        if military and (asked or _ON_BEHALF.search(passage.text) or _MONEY.search(passage.text[: verb.start - passage.start])):
            return 0.7 if context.default_recipient.actors else None
        selling = any(
            hit.entry.get("unit") == "sale"
            for place in context.reading.passages[max(0, passage.index - 2) : passage.index + 1]
            for hit in place.hits
            if hit.entry.category == "aid_noun"
        )
        return 0.65 if military and (to_other or passage.has("mechanism") or selling) else None
    if verb.frame == "fund":
        counted = any(thing.quantity is not None for thing in chain) and not _DOMESTIC.search(passage.text)
        if to_other and all(thing.item_class in _RELIEF for thing in chain) and _counted(chain):
            return 0.6
        return 0.6 if military and (to_other or (counted and context.default_recipient.actors)) else None
    return None


_DOMESTIC: Final = compile_later(
    r"\b(?:own (?:budget|programme|program|needs|forces|army|navy|air force|stocks)|(?:national|state|defen[cs]e) budget|modernis|moderniz|replac(?:e|es|ing|ement))",
    re.IGNORECASE,
)
"""What a state buys for itself."""


def _receives_itself(passage: Passage, taker: Mention, verb: AidVerb) -> bool:
    """Whether an army, group or state that is no usual giver is the subject right before a verb of receiving."""
    between = passage.between(taker.end, verb.start)
    codes = {actor.code for actor in taker.actors}
    return len(between) <= 3 and all(token.low in _HELPING for token in between) and bool(codes) and not codes & USUAL_GIVERS


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
    if not military and not (_counted(chain) and (context.relief or to_other or asker)):
        return None
    if verb.frame == "ask_for":
        asked = any(verb.end <= mention.start < chain[0].start for mention in passage.mentions)
        return 0.65 if asked else None
    return 0.65 if in_need or to_other else None


_NEEDING: Final = ("need", "require", "urg", "demand", "call", "hope", "want", "lack")


def _counted(chain: Sequence[Thing]) -> bool:
    return any(thing.quantity is not None for thing in chain)


def _speaks_of(context: AidContext, passage: Passage) -> bool:
    """Whether the text is one on relief, or names its usual receiver in this sentence or the one before."""
    usual = context.default_recipient.codes
    return context.relief or any(
        usual & {actor.code for actor in mention.actors}
        for place in context.reading.passages[max(0, passage.index - 1) : passage.index + 1]
        for mention in place.mentions
    )


_ON_BEHALF: Final = compile_later(
    r"\bon (?:\w+['’]s?|its|their|our) behalf\b|\bon behalf of\b|\bfor (?:the )?(?:ukrainian|front|frontline)\b", re.IGNORECASE
)
_MONEY: Final = compile_later(
    r"\b(?:money|funds?|funding|cash|sum|grant|loan|donation|contribution|proceeds|profits|package|aid|assistance|initiative|programme|program|scheme|coalition)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
"""What pays for things bought for another."""
_SENDING: Final = ("send", "sent", "bring", "brought", "transport", "fly", "flew", "flown", "move")


_AIMED: Final = compile_later(
    r"^[^.;]{0,40}?\b(?:at|against|toward|towards|near|around|off|across|overnight|barrage|into (?:the )?(?:air|sky|sea)|crashing|slamming|raining)\b",
    re.IGNORECASE,
)
"""What is sent to strike, not to help."""


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

"""Which things in a sentence are given: the objects of verbs of giving, what a package includes, what is delivered, what a list holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from briefing_tui.extracting.aid_direction import AidContext, recipients_in
from briefing_tui.extracting.aid_verbs import AidVerb, find_verbs
from briefing_tui.extracting.item_phrases import Thing, find_things
from briefing_tui.extracting.passages import Passage, Token
from briefing_tui.extracting.scan import Hit
from briefing_tui.model.vocabulary import AidStatus

_OBJECT_FRAMES: Final = frozenset({"give", "promise", "announce", "ask", "order", "withhold", "receive", "contain"})
_FILLERS: Final = frozenset(
    "a an the its their his her our more another additional up to also both at least about some further much - – of in worth new even many"
    " several these those such quarter half third fleet various different desperately sorely badly long much-needed other urgently immediately quickly out over from".split()
)
_AID_FILLERS: Final = frozenset({"form", "range", "including", "consisting", "package", "packages", "as", "like", "comprising", "kinds", "types", "forms", "quantities", "use", "release", "delivery", "sale", "transfer", "export", "supply", "provision", "purchase", "deliveries", "shipment", "shipments", "handover", "donation", "with"})
_JOINS: Final = frozenset({",", ";", "and", "or", "plus", "&", "/", "–", "-", "—"})
_JOIN_WORDS: Final = frozenset(
    "including include includes such as well along together with also like alongside additional the a an their its more some other both further up to new"
    " of on top in addition plus consisting of namely then too".split()
)
_ASIDE: Final = frozenset("to for from by in on at of against into over per which that who whose used designed capable made first already recently previously".split())
_INCLUDING: Final = re.compile(r"\b(?:includ(?:ing|es?|ed)|such as|consist(?:s|ing)? of|compris(?:es|ed of|ing)|cover(?:s|ing)|contain(?:s|ing)|made up of|featuring|namely|among them|in the form of)\b[:,]?", re.IGNORECASE)
_INVERTED: Final = re.compile(
    r"^\W*(?:also|included|among|part of|in (?:it|the|this|that)|on (?:the|their|its|top)|with it|alongside|travel(?:l)?ing with|accompanying|coming with|added to|to be|still|(?:conspicuously )?(?:absent|missing|left out))\b[^.;]{0,70}?(?:\b(?:are|is|were|was|come|comes|will be|be)\b|:)\s",
    re.IGNORECASE,
)
_DONATED_COLON: Final = re.compile(r"^\W*(?:also |already |to be |still )?(?:donated|included|delivered|pledged|promised|announced|sent|provided|approved|ordered|requested|stuck|pending|outstanding|missing|absent)[^.;:]{0,30}:\s", re.IGNORECASE)
_LIST_CUE: Final = re.compile(
    r"\b(?:includ\w+|consist\w*|compris\w+|contain\w*|cover\w*|following|provid\w+|deliver\w*|procur\w+|suppl\w+|donat\w+|send\w*|sent|pledg\w+|ship\w*|receiv\w+|transferr\w+|capabilit\w+"
    r"|package|assistance|aid|equipment|items|weapons|supplies|allocat\w+|distribut\w+|brought|hand\w* over|in it|travel\w* with|announc\w+|committed|approved|made up of|these are|as follows)\b",
    re.IGNORECASE,
)
_FIGHTING: Final = re.compile(
    r"\b(?:struck|strike[sd]?|striking|attack\w*|destroy\w*|shot down|downed|intercept(?:ed|ing)|hit|launched|launching|fired|firing|explo\w+|killed|kills?|wounded|casualt\w+|bomb(?:ed|ing)|shell(?:ed|ing)|seiz\w+"
    r"|captured|damag\w+|sank|sunk|crash\w*|sanction\w*|designat\w+|violat\w+|targets?|targeted|claimed responsibility)\b",
    re.IGNORECASE,
)
_PARTICIPLE: Final = frozenset(
    "promised pledged donated supplied provided delivered sent given ordered requested gifted approved announced sought shipped transferred procured bought"
    " purchased committed allocated contributed offered".split()
)


@dataclass(frozen=True, slots=True)
class Given:
    """A thing that is given, promised, asked for or withheld, the rule that says so, and the verb that gives it its status."""

    passage: Passage
    thing: Thing
    rule: str
    status: AidStatus
    verb: Hit | None
    confidence: float
    negated: bool = False


def find_given(context: AidContext, passage: Passage, things: Sequence[Thing]) -> list[Given]:
    """The things of a passage that one of the frames governs, in text order, each once."""
    verbs = find_verbs(passage) if passage.has("aid_verb") else []
    found: dict[int, Given] = {}
    for rule in (_listed, _objects, _contained, _apposed, _handed_over, _subjects, _inverted, _qualified):
        for given in rule(context, passage, things, verbs):
            known = found.get(given.thing.start)
            if known is None or known.confidence < given.confidence:
                found[given.thing.start] = given
    kept = [found[start] for start in sorted(found)]
    return [given for given in kept if not (given.thing.generic and _alone(given, kept))]


def _alone(given: Given, others: Sequence[Given]) -> bool:
    """Whether a word as general as "weapons" stands by itself or only with its like, so that it names no item."""
    return not any(other.rule == given.rule and not other.thing.generic for other in others)


# ---- lists -------------------------------------------------------------------------------------------------------


def _listed(context: AidContext, passage: Passage, things: Sequence[Thing], verbs: Sequence[AidVerb]) -> list[Given]:
    """Bullets under a sentence or heading that introduces aid."""
    del verbs
    if passage.block.kind != "list_item" or not things:
        return []
    introduction = _introduction(context, passage)
    if introduction is None:
        return []
    status, verb, confidence = introduction
    if not _is_list_of_things(context, passage):
        return []
    if _FIGHTING.search(passage.text) and not passage.text[:40].lower().startswith(tuple("0123456789")):
        first = _FIGHTING.search(passage.text)
        if first is not None and first.start() < things[0].start - passage.start:
            return []
    out = []
    reach: int | None = None
    for thing in things:
        if reach is None:
            if not _opens(passage, thing):
                break
        elif not _continues(passage, reach, thing.start, bullets=True):
            continue
        out.append(Given(passage, thing, "list-of-aid", status, verb, confidence - (0.1 if thing.weak else 0.0)))
        reach = thing.end
    return out


def _opens(passage: Passage, thing: Thing) -> bool:
    """Whether a thing is what a bullet is about: it opens it, but for a number, an article or a verb of giving."""
    lead = passage.between(passage.start, thing.start)
    if not lead:
        return True
    given = {hit.start for hit in passage.hits if hit.entry.category == "aid_verb" and hit.entry.get("frame") in {"give", "promise", "order"}}
    return len(lead) <= 5 and all(token.low in _FILLERS or token.start in given or not token.low[0].isalpha() or _is_filler(passage, token) for token in lead)


def _is_list_of_things(context: AidContext, passage: Passage) -> bool:
    """Whether the bullets of this passage's list name things: half of them open with one, and not all are words of many uses."""
    introduction = passage.block.introduction
    if introduction is None:
        return False
    known = context.lists.get(introduction)
    if known is not None:
        return known
    bullets = opening = strong = military = 0
    block = -1
    for other in context.reading.passages[passage.index :]:
        if other.block.introduction != introduction:
            break
        if other.sentence.block == block:
            continue
        block = other.sentence.block
        bullets += 1
        first = next(iter(find_things(other)), None)
        if first is not None and _opens(other, first):
            opening += 1
            strong += not first.weak
            military += first.named or first.item_class not in _CIVIL
    on_subject = context.on_subject and context.near(passage.index)
    context.lists[introduction] = opening * 2 >= bullets and strong > 0 and (on_subject or military > 0)
    return context.lists[introduction]


_RELIEF: Final = frozenset({"humanitarian", "medical", "energy"})
_CIVIL: Final = frozenset({"humanitarian", "medical", "energy", "financial", "other", "vehicle", "equipment", "training", "engineering"})


def _introduction(context: AidContext, passage: Passage) -> tuple[AidStatus, Hit | None, float] | None:
    """Status, verb and confidence of the list's introduction, None when it introduces no aid."""
    reading = context.reading
    places = reading.introduction_of(passage)
    if not places:
        return None
    last = places[-1]
    if last.block.kind == "paragraph" and not last.text.rstrip().endswith((":", "–", "—")):
        return None
    text = last.text
    if _FIGHTING.search(text) and not re.search(r"\b(?:aid|assistance|package|donat|suppl|deliver|provid)\w*", text, re.IGNORECASE):
        return None
    aid = last.has("aid_noun", "handover", "mechanism") or any(verb.frame in {"give", "promise", "order", "ask", "contain", "receive"} for verb in find_verbs(last))
    if last.block.kind == "heading":
        if not (last.has("aid_noun") and context.on_subject and _LIST_CUE.search(text)):
            return None
    elif not (aid and _LIST_CUE.search(text)) and not _goes_on(context, last):
        return None
    if not (any(context.is_receiver(side) for side in recipients_in(context, last)) or context.default_recipient.actors or last.has("mechanism") or _goes_on(context, last)):
        return None
    verb = next((verb for verb in reversed(find_verbs(last)) if verb.frame in _OBJECT_FRAMES and verb.frame != "contain"), None)
    status: AidStatus = verb.status if verb is not None else "announced"
    return status, None if verb is None else None, 0.9 if last.has("aid_noun", "mechanism") else 0.8


def _goes_on(context: AidContext, introduction: Passage) -> bool:
    """Whether an introduction without a word of aid ("Traveling with the jets are:") follows sentences about aid."""
    if not context.on_subject or not re.search(r"\b(?:in it|contents?|with (?:it|them|the)|they are|these are|are|includ\w+|follow\w*)\b", introduction.text, re.IGNORECASE):
        return False
    passages = context.reading.passages
    before = passages[max(0, introduction.index - 2) : introduction.index]
    if introduction.block.heading is not None:
        before = before + context.reading.passages_of(introduction.block.heading)
    return any(place.has("aid_noun", "handover") or any(verb.frame in {"give", "promise"} for verb in find_verbs(place)) for place in before)


# ---- objects of verbs --------------------------------------------------------------------------------------------


def _objects(context: AidContext, passage: Passage, things: Sequence[Thing], verbs: Sequence[AidVerb]) -> list[Given]:
    """The objects of a verb of giving and whatever is coordinated with them."""
    out: list[Given] = []
    for verb in verbs:
        if verb.frame == "contain" or (verb.passive and verb.frame not in {"equip"}):
            continue
        equip = verb.frame == "equip"
        if verb.frame == "carry":
            out.extend(_cargo(context, passage, verb, things))
            continue
        if verb.frame not in _OBJECT_FRAMES and not equip and not (verb.frame == "fund" and verb.hit.entry.key == "allocate"):
            continue
        first = next((thing for thing in things if thing.start >= verb.end), None)
        if first is None or not _reaches(context, passage, verb, first, things):
            continue
        chain = _chain(passage, things, first)
        base = _object_confidence(context, passage, verb, chain)
        if base is None:
            continue
        if not any(thing.quantity is not None or not thing.weak or thing.item_class in _RELIEF for thing in chain):
            continue
        for thing in chain:
            if thing.weak and thing.generic and thing is not chain[-1]:
                continue
            out.append(Given(passage, thing, "object-of-giving", verb.status, verb.hit, base - (0.15 if thing.weak else 0.0), verb.negated))
    return out


_CARRIERS: Final = re.compile(r"\b(?:trucks?|lorr(?:y|ies)|convoys?|ships?|vessels?|flights?|planes?|aircraft|trains?|vehicles?|boats?|flotilla|wagons?|teams?|agenc(?:y|ies))\b", re.IGNORECASE)


def _cargo(context: AidContext, passage: Passage, verb: AidVerb, things: Sequence[Thing]) -> list[Given]:
    """What convoys, ships and flights of aid carry."""
    first = next((thing for thing in things if thing.start >= verb.end), None)
    if first is None or not context.on_subject or not _CARRIERS.search(passage.text[: verb.start - passage.start]):
        return []
    if any(not _is_filler(passage, token) for token in passage.between(verb.end, first.start)):
        return []
    chain = _chain(passage, things, first)
    if not all(thing.item_class in {"humanitarian", "medical", "energy", "equipment"} for thing in chain):
        return []
    return [Given(passage, thing, "cargo", verb.status, verb.hit, 0.75) for thing in chain]


def _object_confidence(context: AidContext, passage: Passage, verb: AidVerb, chain: Sequence[Thing]) -> float | None:
    """How sure an object of this verb is aid; None when it is not."""
    sides = recipients_in(context, passage)
    home = context.home
    to_other = any(side.codes - {home} - {"USA"} and context.is_receiver(side) for side in sides)
    military = any(thing.named or thing.item_class not in {"humanitarian", "medical", "energy", "financial", "other", "vehicle", "equipment"} for thing in chain)
    if not context.on_subject:
        return 0.65 if to_other and military and verb.frame in {"give", "equip"} else None
    if verb.frame in {"give", "equip"}:
        word = passage.text[verb.start - passage.start : verb.end - passage.start].lower()
        if word.startswith(_SENDING) and ((not to_other and not (context.default_recipient.actors and _near_aid(context, passage))) or _FIGHTING.search(passage.text) or _AIMED.search(passage.text[chain[-1].end - passage.start :])):
            return None
        if to_other:
            return 0.85
        if context.default_recipient.actors and (military or passage.has("aid_noun") or context.near(passage.index)):
            return 0.7
        return None
    if verb.frame == "withhold" and not to_other and not passage.has("handover"):
        return None
    if verb.frame in {"promise", "announce", "withhold"}:
        if verb.hit.entry.key in {"consider", "announce", "authorize"} and not (to_other or context.default_recipient.actors):
            return None
        if to_other:
            return 0.8
        return 0.65 if military and context.default_recipient.actors else None
    if verb.frame == "ask":
        asker = passage.mentions and any(context.default_recipient.codes & {actor.code for actor in mention.actors} for mention in passage.mentions)
        if verb.hit.entry.key == "request" and passage.text[verb.start - passage.start : verb.end - passage.start].lower().startswith(("need", "require", "urg", "demand", "call", "hope")):
            return 0.6 if military and asker else None
        return 0.75 if military and (asker or to_other) else None
    if verb.frame == "receive":
        taker = [mention for mention in passage.mentions if mention.end <= verb.start and not mention.adjective]
        return 0.75 if military and taker and context.default_recipient.codes & {actor.code for actor in taker[-1].actors} else None
    if verb.frame == "order":
        lead = [token.low for token in passage.tokens[max(0, passage.token_at(verb.start) - 3) : passage.token_at(verb.start)]]
        if any(word.startswith("request") for word in lead):
            return 0.8
        selling = any(hit.entry.get("unit") == "sale" for place in context.reading.passages[max(0, passage.index - 2) : passage.index + 1] for hit in place.hits if hit.entry.category == "aid_noun")
        return 0.65 if military and (to_other or passage.has("mechanism") or selling) else None
    if verb.frame == "fund":
        return 0.6 if military and to_other else None
    return None


_SENDING: Final = ("send", "sent", "bring", "brought", "transport", "fly", "flew", "flown", "move")
_AIMED: Final = re.compile(r"^[^.;]{0,40}?\b(?:at|against|toward|towards|across|overnight|barrage|into (?:the )?(?:air|sky|sea)|crashing|slamming|raining)\b", re.IGNORECASE)
"""What is sent to strike, not to help."""


def _reaches(context: AidContext, passage: Passage, verb: AidVerb, thing: Thing, things: Sequence[Thing]) -> bool:
    """Whether only articles, recipients, amounts and words of aid stand between a verb and its object."""
    del context, things
    if verb.frame == "equip":
        return _reaches_with(passage, verb, thing)
    position = verb.end
    spans = _filler_spans(passage)
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
        if token.low in _FILLERS and not (token.low == "to" and not _mention_follows(passage, token)) and not (token.low == "from" and not lenient):
            if token.low == "over" and not lenient:
                return False
            continue
        if lenient and token.low in _AID_FILLERS:
            continue
        if token.low in {"that", "which", "will", "would"} and lenient:
            continue
        if token.low in _AID_FILLERS or token.low in {"for", "on"} and verb.frame == "ask" or token.low in {"'s", "'", "(", ")", "$", "“", '"'}:
            continue
        return False
    return True


def _reaches_with(passage: Passage, verb: AidVerb, thing: Thing) -> bool:
    between = passage.between(verb.end, thing.start)
    place = next((index for index, token in enumerate(between) if token.low == "with"), None)
    if place is None:
        return False
    mentions = [mention for mention in passage.mentions if verb.end <= mention.start and mention.end <= between[place].start]
    if not mentions or len(between[:place]) > 12:
        return False
    return all(token.low in _FILLERS or any(q.start <= token.start < q.end for q in passage.quantities) for token in between[place + 1 :])


def _mention_follows(passage: Passage, token: Token) -> bool:
    return any(0 <= mention.start - token.end <= 5 for mention in passage.mentions)


def _filler_spans(passage: Passage) -> list[tuple[int, int, str]]:
    spans = [(mention.start, mention.end, "mention") for mention in passage.mentions if mention.kind not in {"collective"} or True]
    spans += [(money.start, money.end, "aid") for money in passage.money]
    spans += [(hit.start, hit.end, "aid") for hit in passage.hits if hit.entry.category in {"aid_noun", "handover", "mechanism"}]
    spans += [(quantity.start, quantity.end, "number") for quantity in passage.quantities]
    spans += [(day.start, day.end, "date") for day in passage.dates]
    return sorted(spans, key=lambda span: (span[0], -span[1]))


def _chain(passage: Passage, things: Sequence[Thing], first: Thing) -> list[Thing]:
    """A thing and those coordinated with it after it."""
    chain = [first]
    for thing in things:
        if thing.start < chain[-1].end or thing is first:
            continue
        if not _continues(passage, chain[-1].end, thing.start):
            break
        chain.append(thing)
    return chain


def _continues(passage: Passage, end: int, start: int, *, bullets: bool = False) -> bool:
    """Whether a thing that begins at `start` goes on with the list whose last member ended at `end`."""
    between = passage.between(end, start)
    if not between:
        return False
    if all(token.low in _JOINS or token.low in _JOIN_WORDS or token.low in {"(", ")"} for token in between):
        return any(token.low in _JOINS or token.low in {"including", "such", "as", "with", "alongside", "include", "includes", "like", "namely"} for token in between)
    spans = _filler_spans(passage)
    rest = [token for token in between if not any(low <= token.start < high for low, high, _ in spans)]
    if all(token.low in _JOINS or token.low in _JOIN_WORDS or token.low in {"(", ")", "for", "by", "'s", "worth", "from", "'"} for token in rest):
        return any(token.low in _JOINS for token in rest)
    last = _last_join(between)
    if last is None:
        return False
    lead = [token for token in between[last + 1 :] if token.low not in _JOIN_WORDS]
    if lead:
        return False
    aside = between[:last]
    if any(token.low in {"but", "while", "though", "although", "not", "because", "after", "said", "says", ".", "”", "who"} for token in aside):
        return False
    mark = between[last].low
    semicolon = any(token.low == ";" for token in between)
    if semicolon:
        return True
    verbal = any(token.low in {"to", "which", "that", "is", "are", "was", "were", "will", "has", "have", "had"} for token in aside)
    if bullets:
        return not verbal and len(aside) <= 12
    if mark == "," or any(token.low == "," for token in between[last - 1 : last]):
        return not verbal and len(aside) <= 8
    return not verbal and len(aside) <= 5 and any(q.start == start for q in passage.quantities)


def _last_join(between: Sequence[Token]) -> int | None:
    for index in range(len(between) - 1, -1, -1):
        if between[index].low in _JOINS or between[index].low in {"plus", "including"}:
            return index
    return None


# ---- what a package holds ----------------------------------------------------------------------------------------


def _contained(context: AidContext, passage: Passage, things: Sequence[Thing], verbs: Sequence[AidVerb]) -> list[Given]:
    """What stands after "includes", "such as", "consisting of", when aid is what includes it."""
    out: list[Given] = []
    if not things or not context.on_subject:
        return out
    status: AidStatus = next((verb.status for verb in verbs if verb.frame in {"give", "promise", "announce", "order"}), "announced")
    for match in _INCLUDING.finditer(passage.text):
        at = passage.start + match.end()
        lead = passage.text[: match.start()]
        if not _speaks_of_aid(context, passage, lead, things, passage.start + match.start()):
            continue
        first = next((thing for thing in things if thing.start >= at), None)
        if first is None or any(not _is_filler(passage, token) for token in passage.between(at, first.start)):
            continue
        negated = bool(re.search(r"\b(?:not|nor|n['’]t)\b[^,;]{0,20}$", lead))
        if _PACKAGE_SUBJECT.search(lead[-90:]):
            chain = _with_unknown(passage, things, first)
            out.extend(Given(passage, thing, "included-in-aid", status, None, 0.8 - (0.1 if thing.weak else 0.0), negated) for thing in chain)
            continue
        for thing in _chain(passage, things, first):
            out.append(Given(passage, thing, "included-in-aid", status, None, 0.85 - (0.1 if thing.weak else 0.0), negated))
    return out


_PACKAGE_SUBJECT: Final = re.compile(r"\b(?:package|tranche|drawdown|shipment|consignment|delivery|batch|convoy|assistance|donation|aid)\b[^.;]{0,40}$", re.IGNORECASE)
_SEGMENT: Final = re.compile(r"\s*(?:,\s*(?:and|plus|as well as)\s+|,\s*|;\s*(?:and\s+)?|\s+and\s+|\s+plus\s+|\s+as well as\s+)")
_SEGMENT_END: Final = re.compile(r"(?:\.(?:\s|$)|[:—–”“\"]|,? (?:which|that|who|to|according|as part|worth|while|but|after|in order|designed|intended|he|she|said|says|officials)\b)")


def _with_unknown(passage: Passage, things: Sequence[Thing], first: Thing) -> list[Thing]:
    """The list of a package's contents from its first known member on, the members without a known word too."""
    chain = _chain(passage, things, first)
    text, base = passage.text, passage.start
    out = list(chain)
    at = chain[-1].end - base
    for _ in range(12):
        joint = _SEGMENT.match(text, at)
        if joint is None:
            break
        ending = _SEGMENT_END.search(text, joint.end())
        stop = ending.start() if ending else len(text)
        following = _SEGMENT.search(text, joint.end(), stop)
        end = following.start() if following else stop
        known = [thing for thing in things if base + joint.end() <= thing.start < base + end]
        if known:
            chain = _chain(passage, things, known[0])
            out.extend(thing for thing in chain if thing not in out)
            at = chain[-1].end - base
            continue
        thing = _unknown(passage, base + joint.end(), base + end)
        if thing is None:
            break
        out.append(thing)
        at = end
    return out


def _unknown(passage: Passage, start: int, end: int) -> Thing | None:
    """A list member without a known word, when it looks like a noun phrase."""
    tokens = passage.between(start, end)
    if not 1 <= len(tokens) <= 7 or tokens[0].low in {"the", "a", "an", "it", "its", "they", "we", "he"}:
        return None
    verbs = {hit.start for hit in passage.hits if hit.how.startswith("verb") and not hit.how.endswith((".ed", ".base"))}
    if any(not token.low[0].isalnum() or token.start in verbs or token.low in _NOT_IN_NOUNS for token in tokens):
        return None
    if any(mention.start < end and start < mention.end and not mention.adjective for mention in passage.mentions):
        return None
    if not (tokens[-1].low.endswith("s") or tokens[-1].low in {"equipment", "gear", "support", "ammunition", "maintenance", "training"}):
        return None
    number = next((quantity for quantity in passage.quantities if quantity.start == start), None)
    return Thing(start, tokens[-1].end, tokens[-1].start, "equipment", None, number, weak=True, definite=False, named=False)


_NOT_IN_NOUNS: Final = frozenset("is are was were be been has have had will would can could may might must should not never than if when where from by with at into".split())


def _is_filler(passage: Passage, token: Token) -> bool:
    return token.low in _FILLERS or token.low in _JOIN_WORDS or any(low <= token.start < high for low, high, kind in _filler_spans(passage) if kind in {"number", "mention", "aid"})


_AID_SUBJECT: Final = re.compile(
    r"\b(?:package|aid|assistance|tranche|donation|delivery|deliveries|shipments?|capabilities|supplies|equipment|weapons|support|drawdown|announcement|batch|weaponry|arms|gifts?|contribution|pledge|convoy|consignment|items)\b",
    re.IGNORECASE,
)


def _speaks_of_aid(context: AidContext, passage: Passage, lead: str, things: Sequence[Thing], at: int) -> bool:
    """Whether what includes is aid: a noun of aid before the word, or a pronoun after a sentence about aid."""
    clause = re.split(r"[;]|\.\s", lead)[-1]
    if _FIGHTING.search(clause) and not re.search(r"\b(?:aid|assistance|package)\b", clause, re.IGNORECASE):
        return False
    aid = any(hit.entry.category in {"aid_noun", "handover", "mechanism"} and hit.entry.key not in {"support"} for hit in passage.hits if hit.end <= at)
    giving = any(hit.entry.category == "aid_verb" and hit.entry.get("frame") in {"give", "promise", "announce", "order"} for hit in passage.hits if hit.end <= at)
    if (aid or giving) and _AID_SUBJECT.search(clause):
        return bool(recipients_in(context, passage) or context.default_recipient.actors or passage.money)
    if re.match(r"\W*(?:it|they|these|this|that|those|which|the (?:package|aid|assistance|delivery|shipment|list|donation|announcement))\b", lead, re.IGNORECASE) and passage.index:
        before = context.reading.passages[passage.index - 1]
        return before.has("aid_noun") and (bool(before.money) or any(verb.frame in {"give", "announce", "promise", "withhold"} for verb in find_verbs(before)))
    del things
    return False


def _apposed(context: AidContext, passage: Passage, things: Sequence[Thing], verbs: Sequence[AidVerb]) -> list[Given]:
    """Things set off by a dash, colon or bracket after the package they make up ("the $8bn sale – missiles, shells, bombs –")."""
    del verbs
    out: list[Given] = []
    if not context.on_subject:
        return out
    for thing in things:
        index = passage.token_at(thing.start) - 1
        while index >= 0 and _is_filler(passage, passage.tokens[index]) and passage.tokens[index].low not in _JOINS:
            index -= 1
        if index < 1 or passage.tokens[index].low not in {"–", "—", ":", "(", "-"}:
            continue
        mark = passage.tokens[index].start
        noun = next((hit for hit in passage.hits if hit.entry.category == "aid_noun" and hit.entry.get("unit") in {"package", "sale", "grant", "aid"} and hit.entry.key != "weapons" and 0 <= mark - hit.end <= 40 and hit.end <= mark), None)
        if noun is None or any(token.low in {",", ";", "."} for token in passage.between(noun.end, mark)):
            continue
        for member in _chain(passage, things, thing):
            out.append(Given(passage, member, "apposed-to-package", "announced", None, 0.75))
    return out


# ---- nouns of handing over ---------------------------------------------------------------------------------------


def _handed_over(context: AidContext, passage: Passage, things: Sequence[Thing], verbs: Sequence[AidVerb]) -> list[Given]:
    """ "The delivery of Patriot missiles to …", "a shipment of grain", "HIMARS deliveries"."""
    out: list[Given] = []
    if not context.on_subject and not (
        context.relevance.foreign and recipients_in(context, passage) and any(thing.named or thing.item_class not in _CIVIL for thing in things)
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
        recipients = [side for side in recipients_in(context, passage) if context.is_receiver(side) and side.codes != {context.home}]
        known = any(context.default_recipient.codes & {actor.code for actor in mention.actors} for mention in passage.mentions)
        if not recipients and not known and not (context.default_recipient.actors and _near_aid(context, passage)):
            continue
        if any(thing.start <= mention.start < thing.end and mention.adjective and {actor.code for actor in mention.actors} & context.default_recipient.codes for mention in passage.mentions):
            continue
        if hit is not None and hit.entry.key == "sale" and not recipients:
            continue
        status: AidStatus = withheld.status if withheld is not None else hit.entry.get("status") if hit is not None else "in_delivery"
        confidence = 0.8 if any(side.codes - {context.home} for side in recipients) else 0.65
        for member in _chain(passage, things, thing) if hit is not None else [thing]:
            out.append(Given(passage, member, "noun-of-handing-over", status, hit, confidence - (0.15 if member.weak else 0.0)))
    return out


def _near_aid(context: AidContext, passage: Passage) -> bool:
    around = context.reading.passages[max(0, passage.index - 1) : passage.index + 2]
    return any(place.has("aid_noun") for place in around)


def _handover_before(passage: Passage, index: int) -> Hit | None:
    tokens = passage.tokens
    position = index - 1
    while position >= 0 and tokens[position].low in {"the", "its", "their", "more", "some", "a", "an", "additional", "further", "those", "these", "several", "new", "other"}:
        position -= 1
    if position < 1:
        return None
    end = tokens[position].end
    direct = next((hit for hit in passage.hits if hit.entry.category == "handover" and hit.end == end and passage.text[hit.start - passage.start : end - passage.start].lower().endswith(("for", "of"))), None)
    if direct is not None:
        return direct
    if tokens[position].low != "of":
        return None
    before = tokens[position - 1].end
    return next((hit for hit in passage.hits if hit.entry.category == "handover" and hit.end == before), None)


# ---- things as subjects ------------------------------------------------------------------------------------------


def _subjects(context: AidContext, passage: Passage, things: Sequence[Thing], verbs: Sequence[AidVerb]) -> list[Given]:
    """Things that "were delivered", "have arrived in", "are headed to", "will be sent"."""
    out: list[Given] = []
    if not context.on_subject:
        return out
    for verb in verbs:
        arriving = verb.frame == "arrive"
        if verb.frame == "withhold" and not passage.has("handover", "aid_noun"):
            continue
        if not arriving and not (verb.passive and verb.frame in {"give", "promise", "announce", "ask", "withhold", "fund"}):
            continue
        last = next((thing for thing in reversed(things) if thing.end <= verb.start), None)
        if last is None or not _verb_group(passage, last.end, verb.start):
            continue
        if arriving and not _arrives_at_recipient(context, passage, verb):
            continue
        if verb.frame == "arrive" and _fights(passage, things, last, context):
            continue
        chain = _chain_back(passage, things, last)
        if _governed_by_preposition(passage, chain[0]):
            continue
        recipients = recipients_in(context, passage)
        if not arriving and not recipients and not context.default_recipient.actors:
            continue
        if not arriving and not any(thing.named or not thing.weak for thing in chain):
            continue
        confidence = 0.8 if recipients or arriving else 0.65
        for thing in chain:
            out.append(Given(passage, thing, "subject-of-giving", verb.status, verb.hit, confidence - (0.15 if thing.weak else 0.0), verb.negated))
    return out


def _fights(passage: Passage, things: Sequence[Thing], last: Thing, context: AidContext) -> bool:
    """Whether what moves does so in battle: an enemy's drones, or things destroyed on their way."""
    del things
    if _FIGHTING.search(passage.text):
        return True
    giver = next((mention for mention in passage.mentions if last.start <= mention.start < last.end and mention.adjective), None)
    return giver is not None and not context.default_recipient.actors


def _verb_group(passage: Passage, end: int, start: int) -> bool:
    between = passage.between(end, start)
    if len(between) > 9:
        return False
    helping = frozenset(
        "is are was were be been being has have had will would to could can may might should must not never also now soon already still finally"
        " all both first due set expected scheduled reportedly recently earlier yet only just immediately eventually".split()
    )
    spans = _filler_spans(passage)
    return all(token.low in helping or token.low.endswith("ly") or token.low in {",", "(", ")"} or any(low <= token.start < high for low, high, _ in spans) or token.low in {"to", "for", "in", "from"} for token in between)


def _arrives_at_recipient(context: AidContext, passage: Passage, verb: AidVerb) -> bool:
    """Whether the verb of motion ends at a place or state that receives ("in Ukraine", "the frontline")."""
    tokens = passage.tokens
    rest = tokens[passage.token_at(verb.end) : passage.token_at(verb.end) + 7]
    mentions = [mention for mention in passage.mentions if mention.start >= verb.end and len(passage.between(verb.end, mention.start)) <= 4]
    word = passage.text[verb.start - passage.start : verb.end - passage.start].lower()
    if word.startswith(("head", "flow")):
        return bool(rest) and rest[0].low in {"to", "for", "towards", "toward", "east", "their", "into"}
    if word.startswith("follow"):
        return not mentions and verb.ahead and (not rest or rest[0].low in {"in", ".", "later", "next", "this", "by", "soon"})
    if not mentions:
        return bool(rest) and rest[0].low in {"at", "in"} and context.default_recipient is not None and word.startswith(("arriv", "land", "dock"))
    codes = {actor.code for mention in mentions[:1] for actor in mention.actors}
    return bool(codes & context.default_recipient.codes) or not context.default_recipient.actors or bool(codes and rest and rest[0].low in {"in", "to", "at"})


def _chain_back(passage: Passage, things: Sequence[Thing], last: Thing) -> list[Thing]:
    chain = [last]
    for thing in reversed(things):
        if thing.end > chain[0].start or thing is last:
            continue
        if not _continues(passage, thing.end, chain[0].start):
            break
        chain.insert(0, thing)
    return chain


def _governed_by_preposition(passage: Passage, thing: Thing) -> bool:
    index = passage.token_at(thing.start) - 1
    while index >= 0 and passage.tokens[index].low in {"the", "a", "an", "its", "their", "of", "first", "all", "most", "some", "many"}:
        if passage.tokens[index].low == "of" and passage.tokens[index - 1].low not in {"all", "most", "some", "many", "half", "dozens", "hundreds", "thousands", "part", "number", "one"}:
            return True
        index -= 1
    return index >= 0 and passage.tokens[index].low in {"with", "against", "from", "by", "on", "over", "at", "using", "in", "for"}


# ---- inverted sentences ------------------------------------------------------------------------------------------


def _inverted(context: AidContext, passage: Passage, things: Sequence[Thing], verbs: Sequence[AidVerb]) -> list[Given]:
    """ "Also included are X", "In the convoy are X", "Also donated: X"."""
    del verbs
    if not things or not context.on_subject:
        return []
    match = _DONATED_COLON.match(passage.text) or _INVERTED.match(passage.text)
    if match is None or _FIGHTING.search(passage.text[: match.end()]):
        return []
    before = context.reading.passages[passage.index - 1] if passage.index else None
    about = passage.has("aid_noun", "handover", "aid_verb") or (before is not None and before.has("aid_noun", "handover"))
    if not about:
        return []
    at = passage.start + match.end()
    first = next((thing for thing in things if thing.start >= at - 1), None)
    if first is None or any(not _is_filler(passage, token) for token in passage.between(at, first.start)):
        return []
    missing = bool(re.match(r"\W*(?:conspicuously )?(?:absent|missing|left out|still stuck|stuck)", passage.text, re.IGNORECASE))
    status: AidStatus = "suspended" if missing else "announced"
    return [Given(passage, thing, "inverted-list", status, None, 0.75 - (0.1 if thing.weak else 0.0)) for thing in _chain(passage, things, first)]


# ---- things with a clause on them --------------------------------------------------------------------------------


def _qualified(context: AidContext, passage: Passage, things: Sequence[Thing], verbs: Sequence[AidVerb]) -> list[Given]:
    """ "The missiles that Kyiv has asked for", "planes first promised in May", "systems donated by Spain"."""
    out: list[Given] = []
    if not context.on_subject:
        return out
    for verb in verbs:
        if verb.frame not in {"give", "promise", "ask", "withhold", "order", "receive"}:
            continue
        last = next((thing for thing in reversed(things) if thing.end <= verb.start), None)
        if last is None or last.weak or (last.generic and not last.quantity):
            continue
        between = passage.between(last.end, verb.start)
        words = [token.low for token in between]
        participle = verb.hit.how.endswith((".ed", ".pp")) and all(word in {"first", "already", "recently", "previously", "originally", "being", "newly", "earlier"} for word in words)
        following = passage.tokens[passage.token_at(verb.end)].low if passage.token_at(verb.end) < len(passage.tokens) else "."
        if participle and following not in {"by", "to", "in", "last", "for", "from", "earlier", "under", "on", "this", "as", "through", "since"}:
            participle = False
        relative = len(words) <= 9 and bool(words) and _relative_clause(passage, between)
        if not (participle or relative):
            continue
        known = context.default_recipient.codes
        codes = {actor.code for mention in passage.mentions for actor in mention.actors}
        if not recipients_in(context, passage) and not known & codes and not known:
            continue
        if not (last.named or last.item_class not in {"humanitarian", "medical", "energy", "other"} or known & codes):
            continue
        out.append(Given(passage, last, "qualified-thing", verb.status, verb.hit, 0.65, verb.negated))
    return out


def _relative_clause(passage: Passage, between: Sequence[Token]) -> bool:
    """Whether the words between a thing and a verb are a subject and its auxiliaries, with or without "that"."""
    words = [token.low for token in between]
    if any(word in {",", ";", "and", "to", "or", ".", "from", "with"} for word in words):
        return False
    opened = words[0] in {"that", "which", "whose"}
    mention = any(between[0].start <= mention.start <= between[-1].start for mention in passage.mentions)
    return mention and (opened or any(0 <= mention.start - between[0].start <= 4 for mention in passage.mentions))


def items_in(passage: Passage) -> list[Thing]:
    """The things named in a passage (see `find_things`)."""
    return find_things(passage)

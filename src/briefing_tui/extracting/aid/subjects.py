"""Things as subjects of giving, or with a clause that tells of giving."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from briefing_tui.extracting.aid.cargo import load_of
from briefing_tui.extracting.aid.chains import (
    CIVIL,
    FIGHTING,
    Given,
    coordinated,
    coordinated_before,
    filler_spans,
    is_filler,
    near_aid,
)
from briefing_tui.extracting.aid.context import AidContext, Side, groups_of
from briefing_tui.extracting.aid.government import fights_here
from briefing_tui.extracting.aid.item_phrases import Thing
from briefing_tui.extracting.aid.likely_gifts import is_commodity
from briefing_tui.extracting.aid.receiving import recipients_in
from briefing_tui.extracting.aid.verbs import AidVerb
from briefing_tui.extracting.passages import Passage, Token
from briefing_tui.model.patterns import compile_later


def subjects(context: AidContext, passage: Passage, things: Sequence[Thing], verbs: Sequence[AidVerb]) -> list[Given]:
    """Things that "were delivered", "have arrived in", "are headed to", "will be sent"."""
    out: list[Given] = []
    if not context.on_subject:
        return out
    for verb in verbs:
        arriving = verb.frame == "arrive"
        if verb.frame == "withhold" and not passage.has("handover", "aid_noun"):
            continue
        if not arriving and not (
            verb.passive and verb.frame in {"give", "promise", "announce", "ask", "withhold", "fund", "carry"}
        ):
            continue
        last = next((thing for thing in reversed(things) if thing.end <= verb.start), None)
        if last is None or not _verb_group(passage, last.end, verb.start):
            continue
        if arriving and (not _arrives_at_recipient(context, passage, verb) or _flies_itself(context, passage, last)):
            continue
        if not arriving and FIGHTING.search(passage.text) and _is_reduced(passage, last.end, verb.start):
            continue  # "hit the ship with missiles supplied by Britain"
        if verb.frame == "arrive" and _fights(passage, things, last, context):
            continue
        if (
            arriving
            and last.item_class in {"aviation", "naval", "vehicle"}
            and _LOADED.search(passage.text[verb.end - passage.start :])
        ):
            continue  # it only carries what is given
        chain = coordinated_before(passage, things, last)
        if is_commodity(passage, last) and not (context.relief or near_aid(context, passage)):
            continue
        if verb.hit.entry.key == "deploy" and not all(
            thing.item_class in {"humanitarian", "medical", "energy"} for thing in chain
        ):
            continue
        if _governed_by_preposition(passage, chain[0]):
            carrier = next((thing for thing in reversed(things) if thing.end <= chain[0].start), None)
            load = [] if carrier is None else load_of(passage, things, carrier)
            if load and load[-1].end >= last.end and (arriving or verb.frame == "give"):
                out.extend(Given(passage, thing, "cargo", verb.status, verb.hit, 0.75, verb.negated) for thing in load)
            continue
        recipients = recipients_in(context, passage)
        if not arriving and not recipients and not context.default_recipient.actors:
            continue
        if not arriving and not any(thing.named or not thing.weak for thing in chain):
            continue
        if (
            not arriving
            and not recipients
            and not near_aid(context, passage)
            and all(thing.item_class in CIVIL for thing in chain)
        ):
            continue
        confidence = 0.8 if recipients or arriving else 0.65
        out.extend(
            Given(
                passage,
                thing,
                "subject-of-giving",
                verb.status,
                verb.hit,
                confidence - (0.15 if thing.weak else 0.0),
                verb.negated,
            )
            for thing in [*chain, *_added(passage, things, verb)]
        )
    return out


def _added(passage: Passage, things: Sequence[Thing], verb: AidVerb) -> list[Thing]:
    """What came "along with" the subject of a passive, named after the verb."""
    if not (verb.passive or verb.frame == "arrive"):
        return []
    match = _ALONG.search(passage.text, verb.end - passage.start)
    if match is None:
        return []
    first = next((thing for thing in things if thing.start >= passage.start + match.end()), None)
    if first is None or any(not is_filler(passage, token) for token in passage.between(passage.start + match.end(), first.start)):
        return []
    return coordinated(passage, things, first)


_ALONG: Final = compile_later(
    r"[^.;:“”]{0,70}?,? (?:(?:along|together) with|as well as|plus|alongside|in addition to|as (?:are|is|were|was|will|have|has|do|did))\b"
)


_LOADED: Final = re.compile(r"\b(?:loaded|laden|carrying|packed|filled|with)\b", re.IGNORECASE)


def _flies_itself(context: AidContext, passage: Passage, thing: Thing) -> bool:
    """Whether an aircraft or ship only moves, in a sentence that names nobody who receives ("the rescue helicopter arrived")."""
    return (
        thing.item_class in {"aviation", "naval"}
        and thing.quantity is None
        and not thing.named
        and not recipients_in(context, passage)
    )


def _is_reduced(passage: Passage, end: int, start: int) -> bool:
    """Whether a participle stands right after its noun, without "was" or "will be"."""
    return not {token.low for token in passage.between(end, start)} & {"is", "are", "was", "were", "be", "been", "being"}


def _fights(passage: Passage, things: Sequence[Thing], last: Thing, context: AidContext) -> bool:
    """Whether what moves does so in battle: an enemy's drones, or things destroyed on their way."""
    if fights_here(passage, last.start, last.end, things):
        return True
    giver = next((mention for mention in passage.mentions if last.start <= mention.start < last.end and mention.adjective), None)
    if giver is None:
        return False
    return not context.default_recipient.actors or (
        last.item_class in {"uav", "missile", "aviation"} and not passage.has("handover", "mechanism")
    )


def _verb_group(passage: Passage, end: int, start: int) -> bool:
    between = passage.between(end, start)
    if between and between[0].low == ",":  # "the first ship, Zr.Ms. Makkum, will be handed over"
        close = next((index for index, token in enumerate(between[1:], 1) if token.low == ","), None)
        if close is not None and close <= _LONGEST_ASIDE:
            between = between[close + 1 :]
    elif between and between[0].low == "worth" and any(token.low == "," for token in between):
        return _verb_group(passage, next(token for token in between if token.low == ",").start, start)
    if len(between) > 9:
        return False
    helping = frozenset(
        "is are was were be been being has have had will would to could can may might should must not never also now soon already still finally"
        " all both first due set expected scheduled reportedly recently earlier yet only just immediately eventually".split()
    )
    spans = filler_spans(passage)
    return all(
        token.low in helping
        or token.low.endswith("ly")
        or token.low in {",", "(", ")", "out", "of"}
        or any(low <= token.start < high for low, high, _ in spans)
        or token.low in {"to", "for", "in", "from"}
        for token in between
    )


_LONGEST_ASIDE: Final = 14


def _arrives_at_recipient(context: AidContext, passage: Passage, verb: AidVerb) -> bool:
    """Whether the verb of motion ends at a place or state that receives ("in Ukraine", "the frontline")."""
    tokens = passage.tokens
    rest = tokens[passage.token_at(verb.end) : passage.token_at(verb.end) + 7]
    mentions = [
        mention
        for group in groups_of(context, passage)
        for mention in group
        if mention.start >= verb.end
        and len(passage.between(verb.end, mention.start)) <= 4
        and not _SAYS.match(passage.text, mention.end - passage.start)
    ]
    word = passage.text[verb.start - passage.start : verb.end - passage.start].lower()
    if word.startswith(("arriv", "reach", "land", "follow", "come", "came")) and _PROMISED.search(
        passage.text[: verb.start - passage.start]
    ):
        return bool(context.default_recipient.actors)
    if verb.hit.entry.key == "depart":
        return any(
            context.is_receiver(side) and side.mentions[0].start >= verb.end for side in recipients_in(context, passage)
        ) and not FIGHTING.search(passage.text)
    if word.startswith(("head", "flow")):
        return bool(rest) and rest[0].low in {"to", "for", "towards", "toward", "east", "their", "into"}
    if word.startswith(("go", "went")):
        return bool(rest) and rest[0].low == "to" and bool(mentions) and context.is_receiver(Side(mentions[0].actors))
    if word.startswith("follow"):
        return not mentions and verb.ahead and (not rest or rest[0].low in _THEN)
    if rest and rest[0].low == "from" and word.startswith(("arriv", "land", "reach", "come", "came")):
        return bool(context.default_recipient.actors) and (near_aid(context, passage) or not word.startswith(("come", "came")))
    if not mentions and (not rest or rest[0].low in {",", ".", "”", ";"}):
        return bool(context.default_recipient.actors) and near_aid(context, passage) and not FIGHTING.search(passage.text)
    if word.startswith(("enter", "cross", "roll", "got into", "get into")) and not mentions:
        return context.relief and bool(context.default_recipient.actors) and not FIGHTING.search(passage.text)
    if not mentions:
        return (
            bool(rest)
            and rest[0].low in {"at", "in"}
            and context.default_recipient is not None
            and word.startswith(("arriv", "land", "dock"))
        )
    codes = {actor.code for mention in mentions[:1] for actor in mention.actors}
    return (
        bool(codes & context.default_recipient.codes)
        or not context.default_recipient.actors
        or bool(codes and rest and rest[0].low in {"in", "to", "at"})
    )


_SAYS: Final = compile_later(r"(?:['’]s \w+(?: \w+)?)? (?:said|says|reported|confirmed|announced|added)\b")
"""After a name that only tells who says so: "has arrived, Berlin said"."""
_PROMISED: Final = compile_later(r"\b(?:promised|pledged|donated|long-awaited|delayed)\b[^,;.]{0,40}$", re.IGNORECASE)
_THEN: Final = frozenset(
    {
        "in",
        ".",
        "later",
        "next",
        "this",
        "by",
        "soon",
        "before",
        "after",
        "within",
        "over",
        "during",
        "shortly",
        "and",
        ",",
        "at",
        "as",
    }
)


def _governed_by_preposition(passage: Passage, thing: Thing) -> bool:
    index = passage.token_at(thing.start) - 1
    while index >= 0 and passage.tokens[index].low in {
        "the",
        "a",
        "an",
        "its",
        "their",
        "of",
        "first",
        "all",
        "most",
        "some",
        "many",
    }:
        if passage.tokens[index].low == "of" and passage.tokens[index - 1].low not in {
            "all",
            "most",
            "some",
            "many",
            "half",
            "dozens",
            "hundreds",
            "thousands",
            "part",
            "worth",
            "number",
            "one",
            "first",
            "second",
            "third",
            "last",
            "latest",
            "rest",
            "remainder",
            "two",
            "three",
            "four",
            "five",
            "six",
            "ten",
        }:
            return True
        index -= 1
    return index >= 0 and passage.tokens[index].low in {"with", "against", "from", "by", "on", "over", "at", "using", "in", "for"}


def qualified(context: AidContext, passage: Passage, things: Sequence[Thing], verbs: Sequence[AidVerb]) -> list[Given]:
    """Such as "The missiles that Kyiv has asked for", "planes first promised in May", "systems donated by Spain"."""
    out: list[Given] = []
    if not context.on_subject:
        return out
    for verb in verbs:
        if verb.frame not in {"give", "promise", "ask", "withhold", "order", "receive"}:
            continue
        last = next((thing for thing in reversed(things) if thing.end <= verb.start), None)
        if last is None or ((last.weak or last.generic) and not last.quantity):
            continue
        between = passage.between(last.end, verb.start)
        words = [token.low for token in between]
        participle = verb.hit.how.endswith((".ed", ".pp")) and all(
            word in {"first", "already", "recently", "previously", "originally", "being", "newly", "earlier"} for word in words
        )
        following = passage.tokens[passage.token_at(verb.end)].low if passage.token_at(verb.end) < len(passage.tokens) else "."
        if participle and following not in {
            "by",
            "to",
            "in",
            "last",
            "for",
            "from",
            "earlier",
            "under",
            "on",
            "this",
            "as",
            "through",
            "since",
        }:
            participle = False
        if verb.hit.entry.key == "deploy" and last.item_class not in {"humanitarian", "medical", "energy"}:
            continue
        if participle and FIGHTING.search(passage.text):
            participle = False
        relative = len(words) <= (12 if words[:1] == ["that"] else 9) and bool(words) and _relative_clause(passage, between)
        if not (participle or relative):
            continue
        known = context.default_recipient.codes
        codes = {actor.code for mention in passage.mentions for actor in mention.actors}
        if not recipients_in(context, passage) and not known & codes and not known:
            continue
        if not (last.named or last.item_class not in {"humanitarian", "medical", "energy", "other"} or known & codes):
            continue
        if relative and last.quantity is None and len(passage.between(last.start, verb.end)) <= _SHORT:
            last = replace(last, end=verb.end)
        out.append(Given(passage, last, "qualified-thing", verb.status, verb.hit, 0.65, verb.negated))
    return out


_SHORT: Final = 12
"""Words up to which a relative clause is told with its thing ("systems we have already provided")."""


def _relative_clause(passage: Passage, between: Sequence[Token]) -> bool:
    """Whether the words between a thing and a verb are a subject and its auxiliaries, with or without "that"."""
    words = [token.low for token in between]
    opened = words[0] in {"that", "which", "whose"}
    joined = opened and all(between[index - 1].low not in {",", ";"} for index, word in enumerate(words) if word == "and")
    if any(word in {",", ";", "to", "or", ".", "from", "with"} or (word == "and" and not joined) for word in words):
        return False
    mention = any(between[0].start <= mention.start <= between[-1].start for mention in passage.mentions)
    return mention and (opened or any(0 <= mention.start - between[0].start <= 4 for mention in passage.mentions))

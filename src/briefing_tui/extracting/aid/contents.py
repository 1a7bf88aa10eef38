"""What a package, a convoy or a list is said to contain: after "includes", "such as", "consisting of"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from briefing_tui.extracting.aid.chains import FIGHTING, Given, coordinated, is_filler, near_aid
from briefing_tui.extracting.aid.context import AidContext
from briefing_tui.extracting.aid.item_phrases import Thing
from briefing_tui.extracting.aid.receiving import recipients_in
from briefing_tui.extracting.aid.verbs import AidVerb, find_verbs
from briefing_tui.extracting.passages import Passage
from briefing_tui.model.patterns import compile_later
from briefing_tui.model.vocabulary import AidStatus

_INCLUDING: Final = compile_later(
    r"\b(?:includ(?:ing|es?|ed)|such as|consist(?:s|ing)? of|compris(?:es|ed of|ing)|cover(?:s|ing)|contain(?:s|ing)|made up of|tak(?:es|ing) in|took in|featur(?:es|ing)|namely|spans|spanning|holds|entails|encompass(?:es|ing)|ranging from|among them|in the form of)\b[:,]?|\b(?:the following|as follows)\b[^:.;“”]{0,80}:",
    re.IGNORECASE,
)


def contained(context: AidContext, passage: Passage, things: Sequence[Thing], verbs: Sequence[AidVerb]) -> list[Given]:
    """What stands after "includes", "such as", "consisting of", when aid is what includes it."""
    out: list[Given] = []
    if not things or not context.on_subject:
        return out
    status: AidStatus = next(
        (verb.status for verb in verbs if verb.frame in {"give", "promise", "announce", "order"}), "announced"
    )
    for match in _INCLUDING.finditer(passage.text):
        at = passage.start + match.end()
        lead = passage.text[: match.start()]
        told = "follow" in match[0].lower() and _gives_list(context, passage, verbs)
        if not told and not _speaks_of_aid(context, passage, lead, things, passage.start + match.start()):
            continue
        first = next((thing for thing in things if thing.start >= at), None)
        if first is None or not (_leads(passage, at, first.start) or _heads_list(passage, lead, at, first.start)):
            continue
        if (
            first.weak
            and first.quantity is None
            and first.item_class in {"equipment", "other", "training"}
            and len(coordinated(passage, things, first)) == 1
        ):
            continue
        negated = bool(re.search(r"\b(?:not|nor|n['’]t)\b[^,;]{0,20}$", lead))
        if _PACKAGE_SUBJECT.search(lead[-90:]):
            chain = _with_unknown(passage, things, first)
            out.extend(
                Given(passage, thing, "included-in-aid", status, None, 0.8 - (0.1 if thing.weak else 0.0), negated)
                for thing in chain
            )
            continue
        out.extend(
            Given(passage, thing, "included-in-aid", status, None, 0.85 - (0.1 if thing.weak else 0.0), negated)
            for thing in coordinated(passage, things, first)
        )
    out.extend(_among(context, passage, things, status))
    return out


def _gives_list(context: AidContext, passage: Passage, verbs: Sequence[AidVerb]) -> bool:
    """Whether "the following:" ends a clause of giving or receiving."""
    giving = any(verb.frame in {"give", "promise", "receive", "announce", "order"} and not verb.negated for verb in verbs)
    return giving and bool(recipients_in(context, passage) or context.default_recipient.actors)


def _among(context: AidContext, passage: Passage, things: Sequence[Thing], status: AidStatus) -> list[Given]:
    """Such as "with minehunters and boats among the equipment" after a package."""
    match = _AMONG.search(passage.text)
    if match is None or not (passage.has("aid_noun", "mechanism") and (passage.money or near_aid(context, passage))):
        return []
    start, end = passage.start + match.start("what"), passage.start + match.end("what")
    first = next((thing for thing in things if start <= thing.start < end), None)
    if first is None or not _leads(passage, start, first.start):
        return []
    return [
        Given(passage, thing, "included-in-aid", status, None, 0.75)
        for thing in coordinated(passage, things, first)
        if thing.end <= end
    ]


_AMONG: Final = compile_later(
    r"\bwith (?P<what>[^;:.“”]{3,120}?) among (?:the|its|their) (?:equipment|items|supplies|contents|weapons|weaponry|aid|goods|gear|donations|deliveries|gifts|kit)\b",
    re.IGNORECASE,
)


def _leads(passage: Passage, start: int, end: int) -> bool:
    """Whether only articles, numbers and words of aid stand before the first thing."""
    return all(token.low in _QUOTES or is_filler(passage, token) for token in passage.between(start, end))


_QUOTES: Final = frozenset({"“", '"', "‘", "'"})


def _heads_list(passage: Passage, lead: str, start: int, end: int) -> bool:
    """Whether members that no word is known for come first: "includes construction of a base, 80 trucks, radios"."""
    if not _PACKAGE_SUBJECT.search(lead[-90:]):
        return False
    text = passage.text[start - passage.start : end - passage.start]
    return len(text) <= _HEAD_OF_LIST and UNKNOWN_FIRST.match(text) is not None


_HEAD_OF_LIST: Final = 90
UNKNOWN_FIRST: Final = compile_later(
    r"(?:[^,.;:“”]{0,60}[:])?\s*(?:[^,.;:“”]{3,50}, (?:and |plus |as well as )?)+(?:up to |at least |more than |some |about |\d[\d,]* )?$"
)

_PACKAGE_SUBJECT: Final = compile_later(
    r"\b(?:package|tranche|drawdown|shipment|consignment|delivery|batch|convoy|assistance|donation|aid)\b[^.;]{0,40}$",
    re.IGNORECASE,
)


_SEGMENT: Final = compile_later(
    r"\s*(?:,\s*(?:and|plus|as well as)\s+|,\s*|;\s*(?:and\s+)?|\s+and\s+|\s+plus\s+|\s+as well as\s+)"
)


_SEGMENT_END: Final = compile_later(
    r"(?:\.(?:\s|$)|[:—–”“\"]|,? (?:which|that|who|to|according|as part|worth|while|but|after|in order|designed|intended|he|she|said|says|officials)\b)"
)


def _with_unknown(passage: Passage, things: Sequence[Thing], first: Thing) -> list[Thing]:
    """The list of a package's contents from its first known member on, the members without a known word too."""
    chain = coordinated(passage, things, first, unknown=False)
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
            chain = coordinated(passage, things, known[0], unknown=False)
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
    if not (
        tokens[-1].low.endswith("s")
        or tokens[-1].low in {"equipment", "gear", "support", "ammunition", "maintenance", "training"}
    ):
        return None
    number = next((quantity for quantity in passage.quantities if quantity.start == start), None)
    return Thing(start, tokens[-1].end, tokens[-1].start, "equipment", None, number, weak=True, definite=False, named=False)


_NOT_IN_NOUNS: Final = frozenset(
    "is are was were be been has have had will would can could may might must should not never than if when where from by with at into".split()
)


def _names_help(passage: Passage, at: int) -> bool:
    """Whether a noun before `at` is one of help and not only of arms ("was carrying weapons including")."""
    return any(
        hit.entry.category in {"aid_noun", "handover", "mechanism"} and hit.entry.key not in {"support", "weapons"}
        for hit in passage.hits
        if hit.end <= at
    )


_AID_SUBJECT: Final = compile_later(
    r"\b(?:package|aid|assistance|tranche|donation|delivery|deliveries|shipments?|capabilities|supplies|equipment|weapons|support|drawdown|announcement|batch|weaponry|arms|gifts?|contribution|pledge|convoy|consignment|items)\b",
    re.IGNORECASE,
)


def _speaks_of_aid(context: AidContext, passage: Passage, lead: str, things: Sequence[Thing], at: int) -> bool:
    """Whether what includes is aid: a noun of aid before the word, or a pronoun after a sentence about aid."""
    clause = re.split(r"[;]|\.\s", lead)[-1]
    if FIGHTING.search(clause) and not re.search(r"\b(?:aid|assistance|package)\b", clause, re.IGNORECASE):
        return False
    aid = any(
        hit.entry.category in {"aid_noun", "handover", "mechanism"} and hit.entry.key != "support"
        for hit in passage.hits
        if hit.end <= at
    )
    giving = any(
        hit.entry.category == "aid_verb" and hit.entry.get("frame") in {"give", "promise", "announce", "order", "ask"}
        for hit in passage.hits
        if hit.end <= at
    )
    if aid and not giving and not _names_help(passage, at) and not recipients_in(context, passage):
        return False
    if (
        passage.money
        and near_aid(context, passage)
        and re.search(r"\bcover(?:s|ing)\b", passage.text[at - passage.start : at - passage.start + 12])
    ):
        return True
    if (aid or giving) and _AID_SUBJECT.search(clause):
        return bool(recipients_in(context, passage) or context.default_recipient.actors or passage.money)
    if (
        re.match(
            r"\W*(?:it|they|these|this|that|those|which|the (?:\w+ )?(?:package|aid|assistance|delivery|shipment|list|donation|announcement|plan|deal|agreement|contract|programme|program|initiative|fund|funds|money|funding|grant|loan|facility|scheme|sum|order|project|measure|convoy|flights?|cargo|support))\b",
            lead,
            re.IGNORECASE,
        )
        and passage.index
    ):
        return any(
            before.has("aid_noun")
            and (
                bool(before.money)
                or any(verb.frame in {"give", "announce", "promise", "withhold", "contain"} for verb in find_verbs(before))
            )
            for before in context.reading.passages[max(0, passage.index - 2) : passage.index]
            if before.index == passage.index - 1 or before.sentence.block == passage.sentence.block
        )
    del things
    return False

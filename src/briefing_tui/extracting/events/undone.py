"""Verbs that tell of no deed: what someone is helped, allowed, urged or able to do, and what was prevented."""

from __future__ import annotations

import itertools
from typing import Final

from briefing_tui.extracting.events.clauses import BE, HAVE
from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.scan import Hit

SAME_PAST: Final = frozenset({"hit", "cut", "set", "put", "shut", "overrun", "beat", "come", "run", "become", "burst"})
MODALS: Final = frozenset({"to", "will", "would", "could", "may", "might", "can", "should", "must", "not"})
_DONE_INFINITIVES: Final = frozenset(
    "continue continues continued continuing begin begins began begun start starts started manage manages managed try tries tried trying attempt attempts"
    " attempted attempting proceed proceeded claimed claims reported reportedly said believed thought known alleged confirmed helped moved rushed"
    " used using went returned goes resumed opted forced sought seeking seeks appears appeared seems seemed is are was were".split(
        " "
    )
)
_ENABLING: Final = frozenset(
    "help helps helped helping enable enables enabled enabling allow allows allowed allowing let lets letting permit permits permitted permitting"
    " make makes made ability able capacity capability right power need needs needed want wants wanted"
    " must should can cannot can't if unless let's".split(" ")
)
_PERMITS: Final = frozenset(
    {"permission", "licence", "license", "right", "authorisation", "authorization", "ability", "capability", "capacity"}
)
_PLANNING: Final = frozenset({"planned", "anticipated", "speculated", "reported"})
_ENABLERS: Final = frozenset(
    {"help", "helps", "helped", "let", "lets", "make", "makes", "made", "must", "should", "can", "cannot"}
)
"""What a verb whose past is its base form ("hit", "cut") must follow to be an infinitive."""
_TRIES: Final = frozenset({"attempt", "attempts", "attempted", "bid", "bids"})
_DEMANDS: Final = frozenset(
    "demand demands demanded demanding insist insisted insists urge urged propose proposed recommend recommended request requested asked".split(
        " "
    )
)
_USED: Final = frozenset({"used", "using", "employed", "deployed", "fired", "launched", "flew", "sent"})


def is_undone(passage: Passage, first: int, hit: Hit) -> bool:
    """Whether a bare infinitive only tells what someone is helped, allowed or able to do."""
    if hit.how.endswith(".ing"):
        return first > 0 and passage.tokens[first - 1].low in {"from", "against"}  # "barred from entering"
    if first > 1 and passage.tokens[first - 1].low == "be" and passage.tokens[first - 2].low not in MODALS:
        return True  # "insisted that it be struck"
    if not hit.how.endswith(".base") or hit.entry.get("action") == "air_defence_intercept":
        return False
    before = passage.tokens[max(0, first - 7) : first]
    if any(left.low in _DEMANDS and right.low == "that" for left, right in itertools.pairwise(before)):
        return True  # "demanded that the army free them"
    if before and before[-1].low in BE | HAVE and passage.tokens[first].low in SAME_PAST:
        return False
    if before and before[-1].low == "to":
        governor = before[-2].low if len(before) > 1 else ""
        if governor in _DONE_INFINITIVES:
            return False
        if governor in _PERMITS:
            return True
        if _is_purpose(passage, first) or any(token.low in _TRIES for token in before):
            return False
        reach = passage.tokens[max(0, first - 10)].start
        cues = [cue for cue in passage.of("cue") if cue.end <= hit.start and cue.start >= reach]
        return not any(cue.entry.get("modality") in _PLANNING for cue in cues)
    if passage.tokens[first].low in SAME_PAST and not (before and before[-1].low in MODALS):
        return any(token.low in _ENABLERS for token in before[-4:])
    for token in reversed(before):
        if token.low in {",", ";", ":", "and", "that", "which"}:
            return False
        if token.low in _ENABLING:
            return True
    return False


def _is_purpose(passage: Passage, first: int) -> bool:
    """Whether the infinitive says what a means was used for: "used drones to strike", "fired missiles to hit"."""
    for token in reversed(passage.tokens[max(0, first - 12) : first - 1]):
        if token.low in {",", ";", ":", "and", "that", "which", "to"}:
            return False
        if token.low in _USED:
            return True
    return False

"""Whose word a statement is: the source of a verb of saying, and what its kind of source is worth."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.passages import Mention, Passage, Reading
from briefing_tui.model.patterns import compile_later
from briefing_tui.model.vocabulary import Modality

_HEARSAY: Final = compile_later(
    r"\b(?:media|news|newspaper|outlets?|(?:news|press|state|state-run) agenc(?:y|ies)|broadcaster|television|tv|radio|reports?|sources?|source|witness(?:es)?|eyewitness(?:es)?"
    r"|residents?|locals|villagers|bloggers?|milbloggers?|channels?|telegram|monitors?|monitoring|observatory|analysts?|experts?"
    r"|institute|think tank|researchers?|observers?|relatives|anonymous|condition of anonymity|unnamed|people familiar"
    r"|officials? (?:who|familiar|briefed)|humanitarian|aid workers?|rights groups?|not authori[sz]ed|insiders?|medics?|doctors?|nurses?|activists?|survivors?|neighbou?rs?|shopkeepers?|fishermen|truckers?|correspondents?|photographers?|journalists?|reporters?|rescue groups?"
    r"|web ?sites?|portals?|magazines?|dail(?:y|ies)|priests?|bishops?|clergy\w*|pastors?|imams?|teachers?|students?|drivers?|traders?|farmers?|shepherds?|refugees|charit(?:y|ies)|response rooms?|doctors network|current and former|reuters|afp|bbc|cnn|associated press|ap|axios|bloomberg|yonhap|interfax|tass|xinhua|al jazeera|the (?:times|guardian|telegraph)|ft|bild|wsj|kcna|ansa|dpa|npr)\b",
    re.IGNORECASE,
)
_PARTY: Final = compile_later(
    r"\b(?:army|military|armed forces|air force|navy|defen[cs]e|ministry|minister|general staff|governor|gov|mayor|president|spokes(?:man|woman|person)"
    r"|officials?|authorit(?:y|ies)|government|commander|command|chief|police|prosecutors?|administration|civil defen[cs]e|emergency|rescuers"
    r"|intelligence|coast guard|kremlin|pentagon|foreign|prime|leader|general|colonel|group|movement|rebels?|militants?|fighters|separatists|insurgents|paramilitar(?:y|ies)|junta|jihadists|idf|sbu|centcom|head)\b",
    re.IGNORECASE,
)
_LOCAL: Final = compile_later(
    r"\b(?:local|regional|city|provincial|district|municipal|health|emergency|rescue|police|military|defen[cs]e|occupation|(?:russian|moscow|kremlin)-(?:installed|appointed|backed)"
    r"|ukrainian|russian|israeli|palestinian|lebanese|iranian|syrian|sudanese|armenian|azerbaijani|pakistani|indian) (?:officials?|authorities|services|workers)\b",
    re.IGNORECASE,
)
_NATIONAL_MEDICS: Final = compile_later(
    r"\b(?:ukrainian|russian|israeli|palestinian|lebanese|iranian|syrian|sudanese|armenian|azerbaijani|pakistani|indian) (?:medics|paramedics|rescuers|ambulance)\b",
    re.IGNORECASE,
)
_UNNAMED: Final = compile_later(
    r"\b(?:anonym|unnamed|condition of|not authori[sz]ed|sources?|familiar|briefed|two|three|several|a senior|an?) ?",
    re.IGNORECASE,
)
_SEVERAL: Final = compile_later(r"[\s,]*(?:two|three|four|five|several|some|senior|many|unnamed)\b", re.IGNORECASE)
_WINDOW: Final = 90
"""How far from the verb its source's words are read, in code points."""


def source_of(reading: Reading, passage: Passage, start: int, end: int, *, after: bool = False) -> Mention | None:
    """The mention that is the subject of the verb of saying at `start`–`end`: the nearest before it, else right after it.

    `after` asks only for what follows, as "according to" does.
    """
    if not after:
        before = [
            mention
            for mention in passage.mentions
            if mention.end <= start and start - mention.end <= _WINDOW and not mention.adjective
        ]
        if before and reading.text[start:end].endswith("ing"):
            return before[0]  # "Iran fired missiles at Syria, saying …"
        if before and not _breaks(passage, before[-1].end, start):
            return before[-1]
    following = [
        mention for mention in passage.mentions if mention.start >= end and mention.start - end <= (_WINDOW if after else 12)
    ]
    return following[0] if following else None


def worth_of(
    reading: Reading, passage: Passage, source: Mention | None, start: int, end: int, *, after: bool = False
) -> Modality:
    """What a statement by this source is: the publisher's own is asserted, a party's claimed, hearsay reported."""
    if source is not None and _is_publisher(reading, source):
        return "asserted"
    text = reading.text
    if after:
        words = text[end : min(passage.end, end + _WINDOW)]
        words = re.split(r"[,;.](?:\s|$)", words, maxsplit=1)[0]
    else:
        left = text[max(passage.start, start - _WINDOW) : start]
        words = re.split(r"[;:—”\"]|,\s(?=[^,]*$)", left)[-1] or left
        words += " " + re.split(r"[,;.:“\"]", text[end : min(passage.end, end + 40)], maxsplit=1)[0] if not words.strip() else ""
    if source is not None and source.kind == "medium":
        return "reported"
    if _NATIONAL_MEDICS.search(words):
        return "claimed"
    if _HEARSAY.search(words):
        return "claimed" if " and " in words and _has_party(words) else "reported"
    if _LOCAL.search(words) and not _UNNAMED.search(words):
        return "claimed"
    if source is not None:
        if any(actor.code.startswith("group:") for actor in source.actors):
            return "claimed" if _PARTY.search(words) and not _UNNAMED.search(words) else "reported"
        return "claimed"
    if _PARTY.search(words):
        return "claimed"
    return "reported" if after else "claimed"


def _has_party(words: str) -> bool:
    """Whether one of several sources is a party: "residents and a rebel official"."""
    return any(
        _PARTY.search(source) and not _HEARSAY.search(source) and "anonym" not in source and not _SEVERAL.match(source)
        for source in words.split(" and ")
    )


def _is_publisher(reading: Reading, source: Mention) -> bool:
    if any(actor.via == "publisher" for actor in source.actors):
        return True
    publisher = reading.publisher
    return publisher is not None and any(actor.code == publisher.code for actor in source.actors)


def _breaks(passage: Passage, start: int, end: int) -> bool:
    """Whether another clause ends between a would-be subject and its verb."""
    return any(token.low in {";", ":", "”", "that", "which"} for token in passage.between(start, end))

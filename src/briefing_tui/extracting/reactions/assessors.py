"""Who analyses for a living: think tanks, analysts, monitors, intelligence services, and the studies that speak for them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from briefing_tui.extracting.passages import Mention, Passage
from briefing_tui.extracting.reactions.hearing import Hearing
from briefing_tui.extracting.reactions.speakers import Speaker, speaker_of
from briefing_tui.model import Actor
from briefing_tui.model.patterns import compile_later

_ANALYSTS: Final = frozenset(
    "analyst analysts expert experts observer observers intelligence economists economist strategists historian historians researchers "
    "researcher think-tank think-tanks forecasters scholars monitors monitor scholar academics pollsters demographers cartographers investigators "
    "bloggers watchers strategist specialists specialist".split()
)
_ANALYTIC_ROLES: Final = frozenset("analyst fellow researcher economist scholar strategist historian professor lecturer".split())
_HEADS: Final = frozenset("director head founder president chair expert chief".split())
"""Offices that make an analyst of someone at an institute."""
_ANALYTIC_KINDS: Final = frozenset({"think_tank", "monitor", "research"})
_SERVICES: Final = compile_later(
    r"\b(?:intelligence|spy (?:agency|agencies|service|services|chief|chiefs)|mossad|mi6|mi5|cia|nis|bnd|think[ -]tanks?|military bloggers)\b"
)
_JUDGES_AT_TIMES: Final = compile_later(
    r"\b(?:joint chiefs|western officials|u\.?s\.? officials|nato officials|western diplomats|military officials|defen[cs]e officials)\b"
)
"""Those whose estimates are assessments, though most of what they say is news."""
_UPDATE: Final = compile_later(
    r"\b(?:intelligence|situation) (?:update|briefing|assessment|report)s?\b|\bdaily update\b|\bthreat assessment\b"
)
_AFFILIATION: Final = compile_later(
    r"(?:^|[,\s])(?:(?:an? |the )?(?:\w+[ -]){0,4}?(?:analyst|expert|fellow|researcher|director|head|founder|specialist|economist|scholar|lecturer|professor)"
    r"(?: \w+){0,4}? (?:at|of|with|from|for)|of|at|from|with) (?:the )?(?:[\w-]+-based )?(?:consultancy |think tank )?"
    r"(?P<org>[A-Z][\w&.'’-]+(?:(?: (?:of|for|and|on|the|in))? [A-Z][\w&.'’-]+){0,7})"
)
_ANALYTIC_NAME: Final = compile_later(
    r"\b(?:Consulting|Institute|Institution|Cent(?:re|er)|Foundation|Endowment|Think Tank|Advisory|Analytics|University|School|College|Council on|"
    r"Academy|Initiative|Monitor|Watch|Tracker|Project|Observatory|Chatham House|Rand|RAND)\b"
)
_STUDY: Final = compile_later(
    r"\b(?i:report|study|analysis|data|figures|estimates?|survey|assessment|research|brief|briefing|update|paper|map|tally|review|findings|poll)s? "
    r"(?:\w+ ){0,2}?(?:by|from|of|for) (?:researchers at |analysts at )?(?:the )?(?=[A-Z])"
)
_HINT: Final = compile_later(
    r"(?i:analy|expert|observers?\b|intelligence|econom|strateg|histori|research|think[ -]tank|forecaster|scholar|monitors?\b|academic|pollster|investigator|"
    r"blogger|watcher|specialist|fellow|professor|lecturer|spy |mossad|\bmi[56]\b|\bcia\b|\bnis\b|\bbnd\b|joint chiefs|officials|diplomats|report|study|survey|data|"
    r"estimate|assessment|update)|Institut|Cent(?:re|er)|Consult|Foundation|Endowment|University|Council on|Initiative|Tracker|Project"
)
_GROUP_WORDS: Final = 4
_NEAR: Final = 60
"""Characters from a person's name within which the institute he is of stands."""


def may_assess(passage: Passage) -> bool:
    """Whether a passage names anyone who might be an analyst; most do not, and need no closer look."""
    return _HINT.search(passage.text) is not None or any(
        hit.entry.category == "org" and hit.entry.get("kind") in _ANALYTIC_KINDS for hit in passage.hits
    )


def is_analyst(hearing: Hearing, speaker: Speaker) -> bool:
    """Whether the speaker analyses for a living: a think tank, "analysts", an intelligence service."""
    words = hearing.text[speaker.start : speaker.end].lower().replace("’", "'")
    if "committee" in words:
        return False  # those who oversee intelligence
    role = set((speaker.role or "").lower().replace("-", " ").split())
    if role & _ANALYTIC_ROLES or (role & _HEADS and any(_ANALYTIC_NAME.search(actor.name or "") for actor in speaker.actors)):
        return True
    return (
        bool(_ANALYSTS.intersection(words.replace("'s", "").replace("-", " ").split()))
        or _SERVICES.search(words) is not None
        or any(_is_institute(hearing, actor, speaker) for actor in speaker.actors)
    )


def judges_at_times(hearing: Hearing, passage: Passage, speaker: Speaker) -> bool:
    """Whether the speaker's estimates are assessments: unnamed officials, a ministry in its intelligence update."""
    words = hearing.text[speaker.start : speaker.end].lower()
    return _JUDGES_AT_TIMES.search(words) is not None or _UPDATE.search(passage.text) is not None


def affiliated(hearing: Hearing, passage: Passage, speaker: Speaker) -> Speaker | None:
    """A person nobody knows with the institute named after him: "Konrad Muzyka of Rochan Consulting"; None where none is."""
    if not speaker.mentions or speaker.person is None:
        return None
    start = min(speaker.end, max(mention.end for mention in speaker.mentions))
    match = _AFFILIATION.match(hearing.text[start : min(start + _NEAR * 2, passage.end)])
    if match is None or _ANALYTIC_NAME.search(match["org"]) is None:
        return None
    name = match["org"].rstrip(".,")
    return replace(speaker, actors=(Actor(code=f"org:{name}", name=name, via="name"),))


def unnamed_analysts(hearing: Hearing, passage: Passage, start: int) -> Speaker | None:
    """The analysts nobody names after "according to" or "in the view of": "most military analysts"."""
    tokens = passage.between(start, passage.end)[:_GROUP_WORDS]
    for at, token in enumerate(tokens):
        if token.low in _ANALYSTS and token.low.endswith("s"):
            words = hearing.text[tokens[0].start : token.end]
            return Speaker(tokens[0].start, token.end, (Actor(code=f"group:{words}", name=words, via="collective"),))
        if not token.low.isalpha() or token.low in {"of", "and"} or (at and token.capital):
            return None
    return None


def study_of(passage: Passage, before: int) -> Speaker | None:
    """The think tank whose report, data or estimate is the subject of the verb at offset `before`."""
    found: re.Match[str] | None = None
    for match in _STUDY.finditer(passage.text[: before - passage.start]):
        found = match
    if found is None:
        return None
    start = passage.start + found.end()
    author = next((mention for mention in passage.mentions if mention.start <= start + len("the ") and mention.end > start), None)
    return None if author is None or not author.actors else speaker_of([_plain(author)])


def _plain(mention: Mention) -> Mention:
    return replace(mention, possessive=False)


def _is_institute(hearing: Hearing, actor: Actor, speaker: Speaker) -> bool:
    if not actor.code.startswith("org:"):
        return False
    named = hearing.reading.hits_within(speaker.start, speaker.end, "org")
    return any(hit.entry.get("kind") in _ANALYTIC_KINDS for hit in named)

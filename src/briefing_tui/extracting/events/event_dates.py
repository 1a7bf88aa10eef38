"""The day an event's own sentence gives it: the date its clause holds, or the day a clause is placed before or after."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final, NamedTuple

from briefing_tui.extracting.events.candidates import Candidate
from briefing_tui.extracting.passages import Passage, Token
from briefing_tui.extracting.values.numbers import read_numeral
from briefing_tui.model import DateValue

_HARD: Final = frozenset(
    {";", "—", "after", "before", "which", "who", "whose", "that", "where", "because", "since", "until", "although", "despite"}
)
"""Words that begin another clause, whose date is its own."""
_SOFT: Final = frozenset({"as", "when", "while", "and", "but", ",", "or", "amid"})
"""Words that join what happened at one time, or nearly."""
_HARD_COST: Final = 10.0
_OTHER_COST: Final = 4.0
_SOFT_COST: Final = 1.0
_TOKEN_COST: Final = 0.08
_MOST: Final = 9.5
_FRONT_TOKENS: Final = 8
_SAID_NOW: Final = frozenset({"say", "claim", "confirm", "deny"})
"""Verbs whose "-s" is no plural: "says", but not "posts" or "reports"."""
_SAY_REACH: Final = 9
_TOLL: Final = re.compile(
    r"(?i)\b(?:killed|wounded|injured|died|dead|hurt|burned|lives|fires?|blaze|explosions?|blasts?|sirens|smoke|damaged|outages?)\b[^;:”]*\b(?:when|after|as)\b[^;,]*$"
)
"""A main clause that tells the dead of what its subordinate clause tells: "two were killed on Friday when"."""
_OWNED_TOKENS: Final = 5
_ANSWERS: Final = frozenset(
    {"retaliation", "response", "revenge", "reprisal", "reply", "answer", "retaliate", "avenge", "payback"}
)
_AFTERMATH: Final = re.compile(
    r"\b(?:(?P<number>\w+)\s+(?P<unit>hours?|days?|nights?)|(?P<bare>hours|shortly|minutes|moments|immediately))\s+(?P<side>after|before)\s+(?:[^\s,;]+\s+){0,14}?$",
    re.IGNORECASE,
)
"""A clause that is placed so long before or after the sentence's day: "a day after rebels stormed …"."""
_BEST: Final = frozenset({"first", "most", "worst", "least", "only", "since"})
_SINCE: Final = re.compile(r"\bsince\s+(?:[^\s,;:]+\s+){0,9}$", re.IGNORECASE)
_BEGAN: Final = re.compile(
    r"\b(?:began|begin|beginning|started|start|broke|erupted|launched|took|seized|invaded|invasion|war|fall|collapse)\b"
)


class EventDate(NamedTuple):
    """A date with the rule that found it."""

    value: DateValue
    rule: str


def date_of(candidate: Candidate) -> EventDate | None:
    """The date of an event as its own sentence tells it; None where the sentence gives it none."""
    passage = candidate.passage
    known = [value for value in passage.dates if value.precision != "unknown"]
    if not known:
        return None
    shifted = _placed(candidate, known)
    if shifted is not None:
        return shifted
    best: tuple[float, DateValue] | None = None
    for value in known:
        if is_benchmark(passage, value, candidate.hit.start) or is_of_saying(candidate, value):
            continue
        cost = _cost(candidate, value)
        if cost <= _MOST and (best is None or cost < best[0]):
            best = (cost, value)
    if best is None:
        return None
    night = passage.text[best[1].start - passage.start : best[1].end - passage.start].lower()
    said = [value for value in known if value.precision == "day" and is_of_saying(candidate, value)]
    return EventDate(said[0] if night == "overnight" and len(said) == 1 else best[1], "date-of-clause")


def _cost(candidate: Candidate, value: DateValue) -> float:
    """How far a date stands from the trigger, counting the clauses, sayings and other events between rather than the words."""
    passage = candidate.passage
    start, end = (
        (candidate.start, candidate.end) if candidate.start >= candidate.hit.end else (candidate.hit.start, candidate.hit.end)
    )
    if value.start < end and value.end > start:
        return 0.0
    ahead = value.start >= end
    between = passage.between(end, value.start) if ahead else passage.between(value.end, start)
    between = _without_asides(between)
    toll = not ahead and _TOLL.search(passage.text[: start - passage.start]) is not None
    fronted = not ahead and passage.token_at(value.start) <= _FRONT_TOKENS
    commas = [] if ahead or toll else [index for index, token in enumerate(between) if token.low == ","]
    if commas and (fronted or _opens_clause(passage, value)):
        between = between[commas[-1 if fronted else 0] + 1 :]
    triggers = {hit.start for hit in passage.of("event", "deed") if hit.how.startswith("verb") or hit.how == "noun"}
    sayings = sayings_of(passage)
    cost, joined = 0.0, False
    carriers = {hit.start for hit in passage.of("carry")} if candidate.roles is None and not ahead else set()
    carried = any(token.start in carriers for token in between)
    index = passage.token_at(value.start)
    if commas and any(token.low in {"which", "who", "where"} for token in passage.tokens[max(0, index - 3) : index]):
        cost += _HARD_COST  # the day of a clause that is over before the trigger
    if (
        not ahead
        and _owns(passage, value)
        and (len(between) > _OWNED_TOKENS or any(token.start in triggers for token in between))
    ):
        cost += _HARD_COST  # "Today's attacks, like those of last week": the day of the first alone
    for index, token in enumerate(between):
        before = between[index - 1].low if index else ""
        after = between[index + 1].low if index + 1 < len(between) else ""
        cost += _TOKEN_COST
        if _leads_to(token, value):
            continue
        if token.low in _ANSWERS:
            cost += _HARD_COST  # what was answered lies before
        elif candidate.roles is None and not ahead and not carried and _is_stance(token, before, carriers | triggers):
            cost += _HARD_COST  # "condemned on Tuesday the attack"
        elif token.low in _HARD and not (token.low == "which" and before == "of"):
            cost += 2.0 if toll and token.low in {"after", "when"} else _HARD_COST
        elif token.low in _SOFT:
            cost += _SOFT_COST
            joined = joined or (before == "," and token.low in {"and", "but", "while"})
        elif token.start in sayings and after != "as":
            cost += _HARD_COST
        elif token.start in triggers and not candidate.start <= token.start < candidate.end:
            named = (ahead and joined) or before == "including" or (index > 1 and between[index - 2].low == "including")
            cost += _HARD_COST if named else _OTHER_COST / 4 if fronted else _OTHER_COST
    return cost


def _without_asides(tokens: list[Token]) -> list[Token]:
    """The tokens without what stands between two dashes."""
    dashes = [index for index, token in enumerate(tokens) if token.low == "—"]
    return tokens if len(dashes) < 2 else [*tokens[: dashes[0]], *tokens[dashes[-1] + 1 :]]


def _is_stance(token: Token, before: str, told: set[int]) -> bool:
    """Whether a word is a past verb that neither tells nor carries an event: what it is dated with is not the event's day."""
    past = token.low.endswith("ed") or (token.low.endswith("ing") and before == ",")
    return past and len(token.low) > len("used") and not token.capital and token.start not in told


def _owns(passage: Passage, value: DateValue) -> bool:
    """Whether a date is the possessor of a noun: "Thursday's", "the 3 May's"."""
    after = passage.text[value.end - passage.start : value.end - passage.start + 2]
    return after in {"'s", "’s"} or passage.text[: value.end - passage.start].endswith(("'s", "’s"))


def _opens_clause(passage: Passage, value: DateValue) -> bool:
    """Whether a date stands at the head of its clause: ", and on Monday, troops …"."""
    index = passage.token_at(value.start)
    before = [token.low for token in passage.tokens[max(0, index - 3) : index]]
    return bool({"and", "but", ",", ";"} & set(before))


def _leads_to(token: Token, value: DateValue) -> bool:
    """Whether a word that could begin a clause only leads in the date: "since Monday", "after 3 May", "until the following day"."""
    return 0 <= value.start - token.end <= len(" about the ")


def sayings_of(passage: Passage) -> frozenset[int]:
    """Where the verbs of saying of a passage start."""
    return frozenset(
        hit.start
        for hit in passage.of("cue")
        if hit.entry.get("scope") == "says"
        and hit.entry.key != "according"
        and (hit.how.endswith((".ed", ".past", ".pp")) or (hit.how.endswith(".s") and hit.entry.key in _SAID_NOW))
    )


def is_of_saying(candidate: Candidate, value: DateValue) -> bool:
    """Whether a date is that of what somebody said of the event: "…, the governor said on Wednesday", "told AFP late on Monday"."""
    passage = candidate.passage
    sayings = sayings_of(passage) - {candidate.hit.start}
    if not sayings or _owns(passage, value):
        return False
    triggers = {hit.start for hit in passage.of("event", "deed")} - sayings
    index = passage.token_at(value.start)
    for token in reversed(passage.tokens[max(0, index - _SAY_REACH) : index]):
        if token.start in sayings:
            return True
        if token.start in triggers or token.low in {",", ";", ":", "that", "”", "were", "was", "had", "has", "have", "is", "are"}:
            break
    following = passage.token_at(value.end)
    if passage.text[value.end - passage.start :].startswith(" claimed to "):
        return False
    return following < len(passage.tokens) and passage.tokens[following].start in sayings and candidate.hit.start > value.end


def is_benchmark(passage: Passage, value: DateValue, trigger: int) -> bool:
    """Whether a date only measures what the trigger at this offset tells: "the largest call-up since 1973", "since the war began in 2022"."""
    text = passage.text[: value.start - passage.start]
    since = _SINCE.search(text)
    if since is None or passage.start + since.start() < trigger < value.start:
        return False
    between = text[since.start() + len("since") :].split()
    if len(between) > 1 and any(_BEGAN.search(word) for word in between):
        return True
    before = [token for token in passage.tokens if token.end <= passage.start + since.start()][-8:]
    return any(token.low in _BEST or (token.low.endswith("est") and len(token.low) > 5) for token in before)


def _placed(candidate: Candidate, known: list[DateValue]) -> EventDate | None:
    """The day of an event told as so long before or after another: "…on Saturday, a day after a drone hit …"."""
    passage = candidate.passage
    text = passage.text[: candidate.hit.start - passage.start]
    match = _AFTERMATH.search(text) if " after " in text or " before " in text else None
    if match is None:
        return None
    place = passage.start + match.start()
    if any(place <= value.start < candidate.hit.start for value in known) or any(
        token.low in _ANSWERS for token in passage.between(passage.start + match.end("side"), candidate.hit.start)
    ):
        return None
    own = [
        value
        for value in known
        if value.start >= candidate.hit.end and _cost(candidate, value) <= _MOST and not is_of_saying(candidate, value)
    ]
    earlier = [value for value in known if value.end <= place]
    if own and earlier:
        return EventDate(own[0], "date-of-clause")
    base = (earlier or [value for value in known if value.start >= candidate.hit.end])[-1 if earlier else 0 :][:1]
    if not base or base[0].precision != "day" or base[0].first is None or is_benchmark(passage, base[0], candidate.hit.start):
        return None
    shift = _shift(match)
    return None if shift is None else EventDate(moved(base[0], shift), "counted-from-the-other-clause")


def days_apart(passage: Passage, trigger: int) -> int | None:
    """How many days after (or, negative, before) the rest of the sentence its clause places the trigger; None where it does not say."""
    text = passage.text[: trigger - passage.start]
    match = _AFTERMATH.search(text) if " after " in text or " before " in text else None
    return _shift(match) if match is not None and match["unit"] else None


def moved(value: DateValue, shift: int) -> DateValue:
    """A day so many days later."""
    iso = (date.fromisoformat(str(value.first)) + timedelta(days=shift)).isoformat()
    return replace(value, iso=iso, first=iso, last=iso)


def _shift(match: re.Match[str]) -> int | None:
    count = 0
    if match["unit"] and match["unit"].lower().startswith(("day", "night")):
        numeral = read_numeral(match["number"], 0)
        if numeral is None and match["number"].lower() not in {"a", "one"}:
            return None
        count = int(numeral.value) if numeral is not None else 1
    return count if match["side"].lower() == "before" else -count

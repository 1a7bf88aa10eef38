"""Days carried from one sentence to the next: what a story tells on goes on the day it last named, an entry of a live blog on its own day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from briefing_tui.extracting.events.event_dates import days_apart, is_of_saying, moved
from briefing_tui.extracting.events.told import Told
from briefing_tui.extracting.passages import Passage, Reading
from briefing_tui.extracting.values.dates import is_reference_work
from briefing_tui.model import DateValue

_LIVE: Final = re.compile(r"\blive\b(?!-fire)", re.IGNORECASE)
_CLOCK: Final = re.compile(r"\s*(?:\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?|GMT|BST|CET|UTC|EST|EDT)?|\d{1,2}\s?[ap]m)\b")
_LEDE_PASSAGES: Final = 3
_BLOCK_REACH: Final = 3
_STORY_REACH: Final = 6
_DONE: Final = frozenset({"asserted", "claimed", "reported", "confirmed", "unconfirmed"})
_UNDATED_ACTIONS: Final = frozenset(
    {"invasion", "weapons_authorisation", "nuclear_posture", "blockade", "troop_deployment", "mobilisation"}
)
_LASTING: Final = re.compile(
    r"\b(?:in (?:just |only )?(?:\w+ )?(?:weeks|months|years|decades)|over the (?:last|past)|since|intensif\w+|stepped up|increas\w+|who have|that have|which have|for (?:\w+ )?(?:weeks|months|years|decades)|long|repeatedly|again and again|series of|hundreds of|thousands of)\b",
    re.IGNORECASE,
)
"""Words of a perfect that sums up a time rather than tells the news."""
_LAST_DAYS: Final = timedelta(days=3)
_GOES_ON: Final = re.compile(
    r"(?:A few |Some |Several |Two |Three )?(?:[Hh]ours|[Mm]inutes|[Mm]oments) (?:later|earlier|after)|Later\b(?! (?:this|that|in))|(?:Later|Earlier) (?:in|that|on the same) (?:the )?day|(?:On )?[Tt]he same day|That day"
    r"|Meanwhile|Elsewhere|Separately|At the same time|Shortly (?:after|before)"
)
"""How a paragraph opens that goes on with the day of the one before."""
_SAME_PAST: Final = frozenset({"hit", "set", "cut", "shut", "overrun", "burst"})
"""Verbs whose past is their base form."""
_APART: Final = frozenset({"after", "before", "following", "since", "retaliation", "response", "revenge"})
"""What tells in one sentence that two things were not at one time."""
_TWO: Final = 2
_PERFECT_REACH: Final = 5
_PERFECT: Final = frozenset({"has", "have", "'ve"})
_HABIT: Final = re.compile(
    r"\b(?:regularly|repeatedly|daily|routinely|often|frequently|continu\w+|steadily|still|in recent (?:days|weeks|months|years)|over the (?:months|years)|long|since|previous(?:ly)?|earlier|last|ago|historic\w*|every day|every night|first days|early days|outset|ongoing|escalating|unprecedented|for (?:months|years|weeks|decades))\b",
    re.IGNORECASE,
)


def carry_dates(reading: Reading, told: list[Told]) -> None:
    """Give events without a day of their own the one their story is at."""
    live = _is_live(reading)
    narrates = is_reference_work(reading.document)
    lede: Told | None = None
    latest: Told | None = None
    for one in told:
        passage = one.candidate.passage
        if one.heading or one.candidate.rule == "reference":
            continue
        if one.date is None and one.modality.modality in _DONE:
            place = _body_index(reading, passage)
            entry = live or _CLOCK.match(reading.text[passage.block.start : passage.block.start + 12]) is not None
            counted = _counted(one, latest)
            source = None if _is_perfect(one) else _source(one, latest, lede, narrates=narrates)
            if counted is not None:
                one.date, one.date_rule = counted, "counted-from-the-story"
            elif source is not None:
                one.date, one.date_rule = source.date, "date-carried"
            elif (entry and _is_news_of_the_day(one)) or (
                place < _LEDE_PASSAGES
                and _is_perfect(one)
                and not narrates
                and not _LASTING.search(passage.text)
                and _is_news_of_the_day(one)
            ):
                one.date, one.date_rule = _told_later(reading, one) or published_day(reading, one), "day-of-the-report"
        if one.date is not None and (_is_short(one.date) or (one.date.precision == "month" and not _in_block(latest, passage))):
            latest = one
            if lede is None and _is_short(one.date) and _body_index(reading, passage) <= _LEDE_PASSAGES:
                lede = one


def _in_block(latest: Told | None, passage: Passage) -> bool:
    """Whether the last dated event is of the same paragraph."""
    return latest is not None and latest.candidate.passage.sentence.block == passage.sentence.block


def _is_perfect(one: Told) -> bool:
    """Whether the verb that tells it stands in the present perfect, the tense of what is new."""
    candidate = one.candidate
    passage = candidate.passage
    index = passage.token_at(candidate.hit.start)
    last = passage.token_at(candidate.hit.end)
    if candidate.roles is None and any(token.low in _PERFECT for token in passage.tokens[last : last + 2]):
        return True
    for token in reversed(passage.tokens[max(0, index - _PERFECT_REACH) : index]):
        if token.low in _PERFECT:
            return True
        if token.low in {",", ";", "that", "which", "who", "said", "says"}:
            return False
    return False


def _is_news_of_the_day(one: Told) -> bool:
    """Whether an entry tells of it as done on its own day: no plan, no order, no truce to come."""
    return one.action not in _UNDATED_ACTIONS | {"ceasefire", "prisoner_exchange"}


def _told_later(reading: Reading, one: Told) -> DateValue | None:
    """The day within the last days that the next sentences name, where the lede names none."""
    published = reading.document.published
    if not published:
        return None
    try:
        day = date.fromisoformat(published)
    except ValueError:
        return None
    passage = one.candidate.passage
    own = [
        value
        for value in passage.dates
        if value.precision == "day" and value.first is not None and is_of_saying(one.candidate, value)
    ]
    if len(own) == 1 and timedelta(0) <= day - date.fromisoformat(str(own[0].first)) < timedelta(days=7):
        return own[0]  # "… have taken the town, the ministry said on Sunday"
    for following in reading.passages[passage.index + 1 : passage.index + 1 + _STORY_REACH]:
        for value in following.dates:
            if (
                value.precision == "day"
                and value.first is not None
                and timedelta(0) <= day - date.fromisoformat(value.first) <= _LAST_DAYS
            ):
                return value
    return None


def published_day(reading: Reading, one: Told) -> DateValue | None:
    """The day of publication, as the date of an event that the text tells as today's."""
    published = reading.document.published
    if not published or len(published) < len("2024-01-01"):
        return None
    day = published[: len("2024-01-01")]
    candidate = one.candidate
    return DateValue(
        iso=day, first=day, last=day, precision="day", anchor="metadata", start=candidate.hit.start, end=candidate.hit.end
    )


def _is_live(reading: Reading) -> bool:
    """Whether the document is a running account of a day."""
    return any(name and _LIVE.search(name) for name in (reading.document.title, reading.document.publisher))


def _body_index(reading: Reading, passage: Passage) -> int:
    """How many sentences of running text stand before this one."""
    return sum(1 for other in reading.passages[: passage.index] if other.block.kind != "heading")


def _is_short(value: DateValue) -> bool:
    return value.precision == "day" or (
        value.precision == "interval" and value.iso is not None and "/" in value.iso and _days(value) <= 2
    )


def _days(value: DateValue) -> int:
    return (date.fromisoformat(str(value.last)) - date.fromisoformat(str(value.first))).days


def _counted(one: Told, latest: Told | None) -> DateValue | None:
    """The day of an event told as so many days before or after what went before: "The raid came a day after rebels stormed …"."""
    passage = one.candidate.passage
    if (
        latest is None
        or latest.date is None
        or latest.date.precision != "day"
        or passage.index - latest.candidate.passage.index > _STORY_REACH
    ):
        return None
    shift = days_apart(passage, one.candidate.hit.start)
    return None if shift is None else moved(latest.date, shift)


def _source(one: Told, latest: Told | None, lede: Told | None, *, narrates: bool) -> Told | None:
    """The dated event whose day this one shares, if any."""
    candidate = one.candidate
    passage = candidate.passage
    if one.action in _UNDATED_ACTIONS or _HABIT.search(passage.text) or not _is_past(one):
        return None
    if any(value.precision != "unknown" for value in passage.dates if _in_clause(one, value)):
        return None
    if latest is not None and latest.date is not None and not _is_short(latest.date):
        next_to_it = passage.index - latest.candidate.passage.index <= 1  # a month serves the next sentence alone
        if next_to_it and latest.candidate.passage.sentence.block == passage.sentence.block and latest.codes == one.codes:
            return latest
        latest = None
    if latest is not None:
        distance = passage.index - latest.candidate.passage.index
        same_block = latest.candidate.passage.sentence.block == passage.sentence.block
        if distance == 0 and any(token.low in _APART for token in passage.between(latest.candidate.hit.end, candidate.hit.start)):
            return None
        if (same_block and distance <= _BLOCK_REACH) or (narrates and distance <= _STORY_REACH):
            return latest
    if latest is not None and passage.index - latest.candidate.passage.index <= _BLOCK_REACH and _GOES_ON.match(passage.text):
        return latest
    for near in (latest, lede):
        if near is not None and passage.index - near.candidate.passage.index <= _STORY_REACH and _is_one_story(near, one):
            return near
    return None


def _is_past(one: Told) -> bool:
    """Whether it is told as done: a verb in the past, or a noun for one deed."""
    hit, passage = one.candidate.hit, one.candidate.passage
    words = passage.text[hit.start - passage.start : hit.end - passage.start].lower()
    if one.candidate.roles is not None:
        first = passage.token_at(hit.start)
        if hit.how.endswith(".ing") and first > 1 and passage.tokens[first - 1].low == "by":
            return passage.tokens[first - 2].low.endswith("ed")  # "retaliated by firing"
        return hit.how.endswith((".ed", ".past", ".pp")) or words.split()[0] in _SAME_PAST
    return not words.endswith(("attacks", "strikes", "raids", "incursions", "bombardments"))


def _in_clause(one: Told, value: DateValue) -> bool:
    return one.candidate.roles is None or one.candidate.roles.start <= value.start < one.candidate.roles.end


def _is_one_story(near: Told, one: Told) -> bool:
    """Whether a later paragraph goes on with what a dated one began: the same sides at the same deed, or its interception."""
    if one.action == "air_defence_intercept" and near.action == "strike":
        return bool(one.codes & {actor.code for actor in near.targets}) or not one.codes
    if near.action != one.action:
        return False
    if one.doer.span is None and one.action == "strike" and (near.doer.span is None or not near.codes):
        return bool({a.code for a in near.targets} & {a.code for a in one.targets})  # nobody named, the same side hit
    if not near.codes:
        return False
    sides = [event.codes | {actor.code for actor in event.targets} for event in (near, one)]
    if near.action == "strike" and one.codes and sides[0] == sides[1] and len(sides[0]) == _TWO:
        return True  # blow and counterblow
    if near.codes != one.codes:
        return False
    left, right = {actor.code for actor in near.targets}, {actor.code for actor in one.targets}
    return bool(left & right) or not right

"""Several amounts that one verb or one whole holds: "$5 million from Canada and €3 million from France", "respectively"."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from typing import Final, NamedTuple

from briefing_tui.extracting.aid.amount_words import past_conversion
from briefing_tui.extracting.aid.context import NOBODY, USUAL_GIVERS, AidContext, Side, groups_of, side_of
from briefing_tui.extracting.aid.direction import group_start
from briefing_tui.extracting.aid.drafts import Draft
from briefing_tui.extracting.passages import Passage
from briefing_tui.model import Money


def share_out(context: AidContext, passage: Passage, drafts: list[Draft]) -> None:
    """Give each of several amounts its own giver where the text says "respectively"."""
    if len(drafts) < 2 or "respectively" not in passage.text:
        return
    place = passage.start + passage.text.index("respectively")
    for group in groups_of(context, passage):
        amounts = [draft for draft in drafts if draft.money is not None and group[-1].end < draft.start < place]
        if len(group) > 1 and len(amounts) >= len(group):
            for mention, draft in zip(group, amounts[-len(group) :], strict=True):
                draft.donors = Side(mention.actors, (mention,))


class Sharing(NamedTuple):
    """The amount before one that hangs on the same verb, and this one's own giver or receiver where it has one."""

    first: Draft
    donors: Side = NOBODY
    recipients: Side = NOBODY


def find_sharer(context: AidContext, passage: Passage, money: Money, earlier: list[Draft]) -> Sharing | None:
    """The amount before this one that hangs on the same verb: "Canada gave $5 million and France €3 million"."""
    if not earlier or earlier[-1].money is None:
        return None
    last = earlier[-1]
    between = passage.between(past_conversion(passage, max(last.end, last.money.end if last.money else last.end)), money.start)
    words = [token.low for token in between]
    gapped = _gapped(context, passage, money, last)
    if gapped is not None:
        return gapped
    at = money.start - passage.start
    further = re.search(
        r"(?:\band|,|;|\bplus) (?:with |by )?(?:a |an |some )?(?:another|further|additional|extra)(?: (?:some|about|around))? *$",
        passage.text[max(0, at - 40) : at],
    )
    if (
        (further or words[-1:] in (["and"], ["plus"]))
        and last.verb is not None
        and len(words) <= _LONG
        and not _verbs_between(passage, between[0].start, money.start)
    ):
        return Sharing(last)
    if not words or len(words) > _SHORT or not {"and", ",", ";", "while"} & set(words):
        return None
    groups = groups_of(context, passage)
    first = bisect_left(groups, between[0].start, key=group_start)
    givers = groups[first : bisect_left(groups, money.start, lo=first, key=group_start)]
    rest = [
        token.low
        for token in between
        if not any(group[0].start <= token.start < group[-1].end for group in givers) and token.low not in _SHARING
    ]
    if rest or not (givers or further):
        return None
    side = side_of(givers[-1]) if givers else NOBODY
    if side is not NOBODY and (givers[-1][-1].adjective or side.codes & last.recipients.codes):
        return Sharing(last) if _has_own_receiver(passage, money) else None
    return Sharing(last, side)


def _gapped(context: AidContext, passage: Passage, money: Money, last: Draft) -> Sharing | None:
    """A clause without its verb: the actor right before the amount gives it ("…, France €400 million") or gets it ("…, Chad $3 million")."""
    groups = groups_of(context, passage)
    place = bisect_left(groups, money.start, key=group_start) - 1
    if place < 0 or groups[place][0].start < last.end:
        return None
    group = groups[place]
    if group[-1].adjective or group[-1].possessive:
        return None
    gap = [token.low for token in passage.between(group[-1].end, money.start)]
    if gap[:2] in (["and", "its"], ["and", "their"]):  # "the European Union and its members"
        gap = gap[2 + sum(word in _FOLLOWERS for word in gap[2:4]) :]
    if [word for word in gap if word not in _LOOSE]:
        return None
    position = passage.token_at(group[0].start) - 1
    while position >= 0 and passage.tokens[position].low in _LOOSE_BEFORE:
        position -= 1
    if position < 0 or passage.tokens[position].low not in _OPENERS:
        return None
    side = side_of(group)
    if "with" not in gap and not side.codes & USUAL_GIVERS and _is_handed(last):
        return Sharing(last, last.donors, side)
    return None if side.codes & last.recipients.codes else Sharing(last, side)


_LOOSE: Final = frozenset(
    "with a an another some about around roughly nearly almost over more than at least up to just only".split()
)
_FOLLOWERS: Final = frozenset("members member states allies partners".split())
_LOOSE_BEFORE: Final = frozenset("the while neighbouring neighboring fellow".split())
_OPENERS: Final = frozenset({",", ";", "and", "while", "—", "–", "plus", ":"})


def _is_handed(draft: Draft) -> bool:
    """Whether the receiver stands between verb and amount ("gave Sudan $5 million")."""
    return (
        draft.verb is not None
        and bool(draft.recipients.mentions)
        and draft.recipients.near
        and draft.verb.end <= draft.recipients.mentions[0].start
        and draft.recipients.mentions[-1].end <= draft.start
    )


def _has_own_receiver(passage: Passage, money: Money) -> bool:
    """Whether "for" or "to" and a name follow an amount, so that it goes on a row of receivers ("$60 billion for Ukraine, $14 billion for Israel")."""
    following = passage.between(past_conversion(passage, money.end), passage.end)[:2]
    return len(following) > 1 and following[0].low in {"for", "to"} and (following[1].capital or following[1].low == "the")


def _verbs_between(passage: Passage, start: int, end: int) -> bool:
    return any(hit.entry.category in {"aid_verb", "say"} and start <= hit.start < end for hit in passage.hits)


_SHORT: Final = 9


_LONG: Final = 16


_SHARING: Final = frozenset(
    "and , ; while for to a an the another further additional extra about some around roughly nearly almost over more than at least up to ( )".split()
)


def next_part(passage: Passage, money: Money, earlier: list[Draft], donors: Side) -> bool:
    """Whether the amount goes on with the parts before it ("includes $1.25 billion in arms and $1.22 billion in contracts")."""
    if (
        not earlier
        or earlier[-1].scope != "component"
        or earlier[-1].money is None
        or earlier[-1].money.currency != money.currency
    ):
        return False
    between = [token.low for token in passage.between(earlier[-1].money.end, money.start)]
    named = any(earlier[-1].money.end <= mention.start < money.start for mention in donors.mentions)
    return (
        not named
        and len(between) <= _LONG
        and bool({"and", ",", ";", "plus"} & set(between[-4:]))
        and not {"bringing", "total"} & set(between)
    )


def pair_off(passage: Passage, drafts: list[Draft]) -> None:
    """Give each of two givers its amount where two amounts follow two givers ("Iceland and Norway will add $1 million and $5 million")."""
    for first, second in itertools.pairwise(drafts):
        if first.money is None or second.money is None or len(first.donors.mentions) != _TWO or len(first.donors.actors) != _TWO:
            continue
        if first.donors.mentions != second.donors.mentions or first.donors.mentions[-1].end > first.money.start:
            continue
        if passage.text[first.money.end - passage.start : second.money.start - passage.start] != " and ":
            continue
        left, right = first.donors.mentions
        first.donors, second.donors = side_of([left]), side_of([right])


_TWO: Final = 2

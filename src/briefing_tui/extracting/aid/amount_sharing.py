"""Several amounts that one verb or one whole holds: "$5 million from Canada and €3 million from France", "respectively"."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from briefing_tui.extracting.aid.amount_words import past_conversion
from briefing_tui.extracting.aid.context import NOBODY, AidContext, Side, groups_of, side_of
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


def find_sharer(context: AidContext, passage: Passage, money: Money, earlier: list[Draft]) -> tuple[Draft, Side] | None:
    """The amount before this one and this one's own giver, where both hang on one verb: "Canada gave $5 million and France €3 million"."""
    if not earlier or earlier[-1].money is None:
        return None
    last = earlier[-1]
    between = passage.between(past_conversion(passage, max(last.end, last.money.end if last.money else last.end)), money.start)
    words = [token.low for token in between]
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
        return last, NOBODY
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
        return None
    return last, side


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

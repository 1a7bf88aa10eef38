"""Who gives: a possessive or demonym on an amount, "from" and "by" after it, its owner, else the verb's subject."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from briefing_tui.extracting.aid.context import NOBODY, AidContext, Side, groups_of, side_of
from briefing_tui.extracting.aid.direction import (
    DONOR_WORDS,
    PLACES,
    TOLD,
    barred,
    find_subject,
    governed,
    governed_by,
    group_end,
    groups_around,
)
from briefing_tui.extracting.aid.places import TO_WORDS
from briefing_tui.extracting.aid.verbs import AidVerb
from briefing_tui.extracting.passages import Mention, Passage
from briefing_tui.extracting.scan import Hit
from briefing_tui.extracting.values.money import is_conversion
from briefing_tui.model.patterns import compile_later


def find_donors(
    context: AidContext,
    passage: Passage,
    start: int,
    end: int,
    verb: Hit | None,
    *,
    excluded: frozenset[str],
    receiving: bool = False,
) -> Side:
    """Who gives what `start`–`end` names: a possessive or demonym on it, "from" and "by" after it, else the verb's subject.

    `excluded` are the codes of those who receive.
    """
    groups = [
        group
        for group in groups_around(context, passage, start, end)
        if side_of(group).codes - excluded
        and group[0].kind not in PLACES
        and not (group[-1].kind in {"definite", "pronoun"} and side_of(group).codes <= context.default_recipient.codes)
    ]
    withheld = verb is not None and (
        verb.entry.get("frame") == "withhold" or _MOVED.match(passage.text, verb.start - passage.start) is not None
    )
    for group in groups:  # "Sweden's 18th support package", "the Swedish package", "U.S. security assistance"
        first, last = group[0], group[-1]
        if first.start >= end:
            break
        text = passage.text[last.start - passage.start : last.end - passage.start].lower()
        inside = start <= first.start and last.end <= end
        gap = [token for token in passage.between(last.end, start) if token.low not in {"'", "’", "s", "'s"}]
        touching = (
            last.end <= start
            and (len(gap) <= 3 if last.possessive else len(gap) <= 1)
            and not any(token.low in {",", "and", "that", "to"} for token in gap)
        )
        if (inside or touching) and (last.possessive or last.adjective or text in DONOR_WORDS):
            if governed_by(passage, first, TO_WORDS | (_BEHIND if inside else {"in", "against"})):
                continue
            if inside and last.adjective and " on " in passage.text[start - passage.start : first.start - passage.start]:
                continue  # "$1 billion on Iranian drones" is spent by another
            if inside and last.possessive and governed_by(passage, first, frozenset({"of"})):
                continue
            return side_of(group)
    for group in groups:  # "followed by Germany with $162 million"
        if group[-1].end <= start and [token.low for token in passage.between(group[-1].end, start)] == ["with"]:
            return side_of(group)
    owner = _owner(context, passage, start, end, excluded)
    if owner is not NOBODY:
        return owner
    for group in groups:
        if group[0].start >= end - 1:
            gap = passage.between(end, group[0].start)
            if (
                not withheld
                and governed_by(passage, group[0], frozenset({"from"}))
                and len(gap) <= 7
                and not any(
                    end <= other.start < group[0].start for other in passage.money if is_conversion(passage, other) is None
                )
                and not barred(passage, end, group[0].start)
                and not (verb is not None and {"for", "in"} & {token.low for token in gap})
            ):
                return side_of(group)
            if (
                governed_by(passage, group[0], frozenset({"by"}))
                and not made_by(passage, group[0])
                and len(gap) <= 12
                and not any(token.low in {"not", ",", ";", "signed", "to"} for token in gap)
            ):
                return side_of(group)
        elif start <= group[0].start and governed_by(passage, group[0], frozenset({"from", "by"})):
            return side_of(group)
    if verb is not None and not receiving:
        return find_subject(context, passage, verb.start, excluded)
    return NOBODY


_BEHIND: Final = frozenset({"on", "against", "under", "within", "via", "through"})


def made_by(passage: Passage, mention: Mention) -> bool:
    """Whether the "by" before a name belongs to a participle of something else than giving ("a fund fed by the G7", "backed by Japan")."""
    return _OTHER_DEED.search(passage.text[: mention.start - passage.start][-40:]) is not None


_OTHER_DEED: Final = compile_later(
    r"\b(?:fed|backed|guaranteed|secured|managed|run|administered|operated|led|mediated|hosted|organi[sz]ed|chaired|hit|affected|devastated|used|made|built|produced|seized|controlled|held|blocked|vetoed|delayed|opposed|criticis?zed|described|seen|reviewed|reported|estimated|cited|compiled|tracked|occupied|attacked|destroyed|damaged|threatened|caused|received|needed|requested|sought) by (?:the |its )?$",
    re.IGNORECASE,
)


def _owner(context: AidContext, passage: Passage, start: int, end: int, excluded: frozenset[str]) -> Side:
    """Whose "its", "their" or "our" before an amount is: the sentence's subject, or the publisher."""
    index = passage.token_at(start)
    near = [token.low for token in passage.tokens[max(0, index - 1) : index + 2]]
    behind = [token.low for token in passage.tokens[passage.token_at(end) :][:4]]
    if behind[:1] in ([","], ["—"], ["–"]) and {"share", "contribution", "part", "portion", "grant", "slice"} & set(behind):
        near += behind
    if "our" in near or "my" in near:
        return context.default_donor
    if not {"its", "their", "his", "her"} & set(near):
        return NOBODY
    groups = groups_of(context, passage)
    for group in reversed(groups[: bisect_right(groups, start, key=group_end)]):
        if (
            not group[-1].adjective
            and group[0].kind not in PLACES
            and not governed(passage, group[0])
            and not governed_by(passage, group[0], TOLD)
            and side_of(group).codes - excluded
        ):
            return side_of(group)
    return NOBODY


_MOVED: Final = compile_later(r"redirect|divert|shift|reallocat|reprogram|repurpos|mov", re.IGNORECASE)
"""Verbs behind which "from" names who loses the money."""


def find_agent(context: AidContext, passage: Passage, verb: AidVerb) -> Side:
    """Who is named with "by" right behind a passive ("The aid, worth €50 million, is paid for by Luxembourg")."""
    for group in groups_of(context, passage):
        if group[0].start < verb.end:
            continue
        if passage.distance(verb.end, group[0].start) > _AGENT:
            break
        if governed_by(passage, group[0], frozenset({"by"})) and group[0].kind not in PLACES:
            return side_of(group)
    return NOBODY


_AGENT: Final = 4

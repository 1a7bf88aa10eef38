"""Who receives: the name after "to" or "for", the object or subject of the verb, else who the text before speaks of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from briefing_tui.extracting.aid.amount_words import past_conversion
from briefing_tui.extracting.aid.context import NOBODY, USUAL_GIVERS, AidContext, Side, groups_of, side_of
from briefing_tui.extracting.aid.direction import (
    DONOR_WORDS,
    GOVERNORS,
    barred,
    find_subject,
    governed_by,
    groups_around,
)
from briefing_tui.extracting.aid.places import GIVERS, TO_WORDS, placed
from briefing_tui.extracting.aid.receivers import receiver_beside
from briefing_tui.extracting.aid.receiving import recipients_in
from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.scan import Hit
from briefing_tui.extracting.values.money import is_conversion
from briefing_tui.model.patterns import compile_later


def find_recipients(
    context: AidContext, passage: Passage, start: int, end: int, verb: Hit | None, *, donors: Side = NOBODY
) -> Side:
    """Who receives what `start`–`end` names: the nearest recipient after it, else before it, else in the sentences around."""
    groups = recipients_in(context, passage)
    if context.default_recipient.actors or any(
        side.mentions[0].kind != "place" and not side.codes & donors.codes for side in groups
    ):
        receivers = [side for side in groups if side.mentions[0].kind != "place"]
        groups = [
            side
            for side in groups
            if side.mentions[0].kind != "place"
            or (side.codes <= context.default_recipient.codes and len(side.codes) == 1)
            or _is_given_directly(passage, receivers, start, end, side)
        ]
    usual = context.default_recipient
    if usual.actors:
        groups = [
            usual_for(context, passage, side) if side.mentions[0].kind == "definite" else side
            for side in groups
            if context.is_receiver(side) or not all(code.startswith("group:") for code in side.codes)
        ]
    first = bisect_left(groups, start, key=_side_start)
    beyond = bisect_left(groups, end - 1, lo=first, key=_side_start)
    inside = _first_other(groups[first : bisect_left(groups, end, lo=first, key=_side_start)], donors)
    if inside is not None:
        return inside
    before_noun = _name_before_noun(context, passage, start, end)
    if before_noun is not NOBODY and not before_noun.codes & donors.codes:
        return before_noun
    if verb is not None and verb.entry.get("frame") == "receive" and verb.end <= start:
        subject = find_subject(context, passage, verb.start)
        named = next((side for side in groups if side.mentions[-1].end <= verb.start and not side.codes & donors.codes), None)
        if named is not None and (subject is NOBODY or subject.codes <= USUAL_GIVERS | {"org:United Nations"}):
            return named
        hands_on = subject.codes <= _HANDING_ON and (groups[first:] or (usual.actors and not usual.codes & subject.codes))
        if subject is not NOBODY and not hands_on:
            return subject
    owner = _borrower(context, passage, start, end)
    if owner is not NOBODY and not owner.codes & donors.codes:
        return owner
    if verb is not None:
        promised = _promised(context, passage, verb, start)
        if promised is not NOBODY:
            return promised
    after = next((side for side in _onwards(groups, beyond) if not side.codes & donors.codes), None)
    if after is not None and _follows_directly(passage, end, after.mentions[0].start):
        return after
    if verb is not None and verb.entry.get("frame") == "withhold":
        deprived = _deprived(context, passage, end)
        if deprived is not NOBODY and not deprived.codes & donors.codes:
            return deprived
    if verb is not None and verb.entry.get("frame") == "ask_for" and not asks_parliament(passage, verb, start):
        subject = find_subject(context, passage, verb.start)
        if subject is not NOBODY and context.is_receiver(subject):
            return subject
    before = next((side for side in _backwards(groups, first) if not side.codes & donors.codes), None)
    if verb is not None and before is not None and before.mentions[0].start >= verb.end:
        return before
    far = after is not None and _is_beyond(passage, end, after.mentions[0].start)
    if after is not None and not far and not barred(passage, end, after.mentions[0].start):
        return after
    if before is not None and not barred(passage, before.mentions[-1].end, start):
        return before
    beside = receiver_beside(context, passage, start, end, donors=donors, verb=verb)
    if beside is not NOBODY:
        return beside
    if verb is not None and verb.entry.get("frame") == "ask" and verb.end <= start:
        asker = find_subject(context, passage, verb.start)
        if (
            asker is not NOBODY
            and context.is_receiver(asker)
            and not asker.codes & (USUAL_GIVERS | donors.codes | {"org:United Nations", "org:OCHA"})
        ):
            return asker
    told = around(context, passage, donors)
    return after if told is NOBODY and after is not None and not barred(passage, end, after.mentions[0].start) else told


def _is_given_directly(passage: Passage, groups: Sequence[Side], start: int, end: int, side: Side) -> bool:
    """Whether a place stands right behind what is given: "$100 million to Ukraine and $20 million for Gaza".

    Not so in "gave Israel $3 billion for Gaza", nor in "$3 billion for Gaza operations".
    """
    place = side.mentions[0]
    return (
        _follows_directly(passage, end, place.start)
        and _TO_OR_FOR.search(passage.text[: place.start - passage.start]) is not None
        and _NAMES_A_THING.match(passage.text, side.mentions[-1].end - passage.start) is None
        and not any(other.mentions[-1].end <= start and not passage.between(other.mentions[-1].end, start) for other in groups)
    )


_TO_OR_FOR: Final = compile_later(r"\b(?:to|for) (?:the )?$")
_NAMES_A_THING: Final = compile_later(
    r" (?!(?:and|or|but|through|via|in|on|after|as|at|by|from|with|over|this|next|last|under|since|while|when|which|said|says|to|for|is|was"
    r"|during|amid|before|following|until|within|where|who)\b)[a-z]"
)


def _is_beyond(passage: Passage, end: int, start: int) -> bool:
    """Whether a receiver stands behind other amounts, of which it is rather the receiver."""
    between = [
        money for money in passage.money if end <= money.start and money.end <= start and is_conversion(passage, money) is None
    ]
    return len(between) >= _OTHERS or (
        bool(between) and _OF_WHICH.search(passage.text, end - passage.start, start - passage.start) is not None
    )


_OTHERS: Final = 2
_OF_WHICH: Final = compile_later(r"\b(?:of which|including|as well as)\b")


def asks_parliament(passage: Passage, verb: Hit, start: int) -> bool:
    """Whether a government asks its own parliament for the money it will give ("asked Congress for $500 million")."""
    return _PARLIAMENT.search(passage.text, verb.end - passage.start, max(verb.end, start) - passage.start) is not None


_PARLIAMENT: Final = compile_later(
    r"\b(?:Congress|[Pp]arliament|lawmakers|legislators|MPs|[Ss]enators|Senate|House|Knesset|Bundestag|Diet)\b"
)


def usual_for(context: AidContext, passage: Passage, side: Side) -> Side:
    """The usual receiver of the text for "the government" or "the country", which rarely mean whoever was named last."""
    usual = context.default_recipient
    words = (
        passage.text[side.mentions[0].start - passage.start : side.mentions[0].end - passage.start].lower().removeprefix("the ")
    )
    states = all(len(code) == _STATE_CODE for code in usual.codes | side.codes)
    return Side(usual.actors, side.mentions) if states and words in _DEFINITE else side


_DEFINITE: Final = frozenset("government country nation army military state authorities armed forces".split())


def _follows_directly(passage: Passage, end: int, start: int) -> bool:
    """Whether a receiver is tied to an amount by "for" or "to" and hardly a word else ("$14 billion for Israel", "will go to UNICEF")."""
    behind = past_conversion(passage, end)
    gap = [token.low for token in passage.between(behind, start)]
    if len(gap) <= _TIED:
        return any(word in TO_WORDS for word in gap)
    return _GOES_TO.fullmatch(passage.text, behind - passage.start, start - passage.start) is not None


_GOES_TO: Final = compile_later(
    r"\s*(?:(?:will|would|is|are|was|were|has|have|had|should|to|be|been|which|that) )*(?:go|goes|gone|went|going|given|paid|sent|flow|spent|used|allocated|earmarked|meant|destined|intended|reserved|set aside|made available|provided) "
    r"(?:directly )?(?:to|for|on|towards|through) (?:the )?",
    re.IGNORECASE,
)
_TIED: Final = 3


def _promised(context: AidContext, passage: Passage, verb: Hit, start: int) -> Side:
    """The subject of a passive that keeps its amount as object: "Manila has been promised $500 million"."""
    if verb.entry.get("frame") not in {"give", "promise", "fund"} or not 0 <= start - verb.end < _CLOSE_CHARS:
        return NOBODY
    first = passage.token_at(verb.start)
    if not verb.how.endswith((".ed", ".pp", ".past")):
        return NOBODY
    if not {"been", "was", "were", "being", "be"} & {token.low for token in passage.tokens[max(0, first - 2) : first]}:
        return NOBODY
    subject = find_subject(context, passage, verb.start)
    return subject if subject is not NOBODY and context.is_receiver(subject) else NOBODY


_CLOSE_CHARS: Final = 30


def _borrower(context: AidContext, passage: Passage, start: int, end: int) -> Side:
    """Whose loan or programme an amount is where the owner gives to nobody: "Kyiv's $15.6 billion programme"."""
    if not any(
        hit.entry.category in {"aid_noun", "mechanism"} and hit.entry.key in _LENT and start <= hit.start < end + _CLOSE_CHARS
        for hit in passage.hits
    ):
        return NOBODY
    for group in groups_around(context, passage, start, end):
        if (
            group[-1].possessive
            and passage.distance(group[-1].end, start) <= 1
            and group[-1].end <= start + 2
            and passage.token_at(group[-1].end) <= passage.token_at(start) + 1
        ):
            side = side_of(group)
            if not side.codes & USUAL_GIVERS and all(len(code) == _STATE_CODE for code in side.codes):
                return side
    return NOBODY


_LENT: Final = frozenset({"loan", "supplemental", "support", "loans"})


def _deprived(context: AidContext, passage: Passage, end: int) -> Side:
    """From whom money is withheld ("cut $300 million from UNRWA", "UNRWA, from which donors withheld $450 million")."""
    groups = groups_of(context, passage)
    which = passage.text[: end - passage.start].rfind("from which")
    if which >= 0:
        before = [group for group in groups if group[-1].end <= passage.start + which]
        for group in reversed(before[-2:]):
            side = side_of(group)
            if context.is_receiver(side) and not group[-1].adjective:
                return side
    for group in groups:
        if group[0].start >= end and passage.distance(end, group[0].start) <= _TIED:
            side = side_of(group)
            if governed_by(passage, group[0], frozenset({"from"})) and context.is_receiver(side):
                return side
    return NOBODY


def _side_start(side: Side) -> int:
    return side.mentions[0].start


def _first_other(sides: Sequence[Side], donors: Side) -> Side | None:
    return next((side for side in sides if not side.codes & donors.codes), None)


def _backwards(sides: Sequence[Side], index: int) -> Iterator[Side]:
    return (sides[place] for place in range(index - 1, -1, -1))


def _onwards(sides: Sequence[Side], index: int) -> Iterator[Side]:
    return (sides[place] for place in range(index, len(sides)))


def around(context: AidContext, passage: Passage, donors: Side = NOBODY) -> Side:
    """A recipient from the sentences before (three at most), the list's introduction, the heading, the title, the document."""
    reading = context.reading
    usual = context.default_recipient
    if (
        any(len(code) == _STATE_CODE for code in usual.codes)
        and not usual.codes & donors.codes
        and any(usual.codes & {actor.code for actor in mention.actors} for mention in passage.mentions)
    ):
        return _without_groups(usual)
    places = [*reversed(reading.introduction_of(passage))]
    places += [reading.passages[index] for index in range(passage.index - 1, max(-1, passage.index - 4), -1)]
    if passage.block.heading is not None:
        places += reading.passages_of(passage.block.heading)
    for place in places:
        sides = [side for side in reversed(recipients_in(context, place)) if context.is_receiver(side)]
        sides.sort(key=lambda side: not any(len(code) == _STATE_CODE or code in _AGENCIES for code in side.codes))
        for side in sides:
            if (
                side.mentions[0].kind not in {"place", "region"}
                and not side.codes & donors.codes
                and not side.codes <= _LENDERS
                and place.has("aid_noun", "aid_verb", "item_noun", "weapon")
            ):
                return _without_groups(Side(side.actors, side.mentions, near=False))
    spoken_of = topic(context, passage, donors)
    if spoken_of is not NOBODY:
        return spoken_of
    if not context.default_recipient.codes & donors.codes:
        return _without_groups(context.default_recipient) if context.default_recipient.actors else NOBODY
    return NOBODY


def topic(context: AidContext, passage: Passage, donors: Side) -> Side:
    """The state a fronted "In Sudan, …" or a heading puts over this sentence, where the usual receiver of the text is named nowhere near."""
    reading = context.reading
    near = reading.passages[max(0, passage.index - _TOPICAL) : passage.index + 1]
    usual = context.default_recipient.codes
    if any(actor.code in usual for place in near for mention in place.mentions for actor in mention.actors) and any(
        len(code) == _STATE_CODE for code in usual
    ):
        return NOBODY
    heading = reading.passages_of(passage.block.heading) if passage.block.heading is not None else []
    for place in [*reversed(near), *heading]:
        for mention in [*place.mentions, *placed(place)]:
            words = [token.low for token in place.tokens[: place.token_at(mention.start)] if token.low.isalpha()]
            fronted = len(words) <= _FRONT and words[:1] in (["in"], ["across"], ["inside"])
            if not (fronted or place in heading):
                continue
            codes = {actor.code for actor in mention.actors}
            if not codes & (GIVERS | donors.codes | {context.home}) and all(len(code) == _STATE_CODE for code in codes):
                return Side(mention.actors, (mention,), near=False)
    return NOBODY


_HANDING_ON: Final = frozenset({"org:United Nations", "org:OCHA"})
_LENDERS: Final = frozenset(code for code in USUAL_GIVERS if code.startswith("org:"))
_AGENCIES: Final = frozenset({"org:UNRWA", "org:UNHCR", "org:UNICEF", "org:World Food Programme", "org:Red Cross"})
_TOPICAL: Final = 4


_STATE_CODE: Final = 3


_FRONT: Final = 3


def _without_groups(side: Side) -> Side:
    """An inherited side without its loosest part: "Sudan and its neighbours" hands on Sudan."""
    named = tuple(actor for actor in side.actors if not actor.code.startswith("group:"))
    return Side(named, side.mentions, near=False) if named else Side(side.actors, side.mentions, near=False)


def _name_before_noun(context: AidContext, passage: Passage, start: int, end: int) -> Side:
    """Such as "Ukraine" in "$50 billion Ukraine loan": a bare name between an amount or adjective and the noun of aid."""
    for group in groups_around(context, passage, start, end):
        mention = group[0]
        if not (start < mention.start and group[-1].end < end) or mention.adjective or mention.possessive:
            continue
        if (
            passage.text[mention.start - passage.start : mention.end - passage.start].lower() in DONOR_WORDS
            or mention.kind != "name"
        ):
            continue
        index = passage.token_at(mention.start)
        if index and passage.tokens[index - 1].low in GOVERNORS:
            continue
        following = passage.token_at(group[-1].end)
        if following < len(passage.tokens) and any(
            hit.start == passage.tokens[following].start and hit.entry.category == "aid_noun" for hit in passage.hits
        ):
            return side_of(group)
    return NOBODY

"""Who gives and who receives: donors and recipients from the words around an amount or a thing, else from the text before it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from briefing_tui.extracting.aid.amount_words import past_conversion
from briefing_tui.extracting.aid.context import NOBODY, USUAL_GIVERS, AidContext, Side, groups_of, recipients_in, side_of
from briefing_tui.extracting.aid.places import GIVERS, TO_WORDS, placed
from briefing_tui.extracting.aid.receivers import receiver_beside
from briefing_tui.extracting.passages import Mention, Passage, Token
from briefing_tui.extracting.scan import Hit

_GOVERNORS: Final = frozenset(
    "of to for in with from against on by at over into toward towards between among about under near via than behind amid without".split()
)


_BARRIERS: Final = frozenset({";", "“", "”", '"', ":", "—", "–"})


DONOR_WORDS: Final = frozenset(
    {"u.s.", "us", "u.k.", "uk", "eu", "un", "nato", "imf", "usa", "e.u.", "u.n.", "g7", "ec", "world bank", "ebrd"}
)
"""Short names that stand before a noun as an adjective would ("U.S. aid", "EU package"): the giver, not the receiver."""


def find_recipients(
    context: AidContext, passage: Passage, start: int, end: int, verb: Hit | None, *, donors: Side = NOBODY
) -> Side:
    """Who receives what `start`–`end` names: the nearest recipient after it, else before it, else in the sentences around."""
    groups = recipients_in(context, passage)
    if context.default_recipient.actors or any(
        side.mentions[0].kind != "place" and not side.codes & donors.codes for side in groups
    ):
        groups = [side for side in groups if side.mentions[0].kind != "place"]
    first = bisect_left(groups, start, key=_side_start)
    beyond = bisect_left(groups, end - 1, lo=first, key=_side_start)
    inside = _first_other(groups[first : bisect_left(groups, end, lo=first, key=_side_start)], donors)
    if inside is not None:
        return inside
    before_noun = _name_before_noun(context, passage, start, end)
    if before_noun is not NOBODY and not before_noun.codes & donors.codes:
        return before_noun
    if verb is not None and verb.entry.get("frame") == "receive":
        subject = find_subject(context, passage, verb.start)
        if subject is not NOBODY:
            return subject
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
    if verb is not None and verb.entry.get("frame") == "ask_for":
        subject = find_subject(context, passage, verb.start)
        if subject is not NOBODY and context.is_receiver(subject):
            return subject
    before = next((side for side in _backwards(groups, first) if not side.codes & donors.codes), None)
    if verb is not None and before is not None and before.mentions[0].start >= verb.end:
        return before
    if after is not None and not _barred(passage, end, after.mentions[0].start):
        return after
    if before is not None and not _barred(passage, before.mentions[-1].end, start):
        return before
    if verb is not None and verb.entry.get("frame") == "ask" and verb.end <= start:
        asker = find_subject(context, passage, verb.start)
        if (
            asker is not NOBODY
            and context.is_receiver(asker)
            and not asker.codes & (USUAL_GIVERS | donors.codes | {"org:United Nations", "org:OCHA"})
        ):
            return asker
    beside = receiver_beside(context, passage, start, end, donors=donors, verb=verb)
    if beside is not NOBODY:
        return beside
    return around(context, passage, donors)


def _promised(context: AidContext, passage: Passage, verb: Hit, start: int) -> Side:
    """The subject of a passive that keeps its amount as object: "Manila has been promised $500 million"."""
    if verb.entry.get("frame") not in {"give", "promise", "fund"} or not 0 <= start - verb.end < _CLOSE_CHARS:
        return NOBODY
    first = passage.token_at(verb.start)
    if not {"been", "was", "were", "being", "be"} & {token.low for token in passage.tokens[max(0, first - 2) : first]}:
        return NOBODY
    subject = find_subject(context, passage, verb.start)
    return subject if subject is not NOBODY and context.is_receiver(subject) else NOBODY


_CLOSE_CHARS: Final = 30


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
            if _governed_by(passage, group[0], frozenset({"from"})) and context.is_receiver(side):
                return side
    return NOBODY


def _follows_directly(passage: Passage, end: int, start: int) -> bool:
    """Whether a receiver is tied to an amount by "for" or "to" and hardly a word else ("$14 billion for Israel")."""
    gap = [token.low for token in passage.between(past_conversion(passage, end), start)]
    return len(gap) <= _TIED and bool(gap) and gap[0] in TO_WORDS


_TIED: Final = 3


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
    if not usual.codes & donors.codes and any(
        usual.codes & {actor.code for actor in mention.actors} for mention in passage.mentions
    ):
        return _without_groups(usual)
    places = [*reversed(reading.introduction_of(passage))]
    places += [reading.passages[index] for index in range(passage.index - 1, max(-1, passage.index - 4), -1)]
    if passage.block.heading is not None:
        places += reading.passages_of(passage.block.heading)
    for place in places:
        for side in reversed([side for side in recipients_in(context, place) if context.is_receiver(side)]):
            if (
                side.mentions[0].kind != "place"
                and not side.codes & donors.codes
                and place.has("aid_noun", "aid_verb", "item_noun", "weapon")
            ):
                return _without_groups(Side(side.actors, side.mentions, near=False))
    spoken_of = topic(context, passage, donors)
    if spoken_of is not NOBODY:
        return spoken_of
    if not context.default_recipient.codes & donors.codes:
        return context.default_recipient
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
            fronted = place.token_at(mention.start) <= _FRONT and place.tokens[0].low in {"in", "across", "inside"}
            if not (fronted or place in heading):
                continue
            codes = {actor.code for actor in mention.actors}
            if not codes & (GIVERS | donors.codes | {context.home}) and all(len(code) == _STATE_CODE for code in codes):
                return Side(mention.actors, (mention,), near=False)
    return NOBODY


_TOPICAL: Final = 4
_STATE_CODE: Final = 3
_FRONT: Final = 3


def _without_groups(side: Side) -> Side:
    """An inherited side without its loosest part: "Sudan and its neighbours" hands on Sudan."""
    named = tuple(actor for actor in side.actors if not actor.code.startswith("group:"))
    return Side(named, side.mentions, near=False) if named else Side(side.actors, side.mentions, near=False)


def _barred(passage: Passage, start: int, end: int) -> bool:
    return _BAR.search(passage.text, max(0, start - passage.start), max(0, end - passage.start)) is not None


_BAR: Final = re.compile("[;”“]")


def _name_before_noun(context: AidContext, passage: Passage, start: int, end: int) -> Side:
    """Such as "Ukraine" in "$50 billion Ukraine loan": a bare name between an amount or adjective and the noun of aid."""
    for group in _groups_around(context, passage, start, end):
        mention = group[0]
        if not (start < mention.start and group[-1].end < end) or mention.adjective or mention.possessive:
            continue
        if (
            passage.text[mention.start - passage.start : mention.end - passage.start].lower() in DONOR_WORDS
            or mention.kind != "name"
        ):
            continue
        index = passage.token_at(mention.start)
        if index and passage.tokens[index - 1].low in _GOVERNORS:
            continue
        following = passage.token_at(group[-1].end)
        if following < len(passage.tokens) and any(
            hit.start == passage.tokens[following].start and hit.entry.category == "aid_noun" for hit in passage.hits
        ):
            return side_of(group)
    return NOBODY


def _names_recipient(context: AidContext, passage: Passage, group: Sequence[Mention]) -> bool:
    sides = recipients_in(context, passage)
    index = bisect_left(sides, group[0].start, key=_side_start)
    return index < len(sides) and sides[index].mentions[0].start == group[0].start


_PLACES: Final = frozenset({"place", "region"})
_AROUND: Final = 12
"""Tokens around a span within which a giver stands beside it."""


def _groups_around(context: AidContext, passage: Passage, start: int, end: int) -> list[tuple[Mention, ...]]:
    """The groups of actors within a dozen words of `start`–`end`, so that a huge sentence is not walked for each of its amounts."""
    groups, tokens = groups_of(context, passage), passage.tokens
    low = tokens[max(0, passage.token_at(start) - _AROUND)].start
    first = bisect_left(groups, low, key=_group_end)
    last = passage.token_at(end) + _AROUND
    return groups[first:] if last >= len(tokens) else groups[first : bisect_right(groups, tokens[last].start, key=group_start)]


def group_start(group: Sequence[Mention]) -> int:
    """Where a group of coordinated mentions begins."""
    return group[0].start


def _group_end(group: Sequence[Mention]) -> int:
    return group[-1].end


def find_subject(context: AidContext, passage: Passage, verb_start: int, excluded: frozenset[str] = frozenset()) -> Side:
    """The actors of the nearest noun phrase before a verb that no preposition governs."""
    groups = groups_of(context, passage)
    groups = [group for group in groups[: bisect_right(groups, verb_start, key=_group_end)] if group[0].kind not in _PLACES]
    if _hangs_on_preposition(passage, verb_start):
        groups = [
            group for group in groups if not _governed(passage, group[0]) and not group[-1].adjective and not group[-1].possessive
        ][:1]
    for group in reversed(groups):
        if passage.distance(group[-1].end, verb_start) > _FAR:
            return NOBODY
        between = passage.between(group[-1].end, verb_start)
        if any(token.low in _BARRIERS for token in between):
            return NOBODY
        codes = set(side_of(group).codes)
        if not codes - excluded:
            continue
        if {code.lower() for code in codes} <= _OFFICIALS:
            seat = _seat(groups, passage, group)
            if seat is not NOBODY:
                return seat
            continue
        if group[-1].kind == "pronoun" and side_of(group).codes <= context.default_recipient.codes:
            continue
        words = [token.low for token in between]
        if any(token.low == "fund" and token.capital for token in between[:3]) and not group[-1].possessive:
            continue  # "the Sudan Humanitarian Fund"
        relative = words[:1] in (["which"], ["who"]) or words[:2] in ([",", "which"], [",", "who"])
        if relative:
            return side_of(group)
        named = passage.text[group[-1].start - passage.start : group[-1].end - passage.start].lower()
        if (group[-1].adjective and named not in DONOR_WORDS) or group[-1].possessive:
            if group[-1].possessive and len(between) <= 7 and _is_owned_actor(between):
                return side_of(group)
            continue
        if _governed(passage, group[0]) or _names_recipient(context, passage, group):
            continue
        if len(between) > 30:
            return NOBODY
        return side_of(group)
    return NOBODY


def _seat(groups: Sequence[Sequence[Mention]], passage: Passage, officials: Sequence[Mention]) -> Side:
    """The state of "lawmakers in Prague": the name right after them."""
    for group in groups:
        if group[0].start > officials[-1].end and [token.low for token in passage.between(officials[-1].end, group[0].start)] in (
            ["in"],
            ["from"],
            ["in", "the"],
        ):
            return side_of(group)
    return NOBODY


_FAR: Final = 60
"""Tokens behind which no noun is looked at for the subject of a verb."""


_OFFICIALS: Final = frozenset(
    f"group:{word}"
    for word in "ministers officials lawmakers legislators leaders senators diplomats politicians deputies mps".split()
)
"""People who decide for a giver whom the words around them name."""


def _hangs_on_preposition(passage: Passage, verb_start: int) -> bool:
    """Whether a verb is a gerund after "by" or "through", whose subject is that of the whole sentence."""
    index = passage.token_at(verb_start)
    return index > 0 and passage.tokens[index].low.endswith("ing") and passage.tokens[index - 1].low in {"by", "through"}


def _is_owned_actor(between: Sequence[Token]) -> bool:
    return any(token.low in _OWNED for token in between)


_OWNED: Final = frozenset(
    "government parliament cabinet ministry minister president lawmakers leaders plan plans proposal decision pledge offer promise commitment request bid"
    " budget announcement move intention law legislature senate congress assembly administration observer representative delegate readiness refusal"
    " willingness agreement parliamentarians mps".split()
)


def _governed(passage: Passage, mention: Mention) -> bool:
    position = passage.token_at(mention.start) - 1
    while position >= 0 and passage.tokens[position].low in {"the", "its", "their", "a", "an", "his", "her"}:
        position -= 1
    if position > 0 and passage.tokens[position].low == "than" and passage.tokens[position - 1].low in {"more", "fewer", "less"}:
        position -= 2
    return position >= 0 and passage.tokens[position].low in _GOVERNORS


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
        for group in _groups_around(context, passage, start, end)
        if side_of(group).codes - excluded and group[0].kind not in _PLACES
    ]
    withheld = verb is not None and verb.entry.get("frame") == "withhold"
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
            if _governed_by(passage, first, TO_WORDS | ({"against"} if inside else {"in", "against"})):
                continue
            if inside and last.possessive and _governed_by(passage, first, frozenset({"of"})):
                continue
            return side_of(group)
    for group in groups:  # "followed by Germany with $162 million"
        if group[-1].end <= start and [token.low for token in passage.between(group[-1].end, start)] == ["with"]:
            return side_of(group)
    owner = _owner(context, passage, start, excluded)
    if owner is not NOBODY:
        return owner
    for group in groups:
        if group[0].start >= end - 1:
            gap = passage.between(end, group[0].start)
            if (
                not withheld
                and _governed_by(passage, group[0], frozenset({"from"}))
                and len(gap) <= 7
                and not _barred(passage, end, group[0].start)
                and not (verb is not None and {"for", "in"} & {token.low for token in gap})
            ):
                return side_of(group)
            if (
                _governed_by(passage, group[0], frozenset({"by"}))
                and len(gap) <= 9
                and not any(token.low in {"not", ",", ";", "signed", "to"} for token in gap)
            ):
                return side_of(group)
        elif start <= group[0].start and _governed_by(passage, group[0], frozenset({"from", "by"})):
            return side_of(group)
    if verb is not None and not receiving:
        return find_subject(context, passage, verb.start, excluded)
    return NOBODY


def _owner(context: AidContext, passage: Passage, start: int, excluded: frozenset[str]) -> Side:
    """Whose "its", "their" or "our" before an amount is: the sentence's subject, or the publisher."""
    index = passage.token_at(start)
    near = [token.low for token in passage.tokens[max(0, index - 1) : index + 2]]
    if "our" in near or "my" in near:
        return context.default_donor
    if not {"its", "their", "his", "her"} & set(near):
        return NOBODY
    groups = groups_of(context, passage)
    for group in reversed(groups[: bisect_right(groups, start, key=_group_end)]):
        if (
            not group[-1].adjective
            and group[0].kind not in _PLACES
            and not _governed(passage, group[0])
            and side_of(group).codes - excluded
        ):
            return side_of(group)
    return NOBODY


def _governed_by(passage: Passage, mention: Mention, words: frozenset[str]) -> bool:
    position = passage.token_at(mention.start) - 1
    while position >= 0 and passage.tokens[position].low in {"the", "its", "their", "a", "an"}:
        position -= 1
    return position >= 0 and passage.tokens[position].low in words


def is_foreign(context: AidContext, recipients: Side, donors: Side) -> bool:
    """Whether the receiving side is another than the giver's and the publisher's own people."""
    codes = recipients.codes
    if codes & donors.codes or not context.is_receiver(recipients):
        return False
    named = frozenset(code for code in codes if not code.startswith("group:")) or codes
    if named <= {context.home} or named <= _SELF_SUFFICIENT:
        return bool(donors.codes) and any(code.isupper() and len(code) == 3 and code not in codes for code in donors.codes)
    return True


_SELF_SUFFICIENT: Final = frozenset({"USA"})

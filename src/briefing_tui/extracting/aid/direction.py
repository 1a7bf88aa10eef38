"""Which way aid goes: the groups of names around a span, what governs them, the subject of a verb, whether the receiver is another than the giver."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from briefing_tui.extracting.actors.state_names import STATE_NAMES
from briefing_tui.extracting.aid.context import NOBODY, AidContext, Side, groups_of, side_of
from briefing_tui.extracting.aid.receiving import recipients_in
from briefing_tui.extracting.passages import Mention, Passage, Token
from briefing_tui.model import Actor
from briefing_tui.model.patterns import compile_later

GOVERNORS: Final = frozenset(
    "of to for in with from against on by at over into toward towards between among about under near via than behind amid without".split()
)


_BARRIERS: Final = frozenset({";", "“", "”", '"', ":", "—", "–"})


DONOR_WORDS: Final = frozenset(
    {"u.s.", "us", "u.k.", "uk", "eu", "un", "nato", "imf", "usa", "e.u.", "u.n.", "g7", "ec", "world bank", "ebrd"}
)
"""Short names that stand before a noun as an adjective would ("U.S. aid", "EU package"): the giver, not the receiver."""


def barred(passage: Passage, start: int, end: int) -> bool:
    """Whether a semicolon or a quotation mark stands between two offsets."""
    return _BAR.search(passage.text, max(0, start - passage.start), max(0, end - passage.start)) is not None


_BAR: Final = re.compile("[;”“]")


def _names_recipient(context: AidContext, passage: Passage, group: Sequence[Mention]) -> bool:
    sides = recipients_in(context, passage)
    index = bisect_left(sides, group[0].start, key=lambda side: side.mentions[0].start)
    return index < len(sides) and sides[index].mentions[0].start == group[0].start


PLACES: Final = frozenset({"place", "region"})


_AROUND: Final = 12
"""Tokens around a span within which a giver stands beside it."""


def groups_around(context: AidContext, passage: Passage, start: int, end: int) -> list[tuple[Mention, ...]]:
    """The groups of actors within a dozen words of `start`–`end`, so that a huge sentence is not walked for each of its amounts."""
    groups, tokens = groups_of(context, passage), passage.tokens
    low = tokens[max(0, passage.token_at(start) - _AROUND)].start
    first = bisect_left(groups, low, key=group_end)
    last = passage.token_at(end) + _AROUND
    return groups[first:] if last >= len(tokens) else groups[first : bisect_right(groups, tokens[last].start, key=group_start)]


def group_start(group: Sequence[Mention]) -> int:
    """Where a group of coordinated mentions begins."""
    return group[0].start


def group_end(group: Sequence[Mention]) -> int:
    """Where a group of coordinated mentions ends."""
    return group[-1].end


def find_subject(context: AidContext, passage: Passage, verb_start: int, excluded: frozenset[str] = frozenset()) -> Side:
    """The actors of the nearest noun phrase before a verb that no preposition governs."""
    groups = groups_of(context, passage)
    groups = [group for group in groups[: bisect_right(groups, verb_start, key=group_end)] if group[0].kind not in PLACES]
    if _hangs_on_preposition(passage, verb_start):
        groups = [
            group for group in groups if not governed(passage, group[0]) and not group[-1].adjective and not group[-1].possessive
        ][:1]
    aside = _aside(passage, verb_start)
    europe = _EUROPE.search(passage.text, 0, verb_start - passage.start)
    if europe is not None and not any(group[-1].end > passage.start + europe.start() for group in groups):
        actor = Actor(code="group:Europe", name="Europe", via="collective")
        return Side(
            (actor,), (Mention(passage.start + europe.start(), passage.start + europe.start() + len("Europe"), (actor,)),)
        )
    bloc = _BLOC.search(passage.text, 0, verb_start - passage.start)
    if bloc is not None and _UNION.search(context.reading.text):
        actor = Actor(code="org:European Union", name="European Union", via="definite_phrase")
        return Side((actor,), (Mention(passage.start + bloc.start(1), passage.start + bloc.end(1), (actor,), kind="definite"),))
    for group in reversed(groups):
        if passage.distance(group[-1].end, verb_start) > _FAR:
            return NOBODY
        if aside is not None and aside[0] <= group[0].start and group[-1].end <= aside[1]:
            continue
        between = passage.between(group[-1].end, verb_start)
        if any(token.low in _BARRIERS for token in between):
            return NOBODY
        codes = set(side_of(group).codes)
        if not codes - excluded:
            continue
        if {code.lower() for code in codes} <= _OFFICIALS:
            seat = _seat(passage, group)
            if seat is not NOBODY:
                return seat
            continue
        if group[-1].kind in {"pronoun", "definite"} and side_of(group).codes <= context.default_recipient.codes:
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
        if words == ["to"] and _RESOLVE.search(passage.text[: group[0].start - passage.start]):
            return side_of(group)
        if governed(passage, group[0]) or governed_by(passage, group[0], TOLD) or _names_recipient(context, passage, group):
            continue
        if len(between) > 30:
            return NOBODY
        return side_of(group)
    return NOBODY


_RESOLVE: Final = compile_later(
    r"\b(?:decision|plan|pledge|promise|offer|vow|commitment|readiness|willingness|intention|move|proposal|agreement)s? (?:of|by) (?:the )?$",
    re.IGNORECASE,
)
"""Whose resolve it is gives: "Norway welcomed the decision of Denmark to give …"."""


def _aside(passage: Passage, verb_start: int) -> tuple[int, int] | None:
    """The relative clause between commas that parts a verb from its subject ("The Union, which halted its mission in Mali, has given")."""
    match = _RELATIVE.search(passage.text, 0, verb_start - passage.start)
    if match is None or match.start(1) == 0:
        return None
    return passage.start + match.start(1), passage.start + match.end(1)


_RELATIVE: Final = compile_later(
    r".*(, (?:which|who|whose|where|whom)\b[^;:“”]*,)\s*(?:(?:has|have|had|will|would|is|was|are|were|also|now|on|in|last|this|earlier|today|yesterday|then|\w+day) ?(?:week|month|year)?,?\s*)*$",
    re.DOTALL,
)
_EUROPE: Final = compile_later(r"\bEurope (?:(?:has|have|had|will|would|also|already|now|together|as a whole) )*$")


_BLOC: Final = compile_later(
    r"\b([Tt]he (?:27-(?:nation|member|country|strong) |European )?bloc) (?:(?:has|have|had|will|would|is|also|already|now|itself|since) )*$"
)
_UNION: Final = compile_later(r"\bEU\b|\bEuropean (?:Union|Commission|Council)\b")


def _seat(passage: Passage, officials: Sequence[Mention]) -> Side:
    """The state of "lawmakers in Prague": the name right after them."""
    for hit in passage.of("state"):
        if hit.start > officials[-1].end and [token.low for token in passage.between(officials[-1].end, hit.start)] in (
            ["in"],
            ["from"],
            ["in", "the"],
        ):
            actor = Actor(code=hit.entry.key, name=STATE_NAMES[hit.entry.key], via="metonym")
            return Side((actor,), (Mention(hit.start, hit.end, (actor,)),))
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


def governed(passage: Passage, mention: Mention) -> bool:
    """Whether a preposition stands before a name."""
    position = passage.token_at(mention.start) - 1
    while position >= 0 and (
        passage.tokens[position].low
        in {"the", "its", "their", "a", "an", "his", "her", "northern", "southern", "eastern", "western"}
        or passage.tokens[position].low.endswith(("-held", "-torn", "-controlled", "-hit", "-stricken", "-backed", "-occupied"))
    ):
        position -= 1
    if position > 0 and passage.tokens[position].low == "than" and passage.tokens[position - 1].low in {"more", "fewer", "less"}:
        position -= 2
    return position >= 0 and passage.tokens[position].low in GOVERNORS


def governed_by(passage: Passage, mention: Mention, words: frozenset[str]) -> bool:
    """Whether one of these words stands before a name."""
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


TOLD: Final = frozenset("told tell tells asked asking informed notified urged assured reminded".split())
"""Verbs whose object hears of the money and does not give it."""

"""Where in a sentence a receiver stands: after "to" and "for", as indirect object, as the subject of a passive."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from briefing_tui.extracting.aid.context import USUAL_GIVERS, AidContext, Side, groups_of
from briefing_tui.extracting.aid.places import DITRANSITIVE, TO_WORDS
from briefing_tui.extracting.passages import Mention, Passage, Token
from briefing_tui.extracting.scan import Hit
from briefing_tui.model import Actor
from briefing_tui.model.patterns import compile_later

_SKIPPED: Final = frozenset(
    "the a an its their our his her people government armed forces army military of war-torn besieged embattled neighbouring neighboring both"
    " fellow ally allies partner partners displaced vulnerable civilians most all those these like such countries including conflict-hit"
    " war-ravaged cash-strapped stricken struggling blockaded occupied war-hit crisis-hit democratic non-nato other"
    " affected poorer developing neighbour neighbor victims families communities hospitals refugees population populations authorities citizens"
    " residents innocent starving hungry use long-time longtime".split()
)


_NOT_BEFORE_TO: Final = frozenset(
    "according ambassador visit visits trip threat threats response close next due return returned warning letter message travelled traveled travel"
    " flew flying fled border access relations ties thanks addition speaking spoke talking talked went headed-off belongs loyal similar compared owed"
    " attack attacks opposed linked damage invasion invited commitment leading adjacent delegation envoy relation notified told tell presented submitted informed announced testified".split()
)


_HELPING: Final = frozenset(
    "help helping support supporting strengthen strengthening assist assisting bolster boost defend protect aid arm equip rebuild rearm train"
    " allow enable rescue prop stabilize stabilise".split()
)


_NEVER_RECIPIENTS: Final = frozenset(
    {
        "org:Reuters",
        "org:BBC",
        "org:Ukraine Defense Contact Group",
        "group:reporters",
        "group:journalists",
        "group:lawmakers",
        "group:fighters",
        "group:officials",
    }
)


def recipients_in(context: AidContext, passage: Passage) -> list[Side]:
    """Every group of actors in the passage that stands where a recipient stands: after "to" or "for", or as indirect object."""
    known = context.recipients.get(passage.index)
    if known is not None:
        return known
    found = []
    verbs = {
        hit.end: hit for hit in passage.hits if hit.entry.category == "aid_verb" and hit.entry.get("frame") in _TAKES_RECIPIENT
    }
    for group in groups_of(context, passage):
        if not (_stands_as_recipient(passage, group, verbs) or _is_promised(passage, group)):
            continue
        side = _receiving_side(passage, group)
        first = passage.text[group[0].start - passage.start :][:6].lower()
        if (
            side.codes & _NEVER_RECIPIENTS
            or (group[0].kind == "pronoun" and not _is_mission(side))
            or first.startswith(("its ", "their ", "his ", "her "))
        ):
            continue
        if group[0].kind == "definite" and side.codes <= USUAL_GIVERS:
            continue  # "for the police" of a giver named just before
        if not _owns_a_scheme(passage, group[-1]):
            found.append(side)
    context.recipients[passage.index] = found
    return found


def _owns_a_scheme(passage: Passage, mention: Mention) -> bool:
    """Whether a name only says whose plan, port or account the aid goes through ("signed up to the Czech plan", "to a World Bank fund")."""
    following = passage.text[mention.end - passage.start : mention.end - passage.start + 60]
    if (mention.adjective or mention.possessive) and (_SCHEME.match(following) or _ON_THE_WAY.match(following)):
        return True
    return (
        all(actor.code in USUAL_GIVERS or actor.code == "org:United Nations" for actor in mention.actors)
        and _ACCOUNT.match(following) is not None
    )


_SCHEME: Final = compile_later(r"(?:-led|-run|-backed)?(?: [\w-]+)? (?:plan|initiative|scheme|proposal|coalition)\b")


_ON_THE_WAY: Final = compile_later(
    r"(?:['’]s?)? (?:[\w-]+ )?(?:ports?|border|airports?|crossing|capital|coast|airbase|air base|base|embassy|parliament|city|town|waters|side|capital|territory|soil|airspace|president|prime minister|minister|leader|ambassador|invasion|attacks?|aggression|assets|missiles?|drones?|strikes?|threats?|forces of)\b"
)
"""After the name of a country: where aid passes, whom it is told, or what it is meant against."""


_ACCOUNT: Final = compile_later(
    r"(?:['’]s?)?(?:-run|-led|-managed|-administered)? (?:[\w-]+ ){0,3}(?:funds?|facility|mechanism|account|programme|program|package|initiative|coalition|scheme|trust|pot|budget|appeal|plan)\b",
    re.IGNORECASE,
)
"""After the name of a giver: an account of its own, through which the money goes."""


def _is_mission(side: Side) -> bool:
    """Whether a pronoun stands for an organisation, so that "contributed $3 million to it" names who receives."""
    return bool(side.codes) and all(code.startswith("org:") for code in side.codes)


_TAKES_RECIPIENT: Final = frozenset({"give", "promise", "equip", "fund"})


def _stands_as_recipient(passage: Passage, group: Sequence[Mention], verbs: dict[int, Hit]) -> bool:
    tokens = passage.tokens
    position = passage.token_at(group[0].start) - 1
    steps = 0
    place = group[0].kind == "place"
    while (
        position >= 0
        and steps < _MOST_SKIPPED
        and not (place and tokens[position].low == "over")
        and (tokens[position].low in _SKIPPED or _is_number(passage, tokens[position]))
    ):
        position -= 1
        steps += 1
    if position < 0:
        return False
    token = tokens[position]
    before = tokens[position - 1].low if position else ""
    if token.low in TO_WORDS:
        stays = before in _NOT_BEFORE_TO and not (before == "commitment" and passage.money)
        return not stays and _follows_aid(passage, position)
    if token.low in {"across", "throughout", "in"} and group[0].kind == "region":
        return _follows_aid(passage, position)
    if token.low == "in" and (before in _IN_NEED or group[0].kind == "place"):
        return _follows_aid(passage, position)
    if token.low in {"entered", "enter", "entering", "enters", "reaches", "over"}:
        return group[0].kind == "place" and _follows_aid(passage, position)
    if token.low == "on" and any(word.low in _SPENDING for word in tokens[max(0, position - 8) : position]):
        return True
    if token.low in {"reach", "reaches", "reached", "reaching"}:
        return _follows_aid(passage, position)
    if token.low in _HELPING and (token.low.endswith("ing") or before in {"to", "and", "in", "can", "will", "further", "better"}):
        return True
    if token.low == "of" and before in _HELP_OF:
        return True
    verb = verbs.get(token.end)
    return verb is not None and token.low in DITRANSITIVE and not group[0].possessive


_HELP_OF: Final = frozenset(
    "support defense defence aid help assistance backer backers supporter supporters donor funder funders sponsor financier".split()
)


def _is_promised(passage: Passage, group: Sequence[Mention]) -> bool:
    """Whether a group is the subject of a passive or of a verb of receiving ("Kyiv has been promised two ships", "Lebanon will receive")."""
    last = group[-1]
    if {actor.code for actor in last.actors} <= {"org:United Nations", "org:OCHA"}:
        return False
    if last.adjective or last.possessive or group[0].kind in {"pronoun", "definite", "place", "region"}:
        return False
    if passage.text[last.end - passage.start : last.end - passage.start + 1] != " ":
        return False
    words = [token.low for token in passage.tokens[passage.token_at(last.end) :][:6]]
    passive = False
    while words and words[0] in _AUXILIARIES:
        passive = passive or words[0] in _BEING
        words.pop(0)
    return bool(words) and words[0] in (_PROMISED if passive else _RECEIVING)


_AUXILIARIES: Final = frozenset(
    "has have had was were is are will would be been being to also already now since recently still so far soon".split()
)


_BEING: Final = frozenset("been was were is are be being".split())


_PROMISED: Final = frozenset("promised given offered granted lent awarded handed receiving".split())


_RECEIVING: Final = frozenset("receive receives received obtained gets".split())


def _is_number(passage: Passage, token: Token) -> bool:
    """Whether a word belongs to how many people receive ("to more than 1.4 million people in Chad")."""
    return token.low in _COUNTING or any(number.start <= token.start < number.end for number in passage.quantities)


_SPENDING: Final = frozenset({"spend", "spends", "spending", "spent"})


_MOST_SKIPPED: Final = 8


_COUNTING: Final = frozenset(
    "million thousand hundred hundreds thousands millions more than over nearly almost about around some least at up up-to roughly estimated".split()
)


def _follows_aid(passage: Passage, position: int) -> bool:
    """Whether a word of aid, a thing or an amount stands in the dozen words before the preposition."""
    end = passage.tokens[position].start
    start = passage.tokens[max(0, position - _REACH)].start
    if any(start <= money.start and money.end <= end + 1 for money in passage.money):
        return True
    return any(
        start <= hit.start
        and hit.end <= end + 1
        and (
            hit.entry.category in {"aid_noun", "item_noun", "weapon", "handover", "mechanism"}
            or (hit.entry.category == "aid_verb" and hit.entry.get("frame") in _TAKES_RECIPIENT)
        )
        for hit in passage.hits
    )


_REACH: Final = 14


_IN_NEED: Final = frozenset(
    "people civilians children families refugees hospitals schools communities victims residents need needs crisis conflict operations efforts response"
    " relief aid assistance women farmers households".split()
)


def _receiving_side(passage: Passage, group: Sequence[Mention]) -> Side:
    """The group as receivers: "the people of Ukraine" and "the Sudanese people" are their states."""
    actors: dict[str, Actor] = {}
    for mention in group:
        state = next(
            (
                hit
                for hit in passage.hits
                if hit.entry.category == "state" and mention.start <= hit.start and hit.end <= mention.end
            ),
            None,
        )
        for actor in mention.actors:
            if (
                actor.code.startswith("group:")
                and state is not None
                and re.search(
                    r"people|nation|famil|population|civilian|citizen|communit|soldier|troop|defender|force", actor.code
                )
            ):
                label = str(state.entry.get("label") or state.entry.key)
                actor = Actor(code=state.entry.key, name=label, via="collective")  # noqa: PLW2901 - the state stands in for its people
            actors.setdefault(actor.code, actor)
    return Side(tuple(actors.values()), tuple(group))

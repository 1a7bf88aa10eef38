"""Who gives and who receives: donors and recipients from the words around an amount or a thing, else from the text before it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from briefing_tui.extracting.passages import Mention, Passage, Reading, Token
from briefing_tui.extracting.relevance import Relevance, weigh
from briefing_tui.extracting.scan import Hit
from briefing_tui.model import Actor

_GLUE: Final = frozenset({",", "and", "&", "or", "the", "both", "as", "well", "also"})
_SKIPPED: Final = frozenset(
    "the a an its their our his her people government armed forces army military of war-torn besieged embattled neighbouring neighboring both"
    " fellow ally allies partner partners displaced vulnerable civilians most all those these like such countries including conflict-hit"
    " war-ravaged cash-strapped stricken struggling blockaded occupied war-hit crisis-hit democratic non-nato other"
    " affected poorer developing neighbour neighbor victims families communities hospitals refugees population populations authorities citizens"
    " residents innocent starving hungry use long-time longtime".split()
)
_TO_WORDS: Final = frozenset({"to", "for", "towards", "toward", "into"})
_NOT_BEFORE_TO: Final = frozenset(
    "according ambassador visit visits trip threat threats response close next due return returned warning letter message travelled traveled travel"
    " flew flying fled border access relations ties thanks addition speaking spoke talking talked went headed-off belongs loyal similar compared owed"
    " attack attacks opposed linked damage invasion invited commitment leading adjacent delegation envoy relation".split()
)
_HELPING: Final = frozenset(
    "help helping support supporting strengthen strengthening assist assisting bolster boost defend protect aid arm equip rebuild rearm train"
    " allow enable rescue prop stabilize stabilise".split()
)
_GOVERNORS: Final = frozenset(
    "of to for in with from against on by at over into toward towards between among about under near via after before than behind amid without".split()
)
_BARRIERS: Final = frozenset({";", "“", "”", '"', ":", "—"})
DONOR_WORDS: Final = frozenset({"u.s.", "us", "u.k.", "uk", "eu", "un", "nato", "imf", "usa", "e.u.", "u.n.", "g7", "ec", "world bank", "ebrd"})
"""Short names that stand before a noun as an adjective would ("U.S. aid", "EU package"): the giver, not the receiver."""
_NEVER_RECIPIENTS: Final = frozenset(
    {"org:Reuters", "org:BBC", "group:reporters", "group:journalists", "group:lawmakers", "group:fighters", "group:officials"}
)
_TERRITORIES: Final = frozenset({"PRI", "GUM", "VIR", "ASM", "MNP"})


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a transfer: its actors and the mentions they were read from (none when inherited from the publisher)."""

    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    near: bool = True
    """Whether it stands in the same sentence."""

    @property
    def codes(self) -> frozenset[str]:
        """The actors' codes."""
        return frozenset(actor.code for actor in self.actors)


NOBODY: Final = Side()


@dataclass(slots=True)
class AidContext:
    """What a whole document says about who helps whom, made once and asked by every rule."""

    reading: Reading
    relevance: Relevance
    default_recipient: Side = NOBODY
    default_donor: Side = NOBODY
    organisations: frozenset[str] = frozenset()
    """Codes of organisations the lexicon knows as receivers or givers of aid."""
    lists: dict[int, bool] = field(default_factory=dict)
    """Whether the list with this introduction (a block's index) is one of things, by `aid_frames`."""
    groups: dict[int, list[tuple[Mention, ...]]] = field(default_factory=dict)
    recipients: dict[int, list[Side]] = field(default_factory=dict)

    def is_receiver(self, side: Side) -> bool:
        """Whether aid goes to such as these: a state, an organisation the lexicon knows, people in need."""
        return any(
            (len(code) == 3 and code.isupper() and code not in _TERRITORIES)
            or code in self.organisations
            or (code.startswith("group:") and _PEOPLE.search(code) is not None)
            for code in side.codes
        )

    @property
    def home(self) -> str | None:
        """The code of the publisher, where it is an actor."""
        return self.reading.publisher.code if self.reading.publisher else None


def open_context(reading: Reading) -> AidContext:
    """Read who receives in every sentence that speaks of aid, and who does so most in the document."""
    organisations = frozenset(
        hit.entry.get("code")
        for passage in reading.passages
        for hit in passage.hits
        if hit.entry.category == "org" and hit.entry.get("kind") not in _NO_RECEIVERS
    )
    context = AidContext(reading, weigh(reading), organisations=organisations)
    counts: Counter[tuple[str, ...]] = Counter()
    sides: dict[tuple[str, ...], Side] = {}
    for passage in reading.passages:
        if not passage.mentions or not passage.has("aid_noun", "aid_verb", "weapon", "item_noun", "handover", "mechanism"):
            continue
        for side in recipients_in(context, passage):
            if not context.is_receiver(side):
                continue
            key = tuple(actor.code for actor in side.actors)
            counts[key] += 1
            sides.setdefault(key, Side(side.actors, (), near=False))
    if counts:
        best = max(counts, key=lambda key: (counts[key], -list(counts).index(key)))
        context.default_recipient = sides[best]
    if reading.publishers:
        context.default_donor = Side(reading.publishers, (), near=False)
    elif reading.publisher is not None:
        context.default_donor = Side((reading.publisher,), (), near=False)
    return context


def groups_of(context: AidContext, passage: Passage) -> list[tuple[Mention, ...]]:
    """The passage's mentions with actors, coordinated ones together ("Denmark, Norway and Belgium")."""
    known = context.groups.get(passage.index)
    if known is not None:
        return known
    groups: list[list[Mention]] = []
    for mention in passage.mentions:
        if not mention.actors or mention.kind == "medium":
            continue
        if groups:
            last = groups[-1][-1]
            if mention.start < last.end:
                if mention.end > last.end:
                    groups[-1][-1] = mention
                continue
            gap = passage.between(last.end, mention.start)
            if gap and len(gap) <= 4 and all(token.low in _GLUE or token.low in {"'s", "s"} for token in gap) and not (
                last.possessive or last.adjective != mention.adjective or (last.person is None) != (mention.person is None)
            ):
                groups[-1].append(mention)
                continue
        groups.append([mention])
    context.groups[passage.index] = [tuple(group) for group in groups]
    return context.groups[passage.index]


def recipients_in(context: AidContext, passage: Passage) -> list[Side]:
    """Every group of actors in the passage that stands where a recipient stands: after "to" or "for", or as indirect object."""
    known = context.recipients.get(passage.index)
    if known is not None:
        return known
    found = []
    verbs = {hit.end: hit for hit in passage.hits if hit.entry.category == "aid_verb" and hit.entry.get("frame") in _TAKES_RECIPIENT}
    for group in groups_of(context, passage):
        side = _side(group)
        if side.codes & _NEVER_RECIPIENTS or group[0].kind == "pronoun":
            continue
        if _stands_as_recipient(passage, group, verbs):
            found.append(side)
    context.recipients[passage.index] = found
    return found


_TAKES_RECIPIENT: Final = frozenset({"give", "promise", "equip", "fund"})
_DITRANSITIVE: Final = frozenset(
    "give gives giving gave given send sends sending sent lend lends lending lent supply supplies supplying supplied provide provides providing"
    " provided grant grants granting granted offer offers offering offered promise promises promising promised equip equips equipping equipped arm arms"
    " arming armed gift gifts gifting gifted furnish hand handed".split()
)


def _stands_as_recipient(passage: Passage, group: Sequence[Mention], verbs: dict[int, Hit]) -> bool:
    tokens = passage.tokens
    position = passage.token_at(group[0].start) - 1
    steps = 0
    while position >= 0 and tokens[position].low in _SKIPPED and steps < 6:
        position -= 1
        steps += 1
    if position < 0:
        return False
    token = tokens[position]
    before = tokens[position - 1].low if position else ""
    if token.low in _TO_WORDS:
        return before not in _NOT_BEFORE_TO
    if token.low in _HELPING and before in {"to", "and", "in", "can", "will"}:
        return True
    if token.low == "of" and before in {"support", "defense", "defence", "aid", "help", "assistance"}:
        return True
    verb = verbs.get(token.end)
    return verb is not None and token.low in _DITRANSITIVE and not group[0].possessive


def _side(group: Sequence[Mention]) -> Side:
    actors: dict[str, Actor] = {}
    for mention in group:
        for actor in mention.actors:
            actors.setdefault(actor.code, actor)
    return Side(tuple(actors.values()), tuple(group))


def find_recipients(context: AidContext, passage: Passage, start: int, end: int, verb: Hit | None, donors: Side = NOBODY) -> Side:
    """Who receives what `start`–`end` names: the nearest recipient after it, else before it, else in the sentences around."""
    groups = recipients_in(context, passage)
    candidates = [side for side in groups if not (side.codes & donors.codes)]
    after = [side for side in candidates if side.mentions[0].start >= end - 1 and not _barred(passage, end, side.mentions[0].start)]
    inside = [side for side in candidates if start <= side.mentions[0].start < end]
    before = [side for side in candidates if side.mentions[0].start < start]
    if inside:
        return inside[0]
    named = _name_before_noun(context, passage, start, end)
    if named is not NOBODY and not named.codes & donors.codes:
        return named
    if verb is not None and verb.entry.get("frame") == "receive":
        subject = find_subject(context, passage, verb.start)
        if subject is not NOBODY:
            return subject
    indirect = [side for side in before if verb is not None and side.mentions[0].start >= verb.end]
    if indirect:
        return indirect[-1]
    if after:
        return after[0]
    if before and not _barred(passage, before[-1].mentions[-1].end, start):
        return before[-1]
    return around(context, passage, donors)


def around(context: AidContext, passage: Passage, donors: Side = NOBODY) -> Side:
    """A recipient from the sentences before (three at most), the list's introduction, the heading, the title, the document."""
    reading = context.reading
    places = [*reversed(reading.introduction_of(passage))]
    places += [reading.passages[index] for index in range(passage.index - 1, max(-1, passage.index - 4), -1)]
    if passage.block.heading is not None:
        places += reading.passages_of(passage.block.heading)
    for place in places:
        for side in reversed(recipients_in(context, place)):
            if not side.codes & donors.codes and place.has("aid_noun", "aid_verb", "item_noun", "weapon"):
                return Side(side.actors, side.mentions, near=False)
    if not context.default_recipient.codes & donors.codes:
        return context.default_recipient
    return NOBODY


def _barred(passage: Passage, start: int, end: int) -> bool:
    return any(token.low in {";", "”", "“"} for token in passage.between(start, end))


def _name_before_noun(context: AidContext, passage: Passage, start: int, end: int) -> Side:
    """ "Ukraine" in "$50 billion Ukraine loan": a bare name between an amount or adjective and the noun of aid."""
    for group in groups_of(context, passage):
        mention = group[0]
        if not (start < mention.start and group[-1].end < end) or mention.adjective or mention.possessive:
            continue
        if passage.text[mention.start - passage.start : mention.end - passage.start].lower() in DONOR_WORDS or mention.kind != "name":
            continue
        index = passage.token_at(mention.start)
        if index and passage.tokens[index - 1].low in _GOVERNORS:
            continue
        following = passage.token_at(group[-1].end)
        if following < len(passage.tokens) and any(
            hit.start == passage.tokens[following].start and hit.entry.category == "aid_noun" for hit in passage.hits
        ):
            return _side(group)
    return NOBODY


def find_subject(context: AidContext, passage: Passage, verb_start: int) -> Side:
    """The actors of the nearest noun phrase before a verb that no preposition governs."""
    groups = [group for group in groups_of(context, passage) if group[-1].end <= verb_start]
    for group in reversed(groups):
        between = passage.between(group[-1].end, verb_start)
        if any(token.low in _BARRIERS for token in between):
            return NOBODY
        if group[-1].adjective or group[-1].possessive:
            if group[-1].possessive and len(between) <= 3 and _is_owned_actor(between):
                return _side(group)
            continue
        if _governed(passage, group[0]):
            continue
        if len(between) > 30:
            return NOBODY
        return _side(group)
    return NOBODY


def _is_owned_actor(between: Sequence[Token]) -> bool:
    return any(token.low in {"government", "parliament", "cabinet", "ministry", "minister", "president", "lawmakers", "leaders"} for token in between)


def _governed(passage: Passage, mention: Mention) -> bool:
    position = passage.token_at(mention.start) - 1
    while position >= 0 and passage.tokens[position].low in {"the", "its", "their", "a", "an", "its", "his", "her"}:
        position -= 1
    return position >= 0 and passage.tokens[position].low in _GOVERNORS


def find_donors(context: AidContext, passage: Passage, start: int, end: int, verb: Hit | None, *, receiving: bool = False) -> Side:
    """Who gives what `start`–`end` names: a possessive or demonym on it, "from" and "by" after it, the verb's subject, else "we"."""
    groups = groups_of(context, passage)
    for group in groups:  # "Sweden's 18th support package", "the Swedish package", "U.S. security assistance"
        first, last = group[0], group[-1]
        if first.start >= end:
            break
        text = passage.text[last.start - passage.start : last.end - passage.start].lower()
        inside = start <= first.start and last.end <= end
        touching = last.end <= start and len(passage.between(last.end, start)) <= (2 if last.possessive else 1)
        if (inside or touching) and (last.possessive or last.adjective or text in DONOR_WORDS) and not _governed_by(passage, first, _TO_WORDS | {"in"}):
            if not (inside and last.possessive and _governed_by(passage, first, frozenset({"of"}))):
                return _side(group)
    for group in groups:
        if group[0].start >= end - 1 and _governed_by(passage, group[0], frozenset({"from", "by"})):
            if len(passage.between(end, group[0].start)) <= 12 and not _barred(passage, end, group[0].start):
                return _side(group)
        if start <= group[0].start < end and _governed_by(passage, group[0], frozenset({"from", "by"})):
            return _side(group)
    if verb is not None and not receiving:
        subject = find_subject(context, passage, verb.start)
        if subject is not NOBODY:
            return subject
    if not receiving:
        subject = find_subject(context, passage, start)
        if subject is not NOBODY and (verb is None or verb.start > start):
            return subject
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
    if codes <= {context.home} or codes <= _SELF_SUFFICIENT:
        return bool(donors.codes) and any(code.isupper() and len(code) == 3 and code not in codes for code in donors.codes)
    return True


_SELF_SUFFICIENT: Final = frozenset({"USA"})
_NO_RECEIVERS: Final = frozenset({"think_tank", "court", "church", "party", "parliament", "hackers"})
_PEOPLE: Final = re.compile(
    r"refugee|displaced|palestin|gazan|ukrain|civilian|syrian|sudan|afghan|yemen|lebanes|haiti|rohingya|victims|survivors|people of|children|families in|communities in|neighbou?rs|allies|partners|militar|forces|army|front",
    re.IGNORECASE,
)

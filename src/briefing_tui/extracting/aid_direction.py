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
    " attack attacks opposed linked damage invasion invited commitment leading adjacent delegation envoy relation notified told tell presented submitted informed announced testified".split()
)
_HELPING: Final = frozenset(
    "help helping support supporting strengthen strengthening assist assisting bolster boost defend protect aid arm equip rebuild rearm train"
    " allow enable rescue prop stabilize stabilise".split()
)
_GOVERNORS: Final = frozenset(
    "of to for in with from against on by at over into toward towards between among about under near via after before than behind amid without".split()
)
_BARRIERS: Final = frozenset({";", "“", "”", '"', ":", "—", "–"})
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
    relief: bool = False
    """Whether the text is about relief or arms transfers abroad, even if hardly a word of it is about fighting."""
    default_recipient: Side = NOBODY
    default_donor: Side = NOBODY
    organisations: frozenset[str] = frozenset()
    """Codes of organisations the lexicon knows as receivers or givers of aid."""
    lists: dict[int, bool] = field(default_factory=dict)
    """Whether the list with this introduction (a block's index) is one of things, by `aid_frames`."""
    groups: dict[int, list[tuple[Mention, ...]]] = field(default_factory=dict)
    recipients: dict[int, list[Side]] = field(default_factory=dict)

    @property
    def on_subject(self) -> bool:
        """Whether the text is about conflict, foreign affairs or aid abroad."""
        return self.relevance.on_subject or self.relief

    def near(self, index: int) -> bool:
        """Whether the passage with this index is (see `Relevance.near`)."""
        return self.relief or self.relevance.near(index)

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
    context.relief = _is_relief(context)
    counts: Counter[tuple[str, ...]] = Counter()
    sides: dict[tuple[str, ...], Side] = {}
    for passage in reading.passages:
        if not passage.mentions or not passage.has("aid_noun", "aid_verb", "weapon", "item_noun", "handover", "mechanism"):
            continue
        for side in recipients_in(context, passage):
            if not context.is_receiver(side) or side.mentions[0].kind == "definite":
                continue
            key = tuple(actor.code for actor in side.actors)
            counts[key] += 1
            sides.setdefault(key, Side(side.actors, (), near=False))
    if not counts:
        fallback = _most_named(context)
        if fallback is not NOBODY:
            context.default_recipient = fallback
    if counts:
        best = max(counts, key=lambda key: (counts[key], -list(counts).index(key)))
        context.default_recipient = sides[best]
    if reading.publishers:
        context.default_donor = Side(reading.publishers, (), near=False)
    elif reading.publisher is not None:
        context.default_donor = Side((reading.publisher,), (), near=False)
    return context


_RELIEF: Final = re.compile(
    r"\b(?:humanitarian|relief (?:supplies|convoy|agency|agencies|operation)|aid (?:convoys?|trucks?|agenc(?:y|ies)|workers?|groups?|deliver(?:y|ies)|shipments?|package|flotilla)|food aid"
    r"|famine|displaced|refugees?|red cr(?:oss|escent)|world food program\w*|wfp|unrwa|unicef|ocha|unhcr|donors?|arms sales?|foreign military|military (?:aid|assistance|sale)|security assistance|weapons (?:sale|package|shipment)s?)\b",
    re.IGNORECASE,
)


def _is_relief(context: AidContext) -> bool:
    """Whether enough sentences of a text that names a foreign country speak of relief or arms transfers."""
    passages = context.reading.passages
    if not context.relevance.foreign or not any(mention.kind == "name" and any(_is_state(actor.code) and actor.code not in {"USA", context.home} for actor in mention.actors) for passage in passages for mention in passage.mentions):
        return False
    speaking = sum(1 for passage in passages if _RELIEF.search(passage.text))
    return speaking >= max(1, _SHARE_OF_RELIEF * len(passages))


_SHARE_OF_RELIEF: Final = 0.25


def _is_state(code: str) -> bool:
    return len(code) == 3 and code.isupper()


def _most_named(context: AidContext) -> Side:
    """The state a text on a war names most, the usual givers and their adversaries left out: who a bare "$61bn package" is for."""
    if not context.on_subject:
        return NOBODY
    counts: Counter[str] = Counter()
    first: dict[str, Actor] = {}
    for passage in context.reading.passages:
        for mention in passage.mentions:
            for actor in mention.actors:
                if len(actor.code) == 3 and actor.code not in _GIVERS and actor.code != context.home:
                    counts[actor.code] += 1
                    first.setdefault(actor.code, actor)
    if not counts:
        return NOBODY
    code = max(counts, key=lambda code: (counts[code], -list(counts).index(code)))
    return Side((first[code],), (), near=False) if counts[code] >= _OFTEN else NOBODY


_OFTEN: Final = 3
_GIVERS: Final = frozenset("USA GBR DEU FRA RUS CHN IRN PRK CAN AUS NLD SWE NOR DNK FIN ITA ESP BEL JPN CHE AUT BLR POL CZE EST LVA LTU ARE QAT SAU TUR".split())


def groups_of(context: AidContext, passage: Passage) -> list[tuple[Mention, ...]]:
    """The passage's mentions with actors, coordinated ones together ("Denmark, Norway and Belgium")."""
    known = context.groups.get(passage.index)
    if known is not None:
        return known
    groups: list[list[Mention]] = []
    open_lists: list[bool] = []
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
                open_lists[-1] = not any(token.low in {"and", "&", "or"} for token in gap)
                continue
        groups.append([mention])
        open_lists.append(False)
    made: list[tuple[Mention, ...]] = []
    for group, unfinished in zip(groups, open_lists, strict=True):  # a comma without a final "and" joins nothing
        made.extend([(mention,) for mention in group] if unfinished else [tuple(group)])
    context.groups[passage.index] = made
    return context.groups[passage.index]


def recipients_in(context: AidContext, passage: Passage) -> list[Side]:
    """Every group of actors in the passage that stands where a recipient stands: after "to" or "for", or as indirect object."""
    known = context.recipients.get(passage.index)
    if known is not None:
        return known
    found = []
    verbs = {hit.end: hit for hit in passage.hits if hit.entry.category == "aid_verb" and hit.entry.get("frame") in _TAKES_RECIPIENT}
    for group in groups_of(context, passage):
        side = _receiving_side(passage, group)
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
        return before not in _NOT_BEFORE_TO and _follows_aid(passage, position)
    if token.low == "on" and before in {"spend", "spends", "spending", "spent"}:
        return True
    if token.low in {"reach", "reaches", "reached", "reaching"}:
        return _follows_aid(passage, position)
    if token.low in _HELPING and (token.low.endswith("ing") or before in {"to", "and", "in", "can", "will", "further", "better"}):
        return True
    if token.low == "of" and before in {"support", "defense", "defence", "aid", "help", "assistance"}:
        return True
    verb = verbs.get(token.end)
    return verb is not None and token.low in _DITRANSITIVE and not group[0].possessive


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


def _side(group: Sequence[Mention]) -> Side:
    actors: dict[str, Actor] = {}
    for mention in group:
        for actor in mention.actors:
            actors.setdefault(actor.code, actor)
    return Side(tuple(actors.values()), tuple(group))


def _receiving_side(passage: Passage, group: Sequence[Mention]) -> Side:
    """The group as receivers: "the people of Ukraine" and "the Sudanese people" are their states."""
    actors: dict[str, Actor] = {}
    for mention in group:
        state = next((hit for hit in passage.hits if hit.entry.category == "state" and mention.start <= hit.start and hit.end <= mention.end), None)
        for actor in mention.actors:
            if actor.code.startswith("group:") and state is not None and re.search(r"people|nation|famil|population|civilian|citizen|communit|soldier|troop|defender|force", actor.code):
                label = str(state.entry.get("label") or state.entry.key)
                actor = Actor(code=state.entry.key, name=label, via="collective")  # noqa: PLW2901 - the state stands in for its people
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
    usual = context.default_recipient
    if not usual.codes & donors.codes and any(usual.codes & {actor.code for actor in mention.actors} for mention in passage.mentions):
        return _without_groups(usual)
    places = [*reversed(reading.introduction_of(passage))]
    places += [reading.passages[index] for index in range(passage.index - 1, max(-1, passage.index - 4), -1)]
    if passage.block.heading is not None:
        places += reading.passages_of(passage.block.heading)
    for place in places:
        for side in reversed([side for side in recipients_in(context, place) if context.is_receiver(side)]):
            if not side.codes & donors.codes and place.has("aid_noun", "aid_verb", "item_noun", "weapon"):
                return _without_groups(Side(side.actors, side.mentions, near=False))
    if not context.default_recipient.codes & donors.codes:
        return context.default_recipient
    return NOBODY


def _without_groups(side: Side) -> Side:
    """An inherited side without its loosest part: "Sudan and its neighbours" hands on Sudan."""
    named = tuple(actor for actor in side.actors if not actor.code.startswith("group:"))
    return Side(named, side.mentions, near=False) if named else Side(side.actors, side.mentions, near=False)


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


def _names_recipient(context: AidContext, passage: Passage, group: Sequence[Mention]) -> bool:
    return any(side.mentions and side.mentions[0].start == group[0].start for side in recipients_in(context, passage))


def find_subject(context: AidContext, passage: Passage, verb_start: int, excluded: frozenset[str] = frozenset()) -> Side:
    """The actors of the nearest noun phrase before a verb that no preposition governs."""
    groups = [group for group in groups_of(context, passage) if group[-1].end <= verb_start]
    if _hangs_on_preposition(passage, verb_start):
        groups = [group for group in groups if not _governed(passage, group[0]) and not group[-1].adjective and not group[-1].possessive][:1]
    for group in reversed(groups):
        between = passage.between(group[-1].end, verb_start)
        if any(token.low in _BARRIERS for token in between):
            return NOBODY
        if not set(_side(group).codes) - excluded:
            continue
        if group[-1].kind == "pronoun" and _side(group).codes <= context.default_recipient.codes:
            continue
        words = [token.low for token in between]
        relative = words[:1] in (["which"], ["who"]) or words[:2] in ([",", "which"], [",", "who"])
        if relative:
            return _side(group)
        named = passage.text[group[-1].start - passage.start : group[-1].end - passage.start].lower()
        if (group[-1].adjective and named not in DONOR_WORDS) or group[-1].possessive:
            if group[-1].possessive and len(between) <= 7 and _is_owned_actor(between):
                return _side(group)
            continue
        if _governed(passage, group[0]) or _names_recipient(context, passage, group):
            continue
        if len(between) > 30:
            return NOBODY
        return _side(group)
    return NOBODY


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
    while position >= 0 and passage.tokens[position].low in {"the", "its", "their", "a", "an", "its", "his", "her"}:
        position -= 1
    if position > 0 and passage.tokens[position].low == "than" and passage.tokens[position - 1].low in {"more", "fewer", "less"}:
        position -= 2
    return position >= 0 and passage.tokens[position].low in _GOVERNORS


def find_donors(context: AidContext, passage: Passage, start: int, end: int, verb: Hit | None, excluded: frozenset[str], *, receiving: bool = False) -> Side:
    """Who gives what `start`–`end` names: a possessive or demonym on it, "from" and "by" after it, else the verb's subject.

    `excluded` are the codes of those who receive.
    """
    groups = [group for group in groups_of(context, passage) if _side(group).codes - excluded]
    for group in groups:  # "Sweden's 18th support package", "the Swedish package", "U.S. security assistance"
        first, last = group[0], group[-1]
        if first.start >= end:
            break
        text = passage.text[last.start - passage.start : last.end - passage.start].lower()
        inside = start <= first.start and last.end <= end
        gap = [token for token in passage.between(last.end, start) if token.low not in {"'", "’", "s", "'s"}]
        touching = last.end <= start and (len(gap) <= 3 if last.possessive else len(gap) <= 1) and not any(token.low in {",", "and", "that", "to"} for token in gap)
        if (inside or touching) and (last.possessive or last.adjective or text in DONOR_WORDS):
            if _governed_by(passage, first, _TO_WORDS | {"in", "against"}):
                continue
            if inside and last.possessive and _governed_by(passage, first, frozenset({"of"})):
                continue
            return _side(group)
    for group in groups:  # "followed by Germany with $162 million"
        if group[-1].end <= start and [token.low for token in passage.between(group[-1].end, start)] == ["with"]:
            return _side(group)
    owner = _owner(context, passage, start, groups)
    if owner is not NOBODY:
        return owner
    for group in groups:
        if group[0].start >= end - 1:
            gap = passage.between(end, group[0].start)
            if _governed_by(passage, group[0], frozenset({"from"})) and len(gap) <= 7 and not _barred(passage, end, group[0].start):
                return _side(group)
            if _governed_by(passage, group[0], frozenset({"by"})) and len(gap) <= 9 and not any(token.low in {"not", ",", ";", "signed", "to"} for token in gap):
                return _side(group)
        elif start <= group[0].start and _governed_by(passage, group[0], frozenset({"from", "by"})):
            return _side(group)
    if verb is not None and not receiving:
        return find_subject(context, passage, verb.start, excluded)
    return NOBODY


def _owner(context: AidContext, passage: Passage, start: int, groups: Sequence[Sequence[Mention]]) -> Side:
    """Whose "its", "their" or "our" before an amount is: the sentence's subject, or the publisher."""
    index = passage.token_at(start)
    near = [token.low for token in passage.tokens[max(0, index - 1) : index + 2]]
    if "our" in near or "my" in near:
        return context.default_donor
    if not {"its", "their", "his", "her"} & set(near):
        return NOBODY
    before = [group for group in groups if group[-1].end <= start and not group[-1].adjective and not _governed(passage, group[0])]
    return _side(before[-1]) if before else NOBODY


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

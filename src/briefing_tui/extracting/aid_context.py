"""What a document says about who helps whom: givers and receivers in recipients' places, and the usual ones of the whole text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from briefing_tui.extracting.passages import Mention, Passage, Reading, Token
from briefing_tui.extracting.relevance import Relevance, weigh
from briefing_tui.extracting.scan import Hit
from briefing_tui.extracting.state_names import STATE_NAMES
from briefing_tui.model import Actor
from briefing_tui.model.patterns import compile_later

_GLUE: Final = frozenset({",", "and", "&", "or", "the", "both", "as", "well", "also"})


_SKIPPED: Final = frozenset(
    "the a an its their our his her people government armed forces army military of war-torn besieged embattled neighbouring neighboring both"
    " fellow ally allies partner partners displaced vulnerable civilians most all those these like such countries including conflict-hit"
    " war-ravaged cash-strapped stricken struggling blockaded occupied war-hit crisis-hit democratic non-nato other"
    " affected poorer developing neighbour neighbor victims families communities hospitals refugees population populations authorities citizens"
    " residents innocent starving hungry use long-time longtime".split()
)


TO_WORDS: Final = frozenset({"to", "for", "towards", "toward", "into"})


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


_TERRITORIES: Final = frozenset({"PRI", "GUM", "VIR", "ASM", "MNP"})


class Side(NamedTuple):
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
            or (code.startswith("group:") and (_PEOPLE.search(code) is not None or _REGION.search(code) is not None))
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
    context.default_recipient = _usual_recipient(context)
    if not _is_giver(reading):
        return context
    if reading.publishers:
        context.default_donor = Side(reading.publishers, (), near=False)
    elif reading.publisher is not None:
        context.default_donor = Side((reading.publisher,), (), near=False)
    return context


def _is_giver(reading: Reading) -> bool:
    """Whether the publisher can be the giver a text leaves unnamed: a state, an organisation the lexicon knows, or one that says "we"."""
    publisher = reading.publisher
    if publisher is None or not publisher.code.startswith("org:") or len(reading.publishers) > 1:
        return True
    if any(hit.entry.category in {"org", "body"} and hit.entry.get("kind") != "media" for hit in reading.publisher_hits):
        return True
    return any(
        mention.kind == "pronoun" and publisher.code in {actor.code for actor in mention.actors}
        for passage in reading.passages
        for mention in passage.mentions
    )


def _usual_recipient(context: AidContext) -> Side:
    """Who receives most in the document: by the sentences that say so, those with an amount or a word of aid first, and the title."""
    reading = context.reading
    counts: Counter[tuple[str, ...]] = Counter()
    places: Counter[tuple[str, ...]] = Counter()
    sides: dict[tuple[str, ...], Side] = {}
    for passage in reading.passages:
        if not passage.has("aid_noun", "aid_verb", "weapon", "item_noun", "handover", "mechanism"):
            continue
        aided = any(hit.entry.category == "aid_noun" and hit.entry.get("unit") != "money" for hit in passage.hits)
        weight = 3 if passage.money and aided else 2 if aided or passage.money else 1
        for side in recipients_in(context, passage):
            if not context.is_receiver(side) or side.mentions[0].kind == "definite":
                continue
            key = tuple(actor.code for actor in side.actors)
            if side.mentions[0].kind == "place":
                places[key] += 1
            else:
                counts[key] += weight if any(_is_state(code) for code in key) else 1
            sides.setdefault(key, Side(side.actors, (), near=False))
    fallback = _most_named(context)
    if fallback is not NOBODY:
        key = tuple(actor.code for actor in fallback.actors)
        counts[key] += _NAMED
        sides.setdefault(key, fallback)
    counts = counts or places
    if not counts:
        return _most_placed(context)
    titled = {hit.entry.key for hit in reading.title_hits if hit.entry.category == "state"}
    for key in counts:
        if titled & set(key):
            counts[key] += _TITLED
    return sides[max(counts, key=lambda key: (counts[key], -list(counts).index(key)))]


def _most_placed(context: AidContext) -> Side:
    """The state most of the text's places lie in, where nothing else says who receives: "Gaza", "Mekelle", "Darfur"."""
    if not context.on_subject:
        return NOBODY
    hits = [*context.reading.title_hits, *(hit for passage in context.reading.passages for hit in passage.of("place"))]
    counts = Counter(
        hit.entry.get("state") for hit in hits if hit.entry.category == "place" and hit.entry.get("state") not in {None, *_GIVERS}
    )
    if not counts:
        return NOBODY
    code, often = counts.most_common(1)[0]
    return Side((Actor(code=code, name=STATE_NAMES[code], via="metonym"),), (), near=False) if often >= _OFTEN else NOBODY


_NAMED: Final = 2
_TITLED: Final = 2
"""What being the state named most, and standing in the title, count for."""


_RELIEF: Final = compile_later(
    r"\b(?:humanitarian|relief (?:supplies|convoy|agency|agencies|operation)|aid (?:convoys?|trucks?|agenc(?:y|ies)|workers?|groups?|deliver(?:y|ies)|shipments?|package|flotilla)|food aid"
    r"|famine|displaced|refugees?|red cr(?:oss|escent)|world food program\w*|wfp|unrwa|unicef|ocha|unhcr|donors?|arms sales?|foreign military|(?:possible|proposed) (?:foreign military )?sale|has requested to (?:buy|purchase)|military (?:aid|assistance|sale)|security assistance|weapons (?:sale|package|shipment)s?)\b",
    re.IGNORECASE,
)


def _is_relief(context: AidContext) -> bool:
    """Whether enough sentences of a text that names a foreign country speak of relief or arms transfers."""
    passages = context.reading.passages
    if not context.relevance.foreign or not any(
        mention.kind == "name"
        and any(_is_state(actor.code) and actor.code not in {"USA", context.home} for actor in mention.actors)
        for passage in passages
        for mention in passage.mentions
    ):
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
    for hit in context.reading.title_hits:
        if hit.entry.category == "state" and hit.entry.key in counts:
            counts[hit.entry.key] += 1
    if not counts:
        return NOBODY
    code = max(counts, key=lambda code: (counts[code], -list(counts).index(code)))
    return Side((first[code],), (), near=False) if counts[code] >= _OFTEN else NOBODY


_OFTEN: Final = 2


_GIVERS: Final = frozenset(
    "USA GBR DEU FRA RUS CHN IRN PRK CAN AUS NLD SWE NOR DNK FIN ITA ESP BEL JPN CHE AUT BLR POL CZE EST LVA LTU ARE QAT SAU TUR".split()
)


USUAL_GIVERS: Final = frozenset(
    "USA GBR DEU FRA CAN AUS NLD SWE NOR DNK FIN ITA ESP BEL JPN CHE AUT POL CZE EST LVA LTU ARE QAT SAU TUR KOR IRL LUX NZL KWT PRT GRC ROU BGR HRV"
    " SVN SVK IND ISL TWN".split()
) | {
    "org:European Union",
    "org:European Commission",
    "org:World Bank",
    "org:International Monetary Fund",
    "org:European Investment Bank",
    "org:G7",
    "org:NATO",
}
"""Those who give aid without being told to be the givers: donors' governments and the lenders among the organisations."""


def groups_of(context: AidContext, passage: Passage) -> list[tuple[Mention, ...]]:
    """The passage's mentions with actors, coordinated ones together ("Denmark, Norway and Belgium")."""
    known = context.groups.get(passage.index)
    if known is not None:
        return known
    groups: list[list[Mention]] = []
    open_lists: list[bool] = []
    ordered = passage.mentions
    if passage.has("place", "aid_region"):
        ordered = sorted([*_placed(passage), *_regions(passage), *ordered], key=lambda mention: mention.start)
    for named in ordered:
        if not named.actors or named.kind == "medium" or _is_currency(passage, named):
            continue
        mention = _told_apart(passage, named) if named.kind == "organ" else named
        if groups:
            last = groups[-1][-1]
            if mention.start < last.end:
                if mention.end > last.end:
                    groups[-1][-1] = mention
                continue
            gap = passage.between(last.end, mention.start)
            if (
                gap
                and len(gap) <= 4
                and all(token.low in _GLUE or token.low in {"'s", "s"} for token in gap)
                and not (
                    last.possessive
                    or last.adjective != mention.adjective
                    or (last.person is None) != (mention.person is None)
                    or (len(groups[-1]) == 1 and gap[0].low == "," and len(gap) > 1 and gap[1].low in {"and", "or"})
                )
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


def _placed(passage: Passage) -> list[Mention]:
    """Places that stand where a receiver stands ("to Gaza", "in Darfur"), as mentions of the state they are in."""
    found: list[Mention] = []
    for hit in passage.of("place"):
        state = hit.entry.get("state")
        if state is None or state in _GIVERS or any(m.start < hit.end and hit.start < m.end for m in passage.mentions):
            continue
        index = passage.token_at(hit.start) - 1
        while index >= 0 and passage.tokens[index].low in _AREAS:
            index -= 1
        if index < 0 or passage.tokens[index].low not in _TOWARDS:
            continue
        actor = Actor(code=state, name=STATE_NAMES[state], via="metonym")
        found.append(Mention(hit.start, hit.end, (actor,), kind="place"))
    return found


def _regions(passage: Passage) -> list[Mention]:
    """Regions of several states that aid goes to ("the Horn of Africa"), as collectives."""
    found = []
    for hit in passage.of("aid_region"):
        words = passage.text[hit.start - passage.start : hit.end - passage.start]
        if not any(m.start < hit.end and hit.start < m.end for m in passage.mentions):
            found.append(
                Mention(hit.start, hit.end, (Actor(code=f"group:{words}", name=words, via="collective"),), kind="region")
            )
    return found


_AREAS: Final = frozenset(
    "the northern southern eastern western central north south east west besieged war-torn people of civilians in residents".split()
)
_TOWARDS: Final = TO_WORDS | {"in", "entered", "enter", "entering", "reached", "reach", "reaching", "over", "enters", "reaches"}


def _told_apart(passage: Passage, mention: Mention) -> Mention:
    """The state alone where words of aid beside it were taken for its army ("U.S. military aid", "fighter jets to Israel")."""
    state = next(
        (hit for hit in passage.hits if hit.entry.category == "state" and mention.start <= hit.start and hit.end <= mention.end),
        None,
    )
    if state is None or (state.start, state.end) == (mention.start, mention.end):
        return mention
    for hit in passage.hits:
        if hit.entry.category == "aid_noun" and state.end <= hit.start < mention.end < hit.end:
            return replace(mention, end=state.end, kind="name", adjective=True)
        if hit.entry.category == "item_noun" and mention.start <= hit.start and hit.end < state.start:
            return replace(mention, start=state.start, kind="name")
    return mention


def _is_currency(passage: Passage, mention: Mention) -> bool:
    """Whether a state's name is only part of an amount ("US$40 million", "80 million Canadian dollars")."""
    return any(money.start <= mention.start and mention.end <= money.end for money in passage.money)


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
        if _stands_as_recipient(passage, group, verbs) and not _owns_a_scheme(passage, group[-1]):
            found.append(side)
    context.recipients[passage.index] = found
    return found


def _owns_a_scheme(passage: Passage, mention: Mention) -> bool:
    """Whether a demonym only says whose plan or industry the aid goes through ("signed up to the Czech plan")."""
    if not mention.adjective:
        return False
    following = passage.text[mention.end - passage.start : mention.end - passage.start + 60]
    return _SCHEME.match(following) is not None


_SCHEME: Final = compile_later(r"(?:-led|-run|-backed)?(?: [\w-]+)? (?:plan|initiative|scheme|proposal|coalition)\b")


def _is_mission(side: Side) -> bool:
    """Whether a pronoun stands for an organisation, so that "contributed $3 million to it" names who receives."""
    return bool(side.codes) and all(code.startswith("org:") for code in side.codes)


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
    while position >= 0 and steps < _MOST_SKIPPED and (tokens[position].low in _SKIPPED or _is_number(passage, tokens[position])):
        position -= 1
        steps += 1
    if position < 0:
        return False
    token = tokens[position]
    before = tokens[position - 1].low if position else ""
    if token.low in TO_WORDS:
        return before not in _NOT_BEFORE_TO and _follows_aid(passage, position)
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
    if token.low == "of" and before in {"support", "defense", "defence", "aid", "help", "assistance"}:
        return True
    verb = verbs.get(token.end)
    return verb is not None and token.low in _DITRANSITIVE and not group[0].possessive


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


def side_of(group: Sequence[Mention]) -> Side:
    """The actors of coordinated mentions, each once."""
    actors: dict[str, Actor] = {}
    for mention in group:
        for actor in mention.actors:
            actors.setdefault(actor.code, actor)
    return Side(tuple(actors.values()), tuple(group))


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


_NO_RECEIVERS: Final = frozenset({"think_tank", "court", "church", "party", "parliament", "hackers"})


_REGION: Final = compile_later(
    r"africa|sahel|basin|balkans|asia|region|pacific|caribbean|great lakes|levant|caucasus", re.IGNORECASE
)
_PEOPLE: Final = compile_later(
    r"refugee|displaced|palestin|gazan|ukrain|civilian|syrian|sudan|afghan|yemen|lebanes|haiti|rohingya|victims|survivors|people of|children|families in|communities in|neighbou?rs|allies|militar|forces|army|front",
    re.IGNORECASE,
)

"""Who a plural means: "Israeli officials", "the rebels", "both countries", "rights groups"."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from briefing_tui.extracting.actors.discourse import Discourse, Setting
from briefing_tui.extracting.actors.mention_making import make_mention, words_of
from briefing_tui.extracting.actors.owners import Phrase
from briefing_tui.extracting.actors.phrases import COUNTS
from briefing_tui.extracting.actors.traces import PAIR, STATE_CODE
from briefing_tui.extracting.passages import Mention
from briefing_tui.model import Actor

_OFFICIALS: Final = frozenset({"officials", "leaders"})
_OFFICIAL_RANKS: Final = frozenset(
    {
        "official",
        "military",
        "government",
        "police",
        "envoy",
        "minister",
        "speaker",
        "legislator",
        "parliament",
        "officer",
        "head",
        "counterpart",
    }
)
_SIDES: Final = frozenset(
    {"sides", "countries", "nations", "states", "governments", "parties", "neighbours", "neighbors", "powers"}
)
_FIGHTERS: Final = frozenset(
    "rebels insurgents militants fighters jihadists separatists guerrillas paramilitaries extremists islamists terrorists militiamen "
    "militia".split()
)
"""Who is an armed group's own, where the text has named one: "the rebels"."""
_STYLES: Final = frozenset(
    "communist maoist marxist leftist islamist jihadist separatist armed ethnic shia shiite sunni tuareg paramilitary rebel militant".split()
)
_STYLED: Final = ("-backed", "-led", "-linked", "-aligned", "-allied")
"""How fighters are called when they are meant again: "the communist rebels", "the Iran-backed militants"."""
_MEETING: Final = frozenset(
    {"ministers", "leaders", "foreign ministers", "defence ministers", "defense ministers", "heads of state or government"}
)
"""Who meets in the organisation that publishes the text."""
_RANK_OF_PAIR: Final = (("prime ministers", "head"), ("ministers", "minister"), ("presidents", "head"), ("leaders", "head"))
"""Of which rank "the two presidents" are."""
_NAMED_TOGETHER: Final = frozenset({"legislator", "envoy", "officer", "police"})
"""Ranks of whom "the lawmakers" are those named before."""
_MEMBERS_OF: Final = {
    "NATO": (Actor(code="org:NATO", name="NATO", via="collective"),),
    "EU": (Actor(code="org:European Union", name="European Union", via="collective"),),
}
"""Whose members a group is by its first word; the organisation is then in mind ("NATO allies … the alliance")."""


_MEMBERS: Final = ("eu ", "nato ", "member ", "g7 ", "g20 ")
"""Countries that are named by what they belong to: "the 15 EU member states"."""


def are_irregular(words: str, heads: Collection[str]) -> bool:
    """Whether these words are for men under arms whom no government commands: "opposition forces", "local Afghan commanders"."""
    *styles, head = words.lower().split()
    return head in heads and any(style in _IRREGULAR or style.startswith(_AGAINST) for style in styles)


_IRREGULAR: Final = frozenset(
    "opposition rebel tribal local anti-government antigovernment insurgent separatist secessionist resistance breakaway militia "
    "paramilitary loyalist islamist jihadist rival irregular mutinous renegade dissident ethnic kurdish tuareg druze serb".split()
)
"""What forces are called that no government commands."""
_AGAINST: Final = ("anti-", "pro-")
_COMMANDERS: Final = frozenset("commanders chiefs leaders fighters warlords chieftains".split())


def read_collective(discourse: Discourse, phrase: Phrase, setting: Setting) -> Mention | None:
    """The actors behind a plural: a state behind its officials, the group that was named behind "the rebels", else a group of its own words."""
    owners = phrase.owners
    if not owners and phrase.pointer:
        owners = discourse.pointed(phrase, setting)
    officials = phrase.rank in _OFFICIALS or phrase.role in _OFFICIAL_RANKS
    unnamed = phrase.adjective and phrase.role in ("official", "scholar")
    forces = phrase.role in ("military", "police", "government")
    if phrase.rank == "armed" and phrase.definite and _are_fighters(phrase, setting):
        group = discourse.traces.fighting(
            setting.passage.index, phrase.start, words_of(setting.passage, phrase).lower().rsplit(" ", 1)[-1]
        )
        if group:
            return discourse.several(phrase, setting, group)
    if not owners and phrase.pointer is None and discourse.publishers and words_of(setting.passage, phrase).lower() in _MEETING:
        owners = discourse.publishers if discourse.publishers[0].code.startswith("org:") else owners
    if owners and phrase.rank == "armed" and all(len(actor.code) != STATE_CODE for actor in owners):
        discourse.trace(phrase, setting, owners, plural=True)
        return make_mention(phrase, owners, kind="organ")
    if owners and phrase.pointer in ("our", "my", "their") and phrase.rank == "nations":
        discourse.trace(phrase, setting, owners, plural=True)
        return make_mention(phrase, owners, kind="definite")
    if not owners and phrase.pointer is None and phrase.definite and phrase.role == "military":
        owners = discourse.traces.last_plural("military", setting.passage.index, phrase.start) or discourse.same_rank(
            replace(phrase, rank="military"), setting
        )
    if not owners and phrase.pointer is None and phrase.definite and officials and phrase.role in _NAMED_TOGETHER:
        owners = discourse.traces.last_plural(phrase.role or "", setting.passage.index, phrase.start)
    stately = bool(owners) and all(len(actor.code) == STATE_CODE for actor in owners)
    unnamed = unnamed or (stately and are_irregular(words_of(setting.passage, phrase), _COMMANDERS))
    if owners and officials and not unnamed and (forces or phrase.rank not in ("people", "allies")):
        discourse.trace(phrase, setting, owners, rank=_kind_of(phrase), plural=True)
        return make_mention(phrase, owners, kind="role")
    if not phrase.known and phrase.rank == "leaders":
        both = _two_leaders(discourse, phrase, setting)
        if both is not None:
            return both
    words = words_of(setting.passage, phrase)
    if (
        phrase.rank in ("nations", "community")
        and not words.startswith(tuple(_MEMBERS_OF))
        and not words.lower().split(" ", 1)[-1].startswith(_MEMBERS)
        and (phrase.definite or words.lower().startswith(("both ", "two ", "three ", "the two ")))
    ):
        both = read_both(discourse, phrase, setting) if words.lower().rsplit(" ", 1)[-1] in _SIDES else None
        if both is not None:
            return both
    if phrase.rank in (None, "people", "armed", "nations") and not (setting.subject or setting.speaks or phrase.known):
        return None
    actors = (Actor(code=f"group:{words}", name=words, via="collective"),)
    owners = owners or _MEMBERS_OF.get(words.split(" ", 1)[0], ())
    if owners and (phrase.known or owners[0].code.startswith("org:")):
        discourse.trace(replace(phrase, plural=False), setting, owners, hint=len(owners[0].code) == STATE_CODE)
    if setting.subject or setting.speaks:
        discourse.trace(phrase, setting, actors, plural=True)
    return make_mention(phrase, actors, kind="collective")


def _kind_of(phrase: Phrase) -> str | None:
    """What a later "the lawmakers" or "the leaders" is looked for by."""
    return "leaders" if phrase.rank == "leaders" and phrase.role not in _NAMED_TOGETHER else phrase.role


def _are_fighters(phrase: Phrase, setting: Setting) -> bool:
    """Whether "the rebels" or "the Yemeni rebels" can be the armed group that was named before."""
    words = words_of(setting.passage, phrase).lower().split()
    stately = all(len(owner.code) == STATE_CODE for owner in phrase.owners)
    styled = [word for word in words[:-1] if word in _STYLES or word.endswith(_STYLED)]
    return words[-1] in _FIGHTERS and stately and len(words) - len(styled) == 1 + len(phrase.owners)


def _two_leaders(discourse: Discourse, phrase: Phrase, setting: Setting) -> Mention | None:
    """Who "the leaders" or "both presidents" are: the last two persons named who speak for different actors."""
    if not phrase.definite:
        return None
    index = setting.passage.index
    traces, start = discourse.traces, phrase.start
    words = words_of(setting.passage, phrase).lower()
    alone = words == "leaders"
    rank = next((rank for words_end, rank in _RANK_OF_PAIR if words.endswith(words_end)), None)
    actors = (
        (traces.last_plural("leaders", index, start) if alone else ())
        or traces.group_of(PAIR, index, start, human=True)
        or (traces.pair_of_persons(index, start, rank) if rank is not None else ())
        or traces.group_of(PAIR, index, start, human=False)
        or traces.pair_of_persons(index, start)
    )
    return discourse.several(phrase, setting, actors) if actors else None


def read_both(discourse: Discourse, phrase: Phrase, setting: Setting) -> Mention | None:
    """Who "the two countries" are: the last coordination of so many, else the last two actors named, subjects first."""
    count = COUNTS.get(words_of(setting.passage, phrase).lower().split(" ", 1)[0], PAIR)
    index = setting.passage.index
    sides = words_of(setting.passage, phrase).lower().endswith(("sides", "parties"))
    if count == PAIR and discourse.paired is not None and index - discourse.paired[0] <= 1:
        return discourse.several(phrase, setting, discourse.paired[1])
    actors: tuple[Actor, ...] | None = ()
    if sides and count == PAIR:
        actors = discourse.traces.rivals() or discourse.traces.pair_named_together(index, phrase.start)
    actors = actors or discourse.traces.group_of(count, index, phrase.start, human=False)
    if actors is None and count == PAIR:
        rivals = discourse.traces.rivals()
        if phrase.kind == "organ" and any(len(actor.code) != STATE_CODE for actor in rivals):
            rivals = ()
        actors = rivals or discourse.traces.pair_of_states(index, phrase.start)
    return discourse.several(phrase, setting, actors) if actors else None

"""A candidate event: a trigger word with the parties of its clause, before context decides whether it is one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from briefing_tui.extracting.events.clauses import Roles
from briefing_tui.extracting.events.locations import Location
from briefing_tui.extracting.events.participants import Party
from briefing_tui.extracting.events.party_words import IRREGULARS
from briefing_tui.extracting.passages import Passage, Token
from briefing_tui.extracting.scan import Hit

WEAPONS: Final = frozenset({"munition", "sea_drone", "aircraft"})
LIMIT_TOKENS: Final = 15
"""The longest trigger span, in tokens."""
_LAUNCHED: Final = frozenset({"munition", "sea_drone", "aircraft", "vessel", "warship"})
ROCKETEERS: Final = frozenset(
    {
        "org:Houthis",
        "org:Hezbollah",
        "org:Hamas",
        "org:Palestinian Islamic Jihad",
        "org:Kataib Hezbollah",
        "org:Islamic Resistance in Iraq",
        "org:Rapid Support Forces",
        "org:Arakan Army",
        "org:Wagner",
        "org:Taliban",
    }
)
"""Armed groups that strike with missiles, drones or artillery as armies do: an attack of theirs is a strike unless the text says otherwise."""
_BY_HAND: Final = frozenset(
    {
        "gunfire",
        "bullet",
        "bullets",
        "machine-gun fire",
        "small-arms fire",
        "live ammunition",
        "grenade",
        "grenades",
        "petrol bombs",
        "fighters",
    }
)
_WITH_RIFLES: Final = ("gunmen", "gunman", "armed men", "attackers", "assailants", "commandos", "infiltrators")
_CASUALTY_WORDS: Final = frozenset(
    "killed killing kills wounded wounding injured injuring dead died injures wounds casualties damaged damaging destroyed destroying hit struck"
    " lives deaths victims fire blaze rubble".split(" ")
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible event: its trigger words, parties and how much detail stands around it."""

    passage: Passage
    hit: Hit
    start: int
    end: int
    """The span of the trigger phrase."""
    action: str
    actor: Party | None
    doer: Party | None
    """Who or what did it, named or not: "gunmen", "two drones"."""
    pronoun: Token | None
    objects: tuple[Party, ...]
    weapons: tuple[Party, ...]
    roles: Roles | None
    rule: str
    score: int
    place: Location | None = None
    """Where it happened, when the trigger itself stands in a list of places."""
    definite: bool = False
    """Whether it reads as a reference to something told before ("the attack", "these strikes")."""


def is_on_foot(passage: Passage, doer: Party | None, start: int, end: int) -> bool:
    """Whether fighters without aircraft or artillery did it: gunmen, rebels, an armed group with no rocket arm, no munition in the clause."""
    if doer is None or not doer.is_any({"force", "armed", "group"}):
        return False
    words = passage.text[doer.start - passage.start : doer.end - passage.start].lower()
    irregular = words.endswith(IRREGULARS) or (
        "armed" in doer.classes and not any(actor.code in ROCKETEERS for actor in doer.actors)
    )
    if not irregular or (any(actor.code in ROCKETEERS for actor in doer.actors) and not words.endswith(_WITH_RIFLES)):
        return False
    return not any(
        (hit.entry.category == "weapon" and hit.entry.get("class") != "small_arms")
        or (
            hit.entry.get("class") in _LAUNCHED
            and passage.text[hit.start - passage.start : hit.end - passage.start].lower() not in _BY_HAND
        )
        for hit in passage.of("thing", "weapon")
        if start <= hit.start < end
    )


def detail_score(passage: Passage, start: int, end: int) -> int:
    """How many kinds of detail stand between `start` and `end`: a date, casualties."""
    dated = any(start <= date.start < end for date in passage.dates)
    hurt = any(token.low in _CASUALTY_WORDS for token in passage.between(start, end))
    return int(dated) + int(hurt)

"""What a verb's event is: the action of its entry, made exact by who did it, what was hit and where."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.events.candidates import is_on_foot
from briefing_tui.extracting.events.clauses import Roles
from briefing_tui.extracting.events.participants import Party, actor_codes
from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.scan import Hit

FIRST_TIME: Final = re.compile(r"\bfor the first time(?! (?:in (?:\w+ )*(?:days|weeks|months|years|decades)|since))")
_LATER_VERB: Final = re.compile(r"\b(?:was|were|which|who|as|when|had|has)\b")
_AT_SEA: Final = re.compile(r"\b(?:seas?|ocean|waters|off (?:its|the) (?:\w+ )?coast)\b")
_TESTERS: Final = frozenset({"PRK"})
"""States whose missiles, where nothing is said to be hit, are tests."""
_ENTERING: Final = frozenset(
    {"enter", "enters", "entered", "entering", "march", "marched", "marches", "marching", "sweep", "swept", "sweeps", "sweeping"}
)


def is_first_time(clause: str) -> bool:
    """Whether the words after a verb say that it was the first time, and say it of this verb and no later one."""
    match = FIRST_TIME.search(clause)
    return match is not None and not _LATER_VERB.search(clause, 0, match.start())


def action_of(passage: Passage, hit: Hit, sufferers: tuple[Party, ...], roles: Roles) -> str:
    """The entry's action, made exact by what was hit: ships at sea, networks, missiles fired into the sea, a weapon's first use."""
    action = str(hit.entry.get("action"))
    if (
        roles.subject is not None
        and roles.subject.is_any({"hacker"})
        and action in {"strike", "ground_assault", "territory_change"}
    ):
        return "cyber"
    if action == "invasion" and is_on_foot(passage, roles.subject, roles.start, roles.end):
        return "ground_assault"  # gunmen who "invaded" a village
    if action == "ground_assault" and passage.tokens[passage.token_at(hit.start)].low in _ENTERING:
        inside = sufferers[0] if sufferers else None
        if inside is not None and (inside.place.rank == 2 if inside.place is not None else "territory" in inside.classes):
            return "territory_change"
    if action == "territory_change" and passage.tokens[passage.token_at(hit.start)].low.startswith(("overr", "overran")):
        taken = passage.text[hit.end - passage.start : roles.end - passage.start].lower()
        if any(word in taken for word in ("outpost", " post", "checkpoint", "convoy", "patrol", "camp")):
            return "ground_assault"
    if action != "strike":
        return action
    if is_on_foot(passage, roles.agent if roles.passive else roles.subject, roles.start, roles.end):
        suicide = "suicide" in passage.text[max(0, roles.start - passage.start) : hit.end - passage.start].lower()
        return "other" if suicide else "ground_assault"
    hit_first = sufferers[0] if sufferers else None
    if "munition" in (hit.entry.get("object") or ()) and any(party.is_any({"munition"}) for party in sufferers):
        after = passage.text[hit.end - passage.start : roles.end - passage.start].lower()
        lands = [party for party in roles.objects if party.is_any({"site", "territory", "people", "actor", "force"})]
        if _AT_SEA.search(after) and not lands and roles.subject is not None and roles.subject.is_any({"armed"}):
            return "naval_incident"
        if _AT_SEA.search(after) and not lands:
            return "missile_test"
        if not lands and roles.subject is not None and _TESTERS & set(actor_codes(roles.subject)) and "against" not in after:
            return "missile_test"
        if is_first_time(after):
            return "weapon_first_use"
    if hit.entry.key in {"strike_by", "strike_passive", "open_fire", "crash_into"} and hit_first is not None:
        if hit_first.is_any({"network"}):
            return "cyber"
        if hit_first.is_any({"vessel"}) and not hit_first.is_any({"munition", "warship"}):
            return "naval_incident"
    return action

"""The conditions an entry of events.toml sets for its verb: classes of subject and object, words that must stand near."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.events.clauses import Roles
from briefing_tui.extracting.events.participants import Party
from briefing_tui.extracting.events.verb_actions import is_first_time
from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.scan import Hit

_FIRST_THAT: Final = re.compile(r"\bfirst (?:known |confirmed )?(?:time|occasion)(?: that)? (?:\S+ ){0,5}$")
_ARMS: Final = frozenset("weapon weapons arms strike strikes striking hit fire firing attack attacks munitions range".split(" "))
_ARTICLES: Final = frozenset("a an the two three four five several its their another one".split(" "))
_SMALL: Final = frozenset({"is", "was", "as", "has", "its", "this", "thus", "always", "besides", "days", "hours"})
"""Words in s before a participle that are no nouns it hangs on."""
_ALIENS: Final = frozenset({"aliens", "migrants", "immigrants", "illegals"})
_ON_STATES: Final = frozenset({"strike", "ground_assault", "airspace_violation", "withdrawal"})
"""Actions that a state's or capital's bare name can suffer."""
_AFTER_FALL: Final = frozenset(
    {
        "",
        ".",
        ",",
        ";",
        "to",
        "on",
        "in",
        "after",
        "without",
        "within",
        "last",
        "this",
        "earlier",
        "again",
        "at",
        "when",
        "and",
        "swiftly",
        "quickly",
        "before",
        "following",
        "as",
        "with",
        "barely",
        "just",
        "overnight",
    }
)
"""What follows a town that fell, and not "fell silent", "fell short", "fell by a third"."""


def suffers(passage: Passage, party: Party, hit: Hit) -> bool:
    """Whether a party is of a class the verb acts on; a state or its capital named alone is also a place ("explosions shook Kyiv")."""
    wanted, action = hit.entry.get("object"), hit.entry.get("action")
    if party.is_any(wanted) or ("force" in wanted and "armed" in party.classes and action in {"ground_assault", "strike"}):
        return True
    if "place" not in wanted or party.classes != {"actor"} or party.mention is None or party.mention.adjective:
        return False
    if action in _ON_STATES:
        return party.mention.kind == "name"
    return action == "territory_change" and any(
        state.how == "capital" and state.start == party.start for state in passage.of("state")
    )


def meets(passage: Passage, hit: Hit, roles: Roles) -> bool:
    """Whether the further conditions of the entry hold: its clause says "for the first time", a word of `needs`, what may follow."""
    entry = hit.entry
    if entry.get("action") == "weapons_authorisation" and not is_of_weapons(passage, hit.end):
        return False
    if entry.get("first"):
        clause = passage.text[hit.end - passage.start : roles.end - passage.start]
        before = passage.text[max(0, hit.start - passage.start - 60) : hit.start - passage.start]
        if not is_first_time(clause) and not _FIRST_THAT.search(before):
            return False
    if entry.get("needs"):
        first = passage.token_at(hit.start)
        if not any(token.low in entry.get("needs") for token in passage.tokens[first : first + 9]):
            return False
    return not entry.get("followed") or following_word(passage, hit) in _AFTER_FALL


def is_general(passage: Passage, first: int, hit: Hit) -> bool:
    """Whether the verb speaks of no certain deed: "before engaging in any future conflict", "aliens invading our towns"."""
    following = {token.low for token in passage.tokens[first + 1 : first + 6]}
    if hit.how.endswith((".ing", ".base")) and following & {"any", "future"}:
        return True
    return hit.entry.key == "invade" and any(token.low in _ALIENS for token in passage.tokens[max(0, first - 12) : first + 8])


def is_of_weapons(passage: Passage, start: int) -> bool:
    """Whether what is allowed is the use of arms, and not of a harbour, an airfield or "military force"."""
    if re.search(r"\buse of (?:\w+ )?force\b", passage.text):
        return False
    if any(
        hit.start >= start and (hit.entry.category == "weapon" or hit.entry.get("class") == "munition")
        for hit in passage.of("thing", "weapon")
    ):
        return True
    return any(token.start >= start and token.low in _ARMS for token in passage.tokens)


def fits(doer: Party | None, roles: Roles, wanted: list[str], *, patient: bool, participle: bool) -> bool:
    """Whether the subject is of a class the entry wants: the doer, the patient, or a pronoun that can stand for a state or army."""
    if patient:
        return roles.subject is not None and roles.subject.is_any(wanted)
    if doer is not None:
        if "person" in doer.classes:
            return bool(doer.actors) and "actor" in wanted and "armour" not in wanted
        return doer.is_any(wanted) or ("armed" in doer.classes and "force" in wanted and "vessel" not in wanted)
    if roles.passive:
        return False
    if participle and "actor" in wanted:
        return True
    return roles.pronoun is not None and "actor" in wanted and roles.pronoun.low in {"it", "they", "we"}


def has_particle(passage: Passage, first: int, particle: str | list[str] | None) -> bool:
    """Whether one of the entry's particles follows the verb at token `first` within a few words."""
    if particle is None:
        return True
    wanted = {particle} if isinstance(particle, str) else set(particle)
    return any(token.low in wanted for token in passage.tokens[first + 1 : first + 14])


def following_word(passage: Passage, hit: Hit) -> str:
    """The word after the verb in lower case; empty at the sentence's end."""
    index = passage.token_at(hit.end)
    return passage.tokens[index].low if index < len(passage.tokens) else ""


def hits_unnamed(passage: Passage, hit: Hit, roles: Roles, doer: Party | None) -> bool:
    """Whether what was hit is nothing of a known class but a weapon or army did it: "it was struck by a missile", "two drones hit a kiln"."""
    if hit.entry.get("action") not in {"strike", "territory_change", "ground_assault"} or doer is None:
        return False
    armed = doer.is_any({"munition", "sea_drone", "aircraft"})
    if roles.passive:
        return armed or (roles.pronoun is not None and roles.pronoun.low in {"it", "they"} and doer.is_any({"force", "armed"}))
    if hit.entry.key != "strike_by" or not armed or (roles.objects[:1] and roles.objects[0].preposition is None):
        return False
    return following_word(passage, hit) in _ARTICLES


def of_other_noun(passage: Passage, parties: list[Party], first: int, hit: Hit) -> bool:
    """Whether a participle hangs on a noun of no force right before it: "drugs entering the country", "citizens fleeing the town"."""
    word = passage.tokens[first].low
    if word == "overwhelming":
        return True
    if not hit.how.endswith(".ing") or not first:
        return False
    before = passage.tokens[first - 1]
    beside = next((party for party in parties if party.end == before.end), None)
    if beside is None:
        return before.low.isalpha() and before.low.endswith("s") and not before.capital and before.low not in _SMALL
    return beside.is_any({"people", "protest", "captive"}) and not beside.is_any({"force", "armed"})

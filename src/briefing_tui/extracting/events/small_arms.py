"""What is done by hand and not by an army's weapons: bombers who blow themselves up, men shot in the street, attacks on a parliament or a church."""

from __future__ import annotations

from typing import Final

from briefing_tui.extracting.events.candidates import Candidate
from briefing_tui.extracting.events.participants import Party
from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.scan import Hit

_ARMED_ACTIONS: Final = frozenset({"strike", "ground_assault"})
_SHOT: Final = frozenset({"shoot", "kill_strike"})
_SCUFFLES: Final = frozenset({"clash", "clash_verb"})
_CROWDS: Final = (
    "protester",
    "demonstrator",
    "protest",
    "mob",
    "crowd",
    "supporter",
    "rioter",
    "student",
    "youth",
    "settler",
    "police",
    "villager",
    "worshipper",
)
_GATHERINGS: Final = frozenset(
    "parliament church mosque temple synagogue shrine cathedral nightclub club mall bus cinema theatre theater concert restaurant cafe café".split(
        " "
    )
)
"""Where people meet: attacked by nobody named and with no army's weapon, it is no act of an army."""
_ATTACK_WORDS: Final = ("attack", "attacks", "raid", "raids", "assault", "assaults", "bombing", "bombings")
_SETTLEMENTS: Final = ("village", "town", "hamlet", "settlement", "camp", "base", "post", "barracks", "checkpoint", "district")
_SMALL_ARMS: Final = ("rifle", "gun", "pistol", "kalashnikov", "automatic", "machine", "ak-47", "revolver")
_GUNS: Final = frozenset("artillery mortar mortars rocket rockets shell shells shelling howitzer missile missiles".split(" "))
_TAKEN: Final = (
    "prisoner",
    "prisoners",
    "fighter",
    "fighters",
    "militant",
    "militants",
    "insurgents",
    "suspects",
    "rebels",
    "gunmen",
)
_STATE_CODE: Final = 3
"""Letters of an ISO 3166-1 alpha-3 code."""
_WENT_OFF: Final = ("explod", "detonat", "went off", "go off", "goes off", "going off", "blew up")
_AFTER: Final = 8
"""Tokens after an attack noun within which what was attacked is named."""


def by_hand(candidate: Candidate) -> str:
    """The action of a candidate whose words an army's blow shares with a bomber's or a gunman's."""
    passage, hit, action = candidate.passage, candidate.hit, candidate.action
    doer, objects, weapons = candidate.doer, candidate.objects, candidate.weapons
    if action == "abduction" and _are_prisoners(candidate):
        return "other"
    if action == "other" and hit.entry.key == "exchange_fire" and _is_of_guns(candidate):
        return "strike"
    if action == "troop_deployment" and _goes_in(candidate):
        return "ground_assault"
    if action not in _ARMED_ACTIONS:
        return action
    first, last = passage.token_at(hit.start), passage.token_at(hit.end)
    near = {token.low for token in passage.tokens[max(0, first - 2) : last]}
    if "suicide" in near and not near & {"drone", "drones", "uav", "boat", "boats"}:
        return "other"
    if _is_a_planted_bomb(passage, hit, doer):
        return "other"
    if hit.entry.key == "open_fire" and not weapons and _with_rifles(candidate):
        return "ground_assault" if doer is not None and doer.is_any({"force", "armed"}) else "other"
    if hit.entry.key in _SHOT:
        victim = next((party for party in objects if party.preposition is None), None)
        armed = doer is not None and doer.is_any({"aircraft", "munition", "armour", "warship"})
        raided = action == "ground_assault" and _names_a_settlement(candidate)
        if not armed and not weapons and not raided and victim is not None:
            return "other" if victim.is_any({"people"}) and not victim.is_any({"force"}) else "ground_assault"
    if hit.entry.key in _SCUFFLES and _is_a_scuffle(passage, (doer, *objects)):
        return "other"
    words = passage.text[hit.start - passage.start : hit.end - passage.start].lower()
    if words.endswith(("shooting", "shootings")) and candidate.roles is None:
        return "other"
    if doer is None and not weapons and words.endswith(_ATTACK_WORDS) and " " not in words:
        following = [token.low for token in passage.tokens[last : last + _AFTER]]
        if following[:1] in (["on"], ["at"], ["against"]) and _GATHERINGS & set(_up_to_clause_end(following)):
            return "other"
    return action


def _are_prisoners(candidate: Candidate) -> bool:
    """Whether a state's troops took fighters prisoner: no kidnapping."""
    doer, passage = candidate.doer, candidate.passage
    if doer is None or not doer.is_any({"force"}) or not any(len(actor.code) == _STATE_CODE for actor in doer.actors):
        return False
    taken = next((party for party in candidate.objects if party.preposition is None), None)
    if taken is None:
        return False
    return passage.text[taken.start - passage.start : taken.end - passage.start].lower().endswith(_TAKEN)


def _goes_in(candidate: Candidate) -> bool:
    """Whether an army is sent into ground that is not its own: "sent troops into the breakaway region"."""
    passage, roles = candidate.passage, candidate.roles
    if roles is None or candidate.doer is None or not _is_sent(candidate):
        return False
    text = passage.text[candidate.hit.start - passage.start : roles.end - passage.start].lower()
    if any(word in text for word in ("peacekeep", "observer", "police", "aid", "train", "advis")):
        return False
    into = next((party for party in candidate.objects if party.preposition == "into"), None)
    if into is None or not into.is_any({"place", "territory"}):
        return False
    own = {actor.code for actor in candidate.doer.actors}
    return into.place is None or into.place.state is None or into.place.rank > 0 or into.place.state not in own


def _is_sent(candidate: Candidate) -> bool:
    words = candidate.passage.text[candidate.hit.start - candidate.passage.start : candidate.hit.end - candidate.passage.start]
    return words.lower().startswith(("send", "sent"))


def _is_of_guns(candidate: Candidate) -> bool:
    """Whether the fire two sides exchanged was of artillery."""
    passage = candidate.passage
    first, last = passage.token_at(candidate.hit.start), passage.token_at(candidate.hit.end)
    return any(token.low in _GUNS for token in passage.tokens[max(0, first - 2) : last + 3])


def _names_a_settlement(candidate: Candidate) -> bool:
    """Whether those killed were killed in a village or at a post, which was thereby attacked."""
    passage, roles = candidate.passage, candidate.roles
    after = passage.text[candidate.hit.end - passage.start : (roles.end if roles is not None else passage.end) - passage.start]
    return any(word in after.lower() for word in _SETTLEMENTS)


def _with_rifles(candidate: Candidate) -> bool:
    """Whether the words after the verb say that it was done with small arms."""
    passage = candidate.passage
    last = passage.token_at(candidate.hit.end)
    return any(token.low.startswith(_SMALL_ARMS) for token in passage.tokens[last : last + _AFTER])


def _is_a_planted_bomb(passage: Passage, hit: Hit, doer: Party | None) -> bool:
    """Whether a bomb that nobody dropped went off: "a bomb exploded at a bus terminal"."""
    if doer is None or doer.actors or not passage.start <= doer.start < passage.end:
        return False
    words = passage.text[doer.start - passage.start : doer.end - passage.start].lower().split()
    verb = passage.text[hit.start - passage.start : hit.end - passage.start].lower()
    return bool(words) and words[-1] in {"bomb", "bombs"} and words[:1] != ["glide"] and verb.startswith(_WENT_OFF)


def _is_a_scuffle(passage: Passage, parties: tuple[Party | None, ...]) -> bool:
    """Whether a crowd or the police are one side of a clash."""
    for party in parties:
        if party is None:
            continue
        words = passage.text[party.start - passage.start : party.end - passage.start].lower()
        if words.rstrip("s").endswith(_CROWDS):
            return True
    return False


def _up_to_clause_end(words: list[str]) -> list[str]:
    """The words of the noun phrase after a preposition."""
    for index, word in enumerate(words):
        if word in {",", ";", ":", "and", "that", "which", "who", "in", "near", "after", "last", "was", "is", "has", "had"}:
            return words[:index]
    return words

"""What is done by hand and not by an army's weapons: bombers who blow themselves up, men shot in the street, attacks on a parliament or a church."""

from __future__ import annotations

from typing import Final

from briefing_tui.extracting.events.candidates import Candidate
from briefing_tui.extracting.events.participants import Party
from briefing_tui.extracting.passages import Passage

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
_AFTER: Final = 8
"""Tokens after an attack noun within which what was attacked is named."""


def by_hand(candidate: Candidate) -> str:
    """The action of a candidate whose words an army's blow shares with a bomber's or a gunman's."""
    passage, hit, action = candidate.passage, candidate.hit, candidate.action
    doer, objects, weapons = candidate.doer, candidate.objects, candidate.weapons
    if action not in _ARMED_ACTIONS:
        return action
    first, last = passage.token_at(hit.start), passage.token_at(hit.end)
    near = {token.low for token in passage.tokens[max(0, first - 2) : last]}
    if "suicide" in near and not near & {"drone", "drones", "uav", "boat", "boats"}:
        return "other"
    if hit.entry.key in _SHOT:
        victim = next((party for party in objects if party.preposition is None), None)
        armed = doer is not None and doer.is_any({"aircraft", "munition", "armour", "warship"})
        if not armed and not weapons and victim is not None and victim.is_any({"people"}) and not victim.is_any({"force"}):
            return "other"
    if hit.entry.key in _SCUFFLES and _is_a_scuffle(passage, (doer, *objects)):
        return "other"
    words = passage.text[hit.start - passage.start : hit.end - passage.start].lower()
    if doer is None and not weapons and words.endswith(_ATTACK_WORDS) and " " not in words:
        following = [token.low for token in passage.tokens[last : last + _AFTER]]
        if following[:1] in (["on"], ["at"], ["against"]) and _GATHERINGS & set(_up_to_clause_end(following)):
            return "other"
    return action


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

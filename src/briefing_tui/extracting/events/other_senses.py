"""Words of war in sentences about something else: a hospital on alert for influenza, a price offensive, airspace closed by ash."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.events.candidates import WEAPONS
from briefing_tui.extracting.events.participants import Party
from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.scan import Hit
from briefing_tui.model.patterns import compile_later

_OTHER_TOPICS: Final = {
    "mobilisation": compile_later(r"\b(?:influenza|flu|measles|cholera|virus|wildfires?|hurricane|floods?|heatwave|heat wave|snow|firefighters)\b"),
    "air_alert": compile_later(r"\b(?:volcan\w+|ash|snow|fog|weather|outage|power cut|solar|debate|controllers)\b"),
    "air_defence_intercept": compile_later(r"\b(?:disarmament|decommission\w+|scrapp\w+|dismantl\w+|destruction programme)\b"),
    "prisoner_exchange": compile_later(r"\b(?:parole|on bail|courts? (?:released|freed)|courts released|serving (?:his|her|their) sentences?)\b"),
    "abduction": compile_later(r"\b(?:custody (?:quarrel|battle|dispute|row)|operas?|novels?|films?|plays?|salzburg|by (?:his|her|their) (?:own )?(?:father|mother))\b"),
    "strike": compile_later(r"\b(?:box office|opinion polls|film crew|fireworks|baggage handlers|staff shortages)\b"),
}  # fmt: skip
"""What a sentence is about in which the words of an action mean no act of conflict."""
_HISTORY: Final = compile_later(
    r"\b(?:World War (?:I|II|One|Two|1|2)|(?:First|Second) World War|Imperial Japan\w*|Nazi Germany|the Nazis|American Civil War|Ottoman Empire|Iwo Jima|Vietnam War|Korean War|(?:in|of|,) 1[5-8]\d\d|(?:in|of|,) 19[0-3]\d)\b"
)
"""Wars that are told as history."""
_BILLS: Final = compile_later(
    r"\bH\.? ?R\.? ?\d|\bS\.? \d{2,}|\blegislation\b|\b(?:Joint|Concurrent) Resolution\b|\bnational emergency\b"
)
_BY_LAW: Final = frozenset({"withdrawal", "troop_deployment", "mobilisation", "abduction"})
"""Actions that bills and orders speak of at large: "a bill to fund the withdrawal", "a national emergency over hostage-taking"."""
_STANDING: Final = frozenset({"force", "station", "center", "centre", "site", "plan", "plans", "exercise"})
_ARRESTS: Final = compile_later(r"(?:arrest|detain|round|took|imprison)")
_UNREST: Final = compile_later(
    r"\b(?:protest\w*|rall(?:y|ies)|demonstrat\w+|unrest|opposition|activists?|dissidents?|dissent|crackdown|journalists?|militants?|gunmen|separatists?|coup|raids?|plot\w*|curfew|regime|junta)\b",
    re.IGNORECASE,
)
_CIVILIANS: Final = (
    "refugees",
    "migrants",
    "civilians",
    "people",
    "families",
    "trucks",
    "lorries",
    "residents",
    "villagers",
    "pilgrims",
    "tourists",
    "aid workers",
)
_RELIEF: Final = compile_later(r"\b(?:aid|relief|humanitarian|food) (?:convoys?|trucks?)\b")
_COMPOUNDS: Final = frozenset(
    "debate rules rule tax taxes bill book books salad engine engines lecture scene scenes cover covers fair mentality film films museum exhibition"
    " photographs photos stamps toys games choir band orchestra licence permit fees quota".split(" ")
)
"""Nouns that make of the word of war before them another thing: "airspace rules", "fire engines", "exercise books"."""
_IN_WORDS: Final = frozenset({"strike_by", "bomb"})
_SPEAKERS: Final = (
    "newspaper",
    "daily",
    "president",
    "minister",
    "spokesman",
    "spokeswoman",
    "party",
    "lawmaker",
    "senator",
    "media",
)
_HOSED: Final = frozenset({"vessel", "warship", "police", "protest", "force", "waters"})
_TAKEN: Final = frozenset({"loss_of"})
_WITH_ARMS: Final = frozenset({"munition", "sea_drone", "aircraft", "armour", "device", "weapon", "weapon_rule", "warship"})
_OF_ARMS: Final = frozenset({"first_use", "no_limits"})
_LANDING: Final = frozenset({"in", "at", "on", "near", "off", "by", "there", "outside"})


def is_other_verb_sense(passage: Passage, hit: Hit, following: str, doer: Party | None, sufferers: tuple[Party, ...]) -> bool:
    """Whether a verb with these parties means no act of conflict here."""
    if following == "no" or _is_other_topic(passage, str(hit.entry.get("action"))):
        return True  # "sent no troops"
    if _HISTORY.search(passage.text):
        return True
    if hit.entry.key == "land_men" and following not in _LANDING:
        return True  # "landed a contract"
    if hit.entry.key == "kill_strike" and doer is not None and _is_unsure(passage, doer):
        return True
    if sufferers and _after(passage, sufferers[0].end) in _COMPOUNDS:
        return True
    words = passage.text[doer.start - passage.start : doer.end - passage.start].lower() if doer is not None else ""
    if hit.entry.get("action") in {"ground_assault", "territory_change"} and (
        words.endswith(_CIVILIANS) or _RELIEF.search(words)
    ):
        return True  # "refugees crossed into"
    if hit.entry.key == "police_kill" and _ARRESTS.match(passage.text[hit.start - passage.start :].lower()):
        return not any(party.is_any({"protest"}) for party in sufferers) and not _UNREST.search(passage.text)
    if hit.entry.key not in _IN_WORDS or doer is None:
        return False
    gap = passage.text[doer.end - passage.start : max(hit.start, doer.end) - passage.start].lower().split()
    return _is_verbal(passage, doer, next((word for word in gap[:4] if word in _SPEAKERS), words), sufferers)


def _is_unsure(passage: Passage, doer: Party) -> bool:
    """Whether who killed is a state or movement only meant, not named, or an adjective of the blow that follows ("by Ruritanian shelling")."""
    if doer.is_any({"force", "armed", "armour", "police"} | WEAPONS) or doer.mention is None:
        return False
    if doer.mention.adjective:
        return any(0 < hit.start - doer.end <= 1 for hit in passage.of("event"))
    return doer.mention.kind != "name"


def _is_verbal(passage: Passage, doer: Party, words: str, sufferers: tuple[Party, ...]) -> bool:
    """Whether it is words that somebody attacks with: a person or a newspaper whose object is no place, thing or crowd."""
    spoken = doer.is_any({"person"}) or words.endswith(_SPEAKERS) or (doer.mention is not None and doer.mention.kind == "medium")
    if not spoken or any(party.is_any(WEAPONS) for party in sufferers) or passage.of("weapon"):
        return False
    direct = [party for party in sufferers if party.preposition is None]
    return not any(
        (party.place is not None and party.place.rank > 0) or party.is_any({"site", "territory", "people", "vessel", "force"})
        for party in direct
    )


def is_other_noun_sense(passage: Passage, hit: Hit, following: str, near: list[Party]) -> bool:
    """Whether a noun means no act of conflict here: a title, a compound, leaving a bloc of states, the first use of coffee."""
    if (
        following in _COMPOUNDS
        or _HISTORY.search(passage.text)
        or _is_other_topic(passage, str(hit.entry.get("action")))
        or _is_title(passage, hit)
    ):
        return True
    if hit.entry.get("action") in _BY_LAW and _BILLS.search(passage.text):
        return True
    if hit.entry.get("action") == "mobilisation" and hit.how == "noun" and following in _STANDING:
        return True
    if hit.entry.key == "massacre_noun" and not passage.dates:
        return passage.text[hit.start - passage.start : hit.end - passage.start].lower().endswith(("massacres", "killings"))
    if hit.entry.key == "water_cannon":
        return not any(thing.entry.get("class") in _HOSED for thing in passage.of("thing"))
    if hit.entry.key in _TAKEN:
        return not near or near[0].preposition != "of"
    if hit.entry.key in _OF_ARMS:
        return not passage.of("weapon") and not any(thing.entry.get("class") in _WITH_ARMS for thing in passage.of("thing"))
    if hit.entry.key == "withdrawal_noun":
        return bool(near) and bool(near[0].actors) and near[0].preposition == "from" and _is_bloc(near[0])
    return False


def _is_bloc(party: Party) -> bool:
    """Whether one leaves it as a member, and not as an army a place."""
    return party.classes <= {"actor"} and party.actors[0].code.startswith("org:")


def _is_other_topic(passage: Passage, action: str) -> bool:
    topic = _OTHER_TOPICS.get(action)
    return topic is not None and topic.search(passage.text.lower()) is not None


def _is_title(passage: Passage, hit: Hit) -> bool:
    """Whether the noun stands in the title of a work: "the board game The Siege"."""
    before = passage.text[: hit.start - passage.start]
    return before.endswith(" The ") and passage.text[hit.start - passage.start].isupper()


def _after(passage: Passage, end: int) -> str:
    index = passage.token_at(end)
    return passage.tokens[index].low if index < len(passage.tokens) and passage.tokens[index].start - end <= 1 else ""

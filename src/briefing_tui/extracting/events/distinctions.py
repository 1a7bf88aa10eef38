"""What tells two like events of a text apart: another weapon, another time, another target, one more by count, a threat and a deed."""

from __future__ import annotations

from datetime import date
from typing import Final

from briefing_tui.extracting.events.participants import Party
from briefing_tui.extracting.events.party_words import IRREGULARS
from briefing_tui.extracting.events.told import Told
from briefing_tui.model import DateValue

_ORDINALS: Final = frozenset({"second", "third", "fourth", "fifth", "another", "further", "separate", "fresh"})
_ANAPHOR_PASSAGES: Final = 4
_LONG_AGO: Final = 15
"""Days before the text's own day from which an event is background and not the news."""
_TO_COME: Final = frozenset({"anticipated", "planned"})
_BATTLES: Final = frozenset({"fighting", "clash", "clash_verb", "exchange_fire"})
_BY_HAND: Final = frozenset({"shoot", "kill_strike", "massacre", "killing_people", "clash", "clash_verb"})
_OUTCOMES: Final = frozenset(
    "damaged destroyed killed wounded injured flattened levelled leveled gutted wrecked razed obliterated devastated".split(" ")
)
_RAIDING: Final = frozenset({"torch_by", "torch", "kill_strike", "shoot", "destroy", "set_fire", "open_fire"})
_RAIDS: Final = frozenset({"ground_assault", "strike", "other", "abduction"})
_RAID_PASSAGES: Final = 2
_THINGS: Final = frozenset({"site", "vessel", "warship"})
_VAGUE: Final = frozenset(
    "target targets site sites facility facilities infrastructure area areas position positions city town village object objects building buildings base bases".split(
        " "
    )
)
"""Words for what was hit that a text uses again for the same thing."""


def are_apart(known: Told, one: Told, published: str | None) -> bool:
    """Whether the two, alike in action, actor and place, are told as different events."""
    if (known.modality.modality in _TO_COME) != (one.modality.modality in _TO_COME):
        return True
    if _is_old(known.date, published) != _is_old(one.date, published) and (known.date is None or one.date is None):
        dated, other = (known, one) if known.date is not None else (one, known)
        if dated.candidate.roles is not None or other.candidate.roles is not None:
            return True
    if _is_battle(known) != _is_battle(one) and one.candidate.roles is not None:
        return known.candidate.passage is not one.candidate.passage
    if known.action == one.action == "other" and (known.candidate.hit.entry.key in _BY_HAND) != (
        one.candidate.hit.entry.key in _BY_HAND
    ):
        return known.candidate.passage is not one.candidate.passage and one.candidate.roles is not None
    return _of_own_weapon(known, one) or _on_other_things(known, one)


def is_outcome(one: Told) -> bool:
    """Whether it only tells what was left of a place that something hit: "two schools were damaged"."""
    candidate = one.candidate
    if candidate.roles is None or not candidate.roles.passive or candidate.roles.agent is not None:
        return False
    passage = candidate.passage
    return passage.text[candidate.hit.start - passage.start : candidate.hit.end - passage.start].lower() in _OUTCOMES


def is_same_raid(known: Told, one: Told) -> bool:
    """Whether "the attackers", a sentence or two on, do more of what they were told to do: "The gunmen burned houses"."""
    candidate = one.candidate
    doer, passage = candidate.doer, candidate.passage
    if candidate.roles is None or doer is None or candidate.hit.entry.key not in _RAIDING or known.action not in _RAIDS:
        return False
    if not 0 <= passage.index - known.candidate.passage.index <= _RAID_PASSAGES:
        return False
    before = passage.text[: doer.start - passage.start].lower().rstrip()
    words = passage.text[doer.start - passage.start : doer.end - passage.start].lower()
    return words.endswith(IRREGULARS) and (before.endswith("the") or words.startswith("the "))


def is_news(value: DateValue | None, published: str | None) -> bool:
    """Whether a date lies within the days before the text's own."""
    return value is not None and value.last is not None and published is not None and not _is_old(value, published)


def _is_battle(one: Told) -> bool:
    """Whether it tells that two sides fought, without saying who struck whom."""
    passage, hit = one.candidate.passage, one.candidate.hit
    words = passage.text[hit.start - passage.start : hit.end - passage.start].lower()
    return hit.entry.key in _BATTLES or words.endswith(("fighting", "clashes"))


def _is_old(value: DateValue | None, published: str | None) -> bool:
    if value is None or value.last is None or published is None:
        return False
    try:
        return (date.fromisoformat(published[:10]) - date.fromisoformat(value.last)).days > _LONG_AGO
    except ValueError:
        return False


def _of_own_weapon(known: Told, one: Told) -> bool:
    """Whether one sentence goes on to tell in full of one weapon more: "… its biggest strike, and a missile that slammed into Sumy killed 11"."""
    candidate = one.candidate
    if candidate.passage is not known.candidate.passage or candidate.roles is None or candidate.hit.how.endswith(".ing"):
        return False
    doer = candidate.doer
    if doer is None or not doer.is_any({"munition", "sea_drone"}) or one.place is None or one.place.rank == 0:
        return False
    words = candidate.passage.text[: doer.end - candidate.passage.start].lower().split()[-4:]
    return known.place is not None and any(word in {"a", "an", "another", "one"} for word in words)


def _thing_hit(one: Told) -> Party | None:
    """What a verb says was hit: its target or its first object, when that is a thing and not a town or a state."""
    named = (one.target, *(one.candidate.objects[:1] if one.candidate.roles is not None else ()))
    return next((party for party in named if party is not None and party.is_any(_THINGS)), None)


def _on_other_things(known: Told, one: Told) -> bool:
    """Whether two sentences each name a thing that was hit, and the things are not the same: "a tent", "a power station"."""
    left, right = _thing_hit(known), _thing_hit(one)
    if left is None or right is None:
        return False
    passage = one.candidate.passage
    if passage is known.candidate.passage or known.heading or not passage.start <= right.start < passage.end:
        return False
    told = known.candidate.passage
    if not told.start <= left.start < told.end:
        return False
    words = {told.text[left.start - told.start : left.end - told.start].lower().rpartition(" ")[2].rstrip("s")}
    again = passage.text[right.start - passage.start : right.end - passage.start].lower()
    before = passage.text[: right.start - passage.start].lower().rstrip()
    head = again.rpartition(" ")[2]
    if any(word.isdigit() for word in before.split()[-2:]) and head.endswith("s") and head.rstrip("s") not in words:
        return True  # "50 targets" after "a tent"
    definite = before.endswith(("the", "this", "that", "its", "their")) or again.startswith("the ")
    return head.rstrip("s") not in words and head not in _VAGUE and not definite


def is_further(one: Told) -> bool:
    """Whether the words themselves count it as one more: "a third strike", "a hotel was also hit"."""
    candidate = one.candidate
    passage = candidate.passage
    first = passage.token_at(candidate.hit.start)
    before = {token.low for token in passage.tokens[max(0, first - 3) : first]}
    if candidate.roles is None:
        return bool(before & _ORDINALS) and candidate.rule != "reference"
    opening = passage.token_at(candidate.start)
    counted = {token.low for token in passage.tokens[max(0, opening - 1) : first]}
    return bool(before & {"also", "later"} or counted & _ORDINALS or passage.tokens[opening - 1 if opening else 0].low == "one")


def is_new(known: Told, one: Told) -> bool:
    """Whether a later sentence tells in full, with its own actor and its own indefinite target, what has no place of its own: another event."""
    candidate = one.candidate
    if candidate.roles is None or one.doer.span is None or known.heading or known.candidate.passage is candidate.passage:
        return False
    if one.action != "strike" or known.place is None or known.place.rank == 0 or one.target is None:
        return False
    passage = candidate.passage
    before = passage.text[: one.target.start - passage.start].lower().rstrip()
    words = passage.text[one.target.start - passage.start : one.target.end - passage.start].lower()
    return (
        one.target.is_any({"site", "vessel", "warship"})
        and not before.endswith(("the", "this", "that"))
        and not words.startswith("the ")
    )


def other_weapon(known: Told, one: Told) -> bool:
    """Whether a first use is of another weapon than the one known."""
    if one.action != "weapon_first_use":
        return False
    left, right = known.candidate, one.candidate
    if not left.weapons or not right.weapons or left.passage is not right.passage:
        return False
    return left.weapons[0].start != right.weapons[0].start


def other_means(known: Told, one: Told) -> bool:
    """Whether one was done from the ground and the other from the air: "shelling hit the market; an airstrike damaged a ward"."""
    if known.action != "strike" or known.heading or known.candidate.roles is not None or one.candidate.roles is not None:
        return False
    keys = {known.candidate.hit.entry.key, one.candidate.hit.entry.key}
    return keys == {"air_strike", "shelling"}


def same_weapon(known: Told, one: Told) -> bool:
    """Whether "the rocket" is the one told of a few sentences before."""
    doer = one.candidate.doer
    passage = one.candidate.passage
    if doer is None or one.action != "strike" or doer.actors or not doer.is_any({"munition"}):
        return False
    if passage.index - known.candidate.passage.index > _ANAPHOR_PASSAGES:
        return False
    before = passage.text[: doer.start - passage.start].lower().rstrip()
    word = passage.text[doer.start - passage.start : doer.end - passage.start].lower().rpartition(" ")[2]
    told = known.candidate
    return (
        before.endswith("the")
        and word in told.passage.text[told.start - told.passage.start : told.end - told.passage.start].lower()
    )

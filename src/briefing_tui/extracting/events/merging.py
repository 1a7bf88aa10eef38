"""One record per event: later mentions of an event become further evidence of it."""

from __future__ import annotations

from datetime import date
from typing import Final

from briefing_tui.extracting.events.distinctions import (
    are_apart,
    is_further,
    is_new,
    is_news,
    is_outcome,
    is_same_raid,
    other_means,
    other_weapon,
    same_weapon,
)
from briefing_tui.extracting.events.locations import Location
from briefing_tui.extracting.events.retellings import is_retold
from briefing_tui.extracting.events.rivals import STANDING
from briefing_tui.extracting.events.told import Told
from briefing_tui.model import DateValue

_NIGHT: Final = 2
"""Days that an event told for one night may span."""
_MANY: Final = frozenset({"bombing", "shelling", "strike_noun", "air_strike", "missile_strike", "drone_strike"})
_AREAS: Final = frozenset({"crimea", "donbas", "donbass"})
_FEW: Final = 2
_FAMILIES: Final[dict[str, str]] = {
    "strike": "attack",
    "ground_assault": "attack",
    "naval_incident": "attack",
    "targeted_killing": "attack",
    "sabotage": "attack",
    "invasion": "attack",
    "weapon_first_use": "attack",
    "missile_test": "launch",
    "territory_change": "capture",
}


def merge_told(told: list[Told], published: str | None = None) -> list[Told]:
    """The distinct events among `told`, in text order, each with its repetitions; `published` tells the news from what is past."""
    events: list[Told] = []
    dated = [one for one in told if one.date is not None]
    if len(dated) > _FEW and not any(is_news(one.date, published) for one in dated):
        published = None  # an account of the past: dates do not tell background from news
    for one in told:
        known = next((event for event in _latest_first(events, one) if _same(event, one, published)), None)
        if known is not None:
            _absorb(known, one)
        elif one.candidate.rule != "reference" or (
            one.action != "invasion" and one.place is not None and one.place.rank == 2 and one.candidate.score >= 1
        ):
            events.append(one)
    return events


def _latest_first(events: list[Told], one: Told) -> list[Told]:
    """The events by when they were begun; for a mention that only points back ("the attack") by when they were last told of."""
    if one.candidate.rule != "reference":
        return events[::-1]
    return sorted(events, key=lambda event: max(told.candidate.start for told in (event, *event.repeats)), reverse=True)


def _absorb(known: Told, one: Told) -> None:
    known.repeats.append(one)
    if known.place is None or (known.heading and one.place is not None and one.place.rank > known.place.rank):
        known.place = one.place or known.place
    if known.date is None and not (one.candidate.rule == "reference" and one.date is not None and one.date.precision == "year"):
        known.date, known.date_rule = one.date, one.date_rule
    if not known.doer.actors or (known.doer.span is None and one.doer.span is not None):
        known.doer = one.doer if one.doer.actors else known.doer
    if not known.targets:
        known.targets, known.target, known.target_rule = one.targets, one.target, one.target_rule


def _same(known: Told, one: Told, published: str | None) -> bool:
    left, right = _FAMILIES.get(known.action, known.action), _FAMILIES.get(one.action, one.action)
    if one.candidate.rule == "reference":
        if one.candidate.hit.entry.key == "suicide_bombing" and left == "attack":
            return one.date is None or known.date is None or dates_fit(known.date, one.date)
        if left != right and not (right == "attack" and known.action in {"other", "airspace_violation"}):
            return False
        if one.candidate.hit.entry.category == "event" and known.action != one.action:
            return False
        return one.date is None or known.date is None or dates_fit(known.date, one.date)
    if is_same_raid(known, one) and (one.place is None or known.place is None or _alike(known.place, one.place)):
        return True
    if one.candidate.rule == "further-target":
        return False
    if is_retold(known, one) and not is_further(one) and not are_apart(known, one, published):
        return True
    if known.action != one.action:
        return False
    if is_outcome(one) and one.candidate.passage.index - known.candidate.passage.index <= 1:
        near = one.candidate.passage is known.candidate.passage
        if near or one.place is None or one.place.rank == 0:
            return True
    if _is_campaign(known) and _is_campaign(one):
        return _same_campaign(known, one)
    if same_weapon(known, one):
        return known.date is None or one.date is None or dates_fit(known.date, one.date)
    if not _actors_fit(known, one) or not _place_fits(known, one) or other_weapon(known, one) or other_means(known, one):
        return False
    if known.date is not None and one.date is not None and not dates_fit(known.date, one.date):
        return False
    same_place = known.place is not None and one.place is not None and _alike(known.place, one.place)
    if same_place:
        return True
    if is_further(one) or is_new(known, one) or are_apart(known, one, published):
        return False
    if one.place is None or one.place.rank == 0 or (one.place.rank == 1 and known.place is not None and known.place.rank == 2):
        if one.date is not None and known.date is not None:
            return True
        return one.date is None or known.date is None
    # a specific place where the known event has none: the same event only if told by the same headline or the same sentence
    return known.heading or known.candidate.passage is one.candidate.passage


def _is_campaign(one: Told) -> bool:
    """Whether a plural noun tells of many blows at once: "Houthi attacks on shipping"."""
    candidate = one.candidate
    if candidate.roles is not None or candidate.hit.entry.key not in _MANY or candidate.rule.startswith("listed"):
        return False
    passage = candidate.passage
    return (
        passage.text[candidate.hit.start - passage.start : candidate.hit.end - passage.start]
        .lower()
        .endswith(("attacks", "strikes", "raids", "bombardments", "bombings"))
    )


def _same_campaign(known: Told, one: Told) -> bool:
    if known.codes and one.codes and known.codes != one.codes:
        return False
    if (known.place is not None and known.place.rank == 2) != (one.place is not None and one.place.rank == 2):
        return False
    elsewhere = known.place is not None and one.place is not None and not _alike(known.place, one.place)
    if (
        elsewhere
        and known.place is not None
        and one.place is not None
        and (known.place.state != one.place.state or 2 in {known.place.rank, one.place.rank})
    ):
        return False
    left, right = {actor.code for actor in known.targets}, {actor.code for actor in one.targets}
    if left and right and not left & right:
        return False
    return (
        known.date is None
        or one.date is None
        or dates_fit(known.date, one.date)
        or not (_is_short(known.date) and _is_short(one.date))
    )


def _actors_fit(known: Told, one: Told) -> bool:
    if not known.codes or not one.codes or known.codes == one.codes:
        return True
    if known.heading and (known.doer.span is None or one.doer.span is None):
        return True
    kinds = {code.partition(":")[0] for code in known.codes}, {code.partition(":")[0] for code in one.codes}
    if kinds in (({"group"}, {"org"}), ({"org"}, {"group"})):
        return True  # "the insurgents" and the movement they belong to
    both = known.codes | one.codes
    return bool(known.codes & one.codes) and not any(left in both and right in both for left, right in STANDING)


def _place_fits(known: Told, one: Told) -> bool:
    if known.place is None or one.place is None:
        return True
    if _alike(known.place, one.place):
        return True
    if known.place.state and one.place.state and known.place.state != one.place.state:
        return False
    if (
        {known.place.rank, one.place.rank} == {1, 2}
        and (_is_area(known.place) if known.place.rank == 1 else _is_area(one.place))
        and known.candidate.passage is not one.candidate.passage
        and known.codes == one.codes
        and known.codes
        and known.place.state == one.place.state
    ):
        return True
    return 0 in {known.place.rank, one.place.rank}


def _is_area(place: Location) -> bool:
    """Whether a region's name can mean no town: Ukraine's regions are named after their capitals, "Kharkiv", "Zaporizhzhia"."""
    name = place.name.lower()
    return place.state != "UKR" or name in _AREAS or " " in name


def _alike(left: Location, right: Location) -> bool:
    a, b = left.name.lower(), right.name.lower()
    return a == b or a in b or b in a


def dates_fit(left: DateValue, right: DateValue) -> bool:
    """Whether two dates can be of one event: the same days, or a night and its morning; a day is not the months around it."""
    if left.first is None or right.first is None or left.last is None or right.last is None:
        return True
    if (left.first, left.last) == (right.first, right.last):
        return True
    return left.first <= right.last and right.first <= left.last and _is_short(left) and _is_short(right)


def _is_short(value: DateValue) -> bool:
    first, last = date.fromisoformat(str(value.first)), date.fromisoformat(str(value.last))
    return (last - first).days <= _NIGHT

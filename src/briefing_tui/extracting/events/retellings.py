"""What shows that a later sentence tells a known event again although actor, place or action are read otherwise there."""

from __future__ import annotations

from typing import Final

from briefing_tui.extracting.events.told import Told

_NEAR: Final = 3
"""Passages between a killing and the strike that did it."""
_BOMBERS: Final = frozenset({"suicide_bombing", "suicide_bomber", "infernal", "assassination", "kill_leader", "killing_noun"})
_WORDS: Final = 2
"""Words of a target that must agree ("the military detachment")."""


def is_retold(known: Told, one: Told) -> bool:
    """Whether the two are one event by their kind: drills, crossings of airspace, a killing and its strike, the same target hit."""
    if not _dates_agree(known, one):
        return False
    beside = one.candidate.passage.index - known.candidate.passage.index <= 1
    if beside and known.candidate.hit.entry.key == "suicide_bombing" and one.candidate.hit.entry.key == "suicide_bomber":
        return not _is_plural(known)
    if _elsewhere(known, one):
        return False
    if known.action == one.action == "exercise":
        return one.candidate.roles is None and one.date is None
    if known.action == one.action == "airspace_violation":
        left, right = ({actor.code for actor in told.targets} for told in (known, one))
        return not (left and right and not left & right) and one.candidate.passage is not known.candidate.passage
    if known.action == one.action == "withdrawal":
        return known.candidate.hit.entry.key == one.candidate.hit.entry.key and _are_bands(known) and _are_bands(one)
    if known.action == one.action == "targeted_killing" and known.date is not None and one.date is not None:
        return bool(known.codes & one.codes)
    if {known.action, one.action} == {"targeted_killing", "strike"}:
        near = abs(one.candidate.passage.index - known.candidate.passage.index) <= _NEAR
        shared = {actor.code for actor in known.targets} & {actor.code for actor in one.targets}
        return near and (known.place is None or one.place is None) and bool(shared) and _same_doer(known, one)
    if known.action == one.action == "other" and {told.candidate.hit.entry.key for told in (known, one)} <= _BOMBERS:
        return known.place is not None and one.place is not None and not _is_plural(known)
    return known.action == one.action and bool(known.codes) and known.codes == one.codes and _same_target(known, one)


def _dates_agree(known: Told, one: Told) -> bool:
    left, right = known.date, one.date
    if left is None or right is None or left.first is None or right.first is None or left.last is None or right.last is None:
        return True
    return left.first <= right.last and right.first <= left.last


def _elsewhere(known: Told, one: Told) -> bool:
    """Whether both name places and neither name is part of the other."""
    if known.place is None or one.place is None:
        return False
    left, right = known.place.name.lower(), one.place.name.lower()
    return left not in right and right not in left and 0 not in {known.place.rank, one.place.rank}


def _are_bands(told: Told) -> bool:
    """Whether its actors are fighters in the text's own words."""
    return bool(told.codes) and all(code.startswith("group:") for code in told.codes)


def _same_doer(known: Told, one: Told) -> bool:
    return not known.codes or not one.codes or bool(known.codes & one.codes)


def _is_plural(told: Told) -> bool:
    hit = told.candidate.hit
    passage = told.candidate.passage
    return passage.text[hit.start - passage.start : hit.end - passage.start].lower().endswith("s")


def _same_target(known: Told, one: Told) -> bool:
    """Whether both name what was hit in the same two or more words."""
    if known.candidate.passage is one.candidate.passage or known.candidate.roles is None or one.candidate.roles is None:
        return False
    left, right = _target_words(known), _target_words(one)
    return len(left) >= _WORDS and left == right


def _target_words(told: Told) -> list[str]:
    objects = told.candidate.objects
    if not objects:
        return []
    passage = told.candidate.passage
    words = passage.text[objects[0].start - passage.start : objects[0].end - passage.start].lower().split()
    return [word for word in words if word not in {"the", "a", "an", "its", "their"}]

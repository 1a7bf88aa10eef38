"""Which things in a sentence are given: the objects of verbs of giving, what a package includes, what is delivered, what a list holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing_tui.extracting.aid.appearances import only_looks_given
from briefing_tui.extracting.aid.cargo import under_way
from briefing_tui.extracting.aid.chains import Given
from briefing_tui.extracting.aid.contents import contained
from briefing_tui.extracting.aid.context import AidContext
from briefing_tui.extracting.aid.ellipses import gapped, with_elided
from briefing_tui.extracting.aid.handovers import handed_over
from briefing_tui.extracting.aid.item_phrases import Thing
from briefing_tui.extracting.aid.lists import apposed, inverted, listed
from briefing_tui.extracting.aid.objects import objects
from briefing_tui.extracting.aid.purposes import paid_for, trained
from briefing_tui.extracting.aid.readied import readied
from briefing_tui.extracting.aid.subjects import qualified, subjects
from briefing_tui.extracting.aid.verbs import find_verbs
from briefing_tui.extracting.passages import Passage
from briefing_tui.model.patterns import compile_later


def find_given(context: AidContext, passage: Passage, things: Sequence[Thing], earlier: Thing | None = None) -> list[Given]:
    """The things of a passage that one of the frames governs, in text order, each once; `earlier` was given last before it."""
    verbs = find_verbs(passage) if passage.has("aid_verb") else []
    if context.on_subject:
        things = with_elided(passage, list(things), verbs, earlier)
    found: dict[int, Given] = {}
    for rule in _RULES:
        for given in rule(context, passage, things, verbs):
            known = found.get(given.thing.start)
            if known is None or known.confidence < given.confidence:
                found[given.thing.start] = given
    for given in gapped(passage, things, found):
        found[given.thing.start] = given
    kept = [found[start] for start in sorted(found)]
    kept = [given for given in kept if not only_looks_given(context, passage, given, kept)]
    loads = [given for given in kept if given.rule == "cargo"]
    kept = [
        given
        for given in kept
        if given in loads
        or not any(load.thing.start <= given.thing.start and given.thing.end <= load.thing.end for load in loads)
    ]
    kept = [given for given in kept if not _details(passage, given, kept)]
    return [
        given for given in kept if given.rule in {"list-of-aid", "cargo"} or not (given.thing.generic and _alone(given, kept))
    ]


_RULES: Final = (
    listed,
    objects,
    contained,
    apposed,
    handed_over,
    subjects,
    inverted,
    qualified,
    paid_for,
    trained,
    under_way,
    readied,
)


def _details(passage: Passage, given: Given, others: Sequence[Given]) -> bool:
    """Whether a thing only details a counted one before it: "70,000 munitions, including mortar bombs and grenades"."""
    thing = given.thing
    if thing.quantity is not None or thing.named or thing.item_class in {"humanitarian", "medical", "energy", "equipment"}:
        return False
    counted = next(
        (other.thing for other in reversed(others) if other.thing.end <= thing.start and other.thing.quantity is not None), None
    )
    return (
        counted is not None
        and _INCLUDING.fullmatch(passage.text, counted.end - passage.start, thing.start - passage.start) is not None
    )


_INCLUDING: Final = compile_later(
    r",? (?:including|among them|such as|both|some of them|most of them|mostly|mainly) (?:[a-z-]+(?: [a-z-]+){0,3}(?:,| and|, and) )*"
)


def _alone(given: Given, others: Sequence[Given]) -> bool:
    """Whether a word as general as "weapons" stands by itself or only with its like, so that it names no item."""
    return not any(other.rule == given.rule and not other.thing.generic for other in others)

"""Numbers that stand for a thing named before them: "another 35,000 are due", "Slovakia sent 13", "and Poland 14"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from briefing_tui.extracting.aid.chains import Given
from briefing_tui.extracting.aid.item_phrases import Thing
from briefing_tui.extracting.aid.verbs import AidVerb
from briefing_tui.extracting.passages import Passage
from briefing_tui.model import Quantity
from briefing_tui.model.patterns import compile_later

_FURTHER: Final = compile_later(
    r"\b(?:another|an? (?:further|additional|extra|second)|a first|the (?:first|last|remaining|other|next)|further)\s+$",
    re.IGNORECASE,
)
_MORE: Final = compile_later(
    r"\s+(?:more|others|extra|further)\b(?!\s+(?:than|of|[a-z]+(?:s|ed)\b(?<!was)(?<!is)))|\s+of (?:them|these|those)\b",
    re.IGNORECASE,
)
_ENDS: Final = compile_later(
    r"\s*(?:[,.;:)–—]|$)|\s+(?:is|are|was|were|will|would|have|had|has|due|to|in|from|by|last|this|next|and|before|after|on|for|earlier|later|so|already|over|at"
    r"|ordered|delivered|promised|pledged|should|could|may|may be|came|arrived|followed|as|while|but|when|under|expected|since|during|until|through|throughout)\b",
    re.IGNORECASE,
)
_NO_COUNT: Final = compile_later(
    r"(?:%|\b(?:per ?cent|percent|people|years?|days?|weeks?|months?|hours?|km|miles))", re.IGNORECASE
)
_LARGE: Final = 1_000_000


def with_elided(passage: Passage, things: list[Thing], verbs: Sequence[AidVerb], earlier: Thing | None) -> list[Thing]:
    """The things of a passage and the numbers that stand for one of them, or for `earlier`, the last thing given before it."""
    if not passage.quantities or not (things or earlier is not None):
        return things
    added = []
    for number in passage.quantities:
        if number.unit is not None or number.value is None or number.value < 1:
            continue
        if any(thing.start < number.end and number.start < thing.end for thing in things):
            continue
        before = next((thing for thing in reversed(things) if thing.end <= number.start), earlier)
        if before is None or before.item_class in _UNCOUNTED:
            continue
        if number.value >= _LARGE and passage.money:
            continue
        span = _span(passage, number, verbs)
        if span is None:
            continue
        added.append(
            replace(
                before,
                start=span[0],
                end=span[1],
                core=number.start,
                quantity=number,
                weak=False,
                definite=False,
                generic=False,
                handed=False,
                elided=True,
            )
        )
    return sorted([*things, *added], key=lambda thing: thing.start) if added else things


_UNCOUNTED: Final = frozenset({"training", "financial", "other"})


def _span(passage: Passage, number: Quantity, verbs: Sequence[AidVerb]) -> tuple[int, int] | None:
    """Where a number that stands alone begins and ends with its "another" and "more"; None when it counts something else."""
    text, base = passage.text, passage.start
    start, end = number.start - base, number.end - base
    more = _MORE.match(text, end)
    further = _FURTHER.search(text, max(0, start - 20), start)
    if more is not None:
        end = more.end()
    if not _ENDS.match(text, end) or _NO_COUNT.match(text, end + 1):
        return None
    if further is not None:
        return base + further.start(), base + end
    after_verb = any(0 < number.start - verb.end <= _BESIDE and verb.frame in _GIVING and not verb.passive for verb in verbs)
    if after_verb or (more is not None and any(verb.end <= number.start for verb in verbs)) or _follows_actor(passage, number):
        return base + start, base + end
    return None


_BESIDE: Final = 2
_GIVING: Final = frozenset({"give", "promise", "receive", "order"})


def _follows_actor(passage: Passage, number: Quantity) -> bool:
    """Whether a number follows a state's name as the verb is left out: "Germany sent 14 guns and Italy six"."""
    mention = next((mention for mention in passage.mentions if 0 < number.start - mention.end <= _BESIDE), None)
    if mention is None or mention.adjective or mention.possessive or mention.kind not in {"name", "organ"}:
        return False
    lead = passage.text[: mention.start - passage.start].rstrip().lower()
    return lead.endswith((",", ";", " and", " while", " but", " with"))


def gapped(passage: Passage, things: Sequence[Thing], found: dict[int, Given]) -> list[Given]:
    """The numbers that share the verb of the thing they stand for."""
    out: list[Given] = []
    for thing in things:
        if not thing.elided or thing.start in found:
            continue
        model = next(
            (
                found[other.start]
                for other in reversed(things)
                if other.end <= thing.start and other.start in found and other.item_class == thing.item_class
            ),
            None,
        )
        if model is not None and not any(
            token.low in {"already", "own", "remaining"} for token in passage.between(model.thing.end, thing.start)
        ):
            out.append(model._replace(thing=thing, rule="number-alone", confidence=min(model.confidence, 0.7)))
    return out

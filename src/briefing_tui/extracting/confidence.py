"""How likely a record is to be right: signs of it, weighed as `benchmarks/calibrate.py` found them to count.

A record is right when an annotator has it as well and agrees on its key fields (those the scorer calls strict). So 0.8 means
that of ten such records about eight are right in all of them.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from briefing_tui.extracting.confidence_weights import WEIGHTS
from briefing_tui.extracting.passages import Reading
from briefing_tui.extracting.relevance import NEIGHBOURHOOD, weigh
from briefing_tui.model import AidItem, AidPackage, EscalationEvent, Reaction, Record, trigger

REVIEW_BELOW: Final = 0.5
"""Records less likely to be right than wrong ask for review."""
_INDIRECTLY: Final = frozenset({"pronoun", "definite_phrase", "collective", "metonym"})
_LEAST, _MOST = 0.05, 0.98


def rate(record: Record, reading: Reading) -> Record:
    """The record with its confidence, and whether it asks for review. Kinds without weights keep what their rule gave them."""
    weights = WEIGHTS.get(record.kind)
    if weights is None:
        return record
    total = sum(weights.get(name, 0.0) * value for name, value in signs_of(record, reading).items())
    confidence = round(min(_MOST, max(_LEAST, 1 / (1 + math.exp(-total)))), 2)
    return replace(record, confidence=confidence, needs_review=confidence < REVIEW_BELOW)


def signs_of(record: Record, reading: Reading) -> dict[str, float]:
    """What speaks for or against a record, each as a number of about 0 to 1; `always` is the constant."""
    relevance = weigh(reading)
    span = trigger(record)
    passage = reading.passage_at(span.start)
    near = 0.0 if passage is None else relevance.around(passage.index, NEIGHBOURHOOD)
    return {
        "always": 1.0,
        "rule": record.confidence,
        "page": min(relevance.page, 24.0) / 24,
        "near": min(near, 15.0) / 15,
        "news": float(relevance.news),
        "asserted": float(record.modality == "asserted"),
        "long_sentence": 0.0 if passage is None else min(len(passage.tokens), 60) / 60,
        "heading": float(passage is not None and passage.block.kind == "heading"),
        "retold": float(sum(part.role == "trigger" for part in record.evidence) > 1),
        **(_SIGNS[record.kind](record) if record.kind in _SIGNS else {}),
    }


def _of_package(record: Record) -> dict[str, float]:
    assert isinstance(record, AidPackage)
    return {
        "amount": float(record.amount is not None),
        "donor": float(bool(record.donors)),
        "recipient": float(bool(record.recipients)),
        "several": float(len(record.donors) > 1 or len(record.recipients) > 1),
        "scope": float(record.scope != "package"),
        "mechanism": float(record.mechanism is not None),
        "indirect": float(any(actor.via in _INDIRECTLY for actor in (*record.donors, *record.recipients))),
    }


def _of_item(record: Record) -> dict[str, float]:
    assert isinstance(record, AidItem)
    return {
        "quantity": float(record.quantity is not None),
        "named": float(record.designation is not None),
        "package": float(record.package is not None),
        "donor": float(bool(record.donors)),
        "recipient": float(bool(record.recipients)),
        "listed": float(any(part.rule in {"list-of-aid", "included-in-aid", "inverted-list"} for part in record.evidence)),
    }


def _of_reaction(record: Record) -> dict[str, float]:
    assert isinstance(record, Reaction)
    return {
        "actor": float(bool(record.actors)),
        "several": float(len(record.actors) > 1),
        "person": float(record.person is not None),
        "indirect_actor": float(any(actor.via in _INDIRECTLY for actor in record.actors)),
        "group": float(any(actor.code.startswith("group:") for actor in record.actors)),
        "act": float(record.action is not None),
        "quoted": float(record.quote is not None),
        "neutral": float(record.stance == "neutral"),
        "cue": float(any(part.role == "stance_cue" for part in record.evidence)),
    }


def _of_event(record: Record) -> dict[str, float]:
    assert isinstance(record, EscalationEvent)
    return {
        "actor": float(bool(record.actors)),
        "target": float(bool(record.targets)),
        "place": float(record.place is not None),
        "date": float(record.date is not None),
        "noun": float(any(part.rule.endswith("-noun") for part in record.evidence)),
        "strike": float(record.action == "strike"),
        "other": float(record.action == "other"),
        "losses": float(record.killed is not None or record.injured is not None),
        "indirect_actor": float(any(actor.via in _INDIRECTLY for actor in record.actors)),
    }


_SIGNS: Final[dict[str, Callable[[Record], dict[str, float]]]] = {
    "aid_package": _of_package,
    "aid_item": _of_item,
    "reaction": _of_reaction,
    "escalation_event": _of_event,
}

"""Which mentions of aid are one package: the same amount again, aid in general after its amount, a cut told twice."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from briefing_tui.extracting.aid.context import NOBODY
from briefing_tui.extracting.aid.drafts import Draft
from briefing_tui.extracting.aid.givers import NEIGHBOURS

REMEMBERED: Final = 300
"""Packages among which the same one, told again, is looked for."""


def same_package(drafts: list[Draft], draft: Draft) -> Draft | None:
    """The earlier draft that tells of the same package, if one does."""
    if draft.definite:
        for other in reversed(drafts):
            if other.scope == "package" and draft.passage.index - other.passage.index <= 6:
                return other
        return None
    if draft.general:
        return next((other for other in reversed(drafts) if _may_be_one(draft, other)), None)
    if draft.rule == "aid-held-up" and draft.verb is not None:
        told = next((other for other in reversed(drafts) if _is_cut_again(draft, other)), None)
        if told is not None:
            return told
    for other in reversed(drafts):
        if draft.money is not None and other.money is not None:
            if (
                draft.money.amount == other.money.amount
                and draft.money.currency == other.money.currency
                and (
                    not draft.donors.actors
                    or not other.donors.actors
                    or not draft.donors.near
                    or not other.donors.near
                    or bool(draft.donors.codes & other.donors.codes)
                )
                and (draft.scope == other.scope or draft.passage is not other.passage)
                and not (draft.passage is other.passage and draft.scope == "component" and other.scope == "component")
            ):
                return other
        elif draft.money is None and other.scope == "package" and not draft.definite:
            close = draft.passage.index - other.passage.index <= NEIGHBOURS
            agree = (
                not draft.donors.actors or not other.donors.actors or draft.donors.codes == other.donors.codes
            ) and draft.recipients.codes == other.recipients.codes
            tranche = draft.tranche is None or other.tranche is None or draft.tranche == other.tranche
            if close and agree and tranche and _same_kind(draft, other):
                return other
        elif (
            draft.money is not None
            and other.money is None
            and other.scope == draft.scope == "package"
            and (
                draft.passage.index - other.passage.index <= 2
                and other.noun is not None
                and (
                    _is_price_of(draft, other)
                    or other.noun.entry.get("unit") == "package"
                    or _THIS.match(draft.passage.text) is not None
                )
                and draft.donors.codes == other.donors.codes
                and draft.recipients.codes == other.recipients.codes
            )
        ):
            return other
    return None


def _is_cut_again(draft: Draft, other: Draft) -> bool:
    """Whether aid that is cut, in general, is that whose amount was told to be cut before, by the same giver if one is named."""
    return (
        other.verb is not None
        and other.verb.frame == "withhold"
        and other.scope == "package"
        and bool(draft.recipients.codes & other.recipients.codes)
        and (not draft.donors.codes or not draft.donors.near or bool(draft.donors.codes & other.donors.codes))
    )


_PRICED: Final = re.compile(r"\b(?:deal|worth|valued|costs?|price|for (?:up to |about |an estimated )?[$€£\d])", re.IGNORECASE)
_THIS: Final = re.compile(
    r"\W*(?:this|the|it|today['’]s) (?:[\w-]+ ){0,4}(?:package|tranche|assistance|aid|donation|drawdown)\b", re.IGNORECASE
)


def _is_price_of(draft: Draft, other: Draft) -> bool:
    """Whether an amount right behind a sale in the same sentence is its price ("a sale of missiles in a deal worth $1 billion")."""
    return (
        draft.passage is other.passage
        and other.noun is not None
        and other.noun.entry.get("unit") == "sale"
        and _PRICED.search(
            draft.passage.text, other.end - draft.passage.start, max(other.end, draft.start) - draft.passage.start + 60
        )
        is not None
    )


def _same_kind(draft: Draft, other: Draft) -> bool:
    left = draft.noun.entry.get("unit") if draft.noun else None
    right = other.noun.entry.get("unit") if other.noun else None
    return left == right or {left, right} <= {"package", "aid"}


def take_in(kept: Draft, again: Draft) -> None:
    """Take the later mention into the earlier draft; the fuller one leads."""
    if again.money is not None and kept.money is None:
        kept.mentions.append((kept.start, kept.end))
        kept.start, kept.end = again.start, again.end
        kept.money, kept.converted, kept.passage, kept.rule = again.money, again.converted, again.passage, again.rule
    elif (again.start, again.end) not in kept.triggers:
        kept.mentions.append((again.start, again.end))
    if (
        again.money is not None
        and kept.money is not None
        and kept.money.bound == "exact" != again.money.bound
        and kept.passage.block.kind == "heading"
    ):
        kept.money = replace(kept.money, bound=again.money.bound)
    if again.donors.actors and not kept.donors.actors:
        kept.donors = again.donors
    if again.donors.near and not kept.donors.near and again.donors is not NOBODY:
        kept.donors = again.donors
        kept.status, kept.verb = again.status, again.verb
    if again.recipients.near and not kept.recipients.near and again.recipients is not NOBODY:
        kept.recipients = again.recipients
    if kept.mechanism is None:
        kept.mechanism, kept.mechanism_span = again.mechanism, again.mechanism_span
    if kept.tranche is None:
        kept.tranche, kept.tranche_span = again.tranche, again.tranche_span
    kept.confidence = min(0.95, max(kept.confidence, again.confidence) + 0.05)


def told_later(draft: Draft, later: list[Draft]) -> bool:
    """Whether aid in general turns out to be the package that the text tells with its amount further on."""
    return any(
        other.scope == draft.scope and _may_be_one(draft, other) and other.money is not None for other in later[:REMEMBERED]
    )


def _may_be_one(draft: Draft, other: Draft) -> bool:
    """Whether aid told without an amount has the receiver and a giver of another record, and is neither stopped while that flows nor the reverse."""
    stopped = (one.verb is not None and one.verb.frame == "withhold" for one in (draft, other))
    return (
        len(set(stopped)) == 1
        and bool(draft.recipients.codes & other.recipients.codes)
        and (not draft.donors.codes or not other.donors.codes or bool(draft.donors.codes & other.donors.codes))
    )

"""Amounts that add up to an earlier one are its parts, whatever the words between say."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from briefing_tui.extracting.aid.context import NOBODY, Side
from briefing_tui.extracting.aid.drafts import Draft
from briefing_tui.extracting.aid.givers import inherited


def add_up(drafts: list[Draft], fresh: list[Draft]) -> None:
    """Make parts of the amounts of one sentence (`fresh`) that together are exactly a package among `drafts`, told before them."""
    row = [draft for draft in fresh if draft.money is not None and draft.scope != "cumulative"]
    for place in range(len(row)):
        parts = row[place:]
        if len(parts) < _FEWEST:
            return
        whole = next((other for other in [*drafts, *row[:place]] if _is_sum(other, parts)), None)
        if whole is None:
            continue
        for part in parts:
            part.scope = "component"
            part.parent = whole
            if not part.donors.near or part.donors is NOBODY:
                part.donors = inherited(whole.donors)


def add_up_across(drafts: list[Draft]) -> None:
    """Make parts of the two or three packages told after a larger one, a sentence or more each, that together are exactly it."""
    told = [draft for draft in drafts if draft.money is not None and draft.scope == "package" and not draft.calling]
    for place, whole in enumerate(told):
        for count in (2, 3):
            parts = told[place + 1 : place + 1 + count]
            if (
                len(parts) == count
                and parts[-1].passage.index - whole.passage.index <= _FAR
                and _is_sum(whole, parts)
                and all(not part.recipients.near or part.recipients.codes & whole.recipients.codes for part in parts)
            ):
                for part in parts:
                    part.scope = "component"
                    part.parent = whole
                break


def share_receivers(drafts: list[Draft]) -> None:
    """Give a package that names no receiver of its own all the receivers that its parts name ("a $95 billion bill with $61 billion for …")."""
    for whole in drafts:
        if whole.scope != "package":
            continue
        parts = [draft for draft in drafts if draft.parent is whole and draft.recipients.near and draft.recipients.mentions]
        if not parts or any(mention.start < parts[0].start for mention in whole.recipients.mentions if whole.recipients.near):
            continue
        actors = {actor.code: actor for part in parts for actor in part.recipients.actors}
        if len(actors) > 1:
            mentions = tuple(mention for part in parts for mention in part.recipients.mentions)
            whole.recipients = Side(tuple(actors.values()), mentions, near=False)


_FAR: Final = 6
"""Sentences behind a package within which its parts are told."""
_FEWEST: Final = 2
_BESIDE: Final = 3
"""Parts that must add up where the whole stands in the same sentence; two may do so by chance."""


def _is_sum(whole: Draft, parts: list[Draft]) -> bool:
    if (
        whole.money is None
        or whole.scope != "package"
        or len(parts) < (_FEWEST if whole.passage is not parts[0].passage else _BESIDE)
    ):
        return False
    moneys = [part.money for part in parts if part.money is not None]
    if any(money.currency != whole.money.currency for money in moneys):
        return False
    if any(part.donors.near and whole.donors.codes and not part.donors.codes & whole.donors.codes for part in parts):
        return False
    return sum((money.amount for money in moneys), Decimal(0)) == whole.money.amount

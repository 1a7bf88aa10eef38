"""Amounts that add up to an earlier one are its parts, whatever the words between say."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from briefing_tui.extracting.aid.context import NOBODY
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

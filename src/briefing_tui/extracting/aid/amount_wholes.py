"""Which package an amount is a part of, and whether it can be a part of it at all."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.aid.context import AidContext, Side
from briefing_tui.extracting.aid.drafts import Draft
from briefing_tui.extracting.passages import Passage
from briefing_tui.model import Money
from briefing_tui.model.patterns import compile_later


def find_whole(context: AidContext, draft: Draft, parents: list[Draft]) -> Draft | None:
    """The package that a part belongs to: the one its sentence names, the nearest larger one of its currency, else the nearest."""
    passage, money = draft.passage, draft.money
    if money is None:
        return None
    wholes = [other for other in reversed(parents) if other.scope == "package"]
    if _THE_PACKAGE.match(passage.text):
        wholes.sort(key=lambda other: "package" not in context.reading.text[other.start : other.end].lower())
    same = [
        other
        for other in wholes
        if other.money is None or (other.money.currency == money.currency and other.money.amount > money.amount)
    ]
    before_it = parents[-1] if parents else None
    if (
        before_it is not None
        and before_it.scope == "component"
        and before_it.parent is not None
        and not before_it.parent.definite
    ):
        sibling = before_it.parent.money
        if sibling is None or (sibling.currency == money.currency and sibling.amount > money.amount):
            return before_it.parent
    return next(iter([*same, *wholes]), None)


def is_portion(context: AidContext, passage: Passage, money: Money, donors: Side, recent: list[Draft]) -> bool:
    """Whether a list's amount can be a portion of one that its introduction gives: that one is aid, larger, and of the same giver."""
    introduction = context.reading.introduction_of(passage)
    wholes = [
        other
        for other in recent
        if other.money is not None and not other.calling and any(other.passage is place for place in introduction)
    ]
    return any(
        other.money is not None
        and (other.money.currency != money.currency or other.money.amount > money.amount)
        and (not donors.near or not other.donors.codes or bool(donors.codes & other.donors.codes))
        for other in wholes
    )


def breaks_down(context: AidContext, passage: Passage, money: Money, recent: list[Draft]) -> bool:
    """Whether a list splits up the larger amount told just before it ("The money is divided as follows:")."""
    introduction = context.reading.introduction_of(passage)
    if not introduction or _SPLITTING.search(introduction[-1].text) is None:
        return False
    return any(
        other.money is not None and other.money.currency == money.currency and other.money.amount > money.amount
        for other in recent
    )


_SPLITTING: Final = compile_later(
    r"\b(?:br(?:eak|oken?|eaks) down|split|divid\w+|distribut\w+|allocat\w+|apportion\w+|earmark\w+|follow\w*|includ\w+|compris\w+|consist\w*|made up|go(?:es)? to|share\w*|of (?:this|that|which|it)|(?:in|inside) (?:it|the package)|spell\w* out|detail\w*)\b",
    re.IGNORECASE,
)


_THE_PACKAGE: Final = compile_later(r"\W*(?:the|this)\b[^.;,]{0,25}\b(?:package|tranche|drawdown|donation)\b", re.IGNORECASE)


def outgrows(money: Money, parents: list[Draft]) -> bool:
    """Whether an amount is larger than every whole it could be a part of."""
    wholes = [other.money.amount for other in parents if other.money is not None and other.money.currency == money.currency]
    return bool(wholes) and all(money.amount > whole for whole in wholes)

"""The words the explorer shows for codes and values. Pure; every returned string is safe for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from briefing_tui.model import Actor, AidItem, AidPackage
from briefing_tui.model.safe_text import safe_line
from briefing_tui.model.vocabulary import Bound, Directness, EventAction, ReactionAction, Stance

STANCE_WORDS: Final[dict[Stance, str]] = {
    "support": "supports",
    "defend": "defends",
    "oppose": "opposes",
    "concern": "concerned",
    "warn": "warns",
    "urge": "urges",
    "neutral": "neutral",
}
REACTION_ACTION_WORDS: Final[dict[ReactionAction, str]] = {
    "embassy_closed": "embassy closed",
    "embassy_reopened": "embassy reopened",
    "embassy_open": "embassy kept open",
    "embassy_limited": "embassy limited",
    "evacuation": "evacuation",
    "travel_warning": "travel warning",
    "ambassador_summoned": "ambassador summoned",
    "ambassador_recalled": "ambassador recalled",
    "diplomats_expelled": "diplomats expelled",
    "relations_cut": "relations cut",
    "sanctions": "sanctions",
    "talks": "talks",
    "visit": "visit",
    "call": "call",
    "talks_suspended": "talks suspended",
    "un_vote": "UN vote",
    "protest_note": "protest note",
    "legislation": "legislation",
    "other": "other act",
}
DIRECTNESS_WORDS: Final[dict[Directness, str]] = {
    "direct": "own words",
    "mixed": "partly quoted",
    "indirect": "paraphrased",
    "act": "act",
}
EVENT_ACTION_WORDS: Final[dict[EventAction, str]] = {
    "territory_change": "territory changes",
    "weapons_authorisation": "weapons authorised",
    "weapon_first_use": "first use of weapon",
    "nuclear_posture": "nuclear posture",
    "air_defence_intercept": "intercepted",
    "other": "other event",
}
"""Only those that are not their own code with spaces."""

BRIEF_NAMES: Final[dict[str, str]] = {
    "USA": "US",
    "GBR": "UK",
    "ARE": "UAE",
    "COD": "DR Congo",
    "CAF": "CAR",
    "BIH": "Bosnia",
    "org:European Union": "EU",
    "org:United Nations": "UN",
    "org:United Nations Security Council": "UN Security Council",
    "org:United Nations General Assembly": "UN General Assembly",
    "org:World Health Organization": "WHO",
    "org:World Food Programme": "WFP",
    "org:International Criminal Court": "ICC",
    "org:International Court of Justice": "ICJ",
}
"""What headlines call actors with long names, by code."""

_CURRENCY_SIGNS: Final = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "UAH": "₴", "INR": "₹", "ILS": "₪", "KRW": "₩"}
_BOUND_WORDS: Final[dict[Bound, str]] = {
    "exact": "",
    "approx": "about ",
    "at_least": "over ",
    "at_most": "at most ",
    "up_to": "up to ",
    "range": "",
}
_SCALES: Final = ((Decimal(10) ** 12, "T"), (Decimal(10) ** 9, "B"), (Decimal(10) ** 6, "M"))


def code_words(code: str) -> str:
    """A code of a vocabulary as words: `in_delivery` is "in delivery"."""
    return code.replace("_", " ")


def event_action_words(action: EventAction) -> str:
    """What happened, in a few words."""
    return EVENT_ACTION_WORDS.get(action) or code_words(action)


def actor_names(actors: Sequence[Actor]) -> str:
    """The actors' names with commas."""
    return ", ".join(safe_line(actor.name) or safe_line(actor.code) for actor in actors)


def actor_brief_names(actors: Sequence[Actor]) -> str:
    """The actors' names with commas, as headlines write them: "US, UK, Norway"."""
    return ", ".join(BRIEF_NAMES.get(actor.code) or actor_names([actor]) for actor in actors)


def actor_codes(actors: Sequence[Actor]) -> str:
    """The actors' codes with commas, without the "org:" and "group:" before names."""
    return ", ".join(safe_line(actor.code).removeprefix("org:").removeprefix("group:") for actor in actors)


def amount_words(amount: Decimal, currency: str | None, bound: Bound = "exact", high: Decimal | None = None) -> str:
    """An amount of money in a few cells, never rounded: "up to $275M", "€1.5B–€2B", "CAD 400,500"."""
    code = safe_line(currency or "")
    sign = _CURRENCY_SIGNS.get(code, f"{code} " if code else "")
    words = f"{_BOUND_WORDS[bound]}{sign}{number_words(amount)}"
    return words if high is None or high == amount else f"{words}–{sign}{number_words(high)}"


def number_words(number: Decimal) -> str:
    """A number in a few cells, never rounded: millions and more as "61.4B" where that loses nothing, else with commas."""
    if not number.is_finite() or abs(number.adjusted()) > 18:
        return str(number)
    for scale, letter in _SCALES:
        if abs(number) >= scale:
            scaled = (number / scale).normalize()
            if scaled * scale == number and -scaled.as_tuple().exponent <= 3:  # type: ignore[operator]
                return f"{scaled:,f}{letter}"
            break
    return f"{number.normalize():,f}"


def package_words(package: AidPackage, fallback: str) -> str:
    """What a package is: its amount and kind, or the text's own words when it states none."""
    if package.amount is None:
        what = safe_line(fallback)
    else:
        what = amount_words(package.amount, package.currency, package.bound, package.amount_high)
    notes = [
        {"package": "", "component": "part", "cumulative": "running total"}[package.scope],
        package.mechanism.upper() if package.mechanism in {"pda", "usai", "fms", "fmf"} else package.mechanism or "",
        f"tranche {package.tranche}" if package.tranche is not None else "",
        f"since {safe_line(package.since)}" if package.since else "",
    ]
    return " · ".join(filter(None, [what, *notes]))


def item_words(item: AidItem) -> str:
    """What an item is, in the text's words, led by its number when the words do not carry it in digits."""
    description = safe_line(item.description)
    if item.quantity is None:
        return description
    number = f"{item.quantity.normalize():,f}" if abs(item.quantity.adjusted()) < 18 else str(item.quantity)
    if number in description or number.replace(",", "") in description.replace(",", ""):
        return description
    return f"{_BOUND_WORDS[item.bound]}{number} × {description}"

"""Amounts that are something else than aid: fines, losses, trade, a giver's own budget."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from briefing_tui.extracting.aid.amount_signs import is_state
from briefing_tui.extracting.aid.context import USUAL_GIVERS, AidContext, Side, groups_of
from briefing_tui.extracting.aid.direction import group_start
from briefing_tui.extracting.aid.donors import find_donors
from briefing_tui.extracting.aid.verbs import AidVerb
from briefing_tui.extracting.passages import Passage
from briefing_tui.model import Money
from briefing_tui.model.patterns import compile_later


def is_something_else(passage: Passage, money: Money, start: int, end: int, verb: AidVerb | None) -> bool:
    """Whether the words right around the amount say it is a fine, a loss, a price or a trade figure."""
    low = min(start, money.start) - passage.start
    lead = " ".join(re.split(r"[;:.]|, ", passage.text[max(0, low - 45) : low])[-1].split()[-3:]).replace("price tag", "")
    if verb is not None and verb.frame == "withhold" and verb.end <= money.start:
        lead = lead.replace("frozen", "")
    each_gives = verb is not None and verb.frame in _MOVING and 0 <= money.start - verb.end <= _CLOSE_BY
    if each_gives:
        lead = lead.replace("each", "")
    tail = re.split(
        r"[;:.,]| (?:to|for|in|against|backed|secured|from|using|with|over|on) ",
        passage.text[money.end - passage.start : max(money.end, end) - passage.start + 30],
    )[0]
    if each_gives:
        tail = tail.replace("each", "").replace("apiece", "")
    if _PACKAGES_OF.search(passage.text[: money.start - passage.start]):
        return False
    rest = passage.text[money.end - passage.start :][:_BEHIND]
    if _LAUNDERED.search(passage.text[: money.start - passage.start]) or _OWED.match(rest) or _LOCAL.search(rest):
        return True
    if _TRADE.search(passage.text[low : money.start - passage.start]):
        return True
    return bool(_NOT_AID.search(lead) or _NOT_AID.search(tail))


_MOVING: Final = frozenset({"give", "promise", "fund"})
_CLOSE_BY: Final = 12
"""Code points between a verb and its amount, so that "each" counts those who give ("pledged $5 million each") and no things."""
_PACKAGES_OF: Final = compile_later(r"\b(?:packages|tranches|instal+ments|grants|loans|contributions) of (?:an? |about |around |some |roughly |up to |nearly )*$", re.IGNORECASE)  # fmt: skip
_TO_MEMBERS: Final = compile_later(
    r" (?:its|their|his|her) (?:own )?(?:members?|member states|companies|citizens|industry|farmers|households|regions|workers|pensioners|soldiers|recruits)\b"
)
"""After a verb of giving whose receivers are the giver's own."""
_BEHIND: Final = 80
_LOCAL: Final = compile_later(
    r"\b(?:state and local|local law enforcement|across the country|nationwide|restoration of|climate|emissions)\b", re.IGNORECASE
)
"""After money that is spent at home, or on the climate."""
_LAUNDERED: Final = compile_later(
    r"\b(?:banks?|exchanges?|compan(?:y|ies)|firms?|networks?|traders?|smugglers|front|brokers?)\b[^.;,]{0,20}\b(?:that|which|for|of|who) (?:had |has |have )?(?:mov\w+|launder\w+|funnel\w+|channel\w+|transferr\w+|rais\w+) (?:an? |about |some |more than |over |nearly |hundreds of )*$",
    re.IGNORECASE,
)
"""Before money that firms under sanctions have moved."""
_OWED: Final = compile_later(r"\s+(?:in|of) (?:(?:[\w-]+ ){0,2}(?:assets|reserves|bank accounts)\b|arrears|(?:unpaid |old |outstanding )?debts?|back pay|fines|taxes|damages|losses|revenues?|exports|trade|sales|profits?)\b", re.IGNORECASE)  # fmt: skip
_TRADE: Final = compile_later(r"\b(?:exports|imports|trade|revenues?|turnover|profits?|earnings)\b", re.IGNORECASE)
_NOT_AID: Final = compile_later(
    r"\b(?:sanction(?:s|ed)|fines?|fined|bount(?:y|ies)|reward|ransom|fraud|embezzl\w+|corruption|bribes?|laundering|damages?|losses|gdp|gross domestic"
    r"|revenues?|profits?|deficit|debt|exports? (?:of|worth|to)|imports?|trade|tariffs?|tax(?:es)?|market|shares|cost(?:s|ing)?|salar(?:y|ies)|wages?|price"
    r"|seized|confiscat\w+|stolen|frozen|immobili[sz]ed|assets|reserves|reparations|oil revenue|turnover|valuation|raised in bonds|insurance|lawsuit|settlement"
    r"|compensation|black market|cryptocurrency|hacked|heist|smuggl\w+|net worth|contract (?:to|with|for)|state and local|local law enforcement|small businesses|per (?:unit|barrel|day|head|month)|each|apiece)\b",
    re.IGNORECASE,
)


def is_business(passage: Passage, verb: AidVerb, donors: Side) -> bool:
    """Whether money is moved for profit: goods exported, investors pouring in, a firm investing."""
    word = passage.text[verb.start - passage.start : verb.end - passage.start]
    if any(_PRIVATE.match(code) for code in donors.codes):
        return True
    if _TRADING.match(word) is None:
        return False
    if word.lower().startswith("export"):
        return not any(hit.entry.category == "weapon" or hit.entry.key == "weapons" for hit in passage.hits)
    return bool(donors.codes) and not any(is_state(code) or code in USUAL_GIVERS for code in donors.codes)


_TRADING: Final = compile_later(r"export|invest|pour|bought|buy", re.IGNORECASE)


_PRIVATE: Final = compile_later(
    r"group:.*(?:investor|compan|firm|banks|shareholder|buyer|trader|consumer|tourist|business)", re.IGNORECASE
)


def for_oneself(context: AidContext, passage: Passage, money: Money, span: tuple[int, int], verb: AidVerb | None) -> bool:
    """Whether the amount goes to its own giver ("9 billion zloty for Poland's own army")."""
    groups = groups_of(context, passage)
    for place in range(bisect_left(groups, money.end, key=group_start), len(groups)):
        group = groups[place]
        if passage.distance(money.end, group[0].start) > 2:
            break
        gap = [token.low for token in passage.between(money.end, group[0].start)]
        if gap[:1] in (["for"], ["to"]):
            giver = find_donors(
                context, passage, *span, verb.hit if verb is not None and not verb.passive else None, excluded=frozenset()
            )
            return {actor.code for mention in group for actor in mention.actors} <= giver.codes | context.default_donor.codes
    if verb is not None and _TO_MEMBERS.match(passage.text, verb.end - passage.start):
        return True
    return (
        re.match(
            r"\s*(?:(?:rather than|instead of)\b|[^.;,]{0,30}\b(?:for|on|in) (?:its|their|our|his) own\b|(?:(?!\b(?:that|which)\b)[^.;,]){0,40}\b(?:at home|domestically)\b)",
            passage.text[money.end - passage.start :],
        )
        is not None
    )


def stays_at_home(passage: Passage, money: Money, verb: AidVerb | None, *, donors: Side, recipients: Side) -> bool:
    """Whether an amount whose receiver the sentence does not name is about a country's own budget, economy, courts or trade."""
    if money.amount >= _NO_AID_SO_LARGE and money.currency in {"USD", "EUR", "GBP"}:
        return True
    if donors.codes & _ENEMIES.get(next(iter(recipients.codes), ""), frozenset()):
        return True
    if _OWN_MONEY.get(money.currency or "") in recipients.codes and not (donors.near and donors.mentions):
        return True
    if _CUT_AT_HOME.search(passage.text[: money.start - passage.start]):
        return True
    if _TO_HIS_OWN.match(passage.text, money.end - passage.start):
        return True
    if recipients.near and recipients.mentions:
        return False
    if _OWN_MONEY.get(money.currency or "") in recipients.codes or (verb is not None and verb.frame == "order"):
        return True
    lead = passage.text[: money.start - passage.start]
    if _AID_WORDS.search(passage.text):
        return _FOR_DEFENCE.match(passage.text, money.end - passage.start) is not None
    return _AT_HOME.search(lead) is not None or _AT_HOME.search(passage.text, money.end - passage.start) is not None


_NO_AID_SO_LARGE: Final = 10**12
_ENEMIES: Final = {
    "UKR": frozenset({"RUS", "BLR"}),
    "TWN": frozenset({"CHN"}),
    "KOR": frozenset({"PRK"}),
    "ISR": frozenset({"IRN"}),
    "ARM": frozenset({"AZE"}),
}
"""Who does not give to whom."""
_OWN_MONEY: Final = {
    "UAH": "UKR",
    "SDG": "SDN",
    "SYP": "SYR",
    "LBP": "LBN",
    "AFN": "AFG",
    "YER": "YEM",
    "IQD": "IRQ",
    "MMK": "MMR",
    "TWD": "TWN",
}
"""Currencies in which a country counts its own money."""
_CUT_AT_HOME: Final = compile_later(
    r"\b(?:(?:procurement|orders|research(?: and development)?|(?:defen[cs]e|military) (?:spending|budget|outlays?)) by|(?:of gdp|on defen[cs]e)\b[^.;]{0,30}(?:with a total of|totall?ing)) (?:an? |about |around |some |over |more than |nearly )*$",
    re.IGNORECASE,
)
"""Before an amount by which a state spends more or less on its own forces."""
_TO_HIS_OWN: Final = compile_later(
    r"\s+to (?:his|her|the|their) (?:own )?(?:ruling )?(?:part(?:y|ies)|foundation|campaign|museum|university|church|club|shareholders)\b"
)
_AID_WORDS: Final = compile_later(
    r"\b(?:aid|assistance|donat\w+|pledg\w+|grants?|loans?|lend|lent|package|tranche|humanitarian|contribut\w+|support|help|drawdown|supplemental|disburs\w+)\b",
    re.IGNORECASE,
)
_FOR_DEFENCE: Final = compile_later(
    r"\s+(?:(?:this|next|a|per|last) year )?(?:for|on|in) (?:its |their |the |national )?(?:own )?(?:defen[cs]e|military|army|armed forces|rearmament)(?: (?:next|this|in|by|over|until)\b|[.,;]|$)",
    re.IGNORECASE,
)
_AT_HOME: Final = compile_later(
    r"\b(?:(?:defen[cs]e|military|state|federal|national) (?:budget|spending|outlays?)|the budget|(?:on|for|in) (?:its|their|national) (?:own )?(?:defen[cs]e|military|army|armed forces)|for defen[cs]e|on defen[cs]e"
    r"|econom(?:y|ies)|gdp|tax(?:es)?|sales|earn(?:s|ed|ing)|revenues?|profits?|court|compensation|damages|prosecutors|bribe\w*|embezzl\w*|part(?:y|ies)[.,;]|shareholders|investors|bonds?|barrels?|gas (?:storage|sales)|oil"
    r"|plant in|factory|the (?:firm|company|tycoon|oligarch|billionaire)|a (?:firm|company|tycoon|billionaire)|yacht|villa|bonus|salar(?:y|ies)|pensions?|collected|imported|exported|manages)\b",
    re.IGNORECASE,
)
"""Words of budgets, business and courts."""

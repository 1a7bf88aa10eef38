"""What speaks for an amount being aid: a giver right beside it, a participle after it, money that passes from one state to another."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from briefing_tui.extracting.aid.amount_calls import CLOSE
from briefing_tui.extracting.aid.amount_words import past_conversion
from briefing_tui.extracting.aid.context import USUAL_GIVERS, AidContext, Side
from briefing_tui.extracting.aid.verbs import AidVerb
from briefing_tui.extracting.passages import Passage
from briefing_tui.model import Money
from briefing_tui.model.patterns import compile_later


def passes_between(
    context: AidContext, passage: Passage, donors: Side, recipients: Side, *, unit: str | None, verb: AidVerb | None
) -> bool:
    """Whether the sentence itself says that one state or known organisation gives or lends another the money."""
    if not (recipients.near and recipients.mentions and any(is_state(code) for code in recipients.codes - USUAL_GIVERS)):
        return False
    if _OTHER_AIMS.search(passage.text):
        return False
    if unit in {"loan", "grant", "package", "aid"} and recipients.mentions[0].kind not in {"place", "region"}:
        return True
    if not (donors.near and donors.mentions and verb is not None):
        return False
    giver = any(code in USUAL_GIVERS or code in context.organisations or is_state(code) for code in donors.codes)
    return giver and (
        verb.frame in {"give", "promise", "receive"}
        or (verb.frame == "fund" and not _INVESTING.match(context.reading.text, verb.start))
    )


_OTHER_AIMS: Final = compile_later(
    r"\b(?:climate|emissions?|clean energy|renewables?|solar|forests?|biodiversity|exports? of|small businesses|entrepreneurs|SMEs|private sector|private capital)\b",
    re.IGNORECASE,
)
"""What lending between states is for when it is business or climate policy."""
_INVESTING: Final = compile_later(r"invest|rais|boost|increas|doubl|put", re.IGNORECASE)


def is_told_of(passage: Passage, money: Money, verbs: list[AidVerb]) -> bool:
    """Whether a participle right after the amount says it is given ("€10 million announced a week earlier")."""
    end = past_conversion(passage, money.end)
    return any(
        verb.start >= end
        and verb.frame in MOVING
        and (verb.passive or verb.hit.how.endswith((".ed", ".pp")))
        and len(passage.between(end, verb.start)) <= 1
        for verb in verbs
    )


def is_direct(context: AidContext, passage: Passage, verb: AidVerb, money: Money, donors: Side) -> bool:
    """Whether the amount is the very object of what a state or a known organisation gives ("Canada has announced 80 million dollars")."""
    if not (verb.end <= money.start and passage.distance(verb.end, money.start) <= CLOSE) or not donors.mentions:
        return False
    return any((len(code) == 3 and code.isupper()) or code in context.organisations for code in donors.codes)


def names_giver(passage: Passage, money: Money, donors: Side) -> bool:
    """Whether the giver stands right beside the amount: "$171 million from the United States", "Germany with $162 million"."""
    first, last = donors.mentions[0], donors.mentions[-1]
    behind = past_conversion(passage, money.end)
    if first.start >= money.end and passage.distance(behind, first.start) <= _BESIDE:
        words = [token.low for token in passage.between(behind, first.start)]
        return [word for word in words if word not in _COMING] == ["from"]
    if last.end <= money.start and passage.distance(last.end, money.start) <= _BESIDE:
        return [token.low for token in passage.between(last.end, money.start)] in (["with"], ["'s"], ["’", "s"])
    return False


_BESIDE: Final = 5
_COMING: Final = frozenset("the will would is was are to come comes came coming".split())


@lru_cache(maxsize=4)
def speaks_of_foreign_aid(text: str) -> bool:
    """Asked for every amount of one sentence in turn."""
    return _FOREIGN_AID.search(text) is not None


_FOREIGN_AID: Final = compile_later(
    r"\b(?:military (?:aid|assistance|support|sale)|security assistance|foreign (?:aid|assistance|military)|humanitarian (?:aid|assistance|relief|funding)|drawdown|lethal aid|arms (?:sales?|deal|package)|(?:potential|possible|proposed) (?:\w+ ){0,2}sale"
    r"|defen[cs]e (?:articles|aid|assistance)|weapons)\b",
    re.IGNORECASE,
)
"""What makes an amount aid even in a text on other subjects."""


MOVING: Final = frozenset({"give", "promise", "fund", "announce"})


HELPING: Final = compile_later(
    r"[\s—–-]+(?:in (?:\w+ ){0,3}(?:funding|aid|assistance|support) )?(?:will|would|is to|are to|is meant to|is intended to|aims? to) (?:\w+ly |also )?(?:help|provide|support|enable|allow|go (?:to|towards?)|be (?:used|spent|allocated|channel\w+|distributed|disbursed)"
    r"|finance|fund|pay|cover|buy|reach|strengthen|come from|benefit)\b",
    re.IGNORECASE,
)
"""After an amount that is the subject of what it does for those it goes to."""


FUND_GIVES: Final = re.compile(
    r"\b(?:Fund|Foundation|Facility|Bank|Commission|Agency|Initiative) (?:has |have |had |will |would )?(?:also )?\w+ (?:\w+ ){0,2}(?:an |a |some |about |another )?$"
)
"""Before an amount that a fund or bank gives, whatever it is called."""


def without_partner(context: AidContext, donors: Side, verb: AidVerb | None) -> Side:
    """The givers without the receiver who signs beside them ("London and Kyiv signed a loan agreement")."""
    usual = context.default_recipient.codes
    if verb is None or verb.frame != "announce" or not donors.codes & usual or donors.codes <= usual:
        return donors
    return Side(
        tuple(actor for actor in donors.actors if actor.code not in usual),
        tuple(mention for mention in donors.mentions if not {actor.code for actor in mention.actors} <= usual),
        donors.near,
    )


RAISED: Final = compile_later(
    r"\b(?:donors?|conference|pledging|pledges|telethon|meeting|summit)\b[^;]*\brais(?:ed|es|ing)\b|\brais(?:ed|es|ing)\b[^;]*\b(?:donors?|conference|pledging|pledges|telethon|summit)\b",
    re.IGNORECASE,
)
"""Money that givers raise together."""
MORE: Final = compile_later(r"\b(?:another|further|additional|extra|remaining)(?: [\w-]+)? $", re.IGNORECASE)


def is_state(code: str) -> bool:
    """Whether an actor's code is a state's (ISO 3166-1 alpha-3)."""
    return len(code) == 3 and code.isupper()


AGAINST: Final = compile_later(
    r"\b(?:against|compared (?:with|to)|versus|while|than) (?:an? |the |some |about |around |more than |nearly )*$", re.IGNORECASE
)
"""Before an amount that is set beside the one before it."""
FROZEN: Final = compile_later(
    r"\b(?:freeze|suspension|pause|halt|cut-?off|moratorium|hold)\b[^.;]{0,40}\b(?:affects?|affected|covers?|covered|hits?|applie[sd] to|involves?|includes?|concerns?|holds up|holding up)\b (?:an? |about |around |some |roughly |nearly |more than |up to )*$",
    re.IGNORECASE,
)
"""Before an amount that a stop to deliveries holds back."""
REQUESTED: Final = compile_later(
    r"\brequests? (?:for|of) (?:an? )?(?:further |additional |extra |another |about |some |new )*$", re.IGNORECASE
)
"""Before an amount that a government asks its parliament for."""
ONE_OF_THEM: Final = compile_later(
    r"\W*(?:the|a) (?:first|second|third|fourth|other|latter|former|new one|larger|smaller|biggest|remaining one)\b[^.;]{0,25}\b(?:worth|valued at|of|at) (?:an? |about |around |some )*",
    re.IGNORECASE,
)
"""Before an amount that opens the account of one of several packages named just before ("The first, worth €20 million, …")."""
ITEMISED: Final = compile_later(
    r"^\W*(?:the|this|that|it)\b[^.;]{0,60}?\b(?:consists? of|includes?|comprises?|contains?|covers?|is made up of|is split)\b[^;]*\($",
    re.IGNORECASE,
)
"""Before an amount in brackets behind one of the things a package consists of ("donations of equipment (SEK 1.2 billion)")."""
ADDITION: Final = compile_later(
    r"\b(?:in addition to|on top of|besides|alongside|comes? after|follows?|followed|adds? to|added to) (?:an? |the |another |some |about )*$",
    re.IGNORECASE,
)
"""Before an amount to which another one comes ("That is in addition to £150 million from Britain")."""
ROW_OF_GIVERS: Final = compile_later(
    r"\b[A-Z]\w+ with (?:about |some |nearly |more than )?(?:[A-Z]{0,3}[$€£]\d|\d[\d.,]* (?:million|billion))"
)
"""Givers in a row, each with its amount ("Germany with €500 million, the Netherlands with €250 million")."""

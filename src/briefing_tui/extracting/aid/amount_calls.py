"""Amounts that are only called for: appeals, response plans, what an agency or the receiver asks for."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.aid.context import AidContext
from briefing_tui.extracting.aid.direction import find_subject
from briefing_tui.extracting.aid.verbs import AidVerb
from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.scan import Hit
from briefing_tui.model import Money
from briefing_tui.model.patterns import compile_later

CLOSE: Final = 3


_APPEAL: Final = compile_later(
    r"\b(?:appeal(?:s|ed|ing)?|response plan|humanitarian plan|refugee plan|humanitarian (?:needs|call)|funding (?:gap|shortfall|requirements?)|shortfall|financing (?:gap|needs)"
    r"|(?:per ?cent|%) (?:funded|financed|covered))\b",
    re.IGNORECASE,
)
"""Words of a call for money that nobody has given yet."""


def calls(passage: Passage, money: Money, noun: Hit | None, before: Hit | None, verb: AidVerb | None) -> bool:
    """Whether the amount is one that is called for, not given: an appeal's, a response plan's, a shortfall."""
    named = noun or before
    around = passage.text[max(0, money.start - passage.start - 60) : money.end - passage.start + 50]
    lead, rest = passage.text[: money.start - passage.start], passage.text[money.end - passage.start :]
    if _ASKED_AFTER.match(rest) or _SHARE_NEEDED.search(lead) or _UNLESS.search(lead):
        return True
    if verb is not None and verb.frame == "ask":
        return _APPEAL.search(passage.text) is not None
    if named is not None and named.entry.key == "supplemental":
        return _APPEAL.search(passage.text[named.start - passage.start : named.end - passage.start]) is not None and (
            verb is None or verb.frame not in {"give", "promise", "announce"} or verb.passive
        )
    if RECEIVED.match(passage.text[money.end - passage.start :]) and _APPEAL.search(passage.text):
        return True
    return (verb is None or (verb.passive and verb.frame == "fund")) and _APPEAL.search(around) is not None


def seeks(context: AidContext, passage: Passage, money: Money, verb: AidVerb | None) -> bool:
    """Whether an agency or the receiver itself asks for the amount ("The UN had sought $426 million")."""
    if verb is None or verb.frame != "ask" or verb.end > money.start or len(passage.between(verb.end, money.start)) > CLOSE:
        return False
    side = find_subject(context, passage, verb.start)
    return bool(side.codes) and (side.codes <= context.default_recipient.codes or side.codes <= _AGENCIES)


_AGENCIES: Final = frozenset(
    f"org:{name}"
    for name in (
        "United Nations",
        "OCHA",
        "UNHCR",
        "UNICEF",
        "UNRWA",
        "World Food Programme",
        "World Health Organization",
        "IOM",
        "International Organization for Migration",
        "FAO",
        "UNDP",
        "UNFPA",
        "Red Cross",
        "ICRC",
        "International Committee of the Red Cross",
        "IFRC",
    )
)
"""Agencies that hand on what others give."""


_ASKED_AFTER: Final = compile_later(
    r"\s+(?:that |which )?(?:(?:it|they|the (?:UN|U\.N\.|United Nations|agency|agencies|organisation|organization)|aid (?:agencies|groups)|humanitarians) (?:has |have |had |says? (?:it|they) )?(?:asked for|sought|requested|appealed for|needs?|needed|requires?|wants?)|(?:(?:is|are|was|were|will be) (?:\w+ly )?|it |they )?(?:needed|required|sought|requested|asked for|called for)\b)",
    re.IGNORECASE,
)
"""After an amount that was asked for ("the $4 billion it needs")."""
_UNLESS: Final = compile_later(
    r"\b(?:unless|if|until|without)\b[^.;,]{0,30}\b(?:gets?|receives?|raises?|secures?|finds?|receiving|getting|raising)\b[^.;,]{0,15}$",
    re.IGNORECASE,
)
"""Before an amount without which something cannot go on."""
_SHARE_NEEDED: Final = compile_later(
    r"(?:per ?cent|%|fraction|third|quarter|half|fifth|tenth) of (?:the|its|their|a|an) (?:\w+ )?(?:more than |nearly |about |some )*$",
    re.IGNORECASE,
)
"""Before an amount of which only a share has come."""


RECEIVED: Final = compile_later(
    r"\s+(?:(?:has|have|had) (?:so far )?been )?(?:received|raised|secured|collected|mobili[sz]ed|in hand)\b", re.IGNORECASE
)

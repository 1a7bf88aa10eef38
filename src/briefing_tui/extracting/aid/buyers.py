"""Arms that a usual giver buys for itself, which are no aid: "Warsaw signed a deal for 180 tanks"."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.aid.context import USUAL_GIVERS
from briefing_tui.extracting.passages import Passage
from briefing_tui.model.patterns import compile_later

BUYERS: Final = USUAL_GIVERS - {"ISR", "TWN", "IND"}
"""Those who buy arms for themselves."""


def buys_for_itself(passage: Passage, subject_end: int, deal: tuple[int, int]) -> bool:
    """Whether a deal, contract or order is named in the span `deal` and all actors named before `subject_end` are such buyers."""
    text, base = passage.text, passage.start
    if not _DEAL.search(text[deal[0] - base : deal[1] - base]) or ON_BEHALF.search(text):
        return False
    codes = [actor.code for mention in passage.mentions if mention.end <= subject_end for actor in mention.actors]
    return bool(codes) and all(code in BUYERS for code in codes)


_DEAL: Final = compile_later(r"\b(?:deals?|contracts?|orders?|agreements?)\b", re.IGNORECASE)
ON_BEHALF: Final = compile_later(
    r"\bon (?:\w+['’]s?|its|their|our) behalf\b|\bon behalf of\b|\bfor (?:the )?(?:ukrainian|front|frontline)\b", re.IGNORECASE
)
"""Words by which a buyer buys for another."""

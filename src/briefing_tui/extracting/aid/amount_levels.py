"""Amounts that are where a change of aid starts: the level before it, which is aid of its own only when it is told with its year."""

from __future__ import annotations

from typing import Final

from briefing_tui.extracting.passages import Passage
from briefing_tui.model import Money
from briefing_tui.model.patterns import compile_later

_CHANGE: Final = 40


def is_old_level(passage: Passage, money: Money) -> bool:
    """Whether an amount is only where a change starts ("from 75 to 85 billion kroner")."""
    lead = passage.text[: money.start - passage.start]
    rest = passage.text[money.end - passage.start :]
    if is_dated_level(passage, money):
        return False
    if lead.endswith((" down from ", " up from ")):
        return True
    if lead.endswith(" from ") and any(
        0 < money.start - other.end < _CHANGE and passage.text[: other.start - passage.start].endswith(" to ")
        for other in passage.money
    ):
        return True  # "to 100 million euros this year from 95 million"
    return (
        lead.rstrip().endswith(" from")
        and rest.lstrip().startswith("to ")
        and any(0 < other.start - money.end < 8 for other in passage.money)
    )


def is_dated_level(passage: Passage, money: Money) -> bool:
    """Whether an amount is where a change starts, told with its year ("to €1 billion from about €2 billion in 2024")."""
    lead = passage.text[: money.start - passage.start]
    return _FROM.search(lead) is not None and _ITS_YEAR.match(passage.text, money.end - passage.start) is not None


_FROM: Final = compile_later(r"(?<! down)(?<! up) from (?:an? |about |around |some |nearly |roughly |more than |over |almost )*$")
_ITS_YEAR: Final = compile_later(r"(?: \([^)]*\))? in 20\d\d\b")
"""After a level that is told with its year, so that it is aid given in that year."""

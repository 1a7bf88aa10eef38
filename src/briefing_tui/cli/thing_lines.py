"""A package or item as totals count it, in words: how much, from whom to whom, when, and every record that tells of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Context, Decimal
from typing import Final

from briefing_tui.cli.cells import wrapped
from briefing_tui.model import Actor
from briefing_tui.model.safe_text import safe_line
from briefing_tui.tallying.retellings import Thing
from briefing_tui.tallying.sizes import Size
from briefing_tui.telling.wording import actor_brief_names, amount_words, code_words

_DIGITS: Final = 4
_WHOLE: Final = 10_000
_STANDING_WORDS: Final = {
    "undertaken": "",
    "prospective": "expected or asked for",
    "called_off": "called off",
    "doubtful": "doubtful",
}


def thing_lines(thing: Thing, room: int) -> Iterator[str]:
    """The lines of one package or item, indented beneath its row."""
    first, spokesman = thing.tellings[0], thing.spokesman
    what = safe_line(first.words) if first.name or thing.size is None else size_words(thing.size, thing.measure)
    parts = [
        what,
        flow_words(thing.donors, thing.recipients),
        f"{thing.day or 'no date'}{'' if thing.is_day_stated or not thing.day else '*'}",
        code_words(spokesman.status),
        _STANDING_WORDS[thing.standing],
    ]
    told = ", ".join(f"{safe_line(telling.record)} in {safe_line(telling.source.id)}" for telling in thing.tellings)
    count = len(thing.tellings)
    briefings = "1 briefing" if count == 1 else f"{count:,} briefings"
    yield from wrapped(f"{' · '.join(filter(None, parts))} · told by {briefings}: {told}", room, first="    - ", rest="      ")


def size_words(size: Size, currency: str | None, *, brief: bool = False) -> str:
    """A sum with its bounds: "$275M", "$1B–$1.5B", "up to $5M", "$2B or more", "about $3B"; rounded to four digits.

    `brief`, for tables: "$2B+" and "~$3B".
    """
    low, high = (amount_words(rounded(value), currency) for value in (size.low, size.high))
    words = high if low == high else f"up to {high}" if not size.low else f"{low}–{high}"
    about, more = ("~", "+") if brief else ("about ", " or more")
    return f"{about if size.is_about else ''}{words}{more if size.is_open else ''}"


def rounded(value: Decimal) -> Decimal:
    """The value in four digits, and whole numbers below ten thousand as they are."""
    if abs(value) < _WHOLE and value == value.to_integral_value():
        return value
    return Context(prec=_DIGITS).plus(value)


def flow_words(donors: Sequence[Actor], recipients: Sequence[Actor]) -> str:
    """Who gives to whom."""
    return f"{actor_brief_names(donors) or '?'} → {actor_brief_names(recipients) or '?'}"

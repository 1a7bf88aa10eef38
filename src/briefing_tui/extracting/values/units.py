"""Units of measure after a number: symbols written against it ("155mm", "40 %") and words of the lexicon."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from briefing_tui.extracting.passages import Passage
from briefing_tui.model.patterns import compile_later

SYMBOLS: Final[Mapping[str, str]] = {
    "mm": "mm", "cm": "cm", "m": "m", "km": "km", "kms": "km", "nm": "nautical_mile", "nmi": "nautical_mile", "mi": "mile", "ft": "foot",
    "kg": "kg", "kgs": "kg", "kilos": "kg", "g": "gram", "lb": "pound", "lbs": "pound", "lb.": "pound", "lbs.": "pound", "t": "tonne", "oz": "ounce",
    "kt": "kiloton", "mt": "tonne", "l": "litre", "kph": "kmh", "km/h": "kmh", "kmh": "kmh", "mph": "mph", "hp": "horsepower",
    "kw": "kilowatt", "mw": "megawatt", "gw": "gigawatt", "kwh": "kilowatt_hour", "mwh": "megawatt_hour", "kv": "kilovolt",
    "km²": "square_km", "km2": "square_km", "sq km": "square_km", "m²": "square_metre", "m³": "cubic_metre", "m3": "cubic_metre",
    "ha": "hectare", "bcm": "bcm", "mbd": "mbd", "bpd": "bpd", "%": "percent", "pc": "percent", "°c": "degree", "°f": "degree",
    "°": "degree", "in.": "inch", "hrs": "hour", "hr": "hour", "mins": "minute", "min": "minute", "sec": "second", "secs": "second", "yrs": "year",
}  # fmt: skip
"""Unit symbols in lower case and the unit's name."""

_SPELLED: Final = "|".join(re.escape(symbol) for symbol in sorted(SYMBOLS, key=len, reverse=True))
SYMBOL: Final = compile_later(rf"[\s\u00a0]?[-‑]?(?P<symbol>{_SPELLED})(?![^\W_])", re.IGNORECASE)
GLUED: Final = compile_later(rf"(?:{_SPELLED}|k|bn|mn|mln|(?-i:x)(?=\s))(?![^\W_])", re.IGNORECASE)
"""What may follow a number without a space and still leave it a number."""
_GAP: Final = compile_later(r"[\s\u00a0]+|[-‑]|\s?[-‑]\s?")
_PEOPLE: Final = compile_later(
    r"\s+(?:of\s+(?:them|its|the|their)\b|(?:[a-z-]+\s+)?(?:people|refugees|civilians|residents|children|women|men|Ukrainians|Palestinians|Syrians|Sudanese|homes"
    r"|households|rounds|shells|drones|troops|soldiers|mines|barrels|tonnes|tons|jobs|doses|votes|voters|workers|displaced)\b)"
)
"""After these an "m" is a million and no metre."""
_UNCERTAIN: Final = frozenset({"g", "t", "l", "m", "pc", "mt", "ha", "min", "sec", "in.", "mi", "nm"})


class Unit(NamedTuple):
    """A unit's name, where it ends in the sentence, and what kind it is."""

    name: str
    end: int
    duration: bool = False
    portion: bool = False
    """Whether it counts out a thing ("rounds of") and so is no measure."""
    scale: bool = False
    """Whether it is the scale of the number before it: "1.5m people"."""


def unit_after(passage: Passage, words: Mapping[int, tuple[str, int, bool, bool]], end: int) -> Unit | None:
    """The unit that follows a number ending at `end`, of the symbols or of `words` (see `unit_words`)."""
    text = passage.text
    symbol = SYMBOL.match(text, end)
    if symbol:
        written = symbol["symbol"]
        low = written.lower()
        spaced = symbol.start("symbol") > end
        if low == "m" and _PEOPLE.match(text, symbol.end()):
            return Unit("million", symbol.end(), scale=True)
        if not (low in _UNCERTAIN and (spaced or written.isupper())) or (low in {"m", "t"} and spaced and written == low):
            return Unit(SYMBOLS[low], symbol.end(), duration=low in {"hrs", "hr", "mins", "min", "sec", "secs", "yrs"})
    gap = _GAP.match(text, end)
    if gap is None:
        return None
    word = words.get(gap.end())
    if word is None:
        return None
    name, reach, duration, portion = word
    if portion and not text.startswith(" of ", reach):
        return None
    return Unit(name, reach, duration, portion)


def unit_words(passage: Passage) -> dict[int, tuple[str, int, bool, bool]]:
    """Where the sentence's unit words begin: {offset: (unit, end, is a duration, is a portion)}, the longest at each place."""
    words: dict[int, tuple[str, int, bool, bool]] = {}
    for hit in passage.hits:
        if hit.entry.category == "unit":
            words.setdefault(
                hit.start - passage.start,
                (hit.entry.key, hit.end - passage.start, bool(hit.entry.get("time")), bool(hit.entry.get("of"))),
            )
    return words

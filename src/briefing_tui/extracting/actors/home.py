"""The state a document is told from: its dateline's, its publisher's, or the one whose government it takes for granted."""

from __future__ import annotations

from typing import Final

from briefing_tui.extracting.passages import Reading
from briefing_tui.model.patterns import compile_later

_STATE_CODE: Final = 3


def home_of(reading: Reading) -> str | None:
    """The state that a dateline or a publisher that is a state gives a document."""
    for passage in reading.passages[:4]:
        if passage.block.kind == "dateline":
            for hit in passage.hits:
                if hit.entry.category == "state":
                    return hit.entry.key
            for hit in passage.hits:
                if hit.entry.category == "place" and hit.entry.get("state"):
                    return str(hit.entry.get("state"))
        for hit in passage.hits[:3]:
            if hit.start == passage.start and hit.how == "capital" and is_dateline(reading.text, hit.start, hit.end):
                return hit.entry.key
    publisher = reading.publisher
    if publisher is not None and len(publisher.code) == _STATE_CODE:
        return publisher.code
    return _told_at_home(reading)


def _told_at_home(reading: Reading) -> str | None:
    """The state whose "Federal Government" or clock a text takes for granted, where it names that state: an Australian story."""
    if not _AT_HOME.search(reading.text[:_OPENING]):
        return None
    australian = any(hit.entry.key == _AUSTRALIA for passage in reading.passages for hit in passage.hits)
    return _AUSTRALIA if australian else None


_AUSTRALIA: Final = "AUS"
_OPENING: Final = 6000
_AT_HOME: Final = compile_later(
    r"\b(?:AEDT|AEST|(?<!German )(?<!Australian )Federal (?:Government|Cabinet|Opposition|Labor|Minister))\b"
)


def is_dateline(text: str, start: int, end: int) -> bool:
    """Whether a town opens a story as "ISLAMABAD:" or "PRISTINA/BELGRADE, SEP 25 -" does."""
    return text[start:end].isupper() and text[end : end + 2].lstrip()[:1] in _AFTER_DATELINE


_AFTER_DATELINE: Final = frozenset(":,/(—–-")

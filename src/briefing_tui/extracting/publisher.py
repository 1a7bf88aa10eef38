"""Who a document speaks for when it says "we": the ministry, the senator or the parties of a joint statement that publish it."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.passages import Mention, Reading
from briefing_tui.extracting.phrases import Phrase
from briefing_tui.extracting.state_names import STATE_NAMES
from briefing_tui.model import Actor

_LEGISLATOR: Final = re.compile(r"^(?P<name>[^(]+?)\s*\((?:Republican|Democrat|Independent|R|D|I)[,-]\s*[A-Z]{2}\)$")
_NEWSROOM: Final = re.compile(
    r"\b(?:news|newsroom|newspaper|wire|wikipedia|reuters|press|times|post|guardian|bbc|cnn|afp|tass|interfax|agency|broadcast\w*|"
    r"radio|tv|television|journal|herald|tribune|gazette|blog|magazine|independent|al jazeera|wikinews|globalvoices|global voices)\b",
    re.IGNORECASE,
)
_STATE_PUBLISHERS: Final = (
    (
        re.compile(
            r"white house|u\.?s\.? (?:department|embassy|mission)|united states|department of (?:defense|state|war)|pentagon|usaid|centcom|congress|senate|house committee",
            re.IGNORECASE,
        ),
        "USA",
    ),
    (re.compile(r"\b(?:uk|hm) |british|prime minister's office|gov\.uk|foreign, commonwealth", re.IGNORECASE), "GBR"),
)


def find_publisher(reading: Reading) -> None:
    """Fill the reading's `publisher`, `publisher_person` and `publishers` from the document's metadata and title."""
    document = reading.document
    name = (document.publisher or "").strip()
    legislator = _LEGISLATOR.match(name)
    if legislator:
        reading.publisher = _state("USA")
        reading.publisher_person = legislator["name"].strip()
    elif name:
        reading.publisher = _publisher_of(name)
    reading.publishers = (reading.publisher,) if reading.publisher is not None else ()


def publisher_mention(reading: Reading, phrase: Phrase) -> Mention | None:
    """The mention that "we" or "I" makes in a publisher's own text outside quotation marks; None in news."""
    if reading.publisher is None:
        return None
    actors = reading.publishers if phrase.pointer == "we" else (reading.publisher,)
    return Mention(
        start=phrase.start,
        end=phrase.end,
        actors=tuple(Actor(code=actor.code, name=actor.name, via="publisher") for actor in actors),
        person=reading.publisher_person,
        kind="pronoun",
    )


def _publisher_of(name: str) -> Actor | None:
    bare = re.sub(r"\s*\([^)]*\)$", "", name)
    for pattern, code in _STATE_PUBLISHERS:
        if pattern.search(bare):
            return _state(code)
    for code, label in STATE_NAMES.items():
        if re.search(rf"\b{re.escape(label)}\b", bare):
            return _state(code)
    if _NEWSROOM.search(bare):
        return None
    return Actor(code=f"org:{bare}", name=bare, via="publisher")


def _state(code: str) -> Actor:
    return Actor(code=code, name=STATE_NAMES[code], via="publisher")

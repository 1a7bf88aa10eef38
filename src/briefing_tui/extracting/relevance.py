"""How much a text, and each part of it, is about conflict and foreign affairs.

A press release about farm prices condemns, urges and welcomes as loudly as one about a missile strike. Rules that read
positions or events from ordinary verbs ask here first whether the words around them are about the subject at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from briefing_tui.extracting.passages import Passage, Reading
from briefing_tui.extracting.scan import Hit
from briefing_tui.model.patterns import compile_later

NEIGHBOURHOOD: Final = 3
"""How many passages on either side count towards a passage's surroundings."""
_WORDS_A_PAGE: Final = 400
_LEAST_WORDS: Final = 100
"""Words a text counts for at least, so that one word in a brief notice does not decide."""
_ENOUGH: Final = 8.0
"""Weight a page of a text on the subject has. Measured: two thousand government texts of all kinds rarely pass it, the wire
stories, statements and fact sheets at hand have 10 to 45."""
_ENOUGH_IN_NEWS: Final = 5.0
"""The same of a newsroom's text, which says in fewer words of the trade what a ministry says in many."""
_STEEPED: Final = 9.0
"""Weight a page of a text has that is on the subject throughout."""
_STEEPED_IN_NEWS: Final = 6.0
_NEAR: Final = 2.0
"""Weight the surroundings of a passage need in a text that is only partly on the subject."""
_RELIEF: Final = compile_later(
    r"\b(?:humanitarian|relief (?:supplies|convoy|agency|agencies|operation)|aid (?:convoys?|trucks?|agenc(?:y|ies)|workers?|groups?|deliver(?:y|ies)|shipments?|package|flotilla)|food aid"
    r"|famine|displaced|refugees?|red cr(?:oss|escent)|world food program\w*|wfp|unrwa|unicef|ocha|unhcr|donors?|arms sales?|foreign military|(?:possible|proposed) (?:foreign military )?sale|has requested to (?:buy|purchase)|military (?:aid|assistance|sale)|security assistance|weapons (?:sale|package|shipment)s?)\b",
    re.IGNORECASE,
)
_SHARE_OF_RELIEF: Final = 0.25
"""Share of sentences that speak of relief in a text that is about it."""
_SIGNS: Final = frozenset("$€£¥₴")
_WEIGHTS: Final = {3: 3.0, 2: 1.0, 1: 0.0}
"""What the lexicon's weights count for."""
_STATE: Final = 0.3
"""What a foreign state named counts for."""


@dataclass(frozen=True, slots=True)
class Relevance:
    """Weights of conflict vocabulary: of each passage, and of the text a page (400 words); whether foreigners appear in it."""

    passages: tuple[float, ...]
    page: float
    foreign: bool
    news: bool = False
    """Whether a newsroom wrote the text: nobody who is party to anything publishes it."""

    @property
    def on_subject(self) -> bool:
        """Whether the text is about conflict or foreign affairs at all."""
        return self.foreign and self.page >= (_ENOUGH_IN_NEWS if self.news else _ENOUGH)

    def near(self, index: int) -> bool:
        """Whether the passage with this index is about the subject, judged with its neighbours."""
        steeped = self.page >= (_STEEPED_IN_NEWS if self.news else _STEEPED)
        return self.on_subject and (steeped or self.around(index, NEIGHBOURHOOD) >= _NEAR)

    def around(self, index: int, reach: int) -> float:
        """The weight of the passages up to `reach` away from the one with this index."""
        return sum(self.passages[max(0, index - reach) : index + reach + 1])


def weigh(reading: Reading) -> Relevance:
    """The relevance of a document and of each of its passages. Needs the scan and the publisher; worked out once."""
    if reading.relevance is None:
        reading.relevance = _weighed(reading)
    return reading.relevance


def may_hold_records(reading: Reading) -> bool:
    """Whether a text can hold a record at all: it is on the subject, or helps somebody abroad. Needs no tokens of most texts.

    What is turned away has neither enough words of conflict, however few its other words may be, nor a country abroad and,
    near it, arms or an amount with a word of aid, or relief all over the text.
    """
    home = reading.publisher.code if reading.publisher is not None else None
    words = sum(passage.text.count(" ") + 1 for passage in reading.passages)
    weight = sum(passage_weight(passage, home) for passage in reading.passages) * _WORDS_A_PAGE / max(words, _LEAST_WORDS)
    if weight >= (_ENOUGH_IN_NEWS if reading.publisher is None else _ENOUGH):
        return True
    abroad = [any(_is_abroad(hit, home) for hit in passage.hits) for passage in reading.passages]
    if not any(abroad):
        return False
    return speaks_of_relief(reading) or any(
        any(abroad[max(0, index - 2) : index + 3])
        and (
            passage.has("weapon")
            or (
                passage.has("aid_noun", "aid_verb", "handover", "mechanism")
                and (passage.has("currency") or not _SIGNS.isdisjoint(passage.text))
            )
        )
        for index, passage in enumerate(reading.passages)
    )


def speaks_of_relief(reading: Reading) -> bool:
    """Whether enough sentences of a text are about relief or arms transfers."""
    speaking = sum(1 for passage in reading.passages if _RELIEF.search(passage.text))
    return speaking >= max(1, _SHARE_OF_RELIEF * len(reading.passages))


def _is_abroad(hit: Hit, home: str | None) -> bool:
    """Whether a word names a country, a place or a region that is not the publisher's own nor, in any text, the United States."""
    entry = hit.entry
    if entry.category == "state":
        return entry.key not in {home, "USA"}
    if entry.category == "place":
        return entry.get("state") not in {None, home, "USA"}
    return entry.category == "aid_region" or (entry.category == "org" and entry.get("kind") == "io")


def _weighed(reading: Reading) -> Relevance:
    home = reading.publisher.code if reading.publisher is not None else None
    words = sum(len(passage.tokens) for passage in reading.passages)
    weights = tuple(passage_weight(passage, home) for passage in reading.passages)
    foreign = any(_names_foreigner(passage, home) for passage in reading.passages)
    return Relevance(weights, sum(weights) * _WORDS_A_PAGE / max(words, _LEAST_WORDS), foreign, reading.publisher is None)


def passage_weight(passage: Passage, home: str | None = None) -> float:
    """The weight of conflict vocabulary in one sentence; a kind of word counts once however often it is repeated."""
    seen: dict[str, float] = {}
    for hit in passage.hits:
        if hit.entry.category == "conflict":
            seen[hit.entry.key] = _WEIGHTS[hit.entry.get("weight", 1)]
        elif hit.entry.category == "state" and hit.entry.key != home:
            seen[hit.entry.key] = _STATE
    return sum(seen.values())


def _names_foreigner(passage: Passage, home: str | None) -> bool:
    """Whether the sentence names a state other than the publisher's, or an organisation that fights or deals with states."""
    return any(
        (hit.entry.category == "state" and hit.entry.key != home)
        or hit.entry.category == "person"
        or (hit.entry.category == "place" and hit.entry.get("state") not in {None, home, "USA"})
        or (hit.entry.category == "org" and hit.entry.get("kind") in ("armed_group", "io", None))
        for hit in passage.hits
    )

"""How much a text, and each part of it, is about conflict and foreign affairs.

A press release about farm prices condemns, urges and welcomes as loudly as one about a missile strike. Rules that read
positions or events from ordinary verbs ask here first whether the words around them are about the subject at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from briefing_tui.extracting.passages import Passage, Reading

NEIGHBOURHOOD: Final = 3
"""How many passages on either side count towards a passage's surroundings."""
_WORDS_A_PAGE: Final = 400
_ENOUGH: Final = 6.0
"""Weight a page (400 words) of a text on the subject reaches; a brief text needs no more than its own share of it."""
_LEAST: Final = 5.0
"""Weight any text needs, however brief."""
_NEAR: Final = 3.0
"""Weight the surroundings of a passage need in a text that is only partly on the subject."""
_STEEPED: Final = 14.0
"""Weight a page of a text has that is on the subject throughout."""
_CATEGORY_WEIGHTS: Final = {"event": 1.0, "act": 1.0, "weapon": 2.0}


@dataclass(frozen=True, slots=True)
class Relevance:
    """Weights of conflict vocabulary: of each passage, of the text a page (400 words), and whether foreign states or armed groups appear."""

    passages: tuple[float, ...]
    page: float
    total: float
    foreign: bool

    @property
    def on_subject(self) -> bool:
        """Whether the text is about conflict or foreign affairs at all."""
        return self.foreign and self.total >= _LEAST and self.page >= _ENOUGH

    def near(self, index: int) -> bool:
        """Whether the passage with this index is about the subject, judged with its neighbours."""
        if not self.on_subject:
            return False
        if self.page >= _STEEPED:
            return True
        around = self.passages[max(0, index - NEIGHBOURHOOD) : index + NEIGHBOURHOOD + 1]
        return sum(around) >= _NEAR


def weigh(reading: Reading) -> Relevance:
    """The relevance of a document and of each of its passages. Needs the scan only; mentions, where found, sharpen it."""
    home = reading.publisher.code if reading.publisher is not None else None
    words = 0
    foreign = False
    weights: list[float] = []
    for passage in reading.passages:
        words += len(passage.tokens)
        weights.append(passage_weight(passage))
        foreign = foreign or _names_foreigner(passage, home)
    total = sum(weights)
    return Relevance(tuple(weights), total * _WORDS_A_PAGE / max(words, 60), total, foreign)


def passage_weight(passage: Passage) -> float:
    """The weight of conflict vocabulary in one sentence; a word counts once however often it is repeated."""
    seen: dict[str, float] = {}
    for hit in passage.of("conflict"):
        seen[hit.entry.key] = float(hit.entry.get("weight", 1))
    return sum(seen.values()) + sum(weight for category, weight in _CATEGORY_WEIGHTS.items() if passage.has(category))


def _names_foreigner(passage: Passage, home: str | None) -> bool:
    """Whether the sentence names a state other than the publisher's, or an organisation that fights or deals with states."""
    return any(
        (hit.entry.category == "state" and hit.entry.key != home)
        or hit.entry.category == "person"
        or (hit.entry.category == "org" and hit.entry.get("kind") in ("armed_group", "io", None))
        for hit in passage.hits
    )

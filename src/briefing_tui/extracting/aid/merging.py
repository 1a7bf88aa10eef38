"""One thing told more than once: mentions that are the same item, by number, name, noun or "the missiles"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from briefing_tui.extracting.aid.chains import Given
from briefing_tui.extracting.aid.context import NOBODY, AidContext, Side
from briefing_tui.extracting.aid.packages import Package


@dataclass(slots=True)
class Item:
    """An item under construction: how it was given, its package, and the further places that name it."""

    given: Given
    donors: Side = NOBODY
    recipients: Side = NOBODY
    package: Package | None = None
    mentions: list[tuple[int, int]] = field(default_factory=list)

    @property
    def triggers(self) -> list[tuple[int, int]]:
        """All places that name it, the fullest first."""
        return [(self.given.thing.start, self.given.thing.end), *self.mentions]

    def merge(self, other: Item, text: str) -> None:
        """Take another mention of the same thing: the fuller words come first, a number the first lacks is taken over."""
        mine, theirs = self.given.thing, other.given.thing
        if mine.count is None and theirs.count is None and len(words_of(text, other)) > len(words_of(text, self)):
            self.mentions.insert(0, (mine.start, mine.end))
            self.given = other.given
            return
        if mine.quantity is None and theirs.quantity is not None:
            self.given = self.given._replace(thing=replace(mine, quantity=theirs.quantity))
        if (theirs.start, theirs.end) not in self.triggers:
            self.mentions.append((theirs.start, theirs.end))


def same_as(context: AidContext, items: list[Item], item: Item) -> Item | None:
    """The earlier item that is the same thing, the nearest first."""
    if item.given.thing.elided:
        return None
    text = context.reading.text
    words = words_of(text, item)
    return next((other for other in reversed(items) if _is_same(text, words, other, item)), None)


def _is_same(text: str, words: frozenset[str], other: Item, item: Item) -> bool:
    thing, earlier = item.given.thing, other.given.thing
    if item.given.rule == other.given.rule == "list-of-aid":
        return False
    if thing.count is not None and earlier.count is not None and thing.count != earlier.count:
        return False
    if item.package is not None and other.package is not None and item.package is not other.package:
        return False
    elsewhere = other.given.passage is not item.given.passage
    theirs = words_of(text, other)
    if words == theirs and elsewhere and (thing.count == earlier.count or not _told_of_others(item, other)):
        return True
    if _points_back(text, item) and (
        earlier.item_class == thing.item_class or thing.item_class in _KIN.get(earlier.item_class, ())
    ):
        return True
    if not elsewhere or earlier.elided:
        return False
    if thing.count is None and earlier.count is None and theirs < words and earlier.item_class == thing.item_class:
        if thing.named and earlier.designation == thing.designation and other.given.passage.block.kind == "heading":
            return True
        if (
            not earlier.named
            and thing.quantity is not None
            and earlier.quantity is not None
            and _head(text, item) == _head(text, other)
        ):
            return True  # "thousands of drones", then "thousands of long-range attack drones"
    if thing.named:
        return thing.count is None and words <= theirs and earlier.designation == thing.designation
    if earlier.item_class != thing.item_class or _told_of_others(item, other):
        return False
    if thing.count is not None:
        return thing.count == earlier.count and (thing.count >= _TELLING or _head(text, item) == _head(text, other))
    return (
        thing.quantity is None
        and not thing.generic
        and _head(text, item) == _head(text, other)
        and words - _IDLE <= theirs | _PRAISE
        and (earlier.quantity is not None or earlier.named)
    )


_TELLING: Final = 50
"""A number from which on two things of one class that have it are the same."""


def _told_of_others(item: Item, other: Item) -> bool:
    """Whether two mentions have different givers or receivers."""
    return bool(item.donors.codes and other.donors.codes) and not item.donors.codes & other.donors.codes


def _points_back(text: str, item: Item) -> bool:
    """Whether an item is only "these missiles", "the jets", "around 200 of the weapons"."""
    thing = item.given.thing
    if thing.named:
        return False
    words = text[thing.start : thing.end].lower().split()
    if thing.definite and thing.quantity is None:
        return len(words) == 1 or all(word in _PRAISE for word in words[:-1])
    return _SHARE.search(text, thing.start, thing.end) is not None


_KIN: Final = {
    "armoured_vehicle": ("vehicle", "other"),
    "air_defence": ("missile", "equipment", "other", "ammunition"),
    "artillery": ("equipment", "other", "small_arms"),
    "anti_armor": ("missile", "other"),
    "missile": ("other", "ammunition"),
    "ammunition": ("other", "missile"),
    "aviation": ("other",),
    "uav": ("other", "aviation"),
    "naval": ("other", "vehicle"),
    "sensor": ("equipment", "other"),
    "mine": ("other",),
}
"""The looser classes whose nouns point back to a thing: "the vehicles", "the weapons", "the systems"."""
_SHARE: Final = re.compile(r" of (?:the|these|those) [a-z-]+$")
_IDLE: Final = frozenset("more additional new further the a an other extra some another first initial these those".split())
_PRAISE: Final = frozenset(
    "critical vital key crucial donated promised pledged remaining additional new further more badly-needed much-needed powerful advanced modern such".split()
)
_ONE_WORD: Final = {
    "shell": "round",
    "ammunition": "round",
    "munition": "round",
    "ammo": "round",
    "fighter": "jet",
    "warplane": "jet",
    "plane": "jet",
}


def _head(text: str, item: Item) -> str:
    """The stem of a phrase's last word, one word for those that newspapers exchange."""
    thing = item.given.thing
    found = re.findall(r"[^\W_]+(?:[-/][^\W_]+)*", text[thing.core : thing.end].lower())
    stem = found[-1].rstrip("s") if found else ""
    return _ONE_WORD.get(stem, stem)


def words_of(text: str, item: Item) -> frozenset[str]:
    """The stems of an item's words, without numbers and articles."""
    thing = item.given.thing
    phrase = text[thing.start : thing.end].lower()
    return frozenset(
        word.rstrip("s") for word in re.findall(r"[^\W_]+(?:[-/][^\W_]+)*", phrase) if word not in _IDLE and not word.isdigit()
    )

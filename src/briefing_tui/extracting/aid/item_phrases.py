"""Noun phrases that name things which can be given: "four additional HIMARS", "122 mm and 130 mm rockets".

Only the phrase is read here, with its number, its class and the system it names; whether the thing is aid at all is
for the rules in `aid_frames` and `items` to say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from briefing_tui.extracting.aid.item_bounds import is_noun_like, left_edge, right_edge, verb_starts
from briefing_tui.extracting.aid.item_complements import with_complement
from briefing_tui.extracting.aid.item_runs import find_runs, is_plural
from briefing_tui.extracting.aid.item_words import (
    ATTRIBUTIVE,
    DELIVERIES,
    FIRED_HEADS,
    GENERIC,
    HEADS,
    PORTIONS,
    SHARED_HEADS,
    SPOILERS,
    VAGUE_COLLECTIVES,
)
from briefing_tui.extracting.passages import Passage, Token
from briefing_tui.extracting.scan import Hit
from briefing_tui.model import Quantity
from briefing_tui.model.patterns import compile_later
from briefing_tui.model.vocabulary import Bound, ItemClass


@dataclass(frozen=True, slots=True)
class Thing:
    """A noun phrase `text[start:end]` naming something that can be given; `head` is the lexicon's word for it.

    `core` is where its head word begins: what precedes it there is modifier. `shared` marks a coordination under one head.
    """

    start: int
    end: int
    core: int
    item_class: ItemClass
    designation: str | None
    quantity: Quantity | None
    weak: bool
    definite: bool
    named: bool
    """Whether a weapon system is named in it."""
    generic: bool = False
    """Whether it is nothing more than "weapons", "military equipment", "aid"."""
    handed: bool = False
    """Whether a noun of delivery follows it ("HIMARS deliveries")."""
    elided: bool = False
    """Whether it is a number alone that stands for a thing named before."""

    @property
    def bound(self) -> Bound:
        """The bound of its number."""
        return self.quantity.bound if self.quantity else "exact"

    @property
    def count(self) -> Decimal | None:
        """Its number, None where the text gives none."""
        return self.quantity.value if self.quantity else None


def find_things(passage: Passage) -> list[Thing]:
    """The item noun phrases of a passage in text order, coordinations under one head joined."""
    if not passage.has("weapon", "item_noun"):
        return []
    runs = find_runs(passage)
    things: list[Thing] = []
    floor = passage.start
    for position, run in enumerate(runs):
        if run[0].start < floor:
            continue
        ceiling = runs[position + 1][0].start if position + 1 < len(runs) else passage.end
        thing = _phrase(passage, run, floor, ceiling)
        if thing is not None:
            things.append(thing)
            floor = thing.end
    return _joined(passage, things)


def _phrase(passage: Passage, run: list[Hit], floor: int, ceiling: int) -> Thing | None:
    tokens = passage.tokens
    first, last = passage.token_at(run[0].start), passage.token_at(run[-1].end)
    verbs = verb_starts(passage)
    if first < len(tokens) and tokens[first].start != run[0].start:
        return None
    start, quantity, definite = left_edge(passage, first, floor, verbs)
    if start is None:
        return None
    if quantity is None:
        funding = _FUNDING_TO.search(passage.text, max(0, floor - passage.start), start - passage.start)
        start = start if funding is None else passage.start + funding.start()
    end, last = right_edge(passage, run, last, ceiling)
    following = tokens[last] if last < len(tokens) else None
    if passage.text.startswith(" of mass destruction", end - passage.start) or _OUTLAWED.search(
        passage.text, start - passage.start, end - passage.start
    ):
        return None
    handed = False
    head_word = passage.text[run[-1].start - passage.start : run[-1].end - passage.start]
    if following is not None and following.start - end <= 1 and following.low[0].isalpha():
        low = following.low
        if low in DELIVERIES:
            if name_of(run) is None:
                return None
            handed = True
        elif low in SPOILERS or (
            not is_plural(head_word)
            and run[-1].entry.category == "item_noun"
            and not following.capital
            and is_noun_like(following, verbs)
        ):
            return None
    if quantity is not None and quantity.unit == "percent":
        return None
    if _is_in_a_title(passage, run, following, end):
        return None
    name = name_of(run)
    item_class, weak = _class_of(passage, run, name)
    end, tail_class = with_complement(passage, last, end, item_class)
    if quantity is None:
        quantity = _single(passage, start, run, head_word)
    return Thing(
        start=start,
        end=end,
        core=run[-1].start,
        item_class=tail_class,
        designation=None if name is None else name.entry.key,
        quantity=quantity,
        weak=weak,
        definite=definite,
        named=name is not None,
        generic=name is None and quantity is None and _is_generic(passage, start, end),
        handed=handed,
    )


_FUNDING_TO: Final = compile_later(
    r"\b(?:additional )?funding to (?:sustain|maintain|repair|upgrade|replace|replenish|service|operate|support) (?:the |its |their )?$",
    re.IGNORECASE,
)
"""What stands before a thing that money keeps going: "funding to maintain vehicles"."""
_OUTLAWED: Final = compile_later(
    r"\b(?:nuclear|chemical|biological) (?:gravity )?(?:weapons?|arms|bombs?|warheads?|arsenals?|munitions?)\b", re.IGNORECASE
)
"""Arms that nobody gives."""


def _is_in_a_title(passage: Passage, run: Sequence[Hit], following: Token | None, end: int) -> bool:
    """Whether the noun is a word of a title in capitals that goes on behind it ("the Cluster Munitions Civilian Protection Act")."""
    if passage.block.kind == "heading" or following is None or following.start - end != 1 or not following.capital:
        return False
    words = [token for token in passage.between(run[0].start, run[-1].end) if token.low[0].isalpha()]
    return (
        name_of(run) is None
        and run[0].start > passage.start
        and bool(words)
        and all(
            token.capital and not passage.text[token.start - passage.start : token.end - passage.start].isupper()
            for token in words
        )
        and _TITLE.match(passage.text, end - passage.start) is not None
    )


_TITLE: Final = compile_later(
    r"(?: (?:[A-Z][\w-]+|and|for|of|the|to)){0,4}? (?:Act|Bill|Portal|Program|Programme|Project|Initiative|Treaty|Convention|Fund|Agency|Office|Center|Centre|Council|Command|Committee|Group|Agreement|Partnership|Strategy|Plan|Task)\b"
)


def name_of(run: Sequence[Hit]) -> Hit | None:
    """The weapon system named in a run of hits, if one is."""
    return next((hit for hit in run if hit.entry.category == "weapon"), None)


def _is_generic(passage: Passage, start: int, end: int) -> bool:
    words = [token.low for token in passage.between(start, end)]
    if "of" in words:  # "27th package of defence materiel"
        words = words[words.index("of") + 1 :]
    return all(word in GENERIC for word in words)


def _class_of(passage: Passage, run: list[Hit], name: Hit | None) -> tuple[ItemClass, bool]:
    """The class: that of the system named, unless the head word says it is ammunition, spare parts or training for it."""
    head = run[-1].entry
    if head.category == "weapon":
        head = next((hit.entry for hit in reversed(run) if hit.entry.category == "item_noun"), head)
    head_class: ItemClass = head.get("class")
    weak = bool(run[-1].entry.get("weak")) and name is None
    if name is None:
        if len(run) > 1 and run[-1].entry.get("weak"):
            return run[0].entry.get("class"), False
        return head_class, weak
    name_class: ItemClass = name.entry.get("class")
    word = passage.text[run[-1].start - passage.start : run[-1].end - passage.start].lower()
    if name is run[-1]:
        return name_class, False
    if name_class == "air_defence":
        return name_class, False
    if head_class == "ammunition" and name_class not in {"anti_armor", "missile", "small_arms"}:
        return "ammunition", False
    if head_class == "training" or word.startswith(("spare", "simulator", "maintenance")):
        return head_class, False
    return name_class, False


def _single(passage: Passage, start: int, run: list[Hit], head_word: str) -> Quantity | None:
    """The one that "a" or "an" counts before a singular thing ("a Patriot air defense system"); mass nouns count nothing."""
    index = passage.token_at(start)
    before = passage.tokens[index - 1] if index else None
    if before is None or before.low not in {"a", "an"} or is_plural(head_word):
        return None
    head = run[-1].entry
    if head.get("class") in {"training", "financial", "other"} or head_word.lower() in PORTIONS:
        return None
    words = [token.low for token in passage.between(start, run[-1].end)]
    if any(word in VAGUE_COLLECTIVES for word in words):
        return None
    return Quantity(value=Decimal(1), start=before.start, end=before.end)


def _joined(passage: Passage, things: Sequence[Thing]) -> list[Thing]:
    """Coordinations under one head as one thing: "Javelin and AT-4 anti-armor systems", "Spare parts and additional equipment"."""
    text, base = passage.text, passage.start
    out: list[Thing] = []
    for thing in reversed(things):
        if out:
            after = out[-1]
            gap = text[thing.end - base : after.start - base].strip()
            if gap in _SUCH_AS and after.named and after.quantity is None and not thing.named and not thing.generic:
                out[-1] = replace(thing, end=after.end, designation=after.designation, named=True)
                continue
            if _is_one_with(text, base, thing, after, gap, last=len(out) == 1):
                out[-1] = _union(thing, after)
                continue
        out.append(thing)
    return _measured_together(text, base, out[::-1])


def _measured_together(text: str, base: int, things: list[Thing]) -> list[Thing]:
    """Things without a number of their own that one measure covers: "90 tonnes of flour, rice and oil"."""
    out: list[Thing] = []
    for thing in things:
        if out and thing.quantity is None:
            last = out[-1]
            gap = text[last.end - base : thing.start - base].strip()
            measured = last.quantity is not None and _MEASURED.search(text[last.start - base : last.end - base].lower())
            boxed = last.quantity is not None and _BOXED.search(text[last.start - base : last.end - base].lower())
            if (gap in _ANDS or gap in _COMMAS) and (
                boxed or (measured and (last.item_class == thing.item_class or last.item_class in _BULK))
            ):
                out[-1] = replace(last, end=thing.end)
                continue
        out.append(thing)
    return out


_COMMAS: Final = frozenset({",", ", and", ", or"})
_SUCH_AS: Final = frozenset({"like the", "such as the", "like", "such as"})
_ANDS: Final = frozenset({"and", "or", "&", "and/or"})


def _union(thing: Thing, after: Thing) -> Thing:
    keep = after if thing.item_class != after.item_class and not thing.named else thing
    return replace(
        after,
        start=thing.start,
        quantity=thing.quantity,
        item_class=keep.item_class if keep.named else after.item_class,
        designation=thing.designation or after.designation,
        weak=after.weak and thing.weak,
        definite=thing.definite,
        named=thing.named or after.named,
        generic=thing.generic and after.generic,
    )


def _is_one_with(text: str, base: int, thing: Thing, after: Thing, gap: str, *, last: bool) -> bool:
    """Whether two neighbours in a coordination are one item: a shared head, one measure over both, "and other vehicles"."""
    listed = gap in _COMMAS
    if not (gap in _ANDS or listed):
        return False
    words = text[thing.start - base : thing.end - base].lower()
    following = text[after.start - base : after.end - base].lower()
    if words.startswith(("spare parts", "replacement parts")) and following.startswith(
        ("other ", "additional ", "related ", "associated ", "maintenance")
    ):
        return last or following.startswith("maintenance")
    if gap in _ANDS and following.startswith("other ") and thing.item_class == after.item_class and thing.quantity is not None:
        return True
    return (gap in _ANDS or _is_attributive(text, base, thing)) and _shares_head(text, base, thing, after)


_MEASURED: Final = re.compile(
    r"\b(?:rounds|pieces|tons|tonnes|kilograms|pallets|truckloads|lorryloads|boxes|crates|metric tons|litres|liters|doses) of\b"
)
_BOXED: Final = re.compile(
    r"\b(?:containers|pallets|truckloads|lorryloads|trucks|lorries|crates|boxes|planeloads|shiploads|trainloads|shipments) of\b"
)
_BULK: Final = frozenset({"humanitarian", "medical"})


def _is_attributive(text: str, base: int, thing: Thing) -> bool:
    return not thing.named and text[thing.core - base : thing.end - base].lower() in ATTRIBUTIVE


def _shares_head(text: str, base: int, left: Thing, right: Thing) -> bool:
    left_words = text[left.start - base : left.end - base].lower().split()
    right_words = text[right.start - base : right.end - base].lower().split()
    if (
        left_words[-1] == "parts"
        and left_words[0].startswith(("spare", "replacement"))
        and right_words[-1] in {"equipment", "items", "gear", "supplies"}
    ):
        return True
    if right.quantity is not None or right_words[-1] not in SHARED_HEADS or len(right_words) < 2:
        return False
    if not left.named and right_words[-1] not in FIRED_HEADS:
        return False
    if left.named:
        return (
            right.named and left.item_class == right.item_class and left_words[-1] not in HEADS and not is_plural(left_words[-1])
        )
    return left_words[-1] in ATTRIBUTIVE

"""The words of the lexicon that make an item's name and head: "Javelin" + "anti-armor systems", and what only looks like one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing_tui.extracting.aid.verbs import find_verbs
from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.scan import Hit
from briefing_tui.model.patterns import compile_later


def find_runs(passage: Passage) -> list[list[Hit]]:
    """Hits that follow one another without a word between them: "Javelin" + "anti-armor systems", "… Rocket Systems" + "(HIMARS)"."""
    text, base = passage.text, passage.start
    runs: list[list[Hit]] = []
    starts = {token.start for token in passage.tokens}
    ends = {token.end for token in passage.tokens}
    verbs = {(verb.start, verb.end) for verb in find_verbs(passage)} if passage.has("aid_verb") else set()
    names = [(hit.start, hit.end) for hit in passage.of("org")]
    found = passage.of("weapon", "item_noun")
    for hit in found:
        if (
            hit.start not in starts
            or hit.end not in ends
            or (hit.start, hit.end) in verbs
            or any(low <= hit.start and hit.end <= high and high - low > hit.end - hit.start for low, high in names)
            or _is_part_of_a_name(passage, hit)
            or _is_people(passage, hit)
            or _is_measure(text, base, hit, found)
            or _is_of_men(passage, hit)
        ):
            continue
        if runs:
            last = runs[-1][-1]
            if hit.start < last.end:
                if hit.end <= last.end:
                    if hit.entry.category == "item_noun" and last.entry.category == "item_noun" and last.entry.get("weak"):
                        runs[-1][-1] = hit
                    continue
                runs[-1].append(hit)
                continue
            gap = text[last.end - base : hit.start - base]
            if not gap.strip() and not _is_plural_hit(text[last.start - base : last.end - base], last):
                runs[-1].append(hit)
                continue
            if not gap.strip() and hit.entry.category == "weapon" and last.entry.category == "item_noun":
                runs[-1].append(hit)  # "main battle tanks LEOPARD 2"
                continue
            if (
                last.entry.category == "weapon"
                and _ATTRIBUTES.fullmatch(gap)
                and hit.entry.category == "item_noun"
                and not _is_plural_hit(text[last.start - base : last.end - base], last)
            ):
                runs[-1].append(hit)  # "J-35 stealth jets"
                continue
            if gap.strip() == "(" and text[hit.end - base : hit.end - base + 1] == ")":
                runs[-1].append(hit)
                continue
            if gap.strip() == ")" and hit.entry.category == "item_noun":
                runs[-1].append(hit)
                continue
        runs.append([hit])
    return runs


_ATTRIBUTES: Final = compile_later(
    r" (?:stealth|multirole|light|heavy|medium|main|tracked|wheeled|mobile|armed|tactical|advanced|surface-to-air|ground-based|long-range|short-range|medium-range|twin-engine|single-seat|self-propelled|towed|\dx\d|8x8|6x6|4x4|155mm|122mm) "
)


def _is_part_of_a_name(passage: Passage, hit: Hit) -> bool:
    """Whether a single noun with a capital amid a sentence is a word of some name ("Russian Helicopters", "Gavi Vaccine Alliance")."""
    first = passage.token_at(hit.start)
    if hit.entry.category != "item_noun" or not passage.tokens[first].capital or first == 0 or passage.block.kind != "paragraph":
        return passage.text.startswith("waters", hit.start - passage.start)
    if passage.tokens[first].end != hit.end or passage.text[hit.start - passage.start : hit.end - passage.start].isupper():
        return False
    following = passage.tokens[first + 1] if first + 1 < len(passage.tokens) else None
    before = passage.tokens[first - 1]
    known = any(other.entry.category == "weapon" and other.end in {before.end, hit.end} for other in passage.hits)
    return not known and (
        (following is not None and following.capital) or (before.capital and before.low not in {"the", "a"} and first > 1)
    )


def _is_measure(text: str, base: int, hit: Hit, hits: Sequence[Hit]) -> bool:
    """Whether a word only measures what follows it ("500,000 doses of cholera vaccine", "two trucks of fuel")."""
    if not text.startswith(" of ", hit.end - base):
        return False
    word = text[hit.start - base : hit.end - base].lower()
    return word in {"doses", "dose"} or (word in _LOADS and any(0 < other.start - hit.end <= _NEARBY for other in hits))


_LOADS: Final = frozenset("truck trucks lorry lorries container containers railcar railcars wagon wagons".split())
_NEARBY: Final = 24


def _is_of_men(passage: Passage, hit: Hit) -> bool:
    """Whether "fighters" are men: after a plain word, and not "jet fighters" or "66 fighters"."""
    if not passage.text.startswith("fighters", hit.start - passage.start):
        return False
    index = passage.token_at(hit.start) - 1
    before = passage.tokens[index] if index >= 0 else None
    return before is not None and before.low.isalpha() and not before.capital and before.low not in _OF_PLANES


_OF_PLANES: Final = frozenset(
    "jet stealth multirole combat western modern more supersonic new old advanced second-hand additional used american russian".split()
)


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural; "HIMARS" does not."""
    return word.endswith("s") and not word.endswith(("ss", "us"))


def _is_people(passage: Passage, hit: Hit) -> bool:
    """Whether a word like "fighters" means people here."""
    return hit.entry.category == "item_noun" and any(
        mention.start < hit.start and mention.end == hit.end and mention.kind in {"collective", "people", "role"}
        for mention in passage.mentions
    )


def _is_plural_hit(word: str, hit: Hit) -> bool:
    return is_plural(word) and not (hit.entry.category == "weapon" and hit.how == "name")
